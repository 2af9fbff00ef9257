/**
 * Attributing: which articles give the body that issued an entry something to do.
 */
import type { Corpus } from '../corpus/types.ts';
import { BODIES } from './bodies.ts';
import type { Reading } from './read.ts';

/**
 * A function from an entry to the articles that name its issuer as one who must act, 0…1. A body that few articles name says
 * much, and so does an article that names few bodies: 统计 speaks for Article 63, 科学技术 for none in particular.
 */
export function createAttributor(corpus: Corpus): (reading: Reading) => ReadonlyMap<number, number> {
  const units = corpus.document('ordinance')?.law.units ?? [];
  const acting = units.map(({ number, paragraphs }) => {
    const text = paragraphs.join('\n');
    const bodies = BODIES.filter(({ law }) => law !== null && isActor(law, text));
    return { article: Number(number), bodies };
  });
  const tasks = BODIES.map((body) => acting.filter(({ bodies }) => bodies.includes(body)));
  return ({ title, source, issuerEnd }) => {
    const issuer = `${title.text.slice(0, issuerEnd)}\n${source}`;
    const found = new Map<number, number>();
    BODIES.forEach(({ names }, index) => {
      if (!names.some((name) => issuer.includes(name))) return;
      const own = tasks[index] ?? [];
      for (const { article, bodies } of own)
        found.set(article, Math.max(found.get(article) ?? 0, 1 / Math.sqrt(own.length * bodies.length)));
    });
    return found;
  };
}

/** `市统计、科学技术部门应当`, `审计机关`, `与海关等国家有关部门`; not 民政 in 市人民政府. */
function isActor(law: string, text: string): boolean {
  return new RegExp(`(?:[市区、]|与)${law}(?:[^。,;]{0,60}?(?:部门|机关))`).test(text);
}

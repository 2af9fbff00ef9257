/**
 * What somebody may be about to refer to, while they type.
 */
import { ourTerms } from '../search/terms.ts';
import type { Address, Corpus } from '../types.ts';
import { bestEntries, type Entry, entriesOf, entriesOfAll, opening, plain, rankByWords } from './entries.ts';
import { labelOf } from './label.ts';
import { nameAtStart } from './names.ts';
import { LONGEST_INPUT } from './problem.ts';
import { readReference } from './read.ts';
import { resolve } from './resolve.ts';

export interface Suggestion {
  readonly address: Address;
  readonly label: string;
  /** Our caption, else the unit's own heading, else how its text begins. */
  readonly caption: string;
}

/**
 * At most `limit` passages for what was typed so far, likest first: what it already refers to with its paragraphs, units
 * whose number or label begins so, captions with its words, texts with its words, in everyday terms too. Nothing typed: the first units.
 */
export function suggestReferences(prefix: string, corpus: Corpus, limit: number): readonly Suggestion[] {
  if (prefix.length > LONGEST_INPUT) return [];
  const typed = plain(prefix);
  const name = nameAtStart(typed, corpus);
  const rest = name ? typed.slice(name.length).replace(/^:/, '') : typed;
  const words = (name ? [rest] : prefix.split(/[\s,，、]+/).map(plain)).map((word) => [
    word,
    ...(ourTerms().get(word) ?? []),
  ]);
  const rank = (entry: Entry): number | null => rankByNumber(entry, rest) ?? rankByWords(entry, words);
  const listed = bestEntries(name ? entriesOf(name.document, corpus) : entriesOfAll(corpus), rank, limit);
  const meant = readReference(prefix, corpus);
  const exact = rest !== '' && meant.ok ? withParagraphs(meant.value, corpus) : [];
  const labels = new Set(exact.map(({ label }) => label));
  const others = listed.filter(({ label }) => !labels.has(label));
  return [...exact, ...others]
    .slice(0, limit)
    .map(({ address, label, caption }) => ({ address, label, caption }));
}

/** Before the ranks by words: 0 for the number or label itself, 1 for its beginning (2 → 20; 第二 → 第二十条); null else. */
function rankByNumber(entry: Entry, typed: string): number | null {
  const numeral = entry.plain.label.slice(entry.plain.label.indexOf('第') + 1);
  const forms = [entry.address.unit, entry.plain.label, `第${numeral}`, numeral];
  if (typed === '' || forms.includes(typed)) return -2;
  return forms.some((form) => form.startsWith(typed)) ? -1 : null;
}

/** A passage; for a unit of several paragraphs those too. */
function withParagraphs(address: Address, corpus: Corpus): readonly Suggestion[] {
  const passage = resolve(address, corpus);
  const unit = passage.ok ? passage.value.units[0] : undefined;
  if (!unit) return [];
  const about = unit.caption ?? opening(unit.paragraphs[0]?.text ?? '');
  const caption = address.through === undefined ? about : (unit.path.at(-1) ?? about);
  const whole = { address, label: labelOf(address, corpus), caption };
  if (address.through !== undefined || address.paragraph !== undefined || unit.count < 2) return [whole];
  return [
    whole,
    ...unit.paragraphs.map(({ number, text }) => {
      const part = { ...address, paragraph: number };
      return { address: part, label: labelOf(part, corpus), caption: opening(text) };
    }),
  ];
}

import { parseReference, suggestReferences } from '../corpus/address.ts';
import type { Corpus } from '../corpus/types.ts';
import type { Translate } from './catalogue/index.ts';
import type { Choices } from './command.ts';

/**
 * The articles of the ordinance that a person lists: `23、34-36`, `第二十三条，第三十四至三十六条`. Ascending, each once; null when
 * any part of it is not an article of the ordinance. The dash of a range is read as 至.
 */
export function readArticles(text: string, corpus: Corpus): readonly number[] | null {
  const ordinance = corpus.documents[0];
  const parts = text.split(/[,，、;；\s]+/).filter(Boolean);
  if (!ordinance || parts.length === 0) return null;
  const numbers = new Set<number>();
  for (const part of parts) {
    const reference = parseReference(part.replace(/[-–—~～]/g, '至'), corpus);
    if (!reference.ok || reference.value.document !== ordinance.info.id) return null;
    const units = ordinance.law.units.map((unit) => unit.number);
    const first = units.indexOf(reference.value.unit);
    const last = units.indexOf(reference.value.through ?? reference.value.unit);
    if (first < 0 || last < first) return null;
    for (const unit of units.slice(first, last + 1)) numbers.add(Number(unit));
  }
  return [...numbers].sort((a, b) => a - b);
}

/**
 * Completes the last article of a list that is being typed: after `23、3` come `23、3`, `23、30` …, each with its caption.
 */
export function suggestArticles(typed: string, corpus: Corpus): Choices {
  const [, head = '', last = ''] = /^(.*[,，、;；\s])?(.*)$/su.exec(typed) ?? [];
  const ordinance = corpus.documents[0]?.info.id;
  return suggestReferences(last, corpus, 25)
    .filter(
      ({ address: { document, paragraph, through } }) =>
        document === ordinance && paragraph === undefined && through === undefined,
    )
    .map(({ address, label, caption }) => ({
      name: `${head}${label} ${caption ?? ''}`.trim(),
      value: `${head}${address.unit}`,
    }));
}

/** `[23, 34, 35, 36]` → `第23、34–36条`, `Articles 23, 34–36`. */
export function articleList(articles: readonly number[], t: Translate): string {
  const runs: [first: number, last: number][] = [];
  for (const number of articles) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const numbers = runs
    .map(([first, last]) => (first === last ? String(first) : `${first}–${last}`))
    .join(t('list.comma'));
  return t(articles.length === 1 ? 'articles.one' : 'articles.several', { numbers });
}

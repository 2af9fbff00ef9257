import MiniSearch from 'minisearch';
import type { EntryText, LinkResult } from '../../src/link/types.ts';
import type { ArticleText } from './floor.ts';

/** Entries a second on one core: those that are plainly irrelevant, the rest, and MiniSearch's three best articles for the same. */
export function speed(
  linked: readonly (readonly [EntryText, LinkResult])[],
  link: (entry: EntryText) => LinkResult,
  articles: readonly ArticleText[],
): string {
  const refused = linked.filter(([, { relevant }]) => !relevant).map(([label]) => label);
  const told = linked.filter(([, { relevant }]) => relevant).map(([label]) => label);
  const mini = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) =>
      [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment),
  });
  mini.addAll([...articles]);
  const search = (entry: EntryText) => mini.search(`${entry.title} ${entry.body ?? ''}`).slice(0, 3);
  const rates = [perSecond(refused, link), perSecond(told, link), perSecond(told, search)];
  return `entries a second  irrelevant ${rates[0]}  the rest ${rates[1]}  MiniSearch top 3 of the rest ${rates[2]}`;
}

function perSecond(entries: readonly EntryText[], run: (entry: EntryText) => unknown): number {
  for (const entry of entries) run(entry);
  const begun = performance.now();
  let done = 0;
  while (performance.now() - begun < 1000)
    for (const entry of entries) done += run(entry) === undefined ? 0 : 1;
  return Math.round((done * 1000) / (performance.now() - begun));
}

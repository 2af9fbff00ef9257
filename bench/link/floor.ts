import type { EntryText, LinkResult } from '../../src/link/types.ts';

export interface ArticleText {
  readonly id: number;
  readonly text: string;
}

/** The floor: the article that shares most pairs of characters, rare ones weighing more, whatever the entry is. */
export function createFloor(articles: readonly ArticleText[]): (entry: EntryText) => LinkResult {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const bags = articles.map(({ id, text }) => ({ id, words: pairs(text) }));
  const spread = new Map<string, number>();
  for (const { words } of bags) for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  return (entry) => {
    const words = pairs(`${entry.title}\n${entry.body ?? ''}`);
    const ranked = bags
      .map((bag) => {
        let shared = 0;
        for (const word of words)
          if (bag.words.has(word)) shared += Math.log(bags.length / (spread.get(word) ?? 1));
        return {
          number: bag.id,
          score: shared,
          link: 'related' as const,
          why: '',
        };
      })
      .sort((a, b) => b.score - a.score);
    return {
      id: entry.id,
      relevant: true,
      kind: 'measure',
      confidence: 0,
      articles: ranked.slice(0, 1),
      cites: [],
    };
  };
}

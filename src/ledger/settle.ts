/**
 * Settling: what a moderator's choice makes of a measure, and what is to be learnt from it.
 */
import type { ArticleLink } from '../link/types.ts';
import type { Seen } from './see.ts';
import type { Decision, Example } from './types.ts';

/** `right`: the articles proposed. `wrong`: not these. `other`: these instead. `irrelevant`: it carries out none. */
export type Choice =
  | { readonly verdict: 'right' | 'wrong' | 'irrelevant' }
  | { readonly verdict: 'other'; readonly articles: readonly number[] };

/** What is put before a moderator: what is told, or else what is doubtful. */
export const proposedOf = ({ links, doubtful }: Pick<Seen, 'links' | 'doubtful'>): readonly ArticleLink[] =>
  links.length > 0 ? links : doubtful;

/**
 * The decision on a measure that stood as `seen` before anybody decided on it. Where a moderator names an article that was not
 * proposed, the words that spoke for the articles proposed are learnt to speak for it.
 */
export function settle(
  measureId: string,
  seen: Pick<Seen, 'links' | 'doubtful'>,
  choice: Choice,
  by: string,
  at: string,
): Decision {
  const proposed = proposedOf(seen);
  const made = { measureId, verdict: choice.verdict, by, at };
  const saying = (links: readonly ArticleLink[], right: boolean): readonly Example[] =>
    links.map(({ number, words = [] }) => ({ article: number, words, right }));
  switch (choice.verdict) {
    case 'right':
      return { ...made, articles: numbersOf(proposed), examples: saying(proposed, true) };
    case 'wrong':
      return { ...made, articles: [], examples: saying(proposed, false) };
    case 'irrelevant':
      return { ...made, articles: [], examples: saying([...seen.links, ...seen.doubtful], false) };
    case 'other': {
      const articles = ascending(choice.articles);
      const known = [...seen.links, ...seen.doubtful];
      const words = [...new Set(proposed.flatMap((link) => link.words ?? []))];
      const chosen = articles.map(
        (number): ArticleLink =>
          known.find((link) => link.number === number) ?? {
            number,
            score: 1,
            link: 'implements',
            why: '',
            words,
          },
      );
      const rejected = proposed.filter(({ number }) => !articles.includes(number));
      return { ...made, articles, examples: [...saying(chosen, true), ...saying(rejected, false)] };
    }
  }
}

const ascending = (numbers: readonly number[]): readonly number[] =>
  [...new Set(numbers)].sort((a, b) => a - b);

const numbersOf = (links: readonly ArticleLink[]): readonly number[] =>
  ascending(links.map(({ number }) => number));

/** What a member's word leaves for a moderator to look at: it decides and teaches nothing. */
export const flag = (measureId: string, by: string, at: string): Decision => ({
  ...{ measureId, verdict: 'flagged', by, at },
  articles: [],
  examples: [],
});

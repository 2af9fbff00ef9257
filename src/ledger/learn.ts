/**
 * Learning: how a server's decisions weigh on the links of other measures, by the words that spoke for them.
 *
 * A score is a probability; decisions on the same words are observations of it. The score counts for as much as two of them, so
 * one decision is felt and none is final: 0.6 called wrong once is 0.4 the next time, twice 0.3; 0.4 called right once is 0.6.
 */
import type { ArticleLink } from '../link/types.ts';
import type { Decision, Example } from './types.ts';

/** How many decisions a score is worth. */
const WORTH = 2;
/** So many decisions on an article's words count at most, so that a score of the linker's is never drowned. */
const MOST = 8;
/** The score of an article that the linker did not propose for words a moderator gave it to. */
const UNPROPOSED = 0.1;

/** What was learnt of one link. */
export interface Learnt {
  readonly article: number;
  /** Decisions that called the article right, and wrong, for words that also speak for this link. */
  readonly right: number;
  readonly wrong: number;
  /** The score before. */
  readonly from: number;
}

export interface Weighed {
  /** Best first. */
  readonly links: readonly ArticleLink[];
  /** Of the links that were shifted. */
  readonly learnt: readonly Learnt[];
}

/** What decisions taught: their examples with words. */
interface Taught {
  readonly byArticle: ReadonlyMap<number, readonly Example[]>;
  /** The articles that a word was called right for. */
  readonly articlesOf: ReadonlyMap<string, ReadonlySet<number>>;
}

const known = new WeakMap<readonly Decision[], Taught>();

/** What these decisions taught; worked out once for a list. */
function taughtBy(decisions: readonly Decision[]): Taught {
  const before = known.get(decisions);
  if (before !== undefined) return before;
  const examples = decisions.flatMap((decision) => decision.examples.filter(({ words }) => words.length > 0));
  const articlesOf = new Map<string, Set<number>>();
  for (const { article, words, right } of examples)
    for (const word of right ? words : [])
      articlesOf.set(word, (articlesOf.get(word) ?? new Set<number>()).add(article));
  const taught = { byArticle: Map.groupBy(examples, ({ article }) => article), articlesOf };
  known.set(decisions, taught);
  return taught;
}

/** How much two sets of words are the same, 0…1. */
function likeness(words: readonly string[], others: readonly string[]): number {
  const shared = words.filter((word) => others.includes(word)).length;
  return shared === 0 ? 0 : shared / Math.sqrt(words.length * others.length);
}

/**
 * Links with their scores shifted by what `decisions` said of their words. An article that is written out keeps its score: its words
 * are not what speaks for it. An article that a moderator gave to the same words is added, with the evidence of those words.
 */
export function weighDecisions(links: readonly ArticleLink[], decisions: readonly Decision[]): Weighed {
  const taught = taughtBy(decisions);
  if (taught.byArticle.size === 0) return { links, learnt: [] };
  const learnt: Learnt[] = [];
  const weighed = [...links, ...proposedByWords(links, taught)].map((link) => {
    if (link.link === 'cites') return link;
    const { score, right, wrong } = observe(link, taught.byArticle.get(link.number) ?? []);
    if (right + wrong === 0) return link;
    learnt.push({ article: link.number, right, wrong, from: link.score });
    return { ...link, score };
  });
  return { links: weighed.sort((a, b) => b.score - a.score || a.number - b.number), learnt };
}

function observe({ score, words = [] }: ArticleLink, examples: readonly Example[]) {
  const seen = examples
    .map((example) => ({ isRight: example.right, weight: likeness(words, example.words) }))
    .filter(({ weight }) => weight > 0);
  const right = seen.filter(({ isRight }) => isRight);
  const total = seen.reduce((sum, { weight }) => sum + weight, 0);
  const agreeing = right.reduce((sum, { weight }) => sum + weight, 0);
  const scale = Math.min(1, MOST / (total || 1));
  return {
    score: (WORTH * score + scale * agreeing) / (WORTH + scale * total),
    right: right.length,
    wrong: seen.length - right.length,
  };
}

/** Articles that no link is to, but that moderators gave to words found here; each with the link whose words those are. */
function proposedByWords(
  links: readonly ArticleLink[],
  { byArticle, articlesOf }: Taught,
): readonly ArticleLink[] {
  const given = links.flatMap(({ words = [] }) => words.flatMap((word) => [...(articlesOf.get(word) ?? [])]));
  return [...new Set(given)]
    .filter((number) => !links.some((link) => link.number === number))
    .flatMap((number) => {
      const right = (byArticle.get(number) ?? []).filter((example) => example.right);
      const likeTo = ({ words = [] }: ArticleLink): number =>
        Math.max(...right.map((example) => likeness(words, example.words)));
      const [speaking] = links.toSorted((a, b) => likeTo(b) - likeTo(a));
      if (speaking === undefined) return [];
      const link = speaking.link === 'cites' ? 'implements' : speaking.link;
      return [{ ...speaking, number, link, score: UNPROPOSED } satisfies ArticleLink];
    });
}

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

/** By article. */
type Examples = ReadonlyMap<number, readonly Example[]>;

const examplesOf = new WeakMap<readonly Decision[], Examples>();

/** The examples of decisions by article; worked out once for a list. */
function byArticle(decisions: readonly Decision[]): Examples {
  const known = examplesOf.get(decisions);
  if (known !== undefined) return known;
  const found = Map.groupBy(
    decisions.flatMap(({ examples }) => examples.filter(({ words }) => words.length > 0)),
    ({ article }) => article,
  );
  examplesOf.set(decisions, found);
  return found;
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
  const examples = byArticle(decisions);
  if (examples.size === 0) return { links, learnt: [] };
  const learnt: Learnt[] = [];
  const weighed = [...links, ...proposedByWords(links, examples)].map((link) => {
    if (link.link === 'cites') return link;
    const { score, right, wrong } = observe(link, examples.get(link.number) ?? []);
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
function proposedByWords(links: readonly ArticleLink[], examples: Examples): readonly ArticleLink[] {
  const [first] = links;
  if (first === undefined) return [];
  return [...examples].flatMap(([number, ofArticle]) => {
    if (links.some((link) => link.number === number)) return [];
    const taught = ofArticle.filter(({ right }) => right).map(({ words }) => words);
    const speaking = links
      .map((link) => ({
        link,
        weight: Math.max(0, ...taught.map((words) => likeness(link.words ?? [], words))),
      }))
      .filter(({ weight }) => weight > 0)
      .toSorted((a, b) => b.weight - a.weight)[0];
    if (speaking === undefined) return [];
    const { why, words = [], link } = speaking.link;
    const added: ArticleLink = {
      number,
      score: UNPROPOSED,
      link: link === 'cites' ? 'implements' : link,
      why,
      words,
    };
    return [added];
  });
}

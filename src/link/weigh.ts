/**
 * Weighing: how much of an article's own rare wording an entry shares, and of what other documents say of its subject.
 */
import { fold } from '../corpus/fold.ts';
import type { Corpus } from '../corpus/types.ts';

/** How much a pair of characters that only another document uses counts beside the ordinance's own. */
const OTHER_DOCUMENTS = 0.5;
/** A passage of another document is about an article when this share of its wording is that article's. */
const SAME_SUBJECT = 0.25;

/** By article number. */
export type Weights = ReadonlyMap<number, number>;

/** Pairs of neighbouring Chinese characters or of letters and digits, each once. */
function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (const run of text.match(/[\u4e00-\u9fff]{2,}|[a-z0-9]{2,}/g) ?? [])
    for (let at = 0; at + 2 <= run.length; at += 1) found.add(run.slice(at, at + 2));
  return found;
}

/** A function from a folded text to the weight of the wording it shares with each article; articles that share none are left out. */
export function createWeigher(corpus: Corpus): (text: string) => Weights {
  const articles = new Map<number, Set<string>>();
  for (const unit of corpus.document('ordinance')?.law.units ?? [])
    articles.set(Number(unit.number), pairs(fold(unit.paragraphs.join('\n'))));
  const spread = new Map<string, number>();
  for (const words of articles.values())
    for (const pair of words) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  const rarity = (pair: string): number =>
    Math.log((articles.size + 1) / (spread.get(pair) ?? 1)) / Math.log(articles.size + 1);

  const weights = new Map<string, Map<number, number>>();
  const add = (pair: string, article: number, weight: number) => {
    const known = weights.get(pair) ?? weights.set(pair, new Map()).get(pair);
    known?.set(article, Math.max(known.get(article) ?? 0, weight));
  };
  for (const [article, words] of articles) for (const pair of words) add(pair, article, rarity(pair));
  const other = corpus.documents
    .filter(({ info }) => info.id !== 'ordinance')
    .flatMap(({ law }) => law.units);
  for (const unit of other) {
    const words = pairs(fold(unit.paragraphs.join('\n')));
    for (const [article, share] of likeness(words, articles, rarity))
      if (share >= SAME_SUBJECT)
        for (const pair of words) if (!spread.has(pair)) add(pair, article, OTHER_DOCUMENTS * share);
  }
  return (text) => {
    const total = new Map<number, number>();
    for (const pair of pairs(text))
      for (const [article, weight] of weights.get(pair) ?? [])
        total.set(article, (total.get(article) ?? 0) + weight);
    return total;
  };
}

function likeness(
  words: ReadonlySet<string>,
  articles: ReadonlyMap<number, ReadonlySet<string>>,
  rarity: (pair: string) => number,
): Map<number, number> {
  const norm = (all: Iterable<string>) =>
    Math.sqrt([...all].reduce((sum, pair) => sum + rarity(pair) ** 2, 0));
  const own = norm(words);
  const found = new Map<number, number>();
  for (const [article, theirs] of articles) {
    let shared = 0;
    for (const pair of words) if (theirs.has(pair)) shared += rarity(pair) ** 2;
    found.set(article, shared / (own * norm(theirs)));
  }
  return found;
}

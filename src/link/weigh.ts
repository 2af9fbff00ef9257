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

/** Pairs of neighbouring Chinese characters or of letters and digits, each once; a pair is one number, for speed. */
function pairs(text: string): Set<number> {
  const found = new Set<number>();
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const word =
      (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
    if (word && before !== 0) found.add(before * 0x10000 + code);
    before = word ? code : 0;
  }
  return found;
}

/** A function from a folded text to the weight of the wording it shares with each article; articles that share none are left out. */
export function createWeigher(corpus: Corpus): (text: string) => Weights {
  const articles = new Map<number, Set<number>>();
  for (const unit of corpus.document('ordinance')?.law.units ?? [])
    articles.set(Number(unit.number), pairs(fold(unit.paragraphs.join('\n'))));
  const spread = new Map<number, number>();
  for (const words of articles.values())
    for (const pair of words) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  const rarity = (pair: number): number =>
    Math.log((articles.size + 1) / (spread.get(pair) ?? 1)) / Math.log(articles.size + 1);

  const weights = new Map<number, Map<number, number>>();
  const add = (pair: number, article: number, weight: number) => {
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
    for (const pair of pairs(text)) {
      const shared = weights.get(pair);
      if (shared !== undefined)
        for (const [article, weight] of shared) total.set(article, (total.get(article) ?? 0) + weight);
    }
    return total;
  };
}

function likeness(
  words: ReadonlySet<number>,
  articles: ReadonlyMap<number, ReadonlySet<number>>,
  rarity: (pair: number) => number,
): Map<number, number> {
  const norm = (all: Iterable<number>) =>
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

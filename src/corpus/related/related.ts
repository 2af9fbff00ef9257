/**
 * Relations: passages of other documents on the same subject, by the wording they share. Rare wording tells more than common
 * wording, and long stretches more than short ones; numbers say nothing.
 */
import { type Entry, entriesOfAll, plain } from '../address/entries.ts';
import type { Passage } from '../address/resolve.ts';
import { type Snippet, snippet } from '../search/snippet.ts';
import { tokenise } from '../search/tokenise.ts';
import type { Address, Corpus } from '../types.ts';
import { sharedPieces } from './wording.ts';

export interface Related {
  readonly address: Address;
  readonly label: string;
  /** The id of its document. */
  readonly document: string;
  /** 0…1: how much of the wording is shared; 1 for the same text. */
  readonly score: number;
  /** What both say, the most telling first; Simplified. */
  readonly shared: readonly string[];
  /** A verbatim stretch of it, with the places of what is shared. */
  readonly snippet: Snippet;
}

/** How much a word that we know the passage by (its keywords) counts beside its own wording. */
const KEYWORD_WEIGHT = 0.01;
/** What shares less is on another subject. */
const SAME_SUBJECT = 0.06;
/** Beside the best of its document, what scores less than this share of it is left out. */
const WORTH_SHOWING = 0.5;
/** A shared stretch that weighs less is a word of every text. */
const TELLING = 4;
/** So many shared words are shown. */
const MOST_WORDS = 6;

/**
 * The passages most like this one, best first, at most `limit` of each other document and of the first 3,000 units of the
 * corpus.
 */
export function findRelated(passage: Passage, corpus: Corpus, limit: number): readonly Related[] {
  const source = sourceOf(passage, corpus);
  const entries = entriesOfAll(corpus);
  const overlaps = entries.map((entry) => overlap(source, entry, corpus));
  const rarity = rarityOf(overlaps);
  const whole = sum(source.pairs, rarity);
  const ranked = overlaps
    .filter(({ entry }) => entry.address.document !== passage.document.id)
    .map(({ entry, pairs, words, size }) => {
      const weight = sum(pairs, rarity) + KEYWORD_WEIGHT * sumWords(words, rarity) * Math.sqrt(whole);
      return { entry, score: Math.min(1, (weight / whole) * Math.sqrt(source.pairs.size / size)) };
    })
    .filter(({ score }) => score >= SAME_SUBJECT)
    .sort((a, b) => b.score - a.score);
  return [...Map.groupBy(ranked, ({ entry }) => entry.address.document).values()]
    .flatMap((own) =>
      own.slice(0, limit).filter(({ score }) => score >= WORTH_SHOWING * (own[0]?.score ?? 0)),
    )
    .sort((a, b) => b.score - a.score)
    .map(({ entry, score }) => show(entry, score, source, rarity, corpus));
}

/** What is compared with. */
interface Source {
  readonly plain: string;
  readonly pairs: ReadonlySet<string>;
  /** Words we know it by. */
  readonly words: readonly string[];
}

/** What a unit has in common with the source. */
interface Overlap {
  readonly entry: Entry;
  readonly pairs: readonly string[];
  readonly words: readonly string[];
  /** How many pairs the unit has. */
  readonly size: number;
}

function sourceOf({ document, units }: Passage, corpus: Corpus): Source {
  const text = units.flatMap(({ paragraphs, caption }) => [
    caption ?? '',
    ...paragraphs.map(({ text }) => text),
  ]);
  const known = units.flatMap(({ number }) => keywordsOf({ document: document.id, unit: number }, corpus));
  const all = plain(text.join('。'));
  return { plain: all, pairs: pairsOf(all), words: [...new Set(known)] };
}

const keywordsOf = ({ document, unit }: Address, corpus: Corpus): readonly string[] =>
  (corpus.document(document)?.keywords?.get(unit) ?? []).map(plain).filter((word) => word.length > 1);

function overlap(source: Source, entry: Entry, corpus: Corpus): Overlap {
  const text = `${entry.plain.text}。${entry.plain.caption}`;
  const pairs = pairsOf(text);
  const words = [
    ...source.words.filter((word) => text.includes(word)),
    ...new Set(keywordsOf(entry.address, corpus).filter((word) => source.plain.includes(word))),
  ];
  return { entry, pairs: [...pairs].filter((pair) => source.pairs.has(pair)), words, size: pairs.size };
}

/** Its pairs of neighbouring characters and its Latin words, each once. */
const pairsOf = (plain: string): ReadonlySet<string> => new Set(tokenise(plain));

/** How rare a pair or a word is among the units: the fewer have it, the more it tells. */
type Rarity = (token: string) => number;

function rarityOf(overlaps: readonly Overlap[]): Rarity {
  const counts = new Map<string, number>();
  for (const { pairs, words } of overlaps)
    for (const token of new Set([...pairs, ...words])) counts.set(token, (counts.get(token) ?? 0) + 1);
  return (token) => Math.log((overlaps.length + 1) / (counts.get(token) ?? 1));
}

const sum = (tokens: Iterable<string>, rarity: Rarity): number =>
  [...tokens].reduce((total, token) => total + rarity(token) ** 2, 0);

/** Long words tell more than short ones. */
const sumWords = (words: readonly string[], rarity: Rarity): number =>
  words.reduce((total, word) => total + rarity(word) ** 2 * (word.length - 1), 0);

function show(entry: Entry, score: number, source: Source, rarity: Rarity, corpus: Corpus): Related {
  const weight = (piece: string): number => sum(pairsOf(piece), rarity);
  const shared = sharedPieces(entry.plain.text, source.plain)
    .toSorted((a, b) => weight(b) - weight(a))
    .filter((piece, at) => at === 0 || weight(piece) >= TELLING)
    .slice(0, MOST_WORDS);
  const { document, unit } = entry.address;
  const text = corpus
    .document(document)
    ?.law.units.find(({ number }) => number === unit)
    ?.paragraphs.join('\n');
  return {
    address: entry.address,
    label: entry.label,
    document,
    score,
    shared,
    snippet: snippet(text ?? '', shared),
  };
}

/**
 * Two editions side by side: what became of each article, and the wording that changed.
 */
import { normalise } from '../normalise.ts';
import type { CorpusDocument, Unit } from '../types.ts';
import { createScale, type Weighed } from '../weigh.ts';
import { align, type Group } from './align.ts';
import { findMoves, type Move } from './move.ts';
import { type Run, redline } from './redline.ts';
import { type Scripts, sameText } from './tokens.ts';

export type PairKind = 'kept' | 'changed' | 'merged' | 'split' | 'new' | 'dropped';

/** A paragraph of an edition; `paragraph` is 1-based. */
export interface Place {
  readonly unit: string;
  readonly paragraph: number;
}

/** Paragraphs that belong together, with the wording that leads from the earlier to the later ones. */
export interface Row {
  readonly from: readonly Place[];
  readonly to: readonly Place[];
  readonly kind: PairKind;
  readonly redline: readonly Run[];
}

/** What became of an article, or of several. `kept`: not a character changed; width of punctuation and spaces are none. */
export interface Pair {
  /** Unit numbers of the earlier edition, in its order; empty for what is new. At most one of `from` and `to` has several. */
  readonly from: readonly string[];
  /** Unit numbers of the later edition, in its order; empty for what was dropped. */
  readonly to: readonly string[];
  readonly kind: PairKind;
  /** 0…1: twice the characters kept by those of both sides; 1 exactly where nothing changed. */
  readonly similarity: number;
  /** From the whole text of the one side to that of the other, in their order. */
  readonly redline: readonly Run[];
  /** The same paragraph by paragraph, in the order of the later edition: what only changed places is not shown as changed. */
  readonly rows: readonly Row[];
}

export interface Comparison {
  readonly from: CorpusDocument;
  readonly to: CorpusDocument;
  /** Every unit of both editions is in exactly one pair; in the order of the later edition. */
  readonly pairs: readonly Pair[];
  /** Paragraphs that left their article's pair for another. */
  readonly moves: readonly Move<Place>[];
}

const compared = new WeakMap<CorpusDocument, WeakMap<CorpusDocument, Comparison>>();

/** Compares an earlier edition with a later one, by content: numbers play no part. The same two are compared once. */
export function compareEditions(from: CorpusDocument, to: CorpusDocument): Comparison {
  const others = compared.get(from) ?? new WeakMap<CorpusDocument, Comparison>();
  compared.set(from, others);
  const before = others.get(to);
  if (before) return before;
  const comparison = compare(from, to);
  others.set(to, comparison);
  return comparison;
}

function compare(from: CorpusDocument, to: CorpusDocument): Comparison {
  const weigh = createScale([...from.law.units, ...to.law.units].map(textOf));
  const scripts: Scripts = from.info.script === to.info.script ? 'same' : 'different';
  const [units, laterUnits] = [from.law.units, to.law.units];
  const groups = align(
    units.map((unit) => weigh(textOf(unit))),
    laterUnits.map((unit) => weigh(textOf(unit))),
  );
  const pairs = groups.map((group) => {
    const [old, now] = [pick(units, group.from), pick(laterUnits, group.to)];
    return pair(old, now, alignParagraphs(old, now, weigh), scripts);
  });
  const weighed = (units: readonly Unit[]) =>
    new Map(
      units.flatMap(paragraphsOf).map(({ place, text }) => [keyOf(place), { place, weighed: weigh(text) }]),
    );
  const [earlier, later] = [weighed(units), weighed(laterUnits)];
  const rows = pairs.flatMap(({ rows }) => rows);
  const at = (all: typeof earlier, places: readonly Place[]) =>
    places.flatMap((place) => all.get(keyOf(place)) ?? []);
  const moves = findMoves(
    rows.filter(({ kind }) => kind === 'dropped').flatMap((row) => at(earlier, row.from)),
    rows.flatMap((row) => {
      const sources = at(earlier, row.from).map(({ weighed }) => weighed);
      return at(later, row.to).map((paragraph) => ({ ...paragraph, sources }));
    }),
  );
  return { from, to, pairs, moves };
}

function alignParagraphs(
  from: readonly Unit[],
  to: readonly Unit[],
  weigh: (text: string) => Weighed,
): readonly Group[] {
  const weighed = (units: readonly Unit[]) => units.flatMap(paragraphsOf).map(({ text }) => weigh(text));
  return align(weighed(from), weighed(to));
}

/** Holds on to the texts alone: what they were weighed with is forgotten. */
function pair(from: readonly Unit[], to: readonly Unit[], groups: readonly Group[], scripts: Scripts): Pair {
  const [before, after] = [from.flatMap(paragraphsOf), to.flatMap(paragraphsOf)];
  const text = [joined(before), joined(after)] as const;
  const runs = lazily(() => redline(...text, scripts));
  return {
    from: from.map(({ number }) => number),
    to: to.map(({ number }) => number),
    kind: kindOf(from.length, to.length, ...text, scripts),
    get similarity() {
      return similarityOf(runs());
    },
    get redline() {
      return runs();
    },
    rows: groups.map((group): Row => {
      const [old, now] = [pick(before, group.from), pick(after, group.to)];
      const text = [joined(old), joined(now)] as const;
      const runs = lazily(() => redline(...text, scripts));
      return {
        from: old.map(({ place }) => place),
        to: now.map(({ place }) => place),
        kind: kindOf(old.length, now.length, ...text, scripts),
        get redline() {
          return runs();
        },
      };
    }),
  };
}

/** A long law has many pairs and few readers: what a reader asks for is made then, and once. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function kindOf(from: number, to: number, before: string, after: string, scripts: Scripts): PairKind {
  if (from === 0) return 'new';
  if (to === 0) return 'dropped';
  if (from > 1) return 'merged';
  if (to > 1) return 'split';
  return sameText(before, after, scripts) ? 'kept' : 'changed';
}

function similarityOf(runs: readonly Run[]): number {
  const size = { '=': 0, '-': 0, '+': 0 };
  for (const { op, text } of runs) size[op] += normalise(text).length;
  const all = 2 * size['='] + size['-'] + size['+'];
  return all === 0 ? 1 : (2 * size['=']) / all;
}

const textOf = ({ paragraphs }: Unit): string => paragraphs.join('\n');

const paragraphsOf = ({ number, paragraphs }: Unit) =>
  paragraphs.map((text, index) => ({ text, place: { unit: number, paragraph: index + 1 } }));

const joined = (paragraphs: readonly { readonly text: string }[]): string =>
  paragraphs.map(({ text }) => text).join('\n');

const pick = <T>(all: readonly T[], indexes: readonly number[]): readonly T[] =>
  indexes.flatMap((index) => all.slice(index, index + 1));

const keyOf = ({ unit, paragraph }: Place): string => `${unit}.${paragraph}`;

/**
 * Sentences of law shortened by leaving out whole deeds, never a word inside one.
 *
 * What binds stays: who, how strongly, under what circumstances, the first thing said, every clause with a modal word of its own, every figure,
 * exception and sanction. What a sentence says it is good for, at its end, goes first. Of the deeds those stay that tell
 * most, while there is room; what grants a right counts double.
 */
import { lettersOf } from '../normalise.ts';
import { classify, type Piece } from './classify.ts';
import { join, type Sentence } from './sentences.ts';

/** How much a text tells: the weight of its rare words, more for longer texts. */
export type Telling = (text: string) => number;

/** Grants a right: 赋予…自主权, 允许…. */
const GRANTS = /^(?:赋予|允许|授予|依法享受|享受|有权)/;
/** Goes on with the clause before it: 或者离岗从事…, 并报…备案, 提高其比例; not 其他…. */
const GOES_ON = /^(?:或者?|以及|并|且|和)|其(?![他它余中])/;

interface Deed {
  readonly pieces: readonly Piece[];
  readonly due: number;
  /** Without it less than half of its sentence would be said. */
  readonly needed: boolean;
}

/**
 * The sentences with about `share` of their letters; more where what binds is more, or where a sentence that stands alone
 * would be said by less than half.
 */
export function shorten(sentences: readonly Sentence[], share: number, telling: Telling): readonly string[] {
  const read = sentences.map(({ segments }) => segments.map(classify));
  const whole = size(read.flat(2));
  const kept = new Set(read.flat(2).filter(({ role }) => role === 'bound'));
  let filled = size(kept);
  const keep = (deeds: readonly Deed[], room: number): void => {
    for (const { pieces } of deeds) {
      const added = size(pieces.filter((piece) => !kept.has(piece)));
      if (filled + added > room) continue;
      filled += added;
      for (const piece of pieces) kept.add(piece);
    }
  };
  const deeds = read.flatMap((segments) => deedsOf(segments, telling)).sort((a, b) => b.due - a.due);
  if (sentences.length === 1)
    keep(
      deeds.filter(({ needed }) => needed),
      whole,
    );
  keep(deeds, share * whole);
  return sentences.map((sentence, at) =>
    join(read[at]?.flat().filter((piece) => kept.has(piece)) ?? [], sentence),
  );
}

/** The deeds of a sentence with how due each is: the most telling first, a second only after the first of the others. */
function deedsOf(segments: readonly (readonly Piece[])[], telling: Telling): readonly Deed[] {
  const pieces = segments.flat();
  const little = 2 * size(pieces.filter(({ role }) => role === 'bound')) < size(pieces);
  return segments
    .flatMap(grouped)
    .map((pieces) => {
      const text = pieces.map(({ text }) => text).join('');
      return { pieces, tells: telling(text) * (GRANTS.test(text) ? 2 : 1) };
    })
    .sort((a, b) => b.tells - a.tells)
    .map(({ pieces, tells }, turn) => ({ pieces, due: tells / (turn + 1), needed: turn === 0 && little }));
}

/** The deeds of a segment, each with the circumstances before it. */
function grouped(segment: readonly Piece[]): readonly (readonly Piece[])[] {
  const deeds: Piece[][] = [];
  let before: Piece | undefined;
  for (const piece of segment) {
    const last = deeds.at(-1);
    const together = before?.role === 'deed' && (before.leadsOn || GOES_ON.test(piece.plain));
    if (piece.role === 'deed') {
      if (together && last) last.push(piece);
      else deeds.push([piece]);
    }
    before = piece;
  }
  return deeds;
}

const size = (pieces: Iterable<Piece>): number =>
  lettersOf([...pieces].map(({ text }) => text).join('')).length;

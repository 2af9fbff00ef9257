/**
 * The part of a unit that shows why it was found: verbatim, with the places of what was looked for.
 */
import { plainWithOrigins } from './tokenise.ts';

export type Mark = readonly [from: number, to: number];

export interface Snippet {
  /** A verbatim stretch of one paragraph. */
  readonly text: string;
  /** Ranges of `text` (UTF-16), in order, apart from each other. */
  readonly marks: readonly Mark[];
  /** Whether its line has more before it, and behind it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** At most so many characters. */
const LENGTH = 120;
/** What was found stands at most so far behind the beginning, where a clause begins there; */
const LONGEST_LEAD = 60;
/** else so far. */
const LEAD = 24;
/** Shorter than this, a snippet that ends with a clause says too little. */
const SHORTEST = 60;
/** Where a text is best cut: behind a clause, else behind a member of a list. */
const BORDERS = ['。；，：;,', '、'];

/** The stretch of `text` (a paragraph a line) in which most of the pieces stand; its beginning where none does. */
export function snippet(text: string, pieces: readonly string[]): Snippet {
  let best = cut(text.split('\n', 1)[0] ?? '', 0, []);
  for (const paragraph of text.split('\n')) {
    const marks = findMarks(paragraph, pieces);
    for (const [from] of marks) {
      const candidate = cut(paragraph, startBefore(paragraph, from), marks);
      if (distinct(candidate) > distinct(best)) best = candidate;
    }
  }
  return best;
}

/** Where the clause of what stands at `at` begins, or a little before `at` where that is far. */
function startBefore(paragraph: string, at: number): number {
  if (at <= LEAD) return 0;
  return bordersBefore(paragraph, at).find((border) => at - border <= LONGEST_LEAD) ?? at - LEAD;
}

/** Just behind the last border of each kind before `at`; 0 where there is none. */
function bordersBefore(paragraph: string, at: number): readonly number[] {
  return BORDERS.map(
    (kind) => Math.max(...[...kind].map((border) => paragraph.lastIndexOf(border, at - 1))) + 1,
  );
}

function cut(paragraph: string, start: number, all: readonly Mark[]): Snippet {
  const reach = start + LENGTH;
  const marks = all.filter(([from, to]) => from >= start && to <= reach);
  const least = Math.max(start + SHORTEST, marks.at(-1)?.[1] ?? 0);
  const border = bordersBefore(paragraph, reach).find((border) => border >= least);
  const end = reach < paragraph.length ? (border ?? reach) : reach;
  return {
    text: paragraph.slice(start, end),
    marks: marks.map(([from, to]) => [from - start, to - start]),
    cutBefore: start > 0,
    cutAfter: end < paragraph.length,
  };
}

/** How many characters of different marks a snippet shows: saying one word twice explains no more. */
function distinct({ text, marks }: Snippet): number {
  return [...new Set(marks.map(([from, to]) => text.slice(from, to)))].join('').length;
}

/** Where the pieces stand in a verbatim text. */
export function findMarks(text: string, pieces: readonly string[]): readonly Mark[] {
  const plain = plainWithOrigins(text);
  const found: Mark[] = [];
  for (const piece of pieces)
    for (let at = plain.text.indexOf(piece); at >= 0; at = plain.text.indexOf(piece, at + piece.length))
      found.push(plain.original(at, at + piece.length));
  return merge(found.sort((a, b) => a[0] - b[0]));
}

function merge(sorted: readonly Mark[]): readonly Mark[] {
  const merged: Mark[] = [];
  for (const mark of sorted) {
    const last = merged.at(-1);
    if (last && mark[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], mark[1])];
    else merged.push(mark);
  }
  return merged;
}

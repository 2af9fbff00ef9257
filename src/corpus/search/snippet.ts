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
}

const LENGTH = 120;
/** Characters kept before what was found, unless its sentence begins nearer. */
const LEAD = 24;

/** The stretch of `text` (a paragraph a line) in which most of the pieces stand; its beginning where none does. */
export function snippet(text: string, pieces: readonly string[]): Snippet {
  let best: Snippet & { readonly shown: number } = { ...cut(text.split('\n', 1)[0] ?? '', 0, []), shown: 0 };
  for (const paragraph of text.split('\n')) {
    const marks = findMarks(paragraph, pieces);
    for (const [from] of marks) {
      const candidate = cut(paragraph, startBefore(paragraph, from), marks);
      const shown = distinct(candidate);
      if (shown > best.shown) best = { ...candidate, shown };
    }
  }
  return { text: best.text, marks: best.marks };
}

/** Where the sentence before `at` begins, or a little before `at` where that is far. */
function startBefore(paragraph: string, at: number): number {
  if (at <= LEAD) return 0;
  const sentence = Math.max(...[...'。；，、;,'].map((end) => paragraph.lastIndexOf(end, at - 1))) + 1;
  return at - sentence <= LEAD ? sentence : at - LEAD;
}

function cut(paragraph: string, start: number, marks: readonly Mark[]): Snippet {
  const end = start + LENGTH;
  return {
    text: paragraph.slice(start, end),
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from - start, to - start]),
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

/**
 * A redline: what stayed, what went, what came, character by character and no finer than a reader wants it.
 *
 * Of all ways to lay one text over the other, the one is taken that keeps the most characters, where each stretch that is
 * kept has a price. A single 的 in the midst of new words does not pay for itself, so there is no confetti to clean up
 * afterwards; a stretch that starts or ends inside a word costs more, so edits keep to words and clauses. This is the
 * alignment with affine gaps of sequence comparison (Gotoh 1982), quadratic in the length of the texts.
 */
import { findLandmark } from './landmark.ts';
import { type Scripts, type Token, tokensOf } from './tokens.ts';

export interface Run {
  readonly op: '=' | '-' | '+';
  /** Kept text is shown as the later edition prints it. */
  readonly text: string;
}

/** What a kept stretch costs, in characters, unless it is how both texts begin or end; and what each of its ends adds by where it cuts. */
const STRETCH = 0.45;
const CUT: Readonly<Record<Token['before'], number>> = { mark: 0, word: 0.9, inside: 2 };
/** A mark of punctuation says less than a letter, and is not kept for itself alone. */
const MARK = 0.4;

/** Beyond so many cells (a byte each) two texts are first parted at a stretch they surely share. */
const MOST_CELLS = 4_000_000;

/**
 * The runs that lead from `from` to `to`; neighbours differ in `op`, and `-` stands before `+`. `=` and `-` together are the
 * letters of `from`, `=` and `+` those of `to`. Width of characters, white space and invisible marks are no changes.
 */
export function redline(from: string, to: string, scripts: Scripts = 'same'): readonly Run[] {
  const runs: Run[] = [];
  for (const { op, text } of compare(tokensOf(from, scripts), tokensOf(to, scripts))) {
    const last = runs.at(-1);
    if (last?.op === op) runs[runs.length - 1] = { op, text: last.text + text };
    else runs.push({ op, text });
  }
  return runs;
}

function compare(from: readonly Token[], to: readonly Token[]): readonly Run[] {
  if (from.length === to.length && from.every(({ key }, at) => key === to[at]?.key)) return runOf('=', to);
  if (from.length * to.length <= MOST_CELLS) return layOver(from, to);
  const shared = findLandmark(from, to);
  if (!shared) return [...runOf('-', from), ...runOf('+', to)];
  const { length } = shared;
  return [
    ...compare(from.slice(0, shared.from), to.slice(0, shared.to)),
    ...runOf('=', to.slice(shared.to, shared.to + length)),
    ...compare(from.slice(shared.from + length), to.slice(shared.to + length)),
  ];
}

/** How a cell was reached, as bits: its match goes on with a stretch; a stretch ends here; a character of `to` was added. */
const CONTINUED = 1;
const CLOSED = 2;
const ADDED = 4;

function layOver(from: readonly Token[], to: readonly Token[]): readonly Run[] {
  const columns = to.length + 1;
  const way = new Uint8Array((from.length + 1) * columns);
  /** The best that can be had up to each cell: with its two characters matched, and with no stretch open. */
  let above = { matched: new Float64Array(columns), closed: new Float64Array(columns) };
  let here = { matched: new Float64Array(columns), closed: new Float64Array(columns) };
  for (let row = 0; row <= from.length; row += 1) {
    const a = from[row - 1];
    for (let column = 0; column < columns; column += 1) {
      const b = to[column - 1];
      let reached = 0;
      let matched = -Infinity;
      if (a && b && a.key === b.key) {
        const opened = (above.closed[column - 1] ?? 0) - (row + column === 2 ? 0 : STRETCH + cutBefore(a, b));
        const continued = above.matched[column - 1] ?? 0;
        matched = Math.max(continued, opened) + (a.mark ? MARK : 1);
        if (continued >= opened) reached |= CONTINUED;
      }
      const ended =
        matched + (row === from.length && column === to.length ? STRETCH : -cutBefore(from[row], to[column]));
      const removed = a ? (above.closed[column] ?? 0) : -Infinity;
      const added = b ? (here.closed[column - 1] ?? 0) : -Infinity;
      const closed = a || b ? Math.max(ended, removed, added) : 0;
      if (closed === ended) reached |= CLOSED;
      else if (closed === added) reached |= ADDED;
      here.matched[column] = matched;
      here.closed[column] = closed;
      way[row * columns + column] = reached;
    }
    [above, here] = [here, above];
  }
  return follow(way, from, to);
}

/** What it costs to cut both texts just before these; nothing at their ends. */
const cutBefore = (a: Token | undefined, b: Token | undefined): number =>
  Math.max(a ? CUT[a.before] : 0, b ? CUT[b.before] : 0);

/** Goes back from the end along the best way. */
function follow(way: Uint8Array, from: readonly Token[], to: readonly Token[]): readonly Run[] {
  const runs: Run[] = [];
  let [row, column] = [from.length, to.length];
  const reached = (bit: number): boolean => ((way[row * (to.length + 1) + column] ?? 0) & bit) !== 0;
  while (row > 0 || column > 0) {
    const [endRow, endColumn] = [row, column];
    while ((row > 0 || column > 0) && !reached(CLOSED)) {
      if (reached(ADDED)) column -= 1;
      else row -= 1;
    }
    runs.push(...runOf('+', to.slice(column, endColumn)), ...runOf('-', from.slice(row, endRow)));
    const end = column;
    for (let inside = row > 0 && column > 0; inside; ) {
      inside = reached(CONTINUED);
      row -= 1;
      column -= 1;
    }
    runs.push(...runOf('=', to.slice(column, end)));
  }
  return runs.reverse();
}

const runOf = (op: Run['op'], tokens: readonly Token[]): readonly Run[] =>
  tokens.length === 0 ? [] : [{ op, text: tokens.map(({ text }) => text).join('') }];

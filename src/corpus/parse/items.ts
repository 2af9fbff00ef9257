import { isAnnex } from './closing.ts';
import { type ItemMarker, type MarkerStyle, readItemMarker } from './label/marker.ts';
import type { Line } from './lines.ts';
import { isFinished } from './sentence.ts';

/** How a text without articles is numbered: which markers begin its units, and which stand above them as headings. */
export interface Items {
  readonly units: ReadonlyMap<Line, ItemMarker>;
  readonly divisions: ReadonlyMap<Line, ItemMarker>;
}

interface Entry {
  readonly line: Line;
  readonly index: number;
  readonly marker: ItemMarker;
}

/** The markers of one style that count on from one to the next. */
interface Row {
  readonly entries: readonly Entry[];
  /** It began at one again: a list that every unit has for itself. */
  readonly restarts: boolean;
}

/** From the outermost style to the innermost, as official documents nest them: 一、（一）1. */
const STYLES: readonly MarkerStyle[] = ['han', 'han-paren', 'arabic'];

/** Without 一、 above it, a shorter row is a list in a text and not the numbering of the text. */
const LONG_ROW = 5;

/**
 * Finds the units of a text numbered 一、二、. Where a finer numbering runs on through all of them
 * (`1.` to `50.` across seven 一、), that numbering is the one people cite: its members are the units, and
 * what stands above them are divisions.
 */
export function findItems(lines: readonly Line[]): Items {
  const markers = readEntries(lines);
  const rows = STYLES.map((style) => findRow(markers.filter(({ marker }) => marker.style === style)));
  const outermost = rows.findIndex(({ entries }, depth) => entries.length >= (depth === 0 ? 2 : LONG_ROW));
  if (outermost < 0) return { units: new Map(), divisions: new Map() };
  const chosen = rows.findLastIndex(
    (row, depth) => depth === outermost || runsThrough(row, rows.slice(outermost, depth)),
  );
  const above = rows.slice(outermost, chosen).flatMap((row) => row.entries);
  return {
    units: new Map(rows[chosen]?.entries.map(({ line, marker }) => [line, marker])),
    divisions: new Map(above.map(({ line, marker }) => [line, marker])),
  };
}

/** The lines that begin with a marker and do not continue the line before them, up to the first annex. */
function readEntries(lines: readonly Line[]): readonly Entry[] {
  const entries: Entry[] = [];
  let afterMarker = false;
  for (const [index, line] of lines.entries()) {
    const marker = readItemMarker(line.text);
    const before = lines[index - 1];
    const apart =
      line.marked || before === undefined || before.marked || afterMarker || isFinished(before.text);
    if (entries.length > 0 && isAnnex(line.text)) break;
    if (marker && (apart || entries.length === 0)) entries.push({ line, index, marker });
    afterMarker = marker !== null;
  }
  return entries;
}

/** The entries of one style that count on: a number may be lost, but then the row goes on after the loss. */
function findRow(all: readonly Entry[]): Row {
  const entries: Entry[] = [];
  for (const [position, entry] of all.entries()) {
    const expected = (entries.at(-1)?.marker.value ?? 0) + 1;
    const { value } = entry.marker;
    if (value === expected || (value > expected && all[position + 1]?.marker.value === value + 1))
      entries.push(entry);
  }
  return { entries, restarts: all.filter(({ marker }) => marker.value === 1).length > 1 };
}

/** Whether a row goes on counting across the members of every row above it. */
function runsThrough({ entries, restarts }: Row, above: readonly Row[]): boolean {
  const outer = above.filter((row) => row.entries.length > 1);
  const crosses = (row: Row): boolean =>
    entries.some(({ index }, position) => {
      const previous = entries[position - 1]?.index;
      return (
        previous !== undefined && row.entries.some((entry) => entry.index > previous && entry.index < index)
      );
    });
  return !restarts && entries.length > 1 && outer.length > 0 && outer.every(crosses);
}

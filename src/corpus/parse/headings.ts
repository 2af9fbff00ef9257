import type { OutlineLevel } from '../types.ts';
import { closeSpaces, isHeadingText, readItemMarker, readNumberedHeading } from './labels.ts';
import type { Line } from './lines.ts';
import { isAnnouncing, isFinished } from './sentence.ts';
import type { Units } from './units.ts';

/** A name above units. */
export interface Heading {
  readonly level: OutlineLevel;
  /** Empty where the heading stands without a number. */
  readonly label: string;
  readonly title: string;
  /** Its number; 0 without one. */
  readonly value: number;
  /** Text of the division on the line of its label, where the label is followed by sentences and not by a name. */
  readonly text?: string;
}

/** The lines, those of a heading that was wrapped being one again, and which of them are headings. */
export interface Headings {
  readonly lines: readonly Line[];
  readonly headings: ReadonlyMap<Line, Heading>;
}

/**
 * Finds the headings among the lines of a body: 编, 分编, 章 and 节 by their word, whatever mark stands before
 * them; a bare name by its place, directly above a unit or another heading; 一、 and （一） where they stand as
 * names above articles.
 */
export function findHeadings({ lines: source, starts, divisions }: Units): Headings {
  const isUnit = (line: Line): boolean => starts.has(line);
  const lines: Line[] = [];
  const headings = new Map<Line, Heading>();
  const last = new Map<OutlineLevel, number>();
  for (const [index, line] of source.entries()) {
    const before = lines.at(-1);
    const above = before && headings.get(before);
    const heading = isUnit(line)
      ? null
      : (divisions.get(line) ?? readHeading(line, before, above, source.slice(index + 1, index + 3), isUnit));
    if (heading && before && above && isWrapped(above, heading, line)) {
      const whole = { ...before, text: before.text + line.text };
      lines.splice(-1, 1, whole);
      headings.delete(before);
      headings.set(whole, { ...above, title: above.title + heading.title });
      continue;
    }
    lines.push(line);
    // What an amendment announces and inserts (第七节 where 第二节 is due) is no heading of its own.
    const due = (last.get(heading?.level ?? 'part') ?? 0) + 1;
    if (!heading || (before && !above && isAnnouncing(before.text) && heading.value !== due)) continue;
    headings.set(line, heading);
    if (heading.value > 0) last.set(heading.level, heading.value);
    if (heading.level !== 'section') last.delete('section');
  }
  return { lines, headings: lowerBareSections(headings) };
}

function readHeading(
  line: Line,
  before: Line | undefined,
  above: Heading | undefined,
  [next, second]: readonly Line[],
  isUnit: (line: Line) => boolean,
): Heading | null {
  if (!line.marked && !above && before && !isFinished(before.text)) return null;
  const numbered = readNumberedHeading(line.text);
  if (numbered) return numbered;
  if (!isHeadingText(line.text)) return null;
  const marker = readItemMarker(line.text);
  const stands = next !== undefined && (isUnit(next) || readNumberedHeading(next.text) !== null);
  if (marker?.style === 'han' || marker?.style === 'han-paren') {
    const level = marker.style === 'han' ? 'division' : 'subdivision';
    const nested =
      second !== undefined &&
      isUnit(second) &&
      next !== undefined &&
      readItemMarker(next.text)?.style === 'han-paren';
    if (!stands && !nested) return null;
    return { level, label: marker.marker, title: closeSpaces(marker.rest), value: marker.value };
  }
  if (marker || line.text.length > 30 || !/\p{Script=Han}/u.test(line.text)) return null;
  return stands || line.marked
    ? { level: 'chapter', label: '', title: closeSpaces(line.text), value: 0 }
    : null;
}

/** `第三章` / `总则`; `第五章 业主、` / `业主大会`; a bare line below a numbered heading is its second half. */
function isWrapped(above: Heading, { label }: Heading, line: Line): boolean {
  if (label !== '' || above.label === '') return false;
  return (
    !line.marked ||
    above.title === '' ||
    /[、和与與及的]$/.test(above.title) ||
    /^[、和与與及]/.test(line.text)
  );
}

/** Bare names between 第二章 and 第三章 leave no number for a chapter: they are sections of the second. */
function lowerBareSections(headings: ReadonlyMap<Line, Heading>): ReadonlyMap<Line, Heading> {
  const chapters = [...headings].filter(([, { level }]) => level === 'chapter');
  const result = new Map(headings);
  let previous = 0;
  for (const [position, [line, heading]] of chapters.entries()) {
    if (heading.value > 0) previous = heading.value;
    const next = chapters.slice(position).find(([, { value }]) => value > 0)?.[1].value;
    if (heading.value === 0 && previous > 0 && next === previous + 1)
      result.set(line, { ...heading, level: 'section' });
  }
  return result;
}

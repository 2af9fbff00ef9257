import type { OutlineLevel } from '../types.ts';
import { following } from './following.ts';
import { closeSpaces, isHeadingText, readNumberedHeading } from './label/heading.ts';
import { readItemMarker } from './label/marker.ts';
import type { Line } from './lines.ts';
import { isAnnouncing, isFinished, isNorm } from './sentence.ts';
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
  const lines: Line[] = [];
  const headings = new Map<Line, Heading>();
  const last = new Map<OutlineLevel, number>();
  for (const [index, line] of source.entries()) {
    const before = lines.at(-1);
    const above = before && headings.get(before);
    const heading =
      divisions.get(line) ?? (starts.has(line) ? null : readHeading(line, source, index, starts));
    if (heading && before && above && isWrapped(above, heading, line)) {
      const whole = { ...before, text: before.text + line.text };
      lines.splice(-1, 1, whole);
      headings.delete(before);
      headings.set(whole, { ...above, title: above.title + heading.title });
      continue;
    }
    lines.push(line);
    if (!heading || !(divisions.has(line) || isCredible(heading, line, above ? undefined : before, last)))
      continue;
    headings.set(line, heading);
    if (heading.value > 0) last.set(heading.level, heading.value);
    if (heading.level !== 'section') last.delete('section');
  }
  return { lines, headings: placeBareNames(headings) };
}

/** Whether a heading may stand below this line: `before` is text, or there is nothing before but a heading. */
function isCredible(
  { level, value }: Heading,
  line: Line,
  before: Line | undefined,
  last: ReadonlyMap<OutlineLevel, number>,
): boolean {
  const due = value === (last.get(level) ?? 0) + 1;
  // 二、 and （二） above a unit end a list, unless their own row of headings has come to two.
  if (level === 'division' && !due) return false;
  if (level === 'subdivision' && !(last.has('division') && (due || value === 1))) return false;
  if (before === undefined) return true;
  // What an amendment announces and inserts (第七节 where 第二节 is due) is no heading of its own.
  if (isAnnouncing(before.text)) return value > 0 && due;
  return line.marked || isFinished(before.text) || (value > 0 && due);
}

/** The heading that a line may be, by itself and by the lines below it. */
function readHeading(
  line: Line,
  source: readonly Line[],
  index: number,
  starts: Units['starts'],
): Heading | null {
  const numbered = readNumberedHeading(line.text);
  if (numbered) return numbered;
  if (!isHeadingText(line.text)) return null;
  const [next, second] = source.slice(index + 1, index + 3);
  const stands = next !== undefined && (starts.has(next) || readNumberedHeading(next.text) !== null);
  const marker = readItemMarker(line.text);
  if (marker?.style === 'han' || marker?.style === 'han-paren') {
    const nested = next && second && starts.has(second) && readItemMarker(next.text)?.style === 'han-paren';
    if (!stands && !nested && !line.marked) return null;
    const level = marker.style === 'han' ? 'division' : 'subdivision';
    return { level, label: marker.marker, title: closeSpaces(marker.rest), value: marker.value };
  }
  if (marker || line.text.length > 30 || !/^\p{Script=Han}/u.test(line.text)) return null;
  if (!line.marked && (!stands || isNorm(line.text))) return null;
  return { level: 'chapter', label: '', title: closeSpaces(line.text), value: 0 };
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

/**
 * A bare name is a chapter, unless the numbers leave no room for one: between 第二章 and 第三章 it is a section of
 * the second. 附则 of a code in parts stands beside the parts.
 */
function placeBareNames(headings: ReadonlyMap<Line, Heading>): ReadonlyMap<Line, Heading> {
  const result = new Map(headings);
  const high = [...headings].filter(([, { level }]) => level === 'chapter' || level === 'part');
  const next = following(
    high.map(([, heading]) => heading),
    ({ value }) => value > 0,
  );
  let inParts = false;
  let previous = 0;
  for (const [position, [line, heading]] of high.entries()) {
    if (heading.level === 'part') {
      inParts = true;
      previous = 0;
    } else if (heading.value > 0) previous = heading.value;
    else if (inParts && /^附[则則]$/.test(heading.title)) result.set(line, { ...heading, level: 'part' });
    else if (previous > 0 && next[position]?.level === 'chapter' && next[position].value === previous + 1)
      result.set(line, { ...heading, level: 'section' });
  }
  return result;
}

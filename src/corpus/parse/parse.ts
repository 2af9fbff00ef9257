import type { ParsedLaw } from '../types.ts';
import { assemble } from './assemble.ts';
import type { Block } from './blocks.ts';
import { dropBoilerplate } from './boilerplate.ts';
import { findClosing } from './closing.ts';
import { takeFront } from './front.ts';
import { findHeadings, type Heading } from './headings.ts';
import { readKind } from './kind.ts';
import { readItemMarker } from './label/marker.ts';
import { type Line, readLines } from './lines.ts';
import { rejoin } from './rejoin.ts';
import { unglueHeadings } from './unglue.ts';
import { findUnits, type UnitStart } from './units.ts';

/**
 * Parses a Chinese legal text: plain or Markdown, Simplified or Traditional, clean or torn by pages.
 *
 * Never fails: what cannot be understood stays as text where it stands, and `warnings` says so. Every letter of
 * the source is in the result, or in a heading, or in the `text` of a `boilerplate` warning. The time taken
 * grows with the length of the text and with nothing else.
 *
 * lines → front (title, dates, contents) → boilerplate → units → closing → headings → rejoin → assemble
 */
export function parseLaw(text: string): ParsedLaw {
  const front = takeFront(readLines(text));
  const page = dropBoilerplate(front.body, front.title);
  const kind = readKind(front.title, front.dates);
  const units = findUnits(unglueHeadings(page.lines), kind === 'decision');
  const lastUnit = units.lines.findLastIndex((line) => units.starts.has(line));
  const end = lastUnit < 0 ? units.lines.length : findClosing(units.lines, lastUnit);
  const { lines, headings } = findHeadings({ ...units, lines: units.lines.slice(0, end) });
  const joined = rejoin(lines.map((line) => toBlock(line, units.starts.get(line), headings.get(line))));
  const closing = units.lines.slice(end).map((line) => line.text);
  const warnings = [...front.warnings, ...page.warnings, ...units.warnings, ...joined.warnings];
  if (units.starts.size === 0)
    warnings.push({ line: 1, code: 'no-units', message: 'no article and no numbered item was found' });
  return {
    title: front.title,
    dates: front.dates,
    kind,
    ...assemble(joined.blocks),
    ...(closing.length > 0 ? { closing } : {}),
    warnings: warnings.sort((a, b) => a.line - b.line),
  };
}

function toBlock(line: Line, start: UnitStart | undefined, heading: Heading | undefined): Block {
  if (start) return { line, role: { kind: 'unit', unit: start.unit }, text: start.rest };
  if (heading) return { line, role: { kind: 'heading', heading }, text: heading.text ?? '' };
  return { line, role: { kind: 'text', marker: readItemMarker(line.text) }, text: line.text };
}

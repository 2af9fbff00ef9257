import { lettersOf } from '../normalise.ts';
import type { ParsedLaw, ParseWarning } from '../types.ts';
import { assemble } from './assemble.ts';
import type { Block } from './blocks.ts';
import { isBoilerplate } from './boilerplate.ts';
import { findClosing } from './closing.ts';
import { isContentsCaption, MAX_CONTENTS, measureContents } from './contents.ts';
import { takeFront } from './front.ts';
import { findHeadings, type Heading } from './headings.ts';
import { readKind } from './kind.ts';
import { readItemMarker } from './labels.ts';
import { type Line, readLines } from './lines.ts';
import { rejoin } from './rejoin.ts';
import { findUnits, type UnitStart } from './units.ts';

/**
 * Parses a Chinese legal text: plain or Markdown, Simplified or Traditional, clean or torn by pages.
 *
 * Never fails: what cannot be understood stays as text where it stands, and `warnings` says so. Every letter of
 * the source is in the result, or in a heading, or in the `text` of a `boilerplate` warning. The time taken
 * grows with the length of the text and with nothing else.
 *
 * lines → front (title, dates, contents) → page (frame, numbers) → units → closing → headings → rejoin → assemble
 */
export function parseLaw(text: string): ParsedLaw {
  const front = takeFront(readLines(text));
  const page = dropPage(front.body, front.title);
  const units = findUnits(page.lines);
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
    kind: readKind(front.title, front.dates),
    ...assemble(joined.blocks),
    ...(closing.length > 0 ? { closing } : {}),
    warnings: warnings.sort((a, b) => a.line - b.line),
  };
}

/** Leaves out what the pages repeat: their numbers, their frame, the title over each, a table of contents below the preamble. */
function dropPage(
  body: readonly Line[],
  title: string,
): { readonly lines: readonly Line[]; readonly warnings: readonly ParseWarning[] } {
  const lines: Line[] = [];
  const warnings: ParseWarning[] = [];
  const letters = lettersOf(title);
  const drop = (message: string, dropped: readonly Line[]): void => {
    const text = dropped.map((line) => line.text).join('\n');
    warnings.push({ line: dropped[0]?.number ?? 0, code: 'boilerplate', message, text });
  };
  for (let at = 0; at < body.length; at += 1) {
    const line = body[at];
    if (!line) break;
    const contents = isContentsCaption(line.text) ? measureContents(body.slice(at, at + MAX_CONTENTS)) : 0;
    const header = line.text.length <= title.length + 8 && letters !== '' && lettersOf(line.text) === letters;
    if (contents > 0) {
      drop('a table of contents', body.slice(at, at + contents));
      at += contents - 1;
    } else if (header || isBoilerplate(line.text)) drop('belongs to the page, not to the text', [line]);
    else lines.push(line);
  }
  return { lines, warnings };
}

function toBlock(line: Line, start: UnitStart | undefined, heading: Heading | undefined): Block {
  if (start) return { line, role: { kind: 'unit', unit: start.unit }, text: start.rest };
  if (heading) return { line, role: { kind: 'heading', heading }, text: heading.text ?? '' };
  return { line, role: { kind: 'text', marker: readItemMarker(line.text) }, text: line.text };
}

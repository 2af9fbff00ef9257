import { NUMERAL_CHARACTERS as N } from '../numerals.ts';
import { readNumberedHeading } from './label/heading.ts';
import type { Line } from './lines.ts';

const HEADING = `第\\s*[${N}]{1,5}\\s*(?:[编編章节節]|分[编編])[^。；：，！？]{1,30}?\\s*`;
/**
 * A heading inside a line: after the end of a sentence or at the start, up to the end or an article's label; before
 * an article's label a space before it is enough.
 * `…的工作。第二章 规划 第十条 …`, `甲条例 第一章 总则 第一条 …`; not `…。第二章的规定，适用于…`.
 */
const GLUED = new RegExp(
  `(?<=^|[\\s。；”」)）])${HEADING}(?=第\\s*[${N}]{1,9}\\s*[条條])|(?<=[。；”」)）]\\s{0,4})${HEADING}$`,
  'gu',
);

/** Gives each heading that stands inside a line a line of its own, with the same number. */
export function unglueHeadings(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line) => {
    // Few lines name a chapter anywhere; the rest are left without a search.
    if (!/[编編章节節]/.test(line.text) || readNumberedHeading(line.text)) return [line];
    const parts: Line[] = [];
    let at = 0;
    const add = (end: number): void => {
      const text = line.text.slice(at, end).trim();
      if (text !== '') parts.push({ ...line, text, broken: line.broken && at === 0 });
      at = end;
    };
    for (const match of line.text.matchAll(GLUED)) {
      if (!readNumberedHeading(match[0].trim())) continue;
      add(match.index);
      add(match.index + match[0].length);
    }
    add(line.text.length);
    return parts.length === 1 ? [line] : parts;
  });
}

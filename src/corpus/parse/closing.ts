import { isCitation, isHeadingText, readArticleLabel, readItemMarker } from './labels.ts';
import type { Line } from './lines.ts';
import { isAnnouncing, isFinished } from './sentence.ts';

/**
 * How many lines the text has before its closing: annexes, tables and signatures that come after the last unit.
 * `last` is the index of the line on which the last unit begins.
 */
export function findClosing(lines: readonly Line[], last: number): number {
  for (let index = last + 1; index < lines.length; index += 1) {
    const line = lines[index];
    const before = lines[index - 1];
    if (line && before && closes(line, before, index - 1 > last)) return index;
  }
  return lines.length;
}

/** `附件：`, `附件1`, `附表二`, `附：`, `附录`; not `附则` nor `附近的单位应当…。` */
const ANNEX =
  /^[（(【[]?附\s*(?:件|表|录|錄|图|圖|注)?\s*[一二三四五六七八九十0-9０-９]*\s*(?:[:：）)】\]]|$|\s)/;
/** `附件1北京市…目录`, without anything between. */
const NAMED_ANNEX = /^附(?:件|表|录|錄|图|圖)[^。；]{0,40}$/;

function closes(line: Line, before: Line, second: boolean): boolean {
  if (line.broken || line.marked || ANNEX.test(line.text) || NAMED_ANNEX.test(line.text)) return true;
  if (!isFinished(before.text) || isAnnouncing(before.text)) return false;
  // A second text with articles of its own, or a signature: a name or a date that no sentence holds.
  const label = readArticleLabel(line.text);
  if (label?.main === 1 && label.spaced && !isCitation(label)) return true;
  return isHeadingText(line.text) && !readItemMarker(line.text) && (second || line.text.length <= 30);
}

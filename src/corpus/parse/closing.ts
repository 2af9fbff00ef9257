import { isCitation, readArticleLabel } from './label/article.ts';
import { isHeadingText } from './label/heading.ts';
import { readItemMarker } from './label/marker.ts';
import type { Line } from './lines.ts';
import { FULL_LINE, isAnnouncing, isFinished } from './sentence.ts';

/**
 * How many lines the text has before its closing: annexes, tables and signatures that come after the last unit.
 * `last` is the index of the line on which the last unit begins.
 */
export function findClosing(lines: readonly Line[], last: number): number {
  const start = lines.findIndex((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && index > last && closes(line, before, lines.slice(index + 1, index + 12));
  });
  return start < 0 ? lines.length : start;
}

/** `附件：`, `附件1`, `附表二`, `附：`, `附录`; not `附 则` nor `附近的单位应当…。` */
const ANNEX =
  /^[（(【[]?附(?!\s*[则則])\s*(?:件|表|录|錄|图|圖|注)?\s*[一二三四五六七八九十0-9０-９]*\s*(?:[:：）)】\]]|$|\s)/;
/** `附件1北京市…目录`, without anything between. */
const NAMED_ANNEX = /^附(?:件|表|录|錄|图|圖)[^。；]{0,40}$/;

/** What is said after all units: `此复。`, `本决定自公布之日起施行。`, `《…法》根据本决定作相应修改，重新公布。` */
const LAST_WORD =
  /^(?:此复|此復|特此(?:通知|公告|批复|批復|决定|決定)|以上(?:规定|規定|意见|意見|决定|決定).{0,20}(?:执行|執行)|注[：:]|本(?:决定|決定|修正案)自.{1,30}(?:施行|实施|實施)|《[^》]{2,60}》(?:根据|根據|依照)本(?:决定|決定|修正案)作?)/;

/** Whether an annex begins here. */
export function isAnnex(text: string): boolean {
  return ANNEX.test(text) || NAMED_ANNEX.test(text);
}

function closes(line: Line, before: Line, after: readonly Line[]): boolean {
  const { text } = line;
  const listed = readItemMarker(text) !== null;
  if (line.broken || isAnnex(text) || (line.marked && !listed)) return true;
  if (!isFinished(before.text) || isAnnouncing(before.text)) return false;
  // A second text, with articles of its own.
  const label = readArticleLabel(text);
  if (label?.main === 1 && label.spaced && !isCitation(label)) return true;
  return LAST_WORD.test(text) || (isName(line) && (text.length < FULL_LINE || after.every(isName)));
}

/** A signature, a date, a caption: a name that no sentence holds. `市长：张三`, `2024年1月2日`, `某市人民政府` */
const isName = ({ text }: Line): boolean =>
  text.length <= 40 && (isHeadingText(text) || SIGNED.test(text)) && readItemMarker(text) === null;
const SIGNED = /^[\p{Script=Han}\s]{2,12}[：:][\p{Script=Han}\s]{2,12}$/u;

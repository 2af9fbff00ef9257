import { lettersOf } from '../normalise.ts';
import { readArticleLabel } from './label/article.ts';
import { isHeadingText, readNumberedHeading } from './label/heading.ts';
import type { Line } from './lines.ts';
import { isFinished } from './sentence.ts';

/** `目 录`, `目录`, `目　　次`, `【目录】` */
const CAPTION = /^[【[]?目\s*[录錄次][】\]]?[:：]?$/;
/** A whole table on one line: `目录 第一章 总则 第二章 …` */
const ONE_LINE = /^目\s*[录錄次]\s*第\s*[一1]\s*[编編章]/;
/** Whether a table of contents begins here and says so. */
export const isContentsCaption = (text: string): boolean =>
  CAPTION.test(text) || (ONE_LINE.test(text) && !isFinished(text));

/** What leads to a page number: `……12`, `. . . 3`, `\t5` */
const LEADER = /[\s.…·．]*[.…·．\s]\d{1,3}$/;
/** An entry without its page number. Beyond this length no line is an entry. */
const withoutLeader = (text: string): string => (text.length > 200 ? text : text.replace(LEADER, ''));

/** No law has more headings; how far a table of contents is looked for. */
export const MAX_CONTENTS = 2000;

/**
 * How many of the first lines are a table of contents: headings that are printed once more over their text.
 * Told by its caption, or by its first heading coming again before any text; 0 if there is none.
 */
export function measureContents(lines: readonly Line[]): number {
  const caption = lines[0];
  if (caption && ONE_LINE.test(caption.text) && !isFinished(caption.text)) return 1;
  const captioned = caption !== undefined && CAPTION.test(caption.text);
  const start = captioned ? 1 : 0;
  const first = lines[start];
  if (!first || !(captioned || readNumberedHeading(withoutLeader(first.text)))) return start;
  const key = keyOf(first);
  let end = start;
  while (end < lines.length) {
    const line = lines[end];
    if (!line || !isEntry(line)) break;
    if (end > start && keyOf(line) === key) return end;
    end += 1;
  }
  return captioned ? end : 0;
}

const isEntry = ({ text }: Line): boolean =>
  !readArticleLabel(text) && !isFinished(text) && isHeadingText(withoutLeader(text));

const keyOf = ({ text }: Line): string => lettersOf(withoutLeader(text));

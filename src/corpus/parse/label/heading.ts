import type { OutlineLevel } from '../../types.ts';
import { PRINTED_NUMERAL, readNumeral } from './numeral.ts';

/** `第三章 创新主体`, read. */
export interface NumberedHeading {
  readonly level: OutlineLevel;
  readonly value: number;
  /** `第三章` */
  readonly label: string;
  readonly title: string;
}

const LEVELS: Readonly<Record<string, OutlineLevel>> = {
  编: 'part',
  編: 'part',
  部分: 'part',
  分编: 'subpart',
  分編: 'subpart',
  章: 'chapter',
  节: 'section',
  節: 'section',
};

/** `第一章 总则`, `第一章总则`, `第 二 节`, `第一分编 通则`; sentences that begin alike are told by their end. */
const NUMBERED_HEADING = new RegExp(
  `^[第笫弟]\\s*([${PRINTED_NUMERAL}]{1,12}?)\\s*(分[编編]|[编編]|章|[节節]|部分)\\s*(.*)$`,
  'u',
);

/** What follows 第…章 where it is cited: `第二章的规定`, `第二章和第三章` */
const CITED = /^(?:的|规定|規定|和第|至第|、)/;

/** `第三章创新主体`; not `第一节课后，学校应当…。` nor `第二章的规定，适用于…`. */
export function readNumberedHeading(text: string): NumberedHeading | null {
  if (text.length > 80) return null;
  const match = NUMBERED_HEADING.exec(text);
  if (!match) return null;
  const number = readNumeral(match[1] ?? '');
  const [, , word = '', title = ''] = match;
  const level = LEVELS[word];
  if (number === null || level === undefined || CITED.test(title) || !isHeadingText(title.replace(/、$/, '')))
    return null;
  return { level, value: number.value, label: `第${number.numeral}${word}`, title: closeSpaces(title) };
}

/** A heading is a name, not a sentence: nothing in it ends or divides one. `法律责任`, `业主、业主组织`; the empty one too. */
export function isHeadingText(text: string): boolean {
  return text.length <= 60 && !/[。；：，！？;:!?|]|,(?!\d)|[、—-]$/.test(text);
}

/** Words of a heading that a page has spread out: `总 则` is 总则; a space between Latin words stays. */
export function closeSpaces(text: string): string {
  return text.replace(/(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])/g, '');
}

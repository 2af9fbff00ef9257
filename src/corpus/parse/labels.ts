/**
 * What a line may begin with: the label of an article, a heading, the marker of an item. Each reader looks at
 * one line alone; whether it is what it looks like is decided by its neighbours, elsewhere.
 */

import { NUMERAL_CHARACTERS as N, parseNumeral } from '../numerals.ts';
import type { OutlineLevel } from '../types.ts';

export interface ArticleLabel {
  /** Its number and, for 第十条之二, the 2 that follows. */
  readonly main: number;
  readonly sub: number;
  /** `23`, `10-2` */
  readonly number: string;
  /** Repaired: `第三十一条` for `第三十－条`. */
  readonly label: string;
  /** It had to be repaired by more than closing its spaces. */
  readonly damaged: boolean;
  /** A space or the end of the line stands after the label. */
  readonly spaced: boolean;
  readonly rest: string;
}

/** What scanning and copying make of 一 and other strokes: dashes, Kangxi radicals, full-width signs. */
const DAMAGED: Readonly<Record<string, string>> = {
  ...{ '－': '一', '—': '一', '―': '一', '─': '一', ー: '一', '-': '一', '⼀': '一' },
  ...{ '⼆': '二', ニ: '二', '⼋': '八', '⼗': '十', '＋': '十', '+': '十' },
};
const DAMAGED_CHARACTERS = '－—―─ー⼀⼆ニ⼋⼗＋+\\-';

/** The numeral without spaces, each damaged stroke repaired. */
const repair = (printed: string): string =>
  [...printed.replace(/\s/g, '')].map((character) => DAMAGED[character] ?? character).join('');

/**
 * `第一条 `, `第三十五 条`, `第23條`, `第十条之二`, `笫四条`, `三十－` for 三十一; not `第三人`, `第一款`, `第一类`, `“第一条`.
 * The run of numerals is bounded, so no line costs more than its first characters.
 */
const ARTICLE = new RegExp(
  `^[第笫弟]\\s*([${N}${DAMAGED_CHARACTERS}\\s]{1,16}?)\\s*[条條](?:\\s*之\\s*([${N}]{1,3}))?`,
  'u',
);

/** The label of an article at the start of a line, if there is one. */
export function readArticleLabel(text: string): ArticleLabel | null {
  const match = ARTICLE.exec(text);
  if (!match) return null;
  const printed = match[0].replace(/\s/g, '');
  const digits = repair(match[1] ?? '');
  const main = parseNumeral(digits);
  const sub = match[2] === undefined ? 0 : parseNumeral(match[2]);
  if (main === null || main === 0 || sub === null) return null;
  const label = `第${digits}${printed.includes('條') ? '條' : '条'}${match[2] === undefined ? '' : `之${match[2]}`}`;
  const after = text.slice(match[0].length);
  return {
    main,
    sub,
    number: sub === 0 ? `${main}` : `${main}-${sub}`,
    label,
    damaged: printed !== label,
    spaced: after === '' || /^[\s【[：:]/.test(after),
    rest: after.trimStart(),
  };
}

/**
 * What follows 第…条 where it is cited and not labelled: `第三条第一款规定的`, `第五条、第六条`, `第九条至`, `第八条所列`.
 * With a space between, only what could not begin an article: `第八条 规定的` but not `第八条 第三人`.
 */
const CITED =
  /^(?:第[^，。；]{1,5}[款項项目]|、\s*第|[，,；;。.)）》”至]|规定|規定|所[列称稱规規述]|的|之规|之規|[和与與及]第|或者?第|以及|中的|中[“"]|修[改订訂]|改[为為]|[后後]?增加|[删刪]去|外[，,])/;
const CITED_SPACED =
  /^(?:、\s*第|[，,；;。.)）》”]|至第|规定的|規定的|所列|所规定|所規定|第[^，。；]{1,4}[款項项](?:[、，和或规規的至中及]|$))/;

/** Whether 第…条, followed by this, cites an article instead of beginning one. */
export function isCitation(label: ArticleLabel): boolean {
  return label.spaced ? CITED_SPACED.test(label.rest) : CITED.test(label.rest);
}

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
  `^[第笫弟]\\s*([${N}${DAMAGED_CHARACTERS}\\s]{1,12}?)\\s*(分[编編]|[编編]|章|[节節]|部分)\\s*(.*)$`,
  'u',
);

/** `第三章创新主体`; not `第一节课后，学校应当…。` nor `第二章的规定，适用于…`. */
export function readNumberedHeading(text: string): NumberedHeading | null {
  if (text.length > 80) return null;
  const match = NUMBERED_HEADING.exec(text);
  if (!match) return null;
  const digits = repair(match[1] ?? '');
  const value = parseNumeral(digits);
  const word = match[2] ?? '';
  const title = match[3] ?? '';
  const level = LEVELS[word];
  if (
    value === null ||
    level === undefined ||
    !isHeadingText(title.replace(/、$/, '')) ||
    /^(?:的|规定|規定|和第|至第|、)/.test(title)
  )
    return null;
  return { level, value, label: `第${digits}${word}`, title: closeSpaces(title) };
}

/** A heading is a name, not a sentence: nothing in it ends or divides one. `法律责任`, `业主、业主组织`; the empty one too. */
export function isHeadingText(text: string): boolean {
  return text.length <= 60 && !/[。；：，！？;:!?|]|,(?!\d)|[、—-]$/.test(text);
}

/** Words of a heading that a page has spread out: `总 则` is 总则; a space between Latin words stays. */
export function closeSpaces(text: string): string {
  return text.replace(/(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])/g, '');
}

export type MarkerStyle = 'han' | 'han-paren' | 'arabic' | 'arabic-paren' | 'circled';

export interface ItemMarker {
  readonly style: MarkerStyle;
  readonly value: number;
  /** As printed: `（一）`, `1．` */
  readonly marker: string;
  readonly rest: string;
}

const HAN = '[一二三四五六七八九十百零〇]{1,5}';
/** What follows （三） where it is cited: `（三）项规定的`, `（一）、（二）项`; not `（三）项目…`, `（二）及时…`. */
const NOT_CITED = '(?!\\s*(?:[项項](?!目)|款(?![项項])|目(?=[规規的所、])|[、至和或及与與]\\s*[（(第]))\\s*';
/** How each style is written. None takes what is cited (`（三）项`), a decimal (`1.5倍`) or a year (`2024.`). */
const MARKERS: readonly (readonly [MarkerStyle, RegExp])[] = [
  // Not 一、二级海塘 nor 一、二、三等: there the numeral is one of several.
  ['han', new RegExp(`^(${HAN})\\s*[、．.](?!\\s*${HAN}\\s*[、级級类類等号號档檔])\\s*`)],
  ['han-paren', new RegExp(`^[（(]\\s*(${HAN})\\s*[）)]${NOT_CITED}`)],
  ['han-paren', /^([㈠-㈩])\s*/],
  ['arabic', /^([0-9０-９]{1,3})\s*[.．、](?![0-9０-９])\s*/],
  ['arabic', /^([⒈-⒛])\s*/],
  ['arabic-paren', new RegExp(`^[（(]?\\s*([0-9０-９]{1,3})\\s*[）)]${NOT_CITED}`)],
  ['arabic-paren', /^([⑴-⒇])\s*/],
  ['circled', /^([①-⑳])\s*/],
];
const MARKER_START = /^[一二三四五六七八九十百（(0-9０-９㈠-㈩⒈-⒛⑴-⒇①-⑳]/;

/** The marker of an item at the start of a line: `一、`, `（一）`, `(一）`, `1.`, `1、`, `⒈`, `（1）`, `①`. */
export function readItemMarker(text: string): ItemMarker | null {
  if (!MARKER_START.test(text)) return null;
  for (const [style, pattern] of MARKERS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const marker = match[0].trimEnd();
    return { style, value: readValue(match[1] ?? ''), marker, rest: text.slice(match[0].length) };
  }
  return null;
}

/** ㈠, ⑴, ⒈ and ① count from the first of their row; the rest are numerals. */
function readValue(numeral: string): number {
  for (const first of ['㈠', '⒈', '⑴', '①']) {
    const offset = (numeral.codePointAt(0) ?? 0) - (first.codePointAt(0) ?? 0);
    if (offset >= 0 && offset < 20) return offset + 1;
  }
  return parseNumeral(numeral) ?? 0;
}

/** Whether a line has a place in the structure of a text, and so is no part of a title or a date. */
export const isStructure = (text: string): boolean =>
  readArticleLabel(text) !== null ||
  readNumberedHeading(text) !== null ||
  readItemMarker(text)?.style === 'han' ||
  /^目\s*[录錄次]$/.test(text);

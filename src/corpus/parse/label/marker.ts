import { parseNumeral } from '../../numerals.ts';

/** 一、 | （一） | 1. | （1） | ① */
export type MarkerStyle = 'han' | 'han-paren' | 'arabic' | 'arabic-paren' | 'circled';

/** `（三）`, read. */
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

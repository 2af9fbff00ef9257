import { NUMERAL_CHARACTERS, parseNumeral } from '../../numerals.ts';

/** What scanning and copying make of 一 and other strokes: dashes, Kangxi radicals, full-width signs. */
const DAMAGED: Readonly<Record<string, string>> = {
  ...{ '－': '一', '—': '一', '―': '一', '─': '一', ー: '一', '-': '一', '⼀': '一' },
  ...{ '⼆': '二', ニ: '二', '⼋': '八', '⼗': '十', '＋': '十', '+': '十' },
};

/** For the brackets of a regular expression: what the numeral of a label is printed with, spaces and damage among it. */
export const PRINTED_NUMERAL = `${NUMERAL_CHARACTERS}－—―─ー⼀⼆ニ⼋⼗＋+\\-\\s`;

/** The numeral of a label, repaired, and its value: `三十－` is 三十一, 31. Null if it has none. */
export function readNumeral(printed: string): { readonly numeral: string; readonly value: number } | null {
  const numeral = [...printed.replace(/\s/g, '')]
    .map((character) => DAMAGED[character] ?? character)
    .join('');
  const value = parseNumeral(numeral);
  return value === null ? null : { numeral, value };
}

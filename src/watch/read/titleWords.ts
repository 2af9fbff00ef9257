import type { CheerioAPI } from 'cheerio/slim';
import { leafDate } from './dates.ts';
import type { Row } from './select.ts';

/** `09-15`, `[09-15]`, `9月15日`, `09-15 10:30`; not `3-15`, `13-45`, `1-2`. */
const MONTH_DAY =
  /^[\s[(（【]*(?:(?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])|(?:0?[1-9]|1[0-2])月\s*(?:0?[1-9]|[12]\d|3[01])日)(?:\s+\d{1,2}:\d{2})?[\s\])）】]*$/;
/** What may stand beyond the day, and is no word of the title either. */
const MARK = /^\s*(?:NEW!?|HOT!?|置顶|最新)\s*$/i;

/** A day without its year, or in the pieces of a calendar's leaf. */
export const isDay = (text: string): boolean => MONTH_DAY.test(text) || leafDate(text).written;

/** Takes away days and marks that stand alone, each in a box of its own at one end of an element, however deep; whether there was a day. */
function strip($: CheerioAPI, element: Row, end: 'first' | 'last'): boolean {
  const nodes = element.contents().toArray();
  if (end === 'last') nodes.reverse();
  let hadDay = false;
  for (const node of nodes) {
    const text = $(node).text();
    if (text.trim() === '') continue;
    if (!('attribs' in node)) break;
    const box: Row = $(node);
    if (isDay(text)) hadDay = true;
    else if (!MARK.test(text)) return strip($, box, end) || hadDay;
    box.remove();
  }
  return hadDay;
}

/**
 * The words of an element that a title is read from, without the day of its row where that stands in a box of its own at either
 * end: 概念验证办法<span>09-15</span>. A whole date is left to `tidyTitle`, which knows the row's.
 */
export function titleWords($: CheerioAPI, element: Row): string {
  const whole = element.text();
  if (element.children().length === 0 || !/\d/.test(whole)) return whole;
  const copy = element.clone();
  const hadDay = [strip($, copy, 'first'), strip($, copy, 'last')].includes(true);
  const words = copy.text();
  return hadDay && words.trim() !== '' ? words : whole;
}

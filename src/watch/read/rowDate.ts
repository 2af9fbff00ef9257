import type { CheerioAPI } from 'cheerio/slim';
import { dateOfUrl, datesIn, NO_DATE, type ReadDate, readDate, type StandingDate } from './dates.ts';
import { type Alternative, parseSelector, type Row, select, shownWords, type Where } from './select.ts';

/** Where the day of a row is looked for if nobody says: around its link, then in its address, last in the link's own words. */
export const ANYWHERE = [
  ...['span', 'em', 'i', 'time@datetime', 'time', 'dd', 'text', 'div', 'p'].map(
    (place) => `nearest ${place}`,
  ),
  'url',
  'text',
].join(' || ');

export interface DatePlaces {
  /** Looked at before the row's address, */
  readonly shown: readonly Alternative[];
  /** and after it. */
  readonly further: readonly Alternative[];
}

/** `nearest span || url || text`, parted at the address; without one that comes last. */
export function parseDatePlaces($: CheerioAPI, selector: string): DatePlaces {
  const [shown = '', ...further] = selector.split(/(?:^|\|\|)\s*url\b[^|]*(?:\|\||$)/i);
  const parse = (part: string) => (part.trim() === '' ? [] : parseSelector($, part));
  return { shown: parse(shown), further: parse(further.join('||')) };
}

/** So many characters before a date say what it is. */
const NEAR = 16;
const LETTER_BEFORE = /[\p{L}\p{N}]$/u;
const LETTER_AFTER = /^[\p{L}\p{N}]/u;
/** 发布日期2026-09-15, 时间：2026-09-15, 发布于2026-09-15. */
const LABEL_BEFORE = /(?:日期|时间|[发公颁]布于?|更新于?)\s*[:：]?\s*$/;
/** 2026-09-15发布, 2026-09-15来源, 2026-09-15至2026-10-15, 2026-09-15 2026-10-15 run together. */
const LABEL_AFTER = /^(?:发布|来源|作者|阅读|浏览|点击|[至到]\s*\d|\d{4}[-/.年])/;
/** 2026年9月15日至10月15日受理… */
const SPAN_AFTER = /^\s*[至到]/;
/** What a label says of a day on which something was put up. Others are days of the document, or of what it is about. */
const PUBLISHED =
  /(?:发布|发文|发稿|[公颁]布|公开|刊[发登]|上[传网]|录入|添加|更新|征集|征求意见|公示)(?:日期|时间|日)?$|^(?:日期|时间)$/;
/** The same without a colon: 成文日期2026-09-15, 有效期至2026-09-15. */
const OTHER_DAY_BEFORE =
  /(?:成文|签发|印发|批准|通过|生效|施行|实施|废止|失效|截止|结束|有效期?|到期)(?:日期|时间|日)?[至到]?\s*$/;

/** Whether what stands before a date says that it is another than the row's: 成文日期：2019-03-01, 活动时间：2019-03-01. */
function isOtherDay(before: string): boolean {
  const label = /(\p{Script=Han}{2,})\s*[:：]\s*$/u.exec(before)?.[1];
  return label === undefined ? OTHER_DAY_BEFORE.test(before) : !PUBLISHED.test(label);
}

/** 截至2026-09-15, 自2026年9月15日: a day that something ends or begins on. */
const TERM_BEFORE = /[至到自从于截]\s*$/;

/** Whether a date stands for itself in words that hold it, and is not the object of a sentence: 关于废止2019年3月1日发布的办法. */
function isApart(text: string, { at, end }: StandingDate): boolean {
  const [before, after] = [text.slice(Math.max(0, at - NEAR), at), text.slice(end)];
  return (
    !isOtherDay(before) &&
    (!LETTER_BEFORE.test(before) || LABEL_BEFORE.test(before)) &&
    (!LETTER_AFTER.test(after) || LABEL_AFTER.test(after))
  );
}

/** The date of words around a row, where it stands apart from them: `来源：科技部 2026-09-15`. Not 自2019年3月1日起施行. */
function apartDate(text: string): ReadDate {
  const dates = datesIn(text);
  if (dates.length === 0) return readDate(text);
  return dates.find((date) => isApart(text, date)) ?? NO_DATE;
}

const OPENS = /^(?:[\s[(（【·•:：]|置顶|发布日期|发布时间|日期|时间)*$/;
const CLOSES = /^[\s\])）】]*$/;

/**
 * The date of words that a row's title is part of: at either end of them, in brackets or bare, and in words of Chinese only where
 * those stand apart. Takes: 关于征集的通知（2026-08-20） · 2026-08-20 关于… · 办法2026-08-20 · 办法（2026年8月20日）.
 * Leaves alone: 关于废止2019年3月1日发布的… · 条例（2020年1月1日起施行） · 《办法》（2019年3月1日）解读 · 征集截至2026-08-20.
 */
function edgeDate(text: string): ReadDate {
  const dates = datesIn(text);
  if (dates.length === 0) return readDate(text);
  const isAtEdge = (date: StandingDate): boolean => {
    const [before, after] = [text.slice(0, date.at), text.slice(date.end)];
    const near = before.slice(-NEAR);
    const isLast = CLOSES.test(after) && (!TERM_BEFORE.test(near) || LABEL_BEFORE.test(near));
    const stands = date.inWords ? isApart(text, date) : !isOtherDay(near);
    return stands && (isLast || (OPENS.test(before) && !SPAN_AFTER.test(after)));
  };
  return dates.findLast(isAtEdge) ?? NO_DATE;
}

/** What an element says apart from its links. */
function besideLinks(element: Row): string {
  const copy = element.clone();
  copy.find('a').remove();
  return shownWords(copy);
}

/** The date of words within a link: those may be its title, or all that is known of it: 来源：市科委 时间：2026-09-15 浏览：3. */
function dateWithin(text: string): ReadDate {
  const date = edgeDate(text);
  return date.written ? date : (datesIn(text).find((one) => !one.inWords && isApart(text, one)) ?? NO_DATE);
}

/**
 * A date in an element of a row. Of one that is the row's link or stands in it, the words may be the title's. Of one that holds
 * the link, what stands beside that is asked first. Where places were guessed, a date must stand apart.
 */
function dateIn(text: string, element: Row, where: Where): ReadDate {
  if (element.is('a')) return edgeDate(text);
  if (element.closest('a').length > 0) return dateWithin(text);
  const read = where === 'nearest' ? apartDate : readDate;
  if (element.find('a').length === 0) return read(text);
  const beside = read(besideLinks(element));
  return beside.written ? beside : edgeDate(text);
}

/** The date of a row: as it shows it, or as its address has it. A day that it shows and the calendar has not is none. */
export function rowDate($: CheerioAPI, row: Row, places: DatePlaces, url: string): ReadDate {
  let found = NO_DATE;
  const look = (alternatives: readonly Alternative[]): boolean => {
    const isDate = (text: string, element: Row, where: Where): boolean => {
      found = dateIn(text, element, where);
      return found.written;
    };
    select($, row, alternatives, isDate, shownWords);
    return found.written;
  };
  if (look(places.shown)) return found;
  const date = dateOfUrl(url);
  if (date !== null) return { written: true, date, text: '' };
  look(places.further);
  return found;
}

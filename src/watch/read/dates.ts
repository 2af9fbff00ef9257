/** Official pages give dates in Beijing time, which has had no daylight saving since 1991. */
const BEIJING_OFFSET_HOURS = 8;
const DAY_MINUTES = 24 * 60;

const FIRST_YEAR = 1949;
const LAST_YEAR = 2100;

const pad = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** `2026-02-28` where the calendar has that day, null where it has not: 2026-02-31, month 13, the year 9999. */
function calendarDate(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const days = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days ? `${year}-${pad(month)}-${pad(day)}` : null;
}

/**
 * Numeric and Chinese dates, with a time or not, wherever they stand in a text.
 * Takes: 2026-09-15 · 2026/9/5 · 2026.07.08 · [2026-09-15] · 2026年9月5日 · 2026 年 9 月 5 日 16:49 · 2026-05-18-16:49:00 ·
 * 2026-10-04 01:39:11.0 · 2026-10-04T01:39:11Z · 2026-10-04T01:39-05:00 · 2026-10-04 01:39:11 GMT+0800 · 2026-09-15 03:30 PM ·
 * 2026年9月15日（星期二）下午3:30 · 20260918 alone in a URL is `dateOfUrl`'s.
 * Leaves alone: 1.2.3 · 2026年第3号 · 2026-2027 · the range in 2026-03-01 09:00-12:00 (its start is taken) · 12026-09-15 · 2026-09-155
 */
const DATE_TIME =
  /(?<!\d)(\d{4})\s*(?:[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:(?!\d)|(?=\d{4}[-/.]))|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号])(?:\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?)?(?:[T\s-]*(上午|下午|凌晨|早上|中午|晚上|[AP]M)?\s*(\d{1,2})[:时点](\d{2})(?:[:分](\d{2})(?:\.\d{1,9})?)?[秒分]?\s*(?:([AP]M)\b\s*)?((?:GMT|UTC)[+-]\d{1,2}(?::?\d{2})?|Z|UTC|GMT|\+\d{2}(?::?\d{2})?(?!\d)|(?<=:\d{2}:\d{2}(?:\.\d{1,9})?|\dT\d{2}:\d{2})-(?:0\d|1[0-2]):?\d{2}(?![-\d/.年:]))?)?/i;
const DATE_TIMES = new RegExp(DATE_TIME, 'gi');

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?:\.\d+)?(?:\s*(?<half>[AP]M)\b)?`;
const ZONE = String.raw`(?<zone>(?:GMT|UTC)?[+-]\d{2}:?\d{2}|Z|UTC|GMT|UT|CST|EST|EDT|PST|PDT)\b`;
/**
 * Takes: `4 Jun 2026 16:00:00 GMT` · `Thu, 04 Jun 2026 16:00 +0800` · `Thu, 04 Jun 26 16:00:00 +0800` · `15 SEP 2026` ·
 * `Jun 4, 2026` · `Sep 15 2026 10:20:30 GMT+0800` · `Sep 15 10:20:30 CST 2026`.
 * Leaves alone: `5 Markets 2026` · `04 Jun 26`, whose year may be its day.
 */
const ENGLISH_DATES = [
  String.raw`(?<!\d)(?<day>\d{1,2})[\s-]+(?<month>${MONTH})\.?,?[\s-]+(?<year>\d{4}|\d{2}(?=\s+\d{1,2}:\d{2}))(?!\d)(?:[\s,]+${CLOCK}\s*(?:${ZONE})?)?`,
  String.raw`\b(?<month>${MONTH})\.?\s+(?<day>\d{1,2})(?:,\s*|\s+)(?<year>\d{4})(?!\d)(?:[\s,]+${CLOCK}\s*(?:${ZONE})?)?`,
  String.raw`\b(?<month>${MONTH})\s+(?<day>\d{1,2})\s+${CLOCK}\s+(?:${ZONE}\s+)?(?<year>\d{4})(?!\d)`,
].map((pattern) => new RegExp(pattern, 'i'));
/** Most feeds' form, which holds no other: `Thu, 04 Jun 2026 16:00:00 +0800`, `4 Jun 2026 16:00:00 GMT`. */
const RFC_822 =
  /^(?:[A-Z][a-z]{2}, )?((\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{4}|GMT))$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A text that is seconds or milliseconds since 1970: `1789000000`, `1789000000000`, `/Date(1789000000000)/`. Ten digits that are an
 * hour of this century are `COMPACT`: 2026091510.
 */
const EPOCH =
  /^\s*(?:\/Date\()?(?!20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])\s*$)(\d{13}|\d{10})(?:[+-]\d{4})?(?:\)\/)?\s*$/;
/** A text of digits alone: `20260918` · `2026091810` · `202609181030` · `20260918103000` · `20260918 10:30:00` · `20260918T103000Z`. */
const COMPACT =
  /^\s*(\d{4})(\d{2})(\d{2})(?:[T\s]*(\d{1,2}(?=:)|\d{2})(?::?(\d{2})(?::?(\d{2})(?:\.?\d{3})?)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$/;
/** Leaves of a calendar, whose pieces stand in boxes of their own: `15 2026-09`, `152026-09`; `2026-09 15`; `2026 09-15`; `09-15 2026`. */
const LEAVES = [
  /^\s*(?<day>\d{2}|\d(?=[日\s]))日?[\s/|]*(?<year>\d{4})[-/.年]\s*(?<month>\d{1,2})月?\s*$/,
  /^\s*(?<year>\d{4})[-/.年]\s*(?<month>\d{2})月?[\s/|]*(?<day>\d{2})日?\s*$/,
  /^\s*(?<year>\d{4})年?[\s/|]*(?<month>\d{2})[-/.月](?<day>\d{2})日?\s*$/,
  /^\s*(?<month>\d{2})[-/.月](?<day>\d{2})日?[\s/|]*(?<year>\d{4})年?\s*$/,
];
const LONGEST_LEAF = 24;

const NAMED_ZONES: Readonly<Record<string, number>> = {
  ...{ Z: 0, UTC: 0, GMT: 0, UT: 0 },
  ...{ EST: -5, EDT: -4, PST: -8, PDT: -7 },
};

/** Hours east of Greenwich. `CST` on these sites is China's, not Chicago's. */
function offsetHours(zone: string | undefined): number {
  if (zone === undefined) return BEIJING_OFFSET_HOURS;
  // `+0800`, `-05:00`, `+08`, `GMT+8`.
  const [, sign, hours, minutes = 0] = /([+-])(\d{1,2}?):?(\d{2})?$/.exec(zone) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
  return NAMED_ZONES[zone.toUpperCase()] ?? BEIJING_OFFSET_HOURS;
}

interface Clock {
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  readonly zone?: string | undefined;
  /** `PM`, `下午`: which half of the day the hour is of. */
  readonly half?: string | undefined;
}

/** Of 24: 3 PM is 15, 12 AM is 0, and 15 PM is what it says. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (/^(?:AM|凌晨)$/i.test(half)) return hour === 12 ? 0 : hour;
  const isLate = /^(?:PM|下午|晚上)$/i.test(half) || (half === '中午' && hour < 3);
  return isLate && hour < 12 ? hour + 12 : hour;
}

function atTime(day: string | null, { hour, minute, second, zone, half }: Clock): string | null {
  if (day === null || hour === undefined) return day;
  const [h, m, s] = [hourOf(Number(hour), half), Number(minute ?? 0), Number(second ?? 0)];
  if (h > 24 || m > 59 || s > 60) return day;
  const seconds = Math.min(s, 59);
  const minutes = h * 60 + m - offsetHours(zone) * 60;
  // On the same day in Greenwich, as most hours of Beijing's are, nothing need be counted across days.
  if (minutes >= 0 && minutes < DAY_MINUTES && Number.isInteger(minutes))
    return `${day}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:${pad(seconds)}.000Z`;
  return new Date(Date.parse(day) + (minutes * 60 + seconds) * 1000).toISOString();
}

/** `written: false`: there is no date in the text at all. `date: null`: there is one, and the calendar has no such day. */
export interface ReadDate {
  readonly written: boolean;
  readonly date: string | null;
  /** The words of the text that are the date. */
  readonly text: string;
}

export const NO_DATE: ReadDate = { written: false, date: null, text: '' };

type Day = Readonly<Partial<Record<'year' | 'month' | 'day', string | undefined>>>;

/** Of a day in words of English: none where they name no month. */
function englishDate(text: string, { year = '', month = '', day }: Day, clock: Clock): ReadDate {
  const index = MONTHS.indexOf(month);
  if (index === -1) return NO_DATE;
  const full = year.length === 2 ? `${Number(year) < 50 ? 20 : 19}${year}` : year;
  return { written: true, date: atTime(calendarDate(Number(full), index + 1, Number(day)), clock), text };
}

/** Digits and separators of full width, and dashes of all kinds, one for one: `２０２６－０９－１５` is 2026-09-15. */
const halfWidth = (text: string): string =>
  /[０-９－．／：‐‑–−]/.test(text)
    ? text
        .replace(/[‐‑–−]/g, '-')
        .replace(/[０-９－．／：]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    : text;

/** A date as it stands in a text, from `at` to before `end`. */
export interface StandingDate extends ReadDate {
  readonly at: number;
  readonly end: number;
  /** 2026年9月15日, as sentences have it, not 2026-09-15. */
  readonly inWords: boolean;
}

function standing(text: string, found: RegExpExecArray): StandingDate {
  const [all, year, month, day, chineseMonth, chineseDay, before, hour, minute, second, after, zone] = found;
  const date = calendarDate(Number(year), Number(month ?? chineseMonth), Number(day ?? chineseDay));
  const words = text.slice(found.index, found.index + all.length).trim();
  return {
    written: true,
    date: atTime(date, { hour, minute, second, zone, half: before ?? after }),
    text: words,
    at: found.index,
    end: found.index + all.trimEnd().length,
    inWords: chineseMonth !== undefined,
  };
}

/** All numeric and Chinese dates of a text, in their order. */
export const datesIn = (text: string): StandingDate[] =>
  [...halfWidth(text).matchAll(DATE_TIMES)].map((found) => standing(text, found));

function epochDate(digits: string): ReadDate {
  const instant = new Date(Number(digits) * (digits.length === 10 ? 1000 : 1));
  const inRange =
    calendarDate(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate()) !== null;
  return { written: true, date: inRange ? instant.toISOString() : null, text: digits };
}

/** Of a text that is nothing but the pieces of a day; none where they are not: 2026-2027. */
export function leafDate(text: string): ReadDate {
  if (text.length > LONGEST_LEAF) return NO_DATE;
  for (const leaf of LEAVES) {
    const { year, month, day } = leaf.exec(text)?.groups ?? {};
    const date = calendarDate(Number(year), Number(month), Number(day));
    if (date !== null) return { written: true, date, text: text.trim() };
  }
  return NO_DATE;
}

/**
 * The first date in a text: `YYYY-MM-DD`, or an ISO 8601 instant in UTC where the text gives a time (Beijing time unless it names
 * a zone). Two dates run together give the first. Nothing is guessed: what is no date is none.
 */
export function readDate(written: string): ReadDate {
  const plain = RFC_822.exec(written);
  if (plain) {
    const [, all = '', day, month, year, hour, minute, second, zone] = plain;
    return englishDate(all, { year, month, day }, { hour, minute, second, zone });
  }
  const text = halfWidth(written);
  const epoch = EPOCH.exec(text)?.[1];
  if (epoch !== undefined) return epochDate(epoch);
  const compact = COMPACT.exec(text);
  if (compact) {
    const [, year, month, day, hour, minute, second, zone] = compact;
    const date = calendarDate(Number(year), Number(month), Number(day));
    // A number of as many digits as no plain form of date has is one only where the calendar has its day.
    if (date !== null || hour === undefined || second !== undefined)
      return { written: true, date: atTime(date, { hour, minute, second, zone }), text: written.trim() };
  }
  const found = DATE_TIME.exec(text);
  if (found) return standing(written, found);
  for (const english of ENGLISH_DATES) {
    const [all = ''] = english.exec(text) ?? [];
    const { month = '', ...rest } = english.exec(text)?.groups ?? {};
    const name = `${month.slice(0, 1).toUpperCase()}${month.slice(1, 3).toLowerCase()}`;
    if (all !== '') return englishDate(all.trim(), { ...rest, month: name }, rest);
  }
  return leafDate(text);
}

/**
 * The day a URL carries: `…/202408/t20240812_3770011.html`, `/art/2026/4/3/art_75_1.html`, `/2026-05/18/c_1.htm`, `/2026/20260518…`,
 * `/20260518103000123/index.html`, `/n1/2026/0518/c1001.html`. Null for `/202605/ab12.html` (no day), `/123456789/` (an id) and days the calendar has not.
 */
export function dateOfUrl(url: string): string | null {
  const path = URL.parse(url)?.pathname ?? url;
  const patterns = [
    /[/_]t(\d{4})(\d{2})(\d{2})_\d+/,
    /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\//,
    /\/(\d{4})-(\d{2})\/(\d{2})\//,
    /\/(\d{4})\/(\d{2})(\d{2})\//,
    /\/(\d{4})(\d{2})(\d{2})(?:\d{4,}[^/]*)?\//,
    /\/\d{4}\/(\d{4})(\d{2})(\d{2})\d*/,
  ];
  for (const pattern of patterns) {
    const [, year, month, day] = pattern.exec(path) ?? [];
    const date = year === undefined ? null : calendarDate(Number(year), Number(month), Number(day));
    if (date !== null) return date;
  }
  return null;
}

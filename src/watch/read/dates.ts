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
 * 2026-10-04 01:39:11.0 · 2026-10-04T01:39:11Z · 2026-10-04T01:39:11+08:00 · 20260918 alone in a URL is `dateOfUrl`'s.
 * Leaves alone: 1.2.3 · 2026年第3号 · 2026-2027 · the range in 2026-03-01 09:00-12:00 (its start is taken) · 12026-09-15 · 2026-09-155
 */
const DATE_TIME =
  /(?<!\d)(\d{4})\s*(?:[-/.．]\s*(\d{1,2})\s*[-/.．]\s*(\d{1,2})(?:(?!\d)|(?=\d{4}[-/.．]))|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日)(?:[T\s-]*(\d{1,2})[:：时](\d{2})(?:[:：分](\d{2})(?:\.\d{1,9})?)?秒?\s*(Z|UTC|GMT|\+\d{2}:?\d{2}(?!\d)|(?<=:\d{2}:\d{2}(?:\.\d{1,9})?)-(?:0\d|1[0-2]):?\d{2}(?![-\d/.年:]))?)?/i;

/** `4 Jun 2026 16:00:00 GMT`, `Thu, 04 Jun 2026 16:00 +0800`, `Jun 4, 2026`. */
const ENGLISH_DATE =
  /(?:(?<!\d)(\d{1,2})[\s-]+([A-Z][a-z]{2})[a-z]*[\s-]+(\d{4})|([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2}),\s*(\d{4}))(?:[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|UTC|GMT|UT|CST|EST|EDT|PST|PDT|[+-]\d{2}:?\d{2})?)?/;
/** Most feeds' form, which holds no other: `Thu, 04 Jun 2026 16:00:00 +0800`, `4 Jun 2026 16:00:00 GMT`. */
const RFC_822 =
  /^(?:[A-Z][a-z]{2}, )?((\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{4}|GMT))$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const NAMED_ZONES: Readonly<Record<string, number>> = {
  ...{ Z: 0, UTC: 0, GMT: 0, UT: 0 },
  ...{ EST: -5, EDT: -4, PST: -8, PDT: -7 },
};

/** Hours east of Greenwich. `CST` on these sites is China's, not Chicago's. */
function offsetHours(zone: string | undefined): number {
  if (zone === undefined) return BEIJING_OFFSET_HOURS;
  // `+0800`, `-05:00`.
  if (zone.startsWith('+') || zone.startsWith('-'))
    return (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) + Number(zone.slice(-2)) / 60);
  return NAMED_ZONES[zone.toUpperCase()] ?? BEIJING_OFFSET_HOURS;
}

interface Clock {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly zone: string | undefined;
}

function atTime(day: string | null, { hour, minute, second, zone }: Clock): string | null {
  if (day === null || hour === undefined) return day;
  const [h, m, s] = [Number(hour), Number(minute ?? 0), Number(second ?? 0)];
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

const NO_DATE: ReadDate = { written: false, date: null, text: '' };

/** Of a day in words of English: none where they name no month. */
function englishDate(
  text: string,
  { year, month = '', day }: Readonly<Record<'year' | 'month' | 'day', string | undefined>>,
  clock: Clock,
): ReadDate {
  const index = MONTHS.indexOf(month);
  if (index === -1) return NO_DATE;
  return { written: true, date: atTime(calendarDate(Number(year), index + 1, Number(day)), clock), text };
}

/**
 * The first date in a text: `YYYY-MM-DD`, or an ISO 8601 instant in UTC where the text gives a time (Beijing time unless it names
 * a zone). Two dates run together give the first. Nothing is guessed: what is no date is none.
 */
export function readDate(text: string): ReadDate {
  const plain = RFC_822.exec(text);
  if (plain) {
    const [, all = '', day, month, year, hour, minute, second, zone] = plain;
    return englishDate(all, { year, month, day }, { hour, minute, second, zone });
  }
  const epoch = /^\s*(\d{13}|\d{10})\s*$/.exec(text)?.[1];
  if (epoch !== undefined) {
    const instant = new Date(Number(epoch) * (epoch.length === 10 ? 1000 : 1));
    const inRange =
      calendarDate(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate()) !== null;
    return { written: true, date: inRange ? instant.toISOString() : null, text: epoch };
  }
  const compact = /^\s*(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?\s*$/.exec(text);
  if (compact) {
    const [, year, month, day, hour, minute, second] = compact;
    const date = calendarDate(Number(year), Number(month), Number(day));
    return {
      written: true,
      date: atTime(date, { hour, minute, second, zone: undefined }),
      text: text.trim(),
    };
  }
  const found = DATE_TIME.exec(text);
  if (found) {
    const [all, year, month, day, chineseMonth, chineseDay, hour, minute, second, zone] = found;
    const date = calendarDate(Number(year), Number(month ?? chineseMonth), Number(day ?? chineseDay));
    return { written: true, date: atTime(date, { hour, minute, second, zone }), text: all.trim() };
  }
  const english = ENGLISH_DATE.exec(text);
  if (english) {
    const [all, day, month, year, month2, day2, year2, hour, minute, second, zone] = english;
    return englishDate(
      all.trim(),
      { year: year ?? year2, month: month ?? month2, day: day ?? day2 },
      { hour, minute, second, zone },
    );
  }
  return NO_DATE;
}

/**
 * The day a URL carries: `…/202408/t20240812_3770011.html`, `/art/2026/4/3/art_75_1.html`, `/2026-05/18/c_1.htm`, `/2026/20260518…`,
 * `/20260518103000123/index.html`. Null for `/202605/ab12.html` (no day), `/123456789/` (an id) and days the calendar has not.
 */
export function dateOfUrl(url: string): string | null {
  const path = URL.parse(url)?.pathname ?? url;
  const patterns = [
    /[/_]t(\d{4})(\d{2})(\d{2})_\d+/,
    /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\//,
    /\/(\d{4})-(\d{2})\/(\d{2})\//,
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

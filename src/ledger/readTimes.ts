/** Reading the times that a person types. */
import type { QuietHours } from './types.ts';

/** `9:00`, `09：30`, `9点`, `9點半`, `21时`. */
const TIME = /(\d{1,2})(?::(\d{2})|[点點时時](半|\d{1,2}分?)?)/u;
const WHOLE_TIME = new RegExp(`^${TIME.source}$`, 'u');

const clock = (hour: string, minute: string): string | undefined => {
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined;
};

const plain = (typed: string): string => typed.normalize('NFKC').trim();

/** `HH:MM`; undefined for what is no time. */
export function readTime(typed: string): string | undefined {
  const found = WHOLE_TIME.exec(plain(typed));
  if (found === null) return undefined;
  const [, hour = '', minute, spoken = '0'] = found;
  return clock(hour, minute ?? (spoken === '半' ? '30' : spoken.replace('分', '')));
}

/** `22:00-07:00`, `22：00 至 7：00`, `9:00~18:00`; undefined for what is no two different times. */
export function readQuietHours(typed: string): QuietHours | undefined {
  const [first = '', second = '', ...more] = plain(typed).split(/\s*(?:-|–|—|~|至|到)\s*/u);
  const [from, to] = [readTime(first), readTime(second)];
  if (from === undefined || to === undefined || from === to || more.length > 0) return undefined;
  return { from, to };
}

/** Quiet hours that are none, whatever the server has: they end as they begin. */
const NONE: QuietHours = { from: '00:00', to: '00:00' };

/** As `readQuietHours`, or that there are to be none: `无`, `none`. */
export const readOwnQuietHours = (typed: string): QuietHours | undefined =>
  /^(?:无|無|没有|沒有|none|no|off)$/iu.test(plain(typed)) ? NONE : readQuietHours(typed);

/** 1 Monday … 7 Sunday: 周一, 星期天, 禮拜日, Monday, mon; undefined for what is none. */
export function readWeekday(typed: string): number | undefined {
  const text = plain(typed).toLowerCase();
  const chinese = /^(?:每?[周週]|星期|礼拜|禮拜)([一二三四五六日天])$/u.exec(text)?.[1];
  if (chinese !== undefined) return '一二三四五六日'.indexOf(chinese.replace('天', '日')) + 1;
  const english = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const at = text.length < 3 ? -1 : english.findIndex((day) => day.startsWith(text));
  return at < 0 ? undefined : at + 1;
}

/** A time, with a weekday before it or without: `09:00`, `周一 9:00`, `Monday 09:00`; undefined for anything else. */
export function readWhen(typed: string): { readonly weekday?: number; readonly at: string } | undefined {
  const text = plain(typed);
  const time = TIME.exec(text)?.[0] ?? '';
  const day = text.slice(0, text.length - time.length).trim();
  const at = text.endsWith(time) ? readTime(time) : undefined;
  if (at === undefined) return undefined;
  if (day === '') return { at };
  const weekday = readWeekday(day);
  return weekday === undefined ? undefined : { weekday, at };
}

/** By their IANA names; UTC, which a runtime's list may leave out, among them. */
export const timeZones = (): readonly string[] => [
  ...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']),
];

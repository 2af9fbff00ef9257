/**
 * What the openings of two texts say of their documents: that they are two, that they are alike, or that they are one, letter for letter.
 */
import { signatureDay, withDigits } from '../detail/days.ts';
import { datesIn } from '../read/dates.ts';
import { letters, overlap } from './similar.ts';

const DAY = 86_400_000;

/** So much of a text is kept with its measure, and looked through for words. */
export const OPENING = 2_000;

const RUN = 4;
/** So many letters of a text say that it is another one: what sends a document on, or sums it up, is shorter. */
const UNLIKE_LENGTH = 300;
/** So many say that it is the same. */
const ALIKE_LENGTH = 100;
/** Texts that share less are two; more, one. */
const UNLIKE = 0.25;
const ALIKE = 0.8;

/** The letters of two texts; null where one of them is too short to say anything. */
function lettersOf(a: string, b: string, least: number): readonly [string, string] | null {
  if (a.length < least || b.length < least) return null;
  const [one, other] = [letters(a), letters(b)];
  return Math.min(one.length, other.length) < least ? null : [one, other];
}

/** How much of the shorter text the other has, too. */
function inCommon(a: string, b: string, least: number): number | null {
  const both = lettersOf(a, b, least);
  return both && overlap(...both, RUN);
}

export const isUnlike = (a: string, b: string): boolean => (inCommon(a, b, UNLIKE_LENGTH) ?? 1) < UNLIKE;
export const isAlike = (a: string, b: string): boolean => (inCommon(a, b, ALIKE_LENGTH) ?? 0) >= ALIKE;

/** A list's own words for a document, or its first paragraph, are shorter. */
const WHOLE_LENGTH = 300;
/**
 * What a text ends with that nobody cut. Takes: …制定本办法。 · …（此件公开发布） · 2026年9月18日. Leaves alone: …申报工作，现将… ·
 * 通知如下： · 支持方式……
 */
const END = /(?:[。！？)）】》”]|\d日)\s*$/u;

/** Whether a text is there to its end: neither cut where openings are, nor by its list. */
const isWhole = (text: string): boolean =>
  text.length < OPENING && END.test(text) && letters(text).length >= WHOLE_LENGTH;

/** Two editions of what is no call, of which all that is kept is the same, are further apart. */
const EDITION_DAYS = 300;
/** Between its signature and its publication so many days pass at most. */
const SIGNED_DAYS = 366;

/** 9月30日, 10 月 8 日; not the one in 2026年9月30日, nor 每年9月30日. */
const BARE_DAY = /(?<![年\d]\s*)(\d{1,2})\s*月\s*(\d{1,2})\s*日/g;
/** 2026年度, 2026年; not 2026年版, nor what is in the name of another document. */
const YEAR = /(?<!\d)(20\d{2})\s*年(?!版|修)/g;
/** The name of another document, and every year's days: 《…（2026年）》, 每年3月1日至10月31日. */
const UNTIMED = /《[^》]*》|每年[^。；\n]{0,30}/g;
/**
 * What follows a day that is cited. Takes: 2025年11月28日…常务委员会会议通过 · 2026年1月1日起施行. Leaves alone: 2026年9月1日至30日 ·
 * 2026年9月30日前报送 · 2026年9月18日（此件公开发布）.
 */
const CITED = /^起?[^。；，、（(\n]{0,40}?(?:通过|施行|实施|生效|印发|发布|公布|公告|修订|修正|召开)/;

/** A call is open no longer, and is not repeated under the same days sooner. */
const CALL_DAYS = 180;
/** Of a sentence that says until when, or from when. Leaves alone: 支持2026年12月31日前的投入. */
const DEADLINE = /截止|截至|报送|提交|受理|报名|反馈|申报(?:时间|期限|日期)|征集时间/;

interface NamedDay {
  /** In milliseconds. */
  readonly at: number;
  readonly isDeadline: boolean;
}

/** The days that a text names of its own; one without its year is of any of these years. */
function daysOf(text: string, years: ReadonlySet<string>): readonly NamedDay[] {
  return text.split(/[。；\n]/).flatMap((sentence) => {
    const isOwn = (end: number): boolean => !CITED.test(sentence.slice(end));
    const full = datesIn(sentence).flatMap(({ date, end }) => (date !== null && isOwn(end) ? [date] : []));
    const bare = [...sentence.matchAll(BARE_DAY)].filter(({ 0: { length }, index }) => isOwn(index + length));
    const ofYears = bare.flatMap(([, month = '', day = '']) =>
      [...years].map((year) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`),
    );
    const isDeadline = DEADLINE.test(sentence);
    return [...full, ...ofYears].map((day) => ({ at: Date.parse(day), isDeadline }));
  });
}

/** The years that the days of a text may be of: those it names, and where nobody could mean another, that of its publication. */
function yearsOf(text: string, first: number, later: number): ReadonlySet<string> {
  const year = new Date(first).getUTCFullYear();
  const own = later - first <= CALL_DAYS * DAY ? [`${year}`, `${year + 1}`] : [];
  return new Set([...own, ...[...text.matchAll(YEAR)].map(([, named = '']) => named)]);
}

/**
 * Whether a text that was first published on the one day is of that time: signed before the other, about days since then that are over
 * by the other, or with a term of its own. The next of its kind has other days.
 */
function isOfItsTime(written: string, first: number, later: number): boolean {
  const signed = Date.parse(signatureDay(written) ?? '');
  if (signed >= first - SIGNED_DAYS * DAY && signed < later) return true;
  const text = withDigits(written).replace(UNTIMED, '');
  return daysOf(text, yearsOf(text, first, later)).some(
    ({ at, isDeadline }) => at >= first && (isDeadline ? at <= first + CALL_DAYS * DAY : at < later),
  );
}

/**
 * Whether two texts published on these days, in milliseconds, are so much the same that they are of one document whatever the days say:
 * letter for letter. As openings of yearly editions may be that too, where their days stand further down, that is not enough: the text
 * names days of its time; or, where it is no call, it is whole, or both fill all that is kept and are not a year apart.
 */
export function isSameText(
  a: { readonly text: string; readonly day: number },
  b: { readonly text: string; readonly day: number },
  isCall: boolean,
): boolean {
  const both = lettersOf(a.text, b.text, ALIKE_LENGTH);
  if (both === null || both[0] !== both[1]) return false;
  const [first, later] = a.day < b.day ? [a.day, b.day] : [b.day, a.day];
  if (isOfItsTime(a.text, first, later)) return true;
  if (isCall) return false;
  const isFull = Math.min(a.text.length, b.text.length) >= OPENING && later - first <= EDITION_DAYS * DAY;
  return isFull || (isWhole(a.text) && isWhole(b.text));
}

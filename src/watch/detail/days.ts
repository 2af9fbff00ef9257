import { isSettledYear, isWorkday } from '../../deliver/rhythm.ts';
import { readDate } from '../read/dates.ts';

const NUMERALS = '〇一二三四五六七八九';
/** Zero is written 〇, 零, and with a circle or a wide O. */
const digit = (character: string): number => Math.max(0, NUMERALS.indexOf(character));

/** 十 → 10, 二十一 → 21, 九 → 9. */
function small(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  return (tens === '' ? 1 : digit(tens ?? '')) * 10 + (ones ? digit(ones) : 0);
}

const CHINESE_DAY =
  /([〇零○Ｏ一二三四五六七八九]{4})\s*年\s*([一二三四五六七八九十]{1,3})\s*月\s*([一二三四五六七八九十]{1,3})\s*日/g;

/** 二〇二六年九月一日 written in digits: 2026年9月1日; all else as it stands. */
export const withDigits = (text: string): string =>
  text.replace(
    CHINESE_DAY,
    (_, year: string, month: string, day: string) =>
      `${[...year].map(digit).join('')}年${small(month)}月${small(day)}日`,
  );

/** The day in Beijing of an entry's date (an instant or a bare day). */
export function dayOf(date: string | null): string | null {
  if (date === null || /^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  return new Date(Date.parse(date) + 8 * 3_600_000).toISOString().slice(0, 10);
}

export const readDay = (text: string): string | null => dayOf(readDate(withDigits(text)).date);

/** 30, 三十. */
const countOf = (written: string): number => (/^\d/.test(written) ? Number(written) : small(written));

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The same day of a later month, or its last. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return addDays(last.toISOString().slice(0, 8).concat('01'), Math.min(date, last.getUTCDate()) - 1);
}

/** Null where that leads into a year whose days off are not settled yet. */
function addWorkdays(day: string, count: number): string | null {
  let [last, left] = [day, count];
  while (left > 0) {
    last = addDays(last, 1);
    if (!isSettledYear(last)) return null;
    if (isWorkday(last)) left -= 1;
  }
  return last;
}

/** So many 日, 天, 工作日 or 月 from a day; that itself does not count, as by 民法典 第二百零一条. */
const later = (day: string, count: string, unit: string): string | null =>
  unit.startsWith('工作')
    ? addWorkdays(day, countOf(count))
    : unit.endsWith('月')
      ? addMonths(day, countOf(count))
      : addDays(day, countOf(count));

const DAY = String.raw`\d{4}\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[-/.]\d{1,2}[-/.]\d{1,2}(?!\d{3}(?!\d)))`;
const NUMBER = String.raw`\d{1,3}|[一二三四五六七八九十]{1,3}`;
const UNIT = '工作日|日|天|月';
/** 30日 · 三十个工作日 · 3个月. */
const COUNT = `(${NUMBER})个?(${UNIT})`;

/**
 * Read in a text without white space.
 * Takes: 自2026年10月1日起施行 · 于2026年10月1日正式实施 · 2026年10月1日零时起，施行 · 自发布之日起施行 · 自本办法印发之日起三十日后施行 ·
 * 自发布之日起30个工作日后施行 · 自2026年10月1日起试行两年. Leaves alone: 自2026年1月1日起至2026年12月31日受理 · 自2022年1月1日起施行以来 · 2021年施行的.
 */
const IN_FORCE = new RegExp(
  `(?:(?<from>[自从于由在])(?<day>${DAY})|(?<bare>${DAY})(?=[^。；，]{0,4}起)|[自从](?:本[^。；，]{1,12})?(?:发布|公布|印发|颁布|签发|下发)之日)` +
    `(?:（[^）]{1,6}）)?(?:(?:零|\\d{1,2})[时点])?起?(?:满?(?<count>${NUMBER})个?(?<unit>${UNIT})(?:之?后|期满)?)?，?(?:在[^。；，自]{1,10})?(?:正式|开始|全面|统一)?` +
    '(?:施行|试行|实施|执行|生效)(?!以来|至今|之?[前后]|以[前后]|的|期间|《|新)',
  'gu',
);
/** 本办法 · 本实施细则 · 本若干措施（试行）. */
const ITSELF =
  /本(?:实施|管理|若干|暂行|试行|工作|行动|政策)*(?:办法|规定|措施|政策|意见|细则|条例|通知|通告|方案|规则|指南|指引|导则|规范|标准|公告|决定|计划|规划|目录|清单)[^。；]{0,10}$/;
/** What another document is said to do: 《科学技术进步法》 · 《办法》（第5号） · 原办法 · 该条例已. */
const ANOTHER =
  /(?:》(?:（[^）]{0,20}）?)?(?:已|将)?|原(?![则因料创])[^。；，]{0,20}|[该旧][^。；，]{0,12})$/;

/** Retroactive rules hardly reach back further. */
const EARLIEST_DAYS = 366;

/**
 * The day a text itself says it takes effect: of 本办法 first, else what it says last (older texts are cited before). What took effect
 * long before the text was signed, or where that is not known issued, is another's.
 */
export function effectiveDay(text: string, issued: string | null, signed = issued): string | null {
  // Sites put blanks around digits, and files break lines anywhere.
  const line = withDigits(text).replace(/\s+/g, '');
  const [own, cited]: [string[], string[]] = [[], []];
  for (const match of line.matchAll(IN_FORCE)) {
    const { day: written, bare = written, count, unit = '' } = match.groups ?? {};
    const base = bare === undefined ? issued : readDay(bare);
    const day = base === null || count === undefined ? base : later(base, count, unit);
    if (day === null) continue;
    const before = line.slice(Math.max(0, match.index - 30), match.index);
    if (ITSELF.test(before)) return day;
    const isCited = ANOTHER.test(before);
    if (signed === null || day >= addDays(signed, isCited ? 0 : -EARLIEST_DAYS))
      (isCited ? cited : own).push(day);
  }
  return own.at(-1) ?? cited.at(-1) ?? null;
}

/** 2026年9月8日 · 某某委员会 2026年9月8日, alone on a line. Leaves alone: 2026年9月8日召开会议 · 受理时间 2026年9月8日. */
const SIGNATURE =
  /^(?:[\p{Script=Han}（）()、·\s]{2,60}(?:委员会|局|厅|部|院|署|政府|办公室|领导小组|中心)\s+)?(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)$/u;

/** A day alone on its line, or behind the bodies that sign, near the end of a text: the date under the signature. */
export function signatureDay(text: string): string | null {
  const days = withDigits(text)
    .split('\n')
    .map((line) => SIGNATURE.exec(line.trim())?.[1])
    .filter((day) => day !== undefined);
  return readDay(days.at(-1) ?? '');
}

/** 17:00 · 下午5点 · 24时 · 17时30分 · 下班. */
const TIME = String.raw`(?:(?:上午|下午|中午|晚上?)?\d{1,2}(?:[:：]\d{2}(?:[:：]\d{2})?|[时点](?:\d{1,2}分|整|半)?)|下班)`;
/** 2026年9月1日至2026年9月30日 · （星期二）9:00至9月30日 · 至30日 · 2026-09-01 ~ 2026-09-30 · 2026-09-012026-09-30 run together. */
const SPAN = new RegExp(
  `(${DAY})\\s*(?:（[^）]{1,8}）)?\\s*(?:${TIME})?\\s*(?:起)?\\s*(?:至|到|—+|-+|~|～|－|–)?\\s*(?:(${DAY})|(?<=[至到—\\-~～－–]\\s*)(?:(\\d{1,2})\\s*月)?\\s*(\\d{1,2})\\s*日)`,
);

const runTogether = (text: string): string =>
  text.replace(/(\d{4}-\d{2}-\d{2})(?=\d{4}-\d{2}-\d{2})/g, '$1 ');

/** The two ends of a span; a second end without year or month has those of the first. */
export function readSpan(text: string): { readonly from: string; readonly until: string } | null {
  const [, first, second, month, day] = SPAN.exec(runTogether(withDigits(text))) ?? [];
  const from = first === undefined ? null : readDay(first);
  if (from === null) return null;
  const [year = '', firstMonth = ''] = from.split('-');
  const until = readDay(second ?? `${year}年${month ?? Number(firstMonth)}月${day}日`);
  return until === null || until < from ? null : { from, until };
}

const END = `((?:${DAY})|\\d{1,2}月\\d{1,2}日)(?:（[^）]{1,8}）)?(?:${TIME})?(?:（[^）]{1,12}）)?`;
/**
 * Read in a sentence without white space.
 * Takes: 请于2026年9月30日前反馈 · 请于9月30日（星期三）下午5点前 · 截止日期为2026年9月30日 · 截止时间为2026-09-30 · 截至2026年9月30日 ·
 * 公示期至2026年9月30日 · 2026年9月30日17:00前反馈 · 请于9月30日下班前. Leaves alone: 于2021年9月1日施行，现征求意见 · 2026年9月1日发布.
 */
const BEFORE = new RegExp(
  `(?:请[^。；\\d]{0,20}?[于在]|截止(?:日期|时间)?[^。；\\d]{0,6}|截至|在|至)${END}(?:之?前|以前|止|截止|[。；，,）)]|$)|${END}(?:之?前|以前|止|截止)`,
  'g',
);
/**
 * 自发布之日起30日内 · 自本公告发布之日起三十日 · 发布之日起7个工作日 · 即日起30天 · 征求意见期限为30日 · 征求意见，为期30日.
 * Not 自收到之日起30日内 · 培训为期30日.
 */
const WITHIN = new RegExp(
  `(?:(?:发布|公布|印发|刊登|公告|公示)之日起|即日起|(?:征求意见|征集意见|意见征集|公示)(?:(?:期限?|时间)(?:为|[:：])?|，?为期))${COUNT}`,
);
/** 自2026年9月1日起30日内 · 为期30日，自2026年9月1日起. */
const FROM = new RegExp(
  `[自从](${DAY})起，?(?:为期)?${COUNT}|(?:为期|期限?(?:为|[:：])?|时间(?:为|[:：]))${COUNT}[^。\\d]{0,8}[自从](${DAY})起`,
);
const ASKS = /意见|建议|反馈|征集|征求|公示/;
/** A day without its year is of the next where that is so near. */
const NEAR_DAYS = 120;

interface AnswerWindow {
  readonly from: string | null;
  readonly until: string;
}

/** The last day, of the year in which the text was published unless it names one. */
function lastDay(written: string, published: string | null): string | null {
  if (/^\d{4}/.test(written)) return readDay(written);
  if (published === null) return null;
  const year = Number(published.slice(0, 4));
  const until = readDay(`${year}年${written}`);
  if (until !== null && until >= published) return until;
  const next = readDay(`${year + 1}年${written}`);
  return next !== null && next <= addDays(published, NEAR_DAYS) ? next : null;
}

function windowOf(sentence: string, published: string | null): AnswerWindow | null {
  const span = readSpan(sentence);
  if (span !== null) return span;
  const line = sentence.replace(/\s+/g, '');
  const [, since, count, unit, count2 = count, unit2 = unit, since2 = since] = FROM.exec(line) ?? [];
  const from = since2 === undefined ? null : readDay(since2);
  const end = from === null ? null : later(from, count2 ?? '', unit2 ?? '');
  if (end !== null) return { from, until: end };
  for (const [, asked, written = asked] of line.matchAll(BEFORE)) {
    const until = lastDay(written ?? '', published);
    if (until !== null && (published === null || until >= published)) return { from: published, until };
  }
  const [, days, of] = WITHIN.exec(line) ?? [];
  const until = days === undefined || published === null ? null : later(published, days, of ?? '');
  return until === null ? null : { from: published, until };
}

/** The window in which anybody may answer, as a consultation's text states it. */
export function consultationWindow(text: string, published: string | null): AnswerWindow | null {
  for (const sentence of withDigits(text).split(/[。\n]/)) {
    const window = ASKS.test(sentence) ? windowOf(sentence, published) : null;
    if (window !== null) return window;
  }
  return null;
}

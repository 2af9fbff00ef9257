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
  /([〇零○Ｏ一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g;

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

/**
 * 自2026年10月1日起施行 · 自发布之日起施行 · 自印发之日起30日后施行 · 自发布之日起三十日后施行. Not 自2026年1月1日起至2026年12月31日受理.
 */
const IN_FORCE =
  /自\s*(?:(\d{4}年\d{1,2}月\d{1,2}日)|(?:发布|公布|印发|颁布|签发|下发)之日)\s*起?\s*(?:满?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:个)?(?:工作)?(日|天|个?月)后?)?\s*(?:正式|开始)?\s*(?:施行|实施|执行|生效)/g;
const ITSELF =
  /(?:本|该)(?:办法|规定|措施|政策|意见|细则|条例|通知|方案|规则|指南|规范|标准|公告|决定|计划)[^。；\n]{0,10}$/;

/** The day a text itself says it takes effect: of 本办法 first, else what it says last (older texts are cited before). */
export function effectiveDay(text: string, issued: string | null): string | null {
  const lines = withDigits(text);
  let last: string | null = null;
  for (const match of lines.matchAll(IN_FORCE)) {
    const [, written, count, unit = ''] = match;
    const base = written === undefined ? issued : readDay(written);
    if (base === null) continue;
    const day = count === undefined ? base : addDays(base, countOf(count) * (unit.includes('月') ? 30 : 1));
    if (ITSELF.test(lines.slice(Math.max(0, match.index - 30), match.index))) return day;
    last = day;
  }
  return last;
}

/** A day alone on its line near the end of a text: the date under the signature. */
export function signatureDay(text: string): string | null {
  const lines = withDigits(text).split('\n');
  const signed = lines.findLast((line) => /^\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*$/.test(line));
  return signed === undefined ? null : readDay(signed);
}

const DAY = String.raw`\d{4}\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[-/.]\d{1,2}[-/.]\d{1,2}(?!\d{3}(?!\d)))`;
/** 2026年9月1日至2026年9月30日 · 至9月30日 · 至30日 · 2026-09-01 ~ 2026-09-30 · 2026-09-012026-09-30 run together. */
const SPAN = new RegExp(
  `(${DAY})(?:\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?\\s*(?:起)?\\s*(?:至|到|—+|-+|~|～|－|–)?\\s*(?:(${DAY})|(?<=[至到—\\-~～－–]\\s*)(?:(\\d{1,2})\\s*月)?\\s*(\\d{1,2})\\s*日)`,
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

/** 请于2026年9月30日前反馈 · 截止日期为2026年9月30日 · 截至2026年9月30日 · 公示期至2026年9月30日. */
const BEFORE =
  /(?:请(?:各单位)?[^。；\n]{0,20}?于|截止(?:日期|时间)?[^。；\n\d]{0,6}|截至|在|至)\s*((?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日)\s*(?:（[^）]{1,6}）)?\s*(?:\d{1,2}[:：时]\d{0,2}分?)?\s*(?:之?前|以前|止|截止|[。；，,）)]|$)/;
/** 自发布之日起30日内 · 自本公告发布之日起三十日 · 发布之日起7天. Not 自收到之日起30日内, and not 30个工作日, which a calendar must count. */
const WITHIN = /(?:发布|公布|印发|刊登|公告|公示)之日起\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*个?[日天]/;
const ASKS = /意见|建议|反馈|征集|征求|公示/;

/** The window in which anybody may answer, as a consultation's text states it. */
export function consultationWindow(
  text: string,
  published: string | null,
): { readonly from: string | null; readonly until: string } | null {
  for (const sentence of withDigits(text).split(/[。\n]/)) {
    if (!ASKS.test(sentence)) continue;
    const span = readSpan(sentence);
    if (span !== null) return span;
    const written = BEFORE.exec(sentence)?.[1];
    const within = WITHIN.exec(sentence)?.[1];
    if (written === undefined && within !== undefined && published !== null)
      return { from: published, until: addDays(published, countOf(within)) };
    if (written === undefined) continue;
    const day = /\d{4}\s*年/.test(written) ? written : `${published?.slice(0, 4) ?? ''}年${written}`;
    const until = readDay(day);
    if (until !== null && (published === null || until >= published)) return { from: published, until };
  }
  return null;
}

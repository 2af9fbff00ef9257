/**
 * Believing: whether what came for an entry's page is its document. Sites put a notice of maintenance, their home page or a log-in in
 * a document's place and answer as if all were well.
 */
import { hashOf } from '../../hash.ts';
import { policyName } from '../identity/family.ts';
import { normaliseTitle } from '../identity/identify.ts';
import { likeness } from '../identity/similar.ts';
import type { PageState } from './merge.ts';
import type { Detail } from './types.ts';

/**
 * An apology in a document's place.
 * Takes: 系统维护中，请稍后访问。 · 网站正在升级改造，给您带来不便，敬请谅解 · 您访问的页面不存在 · 信息已被删除 · 404 Not Found.
 * Leaves alone: 本办法已废止 · 在平台建设中，… · 正在推动产业升级 · 将第三条有关内容删除 · 加强设施运行维护 · 详见附件 · 停止执行.
 */
const EXCUSE = new RegExp(
  [
    '(?<!在\\p{Script=Han}{0,12})(?:系统|网站|页面|栏目|内容|正文)(?:正在)?(?:维护|升级|更新|改版|加载)中(?!的)',
    '(?<!在\\p{Script=Han}{0,12})(?:网站|页面|栏目)(?:正在)?建设中(?!的)',
    '正在(?:进行)?(?:系统|网站|页面|例行|日常|停机)?(?:维护|升级|改版|加载)',
    '稍[后候]再?(?:访问|试|重试|刷新)',
    '(?:页面|网页|文章|信息|内容)(?:不存在|未找到|找不到|已被?删除|已下线)',
    '(?:无法|暂停|暂不能|禁止|拒绝)(?:访问|打开|显示)',
    '给您带来的?不便|访问过?于?频繁',
    'not found|forbidden|unavailable|under maintenance',
  ].join('|'),
  'iu',
);

/** What is about such things itself may say so: 关于申报系统停机升级的公告. */
const ABOUT_SERVICE = /维护|升级|暂停|停机|停用|关闭|改版/;

/** An apology is no longer than this. */
const MOST_OF_EXCUSE = 400;

/** So far into a text a document is named that has no other title. */
const HEAD = 300;

/** A name this short names no document: 通知, 政策文件. */
const LEAST_NAME = 8;

/** Titles that have so much in common are one that was corrected. */
const LEAST_LIKENESS = 0.5;

const isExcuse = ({ title, text, attachments }: Detail, titles: readonly string[]): boolean =>
  text.length <= MOST_OF_EXCUSE &&
  attachments.length === 0 &&
  EXCUSE.test(`${title ?? ''}\n${text}`) &&
  !titles.some((own) => ABOUT_SERVICE.test(own));

const coreOf = (text: string): string => normaliseTitle(text).core;

/** Whether a title is one that a document has, corrected, cut, or with more around it. */
function isTitleOf(title: string, own: string): boolean {
  const [one, other] = [coreOf(title), coreOf(own)];
  const name = policyName(own);
  return (
    likeness(one, other) >= LEAST_LIKENESS ||
    (other.length >= LEAST_NAME && one.includes(other)) ||
    (one.length >= LEAST_NAME && other.includes(one)) ||
    (name.length >= LEAST_NAME && one.includes(name))
  );
}

/** Whether a text names a document at its head: 现将《…》印发给你们. */
function names(text: string, own: string): boolean {
  const head = coreOf(text.slice(0, HEAD));
  return [coreOf(own), policyName(own)].some((name) => name.length >= LEAST_NAME && head.includes(name));
}

/**
 * Whether a page that was read is believed to be that of a document: `known` as it was read before, `titles` that its list and record
 * have for it. What is not to be believed is not read: an apology, at any time; and of a page that was read before, another text
 * under a title that is neither the one it had nor one of the document's, unless that is named in it.
 */
export function isBelievable(
  detail: Detail,
  page: PageState,
  known: PageState | undefined,
  titles: readonly string[],
): boolean {
  if (known?.textHash && page.textHash === known.textHash) return true;
  if (isExcuse(detail, titles)) return false;
  if (!known?.textHash || known.parts === undefined || page.parts?.text === known.parts.text) return true;
  const { title, text } = detail;
  if (hashOf(title ?? '') === known.parts.title) return true;
  return titles.some((own) => (title !== null && isTitleOf(title, own)) || names(text, own));
}

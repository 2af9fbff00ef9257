/**
 * A document is put out by a paper that names it, 关于印发《北京市概念验证平台管理办法》的通知, and other sites show it under its bare name. All
 * titles here are as documents are compared by them: letters alone, without who issues it.
 */
import { isTelling } from './telling.ts';

const VERBS = ['印发', '发布', '公布'];
const PAPERS = ['通知', '公告'];
/**
 * A title that does nothing but put out what it names. Takes: 关于印发北京市概念验证平台管理办法的通知 · 关于发布…实施细则的公告.
 * Leaves alone: 关于修订印发…办法的通知 · 关于印发…办法的补充通知 · 关于对…办法征求意见的通知 · 关于转发…办法的通知 · 北京市概念验证平台管理办法.
 */
const PUTS_OUT = new RegExp(`^关于(?:${VERBS.join('|')})(.+)的(?:${PAPERS.join('|')})$`);
/** No bare name: what such a title puts out is within it, if anything is. */
const IS_PAPER = new RegExp(`(?:${PAPERS.join('|')})$`);
/** What is put out under such a name is not yet what will have it, or not any more, or is about it. */
const OTHER_STAGE = /征求意见|草案|送审|讨论稿|修正案|修改|废止|解读/;

/** The name of what a title puts out, where it is telling. */
export function putOutBy(core: string): string | null {
  const name = PUTS_OUT.exec(core)?.[1] ?? '';
  return isTelling(name) && !OTHER_STAGE.test(name) ? name : null;
}

/** Titles under which a document may be shown as well: the bare name of what a title puts out, or those that put out what bears it. */
export function otherForms(core: string): readonly string[] {
  const name = putOutBy(core);
  if (name !== null) return [name];
  if (!isTelling(core) || IS_PAPER.test(core) || OTHER_STAGE.test(core)) return [];
  return VERBS.flatMap((verb) => PAPERS.map((paper) => `关于${verb}${core}的${paper}`));
}

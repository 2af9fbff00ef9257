import type { CheerioAPI } from 'cheerio/slim';

/** What a page's table of facts may be headed by, in the words official sites use. */
const NAMES = {
  docNumber: '发文字号|发文文号|文件编号|发文编号|文号',
  issuer: '发文机关|发文机构|发文单位|发布机构|发布单位|发布机关|制定机关|制发机关|公布机关|公开主体',
  joint: '联合发文机关|联合发文机构|联合发文单位',
  source: '信息来源|文章来源|来源',
  signedOn: '成文日期|成文时间|生成日期|签发日期|印发日期|印发时间|发文日期|发文时间',
  published: '发布日期|发布时间|公布日期|公布时间|公开日期|公开时间|上网日期|上网时间|发稿时间',
  /** Of publication where it stands with other facts of the page, else of anything. */
  day: '日期|时间',
  effectiveOn: '实施日期|施行日期|生效日期|实施时间|施行时间|生效时间',
  consultation:
    '征求意见时间|征求意见日期|征求意见期限|征求意见起止时间|征求意见起止日期|征集时间|征集日期|征集期限|公示时间|公示日期|公示期|意见征集时间|征集起止时间|征集起止日期|起止时间|起止日期|征求时间',
  deadline:
    '意见反馈截止时间|意见反馈截止日期|征求意见截止时间|征求意见截止日期|意见征集截止时间|意见征集截止日期|反馈截止时间|反馈截止日期|截止日期|截止时间|结束时间',
} as const;
export type Label = keyof typeof NAMES;

const LABELS = Object.keys(NAMES) as Label[];
const ANY = LABELS.map((label) => NAMES[label]).join('|');
/** Facts that nobody here asks for; where they stand, a page speaks of itself. */
const OTHERS =
  '主题分类|主题词|信息分类|体裁分类|组配分类|公文种类|服务对象|公开属性|公开方式|有效性|时效性|索引号|标题|废止日期|失效日期|文件来源|责任部门|字号|字体|(?:浏览|阅读|点击|访问)(?:次数|量)?|作者|责任编辑|打印|分享';
const BLANK = String.raw`[^\S\n]*`;
/** A label as it stands at the beginning of a line, after white space, or in brackets, with what divides it from its value. */
const labelled = (names: string): string =>
  `(?:^|[\\s|丨[【（(])(${names})[\\]】）)]?${BLANK}(?:[:：]${BLANK}|(?<=[\\]】）)]${BLANK})|\\t)`;
const NEXT = `[[【（(]?(?:${ANY}|${OTHERS})[\\]】）)]?${BLANK}[:：\\t\\]】]`;
/**
 * A label and what follows it on its line, up to the next label.
 * Takes: 发文字号：京科发〔2026〕1号 · [成文日期] 2026-09-01 · 发 文 字 号： X · 来源：市科委  日期：2026-09-02.
 * Leaves alone: 发布日期另行通知 · 资金来源：… · 报名时间：… · [实施日期] with nothing after it, and the next label below.
 */
const LINE = new RegExp(`${labelled(ANY)}(?!${BLANK}${NEXT})([^\\n]*?)(?=$|[\\s|丨]+${NEXT}|[[【]字)`, 'gm');
const FACT = new RegExp(labelled(`${ANY}|${OTHERS}`), 'g');

const nameOf = new Map(LABELS.flatMap((label) => NAMES[label].split('|').map((name) => [name, label])));

/** Labels that say by themselves that they are some; 日期, 时间 and 来源 may be words of anything. */
const TELLING = LABELS.filter((label) => label !== 'day' && label !== 'source')
  .map((label) => NAMES[label])
  .join('|');
/** A label whose value stands below it: <dt>发布日期：</dt><dd>2026-09-12</dd>, <dt>发文字号</dt><dd>京科发〔2026〕1号</dd>. */
const ALONE = new RegExp(`^(?:(?:${ANY}|${OTHERS})\\s*[:：]|${TELLING})$`);
const LABEL_ALONE = new RegExp(`^(?:${ANY}|${OTHERS})$`);
/** One that its value follows at once, each in a box of its own: 发文字号京科发〔2026〕1号, 成文日期2026-09-01. */
const UNDIVIDED = new RegExp(
  `(?<=^|\\s)(${TELLING})(?=\\d{4}[-/.年]|\\p{Script=Han}{2,14}[〔［[（(]\\d{4}[〕］\\]）)]\\s*\\d+\\s*号)`,
  'gmu',
);
const isLabelled = (line: string): boolean => line.search(FACT) !== -1;
/** A longer line is a paragraph. */
const LONGEST_VALUE = 60;

/** The lines of a text, values that stand below their labels beside them; 发 文 字 号, which is set wide to fill its cell, closed up. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  const closed = text
    .replace(/(?<=[\u4e00-\u9fff])[ \u3000](?=[\u4e00-\u9fff](?:[ \u3000]|[:：\]】]))/g, '')
    .replace(UNDIVIDED, '$1：');
  for (const line of closed.split('\n')) {
    const isValue =
      line.length <= LONGEST_VALUE &&
      !line.endsWith('。') &&
      !isLabelled(line) &&
      !LABEL_ALONE.test(line.trim());
    const before = lines.at(-1)?.trim() ?? '';
    if (isValue && ALONE.test(before)) lines[lines.length - 1] = `${before.replace(/[:：]$/, '')}：${line}`;
    else lines.push(line);
  }
  return lines;
}

/** Facts that stand beside their labels in a text of lines, the first of each that has a value. */
export function readLabels(text: string): ReadonlyMap<Label, string> {
  const facts = new Map<Label, string>();
  for (const [, name = '', written = ''] of linesOf(text).join('\n').matchAll(LINE)) {
    const label = nameOf.get(name);
    const value = written.replace(/\s+/g, ' ').trim();
    if (label !== undefined && value !== '' && value.length < 200 && !facts.has(label))
      facts.set(label, value);
  }
  return facts;
}

/** The labels on a line; 日期 and 时间 alone are of anything. */
function labelsOn(line: string): ReadonlySet<string> {
  const names = new Set([...line.matchAll(FACT)].map(([, name = '']) => nameOf.get(name) ?? name));
  return names.size === 1 && names.has('day') ? new Set() : names;
}

/** Longer lines are of a text, whatever stands in them. */
const LONGEST_FACT = 200;

/**
 * The lines in which a page speaks of itself: those with facts of which two different ones at least stand beside or below one another.
 * A text may hold a line that begins with 时间：, and a box beside it another document's 发布日期.
 */
export function factLines(text: string): string {
  const kept: string[] = [];
  let run: string[] = [];
  let names: ReadonlySet<string> = new Set();
  for (const line of [...linesOf(text), '']) {
    const found = line.length > LONGEST_FACT ? new Set<string>() : labelsOn(line);
    if (found.size > 0) {
      run.push(line);
      names = names.union(found);
      continue;
    }
    if (names.size > 1) kept.push(...run);
    [run, names] = [[], new Set()];
  }
  return kept.join('\n');
}

/** A meta element's content, by its name in whatever case; empty where the page has none. */
export function metaOf($: CheerioAPI, ...names: readonly string[]): string {
  const wanted = names.map((name) => name.toLowerCase());
  for (const name of wanted)
    for (const element of $('meta[name], meta[property]').toArray()) {
      const meta = $(element);
      if ((meta.attr('name') ?? meta.attr('property') ?? '').toLowerCase() !== name) continue;
      const content = (meta.attr('content') ?? '').trim();
      if (content !== '') return content;
    }
  return '';
}

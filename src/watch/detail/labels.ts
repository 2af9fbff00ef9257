import type { CheerioAPI } from 'cheerio/slim';

/** What a page's table of facts may be headed by, in the words official sites use. */
const NAMES = {
  docNumber: '发文字号|发文文号|文件编号|发文编号|文号',
  issuer: '发文机关|发文机构|发文单位|发布机构|发布单位|发布机关|制定机关|制发机关|公布机关|公开主体',
  source: '信息来源|文章来源|来源',
  signedOn: '成文日期|成文时间|生成日期|签发日期|印发日期|发文日期',
  published: '发布日期|发布时间|公布日期|公开日期|日期|时间',
  effectiveOn: '实施日期|施行日期|生效日期|实施时间|施行时间|生效时间',
  consultation:
    '征求意见时间|征求意见期限|征集时间|征集日期|公示时间|公示期|意见征集时间|征集起止时间|起止时间|征求时间',
  deadline: '意见反馈截止时间|意见反馈截止日期|反馈截止时间|反馈截止日期|截止日期|截止时间|结束时间',
} as const;
export type Label = keyof typeof NAMES;

const LABELS = Object.keys(NAMES) as Label[];
const ANY = LABELS.map((label) => NAMES[label]).join('|');
/**
 * A label and what follows it on its line, up to the next label.
 * Takes: 发文字号：京科发〔2026〕1号 · [成文日期] 2026-09-01 · 发 文 字 号： X · 来源：市科委  日期：2026-09-02.
 * Leaves alone: 发布日期另行通知 · 资金来源：… · 报名时间：….
 */
const LINE = new RegExp(
  `(?:^|[\\s|丨[【（(])(${ANY})[\\]】）)]?\\s*(?:[:：]\\s*|(?<=[\\]】）)]\\s*)|\\t)([^\\n]*?)(?=$|[\\s|丨]+[[【（(]?(?:${ANY}|主题分类|有效性|索引号|标题|字号|字体|(?:浏览|阅读|点击)(?:次数|量)?|作者|责任编辑|打印|分享)[\\]】）)]?\\s*[:：\\t\\]】]|[[【]字)`,
  'gm',
);

const nameOf = new Map(LABELS.flatMap((label) => NAMES[label].split('|').map((name) => [name, label])));

/** Facts that stand beside their labels in a text of lines, the first of each that has a value. */
export function readLabels(text: string): ReadonlyMap<Label, string> {
  const facts = new Map<Label, string>();
  // 发 文 字 号 is set wide to fill its cell.
  const lines = text.replace(/(?<=[\u4e00-\u9fff])[ \u3000](?=[\u4e00-\u9fff](?:[ \u3000]|[:：\]】]))/g, '');
  for (const [, name = '', written = ''] of lines.matchAll(LINE)) {
    const label = nameOf.get(name);
    const value = written.replace(/\s+/g, ' ').trim();
    if (label !== undefined && value !== '' && value.length < 200 && !facts.has(label))
      facts.set(label, value);
  }
  return facts;
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

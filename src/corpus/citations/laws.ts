/**
 * Whose article a number is: the laws that a text names. On folded text without white space.
 */
import { documentOf, editionAtEnd, editionBehind, editionOf } from '../address/edition.ts';
import { nameAtEnd } from '../address/names.ts';
import { NUMERAL_CHARACTERS } from '../numerals.ts';
import type { Corpus, CorpusDocument } from '../types.ts';

/** A document of the corpus, or another law by the name the text has for it. */
export type Law =
  | { readonly document: CorpusDocument }
  | {
      readonly other: string;
      /** Where the name stands, if just so. */
      readonly at?: Span;
    };
type Span = readonly [from: number, to: number];

/** One place where a law is named. */
export interface NamedLaw {
  readonly law: Law;
  readonly from: number;
  readonly to: number;
}

/** Nouns that end the name of a law or of another text with articles. */
const KIND =
  '法典|宪法|法|条例|办法|规定|细则|决定|措施|意见|方案|规划|计划|纲要|章程|规则|准则|指南|通知|公约|协定|协议|合同|草案|征求意见稿|审稿|审议稿|讨论稿|修改稿|表决稿|初稿|草稿|修正案|解释|的说明|标准|制度|规程|规范|守则|指引|公告|通告|条约|[旧老上]一?版|修[订改正]前';
const ENDS_AS_LAW = new RegExp(`(?:${KIND})(?:\\([^()]{1,12}\\))?$`);
/** The end of a stretch of Chinese that may be a law's name: 根据专利法, 我们的条例. */
const NAME_AT_END = new RegExp(`[\\p{Script=Han}·]*(?:${KIND})$`, 'u');
/** Plain names in running text, each as short as it can be: what they are is told from their ends. */
const PLAIN_NAMES = new RegExp(`[\\p{Script=Han}·]{2,40}?(?:${KIND})`, 'gu');
/** What leads up to a law's name and is no part of it: 根据|专利法, 我们落实|条例, 专利法第五条和|条例, 我觉得|条例. */
const LEADS_UP = new RegExp(
  `^.*(?:根据|依据|依照|按照|遵照|参照|对照|落实|贯彻|执行|现行|结合|符合|违反|适用|引用|援引|学习|查看|查询|请看|请问|想问|看看|参见|详见|以及|关于|对于|比如|例如|就是|咱们|我们|你们|他们|上述|这部|这个|那个|那部|一下|还有|其中|因为|由于|如果|假如|要是|觉得|认为|以为|感觉|记得|知道|听说|提到|说到|对应|对比|比较|相比|相当于|不同于|区别于|来自|出自|或者|而且|但是|不过|所以|因此|除了|那么|其实|第[${NUMERAL_CHARACTERS}]+[编章节条款项目])`,
);
/** Words of one character at the beginning of what is left. */
const LEADING = /^(?:[按依见看查问据和与及或在是的了跟比把将请讲]|说(?!明)|对(?!外))+/;
/** The end of an article, of which the number is no Han character: 条例第23|条和草案. */
const ARTICLE_END = /^[编章节条款项目]/;
/**
 * What may stand before a name of ours without making it another law's: 条和|条例, 即|条例, 解释|条例. Nothing that a name ends with
 * before its noun: 公众参与|条例, 科学技术普及|条例, 数据|条例.
 */
const LEADS_TO_OURS =
  /(?:[和按在是了跟把即若但且或]|征求意见的|^(?:[如因由看见]|请?(?:解释|说明|介绍|讲讲|说说|谈谈)一?下?))$/;
/** 根据专利法,第二十三条…: the law goes on to be meant. */
const RELIED_ON = /(?:根据|依据|依照|按照|违反)[\p{Script=Han}·]{2,}$/u;
const OF_CHINA = '中华人民共和国';
/** Nobody names a law at greater length. */
const LONGEST_NAME = 80;
/** A name of the corpus that is as long as this is sure wherever it stands; 方案 and 决定 alone are words like others. */
const SURE_NAME = 6;
/** A name this long that begins like the title is nobody else's, whatever stands before it. */
const FULL_NAME = 12;
/** Between a law and its article: 条例的第二十三条, 条例中第五条, 条例:第五条, 草案版第五条, 条例原文第五条, 条例规定第五条. */
const LINK = /(?:(?<!旧|老|上|上一)版|原文|全文|正文)?(?:里面?|当中|中|内|规定)?[的原]?(?::|[-—–]{1,2})?$/;
/** Of those, what may be the end of a name itself: 若干规定第五条 is no 若干's. */
const NAMES_TOO = /规定$/;
/** The short name that any 条例 may have once it was named. */
const AGAIN = /^该?条例$/;

/** The laws named in title marks or by a sure name, in the order of the text. */
export function readNamedLaws(text: string, corpus: Corpus): readonly NamedLaw[] {
  const aliases = readAliases(text);
  const named: NamedLaw[] = [];
  for (const { from, to } of readTitles(text)) {
    const title = text.slice(from + 1, to - 1);
    const edition = behindTitle(text.slice(to, to + LONGEST_NAME));
    const full = aliases.get(title);
    const last = named.at(-1)?.law;
    // 《条例》 is the 条例 named last, ours where none was.
    const again = full === undefined && title === '条例' && last !== undefined && isOrdinance(last);
    const law = again ? last : lawQuoted(full ?? title, edition, corpus);
    if (law === null) continue;
    const exact = 'other' in law && !again && full === undefined;
    const at: Span = edition === '' ? [from + 1, to - 1] : [from, to + edition.length];
    named.push({ law: exact ? { ...law, at } : law, from, to: to + edition.length });
  }
  for (const { 0: name, index } of text.matchAll(PLAIN_NAMES)) {
    const to = index + name.length;
    const ours = nameAtEnd(text.slice(Math.max(0, to - LONGEST_NAME), to), corpus);
    const law = lawAtEnd(text, to, corpus);
    if (ours && isFullName(text.slice(to - ours.length, to), ours.document))
      named.push(withEdition({ law: { document: ours.document }, from: to - ours.length, to }, text, corpus));
    else if (law && ('other' in law.law ? RELIED_ON.test(name) : to - law.from >= SURE_NAME))
      named.push(withEdition(law, text, corpus));
  }
  const inTitle = (law: NamedLaw): boolean =>
    named.some((other) => other.from < law.from && law.to < other.to);
  return named.filter((law) => !inTitle(law)).sort((a, b) => a.to - b.to);
}

const isFullName = (name: string, { info }: CorpusDocument): boolean =>
  name.length >= FULL_NAME && name.startsWith(info.title.slice(0, 2));

/** What stands in parentheses behind a title, or its edition without them; empty for nothing of the kind. */
const behindTitle = (rest: string): string =>
  /^\([^()]{2,12}\)/.exec(rest)?.[0] ?? rest.slice(0, editionBehind(rest)?.length ?? 0);

/** A law with the edition named behind it: …条例|(草案), …条例|二审稿. */
function withEdition(named: NamedLaw, text: string, corpus: Corpus): NamedLaw {
  const edition = editionBehind(text.slice(named.to, named.to + LONGEST_NAME));
  return edition ? inEdition(named, edition.words, named.to + edition.length, text, corpus) : named;
}

/** Another edition of one of ours is not ours; another law stays one, by its longer name. */
function inEdition(base: NamedLaw, words: string, to: number, text: string, corpus: Corpus): NamedLaw {
  const { law, from } = base;
  const document = 'other' in law ? null : editionOf(law.document, words, corpus);
  const start = 'other' in law ? (law.at?.[0] ?? from) : from;
  return { law: document ? { document } : { other: text.slice(start, to), at: [start, to] }, from, to };
}

const isOrdinance = (law: Law): boolean =>
  'other' in law ? law.other.endsWith('条例') : law.document.info.title.endsWith('条例');

/** The law that stands just before a number: 专利法|第五条, 条例的|第二十三条. */
export function lawBefore(
  text: string,
  at: number,
  named: readonly NamedLaw[],
  corpus: Corpus,
): NamedLaw | null {
  const link = LINK.exec(text.slice(Math.max(0, at - 8), at))?.[0] ?? '';
  if (NAMES_TOO.test(link)) {
    const before = lawNamed(text, at - link.length, at, named, corpus);
    return before && 'document' in before.law ? before : lawNamed(text, at, at, named, corpus);
  }
  return lawNamed(text, at - link.length, at, named, corpus);
}

function lawNamed(
  text: string,
  to: number,
  at: number,
  named: readonly NamedLaw[],
  corpus: Corpus,
): NamedLaw | null {
  const known = named.findLast((law) => law.to === to || law.to === at);
  if (known) return known;
  const plain = lawInQuotes(text, to, corpus) ?? lawAtEnd(text, to, corpus);
  const last = named.findLast((law) => law.to <= at)?.law;
  // 《…成果转化条例》…条例第十条: 条例 is the one named last.
  const again =
    plain && AGAIN.test(text.slice(plain.from, plain.to)) && last !== undefined && isOrdinance(last);
  return again ? { ...plain, law: last } : plain;
}

/** “草案”|第31条: quotation marks around a name and nothing else. */
function lawInQuotes(text: string, to: number, corpus: Corpus): NamedLaw | null {
  if (!/["”'’」』]/.test(text.charAt(to - 1))) return null;
  const law = lawAtEnd(text, to - 1, corpus);
  return law && /["“'‘「『]/.test(text.charAt(law.from - 1)) ? { ...law, from: law.from - 1, to } : null;
}

/** A name has so many editions behind it at most: 条例|草案|(征求意见稿). */
const MOST_EDITIONS = 2;

/** The law whose plain name, with its editions, ends at `to`. */
function lawAtEnd(text: string, to: number, corpus: Corpus, editions = MOST_EDITIONS): NamedLaw | null {
  const before = text.slice(Math.max(0, to - LONGEST_NAME), to);
  const edition = editions > 0 ? editionAtEnd(before) : null;
  const base = edition && lawAtEnd(text, to - edition.length, corpus, editions - 1);
  if (edition && base) return inEdition(base, edition.words, to, text, corpus);
  const whole = NAME_AT_END.exec(before)?.[0] ?? '';
  const cut = /\d/.test(before.charAt(before.length - whole.length - 1));
  const stretch = cut ? whole.replace(ARTICLE_END, '') : whole;
  const china = stretch.lastIndexOf(OF_CHINA);
  const written = china >= 0 ? stretch.slice(china) : stretch.replace(LEADS_UP, '').replace(LEADING, '');
  const name = written.replace(/^[本该此]/, '');
  const ours = nameAtEnd(before, corpus);
  // A longer name than ours is another law's: 成果转化条例.
  if (ours && name.length <= ours.length)
    return { law: { document: ours.document }, from: to - Math.max(ours.length, written.length), to };
  if (ours && LEADS_TO_OURS.test(name.slice(0, -ours.length)))
    return { law: { document: ours.document }, from: to - ours.length, to };
  const from = to - written.length;
  return name === '' ? null : { law: { other: written, at: [from, to] }, from, to };
}

/** The law in title marks, with its edition inside or behind them: 《…条例(草案)》, 《…条例》(征求意见稿). */
function lawQuoted(title: string, behind: string, corpus: Corpus): Law | null {
  const [, base = title, inside] = /^([^()]+)\(([^()]+)\)$/.exec(title) ?? [];
  const edition = inside ?? behind.replace(/^\(|\)$/g, '');
  const document = documentOf(base, edition, corpus);
  if (document) return { document };
  return ENDS_AS_LAW.test(title) ? { other: `${title}${behind}` } : null;
}

/** The title marks that stand in no others: 《关于印发〈…办法〉的通知》 is one title. */
function readTitles(text: string): readonly { readonly from: number; readonly to: number }[] {
  const titles: { from: number; to: number }[] = [];
  const opened: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[《〈》〉]/g)) {
    if (mark === '《' || mark === '〈') opened.push(index);
    else {
      const from = opened.pop();
      if (from !== undefined && opened.length === 0) titles.push({ from, to: index + 1 });
    }
  }
  return titles;
}

/** `《…条例》(以下简称《条例》)`, `…条例(下称“科创条例”)`, `《条例》指《…条例》`: short names that the text gives, to full ones. */
function readAliases(text: string): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const form of [
    /(?:《(?<full>[^《》]{4,60})》|(?<plain>[\u4e00-\u9fff]{4,30}(?:条例|法|办法|规定)))[(,]?(?:以下|下)?(?:统一)?(?:简称|称)[为:]?["“'‘「『《〈]*(?<short>[^"”'’」』》〉),。]{2,20})/g,
    /《(?<short>[^《》]{2,20})》(?:是指|系指|均指|指|即)《(?<full>[^《》]{4,60})》/g,
  ])
    for (const { groups } of text.matchAll(form))
      aliases.set(groups?.short ?? '', groups?.full ?? groups?.plain ?? '');
  return aliases;
}

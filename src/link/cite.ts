/**
 * Citations: which articles of the ordinance an entry writes out.
 *
 * The text is read once, left to right. A law or document that is named becomes the one that later numbers belong to, and a
 * number is ours only while that one is this ordinance.
 */
import { NUMERAL_CHARACTERS } from '../corpus/numerals.ts';
import { readArticleList, readEnglishArticleList } from './enumerate.ts';

/** One place where articles are written out; `from` and `to` are offsets in the text that was read. */
export interface Citation {
  readonly articles: readonly number[];
  readonly from: number;
  readonly to: number;
}

export interface Citations {
  readonly title: readonly Citation[];
  readonly body: readonly Citation[];
}

/** Whose articles a number counts: this ordinance's, another document's, or nobody's yet. */
type Law = 'ours' | 'other' | 'none';

/** What a text is called before it is law: 草案, 征求意见稿, 二次审议稿, 送审稿; not 修正案, which is law. */
const DRAFT =
  '(?:草案|草稿|(?:送审|审议|审|修改|讨论|征求意见|意见|征求|表决|论证|公示|建议|未定|试拟|初)稿)';
/**
 * Its name goes on as that of a draft: `…条例(草案)`, `…条例》二次审议稿`, `…条例(2023年征求意见)`; not `…条例》第二十三条征求意见`.
 */
const AS_DRAFT = `[》〉]?(?:[(\\[〔][^()《》,。;]{0,8}(?:${DRAFT}|征求)|(?:公开|修订|[一二三四\\d]次)?${DRAFT})`;
/**
 * The ordinance by name: `北京国际科技创新中心建设条例`, `北京科创中心条例`. Its draft (`…条例(草案)`) is not law and does not count, and
 * `上海市推进科技创新中心建设条例` is another's.
 */
const OURS = `北京市?(?:国际)?(?:科技创新|科创)中心(?:建设)?条例(?!${AS_DRAFT})`;
const OUR_NAME = new RegExp(`^(?:${OURS}|(?:国际)?(?:科技创新|科创)中心(?:建设)?条例)(?:\\([^()]*\\))?$`);
const OURS_ANYWHERE = new RegExp(
  `${OURS}|[《〈]国际科技创新中心建设条例|internationalscience(?:and|&)technologyinnovationcent(?:er|re)`,
);
const N = `[${NUMERAL_CHARACTERS}]{1,8}`;

/** True when the folded text names this ordinance (not its draft). */
export function namesOrdinance(text: string): boolean {
  return OURS_ANYWHERE.test(text);
}

/** Nouns that end the name of a law or a policy document. */
const DOCUMENT =
  '法|法典|条例|办法|规定|细则|决定|措施|意见|方案|规划|计划|纲要|章程|规则|准则|指南|通知|公约|协定|协议|合同|政策';

/** What the reading stops at. White space is gone, full-width forms are half-width, capitals are small. */
const TOKENS = new RegExp(
  [
    '(?<open>[《〈])|(?<close>[》〉])',
    `(?<ours>${OURS})`,
    // The text's own document: 本办法第三条 is not ours; 本条例 is, when the entry is the ordinance itself.
    `(?<self>(?:[本该此]|[上前]述)(?:${DOCUMENT}))`,
    // 《…条例》(草案)第三十一条, 草案中第三十一条; not 与草案相比,第三十一条.
    `(?<draft>${DRAFT}[)\\]〕》〉”"]*(?:的|中的?|里的?)?(?=第${N}))`,
    // 依据《条例》制定,第三条…: from here on the document speaks of itself.
    '(?<made>制定)(?=[,。;])',
    // 条例第二十三条, 落实条例第二十三条; not 转化条例第十条.
    `(?<bare>(?<![\\u4e00-\\u9fff》])条例|(?<=[据照按实彻行合与和及以对])条例)(?=的?(?:第${N}|${N}条))`,
    // 民法典第一百条, 若干措施第五条.
    `(?<named>(?:${DOCUMENT})(?=第${N}))`,
    // Without 第 a number is a citation only right after the name: 《条例》三十五条; 共76条 and 32条措施 are counts.
    `(?<number>第${N}|(?<=条例》?的?)${N}(?=[条、至]))`,
    '(?<english>(?:articles?|art\\.)\\d)',
    '(?<stop>[。!?;\\n])',
  ].join('|'),
  'g',
);
/** After 条 of a number without 第, what makes it a count: 《条例》32条措施. */
const COUNTED = /^(?:政策|硬)?(?:措施|举措|意见|建议|任务|内容|干货|新政)/;
/** What comes before an article that a text relies on without naming its law again: 一是落实|第十五条. */
const RELIES = /(?:落实|贯彻|依据|根据|按照|依照|对应|细化)$/;
/** How a mention at the beginning of a sentence goes on; anything else is a heading of the document's own. */
const MENTION = /^(?:[、,:和与及至]|规定|明确|提出|要求|指出|关于|对|的|中)/;

/** The places of `title` and `body` (folded, without white space) where articles of this ordinance are written out. */
export function findCitations(title: string, body: string): Citations {
  const whole = `${title}\n${body}`;
  if (!/条|art/.test(whole) || !namesOrdinance(whole)) return { title: [], body: [] };
  const aliases = defineAliases(whole);
  const bare = resolveBare(whole, aliases);
  const unnamed = unnamedLaw(title);
  const relied = namesOrdinance(title) ? bare : 'none';
  const names = { aliases, bare, self: ownLaw(title, unnamed, bare), unnamed, relied };
  return { title: scan(title, names), body: scan(body, names) };
}

/** Every cited article once, ascending. */
export function citedArticles(citations: Citations): number[] {
  const all = [...citations.title, ...citations.body].flatMap((citation) => citation.articles);
  return [...new Set(all)].sort((a, b) => a - b);
}

interface Names {
  /** Short names the text itself gives: 《条例》, “科创条例”. */
  readonly aliases: ReadonlyMap<string, Law>;
  /** What 条例 alone means here. */
  readonly bare: Law;
  /** What 本条例 means here. */
  readonly self: Law;
  /** Whose a number is before any law is named. */
  readonly unnamed: Law;
  /** Whose one is that is relied on before any law is named: the one of the title. */
  readonly relied: Law;
}

/** The numbers of an entry that is the ordinance or explains it (`《…条例》解读`) are its own; 关于落实《…条例》的措施 has its own articles. */
function unnamedLaw(title: string): Law {
  return new RegExp(`^[^《》]{0,10}《?${OURS}》?[^的]{0,6}(?:$|解读|图解|问答|释义|全文)`).test(title)
    ? 'ours'
    : 'none';
}

/** 本条例 in a text that is no 条例 is the one it speaks of. */
function ownLaw(title: string, unnamed: Law, bare: Law): Law {
  if (unnamed === 'ours') return unnamed;
  return title.replace(new RegExp(OURS, 'g'), '').includes('条例') ? 'other' : bare;
}

/** `《…条例》(以下简称《条例》)`, `…条例(下称“科创条例”)`, `《条例》指《…条例》`. */
function defineAliases(text: string): ReadonlyMap<string, Law> {
  const aliases = new Map<string, Law>();
  const forms = [
    /(?:《(?<full>[^《》]{4,60})》|(?<plain>[\u4e00-\u9fff]{4,30}条例))[(,]?(?:以下|下)?(?:统一)?(?:简称|称)[为:]?["“'‘「『《〈]*(?<short>[^"”'’」』》〉),。]{2,20})/g,
    /《(?<short>[^《》]{2,20})》(?:是指|系指|均指|指|即)《(?<full>[^《》]{4,60})》/g,
  ];
  for (const form of forms)
    for (const { groups } of text.matchAll(form))
      aliases.set(
        groups?.short ?? '',
        groups?.full === undefined ? plainLaw(groups?.plain) : quotedLaw(groups.full),
      );
  return aliases;
}

const quotedLaw = (name: string): Law => (OUR_NAME.test(name) ? 'ours' : 'other');
const plainLaw = (text = ''): Law => (namesOrdinance(text) ? 'ours' : 'other');

/** 条例 alone is what the text says it is; else this ordinance, when the text names no other 条例. */
function resolveBare(text: string, aliases: ReadonlyMap<string, Law>): Law {
  const defined = aliases.get('条例');
  if (defined !== undefined) return defined;
  const others = [...text.matchAll(/[《〈]([^《》〈〉]{3,60}条例)/g)].some(
    ([, name = '']) => quotedLaw(name) === 'other',
  );
  return others ? 'other' : 'ours';
}

function scan(text: string, names: Names): Citation[] {
  const found: Citation[] = [];
  const opened: number[] = [];
  let law = names.unnamed;
  let sentence = 0;
  const tokens = new RegExp(TOKENS);
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const at = token.index;
    const end = tokens.lastIndex;
    const kind = token.groups ?? {};
    if (kind.stop !== undefined) sentence = end;
    else if (kind.open !== undefined) opened.push(end);
    else if (kind.close !== undefined) law = nameLaw(text.slice(opened.pop() ?? at, at), names);
    else if (kind.ours !== undefined) law = 'ours';
    else if (kind.draft !== undefined) law = 'other';
    else if (kind.self !== undefined) law = kind.self.endsWith('条例') ? names.self : 'other';
    else if (kind.made !== undefined) law = 'none';
    else if (kind.bare !== undefined) law = names.bare;
    else if (kind.named !== undefined) law = 'other';
    else {
      const english = kind.english !== undefined;
      const list = english ? readEnglishArticleList(text, at) : readArticleList(text, at);
      // A list without 条 is passed over as a whole: begun again at each of its numbers, it would be read as often as it is long.
      tokens.lastIndex = Math.max(end, list?.to ?? endOfNumbers(text, at));
      if (list === null) continue;
      const rest = text.slice(list.to, list.to + 160);
      const named = law === 'none' && RELIES.test(text.slice(Math.max(0, at - 2), at)) ? names.relied : law;
      const owner = english ? englishLaw(rest, law) : named;
      const heading = at === sentence && names.unnamed !== 'ours' && !english && !MENTION.test(rest);
      const count = !text.startsWith('第', at) && COUNTED.test(rest);
      if (owner === 'ours' && !heading && !count && list.articles.length > 0)
        found.push({ articles: list.articles, from: at, to: list.to });
    }
  }
  return found;
}

/** Numbers in a row that are no articles: `第一、第二、第三、` of headings. */
const NUMBERS = new RegExp(`(?:第?${N}[、,和及与或&至到~—-]*)+`, 'y');

function endOfNumbers(text: string, at: number): number {
  NUMBERS.lastIndex = at;
  return NUMBERS.test(text) ? NUMBERS.lastIndex : at;
}

function nameLaw(name: string, names: Names): Law {
  return names.aliases.get(name) ?? (name === '条例' ? names.bare : quotedLaw(name));
}

/** English names the law after the number: `Article 23 of the Patent Law`. */
function englishLaw(rest: string, before: Law): Law {
  const named =
    /^(?:[,(]?paragraph\d+\)?,?)?of(?:the)?(?<name>.*?(?:law|regulations?|ordinance|measures|act|code)\b|.*)/.exec(
      rest,
    )?.groups?.name;
  if (named === undefined) return before === 'none' ? 'ours' : before;
  if (named.startsWith('draft')) return 'other';
  return namesOrdinance(rest) || /^(?:regulations?|ordinance)(?![a-z]*on)/.test(named) ? 'ours' : 'other';
}

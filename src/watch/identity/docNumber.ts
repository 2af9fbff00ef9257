/**
 * Document numbers (发文字号): how they are written, and which one of those that stand with a document is its own. Numbers of other
 * documents stand there, too: of what it carries out, rests on, repeals or explains.
 */
import { letters } from './similar.ts';
import { toSimplified } from './simplify.ts';

/**
 * A document number as issued: agency's short name, year in brackets, number.
 * Takes: 京科发〔2024〕1号 · 京政办发[2024]12号 · 发改高技（2026）3号 · 国科发规【2025】 100 号 · 京经信局发﹝2024﹞ 7 號 · 京科发〔2024〕第1号.
 * Leaves alone: 第320号令 · 2024年第3号 · 〔2024〕1号 without an agency · 条例（2024年修订）.
 */
const DOC_NUMBER =
  /([\p{Script=Han}]{2,14}?)\s*[〔［[（(【﹝]\s*((?:19|20)\d{2})\s*[〕］\])）】﹞]\s*第?\s*0*(\d{1,5})\s*[号號]/u;

/** Words before a short name that are not part of it: 发文字号：京科发…, 根据国科发…, 印发《…》的通知 京科发…. */
const NOT_AGENCY =
  /^.*(?:发文字号|文号|字号|通知|办法|意见|方案|措施|根据|依据|按照|关于|转发|印发|以及|和|与|及)/;

/** What a paper is, and no agency: every body counts its 公告〔2026〕1号. Leaves alone: 财政部公告. */
const PAPER = /^(?:公告|通告|公示|通报|决定|命令|批复|纪要|会议纪要|文件)$/;

/** Most texts hold no number, and are asked for this first. */
const mayHoldNumber = (text: string): boolean => text.includes('号') || text.includes('號');

/** Normal form: full-width and brackets of all shapes to 〔〕, no spaces, Simplified, no leading zeros; null when it names no agency. */
export function normaliseDocNumber(text: string): string | null {
  const [, agency, year, number] = DOC_NUMBER.exec(text.normalize('NFKC').replace(/\s+/g, '')) ?? [];
  if (agency === undefined) return null;
  const name = toSimplified(agency).replace(NOT_AGENCY, '');
  return name.length < 2 || PAPER.test(name) ? null : `${name}〔${year}〕${number}号`;
}

export const isDocNumber = (text: string): boolean => normaliseDocNumber(text) !== null;

const NUMBER_SOURCE = DOC_NUMBER.source;
/** At the end of a title in brackets, or bare: …的通知（京科发〔2024〕1号）. */
const AT_TITLE_END = new RegExp(`(?:^|[\\s（([])(${NUMBER_SOURCE})\\s*[）)\\]]?$`, 'u');
const AT_TITLE_START = new RegExp(`^(${NUMBER_SOURCE})(?=\\s|$|[关《])`, 'u');

/** A title without the number at its end. */
export const withoutNumber = (title: string): string =>
  mayHoldNumber(title) ? title.replace(AT_TITLE_END, '') : title;

/** A title about another document: its number is cited, not issued. */
const ABOUT_ANOTHER = /解读|问答|一图读懂|图解|政策说明|废止|失效|修改.*决定|转发/;
/** A title that carries out another document, which it may name with its number. */
const CARRYING_OUT = /落实|贯彻|执行|根据|依据|按照|参照|申报|申请|学习|培训/;
/** Such a title has a name of its own all the same: 关于落实…的通知, 贯彻《…》实施方案. Leaves alone: 关于落实概念验证平台管理办法. */
const OWN_NAME =
  /[的》〉][^的《》]{0,6}(?:通知|公告|通告|通报|函|批复|决定|意见|措施|办法|方案|细则|规定|计划|指南)$/;
/** A name in marks as the whole of a title, as what is issued, or behind who issues it: 《…》, 关于印发《…》, …委员会《…》. */
const ISSUED_NAME =
  /^(?:[^《〈]*(?:印发|发布|公布|出台|下发|委员会|委|局|厅|部|院|办公室|政府))?[《〈].*[》〉]$/;

/**
 * Whether the number at the end of a title is that of the whole, and not of a document that it names: `head` is what stands before.
 * Takes: 关于印发《办法》的通知 · 若干措施 · 关于印发《办法》 · 关于落实《办法》的通知. Leaves alone: 关于落实管理办法 · 关于申报《办法》.
 */
function isOwnAtEnd(head: string): boolean {
  if (/[》〉]$/.test(head)) return ISSUED_NAME.test(head);
  return !CARRYING_OUT.test(head) || OWN_NAME.test(head);
}

/**
 * The same of the number at the start, with what stands behind it.
 * Takes: 关于印发《办法》的通知 · 《办法》 · 管理办法. Leaves alone: 《办法》申报指南 · 申报指南.
 */
function isOwnAtStart(tail: string): boolean {
  if (/^[《〈]/.test(tail)) return /^《[^》]*》$|^〈[^〉]*〉$/.test(tail);
  return !CARRYING_OUT.test(tail) || (tail.startsWith('关于') && OWN_NAME.test(tail));
}

function numberInTitle(title: string): string | undefined {
  const atEnd = AT_TITLE_END.exec(title);
  if (atEnd !== null) return isOwnAtEnd(title.slice(0, atEnd.index).trim()) ? atEnd[1] : undefined;
  const atStart = AT_TITLE_START.exec(title);
  if (atStart !== null) return isOwnAtStart(title.slice(atStart[0].length).trim()) ? atStart[1] : undefined;
  return undefined;
}

/** On a line of its own. */
const OWN_LINE = new RegExp(`^\\s*(${NUMBER_SOURCE})\\s*$`, 'u');
/** After its label, at the start of a line or behind other fields of it: 索引号：1 文号：京科发…; not （文号：京科发…）, 依据 文号：…. */
const LABELLED = new RegExp(
  `^(?:[^《》〈〉（(，。；]*[\\s|丨])?[【\\[]?(?:发文字号|文\\s*号|文件编号)[】\\]]?\\s*[:：]?\\s*(${NUMBER_SOURCE})`,
  'u',
);
/**
 * Where the head of a text ends: a sentence, a salutation, a numbered heading, or what says that others' numbers follow.
 * Takes: 各有关单位： · 现予印发。 · 一、总则 · 第一条 · 政策依据 · 附件. Leaves alone: 北京市财政局文件 · 关于印发《办法》的通知 · 2026年9月1日.
 */
const BODY =
  /[。；！？]|[:：]\s*$|^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、]|第[一二三四五六七八九十]+[章条])|根据|依据|按照|附件|相关|政策文件|文件目录/u;
/** The facts that publishing systems put above a text; some stand alone, their values in the next line. */
const FACT =
  /^[【[]?(?:索\s*引\s*号|主题分类|主题词|发文机[关构]|发文单位|发布机[关构]|制定机关|成文日期|发文日期|印发日期|发布日期|发布时间|实施日期|有效性|名\s*称|标\s*题|信息来源|来\s*源|日\s*期|发文字号|文\s*号|文件编号)/u;
/** Longest line that may still be a title. */
const MOST_OF_TITLE = 120;

/** The lines above a text's first sentence: title, issuer, number, facts. */
export function issuingHead(text: string, title: string): readonly string[] {
  const lines = text.split('\n');
  const named = letters(title);
  const end = lines.findIndex((line) => {
    const isInMarks = /^\s*[《〈].*[》〉]\s*$/.test(line);
    // A title may stand on several lines, whatever its words; a name in marks that it carries out is another document's.
    const isTitle = named.includes(letters(line)) && !(isInMarks && CARRYING_OUT.test(title));
    if (isTitle || FACT.test(line)) return false;
    return line.length > MOST_OF_TITLE || BODY.test(line) || isInMarks;
  });
  return end === -1 ? lines : lines.slice(0, end);
}

/** The number in the issuing line of a text, or after its label: above the first sentence, since further down others are cited. */
function numberInText(text: string, title: string): string | undefined {
  for (const line of issuingHead(text, title)) {
    const number = LABELLED.exec(line)?.[1] ?? OWN_LINE.exec(line)?.[1];
    if (number !== undefined) return number;
  }
  return undefined;
}

/** So much of a text may be its head. */
const MOST_OF_HEAD = 600;

/**
 * The number under which an entry's own document was issued: from the source's own column, the title's ends, or the issuing line
 * of the text. Numbers of other documents that it cites are not taken.
 */
export function issuingNumber(entry: {
  readonly title: string;
  readonly summary?: string | undefined;
  readonly docNumber?: string | undefined;
}): string | null {
  if (entry.docNumber !== undefined) {
    const given = normaliseDocNumber(entry.docNumber);
    if (given !== null) return given;
  }
  const title = entry.title.trim();
  if (mayHoldNumber(title) && !ABOUT_ANOTHER.test(title)) {
    const inTitle = numberInTitle(title);
    if (inTitle !== undefined) return normaliseDocNumber(inTitle);
  }
  const opening = (entry.summary ?? '').slice(0, MOST_OF_HEAD);
  const inText = mayHoldNumber(opening) ? numberInText(opening, title) : undefined;
  return inText === undefined ? null : normaliseDocNumber(inText);
}

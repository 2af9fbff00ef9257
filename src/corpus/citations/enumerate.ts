/**
 * Enumerating: lists of articles and of what is below them, as people write them. On folded text without white space.
 */
import { NUMERAL_CHARACTERS, parseNumeral } from '../numerals.ts';

/** One member of a list of articles. */
export interface Mention {
  /** Its label as a number: `23`, `10-1` for 第十条之一; null for a numeral that has no value. */
  readonly number: string | null;
  /** 款, ascending as written; empty for the whole article. */
  readonly paragraphs: readonly number[];
  /** 项 named behind the article or its one 款: 第三条第（二）项. */
  readonly item: number | null;
  /** It ends a range that the member before it begins. */
  readonly range: boolean;
  readonly from: number;
  readonly to: number;
}

export interface MentionList {
  readonly mentions: readonly Mention[];
  /** Just behind the list; where it is empty, how far was read to find that: no list begins before that either. */
  readonly to: number;
}

const N = `[${NUMERAL_CHARACTERS}]{1,8}`;
/** `第一款`, `2款`, `第(二)项`; `第一` before `、三款`. */
const BELOW = `第?(?:\\(${N}\\)|${N})[款项目]|第${N}(?=[、和及与至到-]第?${N}款)`;
/** `第二十三条第一款、第三款第(二)项`: the number, 条 and what is below it. A number alone is only good inside a list. */
const MEMBER = new RegExp(
  `第?(?<number>${N})(?<unit>条(?:之(?<branch>${N}))?(?<below>(?:(?:[、,.和及与或至到~—-]|以及|或者|里面?的?|中的?|的)?(?:${BELOW}))*))?`,
  'y',
);
/** Between two members: `、`, `和`, `以及`, or a range's `至`, `-`. */
const SEPARATOR = /(?<range>至|到|-+|[—–―~]+)|(?:[、,和及与或&]|以及|或者|、和)/y;
const PARAGRAPH = new RegExp(`(?<range>至|到|~|—|-)?第?(?<number>${N})(?=款|[、,和及与或至到~—-])`, 'g');
const ITEM = new RegExp(`第?\\(?(?<number>${N})\\)?项`);

/**
 * The list at `at`: `第二十三条第一款`, `第18条、第24条`, `第二十三、二十六、三十二条`, `第三十四至三十六条`, `第34条-第36条`, `二十三条`.
 * It is empty where there is none: `第三章`, `第23届`; and of `第十八条、2024年` only 18 is left.
 */
export function readMentions(text: string, at: number): MentionList {
  const mentions: Mention[] = [];
  let sure = 0;
  let to = at;
  let read = at;
  let range = false;
  for (let next = at; ; ) {
    const member = matchAt(MEMBER, text, next);
    if (member === null) break;
    const { number = '', unit, branch, below = '' } = member.groups ?? {};
    const end = next + member[0].length;
    mentions.push({ number: labelled(number, branch), ...readBelow(below), range, from: next, to: end });
    read = end;
    // Numbers without 条 wait for a later one that has it.
    if (unit !== undefined) {
      sure = mentions.length;
      to = end;
    }
    const separator = matchAt(SEPARATOR, text, end);
    if (separator === null) break;
    range = separator.groups?.range !== undefined;
    next = end + separator[0].length;
  }
  return { mentions: mentions.slice(0, sure), to: sure === 0 ? read : to };
}

const ENGLISH =
  /(?:articles?|arts?\.?)(?<list>\d{1,4}(?:\(\d{1,2}\))?(?:(?:,and|,|and|&|to|through|-+|[–—])\d{1,4}(?:\(\d{1,2}\))?)*)(?:,?para(?:graph)?s?\.?\(?(?<paragraph>\d{1,2})\)?)?/y;

/** `article23(2)`, `articles34-36and40` (white space and capitals are folded away before). */
export function readEnglishMentions(text: string, at: number): MentionList | null {
  const found = matchAt(ENGLISH, text, at);
  if (found === null) return null;
  const { list = '', paragraph } = found.groups ?? {};
  const start = at + found[0].indexOf(list);
  const members = [
    ...list.matchAll(/(?<range>to|through|-+|[–—])?(?<number>\d+)(?:\((?<paragraph>\d+)\))?/g),
  ];
  const mentions = members.map(({ groups = {}, index, 0: all }, position): Mention => {
    const below = groups.paragraph ?? (members.length === 1 ? paragraph : undefined);
    return {
      number: String(Number(groups.number)),
      paragraphs: below === undefined ? [] : [Number(below)],
      item: null,
      range: groups.range !== undefined,
      from: position === 0 ? at : start + index + (groups.range ?? '').length,
      to: members.length === 1 ? at + found[0].length : start + index + all.length,
    };
  });
  return { mentions, to: at + found[0].length };
}

function labelled(number: string, branch: string | undefined): string | null {
  const main = parseNumeral(number);
  const inserted = branch === undefined ? undefined : parseNumeral(branch);
  if (main === null || inserted === null) return null;
  return inserted === undefined ? String(main) : `${main}-${inserted}`;
}

/** `第一款、第三款`, `第一、三款`, `第一款至第三款第(二)项`. */
function readBelow(below: string): Pick<Mention, 'paragraphs' | 'item'> {
  const paragraphs: number[] = [];
  const upTo = below.lastIndexOf('款') + 1;
  for (const { groups } of below.slice(0, upTo).matchAll(PARAGRAPH)) {
    const number = parseNumeral(groups?.number ?? '');
    const last = paragraphs.at(-1);
    if (number === null || number > MOST_PARAGRAPHS) continue;
    if (groups?.range !== undefined && last !== undefined)
      for (let between = last + 1; between < number; between += 1) paragraphs.push(between);
    paragraphs.push(number);
  }
  const item = paragraphs.length > 1 ? null : parseNumeral(ITEM.exec(below)?.groups?.number ?? '');
  return { paragraphs, item };
}

/** No article has more paragraphs; a range of more is no range of paragraphs. */
const MOST_PARAGRAPHS = 99;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

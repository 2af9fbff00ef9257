/**
 * The grammar of a mention of units and paragraphs, on folded text without spaces.
 */
import { NUMERAL_CHARACTERS, parseNumeral } from '../numerals.ts';
import type { CorpusDocument } from '../types.ts';
import { findUnit } from './label.ts';
import type { Mention } from './mention.ts';

const NUMERAL = `[${NUMERAL_CHARACTERS}]+`;

/** Takes 第二十三条, 二十三条, 23, 第十条之一, 第十之一条, 第七项, 20号, article23, art.23; what follows a bare `-` is settled by the document. */
const UNIT = new RegExp(
  `(?:第|articles?|arts?\\.?|items?|measures?|no\\.?|§+)?(${NUMERAL})(?:条(?:措施)?|项(?:措施)?|点|号)?(?:之(${NUMERAL})(?:条|项)?)?`,
  'y',
);
/** The `-1` of 10-1条, or the `-2` of 23-2. */
const DASHED = /-(\d+)条?/y;
/** What may stand between an article and its 款: 二十三条的第二款, 第23条中的第2款, 第二十三条,第二款. */
const JOINT = '(?:[,.、:]|里面?的?|中的?|的)?';
/** Takes 第一、二款, 第一款至第三款, 一款和二款: several paragraphs, for which the whole unit stands. */
const PARAGRAPHS = new RegExp(`${JOINT}(?:第?${NUMERAL}款?(?:[、,和及与至到~-]|以及))+第?${NUMERAL}款`, 'y');
/** Takes 第二款, 2款, 的第二款, .2, (2), ,para2, ,para(2); leaves 第(二)项 and ..36 alone. */
const PARAGRAPH = new RegExp(
  `${JOINT}第?(${NUMERAL})款|\\.(${NUMERAL})|\\((${NUMERAL})\\)(?![项目])|,?para(?:graph)?s?\\.?\\(?(${NUMERAL})\\)?`,
  'y',
);
/** Takes 第(二)项, 第二项第1目, and of 第(一)、(二)项 or 第一项至第三项 the last. */
const ITEM = new RegExp(
  `(?:里面?的?|中的?|的)?(?:第?\\(?${NUMERAL}\\)?项?(?:[、,和及与至到~-]|以及))*第?\\(?(${NUMERAL})\\)?项(?:第?\\(?${NUMERAL}\\)?目)?`,
  'y',
);
/** Between the ends of a range, or (second group) between the members of a list. */
const BETWEEN = /(至|到|~|〜|—+|–|-+|\.{2,}|through|to)|(、|,|和|与|以及|及|and|&)/y;
/** What may stand behind a reference without meaning anything. */
const REST =
  /(?:的?(?:规定|内容|条文|原文|全文|正文))?(?:的?(?:内容)?(?:讲|说|写|规定)?(?:的|了)?(?:是?(?:什么|啥)))?[呢吗啊。.,;:?!、)”"』」》]*$/y;

export interface UnitReading {
  readonly units: readonly Mention[];
  /** Whether the two units are the ends of a range rather than members of a list. */
  readonly range: boolean;
  readonly end: number;
}

/** The units that `text` mentions from `at` on; null where it mentions none. They need not exist. */
export function readUnits(text: string, at: number, document: CorpusDocument): UnitReading | null {
  const first = readUnit(text, at, document);
  if (!first) return null;
  const units = [first.address];
  let range = false;
  let end = first.end;
  for (;;) {
    const between = matchAt(BETWEEN, text, end);
    const next = between && readUnit(text, end + between[0].length, document);
    if (!next) return { units, range, end };
    range ||= between[1] !== undefined;
    units.push(next.address);
    end = next.end;
  }
}

/** Whether nothing of meaning follows from `at` on. */
export function endsAt(text: string, at: number): boolean {
  return matchAt(REST, text, at) !== null;
}

function readUnit(
  text: string,
  at: number,
  document: CorpusDocument,
): { address: Mention; end: number } | null {
  const match = matchAt(UNIT, text, at);
  const main = parseNumeral(match?.[1] ?? '');
  if (!match || main === null) return null;
  // Measures are items; 32条措施 counts them, and says nothing of an article.
  if (/条措施/.test(match[0]) && document.law.units[0]?.kind === 'article') return null;
  let end = at + match[0].length;
  const branch = match[2] === undefined ? null : parseNumeral(match[2]);
  let unit = branch === null ? String(main) : `${main}-${branch}`;
  // 10-1 is 第十条之一, 34-36 a range; a document may have a 34-36 of its own.
  const dashed = matchAt(DASHED, text, end);
  if (dashed && (Number(dashed[1]) < main || findUnit(document, `${unit}-${dashed[1]}`))) {
    unit = `${unit}-${dashed[1]}`;
    end += dashed[0].length;
  }
  const address = { document: document.info.id, unit };
  const whole = matchAt(PARAGRAPHS, text, end);
  if (whole) return { address, end: end + whole[0].length };
  const one = matchAt(PARAGRAPH, text, end);
  const paragraph = one && parseNumeral(one.slice(1).find((numeral) => numeral !== undefined) ?? '');
  end += one?.[0].length ?? 0;
  const below = matchAt(ITEM, text, end);
  const item = below && parseNumeral(below[1] ?? '');
  end += below?.[0].length ?? 0;
  return {
    address: {
      ...address,
      ...(paragraph === null ? {} : { paragraph }),
      ...(item === null ? {} : { item }),
    },
    end,
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

import { NUMERAL_CHARACTERS as N, parseNumeral } from '../../numerals.ts';
import { PRINTED_NUMERAL, readNumeral } from './numeral.ts';

/** `第十条之二`, read. */
export interface ArticleLabel {
  /** Its number and, for 第十条之二, the 2 that follows. */
  readonly main: number;
  readonly sub: number;
  /** Where one line stands for several that were repealed, the last of them: 9 of `第七条至第九条（删除）`. */
  readonly through?: number;
  /** `23`, `10-2` */
  readonly number: string;
  /** Repaired: `第三十一条` for `第三十－条`. */
  readonly label: string;
  /** It had to be repaired by more than closing its spaces. */
  readonly damaged: boolean;
  /** A space or the end of the line stands after the label. */
  readonly spaced: boolean;
  readonly rest: string;
}

/**
 * `第一条 `, `第三十五 条`, `第23條`, `第十条之二`, `笫四条`, `三十－` for 三十一; not `第三人`, `第一款`, `第一类`, `“第一条`.
 * The run of numerals is bounded, so no line costs more than its first characters.
 */
const ARTICLE = new RegExp(
  `^[第笫弟]\\s*([${PRINTED_NUMERAL}]{1,16}?)\\s*[条條](?:\\s*之\\s*([${N}]{1,3}))?`,
  'u',
);

/** The label of an article at the start of a line, if there is one. */
export function readArticleLabel(text: string): ArticleLabel | null {
  const match = ARTICLE.exec(text);
  if (!match) return null;
  const printed = match[0].replace(/\s/g, '');
  const main = readNumeral(match[1] ?? '');
  const sub = match[2] === undefined ? 0 : parseNumeral(match[2]);
  if (main === null || main.value === 0 || sub === null) return null;
  const word = printed.includes('條') ? '條' : '条';
  const label = `第${main.numeral}${word}${match[2] === undefined ? '' : `之${match[2]}`}`;
  const after = text.slice(match[0].length);
  const through = readThrough(after);
  return {
    main: main.value,
    sub,
    ...(through === null ? {} : { through }),
    number: sub === 0 ? `${main.value}` : `${main.value}-${sub}`,
    label,
    damaged: printed !== label,
    spaced: after === '' || /^[\s【[：:]/.test(after),
    rest: after.trimStart(),
  };
}

/** Takes `至第九条（删除）`, `至第九条　（已废止）`; leaves `至第九条的规定` alone. */
const THROUGH = new RegExp(
  `^\\s*[至到]\\s*第\\s*([${N}]{1,8})\\s*[条條]\\s*[（(【[](?:已?(?:删除|刪除|删去|废止|廢止|失效)|略|保留)[）)】\\]]$`,
);

function readThrough(after: string): number | null {
  const numeral = THROUGH.exec(after.trimEnd())?.[1];
  return numeral === undefined ? null : parseNumeral(numeral);
}

/**
 * What follows 第…条 where it is cited and not labelled: `第三条第一款规定的`, `第五条、第六条`, `第九条至`, `第八条所列`.
 * With a space between, only what could not begin an article: `第八条 规定的` but not `第八条 第三人`.
 */
const CITED =
  /^(?:第[^，。；]{1,5}[款項项目]|、\s*第|[，,；;。.)）》”至]|规定|規定|所[列称稱规規述]|的|之规|之規|[和与與及]第|或者?第|以及|中的|中[“"]|修[改订訂]|改[为為]|[后後]?增加|[删刪]去|外[，,])/;
const CITED_SPACED =
  /^(?:、\s*第|[，,；;。.)）》”]|至第|规定的|規定的|所列|所规定|所規定|第[^，。；]{1,4}[款項项](?:[、，和或规規的至中及]|$))/;

/** Whether 第…条, followed by this, cites an article instead of beginning one. */
export function isCitation(label: ArticleLabel): boolean {
  if (label.through !== undefined) return false;
  return label.spaced ? CITED_SPACED.test(label.rest) : CITED.test(label.rest);
}

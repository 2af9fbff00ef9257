/**
 * Enumerating: a list of article numbers as people write it, from its first number on.
 */
import { NUMERAL_CHARACTERS, parseNumeral } from '../corpus/numerals.ts';

/** The articles of one list, and the offset just after it. */
export interface ArticleList {
  readonly articles: readonly number[];
  readonly to: number;
}

/** The last article of the ordinance: a higher number is of something else. */
const LAST_ARTICLE = 76;

const N = `[${NUMERAL_CHARACTERS}]{1,8}`;
/** `第二十三条第一款、第三款第(二)项`: the number, 条 and what is below it. A number alone is only good inside a list. */
const ITEM = new RegExp(
  `第?(?<number>${N})(?:(?<unit>条)(?<inserted>之${N})?(?:第?${N}(?:款|项|目)|第?\\(${N}\\)项?|(?:[、和及与至到]|以及)第${N}(?:款|项|目))*)?`,
  'y',
);
/** Between two numbers of a list: `、`, `和`, `以及`, or a range's `至`, `-`. */
const SEPARATOR = /(?<range>至|到|-+|[—–―~～－]+)|(?:[、,和及与&]|以及|、和)/y;

/**
 * The list at `at`: `第二十三条第一款`, `第18条、第24条`, `第二十三、二十六、三十二条`, `第三十四至三十六条`, `第34条-第36条`, `二十三条`.
 * Null where there is none: `第三章`, `第23届`, `第十八条、2024年` keeps only 18. Numbers this ordinance has not are left out, and so is
 * 第十条之一: it has no inserted articles.
 */
export function readArticleList(text: string, at: number): ArticleList | null {
  const items: { number: number | null; range: boolean }[] = [];
  let sure = 0;
  let to = at;
  let range = false;
  for (let next = at; ; ) {
    ITEM.lastIndex = next;
    const item = ITEM.exec(text);
    if (item === null) break;
    const number = item.groups?.inserted === undefined ? parseNumeral(item.groups?.number ?? '') : null;
    items.push({ number, range });
    next = ITEM.lastIndex;
    // Numbers without 条 wait for a later one that has it.
    if (item.groups?.unit !== undefined) {
      sure = items.length;
      to = next;
    }
    SEPARATOR.lastIndex = next;
    const separator = SEPARATOR.exec(text);
    if (separator === null) break;
    range = separator.groups?.range !== undefined;
    next = SEPARATOR.lastIndex;
  }
  return sure === 0 ? null : { articles: expand(items.slice(0, sure)), to };
}

const ENGLISH_LIST = /(?:articles?|art\.)(?<list>\d{1,3}(?:(?:,and|,|and|&|to|through|-+|[–—])\d{1,3})*)/y;

/** `Article23`, `Articles34-36and40` (white space and capitals are folded away before). */
export function readEnglishArticleList(text: string, at: number): ArticleList | null {
  ENGLISH_LIST.lastIndex = at;
  const found = ENGLISH_LIST.exec(text);
  if (found === null) return null;
  const items = [...(found.groups?.list ?? '').matchAll(/(?<range>to|through|-|–|—)?(?<number>\d+)/g)].map(
    (item) => ({
      number: Number(item.groups?.number),
      range: item.groups?.range !== undefined,
    }),
  );
  return { articles: expand(items), to: ENGLISH_LIST.lastIndex };
}

function expand(items: readonly { readonly number: number | null; readonly range: boolean }[]): number[] {
  const articles: number[] = [];
  let previous: number | null = null;
  for (const { number, range } of items) {
    const first: number | null = range && previous !== null ? previous + 1 : number;
    if (first !== null && number !== null)
      for (let article = first; article <= Math.min(number, LAST_ARTICLE); article += 1)
        if (article > 0) articles.push(article);
    previous = number;
  }
  return articles;
}

/**
 * Enumerating: the articles of this ordinance in a list of article numbers.
 */
import {
  type Mention,
  type MentionList,
  readEnglishMentions,
  readMentions,
} from '../corpus/citations/enumerate.ts';

/** The articles of one list, and the offset just after it. */
export interface ArticleList {
  readonly articles: readonly number[];
  readonly to: number;
}

/** The last article of the ordinance: a higher number is of something else. */
const LAST_ARTICLE = 76;

/**
 * The list at `at`: `第二十三条第一款`, `第18条、第24条`, `第二十三、二十六、三十二条`, `第三十四至三十六条`, `第34条-第36条`, `二十三条`.
 * Null where there is none: `第三章`, `第23届`, `第十八条、2024年` keeps only 18. Numbers this ordinance has not are left out, and so is
 * 第十条之一: it has no inserted articles.
 */
export const readArticleList = (text: string, at: number): ArticleList | null => ours(readMentions(text, at));

/** `Article23`, `Articles34-36and40` (white space and capitals are folded away before). */
export const readEnglishArticleList = (text: string, at: number): ArticleList | null =>
  ours(readEnglishMentions(text, at));

const ours = (list: MentionList | null): ArticleList | null =>
  list && { articles: expand(list.mentions), to: list.to };

function expand(mentions: readonly Mention[]): number[] {
  const articles: number[] = [];
  let previous: number | null = null;
  for (const { number: label, range } of mentions) {
    const number = label === null || label.includes('-') ? null : Number(label);
    const first: number | null = range && previous !== null ? previous + 1 : number;
    if (first !== null && number !== null)
      for (let article = first; article <= Math.min(number, LAST_ARTICLE); article += 1)
        if (article > 0) articles.push(article);
    previous = number;
  }
  return articles;
}

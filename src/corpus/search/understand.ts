/**
 * From what was typed to what is looked for.
 */
import type { SearchIndex } from './port.ts';
import { findTerms, type Terms } from './terms.ts';
import { isLatin, plainText, runs, tokenise } from './tokenise.ts';

/** One way to say what is looked for. Its parts stand apart by line breaks. */
export interface Form {
  readonly plain: string;
  /** How much a match of it counts: 1 for the words as typed. */
  readonly weight: number;
}

/** Words of questions and talk that say nothing of what is looked for. */
const TALK =
  /请问|请教|想问|帮我|查一下|看一下|有没有|能不能|可不可以|是不是|要不要|怎么样|怎么办|怎么|怎样|如何|为什么|什么|哪些|哪个|哪里|谁|多少|是否|可以|应该|需要|我们|你们|他们|我|吗|呢|吧|啊|的|了|和|与|或|及|在|对|把|被|从|归|关于|有关|相关|规定|条款|政策|要求|[。;!?]/gu;

const STATUTORY_WEIGHT = 0.95;
const CORRECTED_WEIGHT = 0.8;

/** The ways to say a query, the typed one first. */
export function understand(query: string, terms: Terms, index: SearchIndex): readonly Form[] {
  const typed = query
    .split(/\s+/)
    .map((part) => plainText(part).replace(TALK, '\n'))
    .join('\n');
  const plain = typed.trim() === '' ? plainText(query) : typed;
  return [{ plain, weight: 1 }, ...statutoryForms(plain, terms), ...correctedForms(plain, terms, index)];
}

/** The query with its everyday words replaced: all at once by their first statutory words, by their second ones, and so on. */
function statutoryForms(plain: string, terms: Terms): readonly Form[] {
  const found = findTerms(plain, terms);
  const most = Math.max(0, ...found.map(({ statutory }) => statutory.length));
  return Array.from({ length: most }, (_, choice) => {
    let replaced = '';
    let end = 0;
    for (const { at, word, statutory } of found) {
      replaced += plain.slice(end, at) + (statutory[choice] ?? statutory[0] ?? word);
      end = at + word.length;
    }
    return { plain: replaced + plain.slice(end), weight: STATUTORY_WEIGHT };
  });
}

/** A pair in no more than this share of the units may be a slip in the texts themselves. */
const RARE_SHARE = 1 / 20_000;
/** So many ways are tried to put one character right. */
const MOST_CORRECTIONS = 8;
/** In longer runs of characters words meet that never stood together, and one slip does no harm. */
const LONGEST_CORRECTED = 8;

/** The query with one character put right: a character that no text has beside its neighbours may be a slip. */
function correctedForms(plain: string, terms: Terms, index: SearchIndex): readonly Form[] {
  const frequencies = index.frequencies(tokenise(plain));
  const isUnheard = (pair: string): boolean => (frequencies.get(pair) ?? 0) <= index.size * RARE_SHARE;
  return runs(plain).flatMap((run) => {
    // The characters of an everyday word are meant as they are.
    if (isLatin(run) || run.length > LONGEST_CORRECTED || findTerms(run, terms).length > 0) return [];
    const characters = [...run];
    return characters.slice(1, -1).flatMap((character, before) => {
      const [left = '', right = ''] = [characters[before], characters[before + 2]];
      if (!isUnheard(left + character) || !isUnheard(character + right)) return [];
      return index.between(left, right, MOST_CORRECTIONS).map((corrected) => ({
        plain: plain.replace(run, characters.with(before + 1, corrected).join('')),
        weight: CORRECTED_WEIGHT,
      }));
    });
  });
}

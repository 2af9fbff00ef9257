/**
 * What people call things and what the law calls them: everyday and older words, short names of departments, regional words.
 */
import terms from '../../../corpus/terms.json' with { type: 'json' };
import { REGIONAL_WORDING } from '../fold.ts';
import { plainText } from './tokenise.ts';

/** By everyday word: the statutory words for it, the most usual first. Plain texts, as `plainText` makes them. */
export type Terms = ReadonlyMap<string, readonly string[]>;

let ours: Terms | null = null;

/** Ours. Read when they are first asked for: to fold them takes the tables of Traditional characters. */
export function ourTerms(): Terms {
  ours ??= readTerms(Object.values(terms), REGIONAL_WORDING);
  return ours;
}

export function readTerms(
  groups: readonly Readonly<Record<string, readonly string[]>>[],
  regional: ReadonlyMap<string, string>,
): Terms {
  const read = new Map<string, readonly string[]>();
  for (const [word, mainland] of regional) read.set(word, [mainland]);
  for (const group of groups)
    for (const [word, statutory] of Object.entries(group))
      read.set(plainText(word), statutory.map(plainText));
  return read;
}

const LATIN = /[a-z0-9]/;

/** The everyday words in a plain text, left to right, the longest where several begin at one place; Latin ones as whole words. */
export function findTerms(
  plain: string,
  terms: Terms,
): readonly { readonly at: number; readonly word: string; readonly statutory: readonly string[] }[] {
  const longest = Math.max(0, ...[...terms.keys()].map((word) => word.length));
  const found = [];
  for (let at = 0; at < plain.length; ) {
    let length = Math.min(longest, plain.length - at);
    while (length > 0 && !(terms.has(plain.slice(at, at + length)) && isWhole(plain, at, length)))
      length -= 1;
    const word = plain.slice(at, at + length);
    const statutory = terms.get(word);
    if (statutory) found.push({ at, word, statutory });
    at += Math.max(1, length);
  }
  return found;
}

/** False for `pe` inside `property`. */
function isWhole(plain: string, at: number, length: number): boolean {
  const cut = (left: number): boolean => LATIN.test(plain.charAt(left)) && LATIN.test(plain.charAt(left + 1));
  return !cut(at - 1) && !cut(at + length - 1);
}

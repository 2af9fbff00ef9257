/**
 * Reading a topic that somebody typed, or that stands in a file.
 */
import type { EntryKind } from '../link/types.ts';
import { fail, ok, type Result } from '../result.ts';
import { limits } from './defaults.ts';
import type { Conditions } from './topic.ts';
import { holdsPart, wordKey } from './word.ts';

export const KINDS: readonly EntryKind[] = ['measure', 'consultation', 'interpretation', 'notice', 'news'];

/** What is wrong with a topic: the catalogue words it, `topic.fault.<code>`, by what `about` names. */
export interface TopicFault {
  readonly code:
    | 'shape'
    | 'name-missing'
    | 'name-long'
    | 'empty'
    | 'words-many'
    | 'word-long'
    | 'contradiction'
    | 'articles'
    | 'kinds';
  readonly about: Readonly<Record<string, string | number>>;
}

export type TopicText = Conditions & { readonly name: string };

/** The parts of a list that a person typed: `算力、智能计算，大模型` or one a line. */
export const readList = (typed: string): readonly string[] => typed.split(/[\s,，、;；]+/u).filter(Boolean);

/**
 * A topic from an untrusted value, or everything that is wrong with it. Lists that are not there are empty; words lose what does
 * not show and what comes twice in any writing. `isArticle` says whether the ordinance has an article of that number.
 */
export function readTopic(
  value: unknown,
  isArticle: (number: number) => boolean,
): Result<TopicText, readonly TopicFault[]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail([fault('shape')]);
  const given: Readonly<Record<string, unknown>> = { ...value };
  const lists = ['any', 'all', 'none', 'issuers', 'kinds', 'articles'] as const;
  if (lists.some((list) => given[list] !== undefined && !Array.isArray(given[list])))
    return fail([fault('shape')]);
  const listOf = (name: (typeof lists)[number]): readonly unknown[] => {
    const list = given[name];
    return Array.isArray(list) ? list : [];
  };
  const [any, all, none, issuers] = (['any', 'all', 'none', 'issuers'] as const).map((list) =>
    distinct(listOf(list)),
  );
  if (!any || !all || !none || !issuers) return fail([fault('shape')]);

  const name = typeof given.name === 'string' ? tidy(given.name) : '';
  const faults: TopicFault[] = [];
  if (name === '') faults.push(fault('name-missing'));
  if (lengthOf(name) > limits.nameLength) faults.push(fault('name-long', { most: limits.nameLength }));
  const words = [...any, ...all, ...none, ...issuers];
  if (words.length > limits.words)
    faults.push(fault('words-many', { count: words.length, most: limits.words }));
  const long = words.find((word) => lengthOf(word) > limits.wordLength);
  if (long !== undefined) faults.push(fault('word-long', { word: long, most: limits.wordLength }));
  const excluded = (word: string): boolean => none.some((other) => holdsPart(word, other));
  const never = all.find(excluded) ?? (any.length > 0 && any.every(excluded) ? any[0] : undefined);
  if (never !== undefined) faults.push(fault('contradiction', { word: never }));

  const articles = [...new Set(listOf('articles').map(Number))].sort((a, b) => a - b);
  const noArticle = articles.find((number) => !isArticle(number));
  if (noArticle !== undefined) faults.push(fault('articles', { article: String(noArticle) }));
  const kinds = KINDS.filter((kind) => listOf('kinds').includes(kind));
  const noKind = listOf('kinds').find((kind) => !KINDS.some((known) => known === kind));
  if (noKind !== undefined) faults.push(fault('kinds', { kind: tidy(String(noKind)) }));
  if (words.length + articles.length + kinds.length === 0 && faults.length === 0) faults.push(fault('empty'));
  return faults.length > 0 ? fail(faults) : ok({ name, any, all, none, articles, kinds, issuers });
}

const fault = (code: TopicFault['code'], about: TopicFault['about'] = {}): TopicFault => ({ code, about });

/** In characters as people count them. */
const lengthOf = (text: string): number => [...text].length;

/** Without what does not show: control characters and marks of width nought go, white space folds. */
const tidy = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Each word once, as it was first written; null where one is no text. */
function distinct(list: readonly unknown[]): readonly string[] | null {
  const words = new Map<string, string>();
  for (const value of list) {
    if (typeof value !== 'string') return null;
    const word = tidy(value);
    if (word !== '' && !words.has(wordKey(word))) words.set(wordKey(word), word);
  }
  return [...words.values()];
}

/**
 * Topics: whether a measure is what moderators watch for, and by how little it missed.
 */
import { fold } from '../corpus/fold.ts';
import type { CorpusDocument } from '../corpus/types.ts';
import type { EntryKind } from '../link/types.ts';
import type { Guild, Topic } from './types.ts';
import { holdsPart, holdsWord, wordKey } from './word.ts';

/** All conditions of a topic, without what it is called. */
export type Conditions = Omit<Topic, 'id' | 'name'>;

/** What a topic is held against. `articles`: those a measure carries out as the topic's server sees it; none where it is irrelevant. */
export interface Subject {
  readonly title: string;
  readonly text: string;
  readonly issuer: string | null;
  readonly kind: EntryKind;
  readonly articles: readonly number[];
}

/** A condition that does not hold; `words`: those of `all` that are not there, those of `none` that are. */
export interface Missing {
  readonly condition: 'any' | 'all' | 'none' | 'articles' | 'kinds' | 'issuers' | 'relevant';
  readonly words: readonly string[];
}

export interface TopicMatch {
  readonly matches: boolean;
  /** In the order of a topic's conditions; empty where it matches. */
  readonly missing: readonly Missing[];
  /** The topic's words (of `any` and `all`) that are there, as the topic writes them. */
  readonly found: readonly string[];
}

/** Whether a topic is about whatever has its words; else it is about what carries out the ordinance alone. */
export const hasWords = ({ any, all }: Pick<Topic, 'any' | 'all'>): boolean => any.length + all.length > 0;

/** Holds a topic against a measure or an entry. Many topics are best held against one and the same `subject` object: it is folded once. */
export function matchTopic(topic: Conditions, subject: Subject): TopicMatch {
  const text = foldedText(subject);
  const has = (word: string): boolean => holdsWord(text, word);
  const any = topic.any.filter(has);
  const all = topic.all.filter(has);
  const none = topic.none.filter(has);
  const missing: Missing[] = [];
  const demand = (condition: Missing['condition'], holds: boolean, words: readonly string[] = []): void => {
    if (!holds) missing.push({ condition, words });
  };
  demand('any', topic.any.length === 0 || any.length > 0);
  demand(
    'all',
    all.length === topic.all.length,
    topic.all.filter((word) => !all.includes(word)),
  );
  demand('none', none.length === 0, none);
  demand(
    'articles',
    topic.articles.length === 0 || topic.articles.some((number) => subject.articles.includes(number)),
  );
  demand('kinds', topic.kinds.length === 0 || topic.kinds.includes(subject.kind));
  demand('issuers', holdsIssuer(topic.issuers, subject.issuer));
  demand('relevant', hasWords(topic) || subject.articles.length > 0);
  return { matches: missing.length === 0, missing, found: [...new Set([...any, ...all])] };
}

/** Whether an issuer's name holds one of these parts; where none is asked for, any issuer will do. */
export const holdsIssuer = (parts: readonly string[], issuer: string | null): boolean =>
  parts.length === 0 || (issuer !== null && parts.some((part) => holdsPart(issuer, part)));

/**
 * All but one condition held, and what held shows the subject: a word of the topic, or an article. That a document is of the kind
 * asked for is no near miss of anything.
 */
export function isNearMiss(topic: Conditions, { missing, found }: TopicMatch): boolean {
  const [only, ...more] = missing;
  if (only === undefined || more.length > 0) return false;
  const byArticle = topic.articles.length > 0 && only.condition !== 'articles';
  if (only.condition === 'all' && only.words.length > 1) return false;
  return only.condition !== 'relevant' && (found.length > 0 || byArticle);
}

const PREFIX = 'article:';

/** The built-in topics: one for each article of the ordinance, named by its caption. */
export const builtInTopics = (ordinance: CorpusDocument | undefined): readonly Topic[] =>
  (ordinance?.law.units ?? []).map(({ number, label }) => ({
    id: `${PREFIX}${number}`,
    name: ordinance?.captions.get(number) ?? label,
    ...{ any: [], all: [], none: [], kinds: [], issuers: [], articles: [Number(number)] },
  }));

/** A topic by its id: one of the server's, or a built-in one; undefined where there is no such topic (any more). */
export const topicOf = (
  id: string,
  { topics }: Pick<Guild, 'topics'>,
  ordinance: CorpusDocument | undefined,
): Topic | undefined =>
  topics.find((topic) => topic.id === id) ??
  (id.startsWith(PREFIX) ? builtInTopics(ordinance).find((topic) => topic.id === id) : undefined);

/** Whether two names or words are the same in any writing. */
export const sameWord = (one: string, other: string): boolean => wordKey(one) === wordKey(other);

/** Folded, and without the white space that pages put between Chinese characters: `人工 智能` is 人工智能, `AI chip` stays two words. */
const withoutBreaks = (text: string): string =>
  fold(text).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');

const texts = new WeakMap<Subject, string>();

function foldedText(subject: Subject): string {
  const known = texts.get(subject);
  if (known !== undefined) return known;
  const folded = `${withoutBreaks(subject.title)}\n${withoutBreaks(subject.text)}`;
  texts.set(subject, folded);
  return folded;
}

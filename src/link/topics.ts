/**
 * Topics: what each article is about, in words that a policy officer reads and corrects (`corpus/ordinance/topics.json`).
 */
import { fail, ok, type Result } from '../result.ts';

/** What an article of the ordinance is about; what moderators watch is the `Topic` of the ledger. */
export interface ArticleTopic {
  /** One line: the subject of the article. */
  readonly about: string;
  /**
   * Words that name the subject: one of them in a title is enough. `青年+科研` holds where both stand in one sentence, in any
   * order. Simplified; Traditional, full-width and capital forms match by themselves.
   */
  readonly terms: readonly string[];
  /** Words that go with the subject and decide nothing alone. */
  readonly hints: readonly string[];
  /**
   * Words of broad scope: the industry, the place or the people that a measure is for. They show the subject less surely without a
   * word of development (`机器人产业…行动方案`, but `机器人比赛`), and step back where the title names the subject of another
   * article (`人工智能应用场景`).
   */
  readonly scopes?: readonly string[];
}

/** By article number. */
export type ArticleTopics = ReadonlyMap<number, ArticleTopic>;

/** The topics of a `topics.json`, or what is wrong with it, one English sentence for each fault. */
export function readTopics(json: unknown): Result<ArticleTopics, readonly string[]> {
  if (!isRecord(json)) return fail(['Topics are an object from article number to {about, terms, hints}.']);
  const faults: string[] = [];
  const topics = new Map<number, ArticleTopic>();
  for (const [key, value] of Object.entries(json)) {
    const number = Number(key);
    if (!Number.isInteger(number) || number < 1) faults.push(`"${key}" is not an article number.`);
    else if (!isTopic(value))
      faults.push(`Article ${key} needs "about" (text), "terms" and "hints" (lists of words).`);
    else topics.set(number, value);
  }
  return faults.length > 0 ? fail(faults) : ok(topics);
}

function isTopic(value: unknown): value is ArticleTopic {
  return (
    isRecord(value) &&
    typeof value.about === 'string' &&
    isWords(value.terms) &&
    isWords(value.hints) &&
    (value.scopes === undefined || isWords(value.scopes))
  );
}

function isWords(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.every((word) => typeof word === 'string' && /^[^+\s]+(?:\+[^+\s]+)*$/.test(word))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

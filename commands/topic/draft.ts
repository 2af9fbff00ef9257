import { readArticles } from '../../src/chat/articles.ts';
import type { Context } from '../../src/chat/command.ts';
import { readKinds } from '../../src/chat/kinds.ts';
import type { TopicDraft } from '../../src/chat/views/topic.ts';
import { hashOf } from '../../src/hash.ts';
import { limits } from '../../src/ledger/defaults.ts';
import { readList, readTopic, type TopicFault, type TopicText } from '../../src/ledger/readTopic.ts';
import { sameWord } from '../../src/ledger/topic.ts';
import type { Guild, Topic } from '../../src/ledger/types.ts';
import { fail, ok, type Result } from '../../src/result.ts';

/** A topic being written, until it is saved. */
export interface Draft extends TopicDraft {
  /** The saved topic that it changes, as it was when the change began; null: it is new. */
  readonly before: Topic | null;
}

export const blank: Draft = {
  ...{ name: '', any: '', all: '', none: '' },
  ...{ articles: '', kinds: '', issuers: '', before: null },
};

export const draftOf = (topic: Topic): Draft => ({
  name: topic.name,
  any: topic.any.join('、'),
  all: topic.all.join('、'),
  none: topic.none.join('、'),
  articles: topic.articles.join('、'),
  kinds: topic.kinds.join('、'),
  issuers: topic.issuers.join('、'),
  before: topic,
});

/** How long a draft can be gone on with. */
const keptMs = 3_600_000;

const cacheKey = (key: string, guildId: string): string => `topic:${guildId}:${key}`;

/** Keeps a draft, in its server alone, under the name that is returned. */
export async function keepDraft(
  draft: Draft,
  guildId: string,
  { cache }: Pick<Context, 'cache'>,
): Promise<string> {
  const key = hashOf('draft', guildId, JSON.stringify(draft));
  await cache.set(cacheKey(key, guildId), draft, keptMs);
  return key;
}

export const recallDraft = (
  key: string,
  guildId: string,
  { cache }: Pick<Context, 'cache'>,
): Promise<Draft | undefined> => cache.get<Draft>(cacheKey(key, guildId));

export type DraftFault =
  | TopicFault
  | { readonly code: 'taken' | 'topics-many'; readonly about: TopicFault['about'] };

/** The topic that a draft says, or everything that keeps it from being one of this server's. */
export function readDraft(
  draft: Draft,
  guild: Guild,
  { corpus }: Pick<Context, 'corpus'>,
): Result<TopicText, readonly DraftFault[]> {
  const numbers = new Set(corpus.documents[0]?.law.units.map((unit) => Number(unit.number)));
  const articles = draft.articles.trim() === '' ? [] : readArticles(draft.articles, corpus);
  const kinds = draft.kinds.trim() === '' ? [] : readKinds(draft.kinds);
  const read = readTopic(
    {
      name: draft.name,
      any: readList(draft.any),
      all: readList(draft.all),
      none: readList(draft.none),
      articles: articles ?? [],
      kinds: kinds ?? [],
      issuers: readList(draft.issuers),
    },
    (number) => numbers.has(number),
  );
  const faults: DraftFault[] = read.ok ? [] : [...read.error];
  if (articles === null) faults.push({ code: 'articles', about: { article: draft.articles } });
  if (kinds === null) faults.push({ code: 'kinds', about: { kind: draft.kinds } });
  const others = guild.topics.filter(({ id }) => id !== draft.before?.id);
  const name = draft.name.trim();
  if (name !== '' && others.some((topic) => sameWord(topic.name, name)))
    faults.push({ code: 'taken', about: { name } });
  if (draft.before === null && others.length >= limits.topics)
    faults.push({ code: 'topics-many', about: { most: limits.topics } });
  // Where a list cannot be read, that nothing is asked for is no second fault.
  const told = articles === null || kinds === null ? faults.filter(({ code }) => code !== 'empty') : faults;
  return read.ok && told.length === 0 ? ok(read.value) : fail(told);
}

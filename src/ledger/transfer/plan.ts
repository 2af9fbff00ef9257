import { isDeepStrictEqual } from 'node:util';
import { hashOf } from '../../hash.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Change, Subscription, Target } from '../../store/port.ts';
import type { FeedDefinition } from '../../watch/types.ts';
import { limits } from '../defaults.ts';
import { addressOf, defineOwnFeed } from '../ownFeed.ts';
import { readTopic } from '../readTopic.ts';
import { type Scope, subscriptionId } from '../subscriptionId.ts';
import type { Guild, GuildFeed, Topic } from '../types.ts';
import { wordKey } from '../word.ts';
import { faultAt, type ImportFault, topicFaultAt } from './fault.ts';
import type { ConfigurationFile } from './file.ts';

/** What an import bears on and by whom. */
export interface Importing {
  readonly guild: Guild;
  readonly subscriptions: readonly Subscription[];
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Whether the ordinance has an article of that number. */
  readonly isArticle: (number: number) => boolean;
  /** What the server's channel of this id is; null where it has none. Left out where nobody can tell (the command line). */
  readonly channel?: (id: string) => 'message' | 'forum' | null;
  /** Everybody's sources: they need not be a server's own. */
  readonly sources: readonly Pick<FeedDefinition, 'id' | 'url' | 'page'>[];
  /** Addresses of sources that would not be visited, each with the cause. */
  readonly refused: ReadonlyMap<string, string>;
  /** `replace`: of each part that the file has, what the file does not name is taken away. */
  readonly mode: 'merge' | 'replace';
}

/** The changes that make a server's configuration what a file says, in the order they are made; or all that speaks against it. */
export function planImport(
  file: ConfigurationFile,
  importing: Importing,
): Result<readonly Change[], readonly ImportFault[]> {
  const { guild, subscriptions, mode } = importing;
  const faults: ImportFault[] = [];
  const isReplaced = (part: keyof ConfigurationFile): boolean =>
    mode === 'replace' && file[part] !== undefined;
  const topics = pairs(guild.topics, topicsOf(file, importing, faults), () => isReplaced('topics'));
  const feeds = pairs(guild.feeds, feedsOf(file, importing, faults), ({ definition }) =>
    isReplaced(definition === null ? 'pausedSources' : 'feeds'),
  );
  const gone = new Set(topics.flatMap(([before, after]) => (before && after === null ? [before.id] : [])));
  const left = new Map(
    [...guild.topics, ...topics.flatMap(([, after]) => after ?? [])]
      .filter(({ id }) => !gone.has(id))
      .map(({ id, name }) => [wordKey(name), id]),
  );
  const followed = pairs(subscriptions, subscriptionsOf(file, left, importing, faults), () =>
    isReplaced('subscriptions'),
  );
  const changed = new Set(followed.flatMap(([before]) => before?.id ?? []));
  for (const { id, target, topics: of } of subscriptions)
    if (!changed.has(id) && target.kind !== 'user' && of.some((topic) => gone.has(topic)))
      faults.push(faultAt('topics', 'topic-followed', { channel: target.channelId }));

  const changes: Change[] = settingsOf(file, importing, faults);
  for (const [before, after] of topics)
    changes.push({ what: 'topic', id: (after ?? before)?.id ?? '', before, after });
  for (const [before, after] of feeds)
    changes.push({ what: 'feed', id: (after ?? before)?.id ?? '', before, after });
  for (const [before, after] of followed)
    changes.push({ what: 'subscription', id: (after ?? before)?.id ?? '', before, after });
  const isOwn = (feed: GuildFeed | null): boolean => feed !== null && feed.definition !== null;
  const isThere = (one: unknown): boolean => one !== null;
  tooMany('topics', guild.topics.length, grownBy(topics, isThere), limits.topics, faults);
  tooMany('feeds', guild.feeds.filter(isOwn).length, grownBy(feeds, isOwn), limits.feeds, faults);
  tooMany('subscriptions', subscriptions.length, grownBy(followed, isThere), limits.subscriptions, faults);
  if (faults.length > 0) return fail(faults);
  return ok(changes.filter(({ before, after }) => !isDeepStrictEqual(before, after)));
}

type Pairs<T> = readonly (readonly [before: T | null, after: T | null])[];

/** By how many of those that count there are more than before. */
const grownBy = <T>(changes: Pairs<T>, counts: (one: T | null) => boolean): number =>
  changes.reduce((sum, [before, after]) => sum + Number(counts(after)) - Number(counts(before)), 0);

function tooMany(part: string, had: number, grown: number, most: number, faults: ImportFault[]): void {
  if (grown > 0 && had + grown > most) faults.push(faultAt(part, 'limit', { count: had + grown, most }));
}

function settingsOf(
  { settings }: ConfigurationFile,
  { guild, channel }: Importing,
  faults: ImportFault[],
): Change[] {
  if (settings === undefined) return [];
  const { moderatorRole, reviewChannel, ...rest } = settings;
  // Discord gives the role of everyone the server's own id.
  if (moderatorRole === guild.id) faults.push(faultAt('settings.moderatorRole', 'everyone'));
  if (reviewChannel !== null && channel && channel(reviewChannel) !== 'message')
    faults.push(faultAt('settings.reviewChannel', 'no-channel', { channel: reviewChannel }));
  const after = { moderatorRoleId: moderatorRole, reviewChannelId: reviewChannel, ...rest };
  return [{ what: 'settings', id: guild.id, before: guild.settings, after }];
}

function topicsOf(
  { topics = [] }: ConfigurationFile,
  { guild, isArticle }: Importing,
  faults: ImportFault[],
): readonly Topic[] {
  const known = new Map(guild.topics.map((topic) => [wordKey(topic.name), topic.id]));
  const taken = new Set(guild.topics.map(({ id }) => id));
  const seen = new Set<string>();
  return topics.flatMap((given, at): Topic[] => {
    const topic = readTopic(given, isArticle);
    if (!topic.ok) {
      for (const fault of topic.error) faults.push(topicFaultAt(`topics.${at}`, fault));
      return [];
    }
    const key = wordKey(topic.value.name);
    if (seen.has(key)) faults.push(faultAt(`topics.${at}`, 'twice'));
    seen.add(key);
    return [{ id: known.get(key) ?? free(hashOf('topic', guild.id, key), taken), ...topic.value }];
  });
}

/** An id that nothing has: what once was called so may be called otherwise by now, and goes on under its id. */
const free = (id: string, taken: ReadonlySet<string>): string =>
  taken.has(id) ? free(hashOf(id), taken) : id;

function feedsOf(
  { feeds = [], pausedSources = [] }: ConfigurationFile,
  { guild, sources, refused }: Importing,
  faults: ImportFault[],
): readonly GuildFeed[] {
  const everybodys = new Set(sources.flatMap(({ url, page }) => [url, page].map(addressOf)));
  const seen = new Set<string>();
  const own = feeds.flatMap(({ paused, ...feed }, at): GuildFeed[] => {
    const why = refused.get(feed.url);
    const url = addressOf(feed.url);
    if (everybodys.has(url)) return [];
    if (why !== undefined) faults.push(faultAt(`feeds.${at}.url`, 'refused', { cause: why }));
    if (seen.has(url)) faults.push(faultAt(`feeds.${at}`, 'twice'));
    seen.add(url);
    const definition = defineOwnFeed(guild.id, { ...feed, url });
    return [{ id: definition.id, definition, paused }];
  });
  const paused = pausedSources.map((id, at): GuildFeed => {
    if (!sources.some((source) => source.id === id))
      faults.push(faultAt(`pausedSources.${at}`, 'no-source', { source: id }));
    return { id, definition: null, paused: true };
  });
  return [...own, ...paused];
}

/** `named`: the ids of the server's topics as they will be, by their names. */
function subscriptionsOf(
  { subscriptions: all = [] }: ConfigurationFile,
  named: ReadonlyMap<string, string>,
  { guild, subscriptions, by, at: now, isArticle, channel }: Importing,
  faults: ImportFault[],
): readonly Subscription[] {
  // One that was changed since follows something else than its id says.
  const before = new Map(subscriptions.map((one) => [sameKey(one.target, one), one]));
  const taken = new Set(subscriptions.map(({ id }) => id));
  const seen = new Set<string>();
  return all.map((given, at): Subscription => {
    const where = `subscriptions.${at}`;
    const kind = channel?.(given.channel);
    if (kind === null) faults.push(faultAt(`${where}.channel`, 'no-channel', { channel: given.channel }));
    const stray = given.articles.find((number) => !isArticle(number));
    if (stray !== undefined) faults.push(faultAt(`${where}.articles`, 'no-article', { article: stray }));
    // Discord gives the role of everyone the server's own id.
    if (given.role === guild.id) faults.push(faultAt(`${where}.role`, 'everyone'));
    const followed = given.topics.map((name) => {
      const article = /^article:(\d+)$/.exec(name)?.[1];
      const found = article !== undefined && isArticle(Number(article)) ? name : named.get(wordKey(name));
      if (found === undefined) faults.push(faultAt(`${where}.topics`, 'no-topic', { topic: name }));
      return found ?? name;
    });
    const isForum = kind === undefined || kind === null ? given.forum : kind === 'forum';
    const target: Target = {
      kind: isForum ? 'forum' : 'channel',
      guildId: guild.id,
      channelId: given.channel,
    };
    const scope = {
      articles: [...new Set(given.articles)].sort((a, b) => a - b),
      topics: [...new Set(followed)],
      kinds: [...new Set(given.kinds)],
      issuers: [...new Set(given.issuers)],
    };
    const key = sameKey(target, scope);
    if (seen.has(key)) faults.push(faultAt(where, 'twice'));
    seen.add(key);
    const known = before.get(key);
    const { mode, at: time, weekday, atOnce, quietHours, workdaysOnly, timeZone } = given;
    return {
      ...{ id: known?.id ?? free(subscriptionId(target, scope), taken), target },
      ...(known ? scopeOf(known) : scope),
      rhythm: { mode, at: time, weekday, atOnce, quietHours, workdaysOnly, timeZone },
      roleId: given.role,
      crosspost: given.crosspost,
      pausedAt: given.paused ? (known?.pausedAt ?? now) : null,
      locale: given.locale,
      createdBy: known?.createdBy ?? by,
      createdAt: known?.createdAt ?? now,
      trouble: known?.trouble ?? null,
    };
  });
}

const scopeOf = ({ articles, topics, kinds, issuers }: Scope): Scope => ({
  articles,
  topics,
  kinds,
  issuers,
});

/** Alike for the same target and scope, in whatever order that is written. */
const sameKey = (target: Target, scope: Scope): string =>
  subscriptionId(target, {
    articles: scope.articles.toSorted((a, b) => a - b),
    topics: scope.topics.toSorted(),
    kinds: scope.kinds.toSorted(),
    issuers: scope.issuers.toSorted(),
  });

/** What there is beside what is wanted, by id; what is not wanted goes where all like it is to be replaced. */
function pairs<T extends { readonly id: string }>(
  before: readonly T[],
  wanted: readonly T[],
  isReplaced: (one: T) => boolean,
): Pairs<T> {
  const after = new Map(wanted.map((one) => [one.id, one]));
  const known = new Map(before.map((one) => [one.id, one]));
  const gone = before.filter((one) => isReplaced(one) && !after.has(one.id));
  return [
    ...gone.map((one) => [one, null] as const),
    ...[...after.values()].map((one) => [known.get(one.id) ?? null, one] as const),
  ];
}

import { isDeepStrictEqual } from 'node:util';
import { hashOf } from '../../hash.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Change, Subscription, Target } from '../../store/port.ts';
import { limits } from '../defaults.ts';
import { defineOwnFeed, ownFeedId } from '../ownFeed.ts';
import { readTopic } from '../readTopic.ts';
import { subscriptionId } from '../subscriptionId.ts';
import type { Guild, GuildFeed, Topic } from '../types.ts';
import { wordKey } from '../word.ts';
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
  /** Addresses of everybody's sources: they need not be a server's own. */
  readonly known: ReadonlySet<string>;
  /** Addresses of sources that would not be visited, each with a sentence why. */
  readonly refused: ReadonlyMap<string, string>;
  /** `replace`: what the file does not have is taken away. */
  readonly mode: 'merge' | 'replace';
}

/** The changes that make a server's configuration what a file says, in the order they are made; or all that speaks against it. */
export function planImport(
  file: ConfigurationFile,
  importing: Importing,
): Result<readonly Change[], readonly string[]> {
  const { guild, subscriptions, mode } = importing;
  const faults: string[] = [];
  const topics = topicsOf(file, importing, faults);
  const feeds = feedsOf(file, importing, faults);
  const wanted = subscriptionsOf(file, topics, importing, faults);
  const changes: Change[] = [];
  if (file.settings !== undefined) {
    const { moderatorRole, reviewChannel, ...rest } = file.settings;
    const after = { moderatorRoleId: moderatorRole, reviewChannelId: reviewChannel, ...rest };
    if (reviewChannel !== null && importing.channel?.(reviewChannel) === null)
      faults.push(`settings.reviewChannel: this server has no channel ${reviewChannel}`);
    changes.push({ what: 'settings', id: guild.id, before: guild.settings, after });
  }
  for (const [before, after] of pairs(guild.topics, topics, mode))
    changes.push({ what: 'topic', id: (after ?? before)?.id ?? '', before, after });
  for (const [before, after] of pairs(guild.feeds, feeds, mode))
    changes.push({ what: 'feed', id: (after ?? before)?.id ?? '', before, after });
  for (const [before, after] of pairs(subscriptions, wanted, mode))
    changes.push({ what: 'subscription', id: (after ?? before)?.id ?? '', before, after });
  const real = changes.filter(({ before, after }) => !isDeepStrictEqual(before, after));
  for (const [what, most] of [
    ['topic', limits.topics],
    ['feed', limits.feeds],
    ['subscription', limits.subscriptions],
  ] as const) {
    const had = { topic: guild.topics, feed: guild.feeds, subscription: subscriptions }[what].length;
    const count = real
      .filter((change) => change.what === what)
      .reduce((sum, { before, after }) => sum + Number(after !== null) - Number(before !== null), had);
    if (count > most && count > had)
      faults.push(`${what}: ${count} would be more than the ${most} a server may have`);
  }
  return faults.length > 0 ? fail(faults) : ok(real);
}

function topicsOf(
  file: ConfigurationFile,
  { guild, isArticle }: Importing,
  faults: string[],
): readonly Topic[] {
  const known = new Map(guild.topics.map((topic) => [wordKey(topic.name), topic.id]));
  const seen = new Set<string>();
  return file.topics.flatMap((given, at): Topic[] => {
    const topic = readTopic(given, isArticle);
    if (!topic.ok)
      faults.push(
        ...topic.error.map(({ code, about }) =>
          `topics.${at}: ${code} ${Object.values(about).join(' ')}`.trim(),
        ),
      );
    if (!topic.ok) return [];
    const key = wordKey(topic.value.name);
    if (seen.has(key)) faults.push(`topics.${at}: the name ${topic.value.name} comes twice`);
    seen.add(key);
    return [{ id: known.get(key) ?? hashOf('topic', guild.id, key), ...topic.value }];
  });
}

function feedsOf(
  file: ConfigurationFile,
  { guild, known, refused }: Importing,
  faults: string[],
): readonly GuildFeed[] {
  const own = file.feeds.flatMap(({ paused, ...feed }, at): GuildFeed[] => {
    if (known.has(feed.url)) return [];
    const why = refused.get(feed.url);
    if (why !== undefined) faults.push(`feeds.${at}: ${why}`);
    return [{ id: ownFeedId(guild.id, feed.url), definition: defineOwnFeed(guild.id, feed), paused }];
  });
  const paused = file.pausedSources.map((id): GuildFeed => ({ id, definition: null, paused: true }));
  return [...own, ...paused];
}

function subscriptionsOf(
  file: ConfigurationFile,
  topics: readonly Topic[],
  { guild, subscriptions, by, at: now, isArticle, channel }: Importing,
  faults: string[],
): readonly Subscription[] {
  const ids = new Map([...guild.topics, ...topics].map(({ id, name }) => [wordKey(name), id]));
  const before = new Map(subscriptions.map((subscription) => [subscription.id, subscription]));
  return file.subscriptions.map((given, at): Subscription => {
    const kind = channel?.(given.channel);
    if (kind === null) faults.push(`subscriptions.${at}: this server has no channel ${given.channel}`);
    const stray = given.articles.find((number) => !isArticle(number));
    if (stray !== undefined) faults.push(`subscriptions.${at}: the ordinance has no article ${stray}`);
    const followed = given.topics.map((name) => {
      const found = /^article:\d+$/.test(name) ? name : ids.get(wordKey(name));
      if (found === undefined) faults.push(`subscriptions.${at}: there is no topic ${name}`);
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
      topics: followed,
      kinds: given.kinds,
      issuers: given.issuers,
    };
    const id = subscriptionId(target, scope);
    const known = before.get(id);
    const { mode, at: time, weekday, atOnce, quietHours, workdaysOnly, timeZone } = given;
    return {
      ...{ id, target, ...scope },
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

/** What there is beside what is wanted, by id; what is not wanted goes only where all of it is to be replaced. */
function pairs<T extends { readonly id: string }>(
  before: readonly T[],
  wanted: readonly T[],
  mode: Importing['mode'],
): readonly (readonly [T | null, T | null])[] {
  const after = new Map(wanted.map((one) => [one.id, one]));
  const known = new Map(before.map((one) => [one.id, one]));
  const gone = mode === 'replace' ? before.filter(({ id }) => !after.has(id)) : [];
  return [
    ...gone.map((one) => [one, null] as const),
    ...[...after.values()].map((one) => [known.get(one.id) ?? null, one] as const),
  ];
}

/**
 * A server's own sources live in a room of their own: their entries and the identities of their documents carry the server's id, so
 * that nothing they show can take, change or be mistaken for what is everybody's.
 */
import type { Guild } from '../ledger/types.ts';
import type { Entry, FeedDefinition, Visit } from './types.ts';

/** The start of the ids of a server's own sources. */
const ownFeedPrefix = (guildId: string): string => `guild_${guildId}_`;

/** The server whose own source it is; null of one that is everybody's. `guild_12_ab` is 12's; `guildford` and `guild_x_ab` nobody's. */
export const guildOfFeed = (feedId: string): string | null => /^guild_(\d+)_./.exec(feedId)?.[1] ?? null;

/** What is a server's own, under a name that nobody else can give. */
export const ownName = (guildId: string | null, name: string): string =>
  guildId === null ? name : `${guildId}|${name}`;

/** The name that everybody's has: `12|https://a.cn/1` and `https://a.cn/1` alike are `https://a.cn/1`. */
export const plainName = (name: string): string => name.replace(/^\d+\|/, '');

/** What a visit of a source shows, in the room of its server. */
export function inItsRoom(feed: FeedDefinition, visit: Visit): Visit {
  const guildId = guildOfFeed(feed.id);
  if (guildId === null) return visit;
  const own = (entry: Entry): Entry => ({ ...entry, id: ownName(guildId, entry.id) });
  return { ...visit, entries: visit.entries.map(own) };
}

/** The sources of their own that servers want watched now. One under another server's name is not. */
export const ownFeeds = (guilds: readonly Guild[]): readonly FeedDefinition[] =>
  guilds.flatMap(({ id: guildId, feeds }) =>
    feeds.flatMap(({ id, definition, paused }) =>
      definition === null || paused || !id.startsWith(ownFeedPrefix(guildId)) ? [] : [{ ...definition, id }],
    ),
  );

import { isHeard } from '../../deliver/dispatch.ts';
import type { Guild } from '../../ledger/types.ts';
import type { EntryRecord, Known, Lookup } from '../../store/port.ts';
import { withDetail } from '../detail/merge.ts';
import { placesOf } from '../identity/keys.ts';
import { textHashOf } from '../identity/textHash.ts';
import { guildOfFeed, ownName } from '../namespace.ts';
import type { Entry, FeedDefinition, Visit } from '../types.ts';
import { guildsWithSources } from './announce.ts';
import { keysOf, relevanceOf } from './sift.ts';
import type { Deciding } from './sight.ts';

/** All that a visit says something of, each once. */
export const entriesOf = ({ entries, again = [] }: Visit): readonly Entry[] =>
  again.length === 0
    ? entries
    : [...new Map([...again, ...entries].map((entry) => [entry.id, entry])).values()];

/**
 * What the store must look up before `decide` can speak about a visit: the documents of those entries that somebody is concerned with,
 * or was before, and of those that changed. What is everybody's may be known from a source of a server's own, and the other way round.
 */
export function lookupFor({ feed, visit, link }: Pick<Deciding, 'feed' | 'visit' | 'link'>): Lookup {
  const entries = entriesOf(visit);
  const isOwn = guildOfFeed(feed.id) !== null;
  return {
    feedId: feed.id,
    entryIds: entries.map(({ id }) => id),
    measureKeys: (seen) => {
      const guilds = hearing(feed, seen);
      const others = isOwn ? [] : guildsWithSources(seen.guilds.values());
      const all = entries.flatMap((entry) => {
        const before = seen.entries.get(entry.id);
        if (before === undefined) {
          if (relevanceOf(entry, link(entry), { feed, guilds }) === null) return [];
        } else if (before.measureId === null && isAsBefore(entry, before)) return [];
        const { keys, former, publicKeys } = keysOf(withDetail(entry), feed);
        const elsewhere = others.flatMap((id) => keys.map((key) => ownName(id, key)));
        return [...keys, ...publicKeys, ...former, ...elsewhere];
      });
      return [...new Set(all)];
    },
    // Places are taken in their order: where the first is free, all are.
    furtherKeys: (owned) => owned.flatMap((key) => placesOf(key).slice(1)),
  };
}

/** Whether row and page of an entry say what they said before. */
export const isAsBefore = (entry: Entry, before: EntryRecord): boolean =>
  before.textHash === textHashOf(entry) &&
  (entry.page === undefined || entry.page.textHash === before.entry.page?.textHash);

/** The servers whose topics an entry of a source may be about. */
export const hearing = ({ id }: FeedDefinition, { guilds }: Pick<Known, 'guilds'>): readonly Guild[] =>
  [...guilds.values()].filter((guild) => isHeard({ guildId: guildOfFeed(id), feedId: id }, guild));

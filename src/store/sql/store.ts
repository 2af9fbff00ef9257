import type { Kysely } from 'kysely';
import { newGuild } from '../../ledger/defaults.ts';
import type { Guild } from '../../ledger/types.ts';
import type { Store } from '../port.ts';
import { writeNewAlerts } from './alerts.ts';
import { readAudits } from './audits.ts';
import { commit } from './commit.ts';
import { type Configuration, configurationReader } from './configuration.ts';
import { configure } from './configure.ts';
import {
  backlog,
  markHeld,
  markOver,
  markRetry,
  markSent,
  releaseLeases,
  waitingSince,
} from './deliveries.ts';
import { enqueue, stillAsked } from './enqueue.ts';
import { dueFeeds, feedStates, registerFeeds, settleVisit, writeFeed } from './feeds.ts';
import { inGroups } from './group.ts';
import { readRecords } from './known.ts';
import { hurry } from './lanes.ts';
import { leaseDeliveries } from './lease.ts';
import { latestMeasures, measuresWithDays, otherEntries, readMeasure, why } from './measures.ts';
import { printTarget } from './rows.ts';
import type { Tables } from './schema.ts';
import { readSubscriptions } from './subscriptions.ts';

/** What each kind of database does in its own way. */
export interface Own extends Pick<Store, 'backup' | 'close'> {
  /**
   * Work that a power cut may take back, whole and with all later such work: its commit need not wait for the disk. What is
   * written otherwise is on the disk with all that was committed before it. A killed process loses nothing either way.
   */
  unsynced<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
}

/** The port over a relational database. */
export function createSqlStore(db: Kysely<Tables>, { unsynced, close, ...own }: Own): Store {
  const configuration = configurationReader();
  const visits = inGroups((work) => unsynced((db) => db.transaction().execute(work)));
  return {
    registerFeeds: (feedIds, now) => registerFeeds(db, feedIds, now),
    dueFeeds: (feedIds, now) => dueFeeds(db, feedIds, now),
    feedStates: () => feedStates(db),
    // Forgotten, a visit is made again and comes to the same; what it had sent was leased, hence on the disk, before.
    commit: (lookup, decide) => visits.run((trx) => commit(trx, configuration, lookup, decide)),
    touch: (before, settled) => visits.run((trx) => writeFeed(trx, settleVisit(before, settled))),
    leaseDeliveries: (now, n, leaseUntil) => leaseDeliveries(db, configuration, now, n, leaseUntil),
    markSent: (id, fence, sent, now) => markSent(db, id, fence, sent, now),
    markHeld: (id, fence, dueAt, unsettled) => markHeld(db, id, fence, dueAt, unsettled),
    markOver: (id, fence) => markOver(db, id, fence),
    markRetry: (id, fence, ...failed) => markRetry(db, id, fence, ...failed),
    releaseLeases: () => releaseLeases(db),
    backlog: () => backlog(db),
    waitingSince: () => waitingSince(db),
    guild: async (id) => (await configuration(db)).guilds.get(id) ?? newGuild(id),
    guilds: async () => withFollowers(await configuration(db)),
    configure: (owner, by, at, changes, options) => configure(db, owner, by, at, changes, options),
    audits: (guildId, page) => readAudits(db, guildId, page),
    enqueue: (alerts, deliveries, now) =>
      db.transaction().execute(async (trx) => {
        await writeNewAlerts(trx, alerts);
        await enqueue(trx, await stillAsked(trx, deliveries), now);
      }),
    hurry: (target, now) => hurry(db, printTarget(target), now),
    subscriptions: (owner) => readSubscriptions(db, owner),
    latestMeasures: (filter) => latestMeasures(db, filter),
    measure: (id) => readMeasure(db, id),
    measuresWithDays: (from, to) => measuresWithDays(db, configuration, from, to),
    otherEntries: (limit, guildId = null, after) => otherEntries(db, limit, guildId, after),
    records: (entryIds) => readRecords(db, entryIds),
    why: (urlOrId, guildId) => why(db, urlOrId, guildId),
    close: async () => {
      await visits.idle();
      await close();
    },
    ...own,
  };
}

/** The servers that set anything, and those whose channels follow something. */
function withFollowers({ guilds, subscriptions }: Configuration): readonly Guild[] {
  const all = new Map(guilds);
  for (const { target } of subscriptions())
    if (target.kind !== 'user' && !all.has(target.guildId)) all.set(target.guildId, newGuild(target.guildId));
  return [...all.values()];
}

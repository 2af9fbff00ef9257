import type { Kysely } from 'kysely';
import type { Store } from '../port.ts';
import { commit } from './commit.ts';
import { backlog, leaseDeliveries, markRetry, markSent, releaseLeases } from './deliveries.ts';
import { dueFeeds, feedStates, registerFeeds, settleVisit, writeFeed } from './feeds.ts';
import { inGroups } from './group.ts';
import { latestMeasures, readMeasure, why } from './measures.ts';
import type { Tables } from './schema.ts';
import {
  addSubscription,
  readSubscriptions,
  removeSubscription,
  subscriptionReader,
} from './subscriptions.ts';

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
  const allSubscriptions = subscriptionReader();
  const commits = inGroups((work) => unsynced((db) => db.transaction().execute(work)));
  return {
    registerFeeds: (feedIds, now) => registerFeeds(db, feedIds, now),
    dueFeeds: (feedIds, now) => dueFeeds(db, feedIds, now),
    feedStates: () => feedStates(db),
    // Forgotten, a visit is made again and comes to the same; what it had sent was leased, hence on the disk, before.
    commit: (lookup, decide) => commits.run((trx) => commit(trx, allSubscriptions, lookup, decide)),
    touch: (before, settled) => unsynced((db) => writeFeed(db, settleVisit(before, settled))),
    leaseDeliveries: (now, n, leaseUntil) => leaseDeliveries(db, now, n, leaseUntil),
    markSent: (id, fence, messageId, now) => markSent(db, id, fence, messageId, now),
    markRetry: (id, fence, error, nextAttemptAt, trouble, aside) =>
      markRetry(db, id, fence, error, nextAttemptAt, trouble, aside),
    releaseLeases: () => releaseLeases(db),
    backlog: () => backlog(db),
    addSubscription: (subscription) => addSubscription(db, subscription),
    removeSubscription: (id, owner) => removeSubscription(db, id, owner),
    subscriptions: (owner) => readSubscriptions(db, owner),
    latestMeasures: (filter) => latestMeasures(db, filter),
    measure: (id) => readMeasure(db, id),
    why: (urlOrId) => why(db, urlOrId),
    close: async () => {
      await commits.idle();
      await close();
    },
    ...own,
  };
}

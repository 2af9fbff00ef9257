import type { Kysely } from 'kysely';
import type { Store } from '../port.ts';
import { commit } from './commit.ts';
import { backlog, leaseDeliveries, markRetry, markSent, releaseLeases } from './deliveries.ts';
import { dueFeeds, feedStates, registerFeeds } from './feeds.ts';
import { latestMeasures, readMeasure, why } from './measures.ts';
import type { Tables } from './schema.ts';
import {
  addSubscription,
  readSubscriptions,
  removeSubscription,
  subscriptionReader,
} from './subscriptions.ts';

/** The port over a relational database; `own` is what each kind of database does in its own way. */
export function createSqlStore(db: Kysely<Tables>, own: Pick<Store, 'backup' | 'close'>): Store {
  const allSubscriptions = subscriptionReader();
  return {
    registerFeeds: (feedIds, now) => registerFeeds(db, feedIds, now),
    dueFeeds: (feedIds, now) => dueFeeds(db, feedIds, now),
    feedStates: () => feedStates(db),
    commit: (lookup, decide) => commit(db, allSubscriptions, lookup, decide),
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
    ...own,
  };
}

import { hashOf } from '../hash.ts';
import type { Alert, Delivery, Measure, Subscription, Target } from '../store/port.ts';

const keyOf = (target: Target): string =>
  target.kind === 'channel' ? `channel:${target.channelId}` : `user:${target.userId}`;

/** Age first; the id settles ties, so that the order never depends on the store. */
const byAge = (a: Subscription, b: Subscription): number =>
  a.createdAt + a.id < b.createdAt + b.id ? -1 : 1;

/**
 * The deliveries of an alert: one for each subscription to an article of its measure, or to everything, the oldest first. Those of
 * one target share their id, and the store keeps them as one. Ids depend on alert and target alone: dispatched again they are the same.
 */
export function dispatch(alert: Alert, measure: Measure, subscriptions: readonly Subscription[]): Delivery[] {
  const articles = new Set(measure.links.map(({ number }) => number));
  return subscriptions
    .filter(
      (subscription) =>
        subscription.articles.length === 0 || subscription.articles.some((n) => articles.has(n)),
    )
    .toSorted(byAge)
    .map(({ id, target }) => ({
      id: hashOf(alert.id, keyOf(target)),
      alertId: alert.id,
      subscriptionId: id,
      target,
    }));
}

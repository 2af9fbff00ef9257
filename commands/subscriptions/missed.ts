import type { Context } from '../../src/chat/command.ts';
import { deliveryTo, isFor, viewOf } from '../../src/deliver/dispatch.ts';
import { hashOf } from '../../src/hash.ts';
import type { Alert, Delivery, Measure, Target } from '../../src/store/port.ts';
import type { Found } from './find.ts';

/** More is not sent at once; all of it is in the ledger. */
const most = 100;
const lookedThrough = 500;

/** What was told elsewhere since an instant, is what a subscription asks for, and has not reached its target. */
export async function missedSince(
  { subscription, guild }: Found,
  since: string,
  { store }: Context,
): Promise<readonly Measure[]> {
  const { measures } = await store.latestMeasures({
    relevance: ['relevant', 'doubtful', 'watched'],
    guildId: guild.id === '' ? null : guild.id,
    limit: lookedThrough,
  });
  const missed: Measure[] = [];
  for (const measure of measures) {
    if (missed.length === most) break;
    if (measure.firstSeenAt < since || !isFor(subscription, measure, viewOf(measure, guild))) continue;
    const steps = await store.why(measure.url, guild.id === '' ? null : guild.id);
    const told = steps.filter(({ record }) => record.measureId === measure.id);
    // What was doubtful elsewhere was news all the same where this server tells it.
    const isNews = told.some(({ record: { verdict } }) => verdict === 'told' || verdict === 'doubtful');
    const isThere = told.some(({ deliveries }) =>
      deliveries.some(({ target, state }) => state !== 'cancelled' && isSame(target, subscription.target)),
    );
    if (isNews && !isThere) missed.push(measure);
  }
  return missed;
}

const isSame = (one: Target, other: Target): boolean =>
  one.kind === 'user' || other.kind === 'user'
    ? one.kind === 'user' && other.kind === 'user' && one.userId === other.userId
    : one.channelId === other.channelId;

/** A moment later, so that it queues with the digests and is one message. */
const SOON_MS = 1_000;

/** The news of measures, for one digest. */
export function digestOf(
  measures: readonly Measure[],
  { subscription }: Found,
  now: Date,
): { readonly alerts: readonly Alert[]; readonly deliveries: readonly Delivery[] } {
  const createdAt = now.toISOString();
  const soon = new Date(now.getTime() + SOON_MS);
  const alerts = measures.map(
    ({ id }): Alert => ({ id: hashOf('alert', id), kind: 'news', measureId: id, createdAt, about: {} }),
  );
  return {
    alerts,
    deliveries: alerts.map((alert) => ({
      ...deliveryTo(alert, subscription.target, soon),
      subscriptionId: subscription.id,
      digest: true,
    })),
  };
}

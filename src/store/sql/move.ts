import type { Transaction } from 'kysely';
import { hashOf } from '../../hash.ts';
import type { Instant, Target } from '../port.ts';
import { askNoMore } from './cancel.ts';
import { enqueue } from './enqueue.ts';
import { printTarget } from './rows.ts';
import type { Tables } from './schema.ts';

/**
 * A subscription has another target: what waits for it, because its time has not come or the old target is closed, goes there. What
 * is on its way or stands there, and edits of what was sent, stay with the old one.
 */
export async function moveWaiting(
  trx: Transaction<Tables>,
  subscriptionId: string,
  from: string,
  to: Target,
  now: Instant,
): Promise<void> {
  const waiting = await trx
    .selectFrom('delivery')
    .innerJoin('delivery_subscription', 'delivery_subscription.delivery_id', 'delivery.id')
    .select(['delivery.id', 'delivery.alert_id', 'delivery.due_at', 'delivery.digest'])
    .where('delivery_subscription.subscription_id', '=', subscriptionId)
    .where('delivery.target', '=', from)
    .where('delivery.revision', '=', 0)
    .where('delivery.message_id', 'is', null)
    .where('delivery.state', 'in', ['pending', 'held'])
    .orderBy('delivery.seq')
    .execute();
  await askNoMore(trx, subscriptionId, new Set(waiting.map(({ id }) => id)));
  const moved = waiting.map(({ id, alert_id, due_at, digest }) => ({
    id: hashOf('moved', id, printTarget(to)),
    alertId: alert_id,
    subscriptionId,
    target: to,
    dueAt: due_at,
    digest: digest === 1,
  }));
  await enqueue(trx, moved, now);
}

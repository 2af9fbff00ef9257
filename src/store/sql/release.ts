import type { Transaction } from 'kysely';
import type { Instant } from '../port.ts';
import { joinLanes, laneOf } from './lanes.ts';
import type { Tables } from './schema.ts';

/** Has what was held for a paused subscription sent when it is due, in the order of age. */
export async function release(trx: Transaction<Tables>, subscriptionId: string, now: Instant): Promise<void> {
  const asked = trx
    .selectFrom('delivery')
    .innerJoin('delivery_subscription', 'delivery_subscription.delivery_id', 'delivery.id')
    .where('delivery_subscription.subscription_id', '=', subscriptionId)
    .where('delivery.state', '=', 'held');
  const held = await trx
    .selectFrom('delivery')
    .select(['id', 'target', 'seq', 'due_at', 'digest', 'batch'])
    .where('state', '=', 'held')
    // With all that goes into the same message.
    .where((eb) =>
      eb.or([
        eb('id', 'in', asked.select('delivery.id')),
        eb('batch', 'in', asked.select('delivery.batch').where('delivery.batch', 'is not', null)),
      ]),
    )
    .execute();
  const joining = held.map(({ id, target, seq, due_at, digest, batch }) => ({
    id,
    seq,
    due_at,
    batch,
    // A digest still goes out as one, though its time has passed.
    lane: laneOf(target, subscriptionId, due_at, digest === 1 ? '' : now),
  }));
  for (const { id, lane } of joining)
    await trx.updateTable('delivery').set({ state: 'pending', lane }).where('id', '=', id).execute();
  await joinLanes(trx, joining);
}

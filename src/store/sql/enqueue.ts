import type { Transaction } from 'kysely';
import type { Delivery, Outcome } from '../port.ts';
import { inChunks } from './chunk.ts';
import { printTarget } from './rows.ts';
import type { NewRow, Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** One delivery for each alert and target, the rest of the same remembered with it; each joins the lane of its target. */
export async function enqueue(
  trx: Trx,
  { deliveries, checkedAt }: Pick<Outcome, 'deliveries' | 'checkedAt'>,
): Promise<void> {
  if (deliveries.length === 0) return;
  const first = await readDeliveryIds(trx, deliveries);
  const { last } = await trx
    .selectFrom('delivery')
    .select(({ fn }) => fn.max<number | null>('seq').as('last'))
    .executeTakeFirstOrThrow();
  let seq = last ?? 0;
  const rows: NewRow<'delivery'>[] = [];
  const askers = new Map<string, NewRow<'delivery_subscription'>>();
  for (const delivery of deliveries) {
    const once = onceKey(delivery.alertId, printTarget(delivery.target));
    const id = first.get(once) ?? delivery.id;
    if (!first.has(once)) {
      first.set(once, id);
      seq += 1;
      rows.push(toDeliveryRow(delivery, seq));
    }
    askers.set(`${id} ${delivery.subscriptionId}`, {
      delivery_id: id,
      subscription_id: delivery.subscriptionId,
    });
  }
  for (const some of inChunks(rows)) await trx.insertInto('delivery').values(some).execute();
  for (const some of inChunks([...askers.values()])) {
    await trx
      .insertInto('delivery_subscription')
      .values(some)
      .onConflict((conflict) => conflict.columns(['delivery_id', 'subscription_id']).doNothing())
      .execute();
  }
  const heads = new Map(rows.toReversed().map((row) => [row.lane, row]));
  for (const some of inChunks([...heads.values()])) {
    await trx
      .insertInto('lane')
      .values(
        some.map((row) => ({
          id: row.lane,
          delivery_id: row.id,
          seq: row.seq,
          due_at: checkedAt,
          lease_until: null,
        })),
      )
      // A lane that stands already has an older delivery at its head.
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}

const onceKey = (alertId: string, target: string) => `${alertId} ${target}`;

const toDeliveryRow = (delivery: Delivery, seq: number): NewRow<'delivery'> => ({
  id: delivery.id,
  seq,
  alert_id: delivery.alertId,
  target: printTarget(delivery.target),
  lane: printTarget(delivery.target),
  state: 'pending',
  attempts: 0,
  fence: 0,
  first_attempt_at: null,
  last_error: null,
  message_id: null,
  sent_at: null,
});

/** What was already to be delivered of these alerts, by alert and target. */
async function readDeliveryIds(trx: Trx, deliveries: readonly Delivery[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const alertIds of inChunks([...new Set(deliveries.map((delivery) => delivery.alertId))])) {
    const rows = await trx
      .selectFrom('delivery')
      .select(['id', 'alert_id', 'target'])
      .where('alert_id', 'in', alertIds)
      .execute();
    for (const row of rows) ids.set(onceKey(row.alert_id, row.target), row.id);
  }
  return ids;
}

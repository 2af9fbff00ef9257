import type { Transaction } from 'kysely';
import type { Delivery, Instant } from '../port.ts';
import { inChunks } from './chunk.ts';
import { joinLanes, laneOf } from './lanes.ts';
import { nextSeq } from './nextSeq.ts';
import { insertRows } from './prepared.ts';
import { reschedule, revive } from './revive.ts';
import { printTarget } from './rows.ts';
import type { NewRow, Row, Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/**
 * One delivery for each alert and target, the rest of the same remembered with it; each joins the lane of its target, or waits in
 * one of its own until its time. One that was taken back or held is to be sent again, one that waits untried moves to
 * a sooner time that is asked for. Returns the ids of those that are to be sent and
 * were not before.
 */
export async function enqueue(
  trx: Trx,
  deliveries: readonly Delivery[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  if (deliveries.length === 0) return new Set();
  const known = await readKnownDeliveries(trx, deliveries);
  const first = await nextSeq(trx);
  const rows = new Map<string, NewRow<'delivery'>>();
  const revived = new Map<string, Delivery>();
  const hastened = new Map<string, KnownRow & { readonly by: Delivery }>();
  const askers = new Map<string, NewRow<'delivery_subscription'>>();
  for (const delivery of deliveries) {
    const { alertId, subscriptionId } = delivery;
    const target = printTarget(delivery.target);
    const once = `${alertId} ${target}`;
    const before = known.get(once);
    const made = rows.get(once);
    const id = before?.id ?? made?.id ?? delivery.id;
    if (before === undefined && made === undefined)
      rows.set(once, toDeliveryRow(delivery, target, first + rows.size, now));
    const isIdle = before?.state === 'cancelled' || before?.state === 'held';
    if (isIdle && !revived.has(id)) revived.set(id, delivery);
    const waiting = hastened.get(id) ?? before;
    if (waiting !== undefined && isSooner(delivery, waiting))
      hastened.set(id, { ...waiting, due_at: delivery.dueAt, digest: delivery.digest ? 1 : 0, by: delivery });
    if (subscriptionId !== null)
      askers.set(`${id} ${subscriptionId}`, { delivery_id: id, subscription_id: subscriptionId });
  }
  const added = [...rows.values()];
  await insertRows(trx, 'delivery', added);
  await writeAskers(trx, [...askers.values()], added);
  await joinLanes(trx, added);
  for (const [id, delivery] of revived) await revive(trx, id, delivery, now);
  for (const { by, lane, id } of hastened.values()) await reschedule(trx, { id, lane }, by, now);
  return new Set([...added.map(({ id }) => id), ...revived.keys()]);
}

/** Those of deliveries made just now are new for certain. */
async function writeAskers(
  trx: Trx,
  askers: readonly NewRow<'delivery_subscription'>[],
  added: readonly { readonly id: string }[],
): Promise<void> {
  const isNew = new Set(added.map(({ id }) => id));
  await insertRows(
    trx,
    'delivery_subscription',
    askers.filter((row) => isNew.has(row.delivery_id)),
  );
  for (const some of inChunks(askers.filter((row) => !isNew.has(row.delivery_id)))) {
    await trx
      .insertInto('delivery_subscription')
      .values(some)
      .onConflict((conflict) => conflict.columns(['delivery_id', 'subscription_id']).doNothing())
      .execute();
  }
}

/** Those of no subscription that ended meanwhile. */
export async function stillAsked(trx: Trx, deliveries: readonly Delivery[]): Promise<readonly Delivery[]> {
  const asking = new Set<string>();
  const askers = new Set(deliveries.flatMap(({ subscriptionId }) => subscriptionId ?? []));
  for (const some of inChunks([...askers])) {
    const rows = await trx.selectFrom('subscription').select('id').where('id', 'in', some).execute();
    for (const { id } of rows) asking.add(id);
  }
  return deliveries.filter(({ subscriptionId }) => subscriptionId === null || asking.has(subscriptionId));
}

type KnownRow = Pick<Row<'delivery'>, 'id' | 'state' | 'attempts' | 'lane' | 'due_at' | 'digest'>;

/** Who asks now wants it before those for whom it waits, and nobody has tried it. */
const isSooner = ({ dueAt, digest }: Delivery, known: KnownRow): boolean =>
  known.state === 'pending' &&
  known.attempts === 0 &&
  (dueAt < known.due_at || (dueAt === known.due_at && !digest && known.digest === 1));

const toDeliveryRow = (
  delivery: Delivery,
  target: string,
  seq: number,
  now: Instant,
): NewRow<'delivery'> & { readonly due_at: string } => ({
  id: delivery.id,
  seq,
  alert_id: delivery.alertId,
  target,
  revision: 0,
  asked: delivery.subscriptionId === null ? 0 : 1,
  lane: laneOf(target, delivery.subscriptionId, delivery.dueAt, now),
  due_at: delivery.dueAt,
  digest: delivery.digest ? 1 : 0,
  batch: null,
  state: 'pending',
  attempts: 0,
  fence: 0,
  first_attempt_at: null,
  open_from: null,
  open_until: null,
  last_error: null,
  message_id: null,
  thread_id: null,
  sent_at: null,
});

/** What was already to be delivered of these alerts, by alert and target. */
async function readKnownDeliveries(
  trx: Trx,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, KnownRow>> {
  const known = new Map<string, KnownRow>();
  for (const alertIds of inChunks([...new Set(deliveries.map((delivery) => delivery.alertId))])) {
    const rows = await trx
      .selectFrom('delivery')
      .select(['id', 'alert_id', 'target', 'state', 'attempts', 'lane', 'due_at', 'digest'])
      .where('alert_id', 'in', alertIds)
      .where('revision', '=', 0)
      .execute();
    for (const row of rows) known.set(`${row.alert_id} ${row.target}`, row);
  }
  return known;
}

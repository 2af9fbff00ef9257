import type { Transaction } from 'kysely';
import type { Delivery, Instant } from '../port.ts';
import { editPosts } from './edit.ts';
import { advanceLane, joinLanes, laneOf } from './lanes.ts';
import { printTarget } from './rows.ts';
import type { Row, Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** What was taken back or held is to be sent after all. */
export async function revive(trx: Trx, id: string, delivery: Delivery, now: Instant): Promise<void> {
  const before = await trx.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  if (before.open_from !== null || before.message_id !== null)
    return reviveWritten(trx, before, delivery, now);
  // Nothing was written of it, nor of what it was to go with: each begins anew, and goes with whatever is due then.
  await trx
    .updateTable('delivery')
    .set({ batch: null, attempts: 0, first_attempt_at: null })
    .where((eb) => eb.or([eb('id', '=', id), eb('batch', '=', before.batch ?? id)]))
    .execute();
  await reschedule(trx, before, delivery, now);
}

/** What nothing was written of is to be sent at this time. */
export async function reschedule(
  trx: Trx,
  { id, lane }: Pick<Row<'delivery'>, 'id' | 'lane'>,
  { target, subscriptionId, dueAt, digest }: Delivery,
  now: Instant,
): Promise<void> {
  const row = await trx
    .updateTable('delivery')
    .set({
      state: 'pending',
      lane: laneOf(printTarget(target), subscriptionId, dueAt, now),
      due_at: dueAt,
      digest: digest ? 1 : 0,
    })
    .where('id', '=', id)
    .returning(['id', 'lane', 'seq', 'due_at'])
    .executeTakeFirstOrThrow();
  const headed = await trx
    .selectFrom('lane')
    .select('id')
    .where('id', '=', lane)
    .where('delivery_id', '=', id)
    .executeTakeFirst();
  // Untried, it had the lane wait for nothing but its time.
  if (headed) await advanceLane(trx, lane, '');
  await joinLanes(trx, [row]);
}

/**
 * Its message stands and is yet to be published, or may have been written; or it is being written by whoever took it: then it is still
 * theirs, or another would write it a second time. It keeps what goes into its message, in a lane of its own, since its old one went on
 * without it; an edit behind it shows what is so now.
 */
async function reviveWritten(
  trx: Trx,
  before: Row<'delivery'>,
  { dueAt }: Delivery,
  now: Instant,
): Promise<void> {
  const { id, batch, message_id, open_until } = before;
  // What stands may be published twice.
  const isOnItsWay = message_id === null && open_until !== null && open_until > now;
  const head = batch ?? id;
  const lane = `delivery:${head}`;
  const rows = await trx
    .updateTable('delivery')
    .set({ state: isOnItsWay ? 'leased' : 'pending', lane, ...(isOnItsWay ? {} : { due_at: dueAt }) })
    .where((eb) => eb.or([eb('id', '=', head), eb('batch', '=', head)]))
    .where('state', 'in', ['cancelled', 'held'])
    .returningAll()
    .execute();
  const first = rows.filter((row) => row.id === head);
  await joinLanes(trx, first);
  if (isOnItsWay)
    for (const { seq, due_at } of first)
      await trx
        .updateTable('lane')
        .set({ delivery_id: head, seq, due_at, lease_until: open_until })
        .where('id', '=', lane)
        .execute();
  await editPosts(trx, first, now);
}

import type { Transaction } from 'kysely';
import type { Delivery, Instant } from '../port.ts';
import { editPosts } from './edit.ts';
import { joinLanes, laneOf } from './lanes.ts';
import { printTarget } from './rows.ts';
import type { Row, Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** What was taken back or held is to be sent after all. */
export async function revive(trx: Trx, id: string, delivery: Delivery, now: Instant): Promise<void> {
  const before = await trx.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  if (before.open_from !== null && before.message_id === null) return reviveOpen(trx, before, delivery, now);
  // Nothing was written of what it was to go with; that is put together anew.
  if (before.batch !== null)
    await trx.updateTable('delivery').set({ batch: null }).where('batch', '=', before.batch).execute();
  const lane = laneOf(printTarget(delivery.target), delivery.subscriptionId, delivery.dueAt, now);
  const row = await trx
    .updateTable('delivery')
    .set({ state: 'pending', lane, due_at: delivery.dueAt, digest: delivery.digest ? 1 : 0, batch: null })
    .where('id', '=', id)
    .returning(['id', 'lane', 'seq', 'due_at'])
    .executeTakeFirstOrThrow();
  await joinLanes(trx, [row]);
}

/**
 * It may have been written, or is being written by whoever took it: then it is still theirs, or another would write it a second time.
 * It keeps what goes into its message, in a lane of its own, since its old one went on without it; an edit behind it shows
 * what is so now.
 */
async function reviveOpen(
  trx: Trx,
  { id, batch, open_until }: Row<'delivery'>,
  { dueAt }: Delivery,
  now: Instant,
): Promise<void> {
  const isOnItsWay = open_until !== null && open_until > now;
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

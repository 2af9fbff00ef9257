import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from 'kysely';
import type { Change, Instant, Replan, Subscription, SubscriptionOwner } from '../port.ts';
import { askNoMore } from './cancel.ts';
import { moveWaiting } from './move.ts';
import { release } from './release.ts';
import { replanWaiting } from './replan.ts';
import { fromSubscriptionRow, printOwner, printTarget, toSubscriptionRow } from './rows.ts';
import type { Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** False, with nothing written, where it is not as `before` says, or another owner's. */
export async function changeSubscription(
  trx: Trx,
  owner: SubscriptionOwner,
  { id, before, after }: Extract<Change, { readonly what: 'subscription' }>,
  now: Instant,
  replan?: Replan,
): Promise<boolean> {
  const row = await trx.selectFrom('subscription').selectAll().where('id', '=', id).executeTakeFirst();
  const current = row ? fromSubscriptionRow(row) : null;
  if (row && row.owner !== printOwner(owner)) return false;
  if (after !== null && printOwner(after.target) !== printOwner(owner)) return false;
  if (!isDeepStrictEqual(withoutTrouble(current), withoutTrouble(before))) return false;
  if (after === null) {
    if (row) await removeSubscription(trx, id);
    return true;
  }
  const target = printTarget(after.target);
  const { id: _, trouble: __, ...columns } = toSubscriptionRow(after);
  // What is wrong with a target, its other subscriptions know.
  const known = row?.target === target ? row : await readTrouble(trx, target);
  const trouble = known ? known.trouble : row ? null : after.trouble;
  if (!row) {
    await trx
      .insertInto('subscription')
      .values({ ...columns, id, trouble })
      .execute();
    return true;
  }
  await trx
    .updateTable('subscription')
    .set({ ...columns, trouble })
    .where('id', '=', id)
    .execute();
  if (row.target !== target) await moveWaiting(trx, id, row.target, after.target, now);
  if (before?.pausedAt !== null && after.pausedAt === null) await release(trx, id, now);
  if (replan && !isDeepStrictEqual(before?.rhythm, after.rhythm))
    await replanWaiting(trx, owner, id, replan, now);
  return true;
}

/** What is wrong with a target is for nobody to change. */
const withoutTrouble = (subscription: Subscription | null): Subscription | null =>
  subscription && { ...subscription, trouble: null };

async function readTrouble(
  trx: Trx,
  target: string,
): Promise<{ readonly trouble: string | null } | undefined> {
  return trx.selectFrom('subscription').select('trouble').where('target', '=', target).executeTakeFirst();
}

async function removeSubscription(trx: Trx, id: string): Promise<void> {
  await askNoMore(trx, id);
  await trx.deleteFrom('delivery_subscription').where('subscription_id', '=', id).execute();
  await trx.deleteFrom('subscription').where('id', '=', id).execute();
}

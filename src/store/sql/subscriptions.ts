import type { Kysely, Transaction } from 'kysely';
import type { Subscribed, Subscription, SubscriptionOwner } from '../port.ts';
import { advanceLane } from './lanes.ts';
import { fromSubscriptionRow, printOwner, toSubscriptionRow } from './rows.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

export async function addSubscription(db: Db, subscription: Subscription): Promise<Subscribed> {
  const row = toSubscriptionRow(subscription);
  return db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto('subscription')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    const changed =
      added ??
      (await trx
        .updateTable('subscription')
        .set({ locale: row.locale })
        .where('id', '=', row.id)
        .where('locale', '!=', row.locale)
        .returning('id')
        .executeTakeFirst());
    if (!changed) return 'known';
    await countChange(trx);
    return added ? 'new' : 'changed';
  });
}

export async function readSubscriptions(db: Db, owner?: SubscriptionOwner): Promise<readonly Subscription[]> {
  const rows = await db
    .selectFrom('subscription')
    .selectAll()
    .$if(owner !== undefined, (query) => (owner ? query.where('owner', '=', printOwner(owner)) : query))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(fromSubscriptionRow);
}

/** All subscriptions, oldest first. */
export type SubscriptionReader = (trx: Transaction<Tables>) => Promise<readonly Subscription[]>;

/** Every visit asks for them and they seldom change: they are kept until the count of changes says that they have. */
export function subscriptionReader(): SubscriptionReader {
  let kept: { readonly count: number; readonly subscriptions: readonly Subscription[] } | null = null;
  return async (trx) => {
    const { count } = await trx.selectFrom('subscription_change').select('count').executeTakeFirstOrThrow();
    if (kept?.count !== count) kept = { count, subscriptions: await readSubscriptions(trx) };
    return kept.subscriptions;
  };
}

async function countChange(trx: Transaction<Tables>): Promise<void> {
  await trx
    .updateTable('subscription_change')
    .set((eb) => ({ count: eb('count', '+', 1) }))
    .execute();
}

/** Trouble is a target's: all its subscriptions share it. Null: none any more. */
export async function noteTrouble(
  trx: Transaction<Tables>,
  target: string,
  trouble: string | null,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('subscription')
    .set({ trouble })
    .where('target', '=', target)
    .where('trouble', 'is distinct from', trouble)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await countChange(trx);
}

export async function removeSubscription(
  db: Db,
  id: string,
  owner: SubscriptionOwner,
): Promise<Subscription | null> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('subscription')
      .selectAll()
      .where('id', '=', id)
      .where('owner', '=', printOwner(owner))
      .executeTakeFirst();
    if (!row) return null;
    await trx.deleteFrom('delivery_subscription').where('subscription_id', '=', id).execute();
    await trx.deleteFrom('subscription').where('id', '=', id).execute();
    await countChange(trx);
    await cancelUnasked(trx, row.target);
    return fromSubscriptionRow(row);
  });
}

/** Cancels what is unsent to `target` and no subscription asks for any more. */
async function cancelUnasked(trx: Transaction<Tables>, target: string): Promise<void> {
  const lanes = await trx
    .updateTable('delivery')
    .set({ state: 'cancelled' })
    .where('target', '=', target)
    .where('state', 'in', ['pending', 'leased'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery_subscription')
            .select('delivery_id')
            .whereRef('delivery_subscription.delivery_id', '=', 'delivery.id'),
        ),
      ),
    )
    .returning('lane')
    .execute();
  for (const lane of new Set(lanes.map((row) => row.lane))) await advanceLane(trx, lane);
}

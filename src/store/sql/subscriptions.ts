import type { Kysely, Transaction } from 'kysely';
import type { Subscription, SubscriptionOwner } from '../port.ts';
import { advanceLane } from './lanes.ts';
import { fromSubscriptionRow, printOwner, toSubscriptionRow } from './rows.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

export async function addSubscription(db: Db, subscription: Subscription): Promise<void> {
  await db.insertInto('subscription').values(toSubscriptionRow(subscription)).execute();
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

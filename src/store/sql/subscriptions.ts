import type { Kysely, Transaction } from 'kysely';
import type { Subscription, SubscriptionOwner } from '../port.ts';
import { countChange } from './configuration.ts';
import { fromSubscriptionRow, printOwner } from './rows.ts';
import type { Tables } from './schema.ts';

export async function readSubscriptions(
  db: Kysely<Tables>,
  owner: SubscriptionOwner,
): Promise<readonly Subscription[]> {
  const rows = await db
    .selectFrom('subscription')
    .selectAll()
    .where('owner', '=', printOwner(owner))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(fromSubscriptionRow);
}

/** Trouble is a target's: all its subscriptions share it. Null: none any more. */
export async function noteTrouble(
  trx: Transaction<Tables>,
  target: string,
  trouble: string | null,
): Promise<void> {
  const noted = await trx
    .updateTable('subscription')
    .set({ trouble })
    .where('target', '=', target)
    .where('trouble', 'is distinct from', trouble)
    .returning('owner')
    .execute();
  if (noted.length > 0)
    await countChange(
      trx,
      noted.map(({ owner }) => owner),
    );
}

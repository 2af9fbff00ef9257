import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/**
 * Between which instants a delivery may have been written without our knowing. Until now that was any time since the first attempt,
 * and stays so for those that were tried before.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('delivery').addColumn('open_from', 'text').execute();
  await db.schema.alterTable('delivery').addColumn('open_until', 'text').execute();
  await db
    .updateTable('delivery')
    .set((eb) => ({ open_from: eb.ref('first_attempt_at') }))
    .where('sent_at', 'is', null)
    .where('attempts', '>', 0)
    .execute();
}

import type { Transaction } from 'kysely';
import type { Instant } from '../port.ts';
import type { Tables } from './schema.ts';

/**
 * Points the lane at its oldest unsent delivery, free, due when the lane was or, if given, at `dueAt`; a lane with nothing left in it ends. One that
 * names its oldest already stays as it is, leased or not.
 */
export async function advanceLane(trx: Transaction<Tables>, lane: string, dueAt?: Instant): Promise<void> {
  // Touched first, so that on a database of many writers whoever adds to the lane meanwhile waits.
  const current = await trx
    .updateTable('lane')
    .set((eb) => ({ seq: eb.ref('seq') }))
    .where('id', '=', lane)
    .returning('delivery_id')
    .executeTakeFirst();
  if (!current) return;
  const head = await trx
    .selectFrom('delivery')
    .select(['id', 'seq'])
    .where('lane', '=', lane)
    .where('state', 'in', ['pending', 'leased'])
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  if (!head) {
    await trx.deleteFrom('lane').where('id', '=', lane).execute();
  } else if (head.id !== current.delivery_id) {
    await trx
      .updateTable('lane')
      .set({ delivery_id: head.id, seq: head.seq, lease_until: null, ...(dueAt ? { due_at: dueAt } : {}) })
      .where('id', '=', lane)
      .execute();
  }
}

import type { Transaction } from 'kysely';
import type { Instant } from '../port.ts';
import { inChunks } from './chunk.ts';
import type { Row, Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** Measures that one message of a digest tells of; what is left is told by the next. */
const MOST_IN_BATCH = 10;

/**
 * Of the heads of digests, all that goes into their message, in its order: of age, which never changes as times do. It is settled when
 * one is first taken, so that after a crash the same is sent again. An edit shows what the message it edits was made of.
 */
export async function gatherBatches(
  trx: Trx,
  heads: readonly Row<'delivery'>[],
  posts: ReadonlyMap<string, Row<'delivery'>>,
  now: Instant,
): Promise<ReadonlyMap<string, readonly Row<'delivery'>[]>> {
  const batches = new Map<string, readonly Row<'delivery'>[]>();
  for (const head of heads) {
    const { id, digest, batch } = posts.get(head.id) ?? head;
    if (digest === 0) continue;
    if (batch === null) await settleBatch(trx, head, now);
    batches.set(
      head.id,
      await trx
        .selectFrom('delivery')
        .selectAll()
        .where('batch', '=', batch ?? id)
        .orderBy('seq')
        .execute(),
    );
  }
  return batches;
}

async function settleBatch(trx: Trx, head: Row<'delivery'>, now: Instant): Promise<void> {
  const waiting = await trx
    .selectFrom('delivery')
    .select('id')
    .where('lane', '=', head.lane)
    .where('state', '=', 'pending')
    .where('digest', '=', 1)
    .where('batch', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('seq')
    .limit(MOST_IN_BATCH)
    .execute();
  const ids = new Set([head.id, ...waiting.map(({ id }) => id)]);
  for (const some of inChunks([...ids].slice(0, MOST_IN_BATCH)))
    await trx.updateTable('delivery').set({ batch: head.id }).where('id', 'in', some).execute();
}

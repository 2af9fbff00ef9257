import type { Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** The age that the next delivery has. */
export async function nextSeq(trx: Transaction<Tables>): Promise<number> {
  const { last } = await trx
    .selectFrom('delivery')
    .select(({ fn }) => fn.max<number | null>('seq').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

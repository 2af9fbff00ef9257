import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** What a measure's official page says of its days; null where it was not read or does not say. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('measure').addColumn('effective_on', 'text').execute();
  await db.schema.alterTable('measure').addColumn('consultation_until', 'text').execute();
}

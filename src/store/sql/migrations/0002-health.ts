import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** What a source's past visits say of it, JSON; null for one that was not visited since. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('feed').addColumn('health', 'text').execute();
}

import type { Kysely } from 'kysely';
import { fail, ok, type Result } from '../../result.ts';
import { type Migration, migrations } from './migrations/index.ts';
import type { Tables } from './schema.ts';

/**
 * Brings the schema up to date: all that is missing in one transaction, or nothing. `newer-schema`: the database knows a
 * migration that this version does not; `foreign`: it holds tables and was never ours. Neither is then touched.
 */
export async function migrate(
  db: Kysely<Tables>,
  known: readonly Migration[] = migrations,
): Promise<Result<void, { readonly code: 'newer-schema' | 'foreign'; readonly detail: string }>> {
  const tables = (await db.introspection.getTables()).map((table) => table.name);
  if (!tables.includes('schema_migration')) {
    if (tables.length > 0) return fail({ code: 'foreign', detail: `tables: ${tables.join(', ')}` });
    await db.schema
      .createTable('schema_migration')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .execute();
  }
  const made = await readLedger(db);
  const unknown = made.filter((name) => !known.some((migration) => migration.name === name));
  if (unknown.length > 0) return fail({ code: 'newer-schema', detail: unknown.join(', ') });
  if (made.length === known.length) return ok(undefined);

  await db.transaction().execute(async (trx) => {
    // Read again: another process may have been here before the transaction began.
    const already = await readLedger(trx);
    for (const migration of known) {
      if (already.includes(migration.name)) continue;
      await migration.up(trx);
      await trx.insertInto('schema_migration').values({ name: migration.name }).execute();
    }
  });
  return ok(undefined);
}

async function readLedger(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom('schema_migration').select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}

import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../src/store/sql/migrate.ts';
import { type Migration, migrations } from '../../src/store/sql/migrations/index.ts';
import type { Tables } from '../../src/store/sql/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite/dialect.ts';

let db: Kysely<Tables>;
beforeEach(() => {
  db = new Kysely<Tables>({ dialect: sqliteDialect(new DatabaseSync(':memory:')) });
});
afterEach(() => db.destroy());

const making = (name: string): Migration => ({
  name,
  up: (trx) => trx.schema.createTable(name).addColumn('id', 'integer').execute(),
});
const failing: Migration = {
  name: '3-failing',
  async up(trx) {
    await making('3-failing').up(trx);
    throw new Error('no room');
  },
};
const tables = async () => (await db.introspection.getTables()).map((table) => table.name);

test('makes what is missing, in order, and nothing twice', async () => {
  expect(await migrate(db, [making('1-a')])).toEqual({ ok: true, value: undefined });
  expect(await migrate(db, [making('1-a'), making('2-b')])).toEqual({ ok: true, value: undefined });
  expect(await migrate(db, [making('1-a'), making('2-b')])).toEqual({ ok: true, value: undefined });
  expect(await tables()).toEqual(['1-a', '2-b', 'schema_migration']);
});

test('makes all that is missing or nothing', async () => {
  await migrate(db, [making('1-a')]);
  await expect(migrate(db, [making('1-a'), making('2-b'), failing])).rejects.toThrow('no room');
  expect(await tables()).toEqual(['1-a', 'schema_migration']);
  await migrate(db, [making('1-a'), making('2-b')]);
  expect(await tables()).toEqual(['1-a', '2-b', 'schema_migration']);
});

test('touches nothing that a later version has made', async () => {
  await migrate(db, [making('1-a'), making('9-later')]);
  expect(await migrate(db, [making('1-a'), making('2-b')])).toEqual({
    ok: false,
    error: { code: 'newer-schema', detail: '9-later' },
  });
  expect(await tables()).toEqual(['1-a', '9-later', 'schema_migration']);
});

test('the migrations have names that sort as they are made', () => {
  const names = migrations.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].toSorted());
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { migrate } from '../../src/store/sql/migrate.ts';
import { type Migration, migrations } from '../../src/store/sql/migrations/index.ts';
import type { Tables } from '../../src/store/sql/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite/dialect.ts';
import { at, sampleMeasure, sampleOutcome, sampleSubscription, write } from './sample.ts';

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

test('what was there before servers could set anything is there afterwards, and goes on', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tiaoli-migrate-')), 'store.db');
  onTestFinished(() => rmSync(dirname(file), { recursive: true, force: true }));
  const old = new Kysely<Tables>({ dialect: sqliteDialect(new DatabaseSync(file)) });
  await migrate(old, migrations.slice(0, 3));
  await old.destroy();
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  database.exec(`
    insert into feed values ('kw-policies', '{}', null, null, null, '2026-03-01T00:00:00.000Z', 0, null, '[]', null);
    insert into measure values ('a', 'kw-policies', '关于a的通知', '市科委', null, 'https://kw.example/a', '2026-02-28', '2026-02-28',
      'measure', 0.9, '2026-03-01T00:00:00.000Z', '2026-04-01', null);
    insert into measure_key values ('url:https://kw.example/a', 'a');
    insert into measure_article values ('a', 0, 23, 0.8, 'implements', '概念验证');
    insert into entry values ('e', 1, 'kw-policies', 'https://kw.example/a', '2026-03-01T00:00:00.000Z', 'told',
      '{"code":"new","about":{}}', 'a', 'h', '{"id":"e","url":"https://kw.example/a","title":"t","date":null}');
    insert into subscription values ('s1', 'channel:900:1001', 'guild:900', '[23]', 'zh-TW', '77', '2026-03-01T00:00:00.000Z', 'gone'),
      ('u1', 'user:5', 'user:5', '[]', 'en', '5', '2026-03-01T00:00:01.000Z', null);
    update subscription_change set count = 2;
    insert into alert values ('alert-a', 'a', '2026-03-01T00:00:00.000Z');
    insert into delivery values
      ('a@s1', 1, 'alert-a', 'channel:900:1001', 'delivery:a@s1', 'pending', 2, 2, '2026-03-01T00:00:00.000Z', '50035', null, null),
      ('a@u1', 2, 'alert-a', 'user:5', 'user:5', 'sent', 1, 1, '2026-03-01T00:00:00.000Z', null, 'm1', '2026-03-01T00:00:05.000Z');
    insert into delivery_subscription values ('a@s1', 's1'), ('a@u1', 'u1');
    insert into lane values ('delivery:a@s1', 'a@s1', 1, '2026-03-01T00:10:00.000Z', null);`);
  database.close();

  const opened = await openStore(`file:${file}`);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  onTestFinished(() => store.close());
  const old1 = sampleSubscription('s1', { articles: [23], locale: 'zh-TW', trouble: 'gone' });
  expect(await store.subscriptions({ guildId: '900' })).toEqual([old1]);
  expect(await store.measure('a')).toEqual(sampleMeasure('a', { effectiveOn: '2026-04-01' }));
  expect(await store.backlog()).toEqual({ pending: 1, nextAttemptAt: at(600) });
  expect(await store.leaseDeliveries(at(600), 9, at(660))).toMatchObject([
    {
      id: 'a@s1',
      alert: { id: 'alert-a', kind: 'news', measureId: 'a', createdAt: at(0), about: {} },
      fence: 3,
      priorAttempts: 2,
      subscription: old1,
      operation: { kind: 'post' },
    },
  ]);
  expect(await store.markSent('a@s1', 3, { messageId: 'm2' }, at(601))).toBe(true);
  await write(store, sampleOutcome({ edits: ['a'], checkedAt: at(700) }));
  expect((await store.leaseDeliveries(at(700), 9, at(760))).map(({ operation }) => operation)).toMatchObject([
    { kind: 'edit', messageId: 'm2' },
    { kind: 'edit', messageId: 'm1' },
  ]);
  const check = new DatabaseSync(file, { readOnly: true });
  expect(check.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(check.prepare('pragma foreign_key_check').all()).toEqual([]);
  check.close();
});

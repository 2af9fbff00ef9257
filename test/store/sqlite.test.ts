import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/port.ts';
import { storeContract } from './contract.ts';
import { configurationContract } from './contract-configuration.ts';
import { outboxContract } from './contract-outbox.ts';
import {
  at,
  FEED,
  sampleMeasure,
  sampleOutcome,
  sampleRecord,
  subscribed,
  told,
  unsubscribe,
  write,
} from './sample.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tiaoli-sqlite-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

async function open(url: string): Promise<Store> {
  const opened = await openStore(url);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

for (const contract of [storeContract, configurationContract, outboxContract]) {
  contract('SQLite in memory', () => open('file::memory:'));
  contract('SQLite in a file', () => open(`file:${join(dir, 'store.db')}`));
}

describe('two processes on one file', () => {
  test('never interleave their commits', async () => {
    const url = `file:${join(dir, 'store.db')}`;
    const [one, other] = [await open(url), await open(url)];
    await subscribed(one, []);
    const keys = Array.from({ length: 20 }, (_, n) => `url:https://kw.example/m${n}`);
    const next = (store: Store) =>
      store.commit({ feedId: FEED, entryIds: [], measureKeys: keys }, ({ measures }) =>
        sampleOutcome({ measures: [sampleMeasure(`m${measures.size}`)] }),
      );
    for (let n = 0; n < 10; n += 1) {
      await next(one);
      await next(other);
    }
    expect((await one.latestMeasures({ limit: 1 })).total).toBe(20);
    await one.close();
    await other.close();
  });
});

test('a commit knows the subscriptions that another process has changed', async () => {
  const url = `file:${join(dir, 'store.db')}`;
  const [bot, terminal] = [await open(url), await open(url)];
  await subscribed(bot, [1]);
  const known = () => {
    const seen = Promise.withResolvers<string[]>();
    return bot
      .commit({ feedId: FEED, entryIds: ['e'], measureKeys: [] }, ({ subscriptions }) => {
        seen.resolve(subscriptions.map(({ id }) => id));
        return sampleOutcome();
      })
      .then(() => seen.promise);
  };
  expect(await known()).toEqual(['s1']);
  await unsubscribe(terminal, 's1', { guildId: '900' });
  expect(await known()).toEqual([]);
  await bot.close();
  await terminal.close();
});

describe('a backup', () => {
  test.each(['file::memory:', 'file:'])(
    'of %s is a store of its own with all that was written',
    async (url) => {
      const store = await open(url === 'file:' ? `file:${join(dir, 'store.db')}` : url);
      await write(store, told('a', await subscribed(store, [1])));
      const file = join(dir, 'backup.db');
      expect(await store.backup(file)).toEqual({ ok: true, value: undefined });
      await write(store, sampleOutcome({ measures: [sampleMeasure('after')] }));
      const copy = await open(`file:${file}`);
      expect((await copy.latestMeasures({ limit: 9 })).measures.map((measure) => measure.id)).toEqual(['a']);
      expect(await copy.leaseDeliveries(at(0), 9, at(60))).toHaveLength(1);
      await copy.close();
      await store.close();
    },
  );

  test('made while the bot writes holds one moment, whole', async () => {
    const store = await open(`file:${join(dir, 'store.db')}`);
    const subscriptions = await subscribed(store, [1, 2]);
    for (let n = 0; n < 200; n += 1) await write(store, told(`before${n}`, subscriptions));
    const file = join(dir, 'backup.db');
    const backup = store.backup(file);
    for (let n = 0; n < 50; n += 1) await write(store, told(`during${n}`, subscriptions));
    expect((await backup).ok).toBe(true);
    const copy = await open(`file:${file}`);
    const { total } = await copy.latestMeasures({ limit: 1 });
    expect(total).toBeGreaterThanOrEqual(200);
    expect((await copy.backlog()).pending).toBe(2 * total);
    await copy.close();
    await store.close();
  });

  test('overwrites nothing and leaves nothing half made', async () => {
    const store = await open(`file:${join(dir, 'store.db')}`);
    const file = join(dir, 'backup.db');
    await store.backup(file);
    expect(await store.backup(file)).toEqual({
      ok: false,
      error: { code: 'exists', path: file, detail: '' },
    });
    const nowhere = join(dir, 'none', 'backup.db');
    expect(await store.backup(nowhere)).toMatchObject({ ok: false, error: { path: nowhere } });
    expect(existsSync(`${file}.partial`)).toBe(false);
    await store.close();
  });
});

test.each([
  ["select url from entry where measure_id in ('a', 'b') order by seen_at, id", 'entry_measure'],
  ['select id from entry where measure_id is null order by seen_at desc limit 9', 'entry_other'],
  ["select id from measure where effective_on between '2026-11-01' and '2026-11-30'", 'measure_effective_on'],
  [
    "select id from measure where consultation_until between '2026-11-01' and '2026-11-30'",
    'measure_consultation_until',
  ],
])('%s goes by the index %s, which leaves out what it is not for', async (query, index) => {
  const file = join(dir, 'store.db');
  await (await open(`file:${file}`)).close();
  const database = new DatabaseSync(file, { readOnly: true });
  const plan = database.prepare(`explain query plan ${query}`).all();
  expect(plan.map(({ detail }) => detail)).toContainEqual(expect.stringContaining(`INDEX ${index}`));
  database.close();
});

test('a long log of what was read is copied into the database without a commit that waits for it', async () => {
  const file = join(dir, 'store.db');
  const store = await open(`file:${file}`);
  await subscribed(store, []);
  const summary = '条'.repeat(10_000);
  const copied = (): number => {
    const database = new DatabaseSync(file, { readOnly: true });
    const state = database.prepare('pragma wal_checkpoint(noop)').get();
    database.close();
    return Number(state?.checkpointed ?? 0);
  };
  for (let round = 0; round < 40 && copied() === 0; round += 1) {
    const entries = Array.from({ length: 50 }, (_, n) => {
      const record = sampleRecord(`${round}-${n}`, { measureId: null });
      return { ...record, entry: { ...record.entry, summary } };
    });
    await write(store, sampleOutcome({ entries }));
  }
  await expect.poll(copied, { timeout: 20_000 }).toBeGreaterThan(0);
  await store.close();
});

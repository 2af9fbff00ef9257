import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tiaoli-store-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const opened = async (url: string, exclusive = false) => {
  const result = await openStore(url, { exclusive });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const now = '2026-03-01T00:00:00.000Z';

describe('opening a store', () => {
  test('makes the file and the directories above it', async () => {
    const store = await opened(`file:${join(dir, 'a', 'b', 'c.db')}`);
    expect(await store.backlog()).toEqual({ pending: 0, nextAttemptAt: null });
    await store.close();
  });

  test('takes a path as it is, and the path of a URL decoded', async () => {
    const plain = await opened(`file:${join(dir, '条例 100%.db')}`);
    await plain.registerFeeds(['f'], now);
    await plain.close();
    const url = await opened(`file://${dir}/${encodeURIComponent('条例 100%.db')}`);
    expect(await url.feedStates()).toHaveLength(1);
    await url.close();
  });

  test('finds again what was written before', async () => {
    const url = `file:${join(dir, 'a.db')}`;
    const first = await opened(url, true);
    await first.registerFeeds(['f'], now);
    await first.close();
    const second = await opened(url, true);
    expect((await second.feedStates()).map((feed) => feed.feedId)).toEqual(['f']);
    await second.close();
  });

  test.each([
    ['data/tiaoli.db', 'bad-url', 'data/tiaoli.db', 'no scheme'],
    ['file:', 'bad-url', 'file:', 'no path'],
    ['file://elsewhere/tiaoli.db', 'bad-url', 'file://elsewhere/tiaoli.db', 'another host'],
    ['file:///%zz', 'bad-url', 'file:///%zz', 'a broken escape'],
    [
      'redis://me:secret@host/0',
      'bad-url',
      'redis://host/0',
      'not a database of ours; the password stays out',
    ],
    [
      'postgres://me:secret@host/tiaoli?sslmode=x',
      'unsupported-yet',
      'postgres://host/tiaoli',
      'comes later',
    ],
    ['postgresql://host/tiaoli', 'unsupported-yet', 'postgresql://host/tiaoli', 'the other spelling'],
  ])('says what is wrong with the address %s', async (url, code, path, _reason) => {
    expect(await openStore(url)).toEqual({ ok: false, error: { code, path, detail: '' } });
  });

  test('says that the path is a directory', async () => {
    expect(await openStore(`file:${dir}`)).toMatchObject({
      ok: false,
      error: { code: 'is-directory', path: dir },
    });
  });

  test('says that a directory above is a file', async () => {
    writeFileSync(join(dir, 'file'), '');
    const path = join(dir, 'file', 'a.db');
    expect(await openStore(`file:${path}`)).toMatchObject({
      ok: false,
      error: { code: 'not-a-directory', path },
    });
  });

  test.skipIf(process.getuid?.() === 0)('says that nothing may be made above (not run by root)', async () => {
    const locked = join(dir, 'locked');
    mkdirSync(locked, { mode: 0o500 });
    expect(await openStore(`file:${join(locked, 'x', 'a.db')}`)).toMatchObject({
      ok: false,
      error: { code: 'no-permission' },
    });
  });

  // Where it failed it hung, within one call: only another process can be waited for, and ended.
  test.skipIf(!existsSync('/proc/self'))(
    'answers where the file system takes no directories (not run without /proc)',
    () => {
      const script = `
        import { openStore } from ${JSON.stringify(new URL('../../src/store/open.ts', import.meta.url).href)};
        process.stdout.write(JSON.stringify(await openStore('file:/proc/x/y.db')));`;
      const run = spawnSync('node', ['--input-type=module', '-e', script], {
        timeout: 10_000,
        encoding: 'utf8',
      });
      expect(JSON.parse(run.stdout)).toMatchObject({ ok: false, error: { path: '/proc/x/y.db' } });
    },
  );

  test('refuses a file that is no database and leaves it as it is', async () => {
    const path = join(dir, 'notes.txt');
    writeFileSync(path, '备忘录\n'.repeat(200));
    expect(await openStore(`file:${path}`, { exclusive: true })).toMatchObject({
      ok: false,
      error: { code: 'not-a-database', path },
    });
    // The lock went with the failure.
    rmSync(path);
    await (await opened(`file:${path}`, true)).close();
  });

  test("refuses another program's database", async () => {
    const path = join(dir, 'other.db');
    const other = new DatabaseSync(path);
    other.exec('create table feed (url text)');
    other.close();
    expect(await openStore(`file:${path}`)).toMatchObject({ ok: false, error: { code: 'foreign', path } });
  });

  test('refuses the schema of a later version', async () => {
    const path = join(dir, 'later.db');
    await (await opened(`file:${path}`)).close();
    const later = new DatabaseSync(path);
    later.exec("insert into schema_migration values ('9999-from-the-future')");
    later.close();
    expect(await openStore(`file:${path}`)).toMatchObject({
      ok: false,
      error: { code: 'newer-schema', path, detail: '9999-from-the-future' },
    });
  });

  test('refuses a second bot on the same database, lets a reader in, and the next bot after the first', async () => {
    const url = `file:${join(dir, 'a.db')}`;
    const bot = await opened(url, true);
    expect(await openStore(url, { exclusive: true })).toMatchObject({ ok: false, error: { code: 'in-use' } });
    const reader = await opened(url);
    await bot.registerFeeds(['f'], now);
    expect(await reader.feedStates()).toHaveLength(1);
    await reader.close();
    await bot.close();
    await (await opened(url, true)).close();
  });

  test('gives each memory database to its opener alone', async () => {
    const [one, other] = [await opened('file::memory:', true), await opened('file::memory:', true)];
    await one.registerFeeds(['f'], now);
    expect(await other.feedStates()).toEqual([]);
    await one.close();
    await other.close();
  });
});

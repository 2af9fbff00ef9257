import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCheckpointer } from '../../src/store/sqlite/checkpoint.ts';

let dir: string;
let file: string;
let database: DatabaseSync;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tiaoli-checkpoint-'));
  file = join(dir, 'store.db');
  database = new DatabaseSync(file);
  database.exec('pragma journal_mode = wal; pragma wal_autocheckpoint = 0; create table note (text)');
});
afterEach(() => {
  database.close();
  rmSync(dir, { recursive: true, force: true });
});

const write = (pages: number): void => {
  database.exec(`begin; insert into note with recursive n(i) as (values (1) union all select i + 1 from n where i < ${pages})
    select hex(zeroblob(2000)) from n; commit`);
};
const uncopied = (): number => {
  const { log, checkpointed } = database.prepare('pragma wal_checkpoint(noop)').get() as Record<
    string,
    number
  >;
  return (log ?? 0) - (checkpointed ?? 0);
};

test('a log that has grown long is copied, and its file is used anew', async () => {
  const checkpointer = createCheckpointer(database, 100);
  for (let round = 0; round < 5; round += 1) {
    write(150);
    checkpointer.look();
    await checkpointer.idle();
    expect(uncopied()).toBe(0);
  }
  expect(statSync(`${file}-wal`).size).toBeLessThan(300 * 4096);
});

test('a short log is left alone', async () => {
  const checkpointer = createCheckpointer(database, 100);
  write(20);
  checkpointer.look();
  await checkpointer.idle();
  expect(uncopied()).toBeGreaterThan(0);
});

test('who writes while the log is copied waits for nobody and loses nothing', async () => {
  const checkpointer = createCheckpointer(database, 100);
  write(150);
  checkpointer.look();
  write(30);
  checkpointer.look();
  await checkpointer.idle();
  write(150);
  checkpointer.look();
  await checkpointer.idle();
  expect(uncopied()).toBe(0);
  expect(database.prepare('select count(*) as count from note').get()).toEqual({ count: 330 });
});

test('a copy that cannot be made is made by a later one', async () => {
  const checkpointer = createCheckpointer(database, 100);
  const reader = new DatabaseSync(file);
  reader.exec('begin; select count(*) from note');
  reader.prepare('select count(*) from note').get();
  write(150);
  checkpointer.look();
  await checkpointer.idle();
  expect(uncopied()).toBeGreaterThan(0);
  reader.exec('commit');
  reader.close();
  checkpointer.look();
  await checkpointer.idle();
  expect(uncopied()).toBe(0);
});

test('a database in memory has no log to copy', async () => {
  const memory = new DatabaseSync(':memory:');
  const checkpointer = createCheckpointer(memory, 1);
  memory.exec('create table note (text)');
  checkpointer.look();
  await checkpointer.idle();
  memory.close();
});

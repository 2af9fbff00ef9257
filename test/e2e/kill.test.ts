import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { sampleSubscription, subscribe } from '../store/sample.ts';
import { serve } from '../watch/serve.ts';
import { item, rss } from './hostile.ts';
import { folder } from './tiaoli.ts';
import { type Watching, watch } from './watcher.ts';

/** `KILLS=200` for the whole; a few in the everyday run. */
const KILLS = Number(process.env.KILLS ?? 10);
const SOURCES = 12;
/** From one poll to the next: every source is due again, and what is shown twice is still no new edition. */
const HOURS = 8;

/** What each source shows, newest first; a measure stands on two of them. */
const shown: { readonly path: string; readonly title: string }[][] = Array.from(
  { length: SOURCES },
  (_, n) => [{ path: `/${n}/old`, title: `第${n}栏目的旧闻` }],
);
const measures: string[] = [];

function publish(): void {
  const n = measures.length;
  const title = `关于印发《北京市概念验证平台建设管理办法（第${n}部分）》的通知`;
  measures.push(title);
  for (const [index, source] of [n % SOURCES, (n + 5) % SOURCES].entries())
    shown[source]?.unshift({ path: `/${source}/${n}-${index}`, title });
  shown[(n + 3) % SOURCES]?.unshift({
    path: `/${(n + 3) % SOURCES}/${n}-meeting`,
    title: `第${n}次会议通知`,
  });
}

test(`a process that is killed at any moment of ${KILLS} polls loses nothing and doubles nothing`, async () => {
  let happened = (): void => undefined;
  const site = await serve((request, response) => {
    const source = shown[Number(request.url?.slice(1))] ?? [];
    response.end(rss(source.map(({ path, title }) => item(path, title, '')).join('')));
    happened();
  });
  const data = folder();
  const path = join(data, 'tiaoli.db');
  onTestFinished(async () => {
    await site.close();
    rmSync(data, { recursive: true });
  });
  const watching = (hours: number): Watching => ({
    database: `file:${path}`,
    host: site.host,
    sources: SOURCES,
    hours,
  });

  const learning = await watch(watching(0));
  const subscriptions = [0, 1, 2].map((n) =>
    sampleSubscription(`s${n}`, {
      target: { kind: 'channel', guildId: '1', channelId: `${n}` },
      createdAt: '2026-09-20T00:00:00.000Z',
    }),
  );
  await subscribe(learning.store, ...subscriptions);
  expect(await learning.look()).toMatchObject({ ok: SOURCES, alerts: 0 });
  await learning.close();

  for (const [kill, moments] of fc.sample(fc.integer({ min: 1, max: SOURCES * 4 }), KILLS).entries()) {
    publish();
    const child = fork(
      join(import.meta.dirname, 'watcher.ts'),
      [JSON.stringify(watching((kill + 1) * HOURS))],
      { execArgv: [] },
    );
    // A moment is a request that is answered, or a visit that is written.
    let left = moments;
    happened = () => {
      left -= 1;
      if (left === moments - 3) publish();
      if (left <= 0) child.kill('SIGKILL');
    };
    child.on('message', happened);
    await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
  }
  happened = () => undefined;

  const last = await watch(watching((KILLS + 1) * HOURS));
  expect(await last.look()).toMatchObject({ visited: SOURCES, failed: 0 });
  expect(await last.look()).toMatchObject({ visited: SOURCES, alerts: 0 });
  const { measures: kept } = await last.store.latestMeasures({ limit: measures.length + 1 });
  expect(kept.map(({ title }) => title).toSorted()).toEqual(measures.toSorted());
  for (const { path } of shown.flat()) expect(await last.store.why(site.url(path)), path).toHaveLength(1);
  await last.close();

  const database = new DatabaseSync(path);
  const count = (table: string): unknown => database.prepare(`select count(*) as n from ${table}`).get();
  expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
  expect(count('entry')).toEqual({ n: shown.flat().length });
  expect(count('alert')).toEqual({ n: measures.length });
  expect(count('delivery')).toEqual({ n: measures.length * 3 });
  database.close();
}, 600_000);

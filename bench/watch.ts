import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Parser from 'rss-parser';
import { Agent, request } from 'undici';
import type { EntryText, LinkResult } from '../src/link/types.ts';
import { openStore } from '../src/store/open.ts';
import { createTick } from '../src/watch/tick.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

/**
 * Entries per second through fetch → read → identity → store, beside a bare loop of undici and rss-parser that keeps nothing, in
 * turn within one run; then a second poll with nothing new: `node bench/watch.ts`.
 */
const feeds = 300;
const entries = 50;
const rounds = 5;
const warmUp = 40;

/** Stands for the linker, which has a bench of its own: one entry in six is a measure. */
const link = ({ id, title }: EntryText): LinkResult => {
  const relevant = title.includes('概念验证');
  const articles = relevant ? [{ number: 39, score: 0.9, link: 'implements' as const, why: '概念验证' }] : [];
  return { id, relevant, kind: 'measure', confidence: 0.9, articles, cites: [] };
};

const feedAt = (url: string, n: number): FeedDefinition => ({
  id: `feed-${n}`,
  name: `feed ${n}`,
  authority: '北京市科学技术委员会、中关村科技园区管理委员会',
  level: 'municipal',
  page: url,
  url: `${url}/${n}`,
  reader: { kind: 'rss' },
  paceMinutes: 30,
  confidence: 'high',
});

/** What a bot without a past would do: fetch and parse, one after the other. */
async function bare(site: string, count: number): Promise<number> {
  const agent = new Agent({ connections: 1 });
  const parser = new Parser();
  let read = 0;
  for (let n = 0; n < count; n += 1) {
    const { body } = await request(`${site}/${n}`, { dispatcher: agent });
    read += (await parser.parseString(await body.text())).items.length;
  }
  await agent.close();
  return read;
}

interface Polls {
  readonly firstMs: number;
  readonly secondMs: number;
}

/** The pipeline over a new database on disk: all new, and again with nothing new. */
async function polls(site: string, count: number): Promise<Polls> {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-bench-'));
  const opened = await openStore(`file:${join(folder, 'bench.db')}`);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  let time = Date.parse('2026-11-22T00:00:00Z');
  const silent = (): void => undefined;
  const tick = createTick({
    feeds: Array.from({ length: count }, (_, n) => feedAt(site, n)),
    store,
    link,
    allowHosts: [new URL(site).host],
    now: () => new Date(time),
    random: () => 0,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const poll = async (expected: 'ok' | 'unchanged'): Promise<number> => {
    const begun = performance.now();
    const report = await tick.run();
    const ms = performance.now() - begun;
    if (report[expected] !== count)
      throw new Error(`not all feeds were ${expected}: ${JSON.stringify(report)}`);
    return ms;
  };
  const firstMs = await poll('ok');
  time += 60 * 60_000;
  const secondMs = await poll('unchanged');
  await tick.close();
  await store.close();
  rmSync(folder, { recursive: true });
  return { firstMs, secondMs };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export async function benchWatch(): Promise<string> {
  const publisher = new Worker(new URL('./watch/publisher.ts', import.meta.url), { workerData: { entries } });
  const [port] = await once(publisher, 'message');
  const site = `http://127.0.0.1:${port}`;
  await bare(site, warmUp);
  await polls(site, warmUp);
  const bareMs: number[] = [];
  const runs: Polls[] = [];
  // In turn, so that both meet the same weather.
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    if ((await bare(site, feeds)) !== feeds * entries) throw new Error('the bare loop lost entries');
    bareMs.push(performance.now() - begun);
    runs.push(await polls(site, feeds));
  }
  await publisher.terminate();
  const [first, second, loop] = [
    median(runs.map(({ firstMs }) => firstMs)),
    median(runs.map(({ secondMs }) => secondMs)),
    median(bareMs),
  ];
  const perSecond = (ms: number): string => String(Math.round((feeds * entries * 1000) / ms)).padStart(8);
  const line = (what: string, ms: number, rest: string): string =>
    `${what.padEnd(34)}${ms.toFixed(0).padStart(7)} ms${rest}`;
  return [
    `Watching (${feeds} feeds of ${entries} entries, medians of ${rounds} rounds in turn)`,
    line('undici + rss-parser, bare', loop, `${perSecond(loop)} entries/s`),
    line('first poll', first, `${perSecond(first)} entries/s   ×${(first / loop).toFixed(2)}   aim ≤ 1.50`),
    line(
      'second poll, unchanged',
      second,
      `${' '.repeat(18)}   ×${(second / first).toFixed(2)}   aim ≤ 0.10`,
    ),
  ].join('\n');
}

if (import.meta.main) process.stdout.write(`${await benchWatch()}\n`);

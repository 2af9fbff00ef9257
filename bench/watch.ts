import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Parser from 'rss-parser';
import { Agent, request } from 'undici';
import type { EntryText, LinkResult } from '../src/link/types.ts';
import { openStore } from '../src/store/open.ts';
import type { Readings } from '../src/watch/read/readings.ts';
import { createReadThread } from '../src/watch/read/readThread.ts';
import { createTick } from '../src/watch/tick.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

/**
 * Entries per second through fetch → read → identity → store, beside a bare loop of undici and rss-parser that keeps nothing, in
 * turn within one run; then a second poll with nothing new: `node bench/watch.ts`.
 */
const feeds = 300;
const entries = 50;
const rounds = 7;
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

/**
 * How long work took; how much of it this thread was at work, in which commands are answered too (pages are read in another); and how
 * much all threads were, the publisher's among them. The latter two hold on a busy machine as well.
 */
interface Cost {
  readonly ms: number;
  readonly here: number;
  readonly all: number;
}

const cpuMs = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

async function costOf<T>(work: () => Promise<T>): Promise<Cost & { readonly result: T }> {
  const [begun, here, all] = [performance.now(), process.threadCpuUsage(), process.cpuUsage()];
  const result = await work();
  const ms = performance.now() - begun;
  return { result, ms, here: cpuMs(process.threadCpuUsage(here)), all: cpuMs(process.cpuUsage(all)) };
}

interface Polls {
  readonly first: Cost;
  readonly second: Cost;
}

/** The pipeline over a new database on disk: all new, and again with nothing new. */
async function polls(site: string, count: number, readings: Readings): Promise<Polls> {
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
    readings,
    ownReadings: readings,
    allowHosts: [new URL(site).host],
    now: () => new Date(time),
    random: () => 0,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const poll = async (expected: 'ok' | 'unchanged'): Promise<Cost> => {
    const { result: report, ...cost } = await costOf(() => tick.run());
    if (report[expected] !== count)
      throw new Error(`not all feeds were ${expected}: ${JSON.stringify(report)}`);
    return cost;
  };
  const first = await poll('ok');
  time += 60 * 60_000;
  const second = await poll('unchanged');
  await tick.close();
  await store.close();
  rmSync(folder, { recursive: true });
  return { first, second };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export async function benchWatch(): Promise<string> {
  const publisher = new Worker(new URL('./watch/publisher.ts', import.meta.url), { workerData: { entries } });
  const [port] = await once(publisher, 'message');
  const site = `http://127.0.0.1:${port}`;
  const readings = createReadThread();
  await bare(site, warmUp);
  await polls(site, warmUp, readings);
  const loops: Cost[] = [];
  const runs: Polls[] = [];
  // In turn, so that both meet the same weather.
  for (let round = 0; round < rounds; round += 1) {
    const { result: read, ...cost } = await costOf(() => bare(site, feeds));
    if (read !== feeds * entries) throw new Error('the bare loop lost entries');
    loops.push(cost);
    runs.push(await polls(site, feeds, readings));
  }
  await readings.close();
  await publisher.terminate();
  const first = runs.map((run) => run.first);
  const second = runs.map((run) => run.second);
  return [
    `Watching (${feeds} feeds of ${entries} entries, medians of ${rounds} rounds, ratios within each round)`,
    line('undici + rss-parser, bare', loops),
    line('first poll', first, { than: loops, aim: 1.5 }),
    line('second poll, unchanged', second, { than: first, aim: 0.1 }),
  ].join('\n');
}

function line(
  what: string,
  costs: readonly Cost[],
  ratio?: { readonly than: readonly Cost[]; readonly aim: number },
): string {
  const [ms, here, all] = (['ms', 'here', 'all'] as const).map((of) => median(costs.map((cost) => cost[of])));
  const perSecond = Math.round((feeds * entries * 1000) / (ms ?? 0));
  const worked = `${here?.toFixed(0).padStart(5)} ms of this thread, ${all?.toFixed(0).padStart(5)} ms of all`;
  const times = (of: keyof Cost): string =>
    `×${median(costs.map((cost, at) => cost[of] / (ratio?.than[at]?.[of] ?? 1))).toFixed(2)}`;
  const ratios = ratio
    ? `   ${times('ms')} (this thread ${times('here')}, all ${times('all')})   aim ≤ ${ratio.aim.toFixed(1)}`
    : '';
  return `${what.padEnd(28)}${ms?.toFixed(0).padStart(6)} ms, ${worked}${String(perSecond).padStart(8)} entries/s${ratios}`;
}

if (import.meta.main) process.stdout.write(`${await benchWatch()}\n`);

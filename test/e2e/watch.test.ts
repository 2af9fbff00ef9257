import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { loadTopics } from '../../corpus/topics.ts';
import { createLinker } from '../../src/link/link.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/port.ts';
import { standingOf } from '../../src/watch/health/health.ts';
import { createReadThread } from '../../src/watch/read/readThread.ts';
import { createTick, type Tick } from '../../src/watch/tick.ts';
import type { FeedDefinition, Reader } from '../../src/watch/types.ts';
import { sampleSubscription, subscribe } from '../store/sample.ts';
import { type Site, serve } from '../watch/serve.ts';
import { endless, hostile, item, rss } from './hostile.ts';
import { folder } from './tiaoli.ts';

const SOURCES = 300;
const ROWS = 20;
const names = Object.keys(hostile);
const good = Array.from({ length: SOURCES - names.length }, (_, n) => `good-${n}`);
const ids = [...names.map((_, n) => `hostile-${n}`), ...good];

/** What each source shows so far, in one of three forms by its number. */
const published = new Map(
  good.map((id) => [id, Array.from({ length: ROWS }, (_, n) => `第${id}栏目第${n}号会议通知`)]),
);
const forms: readonly { readonly reader: Reader; readonly page: (id: string) => string }[] = [
  {
    reader: { kind: 'rss' },
    page: (id) =>
      rss(
        titlesOf(id)
          .map((title, n) => item(pathOf(id, n), title))
          .join(''),
      ),
  },
  {
    reader: { kind: 'html', item: 'li', title: 'a', link: 'a@href', date: 'span' },
    page: (id) =>
      `<html><ul>${titlesOf(id)
        .map((title, n) => `<li><a href="${pathOf(id, n)}">${title}</a><span>2026-09-18</span></li>`)
        .join('')}</ul></html>`,
  },
  {
    reader: { kind: 'json', item: 'list[]', title: 'title', link: 'url', date: 'date' },
    page: (id) =>
      JSON.stringify({
        list: titlesOf(id).map((title, n) => ({ title, url: pathOf(id, n), date: '2026-09-18' })),
      }),
  },
];
const titlesOf = (id: string): readonly string[] => published.get(id) ?? [];
/** An entry keeps its address though newer ones come before it. */
const pathOf = (id: string, n: number): string => `/${id}/${titlesOf(id).length - n}.html`;
const numberOf = (id: string): number => Number(id.slice(id.indexOf('-') + 1));
const formOf = (id: string) => forms[numberOf(id) % forms.length];
const hostileOf = (id: string) =>
  id.startsWith('hostile-') ? hostile[names[numberOf(id)] ?? ''] : undefined;

let site: Site;
let store: Store;
let tick: Tick;
const readings = createReadThread();
let data: string;
let now = Date.parse('2026-09-20T00:00:00Z');
let committed = 0;
let deadlines: AbortController[] = [];
let memory = 0;
const logged: { readonly feed?: string; readonly sentence: string }[] = [];

beforeAll(async () => {
  site = await serve((request, response) => {
    const id = request.url?.split('/')[1] ?? '';
    const enemy = hostileOf(id);
    if (enemy) return void enemy.answer(response);
    const body = formOf(id)?.page(id) ?? '';
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    const unchanged = request.headers['if-none-match'] === etag;
    response.writeHead(unchanged ? 304 : 200, { etag }).end(unchanged ? undefined : body);
  });
  data = folder();
  const opened = await openStore(`file:${join(data, 'tiaoli.db')}`);
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  const { corpus } = await loadCorpus();
  const note = (about: object, sentence: string): void => void logged.push({ ...about, sentence });
  tick = createTick({
    readings,
    ownReadings: readings,
    feeds: ids.map(
      (id): FeedDefinition => ({
        id,
        name: id,
        authority: '北京市科学技术委员会、中关村科技园区管理委员会',
        level: 'municipal',
        page: site.url('/'),
        url: site.url(`/${id}/`),
        reader:
          hostileOf(id)?.reader ??
          (hostileOf(id) ? { kind: 'rss' } : (formOf(id)?.reader ?? { kind: 'rss' })),
        paceMinutes: 30,
        confidence: 'high',
      }),
    ),
    store,
    link: createLinker(corpus, loadTopics()),
    allowHosts: [site.host],
    now: () => new Date(now),
    random: () => 0,
    log: { debug: note, info: note, warn: note, error: note },
    // No test waits for a real deadline: it passes once all other sources were visited.
    onCommitted: () => {
      memory = Math.max(memory, process.memoryUsage.rss());
      committed += 1;
      if (committed === ids.length - endless)
        for (const deadline of deadlines) deadline.abort(new DOMException('late', 'TimeoutError'));
    },
    deadline: () => {
      const deadline = new AbortController();
      deadlines.push(deadline);
      return deadline.signal;
    },
  });
  await subscribe(
    store,
    sampleSubscription('s1', {
      target: { kind: 'channel', guildId: '1', channelId: '2' },
      createdAt: new Date(now).toISOString(),
    }),
  );
});
afterAll(async () => {
  await tick.close();
  await readings.close();
  await store.close();
  await site.close();
  rmSync(data, { recursive: true });
});

/** Looks at every source, whatever its backoff. */
function look(): Promise<Awaited<ReturnType<Tick['run']>>> {
  now += 7 * 3_600_000;
  committed = 0;
  deadlines = [];
  return tick.run();
}

const readable = ids.filter((id) => !hostileOf(id)?.cause);
const broken = ids.filter((id) => hostileOf(id)?.cause);

describe(`${SOURCES} sources of which ${names.length} are hostile`, () => {
  it('are all visited in one tick: the others are read before any deadline passes, in bounded memory', async () => {
    const before = process.memoryUsage.rss();
    expect(await look()).toEqual({
      visited: SOURCES,
      ok: readable.length,
      unchanged: 0,
      failed: broken.length,
      alerts: 0,
      deliveries: 0,
    });
    // Four pages of 15 MiB at most are held at once, as bytes and as text, small ones, and what the hostile server itself makes.
    expect((memory - before) / 1024 / 1024).toBeLessThan(300);
    const states = new Map((await store.feedStates()).map((state) => [state.feedId, state]));
    for (const id of readable)
      expect(states.get(id)).toMatchObject({ lastCause: null, lastSuccessAt: new Date(now).toISOString() });
    for (const id of good) expect(states.get(id)?.health?.entries, id).toBe(ROWS);
  });

  it('are each named in health by what is wrong with them', async () => {
    const standings = new Map(
      (await store.feedStates()).map((state) => [state.feedId, standingOf(state, new Date(now))]),
    );
    const causes = names.map((name, n) => [name, standings.get(`hostile-${n}`)?.cause]);
    expect(Object.fromEntries(causes)).toEqual(
      Object.fromEntries(names.map((name) => [name, hostile[name]?.cause])),
    );
  });

  it('let a new measure be told once, on the tick that sees it, though a date in the year 9999 is read for none', async () => {
    published.set('good-7', ['关于印发《北京市概念验证平台建设管理办法》的通知', ...titlesOf('good-7')]);
    expect(await look()).toMatchObject({ visited: SOURCES, alerts: 1, deliveries: 1 });
    expect(await look()).toMatchObject({ visited: SOURCES, alerts: 0 });
    const [way] = await store.why(site.url('/9999.html'));
    expect(way?.record).toMatchObject({ entry: { date: null }, verdict: 'learned' });
  });

  it('are told of once each after three failures', async () => {
    await look();
    const told = logged
      .filter(({ sentence }) => sentence === 'a source keeps failing')
      .map(({ feed }) => feed);
    expect(told.toSorted()).toEqual(broken.toSorted());
  });
});

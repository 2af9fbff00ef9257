import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/ledger/defaults.ts';
import type { EntryText, LinkResult } from '../../src/link/types.ts';
import { openStore } from '../../src/store/open.ts';
import type { Change, FeedState, Store } from '../../src/store/port.ts';
import { type Health, standingOf } from '../../src/watch/health/health.ts';
import { readHere } from '../../src/watch/read/readings.ts';
import { createReadThread } from '../../src/watch/read/readThread.ts';
import { createTick, type Tick, type TickOptions } from '../../src/watch/tick.ts';
import type { FeedDefinition } from '../../src/watch/types.ts';
import { sampleSubscription, subscribe } from '../store/sample.ts';
import { type Site, serve } from './serve.ts';

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Stands for the linker: everything that says 概念验证 carries out article 23. */
const link = ({ id, title }: EntryText): LinkResult => {
  const relevant = title.includes('概念验证');
  const articles = relevant ? [{ number: 23, score: 0.9, link: 'implements' as const, why: '概念验证' }] : [];
  return { id, relevant, kind: 'measure', confidence: 0.9, articles, cites: [] };
};

const row = (n: number, title: string, date = '2026-09-10') =>
  `<li><a href="./202609/t20260910_${n}.html" title="${title}">${title}</a><span>${date}</span></li>`;
const page = (...rows: string[]) => `<html><body><ul class="list">${rows.join('')}</ul></body></html>`;

/** A page that a server fails to give for now. */
const UNAVAILABLE = 'unavailable';

const feedAt = (id: string, url: string): FeedDefinition => ({
  id,
  name: id,
  authority: '北京市科学技术委员会、中关村科技园区管理委员会',
  level: 'municipal',
  page: url,
  url,
  reader: { kind: 'html', item: 'ul.list li', title: 'a@title || a', link: 'a@href', date: 'span' },
  paceMinutes: 30,
  confidence: 'high',
});

describe('a tick', () => {
  let site: Site;
  let store: Store;
  let tick: Tick;
  let time = Date.parse('2026-09-11T00:00:00Z');
  let pages: Record<string, string> = {};

  async function start(
    feeds: (url: (path: string) => string) => FeedDefinition[],
    options: Partial<TickOptions> = {},
    take?: (response: ServerResponse) => void,
    broken: Partial<Store> = {},
  ): Promise<void> {
    time = Date.parse('2026-09-11T00:00:00Z');
    site = await serve((request, response) => {
      if (take !== undefined) return take(response);
      const body = pages[request.url ?? ''];
      const status = body === undefined ? 404 : body === UNAVAILABLE ? 503 : 200;
      response.writeHead(status, { 'content-type': 'text/html' }).end(body);
    });
    const opened = await openStore('file::memory:');
    if (!opened.ok) throw new Error(opened.error.code);
    store = opened.value;
    tick = createTick({
      feeds: feeds(site.url),
      store: { ...store, ...broken },
      link,
      readings: readHere,
      ownReadings: readHere,
      allowHosts: [site.host],
      now: () => new Date(time),
      random: () => 0,
      log: silent,
      ...options,
    });
    await subscribe(
      store,
      sampleSubscription('s1', {
        target: { kind: 'channel', guildId: '1', channelId: '2' },
        articles: [23],
        createdAt: new Date(time).toISOString(),
      }),
    );
  }
  const later = (minutes: number) => {
    time += minutes * 60_000;
    return tick.run();
  };
  /** Has source a be as a version left it that did not know of this. */
  async function forget(part: keyof Health): Promise<void> {
    const [state] = await store.feedStates();
    const { [part]: _, ...health } = { ...state?.health } as Health;
    const visit = { status: 'unchanged', validators: {}, notes: [] } as const;
    const settled = { visit, checkedAt: state?.lastCheckAt ?? '', nextCheckAt: state?.nextCheckAt ?? '' };
    await store.touch(state as FeedState, { ...settled, health: health as Health });
  }

  afterEach(async () => {
    await tick.close();
    await store.close();
    await site.close();
  });

  it('learns a source in silence, then tells of what is new, once', async () => {
    const old = row(1, '关于支持概念验证平台建设的若干措施');
    const fresh = row(2, '北京市概念验证中心管理办法');
    pages = { '/a/': page(old) };
    await start((url) => [feedAt('a', url('/a/'))]);
    expect(await tick.run()).toMatchObject({ visited: 1, ok: 1, alerts: 0 });
    expect(await later(10)).toMatchObject({ visited: 0 });
    pages = { '/a/': page(fresh, old) };
    expect(await later(30)).toMatchObject({ ok: 1, alerts: 1, deliveries: 1 });
    expect(await later(30)).toMatchObject({ unchanged: 1, alerts: 0 });
    pages = { '/a/': page(old, fresh, row(3, '关于召开会议的通知')) };
    expect(await later(30)).toMatchObject({ ok: 1, alerts: 0 });
    expect((await store.latestMeasures({ limit: 10 })).total).toBe(2);
    expect(await store.why(site.url('/a/202609/t20260910_2.html'))).toMatchObject([
      { record: { verdict: 'told' } },
    ]);
  });

  it('reads older pages after an outage, until it meets what it knows', async () => {
    pages = { '/a/': page(row(1, '概念验证平台管理办法')) };
    await start((url) => [{ ...feedAt('a', url('/a/')), olderPages: 'index_{n}.html' }]);
    await tick.run();
    pages = {
      '/a/': page(row(6, '概念验证项目管理细则'), row(5, '关于放假的通知')),
      '/a/index_1.html': page(row(4, '概念验证中心认定办法'), row(3, '关于开会的通知')),
      '/a/index_2.html': page(row(2, '概念验证基金管理办法'), row(1, '概念验证平台管理办法')),
      '/a/index_3.html': page(row(0, '概念验证旧闻')),
    };
    expect(await later(30)).toMatchObject({ visited: 1, ok: 1, alerts: 3 });
  });

  describe('after an outage', () => {
    const measure = (n: number) => row(n, `概念验证平台支持措施之${n}号专项办法细则`);
    const complete = async () => standingOf((await store.feedStates())[0] as FeedState, new Date(time));
    const paged = (url: string): FeedDefinition => ({ ...feedAt('a', url), olderPages: 'index_{n}.html' });

    it('goes on reading back past a row that is kept at the top', async () => {
      const pin = row(0, '关于放假的通知');
      pages = { '/a/': page(pin, measure(1)) };
      await start((url) => [paged(url('/a/'))]);
      await tick.run();
      pages = {
        '/a/': page(pin, measure(5), measure(4)),
        '/a/index_1.html': page(pin, measure(3), measure(2)),
        '/a/index_2.html': page(pin, measure(1)),
      };
      expect(await later(10 * 24 * 60)).toMatchObject({ ok: 1, alerts: 4 });
      expect(await complete()).toMatchObject({ completeFrom: '2026-09-11T00:00:00.000Z' });
    });

    it('goes on reading back past a row that another source showed meanwhile', async () => {
      pages = { '/a/': page(measure(1)), '/b/': page(measure(1)) };
      const there = (one: string) => one.replaceAll('./202609', '/a/202609');
      pages['/b/'] = there(pages['/b/'] ?? '');
      await start((url) => [paged(url('/a/')), feedAt('b', url('/b/'))]);
      await tick.run();
      pages = { '/b/': there(page(measure(4), measure(1))) };
      expect(await later(30)).toMatchObject({ ok: 1, failed: 1, alerts: 1 });
      pages = {
        ...pages,
        '/a/': page(measure(5), measure(4)),
        '/a/index_1.html': page(measure(3), measure(2)),
        '/a/index_2.html': page(measure(1)),
      };
      expect(await later(10 * 24 * 60)).toMatchObject({ alerts: 3 });
      expect(await complete()).toMatchObject({ completeFrom: '2026-09-11T00:00:00.000Z' });
    });

    it('says from when on nothing is missing where the older pages are not known', async () => {
      const pin = row(0, '关于放假的通知');
      pages = { '/a/': page(pin, measure(1)) };
      await start((url) => [feedAt('a', url('/a/'))]);
      await tick.run();
      pages = { '/a/': page(pin, measure(5), measure(4)) };
      await later(10 * 24 * 60);
      expect(await complete()).toMatchObject({ completeFrom: '2026-09-21T00:00:00.000Z' });
    });

    it('tells at once what it reaches though an older page fails, and the rest once it is reached, each once', async () => {
      pages = { '/a/': page(measure(1)) };
      await start((url) => [paged(url('/a/'))]);
      await tick.run();
      const older = { '/a/index_1.html': page(measure(3), measure(2)), '/a/index_2.html': page(measure(1)) };
      pages = { '/a/': page(measure(5), measure(4)), '/a/index_1.html': UNAVAILABLE };
      expect(await later(10 * 24 * 60)).toMatchObject({ ok: 1, alerts: 2 });
      expect(await complete()).toMatchObject({ completeFrom: '2026-09-21T00:00:00.000Z', isBehind: true });
      expect(await later(30)).toMatchObject({ ok: 1, alerts: 0 });
      pages = { ...pages, '/a/': page(measure(6), measure(5), measure(4)) };
      expect(await later(30)).toMatchObject({ ok: 1, alerts: 1 });
      pages = { ...pages, ...older };
      expect(await later(30)).toMatchObject({ ok: 1, alerts: 2 });
      const healed = await complete();
      expect(healed).toMatchObject({ completeFrom: '2026-09-11T00:00:00.000Z' });
      expect(healed).not.toHaveProperty('isBehind');
      expect(await later(30)).toMatchObject({ unchanged: 1, alerts: 0 });
    });

    it('does not try for ever to reach an older page, and says from when on nothing is missing', async () => {
      pages = { '/a/': page(measure(1)) };
      await start((url) => [paged(url('/a/'))]);
      await tick.run();
      pages = { '/a/': page(measure(5), measure(4)), '/a/index_1.html': UNAVAILABLE };
      let alerts = 0;
      for (let look = 0; look < 60; look += 1) alerts += (await later(30)).alerts;
      expect(alerts).toBe(2);
      expect(await complete()).toMatchObject({ status: 'ok', completeFrom: '2026-09-11T00:30:00.000Z' });
      expect(await complete()).not.toHaveProperty('isBehind');
      expect(await later(30)).toMatchObject({ unchanged: 1 });
    });

    it('reads back as far as anybody knows, once, where an older version remembered no rows', async () => {
      pages = { '/a/': page(measure(1)) };
      await start((url) => [paged(url('/a/'))]);
      await tick.run();
      await forget('shown');
      pages = {
        '/a/': page(measure(4), measure(3)),
        '/a/index_1.html': page(measure(2), measure(1)),
        '/a/index_2.html': page(measure(0)),
      };
      expect(await later(24 * 60)).toMatchObject({ ok: 1, alerts: 3 });
      expect(await complete()).toMatchObject({ completeFrom: '2026-09-11T00:00:00.000Z' });
    });
  });

  it('takes a list for failing that had entries and is empty, and for well once it has them again, telling what is new', async () => {
    const list = (...rows: readonly object[]) => JSON.stringify({ rows });
    const item = (n: number) => ({ title: `概念验证平台支持措施之${n}号专项办法细则`, url: `/${n}.html` });
    pages = { '/json': list(item(1)), '/never': list() };
    const reader = { kind: 'json', item: 'rows[]', title: 'title', link: 'url' } as const;
    await start((url) => [
      { ...feedAt('a', url('/json')), reader },
      { ...feedAt('b', url('/never')), reader },
    ]);
    await tick.run();
    const standings = async () => (await store.feedStates()).map((one) => standingOf(one, new Date(time)));
    pages['/json'] = list();
    expect(await later(30)).toMatchObject({ ok: 1, unchanged: 1 });
    expect(await later(30)).toMatchObject({ failed: 1, unchanged: 1 });
    for (let look = 0; look < 5; look += 1) await later(6 * 60);
    expect(await standings()).toMatchObject([
      { status: 'failing', cause: 'no-rows', failures: 6 },
      { status: 'ok', entries: 0 },
    ]);
    pages['/json'] = list(item(2), item(1));
    expect(await later(6 * 60)).toMatchObject({ ok: 1, alerts: 1 });
    expect(await standings()).toMatchObject([
      { status: 'ok', completeFrom: '2026-09-11T00:00:00.000Z' },
      { status: 'ok' },
    ]);
  });

  describe('of a source whose address changed', () => {
    const measure = (n: number) => row(n, `概念验证平台支持措施之${n}号专项办法细则`);
    const there = (one: string) => one.replaceAll('./202609', '/202609');
    /** A new version starts, by which source a is read from there. */
    const move = async (part: Partial<FeedDefinition>): Promise<void> => {
      await tick.close();
      const feeds = [{ ...feedAt('a', site.url('/a/')), ...part }];
      const rest = { store, link, allowHosts: [site.host], now: () => new Date(time), random: () => 0 };
      tick = createTick({ feeds, ...rest, readings: readHere, ownReadings: readHere, log: silent });
    };
    const standing = async () => standingOf((await store.feedStates())[0] as FeedState, new Date(time));

    it('learns another list in silence, says so in its standing, and tells of what comes after', async () => {
      pages = { '/a/': page(measure(1)), '/new/': page(measure(13), measure(12)) };
      await start((url) => [feedAt('a', url('/a/'))]);
      await tick.run();
      await move({ url: site.url('/new/') });
      expect(await later(30)).toMatchObject({ ok: 1, alerts: 0 });
      const at = '2026-09-11T00:30:00.000Z';
      expect(await standing()).toMatchObject({ status: 'ok', movedAt: at, completeFrom: at });
      expect((await store.feedStates())[0]).toMatchObject({ firstReadAt: at });
      expect((await store.feedStates())[0]?.lastNotes?.join()).toContain('another address');
      pages = { '/new/': page(measure(14), measure(13), measure(12)) };
      expect(await later(30)).toMatchObject({ ok: 1, alerts: 1 });
    });

    it('goes on with a list that only moved', async () => {
      pages = { '/a/': page(measure(2), measure(1)).replaceAll('./202609', '/202609') };
      await start((url) => [feedAt('a', url('/a/'))]);
      await tick.run();
      pages = { '/new/': there(page(measure(3), measure(2), measure(1))) };
      await move({ url: site.url('/new/') });
      expect(await later(30)).toMatchObject({ ok: 1, alerts: 1 });
      expect(await standing()).toMatchObject({ completeFrom: '2026-09-11T00:00:00.000Z' });
    });

    it.each<[string, Partial<FeedDefinition>, string | undefined]>([
      ['another address', { url: 'new/' }, undefined],
      ['other fields', { post: { as: 'json', fields: { channel: 2 } } }, undefined],
      ['the same address, written otherwise', { url: 'a/?utm_source=x' }, '"1"'],
      ['another name', { name: 'b' }, '"1"'],
    ])('asks by what was said of its page before where it has %s: %j', async (_, part, etag) => {
      const asked: (string | undefined)[] = [];
      await start(
        (url) => [feedAt('a', url('/a/'))],
        {},
        (response) => {
          asked.push(response.req.headers['if-none-match']);
          response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(page(measure(1)));
        },
      );
      await tick.run();
      await move(part.url === undefined ? part : { url: site.url(`/${part.url}`) });
      await later(30);
      expect(asked).toEqual([undefined, etag]);
    });

    it('takes the address for the same where an older version remembered none', async () => {
      pages = { '/a/': page(measure(1)), '/new/': page(measure(2)) };
      await start((url) => [feedAt('a', url('/a/'))]);
      await tick.run();
      await forget('address');
      await move({ url: site.url('/new/') });
      expect(await later(30)).toMatchObject({ ok: 1, alerts: 1 });
      await move({ url: site.url('/a/') });
      expect(await later(30)).toMatchObject({ ok: 1, alerts: 0 });
      expect(await standing()).toMatchObject({ movedAt: '2026-09-11T01:00:00.000Z' });
    });
  });

  it('asks one host for one page at a time, with a pause between, and other hosts meanwhile', async () => {
    const asked: string[] = [];
    const pauses: number[] = [];
    const refused = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    const urls = [
      'http://a.example.com/1',
      'http://a.example.com/2',
      'http://b.example.com/1',
      'https://a.example.com/3',
    ];
    await start(() => urls.map((url, index) => feedAt(`f${index}`, url)), {
      resolve: (host, _options, callback) => {
        asked.push(host);
        callback(refused, []);
      },
      pause: async (ms) => pauses.push(ms),
    });
    expect(await tick.run()).toMatchObject({ visited: 4, failed: 4 });
    expect(asked.toSorted()).toEqual(['a.example.com', 'a.example.com', 'a.example.com', 'b.example.com']);
    expect(pauses).toEqual([1000, 1000]);
  });

  it('reads every other source at once though twenty servers never answer, and those that failed before hold up nobody', async () => {
    const endless = Array.from({ length: 20 }, (_, n) => `endless-${n}`);
    const well = Array.from({ length: 30 }, (_, n) => `well-${n}`);
    const deadlines: AbortController[] = [];
    const pass = (deadline: AbortController) => deadline.abort(new DOMException('late', 'TimeoutError'));
    let visited = 0;
    await start(
      (url) => [...endless, ...well].map((id) => feedAt(id, url(`/${id}`))),
      {
        deadline: () => {
          const deadline = new AbortController();
          if (visited >= well.length) pass(deadline);
          deadlines.push(deadline);
          return deadline.signal;
        },
        // The deadline of the endless ones passes once all others were visited, and not before.
        onCommitted: () => {
          visited += 1;
          if (visited === well.length) deadlines.forEach(pass);
        },
      },
      (response) => {
        if (response.req.url?.startsWith('/well')) response.end(page(row(1, '一')));
      },
    );
    expect(await tick.run()).toMatchObject({ visited: 50, ok: 30, failed: 20 });
    [visited, deadlines.length] = [0, 0];
    expect(await later(180)).toMatchObject({ visited: 50, unchanged: 30, failed: 20 });
  });

  describe('while entries are linked', () => {
    /** A linker that takes five milliseconds of the clock for each entry; how many it was given in each turn of the event loop. */
    function slowLinker() {
      const turns: number[] = [];
      let isOver = false;
      const turn = (): void => {
        turns.push(0);
        if (!isOver) setImmediate(turn);
      };
      turn();
      return {
        turns,
        stop: () => {
          isOver = true;
        },
        link: (entry: EntryText): LinkResult => {
          time += 5;
          turns.push((turns.pop() ?? 0) + 1);
          return link(entry);
        },
      };
    }
    const meetings = (from: number) =>
      Array.from({ length: 40 }, (_, n) => row(from + n, `关于召开第${from + n}次会议的通知`));

    it('leaves the thread to others again and again, however many sources are read for the first time', async () => {
      const slow = slowLinker();
      pages = { '/a/': page(...meetings(100)), '/b/': page(...meetings(200)), '/c/': page(...meetings(300)) };
      await start((url) => ['a', 'b', 'c'].map((id) => feedAt(id, url(`/${id}/`))), { link: slow.link });
      expect(await tick.run()).toMatchObject({ visited: 3, ok: 3 });
      slow.stop();
      expect(slow.turns.reduce((sum, count) => sum + count, 0)).toBe(120);
      expect(Math.max(...slow.turns)).toBeLessThanOrEqual(2);
    });

    it('leaves it to others while a long list of news is linked, too, and links nothing twice', async () => {
      const slow = slowLinker();
      pages = { '/a/': page(...meetings(100)) };
      await start((url) => [feedAt('a', url('/a/'))], { link: slow.link });
      await tick.run();
      slow.turns.fill(0);
      pages = { '/a/': page(...meetings(200), ...meetings(100)) };
      expect(await later(30)).toMatchObject({ visited: 1, ok: 1 });
      slow.stop();
      expect(slow.turns.reduce((sum, count) => sum + count, 0)).toBe(40);
      expect(Math.max(...slow.turns)).toBeLessThanOrEqual(2);
    });
  });

  it('asks a host that the operator vouches for for several pages at once', async () => {
    const waiting: (() => void)[] = [];
    await start(
      (url) => [feedAt('a', url('/a/')), feedAt('b', url('/b/'))],
      {},
      (response) => {
        waiting.push(() => response.end(page(row(1, '一'))));
        if (waiting.length === 2) for (const answer of waiting) answer();
      },
    );
    expect(await tick.run()).toMatchObject({ visited: 2, ok: 2 });
  });

  it('writes nothing of a visit that it is closed in the middle of', async () => {
    const reached = Promise.withResolvers<void>();
    await start(
      (url) => [feedAt('a', url('/a/')), feedAt('b', url('/b/'))],
      {},
      () => reached.resolve(),
    );
    const run = tick.run();
    await reached.promise;
    await tick.close();
    expect(await run).toMatchObject({ visited: 0 });
    expect(await store.feedStates()).toMatchObject([{ lastCheckAt: null }, { lastCheckAt: null }]);
  });

  it('leaves the pauses between the sources of one host at once when it is closed', async () => {
    const refused = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    const visited = Promise.withResolvers<void>();
    const urls = Array.from({ length: 60 }, (_, n) => `https://a.example.com/${n}`);
    await start(() => urls.map((url, n) => feedAt(`f${n}`, url)), {
      resolve: (_host, _options, callback) => callback(refused, []),
      onCommitted: () => visited.resolve(),
    });
    const run = tick.run();
    await visited.promise;
    await tick.close();
    expect(await run).toMatchObject({ visited: 1 });
  });

  it('leaves the pauses before official pages at once when it is closed, and writes nothing of them', async () => {
    pages = { '/a/': page(row(1, '一')) };
    const turns: AbortSignal[] = [];
    let asked = 0;
    const reached = Promise.withResolvers<void>();
    const linked = (n: number) =>
      `<li><a href="https://b.example.com/${n}.html">概念验证办法之${n}</a><span>2026-09-10</span></li>`;
    await start((url) => [feedAt('a', url('/a/'))], {
      pause: (_ms, signal) => {
        turns.push(signal);
        reached.resolve();
        return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      },
      resolve: (_host, _options, callback) => {
        asked += 1;
        callback(null, [{ address: '10.0.0.1', family: 4 }]);
      },
    });
    await tick.run();
    pages = { '/a/': page(linked(1), linked(2), linked(3), row(1, '一')) };
    const run = later(30);
    await reached.promise;
    await tick.close();
    expect(await run).toMatchObject({ visited: 0, alerts: 0 });
    expect(turns.every(({ aborted }) => aborted)).toBe(true);
    expect(asked).toBe(1);
  });

  it('names a lost database with an id, and goes on', async () => {
    const lines: object[] = [];
    pages = { '/a/': page(row(1, '一')) };
    await start(
      (url) => [feedAt('a', url('/a/'))],
      { log: { ...silent, error: (facts: object) => lines.push(facts) } },
      undefined,
      {
        commit: () => Promise.reject(new Error('database is gone')),
      },
    );
    expect(await tick.run()).toMatchObject({ visited: 0, failed: 1 });
    const line = { feed: 'a', err: new Error('database is gone') };
    // The visit, and that it could not even be recorded.
    expect(lines).toMatchObject([{ ...line, id: expect.stringMatching(/^[\w-]{8}$/) }, line]);
  });

  it('takes a visit that a fault of ours breaks off for a failure: tried later and later, told to moderators, made good once mended', async () => {
    let isBroken = true;
    const [a, b] = [row(1, '一'), row(2, '二')];
    pages = { '/a/': page(a), '/b/': page(b) };
    const faulty = (entry: EntryText): LinkResult => {
      if (isBroken && entry.title.includes('之二')) throw new Error('a bug');
      return link(entry);
    };
    await start((url) => [feedAt('a', url('/a/')), feedAt('b', url('/b/'))], { link: faulty });
    const settings = { ...defaultSettings, reviewChannelId: '77' };
    const change = { what: 'settings', id: '1', before: null, after: settings } as const;
    await store.configure({ guildId: '1' }, '9', new Date(time).toISOString(), [change]);
    await tick.run();
    pages = { '/a/': page(row(3, '概念验证办法之一'), a), '/b/': page(row(4, '概念验证办法之二'), b) };
    expect(await later(30)).toMatchObject({ visited: 1, ok: 1, failed: 1, alerts: 1 });
    const at = (minutes: number) => new Date(time + minutes * 60_000).toISOString();
    const stateOfB = async () => (await store.feedStates()).find(({ feedId }) => feedId === 'b');
    const broken = { lastCause: 'broken', lastNotes: [expect.stringMatching(/[\w-]{8}\.$/)] };
    expect(await stateOfB()).toMatchObject({ ...broken, consecutiveFailures: 1, nextCheckAt: at(60) });
    expect(await later(30)).toMatchObject({ visited: 1, failed: 0 });
    expect(await later(30)).toMatchObject({ visited: 1, failed: 1, alerts: 0 });
    expect(await stateOfB()).toMatchObject({ ...broken, consecutiveFailures: 2, nextCheckAt: at(120) });
    expect(await later(120)).toMatchObject({ visited: 1, failed: 1, alerts: 1, deliveries: 1 });
    const told = await store.leaseDeliveries(at(0), 10, at(1));
    expect(told.map(({ alert: { about } }) => [about.news, about.feedId, about.cause])).toEqual([
      [undefined, undefined, undefined],
      ['failing', 'b', 'broken'],
    ]);
    isBroken = false;
    expect(await later(240)).toMatchObject({ visited: 2, failed: 0, alerts: 2 });
    expect(await stateOfB()).toMatchObject({ lastCause: null, consecutiveFailures: 0 });
    expect(await store.why(site.url('/b/202609/t20260910_4.html'))).toMatchObject([
      { record: { verdict: 'told' } },
    ]);
  });

  it('that is closed in the middle of a visit takes what breaks off for no failure', async () => {
    pages = { '/a/': page(row(1, '一')) };
    await start((url) => [feedAt('a', url('/a/'))], {
      link: () => {
        void tick.close();
        throw new Error('a bug');
      },
    });
    expect(await tick.run()).toMatchObject({ visited: 0, failed: 1 });
    expect(await store.feedStates()).toMatchObject([{ lastCheckAt: null, consecutiveFailures: 0 }]);
  });

  it('reads every other source though one fails, and comes back to that one later and later', async () => {
    pages = { '/b/': page(row(1, '一')) };
    await start((url) => [feedAt('a', url('/missing/')), feedAt('b', url('/b/'))]);
    expect(await tick.run()).toMatchObject({ visited: 2, ok: 1, failed: 1 });
    const states = await store.feedStates();
    expect(states).toMatchObject([
      { feedId: 'a', lastCause: 'http-404', consecutiveFailures: 1, nextCheckAt: '2026-09-11T01:00:00.000Z' },
      { feedId: 'b', lastCause: null, nextCheckAt: '2026-09-11T00:30:00.000Z' },
    ]);
  });

  describe('beside everybody’s sources', () => {
    const GUILD = '1';
    const own = (url: string): FeedDefinition => ({
      ...feedAt('guild_1_x', url),
      reader: { kind: 'html', item: 'ul.list li', title: 'a', link: 'a@href', date: 'span' },
    });
    const set = async (before: readonly Change[], after: readonly Change[]): Promise<void> => {
      const changes = [
        ...before.map((one) => ({ ...one, before: one.after, after: null })),
        ...after,
      ] as Change[];
      const done = await store.configure({ guildId: GUILD }, '9', new Date(time).toISOString(), changes);
      expect(done.ok).toBe(true);
    };
    const added = (definition: FeedDefinition): Change => ({
      what: 'feed',
      id: definition.id,
      before: null,
      after: { id: definition.id, definition, paused: false },
    });

    it('visits what a server adds from the next tick on, and no more once it is taken away', async () => {
      pages = { '/own/': page(row(1, '关于支持概念验证平台建设的若干措施')) };
      await start(() => [], {});
      await tick.close();
      tick = createTick({
        feeds: [],
        store,
        link,
        readings: readHere,
        ownReadings: readHere,
        allowHosts: [],
        publicHosts: [site.host],
        now: () => new Date(time),
        random: () => 0,
        log: silent,
      });
      expect(await tick.run()).toMatchObject({ visited: 0 });
      const definition = own(site.url('/own/'));
      await set([], [added(definition)]);
      expect(await later(1)).toMatchObject({ visited: 1, ok: 1, alerts: 0 });
      pages = {
        '/own/': page(row(2, '北京市概念验证中心管理办法'), row(1, '关于支持概念验证平台建设的若干措施')),
      };
      expect(await later(30)).toMatchObject({ ok: 1, alerts: 1, deliveries: 1 });
      const told = { limit: 10, guildId: GUILD };
      expect((await store.latestMeasures({ limit: 10 })).total).toBe(0);
      expect((await store.latestMeasures(told)).measures).toMatchObject([
        { guildId: GUILD },
        { guildId: GUILD },
      ]);
      await set([added(definition)], []);
      expect(await later(30)).toMatchObject({ visited: 0 });
    });

    it('reads everybody’s sources while a page of theirs takes for ever to be read', async () => {
      const isBegun = Promise.withResolvers<void>();
      const isRead = Promise.withResolvers<void>();
      const limit = new AbortController();
      const deadline = (): AbortSignal => {
        isBegun.resolve();
        return limit.signal;
      };
      const threads = { readings: createReadThread(), ownReadings: createReadThread({ deadline }) };
      await start(() => []);
      await tick.close();
      await site.close();
      site = await serve(async (request, response) => {
        const isOwn = request.url === '/own/';
        // Whoever is asked first is read first.
        if (!isOwn) await isBegun.promise;
        const body = isOwn
          ? `<ul class="list"><li><a href="/${'a'.repeat(60)}!">概念验证</a></li></ul>`
          : page(row(1, '概念验证管理办法'));
        response.writeHead(200, { 'content-type': 'text/html' }).end(body);
      });
      const definition = own(site.url('/own/'));
      const slow = { ...definition.reader, linkPattern: '^(?:.*/)?(?:a+)+$' } as FeedDefinition['reader'];
      tick = createTick({
        ...{ feeds: [feedAt('a', site.url('/a/'))], store, link, ...threads },
        ...{ allowHosts: [site.host], publicHosts: [site.host], log: silent },
        now: () => new Date(time),
        random: () => 0,
        onCommitted: () => isRead.resolve(),
      });
      await set([], [added({ ...definition, reader: slow })]);
      const report = tick.run();
      await isRead.promise;
      expect((await store.feedStates()).filter(({ lastCheckAt }) => lastCheckAt !== null)).toMatchObject([
        { feedId: 'a' },
      ]);
      limit.abort();
      expect(await report).toMatchObject({ visited: 2, failed: 1 });
      await Promise.all([threads.readings.close(), threads.ownReadings.close()]);
    });

    it('visits them for a minute at most in one tick, and those that are left first in the next', async () => {
      await start(() => []);
      await tick.close();
      const asked: string[] = [];
      const warned: object[] = [];
      const definitions = Array.from({ length: 20 }, (_, n) => ({
        ...own(site.url(`/own/${n}`)),
        id: `guild_1_${n}`,
      }));
      pages = Object.fromEntries([
        ['/a/', page(row(1, '概念验证平台管理办法'))],
        ...definitions.map((_, n) => [`/own/${n}`, page(row(n, '关于开会的通知'))]),
      ]);
      tick = createTick({
        ...{ feeds: [feedAt('a', site.url('/a/'))], store, link, readings: readHere },
        ownReadings: {
          ...readHere,
          // Each lasts ten seconds.
          list: async (...of) => {
            asked.push(new URL(of[0].url).pathname);
            time += 10_000;
            return readHere.list(...of);
          },
        },
        ...{ allowHosts: [site.host], publicHosts: [site.host] },
        ...{ now: () => new Date(time), random: () => 0 },
        log: { ...silent, warn: (about) => void warned.push(about) },
      });
      await set([], definitions.map(added));
      expect((await tick.run()).ok).toBeLessThan(21);
      const first = asked.splice(0);
      expect(first.length).toBeGreaterThanOrEqual(6);
      expect(warned).toEqual([{ left: 20 - first.length }]);
      await later(30);
      expect(asked.length).toBeGreaterThanOrEqual(6);
      expect(asked.filter((path) => first.includes(path))).toEqual([]);
    });

    it('visits none of them where the operator alone vouches for the host', async () => {
      pages = { '/own/': page(row(1, '关于支持概念验证平台建设的若干措施')) };
      await start(() => []);
      await set([], [added(own(site.url('/own/')))]);
      expect(await tick.run()).toMatchObject({ visited: 1, failed: 1 });
    });

    it('tells moderators again that a source is quiet after it failed, and goes on reading it', async () => {
      const rows = ['01', '02', '03', '04', '05', '06', '07', '08'].map((day, n) =>
        row(n, `会议通知之${n}`, `2026-09-${day}`),
      );
      pages = { '/a/': page(...rows) };
      await start((url) => [feedAt('a', url('/a/'))]);
      const settings = { ...defaultSettings, reviewChannelId: '77' };
      await set([], [{ what: 'settings', id: GUILD, before: null, after: settings }]);
      await tick.run();
      const news: unknown[] = [];
      const day = async (minutes: number) => {
        const { failed } = await later(minutes);
        const [now, until] = [0, 60_000].map((ms) => new Date(time + ms).toISOString());
        const leased = await store.leaseDeliveries(now ?? '', 10, until ?? '');
        for (const { id, fence, alert } of leased) {
          await store.markSent(id, fence, { messageId: id }, now ?? '');
          news.push(alert.about.news ?? alert.kind);
        }
        return failed;
      };
      await day(10 * 24 * 60);
      const { '/a/': well = '' } = pages;
      pages = {};
      for (let failures = 0; failures < 3; failures += 1) expect(await day(6 * 60)).toBe(1);
      pages = { '/a/': well };
      for (let visits = 0; visits < 4; visits += 1) expect(await day(6 * 60)).toBe(0);
      expect(news).toEqual(['quiet', 'failing', 'recovered', 'quiet']);
      pages = { '/a/': page(row(9, '北京市概念验证中心管理办法', '2026-09-22'), ...rows) };
      expect(await day(60)).toBe(0);
      expect(news.slice(4).toSorted()).toEqual(['news', 'recovered']);
    });

    it('tells a server’s moderators, once, that a source keeps failing, and once that it is well again', async () => {
      pages = { '/a/': page(row(1, '关于支持概念验证平台建设的若干措施')) };
      await start((url) => [feedAt('a', url('/a/'))]);
      const settings = { ...defaultSettings, reviewChannelId: '77' };
      await set([], [{ what: 'settings', id: GUILD, before: null, after: settings }]);
      await tick.run();
      const about = async () => {
        const [now, until] = [0, 60_000].map((ms) => new Date(time + ms).toISOString());
        const leased = await store.leaseDeliveries(now ?? '', 10, until ?? '');
        return leased.map(({ alert, target }) => ({ target, news: alert.about.news }));
      };
      const { '/a/': well = '' } = pages;
      pages = {};
      for (let failures = 0; failures < 5; failures += 1) await later(24 * 60);
      const review = { kind: 'channel', guildId: GUILD, channelId: '77' };
      expect(await about()).toEqual([{ target: review, news: 'failing' }]);
      pages = { '/a/': well };
      await later(24 * 60);
      expect(await store.backlog()).toMatchObject({ pending: 2 });
    });
  });
});

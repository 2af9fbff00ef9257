import { afterEach, describe, expect, it } from 'vitest';
import type { EntryText, LinkResult } from '../../src/link/types.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/port.ts';
import { createTick, type Tick } from '../../src/watch/tick.ts';
import { type Site, serve } from './serve.ts';

const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** Stands for the linker: 概念验证 is article 23, 人才 article 45, wherever they stand; 公示 is a list of names. */
const link = ({ id, title, body = '' }: EntryText): LinkResult => {
  const articles = Object.entries({ 概念验证: 23, 人才: 45 })
    .filter(([word]) => (title + body).includes(word))
    .map(([why, number]) => ({ number, score: 0.9, link: 'implements' as const, why }));
  const refusal = title.includes('公示') ? ('name-list' as const) : ('subject' as const);
  const relevant = refusal !== 'name-list' && articles.length > 0;
  return {
    id,
    relevant,
    kind: 'measure',
    confidence: 0.9,
    articles,
    cites: [],
    ...(relevant ? {} : { refusal }),
  };
};

const START = Date.parse('2026-09-11T00:00:00Z');
const row = (n: number, title: string) =>
  `<li><a href="/t20260910_${n}.html" title="${title}">${title}</a><span>2026-09-10</span></li>`;
const list = (...rows: string[]) => `<ul class="list">${rows.join('')}</ul>`;
const article = (text: string) =>
  `<div class="TRS_Editor"><p>${text}</p><p>${'这一段话是正文的一部分。'.repeat(30)}</p></div>`;

describe('the page of an entry', () => {
  let site: Site;
  let store: Store;
  let tick: Tick;
  let time = START;
  let pages: Record<string, string> = {};
  let asked: string[] = [];

  async function start(): Promise<void> {
    [time, asked] = [START, []];
    pages = { '/': list(row(0, '一')) };
    site = await serve((request, response) => {
      asked.push(request.url ?? '');
      const body = pages[request.url ?? ''];
      response.writeHead(body === undefined ? 503 : 200, { 'content-type': 'text/html' }).end(body);
    });
    const opened = await openStore('file::memory:');
    if (!opened.ok) throw new Error(opened.error.code);
    store = opened.value;
    tick = createTick({
      feeds: ['a', 'b'].map((id) => ({
        id,
        name: id,
        authority: '北京市科学技术委员会',
        level: 'municipal',
        page: site.url(id === 'a' ? '/' : '/b'),
        url: site.url(id === 'a' ? '/' : '/b'),
        reader: { kind: 'html', item: 'ul.list li', title: 'a@title', link: 'a@href', date: 'span' },
        paceMinutes: 30,
        confidence: 'high',
      })),
      store,
      link,
      allowHosts: [site.host],
      now: () => new Date(time),
      random: () => 0,
      log,
    });
    pages['/b'] = list(row(100, '二'));
    await tick.run();
    asked = [];
  }
  const visit = (minutes: number) => {
    time += minutes * 60_000;
    return tick.run();
  };
  const way = async (n: number) =>
    (await store.why(site.url(`/t20260910_${n}.html`))).map(({ record }) => record);

  afterEach(async () => {
    await tick.close();
    await store.close();
    await site.close();
  });

  it('tells what its title does not, with the facts that only the page has', async () => {
    await start();
    pages['/'] = list(row(1, '关于印发若干措施的通知'), row(0, '一'));
    pages['/t20260910_1.html'] = article(
      '样科发〔2026〕5号</p><p>支持概念验证平台。本措施自2026年10月1日起施行。',
    );
    expect(await visit(30)).toMatchObject({ alerts: 1 });
    const { measures } = await store.latestMeasures({ limit: 5 });
    expect(measures).toMatchObject([
      { docNumber: '样科发〔2026〕5号', effectiveOn: '2026-10-01', links: [{ number: 23 }] },
    ]);
    expect((await way(1))[0]?.entry).not.toHaveProperty('detail');
  });

  it('is not visited for what its title rules out', async () => {
    await start();
    pages['/'] = list(row(1, '概念验证平台名单公示'), row(0, '一'));
    await visit(30);
    expect(asked.filter((path) => path.startsWith('/t'))).toEqual([]);
  });

  it('that fails loses nothing: the entry is decided on its title, and told once a fuller text shows more', async () => {
    await start();
    pages['/'] = list(row(1, '关于印发若干措施的通知'), row(0, '一'));
    expect(await visit(30)).toMatchObject({ ok: 1, alerts: 0 });
    expect(await way(1)).toMatchObject([{ verdict: 'irrelevant' }]);
    pages['/'] = list(row(2, '关于放假的公示'), row(1, '关于印发若干措施的通知'));
    pages['/t20260910_1.html'] = article('支持概念验证平台。');
    expect(await visit(30)).toMatchObject({ alerts: 1 });
    pages['/'] = list(row(1, '关于印发若干措施的通知'));
    expect(await visit(30)).toMatchObject({ alerts: 0 });
  });

  it('that keeps failing is tried three times and no more', async () => {
    await start();
    for (let n = 0; n < 6; n += 1) {
      pages['/'] = list(row(50 + n, '关于放假的公示'), row(1, '概念验证办法'));
      await visit(30);
    }
    expect(asked.filter((path) => path === '/t20260910_1.html')).toHaveLength(3);
    expect(await way(1)).toMatchObject([{ verdict: 'told' }]);
  });

  it('whose text changed is a revision that says what changed, is not told again, and widens the links', async () => {
    await start();
    pages['/'] = list(row(1, '概念验证办法'), row(0, '一'));
    pages['/t20260910_1.html'] = article('第一版。');
    expect(await visit(30)).toMatchObject({ alerts: 1 });
    pages['/t20260910_1.html'] = `${article('第一版。')}<p>【打印本页】</p>`;
    pages['/'] = list(row(60, '关于放假的公示'), row(1, '概念验证办法'));
    await visit(25 * 60);
    expect(await way(1)).toHaveLength(1);
    pages['/t20260910_1.html'] = article('第二版：支持人才。');
    pages['/'] = list(row(61, '关于放假的公示'), row(1, '概念验证办法'));
    expect(await visit(25 * 60)).toMatchObject({ alerts: 0 });
    expect(await way(1)).toMatchObject([
      { verdict: 'revision', reason: { code: 'changed', about: { parts: 'text' } } },
      { verdict: 'told' },
    ]);
    const { measures } = await store.latestMeasures({ limit: 5 });
    expect(measures).toMatchObject([{ links: [{ number: 23 }, { number: 45 }] }]);
  });

  it('of a repost in another source adds its articles to the known measure, and tells nobody', async () => {
    await start();
    pages['/'] = list(row(1, '概念验证平台建设管理办法实施细则'), row(0, '一'));
    pages['/t20260910_1.html'] = article('第一条。');
    expect(await visit(30)).toMatchObject({ alerts: 1 });
    pages['/b'] = list(row(2, '概念验证平台建设管理办法实施细则'), row(100, '二'));
    pages['/t20260910_2.html'] = article('支持人才。');
    expect(await visit(30)).toMatchObject({ alerts: 0 });
    const { measures, total } = await store.latestMeasures({ limit: 5 });
    expect(total).toBe(1);
    expect(measures).toMatchObject([{ links: [{ number: 23 }, { number: 45 }] }]);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { EntryText, LinkResult } from '../../src/link/types.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/port.ts';
import type { DetailReader } from '../../src/watch/detail/types.ts';
import { readHere } from '../../src/watch/read/readings.ts';
import { createTick, type Tick } from '../../src/watch/tick.ts';
import { subscriptionOf, topicOf } from '../deliver/sample.ts';
import { subscribe } from '../store/sample.ts';
import { type Site, serve } from './serve.ts';

const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/**
 * Stands for the linker: 概念验证 is article 23, 人才 article 45, wherever they stand; 公示 is a list of names, one of 预算 may be more,
 * and is where its text cites the ordinance.
 */
const link = ({ id, title, body = '' }: EntryText): LinkResult => {
  const articles = Object.entries({ 概念验证: 23, 人才: 45 })
    .filter(([word]) => (title + body).includes(word))
    .map(([why, number]) => ({ number, score: 0.9, link: 'implements' as const, why }));
  const refusal = /公示|预算/.test(title) ? ('name-list' as const) : ('subject' as const);
  const relevant = (refusal !== 'name-list' && articles.length > 0) || body.includes('根据本条例第五十条');
  const doubtful = title.includes('预算')
    ? [{ number: 50, score: 0.4, link: 'related' as const, why: '预算' }]
    : [];
  return {
    id,
    relevant,
    kind: 'measure',
    confidence: 0.9,
    articles,
    cites: [],
    ...(relevant ? {} : { refusal, doubtful }),
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
  /** Seconds that the server asks for with each 503. */
  let retryAfter = 0;

  const openTick = (detail: DetailReader = {}): Tick =>
    createTick({
      readings: readHere,
      ownReadings: readHere,
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
        detail,
      })),
      store,
      link,
      allowHosts: [site.host],
      now: () => new Date(time),
      random: () => 0,
      log,
    });

  async function start(): Promise<void> {
    [time, asked, retryAfter] = [START, [], 0];
    pages = { '/': list(row(0, '一')) };
    site = await serve((request, response) => {
      asked.push(request.url ?? '');
      const body = pages[request.url ?? ''];
      if (body === undefined) response.writeHead(503, { 'retry-after': `${retryAfter}` }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    });
    const opened = await openStore('file::memory:');
    if (!opened.ok) throw new Error(opened.error.code);
    store = opened.value;
    tick = openTick();
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

  it('is visited for what its title leaves in doubt, and settles it', async () => {
    await start();
    pages['/'] = list(row(1, '关于预算评审的通知'), row(0, '一'));
    pages['/t20260910_1.html'] = article('根据本条例第五十条，制定本办法。');
    expect(await visit(30)).toMatchObject({ alerts: 1 });
    expect((await way(1)).map(({ verdict }) => verdict)).toEqual(['told']);
  });

  it('is not visited for what a fragment alone names: it is the same for all of them', async () => {
    await start();
    const named = (n: number) =>
      `<li><a href="/view.html#id=${n}" title="概念验证办法之${n}">x</a><span>2026-09-10</span></li>`;
    pages['/'] = list(named(1), named(2), row(0, '一'));
    expect(await visit(30)).toMatchObject({ alerts: 2 });
    expect(asked).toEqual(['/', '/b']);
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

  const asksFor = (n: number): number => asked.filter((path) => path === `/t20260910_${n}.html`).length;

  it('that failed is read by itself while its list stays as it is, and then told', async () => {
    await start();
    pages['/'] = list(row(1, '关于印发若干措施的通知'), row(0, '一'));
    expect(await visit(30)).toMatchObject({ alerts: 0 });
    pages['/t20260910_1.html'] = article('支持概念验证平台。');
    expect(await visit(30)).toMatchObject({ unchanged: 2, alerts: 1 });
    expect(await way(1)).toMatchObject([{ verdict: 'told' }, { verdict: 'irrelevant' }]);
  });

  it('that was read late tells those who were not told for a topic’s words, once, and nothing of its source is lost', async () => {
    await start();
    const topic = topicOf('t', { any: ['垃圾分类'] });
    const set = [{ what: 'topic', id: 't', before: null, after: topic }] as const;
    await store.configure({ guildId: '1' }, '9', new Date(START).toISOString(), set);
    await subscribe(store, subscriptionOf('topic', { topics: ['t'] }), subscriptionOf('all'));
    const sent = async () => {
      const at = [0, 60_000].map((ms) => new Date(time + ms).toISOString());
      const leased = await store.leaseDeliveries(at[0] ?? '', 10, at[1] ?? '');
      for (const { id, fence } of leased) await store.markSent(id, fence, { messageId: id }, at[0] ?? '');
      return leased.map(({ subscriptionId, operation }) => `${subscriptionId} ${operation.kind}`);
    };
    pages['/'] = list(row(1, '关于垃圾分类工作的通知'), row(0, '一'));
    expect(await visit(30)).toMatchObject({ alerts: 1, deliveries: 1 });
    expect(await sent()).toEqual(['topic post']);
    pages['/t20260910_1.html'] = article('支持概念验证平台。');
    expect(await visit(30)).toMatchObject({ failed: 0, alerts: 0, deliveries: 1 });
    expect((await sent()).toSorted()).toEqual(['all post', 'topic edit']);
    pages['/'] = list(row(2, '概念验证办法'), row(1, '关于垃圾分类工作的通知'));
    pages['/t20260910_2.html'] = article('第一条。');
    expect(await visit(30)).toMatchObject({ failed: 0, alerts: 1, deliveries: 1 });
    expect(await sent()).toEqual(['all post']);
  });

  it('that keeps failing is tried later and later, for thirty days', async () => {
    await start();
    pages['/'] = list(row(1, '概念验证办法'), row(0, '一'));
    const tries: number[] = [];
    for (let n = 0; n < 6 * 48; n += 1) {
      await visit(30);
      if (asksFor(1) > tries.length) tries.push((time - START) / 1_800_000);
    }
    // In half hours: after 1, 2, 4 … of them, then once a day.
    expect(tries).toEqual([1, 2, 4, 8, 16, 32, 64, 112, 160, 208, 256]);
    time += 30 * 24 * 3_600_000;
    asked = [];
    await visit(30);
    await visit(24 * 60);
    expect(asksFor(1)).toBe(0);
    expect(await way(1)).toMatchObject([{ verdict: 'told' }]);
  });

  it('that failed is left alone for as long as its server asks', async () => {
    await start();
    retryAfter = 5 * 3600;
    pages['/'] = list(row(1, '概念验证办法'), row(0, '一'));
    await visit(30);
    for (let n = 0; n < 9; n += 1) await visit(30);
    expect(asksFor(1)).toBe(1);
    await visit(30);
    expect(asksFor(1)).toBe(2);
  });

  it('that keeps failing is tried no sooner after a restart', async () => {
    await start();
    pages['/'] = list(row(1, '概念验证办法'), row(0, '一'));
    for (const minutes of [30, 30, 60]) await visit(minutes);
    expect(asksFor(1)).toBe(3);
    await tick.close();
    tick = openTick();
    await visit(60);
    expect(asksFor(1)).toBe(3);
    await visit(60);
    expect(asksFor(1)).toBe(4);
  });

  it('of a told document is looked at every day for thirty days, though its list has not changed or has lost it', async () => {
    await start();
    pages['/'] = list(row(1, '概念验证办法'), row(0, '一'));
    pages['/t20260910_1.html'] = article('第一版。');
    await visit(30);
    await visit(25 * 60);
    expect(await way(1)).toHaveLength(1);
    pages['/t20260910_1.html'] = article('第二版：支持人才。');
    expect(await visit(25 * 60)).toMatchObject({ unchanged: 2, alerts: 0 });
    await visit(30);
    expect(await way(1)).toMatchObject([{ verdict: 'revision' }, { verdict: 'told' }]);
    pages['/'] = list(row(0, '一'));
    pages['/t20260910_1.html'] = article('第三版。');
    await visit(25 * 60);
    await visit(30);
    expect(await way(1)).toHaveLength(3);
    asked = [];
    for (let day = 0; day < 40; day += 1) await visit(24 * 60);
    expect(asksFor(1)).toBe(26);
  });

  it('that is read otherwise after a restart is no revision, and what it says from then on may be one', async () => {
    await start();
    pages['/'] = list(row(1, '概念验证办法'), row(0, '一'));
    pages['/t20260910_1.html'] = `${article('第一版。')}<div class="own">第一版的正文。</div>`;
    await visit(30);
    await tick.close();
    tick = openTick({ content: '.own' });
    expect(await visit(25 * 60)).toMatchObject({ alerts: 0 });
    expect((await way(1)).map(({ verdict }) => verdict)).toEqual(['told', 'told']);
    pages['/t20260910_1.html'] = '<div class="own">第二版的正文。</div>';
    await visit(25 * 60);
    await visit(30);
    expect((await way(1)).map(({ verdict }) => verdict)).toEqual(['revision', 'told', 'told']);
    await tick.close();
    tick = openTick({ content: 'div' });
    expect(await visit(25 * 60)).toMatchObject({ alerts: 0 });
    expect(await way(1)).toHaveLength(4);
  });

  it('that a site puts in another’s place for a while, or that never says the same twice, is no revision', async () => {
    await start();
    pages['/'] = list(row(1, '概念验证办法'), row(0, '一'));
    pages['/t20260910_1.html'] = article('第一版。');
    await visit(30);
    pages['/t20260910_1.html'] = article('系统维护中，请稍后访问。');
    await visit(25 * 60);
    pages['/t20260910_1.html'] = article('第一版。');
    await visit(30);
    expect(await way(1)).toHaveLength(1);
    asked = [];
    await visit(60);
    expect(asksFor(1)).toBe(0);
    for (let n = 0; n < 100; n += 1) {
      pages['/t20260910_1.html'] = article(`今天是第${n}位读者。`);
      await visit(60);
    }
    expect(await way(1)).toHaveLength(1);
  });

  it('that is under maintenance for days is no revision, and is read again when that is over', async () => {
    await start();
    const titled = (title: string, text: string) => `<h1>${title}</h1>${article(text)}`;
    const away = '<h1>系统维护</h1><div class="TRS_Editor"><p>系统正在维护，请稍后访问。</p></div>';
    pages['/'] = list(row(1, '概念验证办法'), row(0, '一'));
    pages['/t20260910_1.html'] = away;
    expect(await visit(30)).toMatchObject({ alerts: 1 });
    expect((await way(1))[0]?.entry.page).toEqual({ textHash: null });
    pages['/t20260910_1.html'] = titled('概念验证办法', '第一版。');
    for (let n = 0; n < 3; n += 1) expect(await visit(30)).toMatchObject({ alerts: 0 });
    expect((await way(1)).map(({ verdict }) => verdict)).toEqual(['told', 'told']);
    for (const body of [away, titled('某某门户', '欢迎访问。'), away]) {
      pages['/t20260910_1.html'] = body;
      for (let n = 0; n < 48; n += 1) expect(await visit(30)).toMatchObject({ alerts: 0 });
    }
    pages['/t20260910_1.html'] = titled('概念验证办法', '第一版。');
    for (let n = 0; n < 48; n += 1) expect(await visit(30)).toMatchObject({ alerts: 0 });
    expect(await way(1)).toHaveLength(2);
    pages['/t20260910_1.html'] = titled('概念验证办法（修订）', '第二版。');
    let alerts = 0;
    for (let n = 0; n < 50; n += 1) alerts += (await visit(30)).alerts;
    expect(alerts).toBe(1);
    expect(await way(1)).toMatchObject([{ verdict: 'revision' }, {}, {}]);
  });

  it('whose file cannot be had for now is read again as a whole, and is no revision without it', async () => {
    await start();
    pages['/'] = list(row(1, '概念验证办法'), row(0, '一'));
    pages['/t20260910_1.html'] =
      '<div class="TRS_Editor"><p>样科发〔2026〕5号</p><a href="/办法.pdf">办法.pdf</a></div>';
    expect(await visit(30)).toMatchObject({ alerts: 1 });
    expect((await store.latestMeasures({ limit: 5 })).measures).toMatchObject([
      { docNumber: '样科发〔2026〕5号' },
    ]);
    expect((await way(1))[0]?.entry.page).toEqual({ textHash: null });
    pages[`/${encodeURIComponent('办法.pdf')}`] = '这里没有文件';
    await visit(30);
    expect((await way(1))[0]?.entry.page?.textHash).toBeTypeOf('string');
    expect((await way(1)).map(({ verdict }) => verdict)).toEqual(['told', 'told']);
    delete pages[`/${encodeURIComponent('办法.pdf')}`];
    await visit(25 * 60);
    await visit(60);
    await visit(60);
    expect(await way(1)).toHaveLength(2);
  });

  it('of a consultation is looked at until its last day has passed, however long that is', async () => {
    await start();
    pages['/'] = list(row(1, '关于《概念验证管理办法（征求意见稿）》公开征求意见的公告'), row(0, '一'));
    pages['/t20260910_1.html'] =
      `<h1>关于《概念验证管理办法（征求意见稿）》公开征求意见的公告</h1>${article('公开征求意见。请于2026年11月30日前反馈意见。')}`;
    await visit(30);
    asked = [];
    for (let day = 0; day < 100; day += 1) await visit(24 * 60);
    expect(asksFor(1)).toBe(81);
  });

  it('of a document that was there before us is read once, from the next day on, and tells nobody', async () => {
    await start();
    pages['/b'] = list(row(100, '二'), row(5, '概念验证旧办法'));
    await store.close();
    const opened = await openStore('file::memory:');
    if (!opened.ok) throw new Error(opened.error.code);
    store = opened.value;
    tick = openTick();
    await tick.run();
    pages['/t20260910_5.html'] = article('支持人才。');
    await visit(60);
    expect(asksFor(5)).toBe(0);
    for (let day = 0; day < 5; day += 1) expect(await visit(24 * 60)).toMatchObject({ alerts: 0 });
    expect(asksFor(5)).toBe(1);
    const { measures } = await store.latestMeasures({ limit: 5 });
    expect(measures).toMatchObject([{ links: [{ number: 23 }, { number: 45 }] }]);
  });

  it('has its turn at a later visit where many are new at once, and where its host does not answer', async () => {
    await start();
    const many = Array.from({ length: 25 }, (_, n) => n + 10);
    pages['/'] = list(...many.map((n) => row(n, '关于印发若干措施的通知')), row(0, '一'));
    await visit(30);
    // The first does not answer: the others are not asked for.
    expect(asked.filter((path) => path.startsWith('/t'))).toHaveLength(1);
    for (const n of many) pages[`/t20260910_${n}.html`] = article('支持概念验证平台。');
    const counts: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      asked = [];
      await visit(n === 0 ? 30 : 10);
      counts.push(asked.filter((path) => path.startsWith('/t')).length);
    }
    expect(counts).toEqual([10, 10, 5, 0]);
  });

  it('whose text changed is, seen a second time, a revision that says what changed, told once, and widens the links', async () => {
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
    expect(await way(1)).toHaveLength(1);
    expect(await visit(30)).toMatchObject({ alerts: 1 });
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

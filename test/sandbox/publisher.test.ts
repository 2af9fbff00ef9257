import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ManualClock } from '../../sandbox/clock.ts';
import { publisherFeeds, type Sandbox, startSandbox } from '../../sandbox/index.ts';

describe('the sample publisher', () => {
  const clock = new ManualClock();
  let sandbox: Sandbox;
  let base: string;
  beforeAll(async () => {
    sandbox = await startSandbox({ clock });
    base = `http://127.0.0.1:${sandbox.port}`;
  });
  afterAll(() => sandbox.close());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${base}${path}`, { headers });
  const rows = async () => load(await (await get('/publisher/list.html')).text())('ul.list > li');

  test('holds a few old entries before anything is published', async () => {
    expect((await rows()).length).toBe(2);
    expect(await (await get('/publisher/rss.xml')).text()).toContain('中关村论坛');
    expect(await (await get('/publisher/district.xml')).text()).toContain('概念验证中心');
  });

  test('says 304 to whoever has the newest copy, by either validator', async () => {
    for (const path of ['/publisher/list.html', '/publisher/rss.xml']) {
      const first = await get(path);
      const etag = first.headers.get('etag') ?? '';
      const modified = first.headers.get('last-modified') ?? '';
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
      expect((await get(path, { 'if-modified-since': modified })).status).toBe(304);
      expect((await get(path, { 'if-none-match': '"old"' })).status).toBe(200);
    }
  });

  test('one click publishes a measure at the top of the list, with number, date and a page of its own', async () => {
    const etag = (await get('/publisher/list.html')).headers.get('etag') ?? '';
    clock.advance(1_000);
    const entry = sandbox.publisher.publishSample('measure');
    expect((await get('/publisher/list.html', { 'if-none-match': etag })).status).toBe(200);
    const row = (await rows()).first();
    expect(row.find('a').attr('title')).toBe(entry?.title);
    expect(row.find('em').text()).toBe('京科发〔2026〕901号');
    expect(row.find('span').text()).toBe('2026-01-05');
    const page = await get(`/publisher/d/${entry?.id}.html`);
    expect(await page.text()).toContain('《北京国际科技创新中心建设条例》第三十七条');
  });

  test('a repost is the last measure again, on the other site', () => {
    const original = sandbox.publisher.publishSample('measure');
    const again = sandbox.publisher.publishSample('repost');
    expect(again).toMatchObject({ site: 'rss', title: original?.title, docNumber: original?.docNumber });
    expect(again?.id).not.toBe(original?.id);
  });

  test('what explains the last measure names it as it names itself', () => {
    const original = sandbox.publisher.publishSample('measure');
    const [named = '-'] = /《.+》/.exec(original?.title ?? '') ?? [];
    expect(sandbox.publisher.publishSample('interpretation')?.title).toBe(`${named}政策解读`);
  });

  test('hostile text reaches the reader as text', async () => {
    const entry = sandbox.publisher.publishSample('hostile');
    const html = await (await get(`/publisher/d/${entry?.id}.html`)).text();
    expect(load(html)('script, img').length).toBe(0);
    const xml = load(await (await get('/publisher/rss.xml')).text(), { xml: true });
    expect(xml('item > title').first().text()).toBe(entry?.title);
  });

  test('publishes nothing for a sample it does not have', () => {
    expect(sandbox.publisher.publishSample('toString')).toBeUndefined();
  });

  test('its feeds name the pages it serves', async () => {
    for (const feed of publisherFeeds(base)) expect((await fetch(feed.url)).status).toBe(200);
  });
});

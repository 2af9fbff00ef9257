import { afterEach, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher } from '../../src/watch/fetch/fetch.ts';
import { readHere } from '../../src/watch/read/readings.ts';
import type { HtmlReader } from '../../src/watch/types.ts';
import { readSaved, type Source, visitFeed } from '../../src/watch/visit.ts';
import { type Site, serve } from './serve.ts';

const now = () => new Date('2026-09-20T00:00:00Z');
const list: HtmlReader = { kind: 'html', item: 'li', title: 'a@title || a', link: 'a@href', date: 'span' };
const page = '<ul><li><a href="/a/t20260918_1.html">概念验证管理办法</a><span>2026-09-18</span></li></ul>';
const rss =
  '<rss version="2.0"><channel><item><title>概念验证管理办法</title><link>/a/t20260918_1.html</link></item></channel></rss>';

describe('a visit', () => {
  let site: Site;
  let fetcher: Fetcher;
  const start = async (listener: Parameters<typeof serve>[0]) => {
    site = await serve(listener);
    fetcher = createFetcher({ allowHosts: [site.host], now });
  };
  const visit = (source: Partial<Source>, validators = {}, rsshubUrl: string | null = null) =>
    visitFeed({ url: site.url('/'), reader: list, ...source }, validators, {
      ...{ fetcher, now, rsshubUrl },
      readings: readHere,
    });
  afterEach(async () => {
    await fetcher.close();
    await site.close();
  });

  it('gives entries with their identities, the validators for the next, and what it weighed', async () => {
    await start((_, response) => response.writeHead(200, { etag: '"1"' }).end(page));
    const url = site.url('/a/t20260918_1.html');
    expect(await visit({})).toEqual({
      status: 'ok',
      entries: [{ id: url.replace('http:', 'https:'), url, title: '概念验证管理办法', date: '2026-09-18' }],
      validators: { etag: '"1"', digest: expect.any(String), reader: expect.any(String) },
      ms: 0,
      bytes: Buffer.byteLength(page),
      notes: [],
    });
  });

  it('finds the same page unchanged though the server sends it in full, until it is to be read otherwise', async () => {
    await start((_, response) => response.end(page));
    const { validators } = await visit({});
    expect(await visit({}, validators)).toMatchObject({ status: 'unchanged', entries: [] });
    expect(await visit({ reader: { ...list, date: 'em' } }, validators)).toMatchObject({ status: 'ok' });
  });

  describe('of a page that the server calls unchanged', () => {
    const startKnowing = (etag: string) =>
      start((request, response) => {
        if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
        else response.writeHead(200, { etag }).end(page);
      });

    it('gives nothing, and the same validators', async () => {
      await startKnowing('"1"');
      const { validators } = await visit({});
      expect(await visit({}, validators)).toMatchObject({ status: 'unchanged', validators });
    });

    it('reads it again where it is to be read otherwise', async () => {
      await startKnowing('"1"');
      const { validators } = await visit({ reader: { ...list, item: 'p' } });
      expect(validators).toEqual({});
      const first = await visit({});
      const other = await visit({ reader: { ...list, date: 'em' } }, first.validators);
      expect(other).toMatchObject({ status: 'ok', entries: [{ date: '2026-09-18' }] });
      expect(await visit({}, other.validators)).toMatchObject({ status: 'ok' });
    });

    it('asks for the whole page once where nobody knows how it was read, and finds it unchanged', async () => {
      await startKnowing('"1"');
      const { reader, ...older } = (await visit({})).validators;
      const again = await visit({}, older);
      expect(again).toMatchObject({ status: 'unchanged', entries: [], bytes: Buffer.byteLength(page) });
      expect(again.validators).toEqual({ ...older, reader });
      expect(await visit({}, again.validators)).toMatchObject({ status: 'unchanged', bytes: 0 });
    });

    it('fails where the server was told of none', async () => {
      await start((_, response) => response.writeHead(304).end());
      expect(await visit({})).toMatchObject({ status: 'failed', cause: 'bad-response' });
    });
  });

  it.each<[string, string, Source['reader'], object]>([
    ['HTML where a feed was promised', page, { kind: 'rss' }, { cause: 'wrong-type' }],
    ['a feed where HTML was promised', rss, list, { cause: 'wrong-type' }],
    ['JSON where HTML was promised', '{"a":1}', list, { cause: 'wrong-type' }],
    [
      'HTML where JSON was promised',
      page,
      { kind: 'json', item: '$[]', title: 'a', link: 'b' },
      { cause: 'wrong-type' },
    ],
    ['a file where HTML was promised', '%PDF-1.7', list, { cause: 'wrong-type' }],
    ['nothing', ' ', list, { cause: 'no-rows' }],
    ['a page redesigned', '<p>新版</p>', list, { cause: 'no-rows' }],
  ])('fails by name: %s', async (_, body, reader, failure) => {
    await start((_request, response) => response.end(body));
    expect(await visit({ reader })).toMatchObject({ status: 'failed', entries: [], ...failure });
  });

  it.each([
    ['a feed', rss],
    ['a list page', page],
    ['a JSON Feed', '{"items":[{"url":"/a/t20260918_1.html","title":"概念验证管理办法"}]}'],
    [
      'a JSON Feed that speaks of <rss> and <feed>',
      '{"title":"<rss >","items":[{"url":"/a/t20260918_1.html","title":"概念验证管理办法"}]}',
    ],
    [
      'a feed under a prefix',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>概念验证管理办法</a:title><a:link href="/a"/></a:entry></a:feed>',
    ],
  ])('without a reader sees for itself: %s', async (_, body) => {
    await start((_request, response) => response.end(body));
    expect(await visit({ reader: null })).toMatchObject({
      status: 'ok',
      entries: [{ title: '概念验证管理办法' }],
    });
  });

  it.each([
    ['form', 'a=1&q=%E7%A7%91'],
    ['json', '{"a":1,"q":"科"}'],
  ] as const)('asks with POST as %s where the source wants it', async (as, expected) => {
    let asked = '';
    await start(async (request, response) => {
      for await (const chunk of request) asked += chunk;
      response.end(page);
    });
    expect(await visit({ post: { as, fields: { a: 1, q: '科' } } })).toMatchObject({ status: 'ok' });
    expect(asked).toBe(expected);
  });

  it('takes both steps where the page only names the address of its list, and keeps its cookie', async () => {
    await start((request, response) => {
      const asked = URL.parse(request.url ?? '', 'http://x');
      if (asked?.pathname !== '/unit') {
        const script = `<script parseType="buildstatic" url="/unit" queryData="{'webId':'8f43','pageId':'fc8b'}"></script>`;
        response.writeHead(200, { 'set-cookie': 'a=b; Path=/' }).end(`<html>${script}</html>`);
      } else if (asked.search === '?webId=8f43&pageId=fc8b' && request.headers.cookie === 'a=b')
        response.end(JSON.stringify({ data: { html: page } }));
      else response.writeHead(403).end();
    });
    const reader = {
      kind: 'json',
      item: 'data.html → li',
      title: 'a',
      link: 'a@href',
      date: 'span',
    } as const;
    expect(await visit({ reader, via: 'buildstatic' })).toMatchObject({
      status: 'ok',
      entries: [{ date: '2026-09-18' }],
    });
  });

  it('names a page that no longer says where its list is', async () => {
    await start((_, response) => response.end('<html>新版</html>'));
    expect(await visit({ via: 'buildstatic' })).toMatchObject({ status: 'failed', cause: 'no-rows' });
  });

  it('goes to the RSSHub of the team, or says that there is none', async () => {
    await start((request, response) =>
      response.writeHead(request.url === '/gov/zhengce' ? 200 : 404).end(rss),
    );
    const source = { url: 'rsshub://gov/zhengce', reader: { kind: 'rss' } } as const;
    expect(await visit(source, {}, site.url('/'))).toMatchObject({ status: 'ok' });
    expect(await visit(source)).toMatchObject({
      status: 'refused',
      notes: [expect.stringContaining('RSSHUB_URL')],
    });
  });

  it('refuses an address it may not visit', async () => {
    await start((_, response) => response.end(page));
    expect(await visit({ url: 'http://10.0.0.1/' })).toMatchObject({
      status: 'refused',
      cause: 'private-address',
    });
  });
});

describe('a saved page', () => {
  it('is read as if it had been fetched', async () => {
    const saved = {
      body: new TextEncoder().encode(page),
      url: 'https://kw.beijing.gov.cn/zwgk/',
      reader: list,
    };
    expect(await readSaved(saved, now)).toMatchObject({
      status: 'ok',
      entries: [{ url: 'https://kw.beijing.gov.cn/a/t20260918_1.html' }],
    });
  });

  const ids = async (text: string, reader: HtmlReader | null, url = 'https://a.gov.cn/list/') => {
    const visit = await readSaved({ body: new TextEncoder().encode(text), url, reader }, now);
    return visit.entries.map(({ id, title }) => [id, title]);
  };
  const rows = (...all: [string, string][]) =>
    `<ul>${all.map(([href, title]) => `<li><a href="${href}">${title}</a></li>`).join('')}</ul>`;
  const items = (...all: [string, string, string?][]) =>
    `<rss><channel>${all.map(([title, guid, link = '']) => `<item><title>${title}</title>${guid}${link}</item>`).join('')}</channel></rss>`;

  it.each<[string, [string, string][], string[]]>([
    [
      'fragments with an id',
      [
        ['view.html#id=1', '甲'],
        ['view.html#id=2', '乙'],
      ],
      ['view.html#id=1', 'view.html#id=2'],
    ],
    [
      'fragments alone',
      [
        ['view.html#1', '甲'],
        ['view.html#2', '乙'],
      ],
      ['view.html#1', 'view.html#2'],
    ],
    [
      'no fragments where one of them has none',
      [
        ['x.html', '甲'],
        ['x.html#comments', '3 条评论'],
      ],
      ['x.html'],
    ],
    [
      'no fragments where their titles are one',
      [
        ['x.html#wechat', '概念…'],
        ['x.html#rd', '概念验证办法'],
      ],
      ['x.html'],
    ],
    [
      'their addresses',
      [
        ['x.html?a=1&b=2#top', '甲'],
        ['x.html?b=2&a=1', '甲'],
      ],
      ['x.html?a=1&b=2'],
    ],
  ])('tells rows apart by %s', async (_, all, paths) => {
    const found = await ids(rows(...all), list);
    expect(found.map(([id]) => id)).toEqual(paths.map((path) => `https://a.gov.cn/list/${path}`));
  });

  it('knows an item without a link by its guid, though others have its title or its title changes', async () => {
    const [a1, a2] = ['a1', 'a2'].map((guid) => `<guid isPermaLink="false">${guid}</guid>`);
    const read = await ids(items(['通知公告', `${a1}`], ['通知公告', `${a2}`]), null);
    expect(new Set(read.map(([id]) => id)).size).toBe(2);
    const [again] = await ids(items(['通知公告（更正）', `${a1}`]), null);
    expect(again?.[0]).toBe(read[0]?.[0]);
  });

  it('knows an item with neither link nor guid by its title, as ever', async () => {
    expect(await ids(items(['甲', '']), null)).toEqual([['hash:CbqdBiXz7EL5zCch3PlYRr', '甲']]);
  });

  it.each([
    ['the front page of its site', '<link>https://a.gov.cn/</link>'],
    ['the list itself', '<link>https://a.gov.cn/list/</link>'],
  ])('tells items apart that all lead to %s', async (_, link) => {
    const guids = await ids(items(['甲', '<guid>1</guid>', link], ['乙', '<guid>2</guid>', link]), null);
    expect(guids).toHaveLength(2);
    expect(await ids(items(['甲', '', link], ['乙', '', link], ['甲', '', link]), null)).toHaveLength(2);
  });
});

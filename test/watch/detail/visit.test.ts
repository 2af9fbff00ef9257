import { expect, it } from 'vitest';
import { visitDetail } from '../../../src/watch/detail/visit.ts';
import { createFetcher } from '../../../src/watch/fetch.ts';
import { serve } from '../serve.ts';

const page = '<div class="TRS_Editor"><p>第一条 支持概念验证平台建设。</p></div>';

it.each([
  ['/政策/rss.xml', '/%E6%94%BF%E7%AD%96/rss.xml', 'a path of Chinese characters'],
  ['/zc/?q=a', '/zc/?q=a', 'one of others'],
])('a page is asked for as from its source’s own, %s, written %s as browsers do: %s', async (path, sent) => {
  let told: string | undefined;
  const site = await serve((request, response) => {
    told = request.headers.referer;
    response.end(page);
  });
  const fetcher = createFetcher({ allowHosts: [site.host], now: () => new Date(0) });
  const read = await visitDetail(site.url('/t.html'), { page: site.url(path) }, { fetcher });
  expect(read).toMatchObject({ ok: true });
  expect(told).toBe(site.url(sent));
  await fetcher.close();
  await site.close();
});

it('a page is read though its source’s own has no address', async () => {
  const site = await serve((_, response) => response.end(page));
  const fetcher = createFetcher({ allowHosts: [site.host], now: () => new Date(0) });
  expect(await visitDetail(site.url('/t.html'), { page: '市科委' }, { fetcher })).toMatchObject({ ok: true });
  await fetcher.close();
  await site.close();
});

import { expect, it } from 'vitest';
import { leadsTo } from '../../../src/watch/detail/stub.ts';
import { visitDetail } from '../../../src/watch/detail/visit.ts';
import { createFetcher } from '../../../src/watch/fetch/fetch.ts';
import { readHere } from '../../../src/watch/read/readings.ts';
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
  const read = await visitDetail(
    site.url('/t.html'),
    { page: site.url(path) },
    { fetcher, readings: readHere },
  );
  expect(read).toMatchObject({ ok: true });
  expect(told).toBe(site.url(sent));
  await fetcher.close();
  await site.close();
});

it('a page is read though its source’s own has no address', async () => {
  const site = await serve((_, response) => response.end(page));
  const fetcher = createFetcher({ allowHosts: [site.host], now: () => new Date(0) });
  expect(
    await visitDetail(site.url('/t.html'), { page: '市科委' }, { fetcher, readings: readHere }),
  ).toMatchObject({ ok: true });
  await fetcher.close();
  await site.close();
});

const target = 'https://a.gov.cn/b.html';
it.each<[string, string | null, string]>([
  ['<meta http-equiv="refresh" content="0;url=/b.html">正在跳转', target, 'a refresh'],
  [`<meta content="3; URL='b.html'" http-equiv=Refresh>`, target, 'written the other way round'],
  ['<script>window.location.href = "/b.html";</script>', target, 'a script'],
  [`<script>top.location.replace('https://a.gov.cn/b.html')</script>`, target, 'that replaces itself'],
  ['<script>if (a) { location="b.html" }</script>', target, 'by a short word'],
  ['<meta http-equiv="refresh" content="300;url=/b.html">', null, 'a page that renews itself'],
  ['<meta http-equiv="refresh" content="0">', null, 'a refresh that leads nowhere'],
  ['<script>location.href = "/a.html"</script>', null, 'to itself'],
  ['<script>location.href = url + "/b.html"</script>', null, 'where only the script knows'],
  ['<script>location.href = "/b.html" + id;</script>', null, 'with what only the script knows'],
  ['<script>location.href = "javascript:void(0)"</script>', null, 'to no address'],
  [
    '<iframe src="/a.pdf"></iframe><script>if (b) { location.href = "/b.html"; }</script>',
    null,
    'beside a document',
  ],
  [
    `<script>function go() { location.href="/b.html"; }</script><p>${'现将有关事项通知如下。'.repeat(6)}</p>`,
    null,
    'a page with a text of its own',
  ],
])('%s leads to %s: %s', (html, next) => {
  expect(leadsTo(html, 'https://a.gov.cn/a.html')).toBe(next);
});

it('a page that only leads on is read where it leads, once', async () => {
  const asked: string[] = [];
  const site = await serve((request, response) => {
    asked.push(request.url ?? '');
    const to = (path: string) => `<script>location.href="${path}"</script>`;
    const pages: Record<string, string> = {
      '/a.html': to('/t.html'),
      '/t.html': page,
      '/b.html': to('/a.html'),
    };
    response.end(pages[request.url ?? ''] ?? to('http://10.0.0.1/'));
  });
  const fetcher = createFetcher({ allowHosts: [site.host], now: () => new Date(0) });
  const visit = (path: string) =>
    visitDetail(site.url(path), { page: site.url('/') }, { fetcher, readings: readHere });
  expect(await visit('/a.html')).toMatchObject({
    ok: true,
    value: { text: '第一条 支持概念验证平台建设。' },
  });
  expect(await visit('/b.html')).toMatchObject({ ok: false, error: { cause: 'no-text' } });
  expect(await visit('/c.html')).toMatchObject({ ok: false, error: { cause: 'private-address' } });
  expect(asked).toEqual(['/a.html', '/t.html', '/b.html', '/a.html', '/c.html']);
  await fetcher.close();
  await site.close();
});

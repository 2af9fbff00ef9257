import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { feeds } from '../../../feeds/index.ts';
import { apiAddress, readFileAddress, readJsonDetail } from '../../../src/watch/detail/json.ts';
import type { JsonDetailReader } from '../../../src/watch/detail/types.ts';
import { visitDetail } from '../../../src/watch/detail/visit.ts';
import { createFetcher } from '../../../src/watch/fetch/fetch.ts';
import { readHere } from '../../../src/watch/read/readings.ts';
import { serve } from '../serve.ts';
import { docx } from './files.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/details');
const asking = feeds.flatMap(({ id, detail }) =>
  detail?.json === undefined ? [] : [[id, detail.json] as const],
);
const PAGE = 'https://a.gov.cn/detail?id=x7';

describe('the interface behind a page', () => {
  it.each(asking)('of %s says what its golden holds', async (id, reader) => {
    const read = await readJsonDetail(readFileSync(join(FIXTURES, `${id}.json`), 'utf8'), PAGE, reader);
    await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(
      join(FIXTURES, `${id}.json.golden.json`),
    );
  });

  it.each([
    ['bj_zhengce_notice', 'https://zhengce.beijing.gov.cn/policy/detail/4830208', '/policy/info?id=4830208'],
    ['flk_npc', 'https://flk.npc.gov.cn/detail?id=2c909fdd', '/flfgDetails?bbbs=2c909fdd'],
  ])('of %s is asked for an entry by the number in its address', (id, url, end) => {
    const [, reader] = asking.find(([feed]) => feed === id) ?? [];
    expect(reader && apiAddress(url, reader, reader.url)).toMatch(new RegExp(`${end.replace('?', '\\?')}$`));
  });

  const reader: JsonDetailReader = {
    match: 'id=(\\w+)',
    url: 'https://a.gov.cn/api/{1}',
    title: 'd.t',
    content: 'd.c',
  };
  it.each([
    ['another form of answer', '{"code":500,"msg":"系统异常"}', 'no-text'],
    ['a page in its place', '<html>请登录</html>', 'malformed'],
  ])('that gives %s says nothing of a document', async (_, answer, cause) => {
    expect(await readJsonDetail(answer, PAGE, reader)).toMatchObject({ ok: false, error: { cause } });
  });

  it('names a file by an address, whole or not, or none', () => {
    expect(readFileAddress('{"data":{"url":"/f/a.docx?sign=1"}}', 'data.url', PAGE)).toBe(
      'https://a.gov.cn/f/a.docx?sign=1',
    );
    expect(readFileAddress('{"data":null}', 'data.url', PAGE)).toBeNull();
    expect(readFileAddress('<html>', 'data.url', PAGE)).toBeNull();
  });

  it('is asked instead of the page, and the file it names is read; a page of another kind is read as a page', async () => {
    const asked: string[] = [];
    const site = await serve((request, response) => {
      asked.push(request.url ?? '');
      const answers: Record<string, string | Uint8Array> = {
        '/api/x7': JSON.stringify({ d: { t: '概念验证条例', on: '2026-10-01' } }),
        '/file/x7': JSON.stringify({ url: '/signed/x7.docx?expires=1' }),
        '/signed/x7.docx?expires=1': docx(['第一条 支持概念验证。']),
        '/other.html': '<div class="TRS_Editor"><p>一般的页面，正文在这里。</p></div>',
      };
      response.end(answers[request.url ?? '']);
    });
    const fetcher = createFetcher({ allowHosts: [site.host], now: () => new Date(0) });
    const json = {
      match: 'id=(\\w+)',
      url: site.url('/api/{1}'),
      title: 'd.t',
      effectiveOn: 'd.on',
      file: { url: site.url('/file/{1}'), path: 'url' },
    };
    const visit = (path: string) =>
      visitDetail(site.url(path), { page: site.url('/'), detail: { json } }, { fetcher, readings: readHere });
    expect(await visit('/detail?id=x7')).toMatchObject({
      ok: true,
      value: { title: '概念验证条例', effectiveOn: '2026-10-01', text: '第一条 支持概念验证。' },
    });
    expect(await visit('/other.html')).toMatchObject({
      ok: true,
      value: { text: '一般的页面，正文在这里。' },
    });
    expect(asked).toEqual(['/api/x7', '/file/x7', '/signed/x7.docx?expires=1', '/other.html']);
    await fetcher.close();
    await site.close();
  });
});

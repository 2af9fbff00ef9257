import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/watch/detail/extract.ts';
import { visitDetail } from '../../../src/watch/detail/visit.ts';
import { createFetcher } from '../../../src/watch/fetch/fetch.ts';
import { readHere } from '../../../src/watch/read/readings.ts';
import { serve } from '../serve.ts';
import { docx, pdf, pdfInFont } from './files.ts';

describe('the text of a file', () => {
  it.each<[string, Uint8Array, string]>([
    ['a PDF', pdf('第一条 支持概念验证'), '第一条 支持概念验证'],
    [
      'a PDF whose font is not in it, its text in Unicode',
      pdfInFont('UniGB-UCS2-H', '7b2c4e0067610020652f63016982'),
      '第一条 支持概',
    ],
    [
      'a PDF whose font is not in it, its text in GBK with a Latin letter',
      pdfInFont('GBK-EUC-H', 'b5dad2bbccf541b8c5c4ee'),
      '第一条A概念',
    ],
    ['a DOCX, a paragraph a line', docx(['第一条', '第二条']), '第一条\n第二条'],
    [
      'a DOCX without what was deleted in it, nor a text box twice',
      docx(
        ['甲'],
        '<w:p><w:del><w:r><w:delText>乙</w:delText></w:r></w:del><mc:Fallback><w:p><w:t>丙</w:t></w:p></mc:Fallback></w:p>',
      ),
      '甲',
    ],
  ])('of %s is read', async (_, file, text) => {
    expect(await extractText(file)).toEqual({ ok: true, value: text });
  });

  it.each<[string, Uint8Array, string]>([
    ['a page that came in its place', strToU8('<html>请登录</html>'), 'kind'],
    ['an archive of other things', zipSync({ 'a.txt': strToU8('x') }), 'kind'],
    ['a PDF that is damaged', strToU8('%PDF-1.7\n\u0000garbage'), 'malformed'],
    ['a DOCX that is cut off', docx(['第一条']).subarray(0, 60), 'malformed'],
    ['a PDF of pictures', pdf('', ''), 'no-text'],
    ['a bomb: its text unpacks to more than any law has', docx([`${'零'.repeat(12_000_000)}`]), 'kind'],
  ])('of %s is none, and says why', async (_, file, error) => {
    expect(await extractText(file)).toEqual({ ok: false, error });
  });

  it('of a file that takes too long is given up, and its reader ended', async () => {
    const late = () => AbortSignal.abort();
    expect(await extractText(pdf('第一条'), late)).toEqual({ ok: false, error: 'timeout' });
  });
});

describe('a page that only links its file', () => {
  const visit = async (files: Record<string, string | Uint8Array>, path: string) => {
    const site = await serve((request, response) => {
      const body = files[request.url ?? ''];
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(body);
    });
    const fetcher = createFetcher({ allowHosts: [site.host], now: () => new Date(0) });
    const read = await visitDetail(site.url(path), { page: site.url('/') }, { fetcher, readings: readHere });
    await fetcher.close();
    await site.close();
    return read;
  };
  const page =
    '<div class="TRS_Editor"><p><a href="P1.pdf">办法.pdf</a> <a href="W2.docx">附件</a></p></div>';

  it('is read two files at a time, however many pages are visited', async () => {
    const held: (() => void)[] = [];
    const site = await serve((request, response) => {
      if (request.url?.endsWith('.html')) response.end(page);
      else held.push(() => response.writeHead(404).end());
    });
    const fetcher = createFetcher({ allowHosts: [site.host], now: () => new Date(0) });
    const reads = Promise.all(
      [1, 2, 3].map((n) =>
        visitDetail(site.url(`/${n}.html`), { page: site.url('/') }, { fetcher, readings: readHere }),
      ),
    );
    // Each of three pages has two files: all six come, never more than two of them at once.
    for (let served = 0; served < 6; served += 1) {
      while (held.length === 0) await new Promise(setImmediate);
      expect(held.length).toBeLessThanOrEqual(2);
      held.shift()?.();
    }
    expect(await reads).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    await fetcher.close();
    await site.close();
  });

  it('is read with the file', async () => {
    const read = await visit(
      { '/t.html': page, '/P1.pdf': pdf('自2026年10月1日起施行'), '/W2.docx': docx(['支持概念验证']) },
      '/t.html',
    );
    expect(read).toMatchObject({
      ok: true,
      value: { effectiveOn: '2026-10-01', attachments: [{ title: '办法.pdf' }, { title: '附件' }] },
    });
    expect(read.ok && read.value.text).toContain('支持概念验证');
  });

  it('takes effect on the day of its issue where the file says so', async () => {
    const issued = `<meta name="PubDate" content="2026-09-12 23:30">${page}`;
    const read = await visit({ '/t.html': issued, '/P1.pdf': pdf('本办法自发布之日起施行') }, '/t.html');
    expect(read).toMatchObject({ ok: true, value: { effectiveOn: '2026-09-12' } });
  });

  it('or shows it is read with the file, which is fetched as every file is', async () => {
    const shown = '<div><iframe src="/web/viewer.html?file=/P1.pdf"></iframe></div>';
    const inside = '<div><iframe src="/web/viewer.html?file=http://10.0.0.1/P1.pdf"></iframe></div>';
    const files = { '/t.html': shown, '/u.html': inside, '/P1.pdf': pdf('第一条 总则') };
    expect(await visit(files, '/t.html')).toMatchObject({ ok: true, value: { text: '第一条 总则' } });
    expect(await visit(files, '/u.html')).toMatchObject({ ok: true, value: { text: '' } });
  });

  it('is read though a web page answers in its file’s place', async () => {
    const read = await visit({ '/t.html': page, '/P1.pdf': '<html>登录</html>' }, '/t.html');
    expect(read).toMatchObject({ ok: true, value: { attachments: [{}, {}] } });
  });

  it('and a row of a list that links the file itself, too', async () => {
    const read = await visit({ '/P1.pdf': pdf('第一条 总则') }, '/P1.pdf');
    expect(read).toMatchObject({
      ok: true,
      value: { text: '第一条 总则', attachments: [{ title: 'P1.pdf' }] },
    });
  });
});

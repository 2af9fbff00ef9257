import { describe, expect, it } from 'vitest';
import { anyArticleLinks } from '../../../src/watch/read/articleLinks.ts';
import { readHtml } from '../../../src/watch/read/html.ts';
import type { HtmlReader } from '../../../src/watch/types.ts';

const BASE = 'https://www.beijing.gov.cn/zhengce/';
const list: HtmlReader = {
  kind: 'html',
  item: 'ul.list > li',
  title: 'a@title || a',
  link: 'a@href',
  date: 'span',
};
const read = (rows: string, reader: Partial<HtmlReader> = {}, base = BASE) =>
  readHtml(`<html><body><ul class="list">${rows}</ul></body></html>`, { ...list, ...reader }, base);
const HREF = './202609/t20260918_1.html';
const URL_1 = 'https://www.beijing.gov.cn/zhengce/202609/t20260918_1.html';
const one = { title: '概念验证管理办法', url: URL_1, date: '2026-09-18' };

describe('a row of a list page', () => {
  it.each<[string, string, Partial<HtmlReader>]>([
    [
      'its address broken across lines',
      `<li><a href="\n ${HREF.replace('/t', '/\n\tt')}\n">概念验证管理办法</a><span>2026-09-18</span></li>`,
      {},
    ],
    ['plain', `<li><a href="${HREF}">概念验证管理办法</a><span>2026-09-18</span></li>`, {}],
    [
      'its full title in the attribute',
      `<li><a href="${HREF}" title="概念验证管理办法">概念验证…</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'an attribute of numeric references',
      `<li><a href="${HREF}" title="&#27010;&#24565;&#39564;&#35777;管理办法">x</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'an attribute of references written twice',
      `<li><a href="${HREF}" title="&amp;#27010;&amp;#24565;&amp;#39564;&amp;#35777;管理办法">x</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'an attribute with a label for each of its lines',
      `<li><a href="${HREF}" title="标题：概念验证管理办法&#10;时间：2026-09-18">概念…</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'a number in the attribute of its title',
      `<li><a href="${HREF}" title="12345">概念验证管理办法</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'a title split by highlights',
      `<li><a href="${HREF}">概念<font color=red>验证</font>管理办法</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'no title attribute worth having',
      `<li><a href="${HREF}" title=" ">概念验证管理办法</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'a pin',
      `<li><a href="${HREF}"><span class="sfzd">置顶</span>概念验证管理办法<span>2026-09-18</span></a></li>`,
      {},
    ],
    ['a bullet', `<li><a href="${HREF}">· 概念验证管理办法</a><span>2026-09-18</span></li>`, {}],
    [
      'the date inside the link',
      `<li><a href="${HREF}">概念验证管理办法<span>2026-09-18</span></a></li>`,
      {},
    ],
    [
      'the date in brackets at the end of the link',
      `<li><a href="${HREF}">概念验证管理办法（2026-09-18）</a></li>`,
      { date: 'a' },
    ],
    [
      'the date before the title',
      `<li><a href="${HREF}"><em>[2026-09-18]</em> 概念验证管理办法</a></li>`,
      { date: 'em' },
    ],
    [
      'the date in words at the end of the link',
      `<li><a href="${HREF}">概念验证管理办法（2026年9月18日）</a></li>`,
      { date: 'a' },
    ],
    [
      'the date in an attribute',
      `<li><a href="${HREF}" fbrq="2026年09月18日">概念验证管理办法</a></li>`,
      { date: 'a@fbrq' },
    ],
    ['the date in the URL alone', `<li><a href="${HREF}">概念验证管理办法</a></li>`, {}],
    [
      'the date in the URL, said so',
      `<li><a href="${HREF}">概念验证管理办法</a><span>2025-01-01</span></li>`,
      { date: 'url' },
    ],
    [
      'the date after another span',
      `<li><span>置顶</span><a href="${HREF}">概念验证管理办法</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'the second of two dates',
      `<li><a href="${HREF}">概念验证管理办法</a><i>2020-01-01</i><i>2026-09-18</i></li>`,
      { date: 'i (2nd)' },
    ],
    [
      'the row is the link',
      `<li><a class="r" href="${HREF}" title="概念验证管理办法"><span>2026-09-18</span></a></li>`,
      { item: 'a.r', title: '@title || text', link: '@href' },
    ],
    [
      'the row is the link, the date stands nearest',
      `<li><a href="${HREF}">概念验证管理办法</a><span>2026-09-18</span></li>`,
      { item: "a[href*='/t20']", link: '@href', title: 'text', date: 'nearest span YYYY-MM-DD || URL date' },
    ],
    [
      'the row is the link, the date stands beside its box',
      `<li><div><a href="${HREF}">概念验证管理办法</a></div><p><span>2026-09-18</span></p></li>`,
      { item: "a[href*='/t20']", link: '@href', title: 'text', date: 'nearest span' },
    ],
    [
      'a month and day in an element of their own inside the link',
      `<li><a href="${HREF}">概念验证管理办法<span>09-18</span></a></li>`,
      {},
    ],
    [
      'the same before the title, in a box within the link, beside a mark',
      `<li><a href="${HREF}"><div><i>[09-18]</i><h3>概念验证管理办法<b>NEW</b></h3></div></a></li>`,
      {},
    ],
    [
      'a leaf of a calendar before the title, inside the link',
      `<li><a href="${HREF}"><div class="date"><b>18</b><i>2026-09</i></div><h3>概念验证管理办法</h3></a></li>`,
      {},
    ],
    [
      'links and dates side by side, without boxes',
      `<a href="x/t20250101_9.html">另一个</a><span>2025-01-01</span><a href="${HREF}">概念验证管理办法</a><span>2026-09-18</span>`,
      { item: 'a[href$="_1.html"]', link: '@href', title: 'text', date: 'nearest span' },
    ],
    [
      'the date in the next element',
      `<p class="t"><a href="${HREF}">概念验证管理办法</a></p><p class="c">(2026年9月18日第1号令)</p>`,
      { item: 'p.t', date: 'next p.c, e.g. (2025年12月…第320号令)' },
    ],
    [
      'a period: its start',
      `<li><a href="${HREF}">概念验证管理办法</a><p>2026-09-18至2026-10-18</p></li>`,
      { date: 'p (period start–end)' },
    ],
    [
      'the URL inside a handler',
      `<li><div onclick="window.open('${HREF}','_blank')">概念验证管理办法</div><span>2026-09-18</span></li>`,
      { title: 'div text', link: 'div@onclick (URL inside the handler)' },
    ],
    [
      'a script link before the real one',
      `<li><a href="javascript:void(0)"><img></a><a href="${HREF}">概念验证管理办法</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'an image link before the text',
      `<li><a href="${HREF}"><img src=x></a><a href="${HREF}">概念验证管理办法</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'a second link to its explanation',
      `<li><a href="${HREF}">概念验证管理办法</a><a href="jd/t20260919_2.html" title="一图读懂">解读</a><span>2026-09-18</span></li>`,
      {},
    ],
    ['an absolute link', `<li><a href="${URL_1}">概念验证管理办法</a><span>2026-09-18</span></li>`, {}],
    [
      'a link from the root',
      `<li><a href="/zhengce/202609/t20260918_1.html">概念验证管理办法</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'a link from above',
      `<li><a href="../zhengce/202609/t20260918_1.html">概念验证管理办法</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'a bare link',
      `<li><a href="202609/t20260918_1.html">概念验证管理办法</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'a link without its scheme',
      `<li><a href="www.beijing.gov.cn/zhengce/202609/t20260918_1.html">概念验证管理办法</a><span>2026-09-18</span></li>`,
      {},
    ],
    [
      'two rows for wide and narrow screens',
      `<li><a href="${HREF}">概念…</a><span>2026-09-18</span></li><li><a href="${HREF}">概念验证管理办法</a></li>`,
      {},
    ],
    [
      'a selector that is not CSS first',
      `<li><a href="${HREF}">概念验证管理办法</a><span>2026-09-18</span></li>`,
      { date: 'li:: || span' },
    ],
    [
      'rows written by a script',
      `<script>document.write('<li><a href="${HREF}">概念验证管理办法</a>');document.write("<span>2026-09-18</span></li>");</script>`,
      { item: 'li' },
    ],
    [
      'rows in a record set',
      `<script type="text/xml"><datastore><recordset><record><![CDATA[<li><a href="${HREF}">概念验证管理办法</a><span>2026-09-18</span></li>]]></record></recordset></datastore></script>`,
      { item: 'li' },
    ],
    [
      'a base address',
      `<base href="https://www.beijing.gov.cn/zhengce/202609/"><li><a href="t20260918_1.html">概念验证管理办法</a><span>2026-09-18</span></li>`,
      {},
    ],
  ])('is read: %s', async (_, rows, reader) => {
    expect(await read(rows, reader)).toMatchObject({ ok: true, value: { entries: [one] } });
  });

  /** No day in its address: what comes is what the row shows. */
  const PLAIN = '/zscqj/436549321/index.html';
  const TITLE = '关于废止2019年3月1日发布的《概念验证办法》的通知';
  it.each<[string, string, string | null, Partial<HtmlReader>]>([
    [
      'around the link as bare text',
      `<li>[2026-09-18] <b><a href="${PLAIN}">办法</a></b></li>`,
      '2026-09-18',
      { date: 'nearest text' },
    ],
    [
      'after the link as bare text',
      `<li><a href="${PLAIN}">概念验证办法</a> [2026-09-18]</li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'in a cell among others',
      `<tr><td>000014349/2026-00012</td><td><a href="${PLAIN}">${TITLE}</a></td><td>京科发〔2026〕1号</td><td>2026-09-18</td></tr>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'in the definition of a term',
      `<dl><dt><a href="${PLAIN}">甲</a></dt><dd>2026-09-18</dd><dt><a href="/more/">乙</a></dt><dd>2026-09-17</dd></dl>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'before the link on its line, though the next line begins with a day',
      `<p><i>2026-09-18</i><a href="${PLAIN}">甲</a><br><i>2026-09-17</i><a href="/more/">乙</a><br></p>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'on the line below the link',
      `<p><a href="${PLAIN}">甲</a><br><i>2026-09-18</i><br><a href="/more/">乙</a><br><i>2026-09-17</i></p>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'in an attribute of a time',
      `<li><a href="${PLAIN}">甲</a><time datetime="2026-09-18T10:00:00+08:00">2 天前</time></li>`,
      '2026-09-18T02:00:00.000Z',
      anyArticleLinks,
    ],
    [
      'beside a day in a hidden box',
      `<li><a href="${PLAIN}">甲</a><div style="display: none"><p>2019-03-01</p></div><b>2026-09-18</b></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'beside the day on which its document was made',
      `<li><a href="${PLAIN}">甲</a><p>成文日期：2019-03-01 发布日期：2026-09-18</p></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'among what is known of it, in a box of the link',
      `<a href="${PLAIN}"><h3>${TITLE}</h3><p class="m">来源：市科委 时间：2026-09-18 浏览：3</p></a>`,
      '2026-09-18',
      { item: 'a', title: 'h3', link: '@href', date: 'p.m' },
    ],
    [
      'in its address, not the day of what it is about',
      `<li><a href="${HREF}">甲</a><p>活动时间：2026-03-01 地点：北京</p></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'as the start of a consultation',
      `<li><a href="${PLAIN}">甲</a><p>征集时间：2026-09-18至2026-10-18</p></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'in its address, not the day from which its document is in force',
      `<li><a href="${HREF}">甲</a><p>施行日期：2019-03-01</p></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'in a cell of its own',
      `<tr><td><a href="${PLAIN}">${TITLE}</a></td><td>2026-09-18</td></tr>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'at the end of the link, in brackets',
      `<li><a href="${PLAIN}">${TITLE}（2026-09-18）</a></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'at the end of the link, bare',
      `<li><a href="${PLAIN}">${TITLE}2026-09-18</a></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'at the end of the link, in words',
      `<li><a href="${PLAIN}">${TITLE} 2026年9月18日</a></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'before the link’s title',
      `<li><a href="${PLAIN}">2026-09-18 ${TITLE}</a></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'in a box between others of the link',
      `<li><a href="${PLAIN}"><h3>${TITLE}</h3><div>2026-09-18</div><div>摘要</div></a></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'in a leaf of a calendar',
      `<li><div><b>18</b><i>2026-09</i></div><a href="${PLAIN}">${TITLE}</a></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'with its label and more',
      `<li><a href="${PLAIN}">${TITLE}</a><p>来源：科技部 发布时间：2026-09-18 阅读：9</p></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'in a box of the link, with its label',
      `<li><a href="${PLAIN}">${TITLE}<span>发布于2026-09-18</span></a></li>`,
      '2026-09-18',
      { date: 'span' },
    ],
    [
      'in its address, not the one in its title',
      `<li><a href="${HREF}">${TITLE}</a></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'in its address, not the one in a span that holds the title',
      `<li><a href="${HREF}"><span>${TITLE}</span></a></li>`,
      '2026-09-18',
      { date: 'span' },
    ],
    [
      'in its address, not one of brackets in its title',
      `<li><a href="${HREF}">《办法》（2019年3月1日）修订征求意见</a></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'in its address, not one that a law is in force from',
      `<li><a href="${HREF}">《条例》（2020年1月1日起施行）</a></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    [
      'in its address, not one of the text beside it',
      `<li><a href="${HREF}">办法</a><p>本办法自2019年3月1日起施行。</p></li>`,
      '2026-09-18',
      anyArticleLinks,
    ],
    ['nowhere: the title’s is none', `<li><a href="${PLAIN}">${TITLE}</a></li>`, null, anyArticleLinks],
    [
      'nowhere: the title’s is none in a row whose whole text was named',
      `<li><a href="${PLAIN}">${TITLE}</a></li>`,
      null,
      { date: 'text' },
    ],
    [
      'nowhere: the title begins with a span',
      `<li><a href="${PLAIN}">2026年9月18日至10月18日受理申报</a></li>`,
      null,
      anyArticleLinks,
    ],
    [
      'nowhere: the title ends with a deadline',
      `<li><a href="${PLAIN}">征集延长至2026-10-18</a></li>`,
      null,
      anyArticleLinks,
    ],
    [
      'in the row, though its definition does not say where',
      `<li><a href="${PLAIN}">${TITLE}</a> 2026-09-18 10:00</li>`,
      '2026-09-18T02:00:00.000Z',
      {},
    ],
  ])('has the date that stands %s', async (_, row, date, reader) => {
    const { date: _date, ...unsaid } = list;
    const html = `<table><ul class="list">${row}</ul></table>`;
    const readers = { ...('date' in reader ? list : unsaid), ...reader };
    expect(await readHtml(html, readers, BASE)).toMatchObject({ ok: true, value: { entries: [{ date }] } });
  });

  const good = `<li><a href="${HREF}">概念验证管理办法</a><i class="flag">是</i><span>2026-09-18</span></li>`;
  it.each<[string, string, Partial<HtmlReader>]>([
    [
      'without its flag',
      '<li><a href="./t20260918_2.html">模板行</a><i class="flag"></i></li>',
      { skipUnless: 'i.flag text == 是' },
    ],
    [
      'without anything the filter wants',
      '<li><a href="./t20260918_2.html">模板行</a></li>',
      { skipUnless: 'i.flag' },
    ],
    [
      'that the filter excludes',
      '<li class="more"><a href="./t20260918_2.html">更多</a></li>',
      { skipUnless: '@class != more' },
    ],
    ['empty', '<li class="empty"></li>', {}],
    ['hidden', '<li style="display: none"><a href="./t20260918_2.html">隐藏</a></li>', {}],
    ['commented out', '<!--<li><a href="./t20260918_2.html">旧</a></li>-->', {}],
    ['with a script for a link', '<li><a href="javascript:void(0)">无</a></li>', {}],
    ['with a mail address for a link', '<li><a href="mailto:a@b.cn">信箱</a></li>', {}],
    ['with no text', '<li><a href="./t20260918_2.html"> </a></li>', {}],
    ['with a title of a megabyte', `<li><a href="./t20260918_2.html">${'长'.repeat(1_000_000)}</a></li>`, {}],
    [
      'that leads to no article',
      '<li><a href="/more/index.html">更多</a></li>',
      { linkPattern: '/t\\d{8}_\\d+\\.html$' },
    ],
  ])('that is no news is left out: %s', async (_, row, reader) => {
    const result = await read(row + good, reader);
    expect(result).toMatchObject({ ok: true, value: { entries: [one] } });
    expect(result.ok && result.value.entries).toHaveLength(1);
  });

  it.each([
    ['2026-02-31', null],
    ['9999-12-31', null],
    ['2026年9月31日', null],
  ])('dated %s has no date, though its URL has one', async (written, date) => {
    const result = await read(`<li><a href="${HREF}">概念验证管理办法</a><span>${written}</span></li>`);
    expect(result).toMatchObject({ value: { entries: [{ date }] } });
  });

  it('keeps a date that belongs to the title', async () => {
    const title = '关于2026年9月18日停止受理的公告';
    const result = await read(`<li><a href="${HREF}">${title}</a><span>2026-09-18</span></li>`);
    expect(result).toMatchObject({ value: { entries: [{ title }] } });
  });

  it('gives document number and summary where the source has them', async () => {
    const row = `<li><a href="${HREF}">概念验证管理办法</a><span>京科发〔2026〕1号</span><b>2026-09-18</b><p>支持……</p></li>`;
    expect(await read(row, { docNumber: 'span', date: 'b', summary: 'p' })).toMatchObject({
      value: { entries: [{ docNumber: '京科发〔2026〕1号', summary: '支持……', date: '2026-09-18' }] },
    });
  });
});

describe('a page', () => {
  it.each([
    ['without a row', '<html><body><div class="new-design"></div></body></html>', 'no-rows'],
    ['of which no row is an entry', '<ul class="list"><li>正在建设</li></ul>', 'no-rows'],
    ['with a stub for a body', '<html></html>', 'no-rows'],
    [
      'that asks for JavaScript',
      '<html><script>document.cookie="__jsl_clearance=1";location.reload()</script></html>',
      'challenge',
    ],
    [
      'that asks for another kind of it',
      '<html><script>var arg1="0";acw_sc__v2</script></html>',
      'challenge',
    ],
    ['nested without end', '<div>'.repeat(100_000), 'too-large'],
    ['nested without end, of elements that may be left open', '<li><p>'.repeat(1000), 'too-large'],
    ['of elements without end', '<i></i>'.repeat(200_000), 'too-large'],
  ])('%s fails', async (_, html, cause) => {
    expect(await readHtml(html, list, BASE)).toMatchObject({ ok: false, error: { cause } });
  });

  it.each([
    ['tags that close in another case', '<LI><A HREF="/t20260918_#.html">甲</a><FONT>x</font></li>'],
    [
      'elements that are closed with the row they stand in',
      '<li><a href="/t20260918_#.html">甲</a><font><b>x</li>',
    ],
    ['rows that are never closed', '<li><p><a href="/t20260918_#.html">甲</a></p>'],
  ])('of 1000 rows is read, with %s', async (_, row) => {
    const rows = Array.from({ length: 1000 }, (_, n) => row.replace('#', `${n}`)).join('\n');
    const answer = await readHtml(`<ul class="list">${rows}</ul>`, { ...list, item: 'li' }, BASE);
    expect(answer.ok && answer.value.entries).toHaveLength(1000);
  });

  it('whose item selector is not CSS fails, and says so', async () => {
    expect(await readHtml('<p>', { ...list, item: 'li[' }, BASE)).toMatchObject({
      ok: false,
      error: { cause: 'no-rows', notes: [expect.stringContaining('not valid CSS')] },
    });
  });

  it('of which nothing is known is read by its article links', async () => {
    const html = `<nav><a href="/">首页</a><a href="/zwgk/">政务公开</a></nav>
      <div class="whatever"><div><a href="${HREF}" title="概念验证管理办法">概念…</a><em>2026-09-18</em></div></div>`;
    expect(await readHtml(html, anyArticleLinks, BASE)).toMatchObject({
      ok: true,
      value: { entries: [one] },
    });
  });

  it('of which nothing is known has articles with parameters behind their address, and none at a place on one', async () => {
    const html = `<ul><li><a href="/art/2026/9/18/art_75_1.html?xxgkhide=1">概念验证管理办法</a><b>2026-09-18</b></li>
      <li><a href="/art/2026/9/17/art_75_2.html#comments">评论</a></li><li><a href="/search.html?q=a">搜索</a></li></ul>`;
    expect(await readHtml(html, anyArticleLinks, BASE)).toMatchObject({
      value: { entries: [{ title: '概念验证管理办法', date: '2026-09-18' }] },
    });
  });
});

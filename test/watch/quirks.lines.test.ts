import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { feeds } from '../../feeds/index.ts';
import { cleanText } from '../../src/watch/detail/clean.ts';
import { readSpan } from '../../src/watch/detail/days.ts';
import { extractText } from '../../src/watch/detail/extract.ts';
import { readDetail } from '../../src/watch/detail/read.ts';
import { decodeText, decompress } from '../../src/watch/fetch/decode.ts';
import { canonicalUrl } from '../../src/watch/identity/canonicalise.ts';
import { normaliseDocNumber } from '../../src/watch/identity/docNumber.ts';
import { identify, normaliseTitle } from '../../src/watch/identity/identify.ts';
import { isOne, sightingOfEntry } from '../../src/watch/identity/same.ts';
import { pageBack } from '../../src/watch/pageBack.ts';
import { dateOfUrl, readDate } from '../../src/watch/read/dates.ts';
import { readHtml } from '../../src/watch/read/html.ts';
import { linksFrom } from '../../src/watch/read/links.ts';
import { readPage } from '../../src/watch/read/read.ts';
import { readRss } from '../../src/watch/read/rss.ts';
import { tidyTitle } from '../../src/watch/read/text.ts';
import type { FeedDefinition, HtmlReader, Visit } from '../../src/watch/types.ts';

/** What official sites really do, line by line; each row says what is met and what must come of it. */

const BASE = 'https://kw.beijing.gov.cn/zwgk/tzgg/';
const reader: HtmlReader = { kind: 'html', item: 'li', title: 'a@title || a', link: 'a@href', date: 'span' };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (html: string, part: Partial<HtmlReader> = {}, base = BASE) => {
  const answer = await readHtml(html, { ...reader, ...part }, base);
  return answer.ok ? answer.value : { ...answer.error, entries: [], older: undefined };
};
const titles = async (html: string, part: Partial<HtmlReader> = {}) =>
  (await read(html, part)).entries.map(({ title }) => title);
const GOOD = '<li><a href="./202609/t20260918_1.html">概念验证管理办法</a><span>2026-09-18</span></li>';
const alone = ['概念验证管理办法'];
const detail = async (html: string) => {
  const answer = await readDetail(html, `${BASE}202609/t20260918_1.html`);
  return answer.ok ? answer.value : answer.error;
};
const municipal = { authority: '北京市科学技术委员会', level: 'municipal' };
const keysOf = (url: string, title: string, docNumber?: string) =>
  new Set(
    identify({ id: canonicalUrl(url), title, ...(docNumber === undefined ? {} : { docNumber }) }, municipal)
      .keys,
  );
const share = (a: Set<string>, b: Set<string>): boolean => a.intersection(b).size > 0;

type Line = readonly [quirk: string, what: () => unknown, comesTo: unknown];
const holds = (lines: readonly Line[]) =>
  it.each(lines)('%s', async (_, what, comesTo) => {
    expect(await what()).toEqual(comesTo);
  });

describe('encoding', () => {
  const gbk = new Uint8Array([0xb8, 0xc5, 0xc4, 0xee, 0xd1, 0xe9, 0xd6, 0xa4]);
  holds([
    [
      'a GBK page that says GB2312 is read by the superset',
      () => decodeText(gbk, 'text/html; charset=gb2312'),
      '概念验证',
    ],
    [
      'a header that says ISO-8859-1 over a meta that says utf-8 is overruled',
      () => decodeText(bytes('<meta charset="utf-8">概念验证'), 'text/html; charset=ISO-8859-1'),
      '<meta charset="utf-8">概念验证',
    ],
    [
      'a Latin-1 header over valid UTF-8 is overruled',
      () => decodeText(bytes('概念'), 'text/html; charset=latin1'),
      '概念',
    ],
    [
      'a body compressed though not asked for, nor declared, is unpacked',
      async () => {
        const plain = await decompress(gzipSync('概念'), '', 1000);
        return plain.ok && Buffer.from(plain.value).toString();
      },
      '概念',
    ],
  ]);
});

describe('addresses', () => {
  const at = linksFrom(BASE);
  holds([
    ['./ from the page', () => at('./202609/t20260918_1.html'), `${BASE}202609/t20260918_1.html`],
    [
      '../ from the page',
      () => at('../zcwj/202609/t20260918_1.html'),
      'https://kw.beijing.gov.cn/zwgk/zcwj/202609/t20260918_1.html',
    ],
    ['bare from the page', () => at('20260430/5824.html'), `${BASE}20260430/5824.html`],
    ['from the root', () => at('/a/b.html'), 'https://kw.beijing.gov.cn/a/b.html'],
    [
      'http:// printed for an https page is one document',
      () => canonicalUrl('http://www.miit.gov.cn/a.html'),
      canonicalUrl('https://www.miit.gov.cn/a.html'),
    ],
    ['javascript: leads nowhere', () => at('javascript:void(0)'), null],
    [
      'the address inside onclick is taken',
      async () =>
        (
          await read(`<li><div onclick="window.open('./t20260918_1.html')">概念验证管理办法</div></li>`, {
            title: 'div',
            link: 'div@onclick',
          })
        ).entries[0]?.url,
      `${BASE}t20260918_1.html`,
    ],
    [
      'rows only in document.write are read (海淀)',
      () =>
        titles(
          `<script>document.write('<li><a href="./t20260918_1.html">概念验证管理办法</a></li>')</script>`,
        ),
      alone,
    ],
    [
      'rows that document.write puts together of literals are read',
      () =>
        titles(
          `<script>document.write('<li>' + '<a href="./t20260918_1.html">' + "\\u6982\\u5ff5验证管理办法<\\/a></li>");</script>`,
        ),
      alone,
    ],
    [
      'rows that a script fills in as it runs are none, and no silence either',
      () =>
        Promise.all(
          [
            `document.write('<li><a href="'+rows[i].url+'">'+rows[i].title+'</a></li>')`,
            `document.write(\`<li><a href="\${row.url}">\${row.title}</a></li>\`)`,
          ].map(async (script) => {
            const answer = await readHtml(`<script>${script}</script>`, reader, BASE);
            return answer.ok ? answer.value.entries : answer.error.cause;
          }),
        ),
      ['no-rows', 'no-rows'],
    ],
    [
      'rows only in a list that a program escaped are read',
      async () =>
        (
          await read(
            String.raw`<script>var rows = [{"title":"\u6982\u5ff5\u9a8c\u8bc1","url":"\/a\/t20260918_1.html","time":"2026-09-17"}];</script>`,
          )
        ).entries,
      [{ title: '概念验证', url: 'https://kw.beijing.gov.cn/a/t20260918_1.html', date: '2026-09-17' }],
    ],
    [
      'rows only in a record set are read (cnipa)',
      () =>
        titles(
          '<script type="text/xml"><recordset><record><![CDATA[<li><a href="/art/2026/9/8/art_75_1.html" title="概念验证管理办法"></a></li>]]></record></recordset></script>',
        ),
      alone,
    ],
    [
      'rows only in a list of lists in a script are read (old kw)',
      async () =>
        (
          await read(
            `<script>var rows = [["概念验证管理办法（试行）","./202608/t20260812_1.html","2026-08-12"],["中试平台办法","./202608/t20260811_2.html","2026-08-11"]];</script>`,
          )
        ).entries,
      [
        { title: '概念验证管理办法（试行）', url: `${BASE}202608/t20260812_1.html`, date: '2026-08-12' },
        { title: '中试平台办法', url: `${BASE}202608/t20260811_2.html`, date: '2026-08-11' },
      ],
    ],
    [
      'rows only in a list of objects are read, quotes and brackets of their words too',
      async () =>
        (
          await read(
            String.raw`<script>list.push({id:7,title:'关于“揭榜”\'试点\'的通知 <一>',url:'/a/t20260918_7.html?x=1',time:'2026/09/18'});</script>`,
          )
        ).entries,
      [
        {
          title: "关于“揭榜”'试点'的通知 <一>",
          url: 'https://kw.beijing.gov.cn/a/t20260918_7.html?x=1',
          date: '2026-09-18',
        },
      ],
    ],
    [
      'rows only in columns side by side are read',
      async () =>
        (
          await read(
            `<script>urls[0]='./t20260918_1.html';headers[0]="概念验证管理办法";days[0]='2026-09-17';urls[1]='./t20260916_2.html';headers[1]='中试平台办法';</script>`,
          )
        ).entries,
      [
        { title: '概念验证管理办法', url: `${BASE}t20260918_1.html`, date: '2026-09-17' },
        { title: '中试平台办法', url: `${BASE}t20260916_2.html`, date: '2026-09-16' },
      ],
    ],
    [
      'what a script holds besides is no row',
      async () =>
        (
          await read(
            `<script>var o = {url: "/api/list.html", name: "list"}; var t = ["通知公告", "政策文件"];</script>`,
          )
        ).entries,
      [],
    ],
    [
      '#/ routes tell documents apart',
      () => canonicalUrl('https://a.gov.cn/#/detail/1') === canonicalUrl('https://a.gov.cn/#/detail/2'),
      false,
    ],
    [
      'a numeric id is no date (zscqj, 大兴, 西城 pnidpv)',
      () =>
        [
          'https://zscqj.beijing.gov.cn/zscqj/436549321/index.html',
          'https://www.bjxch.gov.cn/xxgk/pnidpv926381.html',
        ].map(dateOfUrl),
      [null, null],
    ],
    [
      'a month alone is no day (门头沟)',
      () => dateOfUrl('https://www.bjmtg.gov.cn/bjmtg/202605/0123456789abcdef.shtml'),
      null,
    ],
    [
      'service2.most is service.most',
      () => canonicalUrl('https://service2.most.gov.cn/kjjh/1.html'),
      canonicalUrl('https://service.most.gov.cn/kjjh/1.html'),
    ],
    [
      'nsfc.gov.cn is www.nsfc.gov.cn',
      () => canonicalUrl('https://nsfc.gov.cn/p1/2.html'),
      canonicalUrl('https://www.nsfc.gov.cn/p1/2.html'),
    ],
    [
      'http and https of bjrd are one',
      () => canonicalUrl('http://www.bjrd.gov.cn/a.html'),
      canonicalUrl('https://www.bjrd.gov.cn/a.html'),
    ],
    [
      'the Traditional mirror is the page it mirrors',
      () => canonicalUrl('https://www.beijing.gov.cn/gate/big5/www.beijing.gov.cn/zhengce/a.html'),
      canonicalUrl('https://www.beijing.gov.cn/zhengce/a.html'),
    ],
    [
      'the mobile twin of NDRC is the page',
      () => canonicalUrl('https://www.ndrc.gov.cn/t20260901_1400001_ext.html'),
      canonicalUrl('https://www.ndrc.gov.cn/t20260901_1400001.html'),
    ],
    [
      'utm_source says nothing of the page',
      () => canonicalUrl('https://a.gov.cn/a.html?utm_source=wx&id=1'),
      canonicalUrl('https://a.gov.cn/a.html?id=1'),
    ],
  ]);
});

describe('dates', () => {
  const day = (text: string) => readDate(text).date;
  holds([
    [
      'the forms met in lists are days in Beijing',
      () =>
        [
          '2026-09-15',
          '2026/09/15',
          '2026.09.15',
          '[2026-09-15]',
          '2026年9月15日',
          '关于征集的通知（2026-09-15）',
        ].map(day),
      Array(6).fill('2026-09-15'),
    ],
    ['epoch milliseconds are an instant', () => day('1789000000000'), '2026-09-10T00:26:40.000Z'],
    ['gov.cn joins day and time by a dash', () => day('2026-05-18-16:49:00'), '2026-05-18T08:49:00.000Z'],
    ['wuhu ends with .0 and means Beijing', () => day('2026-10-04 01:39:11.0'), '2026-10-03T17:39:11.000Z'],
    [
      'the central bank writes no weekday and means GMT',
      () => day('4 Jun 2026 16:00:00 GMT'),
      '2026-06-04T16:00:00.000Z',
    ],
    [
      'two instants run together in a meta element: the first',
      () =>
        Promise.all(
          [
            '2026-09-10 10:302026-09-18 08:00',
            '2026-09-10 10:30:002026-09-18 08:00:00',
            '2026-09-102026-09-18',
          ].map(async (text) => {
            const page = await detail(
              `<meta name="PubDate" content="${text}"><p>正文是这样的一段话，它足够长。</p>`,
            );
            return 'published' in page && page.published;
          }),
        ),
      ['2026-09-10T02:30:00.000Z', '2026-09-10T02:30:00.000Z', '2026-09-10'],
    ],
    [
      'start and deadline of a consultation run together: both',
      () => readSpan('2026-09-012026-09-30'),
      { from: '2026-09-01', until: '2026-09-30' },
    ],
    [
      'a last change does not replace the first publication',
      () =>
        detail(
          '<meta name="lastmodifiedtime" content="2026-09-20"><meta name="firstpublishedtime" content="2026-09-10"><p>正文是这样的一段话，它足够长。</p>',
        ).then((read) => 'published' in read && read.published),
      '2026-09-10',
    ],
    [
      'of what a page says in its head and shows, the first publication is believed, whatever its address says',
      () =>
        Promise.all(
          ['2026-09-10', '2026-09-14'].map(async (shown) => {
            const page = await detail(
              `<meta name="lastmodifiedtime" content="2026-09-20"><meta name="firstpublishedtime" content="2026-09-12"><h1>概念验证平台管理办法</h1><p>日期：${shown} 来源：市科委</p><div id="mainText"><p>正文是这样的一段话，它足够长。</p></div>`,
            );
            return 'published' in page && page.published;
          }),
        ),
      ['2026-09-10', '2026-09-12'],
    ],
    [
      'the day of a row is believed before the one in its address (2022-02-21 under t20230203)',
      async () =>
        (await read('<li><a href="/t20230203_1.html">一个很老的办法</a><span>2022-02-21</span></li>'))
          .entries[0]?.date,
      '2022-02-21',
    ],
    [
      'a table of laws gives the day of enactment, not that of taking effect, and is known for it',
      async () => {
        const law = feeds.find(({ id }) => id === 'bjrd_dfxfg');
        const row =
          '<div class="fgk_nr"><div class="table_tr"><ul><li class="w60"><a href="./t20260918_1.html">某条例</a></li><li class="w20">2026-07-20</li><li class="w20">2026-10-01</li></ul></div></div>';
        const answer = law?.reader?.kind === 'html' ? await readHtml(row, law.reader, law.url) : undefined;
        return [answer?.ok && answer.value.entries[0]?.date, law?.dates];
      },
      ['2026-07-20', 'enacted'],
    ],
    ['a day that the calendar has not is none', () => day('2026-02-31'), null],
  ]);
});

describe('titles', () => {
  const whole = async (row: string) => (await titles(row))[0];
  holds([
    [
      'cut in the text, whole in the attribute (MIIT)',
      () =>
        whole(
          '<li><a href="t20260918_1.html" title="工业和信息化部等六部门关于推动概念验证的通知">工业和信息化部等六部门关于…</a></li>',
        ),
      '工业和信息化部等六部门关于推动概念验证的通知',
    ],
    [
      'in numeric references',
      () => whole('<li><a href="t20260918_1.html" title="&#27010;&#24565;验证办法">…</a></li>'),
      '概念验证办法',
    ],
    [
      'with the day inside the link (tc260, 丰台)',
      () => whole('<li><a href="t20260918_1.html">概念验证办法<span>2026-09-18</span></a></li>'),
      '概念验证办法',
    ],
    [
      'split by highlights',
      () => tidyTitle('北京<em>国际科技创新中心</em>建设条例'),
      '北京国际科技创新中心建设条例',
    ],
    [
      'with a status that changes',
      () =>
        ['[已结束]', '[进行中]', ''].map((mark) => normaliseTitle(`${mark}关于征集概念验证项目的通知`).core),
      Array(3).fill('关于征集概念验证项目的通知'),
    ],
    [
      'with column and site after it in the window’s title',
      () =>
        detail(
          '<title>概念验证平台管理办法_政策文件_北京市科学技术委员会</title><p>正文是这样的一段话，它足够长。</p>',
        ).then((read) => 'title' in read && read.title),
      '概念验证平台管理办法',
    ],
    [
      'with the centre’s two names',
      () => normaliseTitle('北京（京津冀）国际科技创新中心建设方案').core,
      normaliseTitle('北京国际科技创新中心建设方案').core,
    ],
  ]);
});

describe('rows that are no news', () => {
  const beside = (row: string, part: Partial<HtmlReader> = {}) => titles(row + GOOD, part);
  holds([
    [
      'a dummy for search engines has an empty flag',
      () =>
        titles(
          '<li><i class="flag"></i><a href="./t1.html">模板</a></li><li><i class="flag">是</i><a href="./t2.html">概念验证管理办法</a></li>',
          { skipUnless: 'i.flag text == 是' },
        ),
      alone,
    ],
    ['every sixth is empty', () => beside('<li class="empty"></li>'), alone],
    [
      'hidden by style (sasac)',
      () => beside('<li style="display:none"><a href="./t20260917_2.html">隐藏的</a></li>'),
      alone,
    ],
    [
      'hidden by an attribute',
      () => beside('<li hidden><a href="./t20260917_2.html">隐藏的</a></li>'),
      alone,
    ],
    [
      'a twin for narrow screens',
      () => beside('<li class="m"><a href="./202609/t20260918_1.html">概念…</a></li>'),
      alone,
    ],
    [
      'an anchor of the navigation with a title',
      () =>
        beside('<li><a href="/zwgk/" title="政务公开">政务公开</a></li>', {
          linkPattern: '/t\\d{8}_\\d+\\.html$',
        }),
      alone,
    ],
    [
      'a second anchor to the explanation',
      () =>
        titles(
          '<li><a href="./t20260918_1.html">概念验证管理办法</a><a href="./t20260918_2.html" title="《概念验证管理办法》解读">解读</a><span>2026-09-18</span></li>',
        ),
      alone,
    ],
    ['commented out', () => beside('<!--<li><a href="./t20260917_2.html">旧的</a></li>-->'), alone],
    [
      'pinned marks are no words of the title (丰台)',
      () =>
        titles(
          '<li><a href="./t20260918_1.html"><span class="kzsfzd"></span><span class="sfzd">置顶</span>概念验证管理办法<span>2026-09-18</span></a></li>',
        ),
      alone,
    ],
    [
      'version history and related articles are no text of a page',
      () =>
        detail(
          '<div id="mainText"><p>正文是这样。</p><ul><li><a href="v1.html">历史版本一</a></li><li><a href="v2.html">历史版本二</a></li><li><a href="v3.html">相关文章</a></li></ul></div>',
        ).then((read) => 'text' in read && read.text),
      '正文是这样。',
    ],
  ]);
});

describe('paging', () => {
  const older = async (script: string) => (await read(`${GOOD}<script>${script}</script>`)).older;
  holds([
    [
      'createPageHTML(records, pages, current) on beijing.gov.cn',
      () => older('createPageHTML(191,13,0);'),
      { template: 'index_{n}.html', count: 12 },
    ],
    [
      'createPageHTML(pages, current, name, extension) on NDRC and MOF',
      () => older('createPageHTML(25, 0,"index","htm");'),
      { template: 'index_{n}.htm', count: 24 },
    ],
    [
      'the same with records before and names after',
      () => older("createPageHTML(191, 13, 0, 'list', 'shtml', 15)"),
      { template: 'list_{n}.shtml', count: 12 },
    ],
    ['var countPage', () => older('var countPage = 7//共多少页'), { template: 'index_{n}.html', count: 6 }],
    [
      'its definition alone says nothing',
      () => older('function createPageHTML(_nPageCount, _nCurrIndex){ }'),
      undefined,
    ],
    ['one page has no older ones', () => older('createPageHTML(1,0,"index","html")'), undefined],
    [
      'a page that is not the first has them elsewhere',
      () => older('createPageHTML(25, 3,"index","html")'),
      undefined,
    ],
    [
      'a page returned twice ends the reading back (wuhunews)',
      async () => {
        const visit: Visit = {
          status: 'ok',
          entries: [{ id: 'https://a.gov.cn/1', url: 'https://a.gov.cn/1', title: '甲', date: null }],
          ...{ validators: {}, ms: 0, bytes: 0, notes: [] },
        };
        const asked: string[] = [];
        const source = { ...(feeds[0] as FeedDefinition), url: 'https://a.gov.cn/', olderPages: '?pp={n}' };
        await pageBack(
          source,
          visit,
          async () => false,
          async (url) => {
            asked.push(url);
            return visit;
          },
        );
        return asked;
      },
      ['https://a.gov.cn/?pp=1'],
    ],
    [
      'all rows in one page, cut by a script as it is shown: all are read',
      async () =>
        (
          await titles(
            Array.from(
              { length: 1000 },
              (_, n) => `<li><a href="./t20260918_${n}.html">第${n}号办法</a><span>2026-09-18</span></li>`,
            ).join(''),
          )
        ).length,
      1000,
    ],
  ]);
});

describe('failure that looks like silence', () => {
  const causeOf = async (html: string) => {
    const answer = await readPage(bytes(html), html, BASE, reader);
    return answer.ok ? 'ok' : answer.error.cause;
  };
  holds([
    ['a redesigned page matches nothing', () => causeOf('<div class="new">新版</div>'), 'no-rows'],
    [
      'a list that an interface gives empty is well',
      async () =>
        (
          await readPage(bytes('{"list":[]}'), '{"list":[]}', BASE, {
            kind: 'json',
            item: 'list[]',
            title: 't',
            link: 'u',
          })
        ).ok,
      true,
    ],
    ['a stub of thirteen bytes (www.bjhd)', () => causeOf('<html></html>'), 'no-rows'],
    [
      'a stub that sends elsewhere by a script',
      () => causeOf('<script>location.href="/new/"</script>'),
      'no-rows',
    ],
    [
      'a shell for a script to fill (gov.cn zuixin)',
      () => causeOf('<div id="app"></div><script src="a.js"></script>'),
      'no-rows',
    ],
    ...(
      [
        'document.cookie="__jsl_clearance=1"',
        'wzws_confirm()',
        'var CT6T="x"',
        'acw_sc__v2',
        '$_ts = {}',
      ] as const
    ).map((sign): Line => [`a challenge: ${sign}`, () => causeOf(`<script>${sign}</script>`), 'challenge']),
    [
      'an attachment that answers HTML',
      () => extractText(bytes('<html>请登录</html>')),
      { ok: false, error: 'kind' },
    ],
  ]);
});

describe('the same document in several places', () => {
  const TITLE = '关于印发《北京市概念验证平台建设管理办法》的通知';
  const kw = 'https://kw.beijing.gov.cn/zwgk/zcwj/202608/t20260812_4820137.html';
  const isOneTitle = (other: string, ...days: readonly [string, string]) => {
    const [one, later] = days.map((date, n) =>
      sightingOfEntry(
        {
          title: TITLE,
          issuer: municipal.authority,
          docNumber: null,
          url: n === 0 ? kw : other,
          date,
          kind: 'measure',
          text: '',
        },
        new Date('2026-09-20'),
      ),
    );
    return one && later && isOne('title', one, later);
  };
  holds([
    ...[
      'https://kw.beijing.gov.cn/zwgk/tzgg/202608/t20260812_4820137.html',
      'https://www.beijing.gov.cn/zhengce/zhengcefagui/202608/t20260813_1.html',
      'https://www.ncsti.gov.cn/zcfg/202608/t20260814_2.html',
      'https://service.most.gov.cn/dfkj/bj/20260815/5824.html',
    ].map(
      (url): Line => [
        `${URL.parse(url)?.hostname} shows what kw showed`,
        () => share(keysOf(kw, TITLE), keysOf(url, TITLE)),
        true,
      ],
    ),
    [
      'one title eight months apart is one document',
      () => isOneTitle('https://fgw.beijing.gov.cn/1', '2024-07-26', '2025-03-25'),
      true,
    ],
    [
      'one title a year apart is next year’s call',
      () => isOneTitle('https://fgw.beijing.gov.cn/1', '2025-09-01', '2026-09-01'),
      false,
    ],
    [
      'a number goes before title and day',
      () =>
        share(
          keysOf(kw, '甲办法', '京科发〔2026〕12号'),
          keysOf('https://a.gov.cn/1', '乙通知', '京科发[2026]12号'),
        ),
      true,
    ],
    [
      'a number is one in every way of writing it',
      () => ['京科发〔2026〕12号', '京科發[2026]12號', '京科发（2026） 12 号'].map(normaliseDocNumber),
      Array(3).fill('京科发〔2026〕12号'),
    ],
    [
      'one day in common makes nothing one',
      () => share(keysOf(kw, '甲办法'), keysOf('https://a.gov.cn/t20260812_9.html', '乙办法')),
      false,
    ],
    [
      'a number that is cited is not the document’s',
      () =>
        detail('<div id="mainText"><p>根据国科发规〔2025〕100号，制定本办法。</p></div>').then(
          (read) => 'docNumber' in read && read.docNumber,
        ),
      null,
    ],
  ]);
});

describe('attachments', () => {
  const files = (link: string) =>
    detail(`<div id="mainText"><p>正文</p>${link}</div>`).then((read) =>
      'attachments' in read ? read.attachments.map(({ url }) => url.split('/').at(-1)) : [],
    );
  holds([
    [
      'relative W0… and P0… files',
      () => files('<a href="./W020260901.pdf">一</a><a href="P020260901.docx">二</a>'),
      ['W020260901.pdf', 'P020260901.docx'],
    ],
    ['Chinese names', () => files('<a href="附件1.xls">一</a>'), [encodeURIComponent('附件1.xls')]],
    [
      'every form of file, and no page',
      () =>
        files(
          ['doc', 'docx', 'xls', 'xlsx', 'pdf', 'ofd', 'zip', 'rar', 'html']
            .map((form) => `<a href="a.${form}">${form}</a>`)
            .join(''),
        ),
      ['doc', 'docx', 'xls', 'xlsx', 'pdf', 'ofd', 'zip', 'rar'].map((form) => `a.${form}`),
    ],
    [
      'a body that is one link',
      () =>
        detail('<div class="TRS_Editor"><a href="P1.pdf">办法.pdf</a></div>').then(
          (read) => 'attachments' in read && read.attachments.length,
        ),
      1,
    ],
    [
      'a row that leads straight to a file (most)',
      async () => (await read('<li><a href="./W020260918.pdf">概念验证管理办法</a></li>')).entries[0]?.url,
      `${BASE}W020260918.pdf`,
    ],
  ]);
});

describe('feeds', () => {
  const items = async (xml: string) => {
    const answer = await readRss(`<rss version="2.0"><channel><title>x</title>${xml}</channel></rss>`, BASE);
    return answer.ok ? answer.value.entries : answer.error;
  };
  const one = { title: '概念验证管理办法', url: 'https://a.gov.cn/t20260918_1.html', date: '2026-09-18' };
  holds([
    [
      '<pubTime> for <pubDate> (stats.gov.cn)',
      () =>
        items(
          '<item><title>概念验证管理办法</title><link>https://a.gov.cn/1.html</link><pubTime>2026-09-18</pubTime></item>',
        ),
      [{ ...one, url: 'https://a.gov.cn/1.html' }],
    ],
    [
      'CDATA padded with spaces',
      () =>
        items(
          '<item><title><![CDATA[  概念验证管理办法 ]]></title><link><![CDATA[ https://a.gov.cn/t20260918_1.html ]]></link><pubDate>2026-09-18</pubDate></item>',
        ),
      [one],
    ],
    [
      'a link without its scheme (PBC)',
      () =>
        items(
          '<item><title>概念验证管理办法</title><link>a.gov.cn/t20260918_1.html</link><pubDate>2026-09-18</pubDate></item>',
        ),
      [one],
    ],
    [
      'English items mixed in are read beside the others, and fold with none of them (wuhu)',
      async () => {
        const read = await items(
          '<item><title>Wuhu opens a science park</title><link>https://a.gov.cn/en/1.html</link></item><item><title>概念验证管理办法</title><link>https://a.gov.cn/t20260918_1.html</link></item>',
        );
        if (!Array.isArray(read)) return read;
        const [english, chinese] = read.map(({ url, title }) => keysOf(url, title));
        return [read.map(({ title }) => title), english && chinese && share(english, chinese)];
      },
      [['Wuhu opens a science park', '概念验证管理办法'], false],
    ],
    [
      'without guid an item is known by its address',
      async () =>
        await items(
          '<item><title>概念验证管理办法</title><link>https://a.gov.cn/t20260918_1.html</link></item>',
        ),
      [one],
    ],
  ]);
});

describe('re-edits', () => {
  holds(
    [
      '【打印本页】【关闭窗口】',
      '责任编辑：李四',
      '扫一扫在手机打开当前页',
      '您访问的链接即将离开“首都之窗”门户网站 是否继续？',
    ].map(
      (furniture): Line => [
        `"${furniture}" is no part of a text`,
        () => cleanText(`正文是这样。\n${furniture}`),
        '正文是这样。',
      ],
    ),
  );
});

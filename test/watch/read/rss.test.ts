import fc from 'fast-check';
import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { readRss } from '../../../src/watch/read/rss.ts';

const BASE = 'https://www.stats.gov.cn/sj/zxfb/rss.xml';
const read = (xml: string) => readRss(xml, BASE);
const rss = (items: string, version = '2.0') =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="${version}"><channel><title>发布</title><link>https://www.stats.gov.cn/</link>${items}</channel></rss>`;
const atom = (entry: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${entry}</entry></feed>`;
const one = {
  title: '概念验证管理办法',
  url: 'https://www.stats.gov.cn/a/t20260918_1.html',
  date: '2026-09-18',
};
const item = `<item><title>${one.title}</title><link>${one.url}</link><pubDate>2026-09-18</pubDate></item>`;

describe('a feed', () => {
  it.each([
    ['RSS 2.0', rss(item)],
    ['RSS 0.91', rss(item, '0.91')],
    ['RSS 0.92', rss(item, '0.92')],
    ['RSS without a version', rss(item).replace(' version="2.0"', '')],
    ['RSS of a version nobody knows', rss(item, '3.0')],
    [
      'RSS 0.91 with its document type',
      rss(item, '0.91').replace(
        '<rss',
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss',
      ),
    ],
    ['blank lines before the declaration', `\n\n  ${rss(item)}`],
    ['a byte order mark', `\ufeff${rss(item)}`],
    [
      'RSS 1.0',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>发布</title></channel><item rdf:about="${one.url}"><title>${one.title}</title><link>${one.url}</link><dc:date>2026-09-18</dc:date></item></rdf:RDF>`,
    ],
    [
      'RSS 1.0 with an item that has its address in rdf:about alone',
      `<RDF:RDF xmlns:RDF="r"><channel/><item rdf:about="${one.url}"><title>${one.title}</title></item></RDF:RDF>`,
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>发布</title><link href="https://www.stats.gov.cn/"/><entry><title type="html">${one.title}</title><link rel="self" href="https://www.stats.gov.cn/self"/><link rel="alternate" href="${one.url}"/><published>2026-09-18</published><updated>2026-09-20T00:00:00Z</updated></entry></feed>`,
    ],
    [
      'Atom with a link that has no rel',
      `<feed><entry><title>${one.title}</title><link href="${one.url}"/><updated>2026-09-18</updated></entry></feed>`,
    ],
    [
      'Atom with its link as text',
      `<feed><entry><title>${one.title}</title><link>${one.url}</link><updated>2026-09-18</updated></entry></feed>`,
    ],
    ['a title in padded CDATA', rss(item.replace(one.title, `<![CDATA[\n   ${one.title}\t ]]>`))],
    ['a link in padded CDATA', rss(item.replace(one.url, `<![CDATA[ ${one.url} ]]>`))],
    ['a link without its scheme', rss(item.replace(one.url, one.url.slice('https://'.length)))],
    ['a link relative to the host', rss(item.replace(one.url, '/a/t20260918_1.html'))],
    ['a link relative to the scheme', rss(item.replace(one.url, one.url.slice('https:'.length)))],
    [
      'no link, but a guid that is one',
      rss(item.replace('<link>', '<guid isPermaLink="true">').replace('</link>', '</guid>')),
    ],
    ['a date in the URL alone', rss(item.replace(/<pubDate>.*<\/pubDate>/, ''))],
    ['highlights in the title', rss(item.replace(one.title, '&lt;em&gt;概念验证&lt;/em&gt;管理办法'))],
    ['references written twice', rss(item.replace(one.title, '&amp;#27010;念验证管理办法'))],
    ['bare ampersands elsewhere', rss(`<description>R&D & 试验</description>${item}`)],
    ['HTML references', rss(`<description>a&nbsp;b&middot;c&copy;</description>${item}`)],
    ['a control character', rss(`<description>a\u0008b</description>${item}`)],
    ['mark-up in the title', rss(item.replace(one.title, '概念<em>验证</em>管理<b>办<i>法</i></b>'))],
    [
      'mark-up in the title and around it, by its type',
      atom(
        `<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>概念<b>验证</b>管理办法</p></div></title><link href="${one.url}"/><updated>2026-09-18</updated>`,
      ),
    ],
    ['an empty title before the one that says something', rss(item.replace('<title>', '<title/><title>'))],
    ['what a host writes after its end', `${rss(item)}\n<script>track()</script> 0.013s`],
    ['items beside the channel', rss('').replace('</rss>', `${item}</rss>`)],
    ['items without a channel', `<rss version="0.91">${item}</rss>`],
    [
      'RSS 1.0 with its items in the channel',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x">${item}</channel></rdf:RDF>`,
    ],
    [
      'RSS 1.0 with a prefix for its own names, and another for RDF’s',
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rss="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><rss:channel r:about="x"/><rss:item r:about="${one.url}"><rss:title>${one.title}</rss:title><dc:date>2026-09-18</dc:date></rss:item></r:RDF>`,
    ],
    [
      'Atom with a prefix for all its names',
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>发布</a:title><a:entry><a:title>${one.title}</a:title><a:link href="${one.url}"/><a:updated>2026-09-18</a:updated></a:entry></a:feed>`,
    ],
    [
      'a link of another namespace before its own',
      rss(
        item.replace('<link>', '<atom:link href="https://a.cn/x"/><atom:title>甲</atom:title><link>'),
      ).replace('<rss', '<rss xmlns:atom="http://www.w3.org/2005/Atom"'),
    ],
    [
      'a link of Atom’s alone, beside one to itself',
      rss(
        item.replace(
          /<link>.*<\/link>/,
          `<atom:link rel="self" href="https://a.cn/x"/><atom:link href="${one.url}"/>`,
        ),
      ).replace('<rss', '<rss xmlns:atom="http://www.w3.org/2005/Atom"'),
    ],
    [
      'a link of Atom’s under another prefix, and its own that is empty',
      rss(item.replace(/<link>.*<\/link>/, `<a10:link rel="alternate" href="${one.url}"/><link/>`)).replace(
        '<rss',
        '<rss xmlns:a10="http://www.w3.org/2005/Atom"',
      ),
    ],
    [
      'RSS 1.0 with a link of Atom’s alone',
      `<rdf:RDF xmlns:rdf="r" xmlns:atom="http://www.w3.org/2005/Atom"><channel/><item><title>${one.title}</title><atom:link href="${one.url}"/></item></rdf:RDF>`,
    ],
    [
      'RSS 1.0 with its address in an about that has no prefix',
      `<rdf:RDF xmlns:rdf="r"><channel/><item about="${one.url}"><title>${one.title}</title></item></rdf:RDF>`,
    ],
    [
      'RSS 1.0 whose root has no prefix either',
      `<RDF xmlns="r"><channel/><item about="${one.url}"><title>${one.title}</title></item></RDF>`,
    ],
    [
      'links by the base of the feed',
      atom(`<title>${one.title}</title><link href="t20260918_1.html"/><updated>2026-09-18</updated>`).replace(
        '<feed',
        '<feed xml:base="https://www.stats.gov.cn/a/"',
      ),
    ],
    [
      'links by the base of the entry, which goes by the feed’s',
      atom(`<title>${one.title}</title><link href="t20260918_1.html"/><updated>2026-09-18</updated>`)
        .replace('<feed', '<feed xml:base="https://www.stats.gov.cn/"')
        .replace('<entry', '<entry xml:base="a/"'),
    ],
    [
      'a link by the base of its own',
      atom(
        `<title>${one.title}</title><link xml:base="/a/" href="t20260918_1.html"/><updated>2026-09-18</updated>`,
      ),
    ],
    [
      'links by a base of RSS',
      rss(item.replace(one.url, 't20260918_1.html')).replace(
        '<rss',
        '<rss xml:base="https://www.stats.gov.cn/a/"',
      ),
    ],
    [
      'links by a base that is no web address',
      rss(item.replace(one.url, '/a/t20260918_1.html')).replace('<rss', '<rss xml:base="urn:x"'),
    ],
    [
      'the place of a text that is elsewhere, by its base',
      atom(
        `<title>${one.title}</title><content xml:base="/a/" src="t20260918_1.html"/><updated>2026-09-18</updated>`,
      ),
    ],
    ['a namespace nobody declared', rss(`<foo:bar>1</foo:bar>${item}`)],
  ])('is read: %s', async (_, xml) => {
    expect(await read(xml)).toMatchObject({ ok: true, value: { entries: [one] } });
  });

  it('gives the text of an entry without its mark-up', async () => {
    const xml = rss(
      item.replace(
        '</item>',
        '<description>&lt;p&gt;京科发〔2026〕1号&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;各单位&amp;amp;</description></item>',
      ),
    );
    expect(await read(xml)).toMatchObject({ value: { entries: [{ summary: '京科发〔2026〕1号 各单位&' }] } });
  });

  it.each([
    [
      '<content type="xhtml"><div><h1>办法</h1><p>第一条 为了<b>推进</b>工作，</p><ul><li>一</li><li>二<br/>三</li></ul><script>x</script></div></content>',
      '办法 第一条 为了推进工作， 一 二 三',
    ],
    ['<content type="xhtml"><div>R&amp;D &lt;b&gt;不是标记&lt;/b&gt;</div></content>', 'R&D <b>不是标记</b>'],
    ['<content type="xhtml"><div><p> </p></div></content><summary>摘要</summary>', '摘要'],
    ['<summary>一<br/>二</summary>', '一 二'],
  ])('gives the words of %s in their order, blanks between blocks', async (text, summary) => {
    const xml = atom(`<title>${one.title}</title><link href="${one.url}"/>${text}`);
    expect(await read(xml)).toMatchObject({ value: { entries: [{ summary }] } });
  });

  it('calls an item without a title by the beginning of its text', async () => {
    const text = '关于概念验证的公告。请各单位按要求申报。';
    const xml = rss(
      `<item><link>${one.url}</link><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`,
    );
    expect(await read(xml)).toMatchObject({
      value: { entries: [{ title: '关于概念验证的公告。', url: one.url, summary: text }] },
    });
  });

  it('prefers the full text to the summary', async () => {
    const xml = rss(
      item.replace(
        '</item>',
        '<description>短</description><content:encoded><![CDATA[<p>全文</p>]]></content:encoded></item>',
      ),
    );
    expect(await read(xml)).toMatchObject({ value: { entries: [{ summary: '全文' }] } });
  });

  it.each<[string, string | null, string]>([
    ['2026-02-31', null, 'no such day'],
    ['Thu, 31 Feb 2026 00:00:00 GMT', null, 'no such day, in English'],
    ['9999-12-31', null, 'the year 9999'],
    ['yesterday', '2026-09-18', 'no date: the one of the URL'],
    ['2026-10-04 01:39:11.0', '2026-10-03T17:39:11.000Z', 'Beijing time'],
    ['4 Jun 2026 16:00:00 GMT', '2026-06-04T16:00:00.000Z', 'with its zone'],
  ])('dated %j gives %j (%s), in RSS and in Atom', async (written, date) => {
    const atom = `<feed><entry><title>${one.title}</title><link href="${one.url}"/><published>${written}</published></entry></feed>`;
    for (const xml of [rss(item.replace('2026-09-18</pub', `${written}</pub`)), atom])
      expect(await read(xml)).toMatchObject({ ok: true, value: { entries: [{ date }] } });
  });

  it.each([
    'pubDate',
    'pubdate',
    'pubTime',
    'pubtime',
    'publishTime',
    'issued',
    'dcterms:issued',
    'date',
    'published',
    'dc:date',
    'dcterms:created',
    'updated',
  ])('is dated by <%s>, where no address says a day', async (name) => {
    const undated = `<item><title>甲</title><link>https://a.gov.cn/1.html</link><${name}>2026-09-18</${name}></item>`;
    expect(await read(rss(undated))).toMatchObject({ value: { entries: [{ date: '2026-09-18' }] } });
  });

  it('without entries is a good one', async () => {
    expect(await read(rss(''))).toEqual({ ok: true, value: { entries: [], notes: [] } });
  });

  it('keeps what it can of items without a title or a link', async () => {
    const read1 = await read(
      rss(`<item><link>${one.url}</link></item><item><title>没有地址</title></item>${item}`),
    );
    expect(read1).toMatchObject({ ok: true, value: { entries: [{ title: '没有地址', url: '' }, one] } });
  });

  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><item><title>&lol9;</title></item></channel></rss>`;
  it.each([
    [
      'an HTML page',
      '<!DOCTYPE html><html><head><title>404</title></head><body></body></html>',
      'wrong-type',
    ],
    [
      'an HTML page with a declaration before it',
      '<?xml version="1.0"?>\n<!-- x --><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
      'wrong-type',
    ],
    [
      'a script that wants a browser',
      '<script>document.cookie="a=b";location.reload()</script>',
      'wrong-type',
    ],
    ['plain text', 'Service unavailable', 'wrong-type'],
    ['XML cut off', rss(item).slice(0, -30), 'malformed'],
    ['tags that cross', rss('<item><title>x</item></title>'), 'malformed'],
    ['another kind of XML', '<?xml version="1.0"?><urlset><url><loc>x</loc></url></urlset>', 'malformed'],
    ['a feed without a channel', '<rss version="2.0"></rss>', 'malformed'],
    ['a billion laughs', bomb, 'malformed'],
    [
      'an external entity',
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&x;</title></item></channel></rss>',
      'malformed',
    ],
    ['a title of ten megabytes', rss(`<item><title>${'长'.repeat(3_500_000)}</title></item>`), 'no-rows'],
    [
      'elements without end',
      `<rss version="2.0"><channel>${'<item/>'.repeat(200_000)}</channel></rss>`,
      'too-large',
    ],
    ['elements nested without end', `<rss>${'<a>'.repeat(100_000)}`, 'too-large'],
    ['CDATA that never ends, many times', rss('<![CDATA['.repeat(200_000)), 'malformed'],
    ['document types that never end, many times', '<!DOCTYPE x ['.repeat(100_000), 'malformed'],
    ['tags that never end, many times', `<rss>${'<a '.repeat(500_000)}`, 'malformed'],
  ])('that is %s fails', async (_, xml, cause) => {
    expect(await read(xml)).toMatchObject({ ok: false, error: { cause } });
  });

  it('says the same whatever document type it declares', async () => {
    const text = fc.constantFrom(
      ...[
        '',
        ' ',
        '概念验证管理办法',
        '2026-09-18',
        'https://a.cn/b?c=1&amp;d=2',
        'a &lt;b&gt;乙&lt;/b&gt; &amp;#20851;',
      ],
      ...['<![CDATA[ <p>甲&amp;</p> ]]>', '甲<![CDATA[乙]]><!-- 丙 -->丁', 'R&amp;D&#160;&nbsp;&unknown;'],
    );
    const name = fc.constantFrom(
      ...[
        'title',
        'link',
        'guid',
        'id',
        'pubDate',
        'pubTime',
        'dc:date',
        'updated',
        'description',
        'content:encoded',
      ],
      ...['summary', 'category'],
    );
    const element = fc.oneof(
      fc.tuple(name, text).map(([name, text]) => `<${name}>${text}</${name}>`),
      fc.constantFrom(
        '<link/>',
        '<link href="https://a.cn/1?a=1&amp;b=2"/>',
        "<link rel = 'self' href='x' />",
        '<guid isPermaLink="false">https://a.cn/2</guid>',
        '<author><name>甲</name><title>乙</title></author>',
        '<enclosure url="x" />',
        '<item><title>inner</title></item>',
      ),
    );
    const item = fc.array(element, { minLength: 1, maxLength: 8 }).map((elements) => elements.join('\n'));
    const feed = fc.tuple(
      fc.array(item, { maxLength: 4 }),
      fc.constantFrom<(items: string[]) => string>(
        (items) =>
          `<rss version="2.0"><channel><title>甲</title>${items.map((one) => `<item>${one}</item>`).join('')}</channel></rss>`,
        (items) =>
          `<rss><channel/><channel>${items.map((one) => `<item>${one}</item>`).join('')}</channel></rss>`,
        (items) =>
          `<rdf:RDF xmlns:rdf="r"><channel><title/></channel>${items.map((one) => `<item rdf:about="https://a.cn/3">${one}</item>`).join('')}</rdf:RDF>`,
        (items) => `<feed xmlns="a">${items.map((one) => `<entry>${one}</entry>`).join('')}</feed>`,
      ),
    );
    await fc.assert(
      fc.asyncProperty(feed, async ([items, form]) => {
        const xml = form(items);
        expect(await read(xml)).toEqual(await read(`<!DOCTYPE x [<!ELEMENT x ANY>]>${xml}`));
      }),
      { numRuns: 300 },
    );
  });

  it('has the items that a whole parser finds in it', async () => {
    const text = fc.constantFrom(
      '甲',
      '乙 丙',
      'R&amp;D',
      '<![CDATA[丁 & 戊]]>',
      '己<![CDATA[庚]]><!-- 辛 -->',
      '&#x5173;于',
    );
    const element = fc.constantFrom(
      '',
      '<author><title>乙</title></author>',
      '<category>丙</category>',
      '<x:title>丁</x:title>',
    );
    const item = fc
      .tuple(element, text, element, fc.nat(9))
      .map(
        ([before, title, after, n]) =>
          `<item>${before}<title>${title}</title>${after}<link>https://a.cn/${n}</link></item>`,
      );
    await fc.assert(
      fc.asyncProperty(fc.array(item), async (items) => {
        const xml = rss(items.join('\n<!-- next -->')).replace('<rss', '<rss xmlns:x="x"');
        const parsed = await new Parser().parseString(xml);
        const found = await read(xml);
        expect(found.ok && found.value.entries.map(({ title, url }) => ({ title, url }))).toEqual(
          parsed.items.map(({ title, link }) => ({ title, url: link })),
        );
      }),
    );
  });

  it('never throws, however it is cut, doubled or shuffled', async () => {
    const piece = fc.constantFrom(
      '<rss version="2.0">',
      '<channel>',
      '<item>',
      '<title>',
      '</title>',
      '<link>',
      '</link>',
      'https://a.cn',
      '</item>',
      '</channel>',
      '</rss>',
      '<feed>',
      '<entry>',
      '<link href="x"/>',
      '&',
      '&lt;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<description><b>x</b></description>',
      '<guid>',
      '</guid>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
        expect(typeof (await read(pieces.join(''))).ok).toBe('boolean');
      }),
    );
  });
});

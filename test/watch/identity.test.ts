import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../src/watch/identity/canonicalise.ts';
import { identify, normaliseTitle } from '../../src/watch/identity/identify.ts';

describe('a canonical URL', () => {
  it.each([
    [
      'http://www.bjrd.gov.cn/zyfb/202609/t20260901_1.html',
      'https://www.bjrd.gov.cn/zyfb/202609/t20260901_1.html',
      'scheme',
    ],
    ['https://nsfc.gov.cn/p1/1/2/3.html', 'https://www.nsfc.gov.cn/p1/1/2/3.html', 'www or not'],
    ['https://WWW.Most.Gov.CN/a.html', 'https://www.most.gov.cn/a.html', 'case of the host'],
    ['https://www.most.gov.cn:443/a.html', 'https://www.most.gov.cn/a.html', 'default port'],
    [
      'https://service2.most.gov.cn/kjjh_tztg_all/20260430/5824.html',
      'https://service.most.gov.cn/kjjh_tztg_all/20260430/5824.html',
      'host twins',
    ],
    [
      'https://www.beijing.gov.cn/gate/big5/www.beijing.gov.cn/zhengce/a.html',
      'https://www.beijing.gov.cn/zhengce/a.html',
      'the Traditional mirror',
    ],
    [
      'https://big5.www.gov.cn/gate/big5/www.gov.cn/zhengce/a.htm',
      'https://www.gov.cn/zhengce/a.htm',
      'its host, too',
    ],
    [
      'https://www.ndrc.gov.cn/xxgk/zcfb/tz/202609/t20260901_1400001_ext.html',
      'https://www.ndrc.gov.cn/xxgk/zcfb/tz/202609/t20260901_1400001.html',
      'the mobile twin',
    ],
    ['https://m.bjrd.gov.cn/a.html', 'https://www.bjrd.gov.cn/a.html', 'the mobile host'],
    ['https://a.gov.cn/x.html?utm_source=wx&utm_medium=m', 'https://a.gov.cn/x.html', 'tracking'],
    [
      'https://a.gov.cn/x.html?id=7&from=singlemessage&isappinstalled=0',
      'https://a.gov.cn/x.html?id=7',
      'how it was shared',
    ],
    ['https://a.gov.cn/x?b=2&a=1', 'https://a.gov.cn/x?a=1&b=2', 'order of parameters'],
    ['https://a.gov.cn/x.html#top', 'https://a.gov.cn/x.html', 'a place on the page'],
    ['https://a.gov.cn/x.html#wechat_redirect', 'https://a.gov.cn/x.html', 'how it was opened'],
    ['https://a.gov.cn/x.html#utm_source=wx&from=rss', 'https://a.gov.cn/x.html', 'tracking in a fragment'],
    ['https://a.gov.cn/x.html#:~:text=a=b', 'https://a.gov.cn/x.html', 'words that are to be shown'],
    ['https://a.gov.cn/x.html#detail?utm_source=wx', 'https://a.gov.cn/x.html', 'tracking of a place'],
    ['https://a.gov.cn/x.html#id=7&spm=1', 'https://a.gov.cn/x.html#id=7', 'tracking beside a name'],
    ['https://a.gov.cn/x.html#id=7:~:text=b', 'https://a.gov.cn/x.html#id=7', 'words beside a name'],
    ['https://a.gov.cn/x.pdf#page=7&zoom=100', 'https://a.gov.cn/x.pdf', 'a page of a PDF'],
    ['http://www.a.gov.cn/x/index.html#id=7', 'https://a.gov.cn/x/#id=7', 'all else before a fragment'],
    ['https://a.gov.cn/436549321/index.html', 'https://a.gov.cn/436549321/', 'an index file'],
    ['https://a.gov.cn//b///c.html', 'https://a.gov.cn/b/c.html', 'doubled slashes'],
    ['https://a.gov.cn../b.html', 'https://a.gov.cn/b.html', 'dots behind the host'],
    ['https://a.cn/gate/big5/0../b.html', 'https://0.0.0.0/b.html', 'dots behind what is an IP address'],
    ['https://a.gov.cn/x.jsp;jsessionid=0A1B?id=7', 'https://a.gov.cn/x.jsp?id=7', 'a session'],
  ])('of %s is that of %s: %s', (one, other) => {
    expect(canonicalUrl(one)).toBe(canonicalUrl(other));
  });

  it.each([
    [
      'https://zhengce.beijing.gov.cn/#/declare/detail/7',
      'https://zhengce.beijing.gov.cn/#/declare/detail/8',
      'routes of a single-page site',
    ],
    ['https://a.gov.cn/x.html?id=7', 'https://a.gov.cn/x.html?id=8', 'a parameter that means something'],
    ['https://a.gov.cn/x.html#id=7', 'https://a.gov.cn/x.html#id=8', 'one in the fragment'],
    ['https://a.gov.cn/x.html#id=7', 'https://a.gov.cn/x.html', 'a fragment that names the page'],
    ['https://a.gov.cn/x.html#detail?id=7', 'https://a.gov.cn/x.html#detail?id=8', 'one behind a place'],
    ['https://a.gov.cn/x.html#detail?7', 'https://a.gov.cn/x.html#detail?8', 'the same without a name'],
    [
      'https://a.gov.cn/x.html?from=2026',
      'https://a.gov.cn/x.html',
      'a parameter that only looks like tracking',
    ],
    ['https://kw.beijing.gov.cn/a.html', 'https://fgw.beijing.gov.cn/a.html', 'hosts of one parent'],
    ['https://a.gov.cn/A.html', 'https://a.gov.cn/a.html', 'case of the path'],
    ['http://127.0.0.1:8001/a.html', 'http://127.0.0.1:8002/a.html', 'ports'],
  ])('of %s is not that of %s: %s', (one, other) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(other));
  });

  const part = fc.oneof(
    fc.stringMatching(/^[a-z0-9._%;/#?=&-]{0,30}$/),
    fc
      .array(fc.constantFrom('#', '?', '&', '=', ':~:', 'id', 'from', 'utm_a', 'x', '/', '!', '.pdf', '%'))
      .map((all) => all.join('')),
  );
  const urls = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(
        fc.constantFrom('http', 'https', 'ftp'),
        fc.constantFrom('www.m.www.beijing.gov.cn', 'm.gov.cn', 'big5.www.gov.cn', 'a.cn:80', '[::1]:8080'),
        part,
      )
      .map(([scheme, host, rest]) => `${scheme}://${host}/gate/big5/${rest}`),
    fc.string(),
  );
  it.each([
    [
      'https://kw.beijing.gov.cn/zwgk/tzgg/202608/t20260812_1.html',
      'https://kw.beijing.gov.cn/zwgk/tzgg/202608/t20260812_1.html',
    ],
    ['http://www.miit.gov.cn/a/art_b.html?id=7#top', 'https://miit.gov.cn/a/art_b.html?id=7'],
    [
      'https://zhengce.beijing.gov.cn/#/declare/detail/7?from=wx',
      'https://zhengce.beijing.gov.cn/#/declare/detail/7?from=wx',
    ],
  ])('that is stored stays as it is: of %s it is %s', (url, id) => {
    expect(canonicalUrl(url)).toBe(id);
  });

  it('made canonical again does not change', () => {
    fc.assert(
      fc.property(urls, (url) => {
        expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same however little there is to fold: an empty query changes nothing', () => {
    const segment = fc.oneof(
      fc.constantFrom('', '.', '..', 'index.html', 'default.aspx', 't20260901_14_ext.html', 'gate', 'big5'),
      fc.stringMatching(/^[\w.%;-]{1,8}$/),
    );
    const host = fc.oneof(
      fc.constantFrom(
        'www.m.beijing.gov.cn',
        'a.cn',
        'A.cn',
        'xn--a.cn',
        'a.1',
        '127.0.0.1',
        '127.1',
        '010.0.0.1',
      ),
      fc.constantFrom(
        '256.1.1.1',
        '1.2.3.4.',
        'a.0x7f',
        'service2.most.gov.cn',
        'localhost',
        'm.cn',
        'a-.b--c.cn',
      ),
    );
    const port = fc.constantFrom('', ':80', ':443', ':8080', ':080', ':65536', ':46397', ':0', ':');
    const urls = fc
      .tuple(fc.constantFrom('http', 'https'), host, port, fc.array(segment, { maxLength: 5 }))
      .map(
        ([scheme, name, at, path]) => `${scheme}://${name}${at}${path.map((each) => `/${each}`).join('')}`,
      );
    fc.assert(
      fc.property(urls, (url) => {
        fc.pre(URL.canParse(url));
        expect(canonicalUrl(url)).toBe(canonicalUrl(`${url}?`));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a title', () => {
  it('has the same letters whatever rare ones stand beside them', () => {
    const characters = fc.constantFrom(
      ...'北京市發號的aZ09 -_^`~.《》〈〉「」【】〔〕（），。：；！？、“”‘’—…·　',
    );
    const titles = fc.array(characters, { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(titles, (title) => {
        expect(normaliseTitle(`京${title}Ⅷ`).core).toBe(
          `${normaliseTitle(`京${title}京`).core.slice(0, -1)}viii`,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [
      '[已结束]关于《管理办法》公开征求意见的通知',
      '[进行中]关于《管理办法》公开征求意见的通知',
      'status marks change',
    ],
    ['【置顶】关于印发《措施》的通知', '关于印发《措施》的通知', 'pinned'],
    ['关于印发 《措施》 的通知', '关于印发《措施》的通知', 'spaces'],
    ['关于印发〈措施〉的通知', '关于印发《措施》的通知', 'brackets'],
    ['关于印发《措施》的通知（京科发〔2024〕1号）', '关于印发《措施》的通知', 'document number'],
    ['北京（京津冀）国际科技创新中心建设方案', '北京国际科技创新中心建设方案', 'the centre’s names'],
    ['ＡＩ＋行动计划', 'AI+行动计划', 'full width'],
    [
      '北京市科学技术委员会、中关村科技园区管理委员会关于印发《措施》的通知',
      '关于印发《措施》的通知',
      'issuer in front',
    ],
  ])('%s means %s: %s', (one, other) => {
    expect(normaliseTitle(one).core).toBe(normaliseTitle(other).core);
  });

  it('keeps apart what is different', () => {
    expect(normaliseTitle('2025年度概念验证项目申报通知').core).not.toBe(
      normaliseTitle('2026年度概念验证项目申报通知').core,
    );
  });
});

describe('an identity', () => {
  const kw = { authority: '北京市科学技术委员会、中关村科技园区管理委员会', level: 'municipal' };
  it('is never empty, and its strongest key comes first', () => {
    expect(identify({ id: 'https://a/1', title: '措施（京科发〔2024〕1号）' }, kw).keys).toMatchObject([
      'doc:京科发〔2024〕1号',
      'url:https://a/1',
      expect.stringMatching(/^text:/),
    ]);
  });
});

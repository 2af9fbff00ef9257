import { describe, expect, it } from 'vitest';
import type { EntryRecord, Known, Measure } from '../../src/store/port.ts';
import { decide } from '../../src/watch/decide/decide.ts';
import { changedParts, pageState } from '../../src/watch/detail/merge.ts';
import { readDetail } from '../../src/watch/detail/read.ts';
import type { Detail } from '../../src/watch/detail/types.ts';
import { canonicalUrl } from '../../src/watch/identity/canonicalise.ts';
import { identify } from '../../src/watch/identity/identify.ts';
import type { Entry, FeedDefinition } from '../../src/watch/types.ts';

/** What official sites really do, where it takes a decision or a whole page to see what comes of it; line by line it is in `quirks.lines`. */

const feed: FeedDefinition = {
  id: 'kw',
  name: '通知公告',
  authority: '北京市科学技术委员会',
  level: 'municipal',
  page: 'https://kw.beijing.gov.cn/',
  url: 'https://kw.beijing.gov.cn/',
  reader: { kind: 'rss' },
  paceMinutes: 30,
  confidence: 'high',
};
const TITLE = '关于支持概念验证平台建设的若干政策措施';
const nothing: Detail = {
  title: null,
  issuer: null,
  docNumber: null,
  signedOn: null,
  published: null,
  effectiveOn: null,
  consultation: null,
  attachments: [],
  text: '正文',
};
const at = (url: string, part: Partial<Entry> = {}): Entry => ({
  id: canonicalUrl(url),
  url,
  title: TITLE,
  date: '2026-09-18',
  ...part,
});
const read = async (html: string) => {
  const answer = await readDetail(html, 'https://kw.beijing.gov.cn/a.html');
  if (!answer.ok) throw new Error(answer.error.cause);
  return answer.value;
};
const ruleOn = (
  entry: Entry,
  entries: readonly EntryRecord[] = [],
  measures: readonly Measure[] = [],
  source: FeedDefinition = feed,
) => {
  const known: Known = {
    feed: {
      feedId: 'kw',
      validators: {},
      firstReadAt: '2026-01-01T00:00:00.000Z',
      lastSuccessAt: null,
      lastCheckAt: null,
      nextCheckAt: '2026-01-01T00:00:00.000Z',
      consecutiveFailures: 0,
      lastCause: null,
    },
    entries: new Map(entries.map((record) => [record.entry.id, record])),
    measures: new Map(measures.flatMap((measure) => measure.keys.map((key) => [key, measure]))),
    alerted: new Map(measures.map(({ id }) => [id, '2026-01-01T00:00:00.000Z'])),
    revisions: new Map(),
    subscriptions: [],
    guilds: new Map(),
  };
  return decide(known, {
    feed: source,
    visit: { status: 'ok', entries: [entry], validators: {}, ms: 0, bytes: 0, notes: [] },
    now: new Date('2026-09-20T00:00:00Z'),
    jitter: 0,
    link: ({ id }) => ({
      id,
      relevant: true,
      kind: 'measure',
      confidence: 0.9,
      articles: [{ number: 23, score: 0.9, link: 'implements', why: '概念验证' }],
      cites: [],
    }),
  });
};

describe('dates', () => {
  it('of a page that was published years ago make its new URL no news', () => {
    const detail = { ...nothing, published: '2018-05-18' };
    const moved = at('https://bjrd.gov.cn/t20260918_1.html', { detail, page: pageState(detail) });
    expect(ruleOn(moved)).toMatchObject({ entries: [{ verdict: 'learned' }], alerts: [] });
  });

  it.each([
    ['2026-08-01', 'told', 'told'],
    ['2026-03-01', 'learned', 'told'],
    ['2025-07-01', 'learned', 'learned'],
  ])(
    'of a row, %s, are when it was put up, or in a table of laws when it was made: %s, %s',
    (date, elsewhere, inTable) => {
      const row = at('https://bjrd.gov.cn/a/1.html', { date });
      expect(ruleOn(row).entries).toMatchObject([{ verdict: elsewhere }]);
      const table = { ...feed, dates: 'enacted' } as const;
      expect(ruleOn(row, [], [], table).entries).toMatchObject([{ verdict: inTable }]);
    },
  );

  it('run together in a meta element give the first', async () => {
    const html =
      '<meta name="PubDate" content="2026-09-10 10:302026-09-18 08:00"><p>正文是这样的一段话，它足够长。</p>';
    expect((await read(html)).published).toBe('2026-09-10T02:30:00.000Z');
  });
});

describe('one document', () => {
  it('shown under one number of three columns of a site has an identity in common, wherever its title is cut', () => {
    const keys = ['zcwj', 'tzgg', 'sbrl'].map((column, cut) => {
      const title = '关于印发概念验证平台建设管理办法…'.slice(cut);
      const url = `https://kw.beijing.gov.cn/${column}/202608/t20260812_4820137.html`;
      return new Set(identify(at(url, { title }), feed).keys);
    });
    const [first, ...others] = keys;
    for (const other of others) expect(first?.intersection(other)).not.toEqual(new Set());
  });

  it.each([
    ['its title, and now by its guid', 'hash:title', 'hash:guid'],
    ['an address that was made of its id, and now by that', 'https://kw.beijing.gov.cn/4', 'hash:4'],
    [
      'an address without the base of its feed',
      'https://kw.beijing.gov.cn/1.html',
      'https://kw.beijing.gov.cn/p/1.html',
    ],
    [
      'its address alone, and now by the fragment, too',
      'https://kw.beijing.gov.cn/v.html',
      'https://kw.beijing.gov.cn/v.html#id=1',
    ],
  ])('that was known by %s is told nobody again', (_, before, now) => {
    const told = ruleOn(at('https://kw.beijing.gov.cn/', { id: before }));
    expect(told.alerts).toHaveLength(1);
    const again = ruleOn(at('https://kw.beijing.gov.cn/', { id: now }), told.entries, told.measures);
    expect(again).toMatchObject({
      entries: [{ verdict: 'repost' }],
      measures: [],
      alerts: [],
      deliveries: [],
    });
  });

  it('is the one that has its number, though another has its title', () => {
    const numbered = at('https://kw.beijing.gov.cn/1.html', {
      title: '关于概念验证平台的若干规定',
      docNumber: '京科发〔2026〕12号',
    });
    const titled = at('https://kw.beijing.gov.cn/2.html');
    const [first, second] = [ruleOn(numbered).measures, ruleOn(titled).measures];
    const both = at('https://ncsti.gov.cn/3.html', { docNumber: '京科发[2026] 12 号' });
    for (const known of [
      [...first, ...second],
      [...second, ...first],
    ])
      expect(ruleOn(both, [], known)).toMatchObject({
        entries: [{ verdict: 'repost', measureId: first[0]?.id }],
        alerts: [],
      });
  });

  it('that cites other numbers is known by the one of its issuing line', async () => {
    const html = `<div id="mainText"><p>京科发〔2026〕12号</p><p>根据国科发规〔2025〕100号和京政发〔2024〕3号，制定本办法。</p></div>`;
    expect((await read(html)).docNumber).toBe('京科发〔2026〕12号');
    const citing =
      '<div id="mainText"><p>各有关单位：</p><p>根据国科发规〔2025〕100号，制定本办法。</p></div>';
    expect((await read(citing)).docNumber).toBeNull();
  });
});

describe('a page', () => {
  it('with a new version of its file under a new name was revised in its attachments alone', () => {
    const [before, after] = ['W020260901.pdf', 'W020260910.pdf'].map((name) =>
      pageState({ ...nothing, attachments: [{ title: '附件', url: `https://a.gov.cn/${name}` }] }),
    );
    expect(changedParts(before, after)).toEqual(['attachments']);
  });

  it('lists files with Chinese names, relative ones and those behind a download address, and no page', async () => {
    const html = `<div id="mainText"><p>正文</p><a href="./W020260901.ofd">一</a><a href="附件2.docx"></a>
      <a href="/down?file=a.xlsx">三</a><a href="t20260901_1.html">别的通知</a></div>`;
    expect((await read(html)).attachments).toEqual([
      { title: '一', url: 'https://kw.beijing.gov.cn/W020260901.ofd' },
      { title: '附件2.docx', url: 'https://kw.beijing.gov.cn/%E9%99%84%E4%BB%B62.docx' },
      { title: '三', url: 'https://kw.beijing.gov.cn/down?file=a.xlsx' },
    ]);
  });

  it.each([
    '【打印本页】【关闭窗口】',
    '责任编辑：李四',
    '扫一扫在手机打开当前页',
    '您访问的链接即将离开“首都之窗”门户网站 是否继续？',
  ])('is the same with and without "%s"', async (furniture) => {
    const page = (more: string) => `<div id="mainText"><p>正文是这样。</p><p>${more}</p></div>`;
    expect(pageState(await read(page(furniture)))).toEqual(pageState(await read(page(''))));
  });
});

import { describe, expect, it } from 'vitest';
import { pageBack } from '../../src/watch/pageBack.ts';
import type { Entry, FeedDefinition, Visit } from '../../src/watch/types.ts';

const feed: FeedDefinition = {
  id: 'kw',
  name: '通知公告',
  authority: '市科委',
  level: 'municipal',
  page: 'https://kw.beijing.gov.cn/zwgk/tzgg/',
  url: 'https://kw.beijing.gov.cn/zwgk/tzgg/',
  reader: { kind: 'rss' },
  paceMinutes: 30,
  confidence: 'high',
  olderPages: 'index_{n}.html',
};
const { olderPages: _, ...withoutPages } = feed;
const visitOf = (...ids: number[]): Visit => ({
  status: 'ok',
  entries: ids.map((n) => ({ id: `e${n}`, url: `https://a.cn/${n}`, title: `${n}`, date: null })),
  validators: { etag: '"1"' },
  ms: 1,
  bytes: 1,
  notes: [],
});
const failure = (cause: string): Visit => ({ ...visitOf(), status: 'failed', cause });

describe('reading back', () => {
  const read = async (pages: Visit[], known: number[], definition = feed) => {
    const asked: string[] = [];
    const isReached = (entries: readonly Entry[]) =>
      entries.some(({ id }) => known.includes(Number(id.slice(1))));
    const [first = visitOf(), ...older] = pages;
    const visit = await pageBack(definition, first, isReached, async (url) => {
      asked.push(url);
      return older.shift() ?? failure('http-404');
    });
    return { ids: visit.entries.map(({ id }) => Number(id.slice(1))), asked, visit };
  };

  it('asks for no older page where the first reaches back', async () => {
    expect(await read([visitOf(9, 8, 7), visitOf(6)], [7])).toMatchObject({ ids: [9, 8, 7], asked: [] });
  });

  it('goes back until what was read reaches back', async () => {
    const { ids, asked, visit } = await read([visitOf(9, 8), visitOf(7, 6), visitOf(5, 4), visitOf(3)], [5]);
    expect(ids).toEqual([9, 8, 7, 6, 5, 4]);
    expect(asked).toEqual([
      'https://kw.beijing.gov.cn/zwgk/tzgg/index_1.html',
      'https://kw.beijing.gov.cn/zwgk/tzgg/index_2.html',
    ]);
    expect(visit).toMatchObject({ status: 'ok', validators: { etag: '"1"' } });
  });

  it.each([
    ['index_{n+1}.html', ['index_2.html', 'index_3.html']],
    ['?page={n+1}&size=20', ['?page=2&size=20', '?page=3&size=20']],
  ])('asks for the pages as its source counts them: %s', async (olderPages, places) => {
    const { asked } = await read([visitOf(9), visitOf(8), visitOf(7)], [7], { ...feed, olderPages });
    expect(asked).toEqual(places.map((place) => `${feed.url}${place}`));
  });

  it.each<[string, Visit[], number[]]>([
    ['a list ends', [visitOf(9), visitOf(8)], [9, 8]],
    ['a page comes twice', [visitOf(9, 8), visitOf(9, 8), visitOf(7)], [9, 8]],
    ['a site does not show more', [visitOf(9), failure('http-403'), visitOf(7)], [9]],
    ['five pages are read', Array.from({ length: 9 }, (_, n) => visitOf(9 - n)), [9, 8, 7, 6, 5, 4]],
  ])('stops where %s', async (_, pages, ids) => {
    expect((await read(pages, [])).ids).toEqual(ids);
  });

  it.each(['timeout', 'http-503', 'connection-lost'])(
    'gives what it has where an older page fails for a passing %s, to be read in full at the next visit',
    async (cause) => {
      const older = { ...failure(cause), retryAfter: 600 };
      const { ids, visit } = await read([visitOf(9), visitOf(8), older, visitOf(7)], []);
      expect(ids).toEqual([9, 8]);
      expect(visit).toMatchObject({ status: 'ok', isCutShort: true, validators: {}, retryAfter: 600 });
      expect(visit.notes.at(-1)).toContain('index_2.html');
    },
  );

  it.each<[string, FeedDefinition, Visit]>([
    ['a source whose older pages are not known', withoutPages, visitOf(9)],
    ['a page that is unchanged', feed, { ...visitOf(), status: 'unchanged' }],
    ['a page that failed', feed, failure('timeout')],
  ])('leaves %s alone', async (_, definition, first) => {
    expect((await read([first], [], definition)).asked).toEqual([]);
  });
});

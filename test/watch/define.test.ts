import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseReader } from '../../src/watch/define.ts';
import { addDefinitions } from '../../src/watch/load.ts';
import type { FeedDefinition } from '../../src/watch/types.ts';

const builtIn: FeedDefinition = {
  id: 'kw',
  name: '通知公告',
  authority: '市科委',
  level: 'municipal',
  page: 'https://kw.beijing.gov.cn/',
  url: 'https://kw.beijing.gov.cn/',
  reader: { kind: 'rss' },
  paceMinutes: 30,
  confidence: 'high',
};

describe("a team's own sources", () => {
  let dir = '';
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'feeds-'));
  });
  afterEach(() => rm(dir, { recursive: true }));
  const load = async (files: Record<string, unknown>) => {
    for (const [name, content] of Object.entries(files))
      await writeFile(join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));
    return addDefinitions([builtIn], dir);
  };

  it('stand beside the built-in ones; an address and a reader are enough', async () => {
    const { feeds, problems } = await load({
      'own.json': { id: 'own', url: 'https://a.gov.cn/rss', reader: { kind: 'rss' } },
      'README.md': 'not a definition',
    });
    expect(problems).toEqual([]);
    expect(feeds).toEqual([
      builtIn,
      {
        id: 'own',
        name: 'own',
        authority: 'own',
        level: 'other',
        page: 'https://a.gov.cn/rss',
        url: 'https://a.gov.cn/rss',
        reader: { kind: 'rss' },
        paceMinutes: 30,
        confidence: 'medium',
      },
    ]);
  });

  it('that want a header which cannot be sent are named at the start', async () => {
    const own = { id: 'own', url: 'https://a.gov.cn/政策/', reader: { kind: 'rss' } };
    const { feeds, problems } = await load({
      'a.json': { ...own, headers: { 'x-from': '市科委' } },
      'b.json': { ...own, headers: { referer: 'https://a.gov.cn/政策/' } },
    });
    expect(problems).toEqual([expect.stringMatching(/a\.json.*headers\.x-from: /)]);
    expect(feeds).toHaveLength(2);
  });

  it('take the place of a built-in one of the same id', async () => {
    const { feeds } = await load({
      'kw.json': { id: 'kw', url: 'https://b.gov.cn/rss', reader: { kind: 'rss' } },
    });
    expect(feeds.map(({ url }) => url)).toEqual(['https://b.gov.cn/rss']);
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /x\.json.*JSON/],
    ['no object', '[]', /x\.json/],
    ['no address', { id: 'x', reader: { kind: 'rss' } }, /url/],
    ['no reader', { id: 'x', url: 'https://a.cn' }, /reader/],
    ['a reader nobody has', { id: 'x', url: 'https://a.cn', reader: { kind: 'pdf' } }, /reader/],
    [
      'a pattern that is none',
      {
        id: 'x',
        url: 'https://a.cn',
        reader: { kind: 'html', item: 'li', title: 'a', link: 'a', linkPattern: '(' },
      },
      /linkPattern/,
    ],
    ['an id with a slash', { id: '../x', url: 'https://a.cn', reader: { kind: 'rss' } }, /id/],
    ['a field that is misspelt', { id: 'x', url: 'https://a.cn', reader: { kind: 'rss' }, pace: 5 }, /pace/],
  ])('that cannot be used are named, and stop nothing: %s', async (_, content, problem) => {
    const { feeds, problems } = await load({ 'x.json': content });
    expect(feeds).toEqual([builtIn]);
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });

  it('in a folder that is not there are a problem, too', async () => {
    const { feeds, problems } = await addDefinitions([builtIn], join(dir, 'missing'));
    expect(feeds).toEqual([builtIn]);
    expect(problems).toEqual([expect.stringContaining('ENOENT')]);
  });
});

describe('the reader somebody asks for', () => {
  it.each<[string | undefined, unknown, object | null]>([
    [undefined, undefined, null],
    ['rss', undefined, { kind: 'rss' }],
    ['html', undefined, { kind: 'html', item: 'a[href]' }],
    [undefined, { item: 'li', title: 'a', link: 'a@href' }, { kind: 'html', item: 'li' }],
    ['html', { item: 'li', date: null }, { kind: 'html', item: 'li', title: 'a@title || a', link: 'a@href' }],
    [
      'html',
      { item: null, title: null, link: null, date: null, linkPattern: '/x/' },
      { kind: 'html', item: 'a[href]', linkPattern: '/x/' },
    ],
    ['json', undefined, { kind: 'json', item: 'items[]' }],
    ['json', { item: 'rows[]', title: 'title', link: 'url', agency: 'x' }, { kind: 'json', item: 'rows[]' }],
  ])('%s with %j', async (as, selectors, reader) => {
    const parsed = await parseReader(as, selectors);
    expect(parsed.ok).toBe(true);
    if (reader === null) expect(parsed).toEqual({ ok: true, value: null });
    else expect(parsed).toMatchObject({ value: reader });
  });

  it.each<[string | undefined, unknown, RegExp]>([
    ['pdf', undefined, /kind/],
    ['json', { item: 'rows[]' }, /title/],
    ['html', ['li'], /object/],
    ['html', { item: 'li', linkPattern: '[' }, /linkPattern/],
  ])('%s with %j is refused in words', async (as, selectors, problem) => {
    expect(await parseReader(as, selectors)).toEqual({ ok: false, error: expect.stringMatching(problem) });
  });
});

import { describe, expect, it } from 'vitest';
import { jsonFeed, readJson } from '../../../src/watch/read/json.ts';
import type { JsonReader } from '../../../src/watch/types.ts';

const BASE = 'https://www.gov.cn/zhengce/zuixin/list.json';
const gov: JsonReader = { kind: 'json', item: '$[]', title: 'TITLE', link: 'URL', date: 'DOCRELPUBTIME' };
const read = (value: unknown, reader: Partial<JsonReader> = {}) =>
  readJson(typeof value === 'string' ? value : JSON.stringify(value), { ...gov, ...reader }, BASE);
const one = {
  title: '概念验证管理办法',
  url: 'https://www.gov.cn/zhengce/content_7012345.htm',
  date: '2026-09-18',
};
const row = { TITLE: one.title, URL: one.url, DOCRELPUBTIME: one.date };

describe('a JSON answer', () => {
  it.each<[string, unknown, Partial<JsonReader>]>([
    ['a bare list', [row], {}],
    ['a list within', { data: { list: [row] } }, { item: 'data.list[]' }],
    [
      'one of several lists',
      { a: { gongwen: { listVO: [] }, otherfile: { listVO: [row] } } },
      { item: 'a.{gongwen,bumenfile,otherfile}.listVO[] || listVO[]' },
    ],
    [
      'the first list that is there',
      { listVO: [row] },
      { item: 'a.{gongwen,bumenfile}.listVO[] || listVO[]' },
    ],
    [
      'rows wrapped in groups',
      { r: [{ groupData: [{ data: row }, { data: {} }] }] },
      { item: 'r[].groupData[0].data' },
    ],
    ['the first field that yields', [{ ...row, TITLE: null, title: one.title }], { title: 'TITLE || title' }],
    [
      'highlights in the title',
      [{ ...row, TITLE: '<em>概念验证</em>管理办法' }],
      { title: 'TITLE (strip <em>)' },
    ],
    ['a relative link', [{ ...row, URL: '../content_7012345.htm' }], {}],
    [
      'a link made of fields',
      [{ ...row, id: 7012345 }],
      { link: 'https://www.gov.cn/zhengce/content_{id}.htm' },
    ],
    [
      'a date among several',
      [{ ...row, DOCRELPUBTIME: '', d: '2026/09/18' }],
      { date: 'DOCRELPUBTIME || d (YYYY-MM-DD)' },
    ],
    ['an extra comma of fields nobody asked for', [{ ...row, x: [[]], y: { z: null } }], {}],
    [
      'rows of HTML within',
      {
        data: {
          html: `<ul><li><a href="${one.url}" title="${one.title}">概念…</a><span>2026-09-18</span></li></ul>`,
        },
      },
      { item: 'data.html → li', title: 'a@title', link: 'a@href', date: 'span' },
    ],
  ])('is read: %s', async (_, value, reader) => {
    expect(await read(value, reader)).toMatchObject({ ok: true, value: { entries: [one] } });
  });

  it('tells rows apart by ids that are longer than a number can be', async () => {
    const rows = ['1234567890123456788', '1234567890123456789'].map((id) => `{"TITLE":"甲","id":${id}}`);
    const answer = await read(`[${rows.join(',')}]`, { link: 'https://a.gov.cn/{id}' });
    expect(answer.ok && answer.value.entries.map(({ url }) => url)).toEqual([
      'https://a.gov.cn/1234567890123456788',
      'https://a.gov.cn/1234567890123456789',
    ]);
  });

  it('gives an instant for epoch milliseconds', async () => {
    expect(
      await read([{ ...row, DOCRELPUBTIME: 1789000000000 }], { date: 'DOCRELPUBTIME (ms)' }),
    ).toMatchObject({
      value: { entries: [{ date: '2026-09-10T00:26:40.000Z' }] },
    });
  });

  it('keeps the route of a single-page site in a link made of fields', async () => {
    const reader = { link: 'https://zhengce.beijing.gov.cn/#/declare/detail/{id}' };
    expect(await read([{ ...row, id: 'a/b' }], reader)).toMatchObject({
      value: { entries: [{ url: 'https://zhengce.beijing.gov.cn/#/declare/detail/a%2Fb' }] },
    });
  });

  it('that is an empty list is a good one', async () => {
    expect(await read({ data: { list: [] } }, { item: 'data.list[]' })).toMatchObject({
      ok: true,
      value: { entries: [] },
    });
  });

  it.each<[string, unknown, Partial<JsonReader>, string]>([
    ['an error in its own words', { code: 500, msg: 'GET not allowed' }, { item: 'data.list[]' }, 'no-rows'],
    ['rows without links', [{ TITLE: 'x' }], {}, 'no-rows'],
    ['cut off', '[{"TITLE":', {}, 'malformed'],
    ['something inherited, asked for by name', {}, { item: 'constructor[]' }, 'no-rows'],
  ])('that is %s fails', async (_, value, reader, cause) => {
    expect(await read(value, reader)).toMatchObject({ ok: false, error: { cause } });
  });

  it('of the JSON Feed standard needs no paths', async () => {
    const value = {
      version: 'https://jsonfeed.org/version/1.1',
      title: '发布',
      items: [
        {
          id: '1',
          url: one.url,
          title: one.title,
          content_html: '<p>全文</p>',
          date_published: '2026-09-18T08:00:00+08:00',
        },
      ],
    };
    expect(await readJson(JSON.stringify(value), jsonFeed, BASE)).toMatchObject({
      value: { entries: [{ ...one, date: '2026-09-18T00:00:00.000Z', summary: '全文' }] },
    });
  });

  describe('of the JSON Feed standard', () => {
    const items = async (...all: object[]) => {
      const answer = await readJson(JSON.stringify({ items: all }), jsonFeed, BASE);
      return answer.ok ? answer.value.entries : answer.error;
    };
    it.each<[string, object, object]>([
      ['an id that is an address for a link', { id: one.url, title: one.title }, { url: one.url }],
      ['any other id for a name, and no link', { id: 'tag:3', title: one.title }, { url: '', guid: 'tag:3' }],
      ['a number for a name', { id: 4, title: one.title }, { url: '', guid: '4' }],
      [
        'an id beside a link that leads nowhere',
        { id: '4', url: 'javascript:;', title: one.title },
        { url: '', guid: '4' },
      ],
      ['a link for a link, whatever the id', { id: '4', url: one.url, title: one.title }, { url: one.url }],
      [
        'the beginning of its text for a title it has not',
        { url: one.url, content_html: '<p>关于概念验证的公告。</p><p>请申报。</p>' },
        { title: '关于概念验证的公告。', summary: '关于概念验证的公告。 请申报。' },
      ],
      [
        'its words for a title, where they are few',
        { url: one.url, content_text: '甲。乙' },
        { title: '甲。乙' },
      ],
      [
        'their beginning, where they are many',
        { url: one.url, content_text: '甲。'.repeat(600) },
        { title: '甲。' },
      ],
    ])('takes %s', async (_, item, entry) => {
      const found = await items(item);
      expect(found).toMatchObject([entry]);
      expect(Array.isArray(found) && 'guid' in (found[0] ?? {})).toBe('guid' in entry);
    });

    it('drops what has neither link nor id', async () => {
      expect(await items({ title: one.title }, { id: '4', title: one.title })).toHaveLength(1);
    });
  });

  it('whose link is its id alone has it resolved, as its definition says', async () => {
    expect(await read([{ ...row, id: '/a/1.html' }], { link: 'id' })).toMatchObject({
      value: { entries: [{ url: 'https://www.gov.cn/a/1.html' }] },
    });
  });
});

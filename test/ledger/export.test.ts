import { gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import Parser from 'rss-parser';
import { expect, test } from 'vitest';
import { packed } from '../../src/chat/views/ledger.ts';
import { atomFeed } from '../../src/ledger/atom.ts';
import { toCsv } from '../../src/ledger/csv.ts';
import { exportMeasure, measuresAsCsv, measuresAsJson } from '../../src/ledger/export.ts';
import { measureOf } from './measure.ts';

const hostile = '=HYPERLINK("http://x","点")';

test.each([
  ['=1+1', "'=1+1", 'a formula'],
  ['　@SUM(A1)', "'　@SUM(A1)", 'a formula behind a wide space'],
  ['＝1', "'＝1", 'a full-width sign, which some spreadsheets take'],
  ['a,"b"', '"a,""b"""', 'the marks of the format itself'],
  ['第一行\n第二行', '"第一行\n第二行"', 'a line within a cell'],
  ['京科发〔2026〕1号', '京科发〔2026〕1号', 'plain text as it is'],
])('writes %j so that a spreadsheet shows it: %s', (text, cell) => {
  expect(toCsv(['a'], [[text]])).toBe(`\ufeffa\r\n${cell}\r\n`);
});

test('exports each measure on a line, with its articles and evidence', () => {
  const csv = measuresAsCsv([exportMeasure(measureOf({ title: hostile }), '2024-03-01')]);
  const [header, line, end] = csv.split('\r\n');
  expect(header).toContain('title,kind,issuer');
  expect(line).toContain(`"'=HYPERLINK(""http://x"",""点"")",measure,`);
  expect(line).toContain('true,23,23: 「企业科技创新」');
  expect(end).toBe('');
});

test('says in JSON that it is derived', () => {
  const exported = JSON.parse(
    measuresAsJson([exportMeasure(measureOf(), '2024-03-01')], '2026-11-22T00:00:00.000Z'),
  );
  expect(exported).toMatchObject({
    derived: true,
    measures: [{ place: '市', followUp: true, articles: [{ number: 23 }] }],
  });
});

const head = {
  title: '配套文件',
  subtitle: '推断',
  self: 'http://localhost/followups.atom',
  since: '2024-03-01T00:00:00+08:00',
  articleName: (number: number) => `第${number}条`,
  kindName: () => '措施',
};

test('is read by a feed reader, whatever a page had for a title', async () => {
  const title = '<script>alert(1)</script> & "引号"\u0000\ud800';
  const feed = await new Parser().parseString(atomFeed([measureOf({ title })], head));
  expect(feed.items).toHaveLength(1);
  expect(feed.items[0]).toMatchObject({
    link: 'https://kw.beijing.gov.cn/1.html',
    id: 'tag:tiaoli,2024:measure:m1',
  });
  expect(feed.items[0]?.title).toContain('<script>alert(1)</script> & "引号"');
});

test('keeps an entry what it was: the same id, and the instant it was first seen as its update', () => {
  const $ = load(atomFeed([measureOf({ date: null })], head), { xml: true });
  expect($('entry > updated').text()).toBe('2026-05-01T02:00:00.000Z');
  expect($('entry > published').text()).toBe('2026-05-01T02:00:00.000Z');
  expect($('entry > category').attr('term')).toBe('article:23');
});

test.each([
  ['2026-05-01', '2026-05-01T00:00:00+08:00', 'a day in Beijing'],
  ['2026-05-01T01:00:00.000Z', '2026-05-01T01:00:00.000Z', 'an instant'],
  ['2026年5月', '2026-05-01T02:00:00.000Z', 'no instant: when it was first seen'],
])('says of %s that it was published at %s: %s', (date, published) => {
  const $ = load(atomFeed([measureOf({ date })], head), { xml: true });
  expect($('entry > published').text()).toBe(published);
});

test('is a feed when nothing is known yet', async () => {
  expect((await new Parser().parseString(atomFeed([], head))).items).toEqual([]);
});

test('is compressed where Discord would not take it whole, and nothing of it is lost', async () => {
  const small = new Uint8Array([1, 2, 3]);
  expect(await packed('a.csv', small)).toEqual({ name: 'a.csv', bytes: small });
  const large = Buffer.alloc(10 * 1024 * 1024, '措施');
  const { name, bytes } = await packed('a.json', large);
  expect(name).toBe('a.json.gz');
  expect(bytes.length).toBeLessThan(1024 * 1024);
  expect(gunzipSync(bytes).equals(large)).toBe(true);
});

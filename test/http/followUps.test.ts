import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import Parser from 'rss-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { followUpsHandler } from '../../src/http/followUps.ts';
import type { Measure } from '../../src/store/port.ts';
import { measureOf } from '../ledger/measure.ts';

const { corpus } = await loadCorpus();
let measures: readonly Measure[] = [];
let reads = 0;
let now = Date.parse('2026-11-22T00:00:00Z');
const handle = followUpsHandler({
  store: {
    latestMeasures: async () => {
      reads += 1;
      return { measures, total: measures.length };
    },
  },
  corpus,
  now: () => new Date(now),
});
const server = createServer(
  (request, response) => void handle(request, response).then((mine) => mine || response.writeHead(404).end()),
);
let base = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test('serves the follow-ups as a feed, without what stood before the ordinance, and says when nothing changed', async () => {
  measures = [measureOf(), measureOf({ id: 'm2', date: '2020-01-01' })];
  const first = await fetch(`${base}/followups.atom`);
  expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const feed = await new Parser().parseString(await first.text());
  expect(feed.items.map(({ id }) => id)).toEqual(['tag:tiaoli,2024:measure:m1']);
  const etag = first.headers.get('etag') ?? '';
  const second = await fetch(`${base}/followups.atom`, { headers: { 'if-none-match': `W/${etag}` } });
  expect(second.status).toBe(304);
});

test('shows a new measure within a minute', async () => {
  measures = [measureOf({ id: 'new' }), ...measures];
  now += 61_000;
  expect(await (await fetch(`${base}/followups.atom`)).text()).toContain('measure:new');
});

test('serves the follow-ups of one article, and says that there is no such article', async () => {
  measures = [
    measureOf(),
    measureOf({ id: 'm3', links: [{ number: 34, score: 0.9, link: 'implements', why: '' }] }),
  ];
  now += 61_000;
  const text = await (await fetch(`${base}/followups.atom?article=34`)).text();
  expect([...text.matchAll(/<id>(tag:tiaoli,2024:measure:\w+)/g)].map(([, id]) => id)).toEqual([
    'tag:tiaoli,2024:measure:m3',
  ]);
  expect((await fetch(`${base}/followups.atom?article=77`)).status).toBe(404);
});

test('leaves other paths to others and takes nothing', async () => {
  expect((await fetch(`${base}/other`)).status).toBe(404);
  expect((await fetch(`${base}/followups.atom`, { method: 'POST' })).status).toBe(405);
});

test('reads the ledger once a minute, whatever names of this host and articles are asked for', async () => {
  now += 61_000;
  const before = reads;
  for (const host of ['a.example', 'b.example', 'c.example'])
    for (const path of ['/followups.atom', '/followups.atom?article=23'])
      await new Promise((resolve, reject) => {
        get(`${base}${path}`, { headers: { host } }, (response) => response.resume().on('end', resolve)).on(
          'error',
          reject,
        );
      });
  expect(reads - before).toBe(1);
});

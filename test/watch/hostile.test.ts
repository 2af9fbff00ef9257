import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { limits } from '../../src/watch/fetch.ts';
import { createTick } from '../../src/watch/tick.ts';
import type { FeedDefinition, Reader } from '../../src/watch/types.ts';
import { serve } from './serve.ts';

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
const rss = (items: string) => `<rss version="2.0"><channel>${items}</channel></rss>`;
const item = (n: number) =>
  `<item><title>关于第${n}号事项的通知</title><link>/n/${n}.html</link><pubDate>2026-09-18</pubDate></item>`;
const bomb = `<!DOCTYPE r [${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}]>${rss('<item><title>&l9;</title></item>')}`;

/** What a server may do to us, and what the source's health then says. */
const hostile: Record<
  string,
  { readonly cause: string; readonly answer: (response: ServerResponse) => unknown }
> = {
  'an endless body': {
    cause: 'too-large',
    answer: (response) => {
      const chunk = Buffer.alloc(1024 * 1024, 'x');
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    },
  },
  'a compression bomb': {
    cause: 'too-large',
    answer: (response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(limits.bytes * 8))),
  },
  'a body that drips': { cause: 'timeout', answer: (response) => response.write('<rss') },
  'a redirect to itself': {
    cause: 'redirects',
    answer: (response) => response.writeHead(302, { location: response.req.url }).end(),
  },
  'a redirect inwards': {
    cause: 'private-address',
    answer: (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
  },
  'a billion laughs': { cause: 'malformed', answer: (response) => response.end(bomb) },
  'a title of ten megabytes': {
    cause: 'no-rows',
    answer: (response) => response.end(rss(`<item><title>${'长'.repeat(3_400_000)}</title></item>`)),
  },
  'another type': {
    cause: 'wrong-type',
    answer: (response) => response.end('<!doctype html><html><body>x</body></html>'),
  },
  'a file': { cause: 'wrong-type', answer: (response) => response.end('%PDF-1.7\n%âãÏÓ') },
  'broken compression': {
    cause: 'bad-encoding',
    answer: (response) => response.writeHead(200, { 'content-encoding': 'br' }).end('no brotli'),
  },
  'XML cut off': { cause: 'malformed', answer: (response) => response.end(rss(item(1)).slice(0, -25)) },
  'elements in elements in elements': {
    cause: 'too-large',
    answer: (response) => response.end(`<rss>${'<a>'.repeat(1_000_000)}`),
  },
  'a hang-up': { cause: 'connection-lost', answer: (response) => response.destroy() },
  'a wall': { cause: 'http-403', answer: (response) => response.writeHead(403).end('no') },
};

it('reads all other sources on time though fourteen are hostile, and names what is wrong with each', async () => {
  const names = Object.keys(hostile);
  const good = Array.from({ length: 40 }, (_, n) => `good-${n}`);
  const ids = [...names.map((_, n) => `hostile-${n}`), ...good];
  const deadlines: AbortController[] = [];
  let committed = 0;
  const site = await serve((request, response) => {
    const id = request.url?.split('/')[1] ?? '';
    const name = id.startsWith('hostile-') ? names[Number(id.slice(8))] : undefined;
    if (name !== undefined) hostile[name]?.answer(response);
    else response.end(rss(Array.from({ length: 50 }, (_, n) => item(n)).join('')));
  });
  const reader: Reader = { kind: 'rss' };
  const feeds = ids.map(
    (id): FeedDefinition => ({
      ...{
        id,
        name: id,
        authority: '市科委',
        level: 'municipal',
        page: site.url('/'),
        url: site.url(`/${id}/`),
        reader,
      },
      ...{ paceMinutes: 30, confidence: 'high' },
    }),
  );
  const opened = await openStore('file::memory:');
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const tick = createTick({
    feeds,
    store,
    link: ({ id }) => ({ id, relevant: false, kind: 'news', confidence: 1, articles: [], cites: [] }),
    allowHosts: [site.host],
    now: () => new Date('2026-09-20T00:00:00Z'),
    random: () => 0,
    log: silent,
    // No test waits for a real deadline: it passes once all other sources were visited.
    onCommitted: () => {
      committed += 1;
      if (committed === ids.length - 1)
        for (const deadline of deadlines) deadline.abort(new DOMException('late', 'TimeoutError'));
    },
    deadline: () => {
      const deadline = new AbortController();
      deadlines.push(deadline);
      return deadline.signal;
    },
  });
  expect(await tick.run()).toMatchObject({ visited: ids.length, ok: good.length, failed: names.length });
  const states = new Map((await store.feedStates()).map((state) => [state.feedId, state]));
  expect(Object.fromEntries(names.map((name, n) => [name, states.get(`hostile-${n}`)?.lastCause]))).toEqual(
    Object.fromEntries(names.map((name) => [name, hostile[name]?.cause])),
  );
  for (const id of good) expect(states.get(id)).toMatchObject({ lastCause: null, consecutiveFailures: 0 });
  await tick.close();
  await store.close();
  await site.close();
});

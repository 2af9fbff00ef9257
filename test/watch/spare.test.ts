import { describe, expect, it } from 'vitest';
import { pageBudget } from '../../src/watch/detail/recheck.ts';
import type { Fetched, Fetcher } from '../../src/watch/fetch.ts';
import { type Sparing, spareHosts } from '../../src/watch/spare.ts';

const answer: Fetched = { status: 'failed', cause: 'http-404', notes: [] };

function server() {
  const log: string[] = [];
  const open: { readonly url: string; readonly end: () => void; readonly fail: () => void }[] = [];
  const bare: Fetcher = {
    fetch: ({ url }) => {
      log.push(url);
      return new Promise((resolve, reject) =>
        open.push({ url, end: () => resolve(answer), fail: () => reject(new Error('a bug')) }),
      );
    },
    close: async () => undefined,
  };
  const sparing: Sparing = {
    hostOf: (url) => (url.startsWith('http://own') ? null : new URL(url).host),
    pause: async () => log.push('pause'),
  };
  return { log, open, fetcher: spareHosts(bare, sparing), other: spareHosts(bare, sparing) };
}
const settled = () => new Promise(setImmediate);

describe('a host', () => {
  it('is asked for a list and the pages of another source one after the other, with a pause between', async () => {
    const { log, open, fetcher, other } = server();
    const all = [
      fetcher.fetch({ url: 'http://a/list' }),
      other.fetch({ url: 'http://a/page' }),
      fetcher.fetch({ url: 'http://b/list' }),
    ];
    await settled();
    expect(log).toEqual(['http://a/list', 'http://b/list']);
    open[0]?.end();
    await settled();
    expect(log).toEqual(['http://a/list', 'http://b/list', 'pause', 'http://a/page']);
    for (const { end } of open) end();
    expect(await Promise.all(all)).toEqual([answer, answer, answer]);
  });

  it('is asked by others although one request broke off', async () => {
    const { log, open, fetcher } = server();
    const first = fetcher.fetch({ url: 'http://a/1' });
    const second = fetcher.fetch({ url: 'http://a/2' });
    open[0]?.fail();
    await expect(first).rejects.toThrow('a bug');
    await settled();
    expect(log.at(-1)).toBe('http://a/2');
    open[1]?.end();
    expect(await second).toEqual(answer);
  });

  it('of the team itself is asked for all at once', () => {
    const { log, fetcher } = server();
    for (const n of [1, 2, 3]) void fetcher.fetch({ url: `http://own/${n}` });
    expect(log).toHaveLength(3);
  });
});

describe('the pages of a tick', () => {
  it('are at most 30 of a host and 200 in all, and as many again in the next', () => {
    const mayVisit = pageBudget();
    const ofHost = (host: string | null) =>
      Array.from({ length: 60 }, () => mayVisit(host)).filter(Boolean).length;
    expect(['a', 'b', 'a', null, null, null].map(ofHost)).toEqual([30, 30, 0, 60, 60, 20]);
    expect(mayVisit('c')).toBe(false);
    mayVisit.renew();
    expect(ofHost('a')).toBe(30);
  });
});

import { describe, expect, it } from 'vitest';
import { pageBudget } from '../../../src/watch/detail/recheck.ts';
import { createTurns } from '../../../src/watch/fetch/spare.ts';

function hosts(pause: () => Promise<unknown> = async () => undefined) {
  const log: string[] = [];
  const open: (() => void)[] = [];
  const takeTurn = createTurns({
    hostOf: (url) => (url.startsWith('http://own') ? null : new URL(url).host),
    pause: () => {
      log.push('pause');
      return pause();
    },
  });
  const ask = async (url: string): Promise<void> => {
    const end = await takeTurn(url);
    log.push(url);
    open.push(end);
  };
  return { log, open, ask };
}
const settled = () => new Promise(setImmediate);

describe('a host', () => {
  it('is asked for a list and the pages of another source one after the other, with a pause between', async () => {
    const { log, open, ask } = hosts();
    const all = [ask('http://a/list'), ask('http://a/page'), ask('http://b/list'), ask('http://a/file')];
    await settled();
    expect(log).toEqual(['http://a/list', 'http://b/list']);
    open[0]?.();
    await settled();
    expect(log.slice(2)).toEqual(['pause', 'http://a/page']);
    open[2]?.();
    await Promise.all(all);
    expect(log.slice(4)).toEqual(['pause', 'http://a/file']);
  });

  it('is asked by others although one request broke off', async () => {
    let pauses = 0;
    const { log, open, ask } = hosts(async () => {
      pauses += 1;
      if (pauses === 1) throw new Error('a bug');
    });
    await ask('http://a/1');
    const [second, third] = [ask('http://a/2'), ask('http://a/3')];
    open[0]?.();
    await expect(second).rejects.toThrow('a bug');
    await third;
    expect(log.at(-1)).toBe('http://a/3');
  });

  it('of the team itself is asked for all at once', async () => {
    const { log, ask } = hosts();
    for (const n of [1, 2, 3]) await ask(`http://own/${n}`);
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

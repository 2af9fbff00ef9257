import { describe, expect, it, vi } from 'vitest';
import { openCache } from '../src/cache.ts';

const open = () => {
  const cache = openCache('memory');
  if (!cache.ok) throw new Error(cache.error);
  return cache.value;
};

describe('the cache', () => {
  it('gives back what was put in, and nothing for what was not', async () => {
    const cache = open();
    await cache.set('a', { query: '人才', page: 2 }, 1000);
    expect(await cache.get('a')).toEqual({ query: '人才', page: 2 });
    expect(await cache.get('b')).toBeUndefined();
  });

  it('forgets what has had its time', async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) });
    const cache = open();
    await cache.set('a', 1, 1000);
    vi.setSystemTime(Date.UTC(2026, 10, 22) + 1001);
    expect(await cache.get('a')).toBeUndefined();
    vi.useRealTimers();
  });

  it('keeps a thousand entries at most, the newest', async () => {
    const cache = open();
    for (let index = 0; index < 1100; index++) await cache.set(`k${index}`, index, 60_000);
    expect(await cache.get('k99')).toBeUndefined();
    expect(await cache.get('k100')).toBe(100);
    expect(await cache.get('k1099')).toBe(1099);
  });

  it('refuses Redis rather than passing it over', () => {
    expect(openCache('redis://localhost')).toEqual({ ok: false, error: 'unsupported-yet' });
  });
});

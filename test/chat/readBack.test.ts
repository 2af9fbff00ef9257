import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Call } from '../../src/chat/call.ts';
import { findInChannel, type Wanted } from '../../src/chat/readBack.ts';

const EPOCH = 1_420_070_400_000;
const START = Date.parse('2026-03-01T00:00:00.000Z');
const HOUR = 3_600_000;
const idAt = (ms: number): string => String(BigInt(START + ms - EPOCH) << 22n);

/** A channel in which somebody says something at each of these times, and we once. */
function lively(talk: readonly number[], ours: number | null) {
  const said = talk.map((ms) => ({ id: idAt(ms), author: { id: 'member' } }));
  const mine = ours === null ? [] : [{ id: idAt(ours), author: { id: 'me' }, components: ['x|d'] }];
  const all = [...said, ...mine].toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  const seen: string[] = [];
  let patience = Number.POSITIVE_INFINITY;
  const call: Call = async (_, route, { query }) => {
    if (patience === 0) throw new Error('broken off');
    patience -= 1;
    const after = query?.get('after');
    if (after == null) return all.find(({ id }) => route.endsWith(`/${id}`)) ?? {};
    const page = all.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, 100);
    seen.push(...page.map(({ id }) => id));
    // Newest first, as Discord answers.
    return page.toReversed();
  };
  return { call, seen, endure: (pages: number) => (patience = pages) };
}

const wanted = (until: number | null): Wanted => ({
  deliveryId: 'd',
  me: 'me',
  written: {
    from: new Date(START).toISOString(),
    until: until === null ? null : new Date(START + until).toISOString(),
  },
  progress: new Map(),
});
const { signal } = new AbortController();
const every = (ms: number, times: number) => Array.from({ length: times }, (_, n) => n * ms);

test('of a channel in which much was said since, only the time in which it may have been written is read', async () => {
  const channel = lively(every(30_000, 16_000), null);
  expect(await findInChannel(channel.call, 'c', wanted(60_000), signal)).toBeNull();
  expect(channel.seen.length).toBeLessThanOrEqual(1_700);
});

test('whatever was said when, it is found from an hour before its time to twelve after it', async () => {
  const times = fc.array(fc.integer({ min: -3 * HOUR, max: 30 * HOUR }), { maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(times, fc.integer({ min: 1 - HOUR, max: 16 * HOUR }), async (talk, ours) => {
      const channel = lively(talk, ours);
      expect(await findInChannel(channel.call, 'c', wanted(4 * HOUR), signal)).toBe(idAt(ours));
    }),
    { numRuns: 50 },
  );
});

test('a search that was broken off goes on where it was', async () => {
  const channel = lively(every(1_000, 1_000), 999_500);
  const search = wanted(null);
  channel.endure(4);
  await expect(findInChannel(channel.call, 'c', search, signal)).rejects.toThrow('broken off');
  channel.endure(7);
  expect(await findInChannel(channel.call, 'c', search, signal)).toBe(idAt(999_500));
  expect(new Set(channel.seen).size).toBe(channel.seen.length);
  expect(search.progress.size).toBe(0);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPace } from '../../src/deliver/pace.ts';
import { Time } from './world.ts';

const never = new AbortController().signal;

/** When each of `count` callers may go, in milliseconds from the start. */
async function timesOf(time: Time, perSecond: number, count: number, seconds: number): Promise<number[]> {
  const pace = createPace({ perSecond, clock: time.clock, schedule: time.schedule });
  const start = time.clock().getTime();
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) void pace(never).then(() => times.push(time.clock().getTime() - start));
  await time.pass(seconds);
  return times;
}

test('lets 49 go in each second, evenly, and in their order', async () => {
  const times = await timesOf(new Time(), 49, 490, 11);
  expect(times).toHaveLength(490);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  for (let second = 1; second < 9; second += 1) {
    const inIt = times.filter((at) => at >= second * 1_000 && at < (second + 1) * 1_000).length;
    expect(inIt).toBeGreaterThanOrEqual(48);
    expect(inIt).toBeLessThanOrEqual(50);
  }
});

test('makes up for little of the time in which nobody asked', async () => {
  const time = new Time();
  const pace = createPace({ perSecond: 50, clock: time.clock, schedule: time.schedule });
  await time.pass(3_600);
  let gone = 0;
  for (let n = 0; n < 100; n += 1) void pace(never).then(() => (gone += 1));
  await time.pass(0);
  expect(gone).toBeLessThanOrEqual(6);
  await time.pass(2);
  expect(gone).toBe(100);
  expect(time.timers).toBe(0);
});

test('keeps its pace when the clock is set back', async () => {
  let now = 3_600_000;
  const asked: number[] = [];
  const pace = createPace({
    perSecond: 50,
    clock: () => new Date(now),
    schedule(_, ms) {
      asked.push(ms);
      return () => undefined;
    },
  });
  await pace(never);
  now = 0;
  void pace(never);
  expect(asked).toEqual([20]);
});

test('keeps its rate over any second when timers come late', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(400), { minLength: 30, maxLength: 60 }), async (lateness) => {
      let now = 0;
      let due: { at: number; run: () => void } | null = null;
      const pace = createPace({
        perSecond: 50,
        clock: () => new Date(now),
        schedule(run, ms) {
          due = { at: now + ms, run };
          return () => undefined;
        },
      });
      const times: number[] = [];
      for (let n = 0; n < 200; n += 1) void pace(never).then(() => times.push(now));
      for (const late of lateness) {
        await Promise.resolve();
        if (due === null) break;
        const { at, run }: { at: number; run: () => void } = due;
        due = null;
        now = Math.max(now, at) + late;
        run();
        await Promise.resolve();
      }
      for (const from of times)
        expect(times.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(55);
    }),
  );
});

test('a caller that no longer waits costs no turn', async () => {
  const time = new Time();
  const pace = createPace({ perSecond: 1, clock: time.clock, schedule: time.schedule });
  const gone: string[] = [];
  const given = new AbortController();
  void pace(never).then(() => gone.push('first'));
  void pace(given.signal).then(() => gone.push('given up'));
  void pace(never).then(() => gone.push('last'));
  given.abort();
  await time.pass(1);
  expect(gone).toEqual(['first', 'given up', 'last']);
});

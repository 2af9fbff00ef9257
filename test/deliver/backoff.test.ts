import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planRetry } from '../../src/deliver/backoff.ts';
import type { SendProblem } from '../../src/deliver/messenger.ts';
import { problem } from './world.ts';

const kinds = ['retry', 'closed', 'rejected', 'shut', 'unpublished'] as const;
const anyProblem: fc.Arbitrary<SendProblem> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    code: fc.string(),
    detail: fc.string(),
    retryAfterMs: fc.option(fc.double({ min: 0, max: 86_400_000, noNaN: true })),
  })
  .map(({ retryAfterMs, ...rest }) => (retryAfterMs === null ? rest : { ...rest, retryAfterMs }));
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the pause before another try', () => {
  test.each([
    ['retry', 0, 0, 2_500, 'the shortest first pause'],
    ['retry', 0, 0.999_999_999, 5_000, 'the longest first pause'],
    ['retry', 1, 0.999_999_999, 10_000, 'doubled'],
    ['retry', 60, 0.999_999_999, 900_000, 'never over a quarter of an hour'],
    ['closed', 60, 0.999_999_999, 3_600_000, 'never over an hour: someone may have opened the channel'],
    ['closed', 5_000, 0.999_999_999, 3_600_000, 'however often it failed'],
    ['rejected', 0, 0, 150_000, 'the same message would be refused again at once'],
    ['unpublished', 0, 0, 30_000, 'it stands there already'],
  ] as const)(
    'after %s with %i failures before: %s → at most %i ms (%s)',
    (kind, before, random, ms, _reason) => {
      expect(planRetry(problem(kind), before, random).delayMs).toBeGreaterThanOrEqual(ms - 2);
      expect(planRetry(problem(kind), before, random).delayMs).toBeLessThanOrEqual(ms);
    },
  );

  test('is at least what was asked for, and bounded otherwise', () => {
    fc.assert(
      fc.property(anyProblem, fc.nat(10_000), chance, (failure, before, random) => {
        const { delayMs } = planRetry(failure, before, random);
        expect(Number.isInteger(delayMs)).toBe(true);
        expect(delayMs).toBeGreaterThanOrEqual(Math.max(2_500, failure.retryAfterMs ?? 0));
        expect(delayMs).toBeLessThanOrEqual(Math.ceil(Math.max(3_600_000, failure.retryAfterMs ?? 0)));
      }),
    );
  });

  test('never shrinks from one failure to the next by more than chance', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.nat(100), chance, (kind, before, random) => {
        const pause = (n: number) => planRetry(problem(kind), n, random).delayMs;
        expect(pause(before + 1)).toBeGreaterThanOrEqual(pause(before));
      }),
    );
  });
});

test.each([
  ['retry', null, false],
  ['closed', 'no-access', false],
  ['rejected', null, true],
  ['shut', null, true],
  ['unpublished', null, true],
] as const)('%s: trouble of the target %s, put aside %s', (kind, trouble, aside) => {
  expect(planRetry(problem(kind), 0, 0)).toMatchObject({ trouble, aside });
});

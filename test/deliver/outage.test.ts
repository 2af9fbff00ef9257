import { describe, expect, test } from 'vitest';
import { watchWay } from '../../src/deliver/outage.ts';
import { at, channel, START } from '../store/sample.ts';
import { problem } from './world.ts';

const now = (seconds: number): Date => new Date(START + seconds * 1_000);
const open = () => watchWay(() => 0.5);

describe('the way to Discord is thought closed', () => {
  test('at once when the token is refused', () => {
    const way = open();
    expect(way.failed(problem('retry', { code: '401' }), channel(1), now(0))).toBe(true);
    expect(way.outage).toEqual({ code: '401', since: at(0) });
  });

  test('when several targets failed and none answered in between', () => {
    const way = open();
    expect([1, 2, 3].map((n) => way.failed(problem('retry', { code: '503' }), channel(n), now(n)))).toEqual([
      false,
      false,
      true,
    ]);
    expect(way.outage).toEqual({ code: '503', since: at(3) });
  });

  test('never by one target, however often it fails', () => {
    const way = open();
    for (let n = 0; n < 50; n += 1) way.failed(problem('retry'), channel(1), now(n));
    expect(way.outage).toBeNull();
  });

  test('not while others answer', () => {
    const way = open();
    for (let n = 0; n < 50; n += 1) {
      way.failed(problem('retry'), channel(n), now(n));
      if (n % 2 === 1) expect(way.answered()).toBe(false);
    }
    expect(way.outage).toBeNull();
  });
});

test('one try at a time finds out whether it is over, ever more seldom, and at least each minute', () => {
  const way = open();
  way.failed(problem('retry', { code: '401' }), channel(1), now(0));
  const pauses: number[] = [];
  for (let seconds = 0; pauses.length < 8; ) {
    const next = (Date.parse(way.probeAt(now(seconds)) ?? '') - START) / 1_000;
    pauses.push(next - seconds);
    // What was on its way already changes nothing.
    way.failed(problem('retry'), channel(2), now(seconds));
    expect((Date.parse(way.probeAt(now(seconds)) ?? '') - START) / 1_000).toBe(next);
    seconds = next;
    way.failed(problem('retry', { code: '401' }), channel(1), now(seconds));
  }
  expect(pauses).toEqual([3.75, 7.5, 15, 30, 60, 60, 60, 60]);
  expect(way.answered()).toBe(true);
  expect([way.outage, way.probeAt(now(0)), way.answered()]).toEqual([null, null, false]);
});

test('a clock that is set back keeps nobody from finding out whether it is over', () => {
  const way = open();
  for (let n = 0; n < 9; n += 1)
    way.failed(problem('retry', { code: '401' }), channel(1), now(3_600 + n * 60));
  expect(way.probeAt(now(0))).toBe(at(60));
  expect(way.probeAt(now(50))).toBe(at(60));
  way.failed(problem('retry', { code: '401' }), channel(1), now(60));
  expect(way.probeAt(now(60))).toBe(at(120));
});

import { describe, expect, it } from 'vitest';
import { showDate, showTime } from '../../src/chat/views/time.ts';

describe('times', () => {
  it.each([
    ['2026-11-22T02:18:00.000Z', '2026-11-22 10:18', '2026-11-22', 'UTC is eight hours behind'],
    ['2026-11-22T16:00:00Z', '2026-11-23 00:00', '2026-11-23', 'the day turns earlier in Beijing'],
    ['2026-11-22T10:18:00+08:00', '2026-11-22 10:18', '2026-11-22', 'an offset is heeded'],
    ['2026-11-22', '2026-11-22', '2026-11-22', 'a bare date stays a date'],
  ])('%s is shown as %s (%s: %s)', (instant, time, date) => {
    expect(showTime(instant)).toBe(time);
    expect(showDate(instant)).toBe(date);
  });
});

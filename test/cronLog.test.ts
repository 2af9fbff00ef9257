import { schedule } from 'node-cron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cronLog } from '../src/cronLog.ts';

const lines: [string, object, string][] = [];
const at = (level: string) => (about: object, sentence: string) => void lines.push([level, about, sentence]);
const log = cronLog({ debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') });

beforeEach(() => {
  lines.length = 0;
  vi.useFakeTimers({ now: new Date('2026-09-20T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a time passed over while the run before goes on is a line of our log, and nothing is printed', async () => {
  const printed = [vi.spyOn(console, 'warn'), vi.spyOn(process.stdout, 'write')];
  const task = schedule('*/10 * * * *', () => new Promise(() => undefined), { noOverlap: true, logger: log });
  await vi.advanceTimersByTimeAsync(25 * 60_000);
  await task.destroy();
  expect(lines).toEqual([['warn', {}, expect.stringContaining('overlap')]]);
  for (const print of printed) expect(print).not.toHaveBeenCalled();
});

test('what was thrown is kept', () => {
  const err = new Error('no');
  log.error(err);
  log.error('could not begin', err);
  expect(lines).toEqual([
    ['error', { err }, expect.any(String)],
    ['error', { err }, 'could not begin'],
  ]);
});

import { expect, test } from 'vitest';
import { translator } from '../src/chat/catalogue/index.ts';
import { drawProgress, type Progress, sayProgress } from '../src/progress.ts';

const run = (progress: Progress, total: number): void => {
  for (let done = 0; done <= total; done += 1) progress(done, total);
};

test('a bar is drawn anew for each percent, in one line that is cleared at the end', () => {
  const written: string[] = [];
  run(
    drawProgress((text) => written.push(text), translator('en')),
    3400,
  );
  expect(written).toHaveLength(101);
  expect(written[50]).toMatch(/^\r[^\n]*█{15}░{15} 1700\/3400/);
  expect(written.at(-1)).toBe('\r\x1b[K');
});

test.each([
  ['a short work is passed over', 10, 10, []],
  [
    'a longer one is told of every few seconds, and its end',
    100,
    100,
    ['30/100', '60/100', '90/100', '100/100'],
  ],
])('%s', (_, total, stepMs, expected) => {
  const said: string[] = [];
  let at = 0;
  const now = (): Date => {
    at += stepMs;
    return new Date(at);
  };
  run(
    sayProgress((done, total) => said.push(`${done}/${total}`), now),
    total,
  );
  expect(said).toEqual(expected);
});

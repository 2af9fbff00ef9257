import { describe, expect, it } from 'vitest';
import { followsOrdinance } from '../../src/link/follow.ts';
import { readEntry } from '../../src/link/read.ts';

describe('a follow-up of the ordinance', () => {
  it.each([
    [{ title: '某办法', date: '2024-03-01' }, true, 'issued on the day it took effect'],
    [{ title: '某办法', date: '2024-02-29T23:00:00+08:00' }, false, 'issued the day before'],
    [{ title: '某办法', date: '2024-02-01', body: '落实《北京国际科技创新中心建设条例》' }, true, 'names it'],
    [{ title: '某办法', body: '京科发〔2023〕12号' }, false, 'an earlier document number, no date'],
    [{ title: '2022年度某项目指南' }, false, 'an earlier year in the title, no date'],
    [{ title: '某办法' }, true, 'no year at all'],
  ] as const)('%o: %s, %s', (entry, expected, _reason) => {
    expect(followsOrdinance(readEntry({ id: '1', ...entry }))).toBe(expected);
  });
});

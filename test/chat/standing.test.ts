import { describe, expect, it } from 'vitest';
import { translator } from '../../src/chat/catalogue/index.ts';
import { standingText } from '../../src/chat/views/standing.ts';
import { type Standing, unread } from '../../src/watch/health/health.ts';
import { feed } from '../watch/memory.ts';

const day = (n: number): string => `2026-09-${n}T00:00:00.000Z`;
const said = (part: Partial<Standing>): string => {
  const read = { status: 'ok', lastSuccessAt: day(20), completeFrom: day(10), completeTo: day(20) } as const;
  return standingText({ ...unread('a'), ...read, ...part }, feed('a'), translator('en')).markdown;
};

describe('how a source stands', () => {
  it.each<[string, Partial<Standing>, string, boolean]>([
    ['that older pages are out of reach', { isBehind: true }, 'Older pages', true],
    ['nothing of older pages where they are not', {}, 'Older pages', false],
    ['that it is complete since its address changed', { movedAt: day(10) }, 'Its address changed', true],
    ['no more of that once it is complete since later', { movedAt: day(9) }, 'Its address changed', false],
  ])('says %s', (_, part, words, expected) => {
    expect(said(part).includes(words)).toBe(expected);
  });
});

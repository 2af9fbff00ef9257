import { describe, expect, it, test } from 'vitest';
import { NEVER_READ } from '../../../src/watch/health/health.ts';
import {
  isSameList,
  printShown,
  reachesBack,
  shownIn,
  sourcesShowing,
} from '../../../src/watch/health/shown.ts';

/** `pin a b` → rows. */
const rows = (names: string) =>
  names
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => ({ id: `https://kw.example/${name}.html` }));

describe('what a list showed', () => {
  it('is told from what it did not', () => {
    const isShown = shownIn(printShown(rows('a b')));
    expect(rows('a b c').map(isShown)).toEqual([true, true, false]);
  });

  it('takes eight bytes a row, and of an endless list a few kilobytes', () => {
    expect(printShown(rows('a b c'))).toMatch(/^[\w-]{24}$/);
    const endless = Array.from({ length: 5000 }, (_, n) => ({ id: `${n}` }));
    expect(printShown(endless).length).toBeLessThanOrEqual(2400);
  });

  test.each<[string, string, string, boolean]>([
    ['nothing new', 'a b c d', 'a b c d', true],
    ['new rows above', 'a b c d', 'n a b c', true],
    ['new rows below what is kept at the top', 'pin a b c', 'pin n a b', true],
    ['all of a page new but its last row', 'a b c d', 'n m l a', true],
    ['one taken down, and an older one slides in', 'a b c d', 'a c d old', true],
    ['the last one taken down, and an older one slides in', 'a b c d', 'a b c old', true],
    ['a page cut in half, and whole again', 'a b', 'a b c d', true],
    ['the oldest first', 'a b c', 'a b c n', true],
    ['nothing that was there', 'a b', 'n m', false],
    ['nothing but what is kept at the top', 'pin a b c', 'pin n m l', false],
    ['nothing but what is kept at the top of a short page', 'pin a', 'pin n m', false],
    ['no row', 'a b', '', false],
    ['the first rows of a list that was empty', '', 'a b', true],
  ])('%s: [%s] then [%s] reaches back: %s', (_, before, now, reaches) => {
    expect(reachesBack(rows(now), printShown(rows(before)))).toBe(reaches);
  });

  test.each<[string, string, string, boolean]>([
    ['moved to another address', 'a b c', 'a b c', true],
    ['moved while something new came', 'a b c', 'n a b', true],
    ['another column that shares a row', 'a b c d', 'x a y z', false],
    ['another column', 'a b', 'x y', false],
    ['one of which nothing is known', '', 'x y', false],
  ])('%s: [%s] then [%s] is the same list: %s', (_, before, now, same) => {
    expect(isSameList(rows(now), printShown(rows(before)))).toBe(same);
  });
});

describe('the sources that show an entry', () => {
  const id = 'https://kw.example/1.html';
  const state = (feedId: string, ...ids: readonly string[]) => ({
    feedId,
    health: { ...NEVER_READ, shown: printShown(ids.map((one) => ({ id: one }))) },
  });
  const states = [
    state('first', 'https://kw.example/2.html', id),
    state('second', id),
    state('other', 'https://kw.example/2.html'),
    state('guild_9_x', `9|${id}`),
    { feedId: 'unread' },
  ];
  const feeds = ['first', 'second', 'other', 'guild_9_x', 'unread', 'unvisited'].map((name) => ({
    id: name,
  }));

  it.each([id, `9|${id}`])('are all whose list has it, a server’s own in their room: %s', (asked) => {
    const names = sourcesShowing(asked, feeds, states).map((feed) => feed.id);
    expect(names).toEqual(['first', 'second', 'guild_9_x']);
  });
});

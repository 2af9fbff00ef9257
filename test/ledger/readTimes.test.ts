import { describe, expect, it } from 'vitest';
import {
  readOwnQuietHours,
  readQuietHours,
  readTime,
  readWeekday,
  readWhen,
  timeZones,
} from '../../src/ledger/readTimes.ts';

describe('a time', () => {
  it.each([
    ['09:00', '09:00'],
    ['9:05', '09:05'],
    [' ９：３０ ', '09:30'],
    ['9点', '09:00'],
    ['9點半', '09:30'],
    ['21时15分', '21:15'],
    ['24:00', undefined],
    ['9:60', undefined],
    ['9', undefined],
    ['明天', undefined],
    ['', undefined],
  ])('“%s” is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });
});

describe('quiet hours', () => {
  it.each([
    ['22:00-07:00', { from: '22:00', to: '07:00' }],
    ['22：00 至 7：00', { from: '22:00', to: '07:00' }],
    ['9:00～18:00', { from: '09:00', to: '18:00' }],
    ['22点到7点', { from: '22:00', to: '07:00' }],
    ['22:00', undefined],
    ['22:00-22:00', undefined],
    ['25:00-07:00', undefined],
    ['22:00-07:00-08:00', undefined],
  ])('“%s” are %j', (typed, hours) => {
    expect(readQuietHours(typed)).toEqual(hours);
  });
});

describe('a subscription’s own quiet hours', () => {
  it.each(['无', '無', 'None', ' none '])(
    'are none where “%s” is said, though the server has some',
    (typed) => {
      expect(readOwnQuietHours(typed)).toEqual({ from: '00:00', to: '00:00' });
    },
  );
});

describe('a weekday', () => {
  it.each([
    ['周一', 1],
    ['星期天', 7],
    ['禮拜日', 7],
    ['週六', 6],
    ['Monday', 1],
    ['thu', 4],
    ['t', undefined],
    ['周八', undefined],
  ])('“%s” is %s', (typed, day) => {
    expect(readWeekday(typed)).toBe(day);
  });

  it.each([
    ['09:00', { at: '09:00' }],
    ['周一 9:00', { weekday: 1, at: '09:00' }],
    ['周五18点', { weekday: 5, at: '18:00' }],
    ['Friday 18:00', { weekday: 5, at: '18:00' }],
    ['周一', undefined],
    ['9:00 周一', undefined],
    ['哪天 9:00', undefined],
  ])('with a time, “%s”, is %j', (typed, when) => {
    expect(readWhen(typed)).toEqual(when);
  });
});

it('has the zones that a server may choose, UTC too', () => {
  expect(timeZones()).toEqual(expect.arrayContaining(['Asia/Shanghai', 'Asia/Taipei', 'UTC']));
  expect(new Set(timeZones()).size).toBe(timeZones().length);
});

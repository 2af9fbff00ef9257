import { describe, expect, it } from 'vitest';
import { daysAhead } from '../../src/deliver/daysAhead.ts';
import { remindersDue } from '../../src/deliver/remind.ts';
import { defaultSettings } from '../../src/ledger/defaults.ts';
import type { Measure, Subscription } from '../../src/store/port.ts';
import { guildOf, instant, measureOf, subscriptionOf } from './sample.ts';

/** `2026-11-22 10:00` in Beijing. */
const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`);
const due = (
  now: string,
  part: Partial<Measure>,
  told: readonly Subscription[] = [subscriptionOf('c')],
  guild = guildOf('1'),
) => remindersDue([{ measure: measureOf(part), told }], new Map([['1', guild]]), at(now));
const kinds = (...given: Parameters<typeof due>) => due(...given).alerts.map(({ kind }) => kind);
const closing = { kind: 'consultation', consultationUntil: '2026-11-27' } as const;
const effective = { effectiveOn: '2026-12-01' } as const;

describe('a reminder', () => {
  it.each<[string, string, Partial<Measure>, string[]]>([
    [
      'of a consultation comes at nine, three days before it closes',
      '2026-11-24 09:00',
      closing,
      ['closing'],
    ],
    ['does not come earlier that day', '2026-11-24 08:59', closing, []],
    ['does not come four days before', '2026-11-23 12:00', closing, []],
    ['comes later where it could not then', '2026-11-27 20:00', closing, ['closing']],
    ['does not come after the last day', '2026-11-28 00:01', closing, []],
    [
      'waits until the news is a day old',
      '2026-11-25 12:00',
      { ...closing, firstSeenAt: at('2026-11-24 13:00').toISOString() },
      [],
    ],
    [
      'comes at once then, though fewer days are left',
      '2026-11-26 09:00',
      { ...closing, firstSeenAt: at('2026-11-24 13:00').toISOString() },
      ['closing'],
    ],
    ['of a measure comes on the day before it takes effect', '2026-11-30 09:00', effective, ['effective']],
    ['of a measure does not come two days before', '2026-11-29 23:00', effective, []],
    ['of a draft’s effect does not come', '2026-11-30 09:00', { ...effective, kind: 'consultation' }, []],
    [
      'of an effect that is only explained does not come',
      '2026-11-30 09:00',
      { ...effective, kind: 'interpretation' },
      [],
    ],
  ])('%s', (_, now, part, expected) => {
    expect(kinds(now, part)).toEqual(expected);
  });

  it('is made once for each day: again the same, and anew where the day was moved', () => {
    const [one, again, moved] = [
      due('2026-11-24 09:00', closing),
      due('2026-11-25 09:00', closing),
      due('2026-11-25 09:00', { ...closing, consultationUntil: '2026-11-28' }),
    ].map(({ alerts, deliveries }) => [alerts[0]?.id, deliveries[0]?.id, alerts[0]?.about.day]);
    expect(again).toEqual(one);
    expect(moved?.[0]).not.toBe(one?.[0]);
    expect(moved?.[2]).toBe('2026-11-28');
  });

  it.each<[string, boolean, Partial<Subscription>]>([
    ['who gets a digest: it waits for none', true, { rhythm: { ...instant, mode: 'weekly' } }],
    ['who paused', false, { pausedAt: '2026-11-20T00:00:00.000Z' }],
    ['who follows something else by now', false, { articles: [24] }],
  ])('is for one %s: %s', (_, isTold, part) => {
    const { deliveries } = due('2026-11-24 09:00', closing, [subscriptionOf('c', part)]);
    expect(deliveries).toHaveLength(isTold ? 1 : 0);
    for (const { digest } of deliveries) expect(digest).toBe(false);
  });

  it('comes after quiet hours, unless that is too late', () => {
    const quiet = (from: string, to: string) =>
      guildOf('1', { settings: { ...defaultSettings, quietHours: { from, to } } });
    const told = [subscriptionOf('c')];
    expect(due('2026-11-24 09:00', closing, told, quiet('22:00', '10:00')).deliveries).toMatchObject([
      { dueAt: at('2026-11-24 10:00').toISOString() },
    ]);
    expect(due('2026-11-27 23:00', closing, told, quiet('22:00', '10:00')).alerts).toEqual([]);
  });

  it('comes before the holidays to those who want nothing on days off', () => {
    const told = [subscriptionOf('c', { rhythm: { ...instant, workdaysOnly: true } })];
    const inHolidays = {
      ...closing,
      consultationUntil: '2026-10-06',
      firstSeenAt: '2026-09-01T00:00:00.000Z',
    };
    expect(kinds('2026-09-29 09:00', inHolidays, told)).toEqual([]);
    expect(due('2026-09-30 09:00', inHolidays, told).deliveries).toMatchObject([
      { dueAt: at('2026-09-30 09:00').toISOString() },
    ]);
    expect(kinds('2026-10-03 09:00', inHolidays, told)).toEqual([]);
    expect(kinds('2026-10-03 09:00', inHolidays)).toEqual(['closing']);
  });

  it('is looked for among days far enough ahead for the longest holidays', () => {
    expect(daysAhead(at('2026-11-22 03:00'))).toEqual(['2026-11-22', '2026-12-07']);
  });
});

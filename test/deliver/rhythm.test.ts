import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueAt, holdUntil, isWorkday, quietOf } from '../../src/deliver/rhythm.ts';
import { newGuild } from '../../src/ledger/defaults.ts';
import type { Rhythm } from '../../src/store/port.ts';

const rhythm = (part: Partial<Rhythm> = {}): Rhythm => ({
  mode: 'instant',
  at: '09:00',
  weekday: 1,
  atOnce: [],
  quietHours: null,
  workdaysOnly: false,
  timeZone: 'Asia/Shanghai',
  ...part,
});
const beijing = (from: string, to: string) => ({ from, to, timeZone: 'Asia/Shanghai' });
/** `2026-11-22 10:00` in Beijing. */
const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`);
const shown = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('a workday', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-10-01', false, 'National Day, a Thursday'],
    ['2026-10-10', true, 'a Saturday that makes up for National Day'],
    ['2026-02-14', true, 'a Saturday that makes up for the Spring Festival'],
    ['2031-10-01', true, 'a Wednesday of a year that is not settled yet'],
    ['2031-10-05', false, 'a Sunday of such a year'],
  ])('%s: %s (%s)', (day, works) => {
    expect(isWorkday(day)).toBe(works);
  });
});

describe('an alert is due', () => {
  it.each<[string, Partial<Rhythm>, ReturnType<typeof beijing> | null, string, string]>([
    ['at once', {}, null, '2026-11-22 10:07', '2026-11-22 10:07'],
    ['after quiet hours', {}, beijing('12:00', '14:00'), '2026-11-22 13:00', '2026-11-22 14:00'],
    ['as quiet hours end', {}, beijing('12:00', '14:00'), '2026-11-22 14:00', '2026-11-22 14:00'],
    ['after a night that began', {}, beijing('22:00', '07:30'), '2026-11-22 23:00', '2026-11-23 07:30'],
    ['after a night that ends', {}, beijing('22:00', '07:30'), '2026-11-22 02:00', '2026-11-22 07:30'],
    [
      'at once where quiet hours are none',
      {},
      beijing('08:00', '08:00'),
      '2026-11-22 08:00',
      '2026-11-22 08:00',
    ],
    ['on the next workday', { workdaysOnly: true }, null, '2026-11-21 10:00', '2026-11-23 09:00'],
    ['after the holidays', { workdaysOnly: true }, null, '2026-10-01 10:00', '2026-10-08 09:00'],
    ['on a make-up Saturday', { workdaysOnly: true }, null, '2026-10-10 10:00', '2026-10-10 10:00'],
    [
      'on the next workday after the night',
      { workdaysOnly: true },
      beijing('22:00', '07:00'),
      '2026-11-20 23:00',
      '2026-11-23 09:00',
    ],
    [
      'on the next workday after quiet hours that are longer',
      { workdaysOnly: true },
      beijing('20:00', '10:00'),
      '2026-11-20 23:00',
      '2026-11-23 10:00',
    ],
    ['with today’s digest', { mode: 'daily' }, null, '2026-11-22 08:59', '2026-11-22 09:00'],
    ['with the digest of this minute', { mode: 'daily' }, null, '2026-11-22 09:00', '2026-11-22 09:00'],
    ['with tomorrow’s digest', { mode: 'daily' }, null, '2026-11-22 09:01', '2026-11-23 09:00'],
    [
      'with Monday’s digest',
      { mode: 'daily', workdaysOnly: true },
      null,
      '2026-11-20 10:00',
      '2026-11-23 09:00',
    ],
    ['with this week’s digest', { mode: 'weekly', weekday: 5 }, null, '2026-11-22 10:00', '2026-11-27 09:00'],
    ['with next week’s digest', { mode: 'weekly', weekday: 7 }, null, '2026-11-22 10:00', '2026-11-29 09:00'],
    [
      'after the holidays at the digest’s time, where its day is off',
      { mode: 'weekly', weekday: 4, workdaysOnly: true },
      null,
      '2026-09-28 10:00',
      '2026-10-08 09:00',
    ],
    [
      'after quiet hours, where the digest’s time is in them',
      { mode: 'daily', at: '23:00' },
      beijing('22:00', '07:00'),
      '2026-11-22 10:00',
      '2026-11-23 07:00',
    ],
  ])('%s', (_, part, quiet, now, due) => {
    const told = dueAt(rhythm(part), quiet, 'measure', at(now));
    expect(shown(told.dueAt)).toBe(due);
    expect(told.digest).toBe((part.mode ?? 'instant') !== 'instant');
  });

  it('at two speeds: implementing measures at once, the rest with the digest', () => {
    const two = rhythm({ mode: 'weekly', atOnce: ['measure'] });
    const now = at('2026-11-22 10:00');
    expect(dueAt(two, null, 'measure', now)).toEqual({ dueAt: now.toISOString(), digest: false });
    expect(dueAt(two, null, 'notice', now)).toEqual({
      dueAt: at('2026-11-23 09:00').toISOString(),
      digest: true,
    });
    expect(dueAt(two, null, null, now).digest).toBe(false);
  });

  it('at its time on the clocks of its place, before and after they change', () => {
    const london = rhythm({ mode: 'daily', timeZone: 'Europe/London' });
    expect(dueAt(london, null, 'measure', new Date('2026-10-24T12:00:00Z')).dueAt).toBe(
      '2026-10-25T09:00:00.000Z',
    );
    expect(dueAt(london, null, 'measure', new Date('2026-10-23T12:00:00Z')).dueAt).toBe(
      '2026-10-24T08:00:00.000Z',
    );
  });
});

describe('quiet hours', () => {
  const guild = newGuild('1');
  const settings = { ...guild.settings, quietHours: { from: '22:00', to: '07:00' }, timeZone: 'Asia/Tokyo' };
  it('are the subscription’s own, else its server’s on the server’s clocks', () => {
    expect(quietOf(rhythm({ quietHours: { from: '01:00', to: '02:00' } }), { ...guild, settings })).toEqual(
      beijing('01:00', '02:00'),
    );
    expect(quietOf(rhythm(), { ...guild, settings })).toEqual({
      from: '22:00',
      to: '07:00',
      timeZone: 'Asia/Tokyo',
    });
    expect(quietOf(rhythm(), guild)).toBeNull();
    expect(quietOf(rhythm(), null)).toBeNull();
  });

  it('that began meanwhile hold what is due', () => {
    expect(holdUntil({ rhythm: rhythm() }, { ...guild, settings }, at('2026-11-22 22:00'))).toEqual(
      at('2026-11-23 06:00'),
    );
    expect(holdUntil({ rhythm: rhythm() }, { ...guild, settings }, at('2026-11-22 12:00'))).toBeNull();
    expect(holdUntil(null, { ...guild, settings }, at('2026-11-22 22:00'))).toBeNull();
  });
});

describe('whatever the rhythm', () => {
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((all) => {
    const two = (value: number) => String(value).padStart(2, '0');
    return `${two(Math.floor(all / 60))}:${two(all % 60)}`;
  });
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'UTC',
  );
  const rhythms = fc
    .record({
      mode: fc.constantFrom('instant' as const, 'daily' as const, 'weekly' as const),
      at: minute,
      weekday: fc.integer({ min: 1, max: 7 }),
      workdaysOnly: fc.boolean(),
      timeZone: zones,
    })
    .map((part) => rhythm(part));
  const quiets = fc.option(fc.record({ from: minute, to: minute, timeZone: zones }), { nil: null });
  const instants = fc.date({
    min: new Date('2024-01-01T00:00:00Z'),
    max: new Date('2028-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const clock = (instant: string, timeZone: string) => {
    const parts = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(new Date(instant));
    const [day = '', time = ''] = parts.split(' ');
    return { day, time };
  };
  const isWithin = (time: string, { from, to }: { from: string; to: string }) =>
    from <= to ? from <= time && time < to : from <= time || time < to;

  it('nothing is due before now, in quiet hours or on a day off, and a due time is its own', () => {
    fc.assert(
      fc.property(rhythms, quiets, instants, (one, quiet, now) => {
        const due = dueAt(one, quiet, 'notice', now);
        expect(due.dueAt >= now.toISOString()).toBe(true);
        if (quiet !== null) expect(isWithin(clock(due.dueAt, quiet.timeZone).time, quiet)).toBe(false);
        if (one.workdaysOnly) expect(isWorkday(clock(due.dueAt, one.timeZone).day)).toBe(true);
        expect(dueAt({ ...one, mode: 'instant' }, quiet, 'notice', new Date(due.dueAt)).dueAt).toBe(
          due.dueAt,
        );
      }),
    );
  });

  it('a digest comes at the chosen time within the week, where nothing forbids it', () => {
    fc.assert(
      fc.property(rhythms, instants, (one, now) => {
        const digest = { ...one, workdaysOnly: false, timeZone: 'Asia/Shanghai' };
        const due = dueAt(digest, null, 'notice', now);
        if (!due.digest) return;
        expect(clock(due.dueAt, 'Asia/Shanghai').time).toBe(one.at);
        const days = (Date.parse(due.dueAt) - now.getTime()) / 86_400_000;
        expect(days).toBeLessThanOrEqual(one.mode === 'daily' ? 1 : 7);
      }),
    );
  });
});

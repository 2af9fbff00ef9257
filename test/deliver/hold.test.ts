import { expect, test } from 'vitest';
import { hold } from '../../src/deliver/hold.ts';
import { newGuild } from '../../src/ledger/defaults.ts';
import type { Subscription } from '../../src/store/port.ts';
import { sampleAlert, sampleRhythm, sampleSubscription } from '../store/sample.ts';

const now = new Date('2026-03-07T02:00:00.000Z');
const asking = (name: string, part: Partial<Subscription> = {}) => sampleSubscription(name, part);
const open = asking('open');
const weekdays = asking('weekdays', { rhythm: { ...sampleRhythm, workdaysOnly: true } });
const quiet = asking('quiet', { rhythm: { ...sampleRhythm, quietHours: { from: '08:00', to: '12:00' } } });
const paused = asking('paused', { pausedAt: now.toISOString() });

test.each<[readonly Subscription[], { dueAt: string | null } | null, string]>([
  [[], null, 'nobody asks: moderators are told'],
  [[open], null, 'it may go'],
  [[weekdays], { dueAt: '2026-03-09T01:00:00.000Z' }, 'a Saturday, and it wants workdays'],
  [[weekdays, open], null, 'the older one waits, the younger does not'],
  [[open, weekdays], null, 'the other way round'],
  [[weekdays, quiet], { dueAt: '2026-03-07T04:00:00.000Z' }, 'each waits: until the first may'],
  [[paused], { dueAt: null }, 'until it goes on'],
  [[paused, weekdays], { dueAt: '2026-03-09T01:00:00.000Z' }, 'a paused one has no say'],
  [[paused, open], null, 'a paused one has no say'],
])('an alert asked for by %j waits until %j: %s', (subscriptions, until) => {
  const alert = sampleAlert('a');
  expect(hold({ alert, subscriptions, guild: newGuild('900') }, now)).toEqual(until);
});

test('a test comes at once, whoever is quiet', () => {
  const alert = sampleAlert('t', { kind: 'test' });
  expect(hold({ alert, subscriptions: [weekdays], guild: newGuild('900') }, now)).toBeNull();
});

test.each(['closing', 'effective'] as const)(
  'a reminder (%s) of a day that is past is not sent at all',
  (kind) => {
    const asked = (day: string) =>
      hold(
        {
          alert: sampleAlert('r', { kind, about: { day } }),
          subscriptions: [weekdays],
          guild: newGuild('900'),
        },
        // Half past one in the night of the 7th in Beijing.
        new Date('2026-03-06T17:30:00.000Z'),
      );
    expect(asked('2026-03-06')).toBe('over');
    expect(asked('2026-03-07')).toEqual({ dueAt: '2026-03-09T01:00:00.000Z' });
    expect(hold({ alert: sampleAlert('n'), subscriptions: [open], guild: null }, now)).toBeNull();
  },
);

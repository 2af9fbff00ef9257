import { describe, expect, it } from 'vitest';
import { troubleNews } from '../../src/deliver/trouble.ts';
import { defaultSettings } from '../../src/ledger/defaults.ts';
import type { Target } from '../../src/store/port.ts';
import { guildOf, subscriptionOf } from './sample.ts';

const NOW = new Date('2026-11-22T02:00:00.000Z');
const channel: Target = { kind: 'channel', guildId: '1', channelId: '7' };
const withReview = (reviewChannelId: string | null) =>
  guildOf('1', { settings: { ...defaultSettings, reviewChannelId } });
const told = (target: Target, reviewChannelId: string | null, now = NOW) =>
  troubleNews(
    {
      target,
      subscription: subscriptionOf('s', { target, createdBy: '9' }),
      guild: withReview(reviewChannelId),
    },
    'no-access',
    now,
  );

describe('that nothing gets through', () => {
  it.each<[string, Target, string | null, readonly Target[]]>([
    [
      'to whoever subscribed the channel, where there is no review channel',
      channel,
      null,
      [{ kind: 'user', userId: '9' }],
    ],
    [
      'in the review channel, too',
      channel,
      '8',
      [
        { kind: 'user', userId: '9' },
        { kind: 'channel', guildId: '1', channelId: '8' },
      ],
    ],
    ['not in the channel to which nothing gets through', channel, '7', [{ kind: 'user', userId: '9' }]],
    ['to nobody of a direct message', { kind: 'user', userId: '9' }, '8', []],
  ])('is told %s', (_, target, review, expected) => {
    expect(told(target, review).deliveries.map((one) => one.target)).toEqual(expected);
  });

  it('is told once a day', () => {
    const ids = ['2026-11-22T03:00:00Z', '2026-11-22T15:59:00Z', '2026-11-22T16:00:00Z'].map(
      (at) => told(channel, null, new Date(at)).alerts[0]?.id,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[1]).not.toBe(ids[2]);
  });

  it('of what no subscription asked for is for the log alone', () => {
    const given = { target: channel, subscription: null, guild: withReview('8') };
    expect(troubleNews(given, 'gone', NOW)).toEqual({ alerts: [], deliveries: [] });
  });
});

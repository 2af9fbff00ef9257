import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatch, replan } from '../../src/deliver/dispatch.ts';
import { defaultSettings } from '../../src/ledger/defaults.ts';
import type { Decision, Guild } from '../../src/ledger/types.ts';
import type { Alert, Measure, Subscription } from '../../src/store/port.ts';
import { alertOf, guildOf, instant, linkTo, measureOf, subscriptionOf, topicOf } from './sample.ts';

const NOW = new Date('2026-11-23T02:00:00.000Z');
const told = (
  subscriptions: readonly Subscription[],
  measure: Measure = measureOf(),
  guilds: readonly Guild[] = [],
) =>
  dispatch(
    alertOf(),
    measure,
    { subscriptions, guilds: new Map(guilds.map((guild) => [guild.id, guild])) },
    NOW,
  );
const isTold = (...given: Parameters<typeof told>): boolean => told(...given).length > 0;
const decision = (part: Partial<Decision>): Decision => ({
  measureId: 'm',
  verdict: 'right',
  articles: [],
  examples: [],
  by: '9',
  at: '2026-11-22T00:00:00.000Z',
  ...part,
});
const irrelevant = measureOf({ relevance: 'watched', links: [] });
const words = guildOf('1', { topics: [topicOf('t', { any: ['概念验证'] })] });
const doubtful = measureOf({ relevance: 'doubtful', links: [], doubtful: [linkTo(23, 0.4)] });

describe('a subscription is told', () => {
  it.each<[string, boolean, Partial<Subscription>, (Measure | undefined)?, Guild?]>([
    ['of every follow-up, where it asks for nothing special', true, {}],
    ['of an article it follows', true, { articles: [22, 23] }],
    ['of no other article', false, { articles: [24] }],
    ['of a built-in topic', true, { topics: ['article:23'] }],
    ['of no other built-in topic', false, { topics: ['article:2'] }],
    ['of articles or topics, any of them', true, { articles: [24], topics: ['article:23'] }],
    ['of its server’s topic by words', true, { topics: ['t'] }, undefined, words],
    [
      'of a topic by words though nothing carries out the ordinance',
      true,
      { topics: ['t'] },
      irrelevant,
      words,
    ],
    ['of what a topic matches to that topic’s followers alone', false, {}, irrelevant, words],
    ['of nothing by a topic that is gone', false, { topics: ['gone'] }],
    ['of nothing by another server’s topic', false, { topics: ['t'] }, undefined, { ...words, id: '2' }],
    ['of the kinds it asks for', true, { kinds: ['measure', 'notice'] }],
    ['of no other kind', false, { kinds: ['notice'] }],
    ['of the issuers it asks for', true, { issuers: ['經信局', '科學技術委員會'] }],
    ['of no other issuer', false, { issuers: ['经信局'] }],
    ['of nothing while it is paused', false, { pausedAt: '2026-11-01T00:00:00.000Z' }],
    ['of nothing doubtful', false, {}, doubtful],
    [
      'of what is doubtful elsewhere where its server asks for less certainty',
      true,
      {},
      doubtful,
      guildOf('1', { settings: { ...defaultSettings, tell: 0.3 } }),
    ],
    [
      'of nothing that its server wants more certainty for',
      false,
      {},
      measureOf(),
      guildOf('1', { settings: { ...defaultSettings, tell: 0.95 } }),
    ],
    [
      'of the articles its moderators named',
      true,
      { articles: [45] },
      measureOf(),
      guildOf('1', { decisions: [decision({ verdict: 'other', articles: [45] })] }),
    ],
    [
      'of nothing its moderators withdrew, whatever its words',
      false,
      { topics: ['t'] },
      measureOf(),
      { ...words, decisions: [decision({ verdict: 'irrelevant' })] },
    ],
    [
      'of what another server’s moderators withdrew',
      true,
      {},
      measureOf(),
      guildOf('2', { decisions: [decision({ verdict: 'irrelevant' })] }),
    ],
    [
      'of nothing from a source its server paused',
      false,
      {},
      measureOf(),
      guildOf('1', { feeds: [{ id: 'a', definition: null, paused: true }] }),
    ],
    ['of what its server’s own source brings', true, {}, measureOf({ guildId: '1' })],
    ['of nothing that another server’s own source brings', false, {}, measureOf({ guildId: '2' })],
  ])('%s: %s', (_, expected, part, measure = measureOf(), guild = guildOf('1')) => {
    expect(isTold([subscriptionOf('7', part)], measure, [guild])).toBe(expected);
  });

  it('as a person, of what everybody may see alone', () => {
    const own = subscriptionOf('8', { target: { kind: 'user', userId: '8' } });
    expect(isTold([own])).toBe(true);
    expect(isTold([own], measureOf({ guildId: '1' }))).toBe(false);
    expect(isTold([own], doubtful, [guildOf('1', { settings: { ...defaultSettings, tell: 0.3 } })])).toBe(
      false,
    );
  });
});

describe('deliveries', () => {
  it('of one target share an id, and what is due at once goes before a digest, then the oldest', () => {
    const there = { target: { kind: 'channel', guildId: '1', channelId: 'c' } } as const;
    const weekly = subscriptionOf('a', { ...there, rhythm: { ...instant, mode: 'weekly' } });
    const younger = subscriptionOf('b', { ...there, createdAt: '2026-03-01T00:00:00.000Z' });
    const older = subscriptionOf('c', { ...there, createdAt: '2026-02-01T00:00:00.000Z' });
    const all = told([weekly, younger, older]);
    expect(all.map(({ subscriptionId }) => subscriptionId)).toEqual(['c', 'b', 'a']);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all[0]).toMatchObject({ digest: false, dueAt: NOW.toISOString() });
    expect(all[2]).toMatchObject({ digest: true, dueAt: '2026-11-30T01:00:00.000Z' });
  });

  it('wait for the end of the server’s quiet hours; a person has none but their own', () => {
    const quiet = guildOf('1', {
      settings: { ...defaultSettings, quietHours: { from: '09:00', to: '12:00' } },
    });
    const own = subscriptionOf('8', { target: { kind: 'user', userId: '8' } });
    expect(told([subscriptionOf('7'), own], measureOf(), [quiet]).map(({ dueAt }) => dueAt)).toEqual([
      NOW.toISOString(),
      '2026-11-23T04:00:00.000Z',
    ]);
  });

  it('are the same in whatever order the subscriptions are given, with ids that fit a nonce', () => {
    const kinds = fc.record({
      mode: fc.constantFrom('instant' as const, 'daily' as const, 'weekly' as const),
      channel: fc.constantFrom('x', 'y', 'z'),
      month: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 8 }), (all) => {
        const made = all.map(({ mode, channel, month }, index) =>
          subscriptionOf(String(index), {
            target: { kind: 'channel', guildId: '1', channelId: channel },
            rhythm: { ...instant, mode },
            createdAt: `2026-0${month}-01T00:00:00.000Z`,
          }),
        );
        expect(told(made.toReversed())).toEqual(told(made));
        for (const { id } of told(made)) expect(id).toMatch(/^[\w-]{22}$/);
      }),
    );
  });
});

describe('what waits when a rhythm changes', () => {
  const now = NOW.toISOString();
  const [weekly, daily] = (['weekly', 'daily'] as const).map((mode) =>
    subscriptionOf(mode, { rhythm: { ...instant, mode } }),
  ) as [Subscription, Subscription];
  const atOnce = subscriptionOf('at-once');
  const quiet = guildOf('1', {
    settings: { ...defaultSettings, quietHours: { from: '09:30', to: '11:00' } },
  });
  const later = '2026-11-25T02:00:00.000Z';
  it.each<[string, readonly Subscription[], string, string, boolean, (Guild | null)?, Partial<Alert>?]>([
    ['goes at once where digests were given up', [atOnce], 'at-once', now, false],
    ['goes when quiet hours are over', [atOnce], 'at-once', '2026-11-23T03:00:00.000Z', false, quiet],
    ['waits for the digest that was chosen', [daily], 'daily', '2026-11-24T01:00:00.000Z', true],
    ['goes with the first who asks for it', [weekly, daily], 'daily', '2026-11-24T01:00:00.000Z', true],
    ['goes at once for whoever wants that', [weekly, atOnce], 'at-once', now, false],
    ['goes no sooner than it was to be told', [atOnce], 'at-once', later, false, null, { createdAt: later }],
    ['waits for no digest where a day draws near', [daily], 'daily', now, false, null, { kind: 'closing' }],
  ])('%s', (_, askers, subscriptionId, dueAt, digest, guild = null, alert = {}) => {
    const item = { alert: alertOf(alert), measure: measureOf() };
    expect(replan(item, askers, guild, now)).toEqual({ subscriptionId, dueAt, digest });
  });

  it('keeps its time where it is about no measure: a test was asked for now', () => {
    const item = { alert: alertOf({ kind: 'test', measureId: null }), measure: null };
    expect(replan(item, [daily], null, now)).toBeNull();
  });

  it('goes as it would be dispatched by now', () => {
    const askers = [weekly, daily, atOnce].map((one) => ({ ...one, target: daily.target }));
    for (const some of [askers, askers.slice(0, 2), askers.slice(0, 1)]) {
      const [first] = told(some);
      expect(replan({ alert: alertOf(), measure: measureOf() }, some, null, now)).toEqual({
        ...{ subscriptionId: first?.subscriptionId, dueAt: first?.dueAt, digest: first?.digest },
      });
    }
  });
});

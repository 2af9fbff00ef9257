import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSettings, newGuild } from '../../src/ledger/defaults.ts';
import type { Decision, GuildFeed, Topic } from '../../src/ledger/types.ts';
import { fail } from '../../src/result.ts';
import type { Change, Effect, Known, Store, Subscription } from '../../src/store/port.ts';
import {
  at,
  channel,
  FEED,
  sampleAlert,
  sampleDelivery,
  sampleOutcome,
  sampleSubscription,
  subscribe,
  subscribed,
  told,
  write,
} from './sample.ts';

const HERE = { guildId: '900' } as const;
const ELSEWHERE = { guildId: '901' } as const;

const topic = (id: string, part: Partial<Topic> = {}): Topic => ({
  id,
  name: `主题${id}`,
  any: ['概念验证'],
  all: [],
  none: [],
  articles: [],
  kinds: [],
  issuers: [],
  ...part,
});
const paused: GuildFeed = { id: 'bj-kw', definition: null, paused: true };
const wrong: Decision = {
  measureId: 'a',
  verdict: 'wrong',
  articles: [],
  examples: [{ article: 23, words: ['概念验证'], right: false }],
  by: '7',
  at: '2026-03-01T00:00:00.000Z',
};
const settings = { ...defaultSettings, reviewChannelId: '5', tell: 0.7 };

/** What every store promises of what people set. */
export function configurationContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}: configuration`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const change = (...changes: readonly Change[]) => store.configure(HERE, '7', at(1), changes);
    const adding = (after: Topic): Change => ({ what: 'topic', id: after.id, before: null, after });
    const everything: readonly Change[] = [
      { what: 'settings', id: '', before: null, after: settings },
      adding(topic('t1')),
      adding(topic('t2')),
      { what: 'feed', id: paused.id, before: null, after: paused },
      { what: 'decision', id: 'a', before: null, after: wrong },
    ];

    test('of a server that set nothing is the default, and it is in no list', async () => {
      expect(await store.guild('900')).toEqual(newGuild('900'));
      expect(await store.guilds()).toEqual([]);
    });

    test('is what was set, whole, for that server alone', async () => {
      await change(...everything);
      const guild = {
        id: '900',
        settings,
        topics: [topic('t1'), topic('t2')],
        feeds: [paused],
        decisions: [wrong],
      };
      expect(await store.guild('900')).toEqual(guild);
      expect(await store.guilds()).toEqual([guild]);
      expect(await store.guild('901')).toEqual(newGuild('901'));
    });

    test('is known to the next commit, as it is by then', async () => {
      await store.registerFeeds([FEED], at(0));
      const guilds = async () => {
        const seen = Promise.withResolvers<Known>();
        await store.commit({ feedId: FEED, entryIds: [], measureKeys: [] }, (known) => {
          seen.resolve(known);
          return sampleOutcome();
        });
        return [...(await seen.promise).guilds].map(([id, { topics }]) => `${id} ${topics.length}`);
      };
      expect(await guilds()).toEqual([]);
      await change(adding(topic('t1')));
      expect(await guilds()).toEqual(['900 1']);
      await change({ what: 'topic', id: 't1', before: topic('t1'), after: null });
      expect(await guilds()).toEqual([]);
    });

    test.each<[string, Change]>([
      ['was there already', adding(topic('t1', { name: '另一个' }))],
      ['is not there', { what: 'topic', id: 't9', before: topic('t9'), after: null }],
      [
        'was changed meanwhile',
        { what: 'topic', id: 't1', before: topic('t1', { any: ['旧'] }), after: topic('t1') },
      ],
      ['is settings that were changed', { what: 'settings', id: 'x', before: null, after: settings }],
    ])('is left as it is, all of it, where one thing %s', async (_what, stale) => {
      await change(...everything);
      const before = [await store.guild('900'), await store.audits('900', { limit: 9, offset: 0 })];
      expect(await change(adding(topic('t3')), stale)).toEqual(fail('stale'));
      expect([await store.guild('900'), await store.audits('900', { limit: 9, offset: 0 })]).toEqual(before);
    });

    test('is changed by the order of names in it no more than by nothing', async () => {
      await change(adding(topic('t1')));
      const { id, ...rest } = topic('t1');
      const sameOtherwise = { ...rest, id };
      expect(
        await change({ what: 'topic', id, before: sameOtherwise, after: topic('t1', { name: '新名' }) }),
      ).toMatchObject({ ok: true });
    });

    test('of one server is no other’s to change', async () => {
      const subscription = sampleSubscription('s');
      await subscribe(store, subscription);
      await change(adding(topic('t1')));
      const attempts: Change[] = [
        { what: 'subscription', id: 's', before: subscription, after: null },
        {
          what: 'subscription',
          id: 's',
          before: null,
          after: { ...subscription, target: channel(1, '901') },
        },
        { what: 'subscription', id: 'new', before: null, after: { ...subscription, id: 'new' } },
        { what: 'topic', id: 't1', before: topic('t1'), after: null },
      ];
      for (const attempt of attempts)
        expect(await store.configure(ELSEWHERE, '7', at(1), [attempt])).toEqual(fail('stale'));
      expect((await store.guild('900')).topics).toHaveLength(1);
      expect(await store.subscriptions(HERE)).toEqual([subscription]);
    });

    test('that cannot be written changes nothing, nor what is kept of it', async () => {
      await change(adding(topic('t1')));
      const broken = store.configure(HERE, '7', at(2), [adding(topic('t2'))], {
        effect: () => {
          throw new Error('a bug');
        },
      });
      await expect(broken).rejects.toThrow('a bug');
      expect((await store.guild('900')).topics).toHaveLength(1);
      await change(adding(topic('t3')));
      expect((await store.guild('900')).topics.map(({ id }) => id)).toEqual(['t1', 't3']);
    });

    describe('the audit', () => {
      const page = { limit: 10, offset: 0 };

      test('says who changed what, when, from what to what, newest first', async () => {
        const first = await change(adding(topic('t1')));
        const renamed = { ...topic('t1'), name: '新名' };
        const second = await store.configure(HERE, '8', at(2), [
          { what: 'topic', id: 't1', before: topic('t1'), after: renamed },
        ]);
        if (!first.ok || !second.ok || !first.value || !second.value) throw new Error('both were made');
        expect(second.value).toMatchObject({
          guildId: '900',
          by: '8',
          at: at(2),
          changes: [{ what: 'topic', id: 't1', before: topic('t1'), after: renamed }],
          undoneBy: null,
          undoes: null,
        });
        expect(await store.audits('900', page)).toEqual({ entries: [second.value, first.value], total: 2 });
        expect(await store.audits('900', { limit: 1, offset: 1 })).toEqual({
          entries: [first.value],
          total: 2,
        });
        expect(await store.audits('901', page)).toEqual({ entries: [], total: 0 });
      });

      test('says what was taken back by what, once', async () => {
        const made = await change(adding(topic('t1')));
        if (!made.ok || !made.value) throw new Error('it was made');
        const back: Change = { what: 'topic', id: 't1', before: topic('t1'), after: null };
        const undone = await store.configure(HERE, '8', at(2), [back], { undoes: made.value.id });
        if (!undone.ok || !undone.value) throw new Error('it was taken back');
        expect((await store.audits('900', page)).entries).toEqual([
          { ...undone.value, undoes: made.value.id },
          { ...made.value, undoneBy: undone.value.id },
        ]);
        expect(await store.configure(HERE, '8', at(3), [], { undoes: made.value.id })).toEqual(fail('stale'));
        expect(await store.configure(ELSEWHERE, '8', at(3), [], { undoes: undone.value.id })).toEqual(
          fail('stale'),
        );
      });

      test('has nothing of what persons do for themselves', async () => {
        const own = sampleSubscription('u', { target: { kind: 'user', userId: '900' } });
        const adding = { what: 'subscription', id: 'u', before: null, after: own } as const;
        expect(await store.configure({ userId: '900' }, '900', at(1), [adding])).toEqual({
          ok: true,
          value: null,
        });
        expect((await store.audits('900', page)).total).toBe(0);
      });
    });

    describe('what a change sends out', () => {
      const nothing: Effect = { alerts: [], deliveries: [], edits: [], cancels: [] };
      const decide = (effect: Partial<Effect>, before: Decision | null = null) =>
        store.configure(HERE, '7', at(5), [{ what: 'decision', id: 'a', before, after: wrong }], {
          effect: () => ({ ...nothing, ...effect }),
        });
      const leased = async (seconds: number) =>
        (await store.leaseDeliveries(at(seconds), 10, at(seconds + 60))).map(
          ({ id, operation }) => `${operation.kind} ${id.includes('@') ? id : ''}`,
        );

      test('is asked for when the server stands as it will', async () => {
        const [subscription] = await subscribed(store, [1]);
        let seen: (Pick<Known, 'subscriptions'> & { readonly guild: Known['guilds'] | unknown }) | null =
          null;
        await store.configure(HERE, '7', at(5), [adding(topic('t1'))], {
          effect: (after) => {
            seen = after;
            return nothing;
          },
        });
        expect(seen).toEqual({
          guild: { ...newGuild('900'), topics: [topic('t1')] },
          subscriptions: [subscription],
        });
      });

      test('is made with it or not at all', async () => {
        const [subscription] = await subscribed(store, [1]);
        if (!subscription) throw new Error('one was made');
        const alert = sampleAlert('t', { kind: 'test' });
        const delivery = sampleDelivery('t@s1', { alertId: 't', subscriptionId: 's1', dueAt: at(5) });
        const effect = { alerts: [alert], deliveries: [delivery] };
        expect(await decide(effect, wrong)).toEqual(fail('stale'));
        expect((await store.backlog()).pending).toBe(0);
        expect(await decide(effect)).toMatchObject({ ok: true });
        expect(await leased(5)).toEqual(['post t@s1']);
      });

      test('takes back what is not yet sent there, and edits what is; other servers hear and see what they did', async () => {
        await store.registerFeeds([FEED], at(0));
        const here = [1, 2].map((n) => sampleSubscription(`h${n}`, { target: channel(n) }));
        const there = [3, 4].map((n) => sampleSubscription(`t${n}`, { target: channel(n, '901') }));
        await subscribe(store, ...here, ...there);
        await write(store, told('a', [...here, ...there]));
        await store.leaseDeliveries(at(0), 10, at(60));
        for (const id of ['a@h1', 'a@t3']) await store.markSent(id, 1, { messageId: `m-${id}` }, at(1));
        for (const id of ['a@h2', 'a@t4']) await store.markRetry(id, 1, 'http 500', at(2), null);
        await decide({ edits: ['a'], cancels: ['a'] });
        const next = await store.leaseDeliveries(at(5), 10, at(60));
        expect(next.map(({ id, operation }) => [id === 'a@t4' ? id : 'edit', operation])).toEqual([
          ['a@t4', { kind: 'post' }],
          ['edit', { kind: 'edit', messageId: 'm-a@h1', threadId: null }],
        ]);
      });

      test('is sent after all when what was taken back is decided anew', async () => {
        const subscriptions = await subscribed(store, [1]);
        await write(store, told('a', subscriptions));
        await decide({ cancels: ['a'] });
        expect(await leased(5)).toEqual([]);
        expect((await store.backlog()).pending).toBe(0);
        const deliveries = told('a', subscriptions).deliveries.map((one) => ({ ...one, dueAt: at(5) }));
        await decide({ deliveries }, wrong);
        expect(await leased(5)).toEqual(['post a@s1']);
      });

      test('leaves what is on its way to whoever has it when it is to be sent all the same, and edits it then', async () => {
        const subscriptions = await subscribed(store, [1]);
        await write(store, told('a', subscriptions));
        await write(store, told('b', subscriptions));
        await store.leaseDeliveries(at(0), 10, at(60));
        const { deliveries } = told('a', subscriptions, at(5));
        await decide({ edits: ['a'], cancels: ['a'], deliveries });
        // Others need not wait for it.
        expect(await leased(5)).toEqual(['post b@s1']);
        expect(await leased(59)).toEqual([]);
        expect(await store.markSent('a@s1', 1, { messageId: 'm' }, at(59))).toBe(true);
        expect(await store.leaseDeliveries(at(59), 10, at(90))).toMatchObject([
          { operation: { kind: 'edit', messageId: 'm' }, alertId: 'alert-a' },
        ]);
      });

      test('has what may have been written looked for before it is sent after all', async () => {
        const subscriptions = await subscribed(store, [1]);
        await write(store, told('a', subscriptions));
        await store.leaseDeliveries(at(0), 10, at(60));
        await decide({ cancels: ['a'] });
        const during = { from: at(0), until: at(4) };
        expect(await store.markRetry('a@s1', 1, 'reset', at(9), null, false, during)).toBe(false);
        await decide({ deliveries: told('a', subscriptions, at(5)).deliveries }, wrong);
        const [again] = await store.leaseDeliveries(at(5), 10, at(65));
        expect(again).toMatchObject({ id: 'a@s1', unsettled: during });
      });

      test('edits a message that was on its way when it was taken back', async () => {
        await write(store, told('a', await subscribed(store, [1])));
        await store.leaseDeliveries(at(0), 10, at(60));
        await decide({ edits: ['a'], cancels: ['a'] });
        expect(await store.markSent('a@s1', 1, { messageId: 'm' }, at(6))).toBe(true);
        expect(await store.leaseDeliveries(at(6), 10, at(60))).toMatchObject([
          { operation: { kind: 'edit', messageId: 'm' }, alertId: 'alert-a' },
        ]);
      });
    });

    describe('a paused subscription', () => {
      const pause = async (subscription: Subscription, pausedAt: string | null) => {
        const before = (await store.subscriptions(HERE)).find(({ id }) => id === subscription.id);
        if (!before) throw new Error('it is there');
        return store.configure(HERE, '7', at(10), [
          { what: 'subscription', id: before.id, before, after: { ...before, pausedAt } },
        ]);
      };
      const leasedIds = async (seconds: number) =>
        (await store.leaseDeliveries(at(seconds), 10, at(seconds + 60))).map(({ id }) => id);

      test('gets nothing and holds up nobody; when it goes on, what waited comes in its order', async () => {
        const [first] = await subscribed(store, [1, 2]);
        if (!first) throw new Error('two were made');
        const twin = { ...first, id: 'twin', createdAt: at(1) };
        await subscribe(store, twin);
        await write(store, told('a', [first]));
        await write(store, told('b', [first], at(1)));
        await pause(first, at(5));
        await write(store, told('c', [twin], at(2)));
        expect(await leasedIds(10)).toEqual(['c@twin']);
        await store.markSent('c@twin', 1, { messageId: 'm' }, at(11));
        expect(await leasedIds(20)).toEqual([]);
        expect(await store.backlog()).toEqual({ pending: 2, nextAttemptAt: null });
        await pause(first, null);
        expect(await leasedIds(21)).toEqual(['a@s1']);
        await store.markSent('a@s1', 1, { messageId: 'm2' }, at(22));
        expect(await leasedIds(23)).toEqual(['b@s1']);
      });

      test('leaves to the others of the target what they asked for too', async () => {
        const [first] = await subscribed(store, [1]);
        if (!first) throw new Error('one was made');
        const twin = { ...first, id: 'twin', createdAt: at(1) };
        await subscribe(store, twin);
        await write(store, told('a', [first, twin]));
        await pause(first, at(5));
        expect(await store.leaseDeliveries(at(10), 10, at(60))).toMatchObject([
          { id: 'a@s1', subscriptionId: 'twin' },
        ]);
      });

      test('that ends takes along what was held for it', async () => {
        const [first] = await subscribed(store, [1]);
        if (!first) throw new Error('one was made');
        await write(store, told('a', [first]));
        await pause(first, at(5));
        expect(await leasedIds(10)).toEqual([]);
        await change({ what: 'subscription', id: 's1', before: { ...first, pausedAt: at(5) }, after: null });
        expect((await store.backlog()).pending).toBe(0);
      });
    });

    test('a subscription that gets another target takes along what waits for it, and nothing of the others’', async () => {
      const [first] = await subscribed(store, [1]);
      if (!first) throw new Error('one was made');
      const twin = { ...first, id: 'twin', createdAt: at(1) };
      await subscribe(store, twin);
      await write(store, told('both', [first, twin]));
      await write(store, told('one', [first], at(1)));
      await store.leaseDeliveries(at(2), 1, at(60));
      await store.markRetry('both@s1', 1, '50001', at(90), 'no-access');
      const before = (await store.subscriptions(HERE)).find(({ id }) => id === 's1');
      if (!before) throw new Error('it is there');
      await change({ what: 'subscription', id: 's1', before, after: { ...before, target: channel(9) } });
      const subscriptions = await store.subscriptions(HERE);
      expect(subscriptions.map(({ id, trouble }) => [id, trouble])).toEqual([
        ['s1', null],
        ['twin', 'no-access'],
      ]);
      const seen = async (seconds: number) =>
        (await store.leaseDeliveries(at(seconds), 10, at(seconds + 60))).map(
          ({ alertId, target, subscriptionId, id, fence }) => {
            return {
              alertId,
              place: target.kind === 'user' ? '' : target.channelId,
              subscriptionId,
              id,
              fence,
            };
          },
        );
      const [moved] = await seen(10);
      expect(moved).toMatchObject({ alertId: 'alert-both', place: '1009', subscriptionId: 's1' });
      if (!moved) throw new Error('it was leased');
      await store.markSent(moved.id, moved.fence, { messageId: 'm' }, at(11));
      expect(await seen(90)).toMatchObject([
        { alertId: 'alert-one', place: '1009', subscriptionId: 's1' },
        { alertId: 'alert-both', place: '1001', subscriptionId: 'twin' },
      ]);
    });
  });
}

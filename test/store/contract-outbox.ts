import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newGuild } from '../../src/ledger/defaults.ts';
import type {
  Alert,
  LeasedDelivery,
  Measure,
  Outcome,
  Rhythm,
  Store,
  Subscription,
} from '../../src/store/port.ts';
import {
  at,
  channel,
  FEED,
  sampleAlert,
  sampleDelivery,
  sampleMeasure,
  sampleOutcome,
  sampleRecord,
  sampleSubscription,
  subscribe,
  subscribed,
  told,
  unsubscribe,
  write,
} from './sample.ts';

/** What every store promises of what waits, goes together, edits, and follows. */
export function outboxContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}: outbox`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const lease = (seconds: number, n = 10) => store.leaseDeliveries(at(seconds), n, at(seconds + 60));
    const leasedIds = async (seconds: number, n?: number) => (await lease(seconds, n)).map(({ id }) => id);
    const first = async (seconds: number): Promise<LeasedDelivery> => {
      const [delivery] = await lease(seconds, 1);
      if (!delivery) throw new Error('nothing is due');
      return delivery;
    };
    const send = async (seconds: number, message: string, threadId?: string): Promise<LeasedDelivery> => {
      const delivery = await first(seconds);
      const sent = { messageId: message, ...(threadId === undefined ? {} : { threadId }) };
      expect(await store.markSent(delivery.id, delivery.fence, sent, at(seconds))).toBe(true);
      return delivery;
    };
    const one = async (): Promise<Subscription> => {
      const [subscription] = await subscribed(store, [1]);
      if (!subscription) throw new Error('one was made');
      return subscription;
    };
    /** Tells of measures, each waiting for `due`, in a digest or by itself. */
    const tell = async (
      ids: readonly string[],
      subscription: Subscription,
      due: number,
      { digest = true, checked = 0 } = {},
    ) => {
      for (const id of ids) {
        const outcome = told(id, [subscription], at(checked));
        const deliveries = outcome.deliveries.map((delivery) => ({ ...delivery, dueAt: at(due), digest }));
        await write(store, { ...outcome, deliveries });
      }
    };
    const digestOf = ({ digest }: LeasedDelivery) => digest?.map(({ measure }) => measure?.id) ?? null;

    describe('what waits', () => {
      test('is sent at its time and not before, and holds up nothing that is due', async () => {
        const subscription = await one();
        await tell(['a'], subscription, 100, { digest: false });
        await write(store, told('b', [subscription], at(1)));
        expect((await store.backlog()).nextAttemptAt).toBe(at(1));
        expect(await leasedIds(2)).toEqual(['b@s1']);
        await store.markSent('b@s1', 1, { messageId: 'm' }, at(3));
        expect((await store.backlog()).nextAttemptAt).toBe(at(100));
        expect(await leasedIds(99)).toEqual([]);
        expect(await leasedIds(100)).toEqual(['a@s1']);
      });

      test('goes by its own time, whatever was made first', async () => {
        const subscription = await one();
        await tell(['late'], subscription, 300, { digest: false });
        await tell(['early'], subscription, 200, { digest: false });
        await tell(['later'], subscription, 400, { digest: false });
        expect(await leasedIds(200)).toEqual(['early@s1']);
        await store.markSent('early@s1', 1, { messageId: 'm' }, at(201));
        expect(await leasedIds(299)).toEqual([]);
        expect(await leasedIds(300)).toEqual(['late@s1']);
        await store.markSent('late@s1', 1, { messageId: 'm' }, at(301));
        expect(await leasedIds(399)).toEqual([]);
        expect(await leasedIds(400)).toEqual(['later@s1']);
      });

      const waiting = (seconds: number, subscriptions: readonly Subscription[], about = {}) => ({
        alerts: [sampleAlert('later', { kind: 'revision', measureId: 'a', createdAt: at(seconds), about })],
        deliveries: subscriptions.map(({ id, target }) =>
          sampleDelivery(`later@${id}`, {
            ...{ alertId: 'later', subscriptionId: id, target, dueAt: at(seconds) },
          }),
        ),
      });

      test('is withdrawn as if it had never been made, and what else waits there is sent', async () => {
        const both = await subscribed(store, [1, 2]);
        await write(store, { ...told('a', []), ...waiting(100, both) });
        await tell(['b'], both[0] as Subscription, 200, { digest: false });
        await write(store, sampleOutcome({ withdrawn: ['later'] }));
        expect((await store.backlog()).pending).toBe(1);
        expect((await store.why('https://kw.example/a'))[0]?.deliveries).toEqual([]);
        expect(await leasedIds(199)).toEqual([]);
        expect(await leasedIds(200)).toEqual(['b@s1']);
        await write(store, sampleOutcome({ withdrawn: ['later', 'none'] }));
      });

      test('is withdrawn and made anew in one commit, to say more', async () => {
        const [subscription] = await subscribed(store, [1]);
        if (!subscription) throw new Error('one was made');
        await write(store, { ...told('a', []), ...waiting(100, [subscription], { parts: 'text' }) });
        const anew = waiting(100, [subscription], { parts: 'text,dates' });
        await write(store, sampleOutcome({ withdrawn: ['later'], ...anew }));
        expect((await store.backlog()).pending).toBe(1);
        expect(await lease(100)).toMatchObject([{ id: 'later@s1', alert: anew.alerts[0] }]);
      });

      test('is not withdrawn any more once some of it is on its way', async () => {
        const both = await subscribed(store, [1, 2]);
        await write(store, { ...told('a', []), ...waiting(100, both) });
        expect(await leasedIds(100, 1)).toEqual(['later@s1']);
        const anew = waiting(100, both, { parts: 'text' });
        await write(store, sampleOutcome({ withdrawn: ['later'], ...anew }));
        expect(await store.markSent('later@s1', 1, { messageId: 'm' }, at(101))).toBe(true);
        expect(await lease(101)).toMatchObject([{ id: 'later@s2', alert: { about: {} } }]);
        await store.markSent('later@s2', 1, { messageId: 'm' }, at(102));
        await write(store, sampleOutcome({ withdrawn: ['later'] }));
        expect((await store.why('https://kw.example/a'))[0]?.deliveries).toMatchObject([
          { id: 'later@s1', state: 'sent' },
          { id: 'later@s2', state: 'sent' },
        ]);
      });

      test('is given back untried when quiet hours began, alone or again and again', async () => {
        const subscription = await one();
        await write(store, told('a', [subscription]));
        await write(store, told('b', [subscription], at(1)));
        for (const [seconds, until] of [
          [5, 100],
          [100, 200],
        ] as const) {
          const [delivery] = await lease(seconds, 1);
          expect(delivery).toMatchObject({ id: 'a@s1', priorAttempts: 0, unsettled: null });
          expect(await store.markHeld('a@s1', delivery?.fence ?? 0, at(until))).toBe(true);
          if (seconds === 5) {
            expect(await leasedIds(6)).toEqual(['b@s1']);
            await store.markSent('b@s1', 1, { messageId: 'm' }, at(7));
          }
          expect(await leasedIds(until - 1)).toEqual([]);
        }
        expect(await store.markHeld('a@s1', 1, at(300))).toBe(false);
        expect(await store.markHeld('none', 1, null)).toBe(false);
        expect((await first(200)).id).toBe('a@s1');
      });

      test('was tried before is known to have been when it is given back', async () => {
        await write(store, told('a', [await one()]));
        await lease(0);
        await store.markRetry('a@s1', 1, 'http 500', at(5), null);
        await lease(5);
        await store.markHeld('a@s1', 2, at(50));
        expect(await first(50)).toMatchObject({ priorAttempts: 1, unsettled: { from: at(0) } });
      });

      test('whose subscription ended on its way is still one message when another asks for a part of it', async () => {
        const before = await one();
        await tell(['a', 'b'], before, 10);
        const delivery = await first(10);
        expect(digestOf(delivery)).toEqual(['a', 'b']);
        await unsubscribe(store, 's1', { guildId: '900' });
        const again = { ...before, id: 's2', createdAt: at(11) };
        await subscribe(store, again);
        const [asked] = told('b', [again], at(12)).deliveries;
        if (!asked) throw new Error('one was made');
        await store.enqueue([], [{ ...asked, digest: true }], at(12));
        expect(await leasedIds(69)).toEqual([]);
        expect(await store.markSent(delivery.id, delivery.fence, { messageId: 'm' }, at(69))).toBe(true);
        expect((await store.why('https://kw.example/a'))[0]?.deliveries).toMatchObject([
          { state: 'sent', messageId: 'm' },
        ]);
        expect((await store.why('https://kw.example/b'))[0]?.deliveries).toMatchObject([
          { state: 'sent', messageId: 'm' },
        ]);
      });

      test('for another try need not when its people say that its target is well; what waits for its time does', async () => {
        const subscription = await one();
        await write(store, told('a', [subscription]));
        await write(store, told('b', [subscription], at(1)));
        await tell(['later'], subscription, 500);
        await lease(0);
        await store.markRetry('a@s1', 1, '50013', at(300), 'no-permission', true, null);
        await lease(1);
        await store.markRetry('b@s1', 1, '50013', at(300), 'no-permission', false, null);
        await store.hurry(channel(2), at(2));
        expect(await leasedIds(2)).toEqual([]);
        await store.hurry(channel(1), at(2));
        expect(await leasedIds(2)).toEqual(['a@s1', 'b@s1']);
        await store.hurry(channel(1), at(3));
        expect(await leasedIds(3)).toEqual([]);
      });

      test('to be published stands where it is: it is neither sent again, moved nor taken back', async () => {
        const subscription = await one();
        await write(store, told('a', [subscription]));
        await lease(0);
        const standing = { messageId: 'm', threadId: 't' };
        await store.markRetry('a@s1', 1, '429', at(60), null, true, null, standing);
        const after = { ...subscription, target: channel(2) };
        await store.configure(
          { guildId: '900' },
          ...(['7', at(1)] as const),
          [{ what: 'subscription', id: 's1', before: subscription, after }],
          { effect: () => ({ alerts: [], deliveries: [], edits: [], cancels: ['a'] }) },
        );
        expect(await first(60)).toMatchObject({
          ...{ id: 'a@s1', target: channel(1), unsettled: null },
          operation: { kind: 'publish', ...standing },
        });
        expect(await store.markSent('a@s1', 2, standing, at(61))).toBe(true);
        expect((await store.backlog()).pending).toBe(0);
      });

      test('ends with its time, and what comes behind it goes on', async () => {
        const subscription = await one();
        await write(store, told('a', [subscription]));
        await write(store, told('b', [subscription]));
        await lease(0);
        expect(await store.markOver('a@s1', 9)).toBe(false);
        expect(await store.markOver('a@s1', 1)).toBe(true);
        expect(await leasedIds(1)).toEqual(['b@s1']);
        expect((await store.why('https://kw.example/a'))[0]?.deliveries).toMatchObject([
          { state: 'cancelled' },
        ]);
      });

      test('untried moves to the time at which another asks for it, and never to a later one', async () => {
        const subscription = await one();
        const other = sampleSubscription('other', { createdAt: at(1) });
        await subscribe(store, other);
        await tell(['a', 'b', 'c'], subscription, 500);
        const asked = (id: string, due: number, digest = false) => {
          const { deliveries } = told(id, [other], at(due));
          return store.enqueue(
            [],
            deliveries.map((one) => ({ ...one, digest })),
            at(5),
          );
        };
        await asked('a', 5);
        await asked('b', 900);
        await asked('c', 100, true);
        expect(await store.leaseDeliveries(at(5), 9, at(50))).toMatchObject([
          { id: 'a@s1', digest: null, subscriptions: [{ id: 's1' }, { id: 'other' }] },
        ]);
        await store.markSent('a@s1', 1, { messageId: 'm' }, at(6));
        const soon = await first(100);
        expect([soon.id, digestOf(soon)]).toEqual(['c@s1', ['c']]);
        await store.markSent('c@s1', 1, { messageId: 'm2' }, at(101));
        await asked('c', 102);
        expect(await leasedIds(499)).toEqual([]);
        expect(digestOf(await first(500))).toEqual(['b']);
      });

      test('untried goes by the rhythm its subscription has by then, with whoever else asks for it', async () => {
        const subscription = await one();
        const other = sampleSubscription('other', { createdAt: at(1) });
        await subscribe(store, other);
        await tell(['tried'], subscription, 2);
        await lease(2);
        await store.markRetry('tried@s1', 1, 'http 500', at(700), null, true);
        await tell(['sooner', 'later', 'kept'], subscription, 500);
        await write(store, told('behind', [subscription], at(900)));
        await write(store, told('due', [subscription], at(4)));
        await store.enqueue([], told('later', [other], at(500)).deliveries, at(3));
        const asked: unknown[] = [];
        const rhythm: Rhythm = { ...subscription.rhythm, mode: 'daily' };
        const change = { what: 'subscription', id: 's1', before: subscription } as const;
        await store.configure(
          ...([{ guildId: '900' }, '7', at(5), [{ ...change, after: { ...subscription, rhythm } }]] as const),
          {
            replan: ({ alert, measure }, askers, guild, now) => {
              asked.push([
                alert.id,
                measure?.id,
                askers.map(({ id, rhythm }) => [id, rhythm.mode]),
                guild,
                now,
              ]);
              if (alert.id === 'alert-kept') return null;
              const isSoon = ['alert-sooner', 'alert-due'].includes(alert.id);
              return { subscriptionId: 's1', dueAt: at(isSoon ? 5 : 600), digest: !isSoon };
            },
          },
        );
        const s1 = ['s1', 'daily'];
        expect(asked).toEqual([
          ['alert-sooner', 'sooner', [s1], null, at(5)],
          ['alert-later', 'later', [s1, ['other', 'instant']], null, at(5)],
          ['alert-kept', 'kept', [s1], null, at(5)],
          ['alert-behind', 'behind', [s1], null, at(5)],
          ['alert-due', 'due', [s1], null, at(5)],
        ]);
        for (const [id, due] of [
          ['due', 4],
          ['sooner', 5],
        ] as const) {
          expect((await store.why(`https://kw.example/${id}`))[0]?.deliveries).toMatchObject([
            { dueAt: at(due) },
          ]);
          expect(await lease(5)).toMatchObject([{ id: `${id}@s1`, digest: null }]);
          await store.markSent(`${id}@s1`, 1, { messageId: 'm' }, at(5));
        }
        expect(digestOf(await first(500))).toEqual(['kept']);
        await store.markSent('kept@s1', 1, { messageId: 'm' }, at(501));
        expect(await leasedIds(599)).toEqual([]);
        expect(digestOf(await first(600))).toEqual(['later', 'behind']);
      });

      test('for a paused subscription goes, when it goes on, by the rhythm it was given meanwhile', async () => {
        const before = await one();
        await tell(['a'], before, 100);
        const paused = { ...before, pausedAt: at(50) };
        const rhythm: Rhythm = { ...before.rhythm, mode: 'weekly' };
        const change = { what: 'subscription', id: 's1' } as const;
        const configure = (seconds: number, from: Subscription, after: Subscription) =>
          store.configure({ guildId: '900' }, '7', at(seconds), [{ ...change, before: from, after }], {
            replan: () => ({ subscriptionId: 's1', dueAt: at(500), digest: true }),
          });
        await configure(50, before, paused);
        expect(await leasedIds(100)).toEqual([]);
        await configure(150, paused, { ...paused, rhythm });
        expect(await leasedIds(600)).toEqual([]);
        await configure(200, { ...paused, rhythm }, { ...before, rhythm });
        expect(await leasedIds(499)).toEqual([]);
        expect(digestOf(await first(500))).toEqual(['a']);
      });

      test('says who asks for it, the oldest first, and for a digest who asks for anything in it', async () => {
        const [old, young] = ['old', 'young'].map((id, n) => sampleSubscription(id, { createdAt: at(n) }));
        if (!old || !young) throw new Error('none');
        await store.registerFeeds([FEED], at(0));
        await subscribe(store, old, young);
        const daily = (outcome: Outcome): Outcome => ({
          ...outcome,
          deliveries: outcome.deliveries.map((one) => ({ ...one, dueAt: at(10), digest: true })),
        });
        await write(store, told('now', [young, old]));
        await write(store, daily(told('a', [old])));
        await write(store, daily(told('b', [old, young])));
        expect(await first(0)).toMatchObject({ subscription: old, subscriptions: [old, young] });
        await store.markSent('now@young', 1, { messageId: 'm' }, at(1));
        expect(await first(10)).toMatchObject({ subscription: old, subscriptions: [old, young] });
      });

      test('may have been written in each lease whose end is not known, until that is known to be none', async () => {
        await write(store, told('a', [await one()]));
        await lease(0);
        expect((await first(60)).unsettled).toEqual({ from: at(0), until: at(60) });
        const during = { from: at(60), until: at(70) };
        await store.markRetry('a@s1', 2, 'reset', at(100), null, false, during);
        expect((await first(100)).unsettled).toEqual(during);
        await store.markHeld('a@s1', 3, at(200), during);
        expect((await first(200)).unsettled).toEqual(during);
        await store.markRetry('a@s1', 4, '50013', at(300), 'no-permission', false, null);
        expect((await first(300)).unsettled).toBeNull();
        await store.releaseLeases();
        expect((await first(300)).unsettled).toEqual({ from: at(300), until: at(360) });
      });

      test('is given back until its subscription goes on', async () => {
        const before = await one();
        await write(store, told('a', [before]));
        await lease(0);
        const paused = { ...before, pausedAt: at(1) };
        const change = { what: 'subscription', id: 's1' } as const;
        const owner = { guildId: '900' };
        await store.configure(owner, '7', at(1), [{ ...change, before, after: paused }]);
        expect(await store.markHeld('a@s1', 1, null)).toBe(true);
        expect(await leasedIds(500)).toEqual([]);
        await store.configure(owner, '7', at(501), [{ ...change, before: paused, after: before }]);
        expect(await first(501)).toMatchObject({ id: 'a@s1', priorAttempts: 0 });
      });
    });

    describe('a digest', () => {
      const ids = Array.from({ length: 12 }, (_, n) => `d${String(n).padStart(2, '0')}`);

      test('is one message of all that is due for it, at most ten, and the rest the next', async () => {
        await tell(ids, await one(), 100);
        expect(await leasedIds(99)).toEqual([]);
        const leased = await lease(100);
        expect(leased).toHaveLength(1);
        const [digest] = leased;
        if (!digest) throw new Error('it was leased');
        expect(digestOf(digest)).toEqual(ids.slice(0, 10));
        expect(await store.markSent(digest.id, digest.fence, { messageId: 'm1' }, at(101))).toBe(true);
        for (const id of ids.slice(0, 10))
          expect((await store.why(`https://kw.example/${id}`))[0]?.deliveries).toMatchObject([
            { state: 'sent', messageId: 'm1', sentAt: at(101) },
          ]);
        expect(digestOf(await first(101))).toEqual(ids.slice(10));
      });

      test('stays what it was at every try, whatever became due meanwhile', async () => {
        const subscription = await one();
        await tell(['a', 'b'], subscription, 100);
        expect(digestOf(await first(100))).toEqual(['a', 'b']);
        await tell(['c'], subscription, 150);
        expect(await store.markRetry('a@s1', 1, 'http 500', at(200), null)).toBe(true);
        const again = await first(200);
        expect([digestOf(again), again.priorAttempts]).toEqual([['a', 'b'], 1]);
        // Its process dies.
        const after = await first(300);
        expect([digestOf(after), after.id, after.fence]).toEqual([['a', 'b'], 'a@s1', 3]);
        await store.markSent('a@s1', 3, { messageId: 'm1' }, at(301));
        expect(digestOf(await first(301))).toEqual(['c']);
      });

      test('is the same after a restart', async () => {
        const subscription = await one();
        await tell(['a', 'b'], subscription, 100);
        await lease(100);
        await store.releaseLeases();
        await tell(['c'], subscription, 100);
        expect(digestOf(await first(101))).toEqual(['a', 'b']);
      });

      test('that was held untried takes along what comes by then', async () => {
        const subscription = await one();
        await tell(['a', 'b'], subscription, 100);
        await lease(100);
        await store.markHeld('a@s1', 1, at(200));
        await tell(['c'], subscription, 200);
        expect(digestOf(await first(200))).toEqual(['a', 'b', 'c']);
      });

      test('that was refused goes aside whole', async () => {
        const subscription = await one();
        await tell(['a', 'b'], subscription, 100);
        await lease(100);
        await tell(['c'], subscription, 100);
        await store.markRetry('a@s1', 1, '50035', at(500), null, true);
        expect(digestOf(await first(101))).toEqual(['c']);
        expect(digestOf(await first(500))).toEqual(['c']);
        expect((await lease(500)).map(digestOf)).toEqual([['a', 'b']]);
      });

      test('holds up nothing that is told at once', async () => {
        const subscription = await one();
        await tell(['a'], subscription, 100);
        await lease(100);
        await store.markRetry('a@s1', 1, 'http 500', at(900), null);
        await write(store, told('now', [subscription], at(150)));
        expect(await leasedIds(150)).toEqual(['now@s1']);
      });

      test('ends with its subscription, tried or not', async () => {
        await tell(['a', 'b'], await one(), 100);
        await lease(100);
        await store.markRetry('a@s1', 1, 'http 500', at(200), null);
        await unsubscribe(store, 's1', { guildId: '900' });
        expect(await leasedIds(999)).toEqual([]);
        expect((await store.backlog()).pending).toBe(0);
      });
    });

    describe('an edit', () => {
      const edits = (...ids: readonly string[]) =>
        write(store, sampleOutcome({ edits: ids, checkedAt: at(50) }));

      test('is made of each message that was sent, and shows what is so by then', async () => {
        const subscriptions = await subscribed(store, [1, 2]);
        await write(store, told('a', subscriptions));
        await lease(0);
        await store.markSent('a@s1', 1, { messageId: 'm1', threadId: 't1' }, at(1));
        await store.markRetry('a@s2', 1, 'http 500', at(999), null);
        const better = sampleMeasure('a', { keys: [], title: '修订后的通知' });
        await write(store, sampleOutcome({ measures: [better], edits: ['a'], checkedAt: at(50) }));
        const [edit, ...others] = await lease(50);
        expect(others).toEqual([]);
        expect(edit).toMatchObject({
          alertId: 'alert-a',
          subscriptionId: 's1',
          target: channel(1),
          priorAttempts: 0,
          measure: { title: '修订后的通知' },
          operation: { kind: 'edit', messageId: 'm1', threadId: 't1' },
          earlier: null,
        });
        if (!edit) throw new Error('it was leased');
        expect(edit.id).toMatch(/^[\w-]{1,25}$/);
        await store.markSent(edit.id, edit.fence, { messageId: 'm1' }, at(51));
        expect((await store.why('https://kw.example/a'))[0]?.deliveries).toMatchObject([
          { id: 'a@s1', messageId: 'm1', sentAt: at(1) },
          { id: 'a@s2', state: 'pending' },
        ]);
      });

      test('is not made of what was not sent, nor twice while one waits', async () => {
        const subscription = await one();
        await write(store, told('a', [subscription]));
        await write(store, told('b', [subscription]));
        await send(0, 'm1');
        await edits('b');
        expect((await store.backlog()).pending).toBe(1);
        await edits('a');
        await edits('a');
        expect((await store.backlog()).pending).toBe(2);
        await send(50, 'm2');
        await edits('a');
        expect(await send(51, 'm1')).toMatchObject({ operation: { kind: 'edit', messageId: 'm1' } });
        await edits('a');
        expect(await send(52, 'm1')).toMatchObject({ operation: { kind: 'edit', messageId: 'm1' } });
        expect(await leasedIds(999)).toEqual([]);
      });

      test('follows right behind a message that is on its way', async () => {
        await write(store, told('a', [await one()]));
        await lease(0);
        await edits('a');
        expect(await leasedIds(51)).toEqual([]);
        await store.markSent('a@s1', 1, { messageId: 'm1' }, at(52));
        expect(await first(53)).toMatchObject({ operation: { kind: 'edit', messageId: 'm1' } });
      });

      test('goes with what it edits when that is taken back and asked for once more before it is known to be written', async () => {
        const subscription = await one();
        await write(store, told('a', [subscription]));
        await lease(0);
        await store.markRetry('a@s1', 1, 'timeout', at(60), null);
        await edits('a');
        const effect = () => ({ alerts: [], deliveries: [], edits: [], cancels: ['a'] });
        await store.configure({ guildId: '900' }, '7', at(51), [], { effect });
        await store.enqueue([], told('a', [subscription], at(52)).deliveries, at(52));
        expect(await leasedIds(60)).toEqual(['a@s1']);
        await store.markSent('a@s1', 2, { messageId: 'm1' }, at(61));
        expect(await first(62)).toMatchObject({ operation: { kind: 'edit', messageId: 'm1' } });
      });

      test('of one in a digest is of the whole message', async () => {
        const subscription = await one();
        await tell(['a', 'b'], subscription, 10);
        await lease(10);
        await store.markSent('a@s1', 1, { messageId: 'm1' }, at(11));
        await write(store, sampleOutcome({ edits: ['b', 'a'], checkedAt: at(50) }));
        const leased = await lease(50);
        expect(leased.map(digestOf)).toEqual([['a', 'b']]);
        expect(leased).toMatchObject([{ operation: { kind: 'edit', messageId: 'm1' } }]);
      });

      test('ends with the subscription that the message was for, and is not made after it', async () => {
        const subscription = await one();
        await write(store, told('a', [subscription]));
        await send(0, 'm1');
        await edits('a');
        await unsubscribe(store, 's1', { guildId: '900' });
        await edits('a');
        expect(await leasedIds(999)).toEqual([]);
      });

      test('is made of what moderators were shown to review, and of no other alert', async () => {
        await one();
        const alerts: Alert[] = (['review', 'closing', 'source', 'test'] as const).map((kind) =>
          sampleAlert(kind, { kind, measureId: 'a' }),
        );
        await write(store, sampleOutcome({ measures: [sampleMeasure('a', { relevance: 'doubtful' })] }));
        await store.enqueue(
          alerts,
          alerts.map(({ id }) => sampleDelivery(`${id}@5`, { alertId: id, target: channel(5) })),
          at(0),
        );
        for (let n = 0; n < 4; n += 1) await send(1, `m${n}`);
        await edits('a');
        expect((await lease(50)).map(({ alert, subscription }) => [alert.kind, subscription])).toEqual([
          ['review', null],
        ]);
      });
    });

    describe('what is told', () => {
      test('may be made of any kind, once, without a visit', async () => {
        await one();
        const alert = sampleAlert('health', {
          kind: 'source',
          createdAt: at(7),
          about: { feed: 'kw-policies', since: at(1), failures: 3 },
        });
        const delivery = sampleDelivery('h@1', { alertId: 'health', dueAt: at(7) });
        await store.enqueue([alert], [delivery], at(7));
        await store.enqueue([{ ...alert, createdAt: at(8) }], [{ ...delivery, id: 'h@again' }], at(8));
        expect(await lease(9)).toMatchObject([
          {
            id: 'h@1',
            alert,
            measure: null,
            subscription: null,
            subscriptionId: null,
            guild: newGuild('900'),
          },
        ]);
        await store.markSent('h@1', 1, { messageId: 'm' }, at(10));
        expect(await leasedIds(999)).toEqual([]);
      });

      test('is left out where its subscription ended meanwhile, and the rest is told', async () => {
        await one();
        const deliveries = ['s1', 'ended'].map((subscriptionId) =>
          sampleDelivery(`t@${subscriptionId}`, {
            alertId: 't',
            subscriptionId,
            target: channel(subscriptionId.length),
          }),
        );
        await store.enqueue([sampleAlert('t', { kind: 'closing' })], deliveries, at(0));
        expect(await leasedIds(1)).toEqual(['t@s1']);
      });

      test('is not taken back with subscriptions to the same channel', async () => {
        await one();
        await store.enqueue(
          [sampleAlert('health', { kind: 'source' })],
          [sampleDelivery('h@1', { alertId: 'health' })],
          at(0),
        );
        await unsubscribe(store, 's1', { guildId: '900' });
        expect(await leasedIds(1)).toEqual(['h@1']);
      });

      test('says where else it was published, oldest first, but not in the sources of other servers', async () => {
        const subscription = await one();
        await write(store, told('a', [subscription]));
        const repost = (id: string, seconds: number, feedId = FEED) =>
          sampleRecord(id, { verdict: 'repost', measureId: 'a', seenAt: at(seconds), feedId });
        const feeds = ['guild_900_x', 'guild_90_x', 'guild_901_x'];
        await store.registerFeeds(feeds, at(0));
        await write(
          store,
          sampleOutcome({
            entries: [
              repost('later', 9),
              repost('sooner', 5),
              ...feeds.map((feed, n) => repost(`own${n}`, 20 + n, feed)),
              { ...repost('sooner', 30), textHash: 'changed' },
            ],
          }),
        );
        expect((await first(40)).reposts).toEqual([
          { url: 'https://kw.example/sooner', feedId: FEED },
          { url: 'https://kw.example/later', feedId: FEED },
          { url: 'https://kw.example/own0', feedId: 'guild_900_x' },
        ]);
      });

      test('comes with what its server set', async () => {
        await write(store, told('a', [await one()]));
        const settings = { ...newGuild('900').settings, tell: 0.7 };
        const change = { what: 'settings', id: '', before: null, after: settings } as const;
        await store.configure({ guildId: '900' }, '7', at(0), [change]);
        expect((await first(1)).guild).toEqual({ ...newGuild('900'), settings });
      });
    });

    describe('the life of a policy', () => {
      const family = (id: string, part: Partial<Measure> = {}) => sampleMeasure(id, { family: 'f', ...part });
      const tellFamily = async (
        id: string,
        subscriptions: readonly Subscription[],
        part: Partial<Measure> = {},
      ) => write(store, { ...told(id, subscriptions), measures: [family(id, part)] });

      test('is told in answer to the latest message of it that the same target has', async () => {
        const subscriptions = await subscribed(store, [1, 2]);
        for (const id of ['draft', 'final']) await tellFamily(id, subscriptions.slice(0, 1));
        await tellFamily('other', subscriptions.slice(0, 1), { family: 'g' });
        expect((await send(1, 'm1', 't1')).earlier).toBeNull();
        expect((await send(2, 'm2')).earlier).toEqual({ messageId: 'm1', threadId: 't1' });
        expect((await send(3, 'm3')).earlier).toBeNull();
        await tellFamily('repeal', subscriptions);
        const leased = await lease(4);
        expect(leased.map(({ id, earlier }) => [id, earlier])).toEqual([
          ['repeal@s1', { messageId: 'm2', threadId: null }],
          ['repeal@s2', null],
        ]);
      });

      test('has its revisions and reminders follow its own message, family or none', async () => {
        const subscription = await one();
        await write(store, told('a', [subscription]));
        await send(1, 'm1');
        const alert = sampleAlert('closing', { kind: 'closing', measureId: 'a' });
        const delivery = sampleDelivery('c@s1', { alertId: 'closing', subscriptionId: 's1', dueAt: at(5) });
        await store.enqueue([alert], [delivery], at(5));
        expect((await first(5)).earlier).toEqual({ messageId: 'm1', threadId: null });
      });

      test('is not what moderators were shown, nor what was not sent', async () => {
        const subscription = await one();
        await tellFamily('a', []);
        await store.enqueue(
          [sampleAlert('review', { kind: 'review', measureId: 'a' })],
          [sampleDelivery('r@1', { alertId: 'review' })],
          at(0),
        );
        await send(1, 'm1');
        await tellFamily('b', [subscription]);
        await tellFamily('c', [subscription]);
        await unsubscribe(store, 's1', { guildId: '900' });
        const [again] = [{ ...subscription, id: 'again' }];
        await store.configure({ guildId: '900' }, '7', at(2), [
          { what: 'subscription', id: 'again', before: null, after: again },
        ]);
        await tellFamily('d', [again]);
        expect(await first(3)).toMatchObject({ id: 'd@again', earlier: null });
      });
    });
  });
}

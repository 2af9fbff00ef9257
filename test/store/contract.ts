import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newGuild } from '../../src/ledger/defaults.ts';
import { fail } from '../../src/result.ts';
import type {
  EntryRecord,
  Known,
  Measure,
  MeasureFilter,
  Outcome,
  Settled,
  Store,
  Subscription,
  SubscriptionOwner,
} from '../../src/store/port.ts';
import type { Health } from '../../src/watch/health/health.ts';
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

/** What every store promises, whatever database is behind it. `open` gives an empty one; the suite closes it. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    /** What the store knows of these entries and keys. */
    async function known(entryIds: readonly string[], measureKeys: readonly string[] = []): Promise<Known> {
      const seen = Promise.withResolvers<Known>();
      const looked = store.commit({ feedId: FEED, entryIds, measureKeys }, (known) => {
        seen.resolve(known);
        return sampleOutcome();
      });
      await looked;
      return seen.promise;
    }

    const lease = (seconds: number, n = 10) => store.leaseDeliveries(at(seconds), n, at(seconds + 60));
    const leasedIds = async (seconds: number, n?: number) =>
      (await lease(seconds, n)).map((delivery) => delivery.id);

    describe('feeds', () => {
      test('are due when registered, and keep their state when registered again', async () => {
        await store.registerFeeds(['a', 'b'], at(0));
        await store.registerFeeds(['b', 'c'], at(100));
        expect((await store.feedStates()).map((feed) => [feed.feedId, feed.nextCheckAt])).toEqual([
          ['a', at(0)],
          ['b', at(0)],
          ['c', at(100)],
        ]);
        expect((await store.feedStates())[0]).toEqual({
          feedId: 'a',
          validators: {},
          firstReadAt: null,
          lastSuccessAt: null,
          lastCheckAt: null,
          nextCheckAt: at(0),
          consecutiveFailures: 0,
          lastCause: null,
          lastNotes: [],
        });
      });

      test('are due at their time and not before, the longest overdue first, and only those asked for', async () => {
        await store.registerFeeds(['late'], at(200));
        await store.registerFeeds(['later'], at(300));
        await store.registerFeeds(['early', 'gone'], at(100));
        const due = async (seconds: number) =>
          (await store.dueFeeds(['late', 'later', 'early'], at(seconds))).map((feed) => feed.feedId);
        expect(await due(99.999)).toEqual([]);
        expect(await due(200)).toEqual(['early', 'late']);
        expect(await store.dueFeeds([], at(900))).toEqual([]);
      });

      test('remember a visit that was read, one that found nothing new, and those that failed', async () => {
        await store.registerFeeds([FEED], at(0));
        const visit = async (seconds: number, part: Partial<Outcome['visit']>) => {
          await write(
            store,
            sampleOutcome({
              visit: { status: 'ok', validators: {}, notes: [], ...part },
              checkedAt: at(seconds),
              nextCheckAt: at(seconds + 10),
            }),
          );
          return (await store.feedStates())[0];
        };
        const failure = { status: 'failed', cause: 'http-403', notes: ['It answered 403.'] } as const;
        expect(await visit(10, failure)).toMatchObject({ firstReadAt: null, consecutiveFailures: 1 });
        expect(await visit(20, { status: 'ok', validators: { etag: '"1"' } })).toMatchObject({
          firstReadAt: at(20),
          lastSuccessAt: at(20),
          consecutiveFailures: 0,
          lastCause: null,
          lastNotes: [],
        });
        expect(await visit(30, { status: 'unchanged', validators: {} })).toMatchObject({
          validators: { etag: '"1"' },
          firstReadAt: at(20),
          lastSuccessAt: at(30),
        });
        await visit(40, failure);
        expect(await visit(50, { status: 'refused', validators: {} })).toEqual({
          feedId: FEED,
          validators: { etag: '"1"' },
          firstReadAt: at(20),
          lastSuccessAt: at(30),
          lastCheckAt: at(50),
          nextCheckAt: at(60),
          consecutiveFailures: 2,
          lastCause: 'refused',
          lastNotes: [],
        });
        expect(await visit(60, { status: 'ok', validators: {} })).toMatchObject({ validators: {} });
      });

      test('are read for the first time again where a visit is anew', async () => {
        await store.registerFeeds([FEED], at(0));
        const visit = (seconds: number, part: Partial<Outcome>) =>
          write(store, sampleOutcome({ checkedAt: at(seconds), nextCheckAt: at(seconds + 10), ...part }));
        await visit(10, {});
        await visit(20, { isAnew: true });
        expect((await store.feedStates())[0]).toMatchObject({ firstReadAt: at(20), lastSuccessAt: at(20) });
        await visit(30, {});
        expect((await store.feedStates())[0]).toMatchObject({ firstReadAt: at(20), lastSuccessAt: at(30) });
      });
    });

    describe('a touch', () => {
      const unchanged = (seconds: number): Settled => ({
        visit: { status: 'unchanged', validators: { digest: 'd' }, notes: [] },
        checkedAt: at(seconds),
        nextCheckAt: at(seconds + 10),
      });

      test('writes of a visit that found nothing new what a commit would', async () => {
        await store.registerFeeds(['a', 'b'], at(0));
        const health: Health = {
          entries: 3,
          arrivals: [at(0)],
          failingSince: null,
          completeFrom: at(0),
          told: null,
        };
        const commit = (feedId: string, settled: Settled) =>
          store.commit({ feedId, entryIds: [], measureKeys: [] }, () => sampleOutcome({ ...settled }));
        const read: Settled = {
          ...unchanged(10),
          visit: { status: 'ok', validators: { etag: '"1"' }, notes: [] },
          health,
        };
        for (const feedId of ['a', 'b']) await commit(feedId, read);
        const [before] = await store.feedStates();
        if (!before) throw new Error('no feed');
        expect(before.health).toEqual(health);
        await store.touch(before, unchanged(20));
        await commit('b', unchanged(20));
        const [a, b] = await store.feedStates();
        expect(a).toEqual({ ...b, feedId: 'a' });
        expect(a).toMatchObject({ validators: { etag: '"1"', digest: 'd' }, lastSuccessAt: at(20), health });
      });

      test('may write a known measure anew: its links and facts, with the identities and the first sight it has', async () => {
        await write(store, told('a', await subscribed(store, [1])));
        const links = [
          { number: 23, score: 0.8, link: 'implements' as const, why: '概念验证' },
          { number: 45, score: 0.6, link: 'related' as const, why: '人才' },
        ];
        const better = sampleMeasure('a', {
          keys: [],
          links,
          docNumber: '京科发〔2026〕1号',
          firstSeenAt: at(90),
          effectiveOn: '2026-04-01',
          consultationUntil: '2026-03-30',
        });
        await write(
          store,
          sampleOutcome({
            measures: [better],
            addedKeys: [{ measureId: 'a', key: 'url:https://fgw.example/a' }],
          }),
        );
        expect(await store.measure('a')).toEqual({
          ...better,
          keys: ['url:https://fgw.example/a', 'url:https://kw.example/a'],
          firstSeenAt: at(0),
        });
        expect((await store.backlog()).pending).toBe(1);
      });

      test('is refused for a feed that was never registered', async () => {
        await store.registerFeeds(['a'], at(0));
        const [before] = await store.feedStates();
        if (!before) throw new Error('no feed');
        await expect(store.touch({ ...before, feedId: 'x' }, unchanged(20))).rejects.toThrow();
      });
    });

    describe('a commit', () => {
      test('of more rows than one statement takes writes each once', async () => {
        await store.registerFeeds([FEED], at(0));
        const ids = Array.from({ length: 147 }, (_, n) => `m${n}`);
        const measures = ids.map((id) => sampleMeasure(id));
        const entries = ids.map((id) => sampleRecord(id));
        await write(store, sampleOutcome({ measures, entries }));
        expect((await store.latestMeasures({ limit: 1 })).total).toBe(ids.length);
        for (const id of ids) expect(await store.why(`https://kw.example/${id}`)).toHaveLength(1);
      });

      test('knows the measures of further keys, asked for by those that are owned', async () => {
        await store.registerFeeds([FEED], at(0));
        const measures = [
          sampleMeasure('a', { keys: ['text:x'] }),
          sampleMeasure('b', { keys: ['text:x 2'] }),
          sampleMeasure('c', { keys: ['text:y 2'] }),
        ];
        await write(store, sampleOutcome({ measures }));
        const asked: (readonly string[])[] = [];
        const furtherKeys = (owned: readonly string[]): readonly string[] => {
          asked.push(owned);
          return owned.map((key) => `${key} 2`);
        };
        const measureKeys = ['text:x', 'text:y'];
        await store.commit({ feedId: FEED, entryIds: [], measureKeys, furtherKeys }, (known) => {
          expect([...known.measures].map(([key, { id }]) => [key, id])).toEqual([
            ['text:x', 'a'],
            ['text:x 2', 'b'],
          ]);
          return sampleOutcome();
        });
        expect(asked).toEqual([['text:x']]);
      });

      test('knows afterwards what it wrote, whole', async () => {
        await subscribed(store, [1]);
        const measure = sampleMeasure('a', {
          keys: ['doc:京科发〔2026〕1号', 'url:https://kw.example/a'],
          docNumber: '京科发〔2026〕1号',
          links: [
            { number: 30, score: 0.9, link: 'cites', why: '第三十条' },
            { number: 23, score: 0.25, link: 'related', why: '概念验证“平台”' },
          ],
        });
        const record = sampleRecord('a');
        await write(store, sampleOutcome({ measures: [measure], entries: [record] }));
        const seen = await known(
          [record.entry.id, 'https://kw.example/unknown'],
          ['doc:京科发〔2026〕1号', 'doc:another'],
        );
        expect(seen.entries).toEqual(new Map([[record.entry.id, record]]));
        expect(seen.measures).toEqual(new Map([['doc:京科发〔2026〕1号', measure]]));
        expect(seen.feed.feedId).toBe(FEED);
        expect(await store.measure('a')).toEqual(measure);
        expect(await store.measure('b')).toBeNull();
      });

      test('knows which of the measures have an alert', async () => {
        await subscribed(store, []);
        await write(store, told('a', []));
        await write(store, sampleOutcome({ measures: [sampleMeasure('b')] }));
        const keys = ['url:https://kw.example/a', 'url:https://kw.example/b'];
        expect((await known([], keys)).alerted).toEqual(new Map([['a', expect.any(String)]]));
        expect((await known([])).alerted).toEqual(new Map());
      });

      test('knows since when a measure is told for its articles that was told for a topic’s words before', async () => {
        await subscribed(store, []);
        const record = (seconds: number, part: Partial<EntryRecord> = {}) =>
          sampleRecord('a', { seenAt: at(seconds), ...part });
        const alertedAfter = async (...entries: EntryRecord[]) => {
          await write(store, sampleOutcome({ entries }));
          return (await known([], ['url:https://kw.example/a'])).alerted.get('a');
        };
        const words = { code: 'watched', about: {} } as const;
        await write(store, { ...told('a', [], at(10)), entries: [record(10, { reason: words })] });
        expect(await alertedAfter(record(20, { reason: words }))).toBe(at(10));
        expect(await alertedAfter(record(30))).toBe(at(30));
        expect(await alertedAfter(record(40), record(50, { verdict: 'revision' }))).toBe(at(30));
      });

      test('knows what was told of the changes of the measures, and is yet to be, oldest first', async () => {
        await subscribed(store, []);
        await write(store, told('a', []));
        await write(store, sampleOutcome({ measures: [sampleMeasure('b')] }));
        const revision = (id: string, seconds: number) =>
          sampleAlert(id, {
            kind: 'revision',
            measureId: 'a',
            createdAt: at(seconds),
            about: { parts: 'text' },
          });
        const alerts = [revision('y', 20), revision('z', 10)];
        await write(store, sampleOutcome({ alerts }));
        const keys = ['url:https://kw.example/a', 'url:https://kw.example/b'];
        expect((await known([], keys)).revisions).toEqual(new Map([['a', alerts.toReversed()]]));
        expect((await known([])).revisions).toEqual(new Map());
      });

      test('knows the subscriptions, oldest first, when there are entries to decide on', async () => {
        await subscribed(store, []);
        const old = sampleSubscription('z', { articles: [23, 30], locale: 'en', trouble: 'gone' });
        const young = sampleSubscription('y', { target: { kind: 'user', userId: '5' }, createdAt: at(9) });
        await subscribe(store, young);
        await subscribe(store, old);
        expect((await known(['e'])).subscriptions).toEqual([old, young]);
        expect((await known([])).subscriptions).toEqual([]);
      });

      test('knows the subscriptions as they are, whatever changed them', async () => {
        const [first] = await subscribed(store, [1]);
        if (!first) throw new Error('a subscription was made');
        const seen = async () =>
          (await known(['e'])).subscriptions.map(({ id, trouble }) => `${id} ${trouble}`);
        expect(await seen()).toEqual(['s1 null']);
        await subscribe(store, { ...first, id: 's2' });
        expect(await seen()).toEqual(['s1 null', 's2 null']);
        await write(store, told('a', [first]));
        await lease(0);
        await store.markRetry('a@s1', 1, '10003', at(1), 'gone');
        expect(await seen()).toEqual(['s1 gone', 's2 gone']);
        await lease(1);
        await store.markSent('a@s1', 2, { messageId: 'm' }, at(2));
        expect(await seen()).toEqual(['s1 null', 's2 null']);
        await unsubscribe(store, 's1', { guildId: '900' });
        expect(await seen()).toEqual(['s2 null']);
      });

      test('that cannot be decided writes nothing and hinders no other', async () => {
        await subscribed(store, []);
        const lookup = { feedId: FEED, entryIds: [], measureKeys: [] };
        await expect(
          store.commit(lookup, () => {
            throw new Error('a bug');
          }),
        ).rejects.toThrow('a bug');
        await write(store, sampleOutcome({ measures: [sampleMeasure('a')] }));
        expect((await store.latestMeasures({ limit: 9 })).total).toBe(1);
      });

      test('takes nothing from those that come at the same time when it throws, before it writes or after', async () => {
        await subscribed(store, []);
        await write(store, sampleOutcome({ measures: [sampleMeasure('a')] }));
        const lookup = { feedId: FEED, entryIds: [], measureKeys: [] };
        const taken = sampleMeasure('x', { keys: ['url:https://kw.example/a'] });
        const ended = await Promise.allSettled([
          write(store, sampleOutcome({ measures: [sampleMeasure('b')] })),
          write(store, sampleOutcome({ measures: [sampleMeasure('y'), taken] })),
          store.commit(lookup, () => {
            throw new Error('a bug');
          }),
          write(store, sampleOutcome({ measures: [sampleMeasure('c')] })),
        ]);
        expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
        const { measures } = await store.latestMeasures({ limit: 9 });
        expect(measures.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
      });

      test.each<[string, Partial<Outcome>]>([
        [
          "an identity that is another measure's",
          { measures: [sampleMeasure('b', { keys: ['url:https://kw.example/a'] })] },
        ],
        [
          "a further identity that is another measure's",
          {
            measures: [sampleMeasure('b')],
            addedKeys: [{ measureId: 'b', key: 'url:https://kw.example/a' }],
          },
        ],
        [
          'one new identity for two measures',
          { measures: [sampleMeasure('b', { keys: ['k'] }), sampleMeasure('c', { keys: ['k'] })] },
        ],
        ['an alert for no measure', { alerts: [sampleAlert('new', { measureId: 'none' })] }],
        [
          'a delivery for no subscription',
          {
            alerts: [sampleAlert('new', { measureId: 'a' })],
            deliveries: [sampleDelivery('new', { alertId: 'new', subscriptionId: 'none' })],
          },
        ],
        [
          "a delivery under another's id",
          {
            alerts: [sampleAlert('new', { measureId: 'a' })],
            deliveries: [sampleDelivery('a@s1', { alertId: 'new', subscriptionId: 's1' })],
          },
        ],
      ])('is refused whole for %s', async (_what, broken) => {
        await write(store, told('a', await subscribed(store, [1])));
        const before = [
          await store.feedStates(),
          await store.latestMeasures({ limit: 9 }),
          await store.backlog(),
        ];
        await expect(
          write(store, sampleOutcome({ ...broken, checkedAt: at(50), nextCheckAt: at(99) })),
        ).rejects.toThrow();
        expect([
          await store.feedStates(),
          await store.latestMeasures({ limit: 9 }),
          await store.backlog(),
        ]).toEqual(before);
      });

      test('is refused for a feed that was never registered', async () => {
        await expect(write(store, sampleOutcome())).rejects.toThrow();
      });

      test('leaves an alert that was made before as it was told, and sends it to those who were not sent it', async () => {
        const [first, second] = await subscribed(store, [1, 2]);
        if (!first || !second) throw new Error('two subscriptions were made');
        const before = told('a', [first]);
        expect(await write(store, before)).toEqual(before);
        await lease(0);
        await store.markSent('a@s1', 1, { messageId: 'm1' }, at(1));
        const again = told('a', [first, second], at(50));
        const alerts = [
          { ...sampleAlert('alert-a', { measureId: 'a' }), createdAt: at(50), about: { x: 1 } },
        ];
        const records = [sampleRecord('a', { verdict: 'revision', seenAt: at(50) }), sampleRecord('b')];
        const measures = [sampleMeasure('a', { title: '更名' }), sampleMeasure('b')];
        const written = await write(store, { ...again, alerts, entries: records, measures });
        expect(written).toMatchObject({ alerts: [], deliveries: [{ id: 'a@s2' }] });
        expect(await lease(50)).toMatchObject([
          { id: 'a@s2', alert: before.alerts[0], measure: { title: '更名' } },
        ]);
        expect((await store.backlog()).pending).toBe(1);
        expect(await store.records([records[1]?.entry.id ?? ''])).toEqual(
          new Map([[records[1]?.entry.id, records[1]]]),
        );
      });

      test('makes an alert once that it is given twice', async () => {
        const [subscription] = await subscribed(store, [1]);
        if (!subscription) throw new Error('one subscription was made');
        const outcome = told('a', [subscription]);
        const twice = <T>(one: readonly T[]): readonly T[] => [...one, ...one];
        const written = await write(store, {
          ...outcome,
          alerts: twice(outcome.alerts),
          deliveries: twice(outcome.deliveries),
        });
        expect(written.alerts).toEqual(outcome.alerts);
        expect(await leasedIds(0)).toEqual(['a@s1']);
        expect((await store.backlog()).pending).toBe(1);
      });

      test('has an alert that was taken back sent to whom it is for again', async () => {
        const [subscription] = await subscribed(store, [1]);
        if (!subscription) throw new Error('one subscription was made');
        await write(store, told('a', [subscription]));
        await unsubscribe(store, 's1', { guildId: '900' });
        await subscribe(store, { ...subscription, id: 's2' });
        const again = told('a', [{ ...subscription, id: 's2' }], at(5));
        const deliveries = again.deliveries.map((one) => ({ ...one, id: 'a@s1' }));
        const written = await write(store, { ...again, measures: [], entries: [], deliveries });
        expect(written).toMatchObject({ alerts: [], deliveries: [{ id: 'a@s1', subscriptionId: 's2' }] });
        expect(await leasedIds(5)).toEqual(['a@s1']);
      });

      test('leaves the current records of the entries that are asked for, and none of others', async () => {
        await subscribed(store, []);
        const [first, changed] = [
          sampleRecord('a'),
          sampleRecord('a', { verdict: 'revision', seenAt: at(9) }),
        ];
        await write(
          store,
          sampleOutcome({
            entries: [first, sampleRecord('b')],
            measures: [sampleMeasure('a'), sampleMeasure('b')],
          }),
        );
        await write(store, sampleOutcome({ entries: [changed] }));
        const ids = [first.entry.id, 'unknown', ...Array.from({ length: 600 }, (_, n) => `other ${n}`)];
        expect(await store.records(ids)).toEqual(new Map([[first.entry.id, changed]]));
        expect(await store.records([])).toEqual(new Map());
      });

      test('that breaks off takes nothing from those begun at the same time', async () => {
        await write(store, told('a', await subscribed(store, [1])));
        const taken = sampleMeasure('b', { keys: ['url:https://kw.example/a'] });
        const ended = await Promise.allSettled([
          write(store, sampleOutcome({ measures: [sampleMeasure('c')] })),
          write(store, sampleOutcome({ measures: [sampleMeasure('d'), taken] })),
          write(store, sampleOutcome({ measures: [sampleMeasure('e')] })),
        ]);
        expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        const { measures } = await store.latestMeasures({ limit: 9 });
        expect(measures.map(({ id }) => id).sort()).toEqual(['a', 'c', 'e']);
      });

      test('sees all that those before it wrote, however many are begun at once', async () => {
        await subscribed(store, []);
        const key = (n: number) => `url:https://kw.example/m${n}`;
        const keys = Array.from({ length: 30 }, (_, n) => key(n));
        const seen: number[] = [];
        await Promise.all(
          keys.map(() =>
            store.commit({ feedId: FEED, entryIds: [], measureKeys: keys }, ({ measures }) => {
              const n = measures.size;
              seen.push(n);
              return sampleOutcome({ measures: [sampleMeasure(`m${n}`)] });
            }),
          ),
        );
        expect(seen).toEqual(keys.map((_, n) => n));
      });

      test('is seen by readers whole or not at all', async () => {
        const subscriptions = await subscribed(store, [1, 2, 3]);
        const looks: Promise<string>[] = [];
        const look = async () =>
          `${(await store.latestMeasures({ limit: 1 })).total} ${(await store.why('https://kw.example/a')).length}`;
        for (let n = 0; n < 5; n += 1) looks.push(look());
        const written = write(store, told('a', subscriptions));
        for (let n = 0; n < 20; n += 1) {
          await Promise.resolve();
          looks.push(look());
        }
        await written;
        for (const seen of await Promise.all(looks)) expect(['0 0', '1 1', '0 1']).toContain(seen);
        expect(await look()).toBe('1 1');
      });

      test('keeps every revision of an entry and knows the last', async () => {
        await subscribed(store, []);
        const [first, second, third] = [0, 10, 20].map((seconds) =>
          sampleRecord('a', {
            seenAt: at(seconds),
            textHash: `h${seconds}`,
            verdict: 'irrelevant',
            measureId: null,
          }),
        );
        if (!first || !second || !third) throw new Error('three records were made');
        await write(store, sampleOutcome({ entries: [first] }));
        await write(store, sampleOutcome({ entries: [second, third] }));
        expect((await known([first.entry.id])).entries.get(first.entry.id)).toEqual(third);
        expect((await store.why(first.entry.id)).map(({ record }) => record)).toEqual([third, second, first]);
      });

      test('adds identities to a known measure, and takes those it has already for granted', async () => {
        await subscribed(store, []);
        await write(store, sampleOutcome({ measures: [sampleMeasure('a', { keys: ['k1'] })] }));
        const addedKeys = ['k1', 'k2', 'k2'].map((key) => ({ measureId: 'a', key }));
        await write(store, sampleOutcome({ addedKeys }));
        expect((await known([], ['k2'])).measures.get('k2')).toMatchObject({ id: 'a', keys: ['k1', 'k2'] });
      });

      test('writes a known measure anew, with its links, and keeps its first sight and its identities', async () => {
        await subscribed(store, []);
        await write(store, sampleOutcome({ measures: [sampleMeasure('a', { keys: ['k1'] })] }));
        const anew = sampleMeasure('a', {
          keys: ['k2'],
          title: '修订后的通知',
          links: [{ number: 7, score: 1, link: 'cites', why: '第七条' }],
          firstSeenAt: at(99),
        });
        await write(store, sampleOutcome({ measures: [anew] }));
        expect(await store.measure('a')).toEqual({ ...anew, keys: ['k1', 'k2'], firstSeenAt: at(0) });
      });

      test('takes a batch of thousands', async () => {
        const numbers = Array.from({ length: 2_000 }, (_, n) => n);
        const subscriptions = await subscribed(store, numbers);
        const outcome = told('a', subscriptions);
        const entries = numbers.map((n) => sampleRecord(`e${n}`, { measureId: 'a' }));
        await write(store, { ...outcome, entries });
        expect((await store.backlog()).pending).toBe(2_000);
        expect((await known(entries.map(({ entry }) => entry.id))).entries.size).toBe(2_000);
      });
    });

    describe('deliveries', () => {
      test('are leased with all that sending needs', async () => {
        const [subscription] = await subscribed(store, [1]);
        await write(store, told('a', await store.subscriptions({ guildId: '900' }), at(0)));
        expect(await lease(5)).toEqual([
          {
            id: 'a@s1',
            alertId: 'alert-a',
            subscriptionId: 's1',
            target: channel(1),
            fence: 1,
            priorAttempts: 0,
            unsettled: null,
            alert: sampleAlert('alert-a', { measureId: 'a' }),
            measure: sampleMeasure('a'),
            reposts: [],
            subscription,
            subscriptions: [subscription],
            guild: newGuild('900'),
            operation: { kind: 'post' },
            digest: null,
            earlier: null,
          },
        ]);
      });

      test('are leased in their order, one per target, no more than asked for, each to one taker', async () => {
        const subscriptions = await subscribed(store, [1, 2, 3]);
        for (const id of ['a', 'b']) await write(store, told(id, subscriptions));
        expect(await leasedIds(0, 2)).toEqual(['a@s1', 'a@s2']);
        expect(await leasedIds(0, 2)).toEqual(['a@s3']);
        expect(await leasedIds(0, 2)).toEqual([]);
      });

      test('that have been due longest go first, and a target just served waits for the others', async () => {
        const subscriptions = await subscribed(store, [1, 2, 3]);
        for (const id of ['a', 'b']) await write(store, told(id, subscriptions));
        await lease(0);
        await store.markSent('a@s1', 1, { messageId: 'm' }, at(9));
        await store.markRetry('a@s2', 1, 'http 500', at(5), null);
        await store.markRetry('a@s3', 1, 'http 500', at(4), null);
        expect(await leasedIds(9)).toEqual(['a@s3', 'a@s2', 'b@s1']);
      });

      test('are not leased before the visit that made them', async () => {
        await write(store, told('a', await subscribed(store, [1]), at(10)));
        expect(await leasedIds(9)).toEqual([]);
        expect(await leasedIds(10)).toEqual(['a@s1']);
      });

      test('follow each other once sent', async () => {
        const subscriptions = await subscribed(store, [1]);
        for (const id of ['a', 'b']) await write(store, told(id, subscriptions));
        await lease(0);
        expect(await store.markSent('a@s1', 1, { messageId: 'm1' }, at(1))).toBe(true);
        expect(await leasedIds(1)).toEqual(['b@s1']);
        expect(await store.markSent('b@s1', 1, { messageId: 'm2' }, at(2))).toBe(true);
        expect(await leasedIds(9_999)).toEqual([]);
        expect(await store.backlog()).toEqual({ pending: 0, nextAttemptAt: null });
      });

      test('wait behind an older one that waits for another try, whatever else is due', async () => {
        const subscriptions = await subscribed(store, [1, 2]);
        for (const id of ['a', 'b']) await write(store, told(id, subscriptions));
        await lease(0, 1);
        expect(await store.markRetry('a@s1', 1, 'http 500', at(30), null)).toBe(true);
        await write(store, told('c', subscriptions, at(1)));
        expect(await leasedIds(29)).toEqual(['a@s2']);
        const [again] = await lease(30, 1);
        expect(again).toMatchObject({ id: 'a@s1', fence: 2, priorAttempts: 1, unsettled: { from: at(0) } });
      });

      test('put aside let newer ones pass and are tried again', async () => {
        const subscriptions = await subscribed(store, [1]);
        for (const id of ['a', 'b']) await write(store, told(id, subscriptions));
        await lease(0);
        await store.markRetry('a@s1', 1, '50035', at(30), null, true);
        expect(await leasedIds(0)).toEqual(['b@s1']);
        await store.markSent('b@s1', 1, { messageId: 'm1' }, at(1));
        expect(await leasedIds(29)).toEqual([]);
        expect(await leasedIds(30)).toEqual(['a@s1']);
        await store.markRetry('a@s1', 2, '50035', at(60), null, true);
        await write(store, told('c', subscriptions, at(40)));
        expect(await leasedIds(60)).toEqual(['c@s1', 'a@s1']);
        await store.markSent('a@s1', 3, { messageId: 'm2' }, at(61));
        await store.markSent('c@s1', 1, { messageId: 'm3' }, at(62));
        expect((await store.backlog()).pending).toBe(0);
      });

      test('are leased anew when a lease runs out, and the old holder has no more say', async () => {
        await write(store, told('a', await subscribed(store, [1])));
        await lease(0);
        expect(await leasedIds(59)).toEqual([]);
        expect(await lease(60)).toMatchObject([
          { id: 'a@s1', fence: 2, priorAttempts: 1, unsettled: { from: at(0), until: at(60) } },
        ]);
        expect(await store.markSent('a@s1', 1, { messageId: 'late' }, at(61))).toBe(false);
        expect(await store.markRetry('a@s1', 1, 'late', at(99), 'gone')).toBe(false);
        expect((await store.subscriptions({ guildId: '900' }))[0]?.trouble).toBeNull();
        expect(await store.markSent('a@s1', 2, { messageId: 'm1' }, at(61))).toBe(true);
        expect(await store.markSent('a@s1', 2, { messageId: 'm2' }, at(62))).toBe(false);
        expect((await store.why('https://kw.example/a'))[0]?.deliveries).toMatchObject([{ messageId: 'm1' }]);
      });

      test('are leased at once when all leases are given back, with their attempts remembered', async () => {
        await write(store, told('a', await subscribed(store, [1])));
        await lease(0);
        await store.releaseLeases();
        expect(await store.markSent('a@s1', 1, { messageId: 'late' }, at(1))).toBe(false);
        expect(await lease(1)).toMatchObject([{ id: 'a@s1', fence: 2, priorAttempts: 1 }]);
      });

      test('that nobody made are nobody’s', async () => {
        expect(await store.markSent('none', 1, { messageId: 'm' }, at(0))).toBe(false);
        expect(await store.markRetry('none', 1, 'e', at(0), null)).toBe(false);
      });

      test('are counted, with the instant the earliest is due or its lease runs out', async () => {
        const subscriptions = await subscribed(store, [1, 2]);
        for (const id of ['a', 'b']) await write(store, told(id, subscriptions));
        expect(await store.backlog()).toEqual({ pending: 4, nextAttemptAt: at(0) });
        await lease(0);
        expect(await store.backlog()).toEqual({ pending: 4, nextAttemptAt: at(60) });
        await store.markRetry('a@s1', 1, 'e', at(50), null);
        expect(await store.backlog()).toEqual({ pending: 4, nextAttemptAt: at(50) });
        await store.markSent('a@s2', 1, { messageId: 'm' }, at(1));
        expect(await store.backlog()).toEqual({ pending: 3, nextAttemptAt: at(1) });
      });

      test('of two subscriptions to one target are one, in the name of the older', async () => {
        await store.registerFeeds([FEED], at(0));
        const old = sampleSubscription('z');
        const young = sampleSubscription('y', { createdAt: at(1), articles: [23] });
        await subscribe(store, ...[old, young]);
        await write(store, told('a', [young, old]));
        expect(await lease(0)).toMatchObject([{ id: 'a@y', subscriptionId: 'z', subscription: old }]);
        await store.markSent('a@y', 1, { messageId: 'm' }, at(1));
        expect((await store.backlog()).pending).toBe(0);
      });

      test('of one alert to one target stay one when a later commit asks again', async () => {
        const [subscription] = await subscribed(store, [1]);
        const outcome = told('a', await store.subscriptions({ guildId: '900' }));
        await write(store, outcome);
        const deliveries = [sampleDelivery('again', { subscriptionId: 's1' })];
        await write(store, sampleOutcome({ deliveries }));
        expect(await lease(0)).toMatchObject([{ id: 'a@s1', subscription }]);
        expect((await store.backlog()).pending).toBe(1);
      });

      test('note what is wrong with a target on all its subscriptions until something is sent there', async () => {
        const [first] = await subscribed(store, [1, 2]);
        if (!first) throw new Error('two subscriptions were made');
        await subscribe(store, { ...first, id: 'twin' });
        await write(store, told('a', [first]));
        const troubles = async () =>
          Object.fromEntries(
            (await store.subscriptions({ guildId: '900' })).map((one) => [one.id, one.trouble]),
          );
        await lease(0);
        await store.markRetry('a@s1', 1, '50001', at(10), 'no-access');
        expect(await troubles()).toEqual({ s1: 'no-access', s2: null, twin: 'no-access' });
        await lease(10);
        await store.markRetry('a@s1', 2, 'http 500', at(20), null);
        expect(await troubles()).toMatchObject({ s1: 'no-access' });
        await lease(20);
        await store.markSent('a@s1', 3, { messageId: 'm' }, at(21));
        expect(await troubles()).toEqual({ s1: null, s2: null, twin: null });
      });
    });

    describe('subscriptions', () => {
      const guild = sampleSubscription('g', { target: channel(1, '900') });
      const other = sampleSubscription('o', { target: channel(1, '901'), createdAt: at(1) });
      const own = sampleSubscription('u', { target: { kind: 'user', userId: '900' }, articles: [1] });

      test("are each owner's alone", async () => {
        await subscribe(store, ...[guild, other, own]);
        expect(await store.subscriptions({ guildId: '900' })).toEqual([guild]);
        expect(await store.subscriptions({ userId: '900' })).toEqual([own]);
        expect(await store.subscriptions({ guildId: '902' })).toEqual([]);
      });

      const adding = (after: Subscription) =>
        ({ what: 'subscription', id: after.id, before: null, after }) as const;

      test('are there once, however often and however many at a time they are added', async () => {
        await subscribe(store, guild);
        const again = { ...guild, createdAt: at(9), createdBy: '7' };
        expect(await store.configure({ guildId: '900' }, '7', at(9), [adding(again)])).toEqual(fail('stale'));
        expect(await store.subscriptions({ guildId: '900' })).toEqual([guild]);
        const answers = await Promise.all(
          [1, 2].map(() => store.configure({ guildId: '901' }, '7', at(9), [adding(other)])),
        );
        expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
        expect(await store.subscriptions({ guildId: '901' })).toEqual([other]);
      });

      test('that are changed keep what waits for them, and have it sent as they are now', async () => {
        await subscribed(store, []);
        await subscribe(store, guild);
        await write(store, told('a', [guild]));
        const after = { ...guild, locale: 'zh-TW', articles: [7], issuers: ['市科委'], roleId: '5' } as const;
        const change = { what: 'subscription', id: 'g', before: guild, after } as const;
        expect(await store.configure({ guildId: '900' }, '7', at(9), [change])).toMatchObject({ ok: true });
        expect(await store.subscriptions({ guildId: '900' })).toEqual([after]);
        expect(await lease(0)).toMatchObject([{ id: 'a@g', subscription: after }]);
      });

      test('are removed by their owner, once', async () => {
        await subscribe(store, guild, other, own);
        const remove = (before: Subscription, owner: SubscriptionOwner) =>
          store.configure(owner, '7', at(9), [{ what: 'subscription', id: before.id, before, after: null }]);
        expect(await remove(other, { guildId: '900' })).toEqual(fail('stale'));
        expect(await remove(own, { guildId: '900' })).toEqual(fail('stale'));
        expect(await remove(other, { guildId: '901' })).toMatchObject({ ok: true });
        expect(await remove(other, { guildId: '901' })).toEqual(fail('stale'));
        expect(await store.subscriptions({ guildId: '900' })).toEqual([guild]);
        expect(await store.subscriptions({ userId: '900' })).toEqual([own]);
      });

      test('that end take back what is not yet sent for them', async () => {
        const subscriptions = await subscribed(store, [1, 2]);
        for (const id of ['a', 'b', 'c']) await write(store, told(id, subscriptions));
        await lease(0);
        await store.markSent('a@s1', 1, { messageId: 'm' }, at(1));
        await unsubscribe(store, 's1', { guildId: '900' });
        expect((await store.backlog()).pending).toBe(3);
        await store.markSent('a@s2', 1, { messageId: 'm' }, at(1));
        expect(await leasedIds(1)).toEqual(['b@s2']);
        const states = (await store.why('https://kw.example/a'))[0]?.deliveries.map((one) => [
          one.id,
          one.state,
        ]);
        expect(states).toEqual([
          ['a@s1', 'sent'],
          ['a@s2', 'sent'],
        ]);
        expect((await store.why('https://kw.example/b'))[0]?.deliveries).toMatchObject([
          { id: 'b@s1', state: 'cancelled', nextAttemptAt: null },
          { id: 'b@s2', state: 'leased' },
        ]);
      });

      test('that end leave to the others of the target what they asked for too', async () => {
        await store.registerFeeds([FEED], at(0));
        const twin = sampleSubscription('twin', { target: guild.target, createdAt: at(5) });
        await subscribe(store, ...[guild, twin]);
        await write(store, told('both', [guild, twin]));
        await write(store, told('one', [guild]));
        await write(store, told('other', [twin]));
        await unsubscribe(store, 'g', { guildId: '900' });
        expect(await lease(0)).toMatchObject([{ id: 'both@g', subscription: twin }]);
        await store.markSent('both@g', 1, { messageId: 'm' }, at(1));
        expect(await leasedIds(1)).toEqual(['other@twin']);
      });

      test('that end while a message is on its way have it recorded all the same, and it is not tried again', async () => {
        const subscriptions = await subscribed(store, [1, 2]);
        await write(store, told('a', subscriptions));
        await lease(0);
        for (const id of ['s1', 's2']) await unsubscribe(store, id, { guildId: '900' });
        expect(await store.markSent('a@s1', 1, { messageId: 'm1' }, at(1))).toBe(true);
        expect(await store.markRetry('a@s2', 1, 'http 500', at(1), null)).toBe(false);
        expect((await store.why('https://kw.example/a'))[0]?.deliveries).toMatchObject([
          { id: 'a@s1', state: 'sent', messageId: 'm1' },
          { id: 'a@s2', state: 'cancelled' },
        ]);
        expect(await leasedIds(999)).toEqual([]);
      });
    });

    describe('measures', () => {
      const titles = async (articles: readonly number[], limit = 10, offset = 0) => {
        const { measures, total } = await store.latestMeasures({ articles, limit, offset });
        return [total, ...measures.map((measure) => measure.id)];
      };
      const link = (number: number) => ({ number, score: 0.5, link: 'related', why: 'w' }) as const;

      test('are listed by the day in Beijing they were published, else first seen, latest first', async () => {
        await subscribed(store, []);
        await write(
          store,
          sampleOutcome({
            measures: [
              sampleMeasure('undated', { date: null, firstSeenAt: '2026-02-27T16:30:00.000Z' }), // the 28th in Beijing
              sampleMeasure('old', { date: '2024-03-01' }),
              sampleMeasure('evening', { date: '2026-02-26T23:30:00+08:00' }),
              sampleMeasure('night', { date: '2026-02-26T17:00:00Z' }), // the 27th in Beijing
              sampleMeasure('future', { date: '2026-04-01' }),
            ],
          }),
        );
        expect(await titles([])).toEqual([5, 'future', 'undated', 'night', 'evening', 'old']);
      });

      test('are found by any of several articles, each once, and paged', async () => {
        await subscribed(store, []);
        await write(
          store,
          sampleOutcome({
            measures: [
              sampleMeasure('a', { links: [link(1), link(2)], date: '2026-01-04' }),
              sampleMeasure('b', { links: [link(2)], date: '2026-01-03' }),
              sampleMeasure('c', { links: [link(3)], date: '2026-01-02' }),
              sampleMeasure('d', { links: [], date: '2026-01-01' }),
            ],
          }),
        );
        expect(await titles([1, 2])).toEqual([2, 'a', 'b']);
        expect(await titles([3])).toEqual([1, 'c']);
        expect(await titles([76])).toEqual([0]);
        expect(await titles([], 2, 1)).toEqual([4, 'b', 'c']);
        expect(await titles([], 2, 9)).toEqual([4]);
      });

      test('keep their doubtful links apart, with the words that spoke for each, and are found by them too', async () => {
        await subscribed(store, []);
        const measure = sampleMeasure('a', {
          relevance: 'doubtful',
          links: [{ ...link(1), words: ['概念验证', '“平台”'] }],
          doubtful: [{ ...link(2), score: 0.3, words: [] }, link(3)],
          text: '第一条\n第二条',
          family: 'f',
        });
        await write(store, sampleOutcome({ measures: [measure] }));
        expect(await store.measure('a')).toEqual(measure);
        const found = async (number: number) =>
          (await store.latestMeasures({ articles: [number], relevance: ['doubtful'], limit: 9 })).total;
        expect([await found(1), await found(3), await found(4)]).toEqual([1, 1, 0]);
      });

      test.each<[string, Partial<MeasureFilter>, string[]]>([
        ['the relevant ones that everybody may see', {}, ['plain', 'draft']],
        ['a kind', { kinds: ['consultation', 'news'] }, ['draft']],
        ["part of an issuer's name", { issuer: '发展改革' }, ['draft']],
        ['an issuer with signs that mean something to databases', { issuer: '%' }, ['plain']],
        ['an issuer that none has', { issuer: '_' }, []],
        ['what waits for a moderator', { relevance: ['doubtful'] }, ['doubtful']],
        ['any relevance', { relevance: ['relevant', 'watched'] }, ['plain', 'draft', 'watched']],
        ["a server's own too", { guildId: '900' }, ['plain', 'draft', 'own']],
        ["none of another server's own", { guildId: '90' }, ['plain', 'draft']],
        ['an article within a kind', { articles: [23], kinds: ['consultation'] }, ['draft']],
      ])('are found by %s', async (_what, filter, ids) => {
        await subscribed(store, []);
        const measures = [
          sampleMeasure('plain', { date: '2026-01-05', issuer: '“100%”办公室' }),
          sampleMeasure('draft', { date: '2026-01-04', kind: 'consultation', issuer: '市发展改革委' }),
          sampleMeasure('doubtful', { date: '2026-01-03', relevance: 'doubtful' }),
          sampleMeasure('watched', { date: '2026-01-02', relevance: 'watched', links: [] }),
          sampleMeasure('own', { date: '2026-01-01', guildId: '900' }),
        ];
        await write(store, sampleOutcome({ measures }));
        const { measures: found, total } = await store.latestMeasures({ ...filter, limit: 9 });
        expect(found.map(({ id }) => id)).toEqual(ids);
        expect(total).toBe(ids.length);
      });

      test('with a day that is near are found with the subscriptions by which they were told', async () => {
        const subscriptions = await subscribed(store, [1, 2, 3]);
        const telling = (id: string, part: Partial<Measure>) =>
          write(store, { ...told(id, subscriptions), measures: [sampleMeasure(id, part)] });
        await telling('closing', { consultationUntil: '2026-03-10' });
        await telling('effective', { effectiveOn: '2026-03-12' });
        await telling('past', { effectiveOn: '2026-03-09', consultationUntil: '2026-02-01' });
        await telling('far', { effectiveOn: '2026-03-13' });
        await write(
          store,
          sampleOutcome({ measures: [sampleMeasure('untold', { effectiveOn: '2026-03-11' })] }),
        );
        await lease(0);
        for (const id of ['closing@s1', 'closing@s2']) await store.markSent(id, 1, { messageId: 'm' }, at(1));
        await unsubscribe(store, 's2', { guildId: '900' });
        const near = await store.measuresWithDays('2026-03-10', '2026-03-12');
        expect(near.map(({ measure, told }) => [measure.id, ...told.map(({ id }) => id)])).toEqual([
          ['closing', 's1'],
          ['effective'],
          ['untold'],
        ]);
      });
    });

    test('entries that are no measure are listed as they are now, newest first, and a server’s own to it alone', async () => {
      await store.registerFeeds([FEED, 'guild_900_x', 'guild_9001_x'], at(0));
      const other = (id: string, seconds: number, part: Partial<EntryRecord> = {}) =>
        sampleRecord(id, { verdict: 'irrelevant', measureId: null, seenAt: at(seconds), ...part });
      const entries = [
        other('old', 1),
        other('changed', 2),
        other('own', 3, { feedId: 'guild_900_x' }),
        other('others', 4, { feedId: 'guild_9001_x' }),
        other('became', 5),
        other('changed', 6, { textHash: 'h' }),
        sampleRecord('measure', { seenAt: at(7), measureId: 'a' }),
        sampleRecord('became', { seenAt: at(8), measureId: 'a' }),
      ];
      await write(store, sampleOutcome({ measures: [sampleMeasure('a')], entries }));
      const listed = async (...args: Parameters<Store['otherEntries']>) =>
        (await store.otherEntries(...args)).map(({ entry, seenAt }) => [entry.id.slice(19), seenAt]);
      expect(await listed(9)).toEqual([
        ['changed', at(6)],
        ['old', at(1)],
      ]);
      expect(await listed(2, '900')).toEqual([
        ['changed', at(6)],
        ['own', at(3)],
      ]);
    });

    test('entries that are no measure are listed in pages, each once, those seen at one time too', async () => {
      await store.registerFeeds([FEED], at(0));
      const entries = [5, 1, 4, 2, 3].map((n) =>
        sampleRecord(`${n}`, { verdict: 'irrelevant', measureId: null, seenAt: at(n < 4 ? 1 : 2) }),
      );
      await write(store, sampleOutcome({ entries }));
      const listed: string[] = [];
      let after: EntryRecord | undefined;
      for (
        let page = await store.otherEntries(2);
        page.length > 0;
        page = await store.otherEntries(2, null, after)
      ) {
        listed.push(...page.map(({ entry }) => entry.id.slice(19)));
        after = page.at(-1);
      }
      expect(listed).toEqual(['4', '5', '1', '2', '3']);
    });

    describe('why', () => {
      test('tells the way of an entry by its id or its address, with its measure and deliveries', async () => {
        const subscriptions = await subscribed(store, [1, 2]);
        await write(store, told('a', subscriptions));
        const repost = sampleRecord('repost', { verdict: 'repost', measureId: 'a', seenAt: at(9) });
        const entry = { ...repost.entry, id: 'hash-of-repost' };
        await write(store, sampleOutcome({ entries: [{ ...repost, entry }] }));
        await lease(1, 1);
        await store.markRetry('a@s1', 1, '50001 Missing Access', at(90), 'no-access');
        const unedited = {
          kind: 'news',
          threadId: null,
          digest: false,
          edits: { made: 0, lastAt: null, waiting: false },
        };
        const deliveries = [
          {
            ...unedited,
            id: 'a@s1',
            subscriptions: ['s1'],
            // As it was asked for: another try is none of its own.
            dueAt: at(0),
            target: channel(1),
            state: 'pending',
            attempts: 1,
            messageId: null,
            sentAt: null,
            lastError: '50001 Missing Access',
            nextAttemptAt: at(90),
          },
          {
            ...unedited,
            id: 'a@s2',
            subscriptions: ['s2'],
            dueAt: at(0),
            target: channel(2),
            state: 'pending',
            attempts: 0,
            messageId: null,
            sentAt: null,
            lastError: null,
            nextAttemptAt: at(0),
          },
        ];
        expect(await store.why('https://kw.example/a')).toEqual([
          { record: sampleRecord('a'), measure: sampleMeasure('a'), deliveries },
        ]);
        for (const name of ['hash-of-repost', 'https://kw.example/repost']) {
          expect(await store.why(name)).toEqual([
            { record: { ...repost, entry }, measure: sampleMeasure('a'), deliveries },
          ]);
        }
      });

      test('tells how often a message was edited since, and whether an edit waits', async () => {
        await write(store, told('a', await subscribed(store, [1])));
        const edits = async () => (await store.why('https://kw.example/a'))[0]?.deliveries[0]?.edits;
        const [post] = await lease(1, 1);
        await store.markSent(post?.id ?? '', post?.fence ?? 0, { messageId: 'm1' }, at(2));
        await write(store, sampleOutcome({ edits: ['a'], checkedAt: at(3) }));
        expect(await edits()).toEqual({ made: 0, lastAt: null, waiting: true });
        const [edit] = await lease(4, 1);
        await store.markSent(edit?.id ?? '', edit?.fence ?? 0, { messageId: 'm1' }, at(5));
        expect(await edits()).toEqual({ made: 1, lastAt: at(5), waiting: false });
      });

      test('finds the documents of one policy', async () => {
        await store.registerFeeds([FEED], at(0));
        const of = (id: string, family: string | null) => sampleMeasure(id, { family, keys: [id] });
        await write(
          store,
          sampleOutcome({ measures: [of('a', 'x'), of('b', 'x'), of('c', 'y'), of('d', null)] }),
        );
        const { measures } = await store.latestMeasures({ family: 'x', limit: 9 });
        expect(measures.map(({ id }) => id)).toEqual(['a', 'b']);
      });

      test('tells each server of its own sources alone, and operators of all', async () => {
        await store.registerFeeds([FEED, 'guild_900_x'], at(0));
        const own = sampleRecord('a', { feedId: 'guild_900_x', measureId: null, verdict: 'irrelevant' });
        const entry = { ...own.entry, id: '900|a' };
        await write(
          store,
          sampleOutcome({ entries: [sampleRecord('a', { measureId: null }), { ...own, entry }] }),
        );
        const seen = async (...args: Parameters<Store['why']>) =>
          (await store.why(...args)).map(({ record }) => record.feedId);
        const url = own.entry.url;
        expect(await seen(url)).toEqual(['guild_900_x', FEED]);
        expect(await seen(url, '900')).toEqual(['guild_900_x', FEED]);
        expect(await seen(url, '90')).toEqual([FEED]);
        expect(await seen(url, null)).toEqual([FEED]);
        expect(await seen('900|a', '90')).toEqual([]);
      });

      test('tells of one that went no further, and nothing of one never seen', async () => {
        await subscribed(store, []);
        const record = sampleRecord('a', {
          verdict: 'irrelevant',
          measureId: null,
          reason: { code: 'irrelevant', about: { refusal: 'subject' } },
        });
        await write(store, sampleOutcome({ entries: [record] }));
        expect(await store.why(record.entry.id)).toEqual([{ record, measure: null, deliveries: [] }]);
        expect(await store.why('https://kw.example/b')).toEqual([]);
      });
    });
  });
}

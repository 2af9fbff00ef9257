import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultSettings } from '../../../src/ledger/defaults.ts';
import type { Guild } from '../../../src/ledger/types.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Change, Outcome, Store } from '../../../src/store/port.ts';
import { decide } from '../../../src/watch/decide/decide.ts';
import { lookupFor } from '../../../src/watch/decide/lookup.ts';
import { pageState } from '../../../src/watch/detail/merge.ts';
import type { Detail } from '../../../src/watch/detail/types.ts';
import { inItsRoom } from '../../../src/watch/namespace.ts';
import type { Entry, FeedDefinition, Visit } from '../../../src/watch/types.ts';
import { guildOf, subscriptionOf, topicOf } from '../../deliver/sample.ts';
import { subscribe } from '../../store/sample.ts';
import { entry, feed, link, Memory } from '../memory.ts';

const A = feed('a');
const B = feed('b');
const SOURCES = [A, B, feed('guild_1_x')];
const START = Date.parse('2026-09-20T00:00:00Z');
const LONG_AGO = new Date('2026-01-01T00:00:00.000Z');
const HOUR = 3_600_000;

/** Server 1 has a topic, a source of its own and wants much certainty; server 2 wants little. */
const GUILDS: readonly Guild[] = [
  guildOf('1', {
    settings: { ...defaultSettings, reviewChannelId: 'r1', tell: 0.95, review: 0.2 },
    topics: [topicOf('t', { any: ['校车'] })],
    feeds: [{ id: 'guild_1_x', definition: feed('guild_1_x'), paused: false }],
  }),
  guildOf('2', { settings: { ...defaultSettings, reviewChannelId: 'r2', tell: 0.3 } }),
];
const channel = (id: string, guildId: string, topics: readonly string[] = [], articles: number[] = []) =>
  subscriptionOf(id, { target: { kind: 'channel', guildId, channelId: id }, topics, articles });
const SUBSCRIPTIONS = [
  channel('t', '1', ['t']),
  channel('c', '1'),
  channel('d', '2'),
  channel('e', '3', [], [23]),
  subscriptionOf('u', { target: { kind: 'user', userId: 'u' } }),
];

const detailOf = (text: string): Detail => ({
  ...{ title: null, issuer: null, docNumber: null, signedOn: null, published: null, effectiveOn: null },
  ...{ consultation: null, attachments: [], text },
});

const memoryOf = (): Memory => {
  const memory = new Memory();
  for (const guild of GUILDS) memory.guilds.set(guild.id, guild);
  memory.subscriptions.splice(0, Number.POSITIVE_INFINITY, ...SUBSCRIPTIONS);
  return memory;
};

async function storeOf(): Promise<Store> {
  const opened = await openStore('file::memory:');
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  for (const { id: guildId, settings, topics, feeds } of GUILDS) {
    const changes: Change[] = [
      { what: 'settings', id: guildId, before: null, after: settings },
      ...topics.map((after): Change => ({ what: 'topic', id: after.id, before: null, after })),
      ...feeds.map((after): Change => ({ what: 'feed', id: after.id, before: null, after })),
    ];
    const set = await store.configure({ guildId }, '9', LONG_AGO.toISOString(), changes);
    if (!set.ok) throw new Error(set.error);
  }
  await subscribe(store, ...SUBSCRIPTIONS);
  const ids = SOURCES.map(({ id }) => id);
  await store.registerFeeds(ids, LONG_AGO.toISOString());
  return store;
}

/** As a tick does it. */
function visitStore(store: Store, where: FeedDefinition, entries: readonly Entry[], now: Date) {
  const bare: Visit = { status: 'ok', entries, validators: {}, ms: 1, bytes: 1, notes: [] };
  const deciding = { feed: where, visit: inItsRoom(where, bare), now, jitter: 0, link };
  return store.commit(lookupFor(deciding), (known) => decide(known, deciding));
}

const written = ({ entries, alerts, deliveries, edits }: Outcome) => ({
  verdicts: entries.map(({ entry: { id }, verdict }) => `${id} ${verdict}`),
  alerts: alerts.map(({ id, kind }) => `${id} ${kind}`).sort(),
  deliveries: [...new Set(deliveries.map(({ id }) => id))].sort(),
  edits: edits.toSorted(),
});

const row = fc.record({
  n: fc.integer({ min: 1, max: 3 }),
  title: fc.constantFrom(
    '关于支持概念验证平台建设的若干政策措施',
    '关于支持算力券发放工作的若干政策措施',
    '关于支持算力与校车工作的若干政策措施',
    '关于做好本市校车安全管理有关工作的通知',
    '关于召开会议的通知',
  ),
  docNumber: fc.constantFrom('京科发〔2026〕1号', undefined, undefined),
  summary: fc.constantFrom('支持概念验证', '支持人才', undefined),
  text: fc.constantFrom('第一版', '第二版：支持概念验证', undefined),
});
const looks = fc.array(
  fc.record({
    where: fc.constantFrom(...SOURCES),
    rows: fc.array(row, { maxLength: 3 }),
    hours: fc.constantFrom(1, 10, 25),
  }),
  { minLength: 1, maxLength: 8 },
);
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;
const entryOf = ({ n, title, docNumber, summary, text }: Row): Entry =>
  entry(`https://a.cn/${n}`, title, {
    ...(docNumber === undefined ? {} : { docNumber }),
    ...(summary === undefined ? {} : { summary }),
    ...(text === undefined ? {} : { detail: detailOf(text), page: pageState(detailOf(text)) }),
  });
const entriesOf = (rows: readonly Row[]): Entry[] => [
  ...new Map(rows.map((one) => [one.n, entryOf(one)])).values(),
];

it('whatever sources show, in whatever order, a store takes it and tells what memory tells', async () => {
  await fc.assert(
    fc.asyncProperty(looks, async (visits) => {
      const [memory, store] = [memoryOf(), await storeOf()];
      try {
        for (const where of SOURCES) {
          memory.visit(where, [], LONG_AGO);
          await visitStore(store, where, [], LONG_AGO);
        }
        let time = START;
        for (const { where, rows, hours } of visits) {
          time += hours * HOUR;
          const [entries, now] = [entriesOf(rows), new Date(time)];
          const told = await visitStore(store, where, entries, now);
          expect(written(told)).toEqual(written(memory.visit(where, entries, now)));
        }
      } finally {
        await store.close();
      }
    }),
    { numRuns: 60 },
  );
});

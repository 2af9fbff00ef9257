import { describe, expect, it } from 'vitest';
import { backtest } from '../../commands/topic/backtest.ts';
import { type Past, startBacktest } from '../../src/ledger/backtest.ts';
import { newGuild } from '../../src/ledger/defaults.ts';
import type { Conditions } from '../../src/ledger/topic.ts';
import { openStore } from '../../src/store/open.ts';
import type { FeedDefinition } from '../../src/watch/types.ts';
import { at, FEED, sampleOutcome, sampleRecord, write } from '../store/sample.ts';

const topic: Conditions = { any: ['算力'], all: [], none: [], articles: [], kinds: ['measure'], issuers: [] };
const past = (title: string, date: string, kind: 'measure' | 'news' = 'measure'): Past => ({
  title,
  date,
  url: `https://example.test/${date}`,
  subject: { title, text: '', issuer: null, kind, articles: [] },
});

describe('a backtest', () => {
  it('counts what would have been told by month, and shows the latest of it and of the near misses', () => {
    const testing = startBacktest(topic, 2);
    for (const one of [
      past('算力办法', '2026-10-03'),
      past('算力意见', '2026-11-05'),
      past('算力消息', '2026-11-01', 'news'),
      past('绿化办法', '2025-01-01'),
      past('智能算力方案', '2026-11-02T08:00:00.000Z'),
    ])
      testing.hold(one);
    const { examples, nearMisses, ...counts } = testing.result();
    expect(counts).toEqual({
      read: 5,
      since: '2025-01-01',
      told: 3,
      months: [
        ['2026-11', 2],
        ['2026-10', 1],
      ],
      near: 1,
    });
    expect(examples.map(({ title }) => title)).toEqual(['算力意见', '智能算力方案']);
    expect(nearMisses.map(({ title, match }) => [title, match.missing])).toEqual([
      ['算力消息', [{ condition: 'kinds', words: [] }]],
    ]);
  });

  it('has nothing to say of nothing', () => {
    expect(startBacktest(topic, 2).result()).toMatchObject({ read: 0, since: null, told: 0, months: [] });
  });
});

describe('a topic of a server', () => {
  const definition = (id: string): FeedDefinition => ({
    ...{ id, name: id, authority: '北京市科学技术委员会', level: 'municipal', page: 'https://example.test/' },
    ...{ url: 'https://example.test/', reader: null, paceMinutes: 30, confidence: 'high' },
  });

  it('is held against all that is stored, what the server’s own sources brought among it, and nobody else’s', async () => {
    const opened = await openStore('file::memory:');
    if (!opened.ok) throw new Error(opened.error.code);
    await using store = Object.assign(opened.value, { [Symbol.asyncDispose]: opened.value.close });
    const [own, others] = ['guild_900_x', 'guild_901_x'];
    await store.registerFeeds([FEED, own, others], at(0));
    const record = (id: string, feedId: string, seconds: number) => {
      const { entry, ...rest } = sampleRecord(id, {
        feedId,
        verdict: 'irrelevant',
        measureId: null,
        seenAt: at(seconds),
      });
      return { ...rest, entry: { ...entry, title: `关于算力的公告之${id}` } };
    };
    const entries = [
      ...Array.from({ length: 250 }, (_, n) => record(`${n}`, FEED, n % 3)),
      record('own', own, 1),
      record('others', others, 1),
    ];
    await write(store, sampleOutcome({ entries }));
    const guild = { ...newGuild('900'), feeds: [{ id: own, definition: definition('x'), paused: false }] };
    const tested = await backtest({ ...topic, kinds: [] }, guild, { store, feeds: [definition(FEED)] });
    expect(tested).toMatchObject({ read: 251, told: 251 });
  });
});

import { describe, expect, it } from 'vitest';
import { type Past, startBacktest } from '../../src/ledger/backtest.ts';
import type { Conditions } from '../../src/ledger/topic.ts';

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

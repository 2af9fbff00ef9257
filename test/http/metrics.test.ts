import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { formatMetrics, metricsHandler } from '../../src/http/metrics.ts';
import type { FeedState } from '../../src/store/port.ts';

const state = (feedId: string, failures: number): FeedState => ({
  feedId,
  validators: {},
  firstReadAt: '2026-03-01T00:00:00.000Z',
  lastSuccessAt: '2026-03-02T00:00:00.000Z',
  lastCheckAt: '2026-03-02T00:00:00.000Z',
  nextCheckAt: '2026-03-02T00:30:00.000Z',
  consecutiveFailures: failures,
  lastCause: failures > 0 ? 'http-403' : null,
});

it('tells on /metrics what is sent, what waits and how long, how the sources stand, and the memory', async () => {
  const handle = metricsHandler({
    store: {
      feedStates: async () => [state('kw', 3), state('well', 0), state('guild_1_x', 9)],
      backlog: async () => ({ pending: 7, nextAttemptAt: null }),
      waitingSince: async () => '2026-03-02T08:59:00.000Z',
    },
    isUp: () => true,
    outage: () => null,
    feedIds: ['kw', 'well'],
    now: () => new Date('2026-03-02T09:00:00Z'),
    sent: () => ({ sent: 12, kept: 1 }),
    visits: { ok: 5, unchanged: 40, failed: 2 },
    memory: () => ({ rss: 1_000, heapUsed: 500 }),
  });
  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = (await answer.text()).split('\n').filter((line) => !line.startsWith('#'));
  expect(lines).toEqual([
    'tiaoli_deliveries_sent_total 12',
    'tiaoli_deliveries_kept_total 1',
    'tiaoli_deliveries_pending 7',
    'tiaoli_deliveries_oldest_seconds 60',
    'tiaoli_discord_outage 0',
    'tiaoli_gateway_up 1',
    'tiaoli_feeds{status="ok"} 1',
    'tiaoli_feeds{status="unread"} 0',
    'tiaoli_feeds{status="failing"} 1',
    'tiaoli_feeds{status="quiet"} 0',
    'tiaoli_feed_failures{feed="kw"} 3',
    'tiaoli_visits_total{result="ok"} 5',
    'tiaoli_visits_total{result="unchanged"} 40',
    'tiaoli_visits_total{result="failed"} 2',
    'process_resident_memory_bytes 1000',
    'nodejs_heap_used_bytes 500',
    '',
  ]);
});

it('keeps each sample on one line, and a label’s value within its quotes, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('\\', '"', '\n', 'a', '}', ' ') }), (value) => {
      const text = formatMetrics([
        { name: 'm', help: value, type: 'gauge', samples: [{ labels: { feed: value }, value: 1 }] },
      ]);
      const [help, type, sample, ...rest] = text.split('\n');
      expect([help?.startsWith('# HELP m '), type, rest]).toEqual([true, '# TYPE m gauge', ['']]);
      const [, quoted = ''] = /^m\{feed="((?:[^"\\]|\\["\\n])*)"\} 1$/.exec(sample ?? '') ?? [];
      expect(quoted.replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c))).toBe(value);
    }),
  );
});

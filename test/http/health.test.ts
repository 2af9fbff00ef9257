import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { healthHandler } from '../../src/http/health.ts';
import type { FeedState } from '../../src/store/port.ts';

const state = (feedId: string, part: Partial<FeedState> = {}): FeedState => ({
  feedId,
  validators: {},
  firstReadAt: '2026-03-01T00:00:00.000Z',
  lastSuccessAt: '2026-03-02T00:00:00.000Z',
  lastCheckAt: '2026-03-02T00:00:00.000Z',
  nextCheckAt: '2026-03-02T00:30:00.000Z',
  consecutiveFailures: 0,
  lastCause: null,
  ...part,
});

it('names on /healthz each watched source that fails, with its cause and since when', async () => {
  const failing = state('kw', {
    consecutiveFailures: 2,
    lastCause: 'http-403',
    health: {
      entries: 20,
      arrivals: [],
      failingSince: '2026-03-02T08:00:00.000Z',
      completeFrom: '2026-03-01T00:00:00.000Z',
      told: null,
    },
  });
  const gone = state('gone', { consecutiveFailures: 9, lastCause: 'dns' });
  const handle = healthHandler({
    store: {
      feedStates: async () => [gone, failing, state('well')],
      backlog: async () => ({ pending: 0, nextAttemptAt: null }),
    },
    isUp: () => true,
    outage: () => ({ code: '401', since: '2026-03-02T08:30:00.000Z' }),
    feedIds: ['kw', 'well'],
    now: () => new Date('2026-03-02T09:00:00Z'),
  });
  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/healthz`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    status: 'ok',
    outbox: { pending: 0, outage: { code: '401' } },
    feeds: {
      watched: 2,
      failing: 1,
      quiet: 0,
      troubled: [
        {
          feedId: 'kw',
          status: 'failing',
          cause: 'http-403',
          failures: 2,
          since: '2026-03-02T08:00:00.000Z',
          completeFrom: '2026-03-01T00:00:00.000Z',
          completeTo: '2026-03-02T00:00:00.000Z',
        },
      ],
    },
  });
});

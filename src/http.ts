import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fail, ok, type Result } from './result.ts';
import type { Store } from './store/port.ts';

/** What `/healthz` looks at. */
export interface HealthSources {
  readonly store: Pick<Store, 'backlog' | 'feedStates'>;
  readonly isUp: () => boolean;
  readonly feedIds: readonly string[];
}

/** Answers the bot's own paths; false for any other, which then belongs to somebody else. */
export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * `GET /healthz`: 200 while the gateway is up, 503 while it is not; in both cases what is watched and what waits, for people
 * and for monitors. It tells nothing of any server.
 */
export function healthHandler({ store, isUp, feedIds }: HealthSources): HttpHandler {
  return async (request, response) => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== '/healthz') return false;
    const watched = (await store.feedStates()).filter(({ feedId }) => feedIds.includes(feedId));
    const { pending, nextAttemptAt } = await store.backlog();
    const up = isUp();
    response.writeHead(up ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(
      JSON.stringify({
        status: up ? 'ok' : 'gateway-down',
        gateway: up ? 'up' : 'down',
        feeds: {
          watched: watched.length,
          failing: watched.filter(({ consecutiveFailures }) => consecutiveFailures > 0).length,
          lastSuccessAt:
            watched
              .map(({ lastSuccessAt }) => lastSuccessAt ?? '')
              .toSorted()
              .at(-1) || null,
        },
        outbox: { pending, nextAttemptAt },
      }),
    );
    return true;
  };
}

/** Serves the bot's own paths on a port of their own. `port-in-use` names the expected failure. */
export function serve(
  handler: HttpHandler,
  port: number,
  onError: (error: unknown) => void,
): Promise<Result<{ close(): Promise<void> }, 'port-in-use'>> {
  const server = createServer((request, response) => {
    handler(request, response).then(
      (answered) => {
        if (!answered) response.writeHead(404).end();
      },
      (error: unknown) => {
        onError(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      },
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(fail('port-in-use'));
      else reject(error);
    });
    server.listen(port, () =>
      resolve(
        ok({
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              server.closeAllConnections();
            }),
        }),
      ),
    );
  });
}

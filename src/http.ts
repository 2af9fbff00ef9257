import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fail, ok, type Result } from './result.ts';
import type { Store } from './store/port.ts';
import { type Standing, standingOf } from './watch/health.ts';

/** What `/healthz` looks at. */
export interface HealthSources {
  readonly store: Pick<Store, 'backlog' | 'feedStates'>;
  readonly isUp: () => boolean;
  readonly feedIds: readonly string[];
  readonly now: () => Date;
}

/** Answers the bot's own paths; false for any other, which then belongs to somebody else. */
export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Asks one after the other, until one of them answers. */
export const inTurn =
  (...handlers: readonly HttpHandler[]): HttpHandler =>
  async (request, response) => {
    for (const handler of handlers) if (await handler(request, response)) return true;
    return false;
  };

/**
 * `GET /healthz`: 200 while the gateway is up, 503 while it is not; in both cases what is watched and what waits, for people
 * and for monitors: each source that fails or is quiet, with its cause. It tells nothing of any server.
 */
export function healthHandler({ store, isUp, feedIds, now }: HealthSources): HttpHandler {
  return async (request, response) => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== '/healthz') return false;
    const watched = (await store.feedStates()).filter(({ feedId }) => feedIds.includes(feedId));
    const standings = watched.map((state) => standingOf(state, now()));
    const { pending, nextAttemptAt } = await store.backlog();
    const up = isUp();
    response.writeHead(up ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(
      JSON.stringify({
        status: up ? 'ok' : 'gateway-down',
        gateway: up ? 'up' : 'down',
        feeds: {
          watched: watched.length,
          failing: standings.filter(({ status }) => status === 'failing').length,
          quiet: standings.filter(({ status }) => status === 'quiet').length,
          lastSuccessAt:
            watched
              .map(({ lastSuccessAt }) => lastSuccessAt ?? '')
              .toSorted()
              .at(-1) || null,
          troubled: standings.filter(isTroubled),
        },
        outbox: { pending, nextAttemptAt },
      }),
    );
    return true;
  };
}

const isTroubled = ({ status }: Standing): boolean => status === 'failing' || status === 'quiet';

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

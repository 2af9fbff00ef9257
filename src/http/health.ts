import type { Outage } from '../deliver/outage.ts';
import type { HttpHandler } from '../http.ts';
import type { Store } from '../store/port.ts';
import { type Standing, standingOf } from '../watch/health/health.ts';

/** What `/healthz` looks at. */
export interface HealthSources {
  readonly store: Pick<Store, 'backlog' | 'feedStates'>;
  readonly isUp: () => boolean;
  /** Whether messages get through to Discord at present. */
  readonly outage: () => Outage | null;
  readonly feedIds: readonly string[];
  readonly now: () => Date;
}

/**
 * `GET /healthz`: 200 while the gateway is up, 503 while it is not; in both cases what is watched and what waits, for people
 * and for monitors: each source that fails or is quiet, with its cause. It tells nothing of any server.
 */
export function healthHandler({ store, isUp, outage, feedIds, now }: HealthSources): HttpHandler {
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
        outbox: { pending, nextAttemptAt, outage: outage() },
      }),
    );
    return true;
  };
}

const isTroubled = ({ status }: Standing): boolean => status === 'failing' || status === 'quiet';

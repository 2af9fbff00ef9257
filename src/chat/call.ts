import { RateLimitError, type RawFile, REST, RESTEvents, type RouteLike } from 'discord.js';
import type { Pace } from '../deliver/pace.ts';

/** Discord's global limit is 50 requests a second a bot; the rest is for the client's own (docs, "Rate Limits"). */
export const REQUESTS_PER_SECOND = 49;

/** One call of Discord's REST; throws what discord.js throws. */
export type Call = (
  method: 'get' | 'post' | 'patch',
  route: RouteLike,
  options: {
    readonly signal: AbortSignal;
    readonly body?: unknown;
    readonly query?: URLSearchParams;
    readonly files?: RawFile[];
  },
) => Promise<unknown>;

/** Discord keeps one limit a channel; discord.js one object for each, which it must forget again during a long fan-out. */
const SWEEP_MS = 15_000;
/** Calls wait for a route's limit so long at most; what waits longer comes back as an error and is tried again later. */
const LONGEST_WAIT_MS = 10_000;
/** Whoever is answered 401, 403 or 429 ten thousand times within ten minutes is shut out (docs, "Invalid Request Limit"). */
const MOST_REFUSALS = 8_000;
const REFUSALS_MS = 600_000;

/**
 * Discord's REST by discord.js, each call in its turn. It has a client of its own, so that alerts go out while the gateway is being
 * renewed. Nothing is tried twice by itself: a forum post takes no nonce, so whoever calls must read back first.
 */
export function createCall(
  token: string,
  apiUrl: string | null,
  pace: Pace,
  mostRefusals = MOST_REFUSALS,
): Call {
  const rest = new REST({
    version: '10',
    retries: 0,
    handlerSweepInterval: SWEEP_MS,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > LONGEST_WAIT_MS,
    invalidRequestWarningInterval: Math.max(1, Math.floor(mostRefusals / 100)),
    ...(apiUrl ? { api: apiUrl } : {}),
  });
  let silentUntil = 0;
  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    if (count >= mostRefusals) silentUntil = Date.now() + remainingTime;
  });
  return async (method, route, options) => {
    await pace(options.signal);
    // A clock that was set back makes it no longer.
    silentUntil = Math.min(silentUntil, Date.now() + REFUSALS_MS);
    const wait = silentUntil - Date.now();
    if (wait > 0) throw tooManyRefusals(method, route, wait);
    // discord.js forgets its token after a 401; the operator may mend it at Discord's side, so each call says it again.
    return rest.setToken(token)[method](route, options);
  };
}

const tooManyRefusals = (method: string, route: string, wait: number): RateLimitError =>
  new RateLimitError({
    ...{ method, route, url: route, hash: '', majorParameter: '', limit: MOST_REFUSALS },
    ...{ global: true, scope: 'global', timeToReset: wait, retryAfter: wait, sublimitTimeout: 0 },
  });

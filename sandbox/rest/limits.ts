/** Rate limits (docs: topics/rate-limits): per route and major parameter, per bot for all routes, and for invalid requests. */
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';

export interface Limit {
  readonly requests: number;
  readonly perMs: number;
}

export interface Verdict {
  readonly allowed: boolean;
  readonly headers: Record<string, string>;
  /** The body of a 429. */
  readonly body?: { readonly message: string; readonly retry_after: number; readonly global: boolean };
}

interface Window {
  used: number;
  endsAt: number;
}

const GLOBAL: Limit = { requests: 50, perMs: 1_000 };
/** The client starts its second when it sends, we when we receive: without this grace an obedient client is refused now and then. */
const GRACE_MS = 50;
const SWEEP_AT = 20_000;
const INVALID: Limit = { requests: 10_000, perMs: 600_000 };

export const retryHeaders = (ms: number, scope: 'user' | 'global' | 'shared'): Record<string, string> => ({
  'Retry-After': String(Math.ceil(ms / 1_000)),
  'X-RateLimit-Scope': scope,
  ...(scope === 'global' && { 'X-RateLimit-Global': 'true' }),
});

export const retryBody = (ms: number, global: boolean) => ({
  message: 'You are being rate limited.',
  retry_after: Math.round(ms) / 1_000,
  global,
});

export class RateLimits {
  readonly #clock: Clock;
  readonly #windows = new Map<string, Window>();
  #sweepAt = SWEEP_AT;
  /** Requests that were answered 401, 403 or 429 (shared 429s aside) within ten minutes. */
  readonly #invalid: Window = { used: 0, endsAt: 0 };
  readonly #global: Window = { used: 0, endsAt: 0 };

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts one request against the global limit and its route's. `major` is the channel, server or webhook it is about. */
  take(routeName: string, major: string, limit: Limit, outsideGlobal: boolean): Verdict {
    const now = this.#clock.now();
    if (!outsideGlobal) {
      const left = this.#count(this.#global, { ...GLOBAL, perMs: GLOBAL.perMs - GRACE_MS });
      if (left < 0) {
        const wait = this.#global.endsAt + GRACE_MS - now;
        return { allowed: false, headers: retryHeaders(wait, 'global'), body: retryBody(wait, true) };
      }
    }
    const key = `${routeName}:${major}`;
    const window = this.#windows.get(key) ?? { used: 0, endsAt: 0 };
    this.#windows.set(key, window);
    const left = this.#count(window, limit);
    const wait = window.endsAt - now;
    const headers = {
      'X-RateLimit-Limit': String(limit.requests),
      'X-RateLimit-Remaining': String(Math.max(0, left)),
      'X-RateLimit-Reset': (window.endsAt / 1_000).toFixed(3),
      'X-RateLimit-Reset-After': (wait / 1_000).toFixed(3),
      'X-RateLimit-Bucket': createHash('md5').update(routeName).digest('hex'),
    };
    this.#sweep(now);
    if (left >= 0) return { allowed: true, headers };
    return {
      allowed: false,
      headers: { ...headers, ...retryHeaders(wait, 'user') },
      body: retryBody(wait, false),
    };
  }

  /** Says that a request was answered 401, 403 or 429; ten thousand of them in ten minutes and the address is shut out. */
  invalid(): void {
    this.#count(this.#invalid, INVALID);
  }

  get shutOut(): boolean {
    return this.#invalid.endsAt > this.#clock.now() && this.#invalid.used >= INVALID.requests;
  }

  /** Places left in the window after this request; negative when there was none. */
  #count(window: Window, limit: Limit): number {
    const now = this.#clock.now();
    if (window.endsAt <= now) {
      window.used = 0;
      window.endsAt = now + limit.perMs;
    }
    if (window.used >= limit.requests) return -1;
    window.used += 1;
    return limit.requests - window.used;
  }

  /** Forgets windows that are over, each time there are twice as many as were left the last time. */
  #sweep(now: number): void {
    if (this.#windows.size < this.#sweepAt) return;
    for (const [key, window] of this.#windows) if (window.endsAt <= now) this.#windows.delete(key);
    this.#sweepAt = Math.max(SWEEP_AT, this.#windows.size * 2);
  }
}

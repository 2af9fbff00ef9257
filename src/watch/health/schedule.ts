/** Backoff ends here, whatever the number of failures; a source is never given up. */
const LONGEST_BACKOFF_MINUTES = 6 * 60;
/** A server's Retry-After is kept up to this long. */
const LONGEST_RETRY_AFTER_MINUTES = 24 * 60;
/** What a server calls fresh for longer is asked for all the same: some send a year by default. */
const LONGEST_FRESHNESS_MINUTES = 60;
/** Where official pages still wait for their turn. */
const HURRIED_MINUTES = 10;

/**
 * When a source is visited next: at its pace while all is well, and after each failure in a row twice as late as before, up to six
 * hours; never before the server's Retry-After, nor while it calls its page fresh (both in seconds). `hurried`: not all of its official
 * pages had their turn, and their host is well. `jitter`, 0…1, spreads visits: a little early rather than late, so that a tick that
 * comes on the minute finds the source due.
 */
export function nextCheck(
  now: Date,
  {
    paceMinutes,
    failures,
    retryAfter = 0,
    freshFor = 0,
    hurried = false,
    jitter,
  }: {
    readonly paceMinutes: number;
    readonly failures: number;
    readonly retryAfter?: number | undefined;
    readonly freshFor?: number | undefined;
    readonly hurried?: boolean;
    readonly jitter: number;
  },
): Date {
  const pace = hurried ? Math.min(paceMinutes, HURRIED_MINUTES) : paceMinutes;
  const backoff = Math.min(paceMinutes * 2 ** Math.min(failures, 16), LONGEST_BACKOFF_MINUTES);
  const minutes = (failures === 0 ? pace : Math.max(paceMinutes, backoff)) * (1 - 0.1 * jitter);
  const asked = Math.min(retryAfter / 60, LONGEST_RETRY_AFTER_MINUTES);
  const fresh = hurried ? 0 : Math.min(freshFor / 60, LONGEST_FRESHNESS_MINUTES);
  return new Date(now.getTime() + Math.max(minutes, asked, fresh) * 60_000);
}

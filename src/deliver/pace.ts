import type { Schedule } from './attempt.ts';

export interface PaceParts {
  readonly perSecond: number;
  readonly clock: () => Date;
  readonly schedule: Schedule;
}

/** Resolves when the caller may go; at once when `signal` is aborted, for a call that then ends by itself. */
export type Pace = (signal: AbortSignal) => Promise<void>;

/** So much of what a busy process was late is made up for: more would be a burst that the other side refuses. */
const CATCH_UP_MS = 60;

/**
 * Lets callers go in their order, evenly: in no second more than `perSecond` and the few that make up for lateness. Even, because
 * nobody knows where the other side's second begins.
 */
export function createPace({ perSecond, clock, schedule }: PaceParts): Pace {
  const gap = 1_000 / perSecond;
  const waiting: (() => void)[] = [];
  let next = 0;
  let armed = false;

  function release(): void {
    armed = false;
    const now = clock().getTime();
    // Never further away than one of its own steps, also when the clock was set back.
    next = Math.min(Math.max(next, now - CATCH_UP_MS), now + gap);
    while (waiting.length > 0 && next <= now) {
      waiting.shift()?.();
      next += gap;
    }
    if (waiting.length === 0) return;
    armed = true;
    schedule(release, Math.max(1, next - now));
  }

  return (signal) => {
    if (signal.aborted) return Promise.resolve();
    const turn = Promise.withResolvers<void>();
    waiting.push(turn.resolve);
    signal.addEventListener(
      'abort',
      () => {
        const place = waiting.indexOf(turn.resolve);
        if (place >= 0) waiting.splice(place, 1);
        turn.resolve();
      },
      { once: true },
    );
    if (!armed) release();
    return turn.promise;
  };
}

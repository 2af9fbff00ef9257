import type { Instant, Target } from '../store/port.ts';
import { planRetry } from './backoff.ts';
import type { SendProblem } from './messenger.ts';

/** Nothing gets through to anybody. */
export interface Outage {
  /** As in `SendProblem`: `401` where the token is refused. */
  readonly code: string;
  readonly since: Instant;
}

/** Whether the way to all targets is open, judged by what became of the last attempts. */
export interface Way {
  readonly outage: Outage | null;
  /** When one delivery may find out whether it is over, within a minute of `now`; null while there is none. */
  probeAt(now: Date): Instant | null;
  /** The other side answered: true when that ended an outage. */
  answered(): boolean;
  /** True when this began an outage. */
  failed(problem: SendProblem, target: Target, now: Date): boolean;
}

/** One target that fails may be the target's own fault; so many of them without an answer in between are not. */
const TARGETS = 3;
const LONGEST_PAUSE_MS = 60_000;

/**
 * During an outage one delivery at a time tries the way, with growing pauses: thousands of refused calls would have the other side
 * shut us out (10,000 within ten minutes, docs, "Invalid Request Limit").
 */
export function watchWay(random: () => number): Way {
  const failing = new Set<string>();
  let outage: Outage | null = null;
  let probes = 0;
  let probeAt: Instant | null = null;
  /** A clock that was set back makes no pause longer. */
  const probing = (now: Date): Instant | null => {
    const latest = new Date(now.getTime() + LONGEST_PAUSE_MS).toISOString();
    if (probeAt !== null && probeAt > latest) probeAt = latest;
    return probeAt;
  };
  return {
    get outage() {
      return outage;
    },
    probeAt: probing,
    answered() {
      const ended = outage !== null;
      failing.clear();
      outage = null;
      probeAt = null;
      probes = 0;
      return ended;
    },
    failed(problem, target, now) {
      failing.add(JSON.stringify(target));
      const begun = outage === null && (problem.code === '401' || failing.size >= TARGETS);
      if (begun) outage = { code: problem.code, since: now.toISOString() };
      // What was on its way when it began says nothing new.
      if (outage === null || now.toISOString() < (probing(now) ?? '')) return false;
      const pause = Math.min(planRetry(problem, probes, random()).delayMs, LONGEST_PAUSE_MS);
      probeAt = new Date(now.getTime() + pause).toISOString();
      probes += 1;
      return begun;
    },
  };
}

import type { SendProblem, Trouble } from './messenger.ts';

/** What becomes of a delivery that was not sent. */
export interface Retry {
  readonly delayMs: number;
  /** What is wrong with the target, for its subscriptions; null where it is not the target's fault. */
  readonly trouble: Trouble | null;
  /** Others to the target need not wait behind it: the fault is the message's own or its thread's, or it stands there already. */
  readonly aside: boolean;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** From the first pause, doubled at each failure, to the longest. A closed channel is tried at least hourly: it may be opened. */
const pauses: Readonly<Record<SendProblem['kind'], { readonly first: number; readonly longest: number }>> = {
  retry: { first: 5 * SECOND, longest: 15 * MINUTE },
  closed: { first: MINUTE, longest: HOUR },
  rejected: { first: 5 * MINUTE, longest: HOUR },
  shut: { first: 5 * MINUTE, longest: HOUR },
  unpublished: { first: MINUTE, longest: HOUR },
};

/**
 * Nothing is ever given up. `priorAttempts` failed before this one; `random` in [0, 1) spreads the pause over its upper half, so
 * that what failed together does not return together. Never sooner than the other side asked.
 */
export function planRetry(problem: SendProblem, priorAttempts: number, random: number): Retry {
  const { first, longest } = pauses[problem.kind];
  const pause = Math.min(longest, first * 2 ** priorAttempts);
  return {
    delayMs: Math.ceil(Math.max((pause * (1 + random)) / 2, problem.retryAfterMs ?? 0)),
    trouble: problem.trouble ?? null,
    aside: problem.kind !== 'retry' && problem.kind !== 'closed',
  };
}

import { fail, ok, type Result } from '../result.ts';
import type { LeasedDelivery } from '../store/port.ts';
import type { Messenger, SendProblem } from './messenger.ts';

/** Runs `run` once after `ms`, unless the function it returns is called before. */
export type Schedule = (run: () => void, ms: number) => () => void;

export interface AttemptParts<M> {
  readonly messenger: Messenger<M>;
  readonly render: (delivery: LeasedDelivery) => M | Promise<M>;
  readonly schedule: Schedule;
  /** Milliseconds each of the two calls may take. */
  readonly timeoutMs: number;
  /** Aborted when nobody waits for the outcome any more. */
  readonly signal: AbortSignal;
}

/**
 * Sends one delivery, exactly once as its reader sees it, and returns the message's id. After any earlier attempt, whose outcome
 * may be unknown, the target is read back first and what is found there counts as sent.
 */
export async function attempt<M>(
  delivery: LeasedDelivery,
  parts: AttemptParts<M>,
): Promise<Result<{ readonly messageId: string }, SendProblem>> {
  const { messenger, render } = parts;
  const { id, target, firstAttemptAt } = delivery;
  if (delivery.priorAttempts > 0) {
    const found = await inTime(parts, (signal) => messenger.findSent(target, id, firstAttemptAt, signal));
    if (!found.ok) return found;
    if (found.value !== null) return ok({ messageId: found.value });
  }
  const message = await render(delivery);
  return inTime(parts, (signal) => messenger.send(target, message, id, signal));
}

/** The call's own result, or a `timeout` to be tried again; the call is then told to end. */
async function inTime<M, T>(
  { schedule, timeoutMs, signal }: AttemptParts<M>,
  call: (signal: AbortSignal) => Promise<Result<T, SendProblem>>,
): Promise<Result<T, SendProblem>> {
  const late = new AbortController();
  const expired = Promise.withResolvers<Result<T, SendProblem>>();
  const cancel = schedule(() => {
    expired.resolve(fail({ kind: 'retry', code: 'timeout', detail: `no answer within ${timeoutMs} ms` }));
    late.abort();
  }, timeoutMs);
  try {
    return await Promise.race([call(AbortSignal.any([signal, late.signal])), expired.promise]);
  } finally {
    cancel();
  }
}

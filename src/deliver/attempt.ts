import { fail, ok, type Result } from '../result.ts';
import type { LeasedDelivery, Sent, Span } from '../store/port.ts';
import type { Messenger, SendProblem } from './messenger.ts';

/** Runs `run` once after `ms`, unless the function it returns is called before. */
export type Schedule = (run: () => void, ms: number) => () => void;

export interface AttemptParts<M> {
  readonly messenger: Messenger<M>;
  readonly render: (delivery: LeasedDelivery) => M | Promise<M>;
  readonly clock: () => Date;
  readonly schedule: Schedule;
  /** Milliseconds each of the calls may take. */
  readonly timeoutMs: number;
  /** Aborted when nobody waits for the outcome any more. */
  readonly signal: AbortSignal;
}

/** Why an attempt failed, and when the message may have been written all the same. */
export interface Failure {
  readonly problem: SendProblem;
  /** Not given: nobody knows, in this attempt or any before. */
  readonly unsettled?: Span | null;
  /** Its message, where that stands and was not published. */
  readonly standing?: Sent;
}

/** An attempt reads back, sends and publishes: so many calls, one after another. */
export const CALLS = 3;

/**
 * Carries out one delivery, exactly once as its reader sees it, and says where its message stands. A new message whose earlier
 * attempt has an unknown outcome is first looked for where it belongs, and what is found counts as sent.
 */
export async function attempt<M>(
  delivery: LeasedDelivery,
  parts: AttemptParts<M>,
): Promise<Result<Sent, Failure>> {
  const { messenger } = parts;
  const { target, operation, unsettled } = delivery;
  if (operation.kind === 'edit') {
    const sent = standing(operation.messageId, operation.threadId);
    const message = await parts.render(delivery);
    const edited = await inTime(parts, (signal) => messenger.edit(target, sent, message, signal));
    return edited.ok ? ok(sent) : fail({ problem: edited.error, unsettled });
  }
  const posted =
    operation.kind === 'publish'
      ? ok(standing(operation.messageId, operation.threadId))
      : await postOnce(delivery, parts);
  if (!posted.ok || !isPublished(delivery)) return posted;
  const published = await inTime(parts, (signal) => messenger.publish(target, posted.value, signal));
  if (published.ok) return posted;
  const { error } = published;
  const problem = error.kind === 'retry' ? ({ ...error, kind: 'unpublished' } as const) : error;
  return fail({ problem, unsettled: null, standing: posted.value });
}

const standing = (messageId: string, threadId: string | null): Sent =>
  threadId === null ? { messageId } : { messageId, threadId };

/** What only tries a channel out is not for those who follow it. */
const isPublished = ({ subscriptions, alert }: LeasedDelivery): boolean =>
  subscriptions.some(({ crosspost }) => crosspost) && alert.kind !== 'test';

async function postOnce<M>(delivery: LeasedDelivery, parts: AttemptParts<M>): Promise<Result<Sent, Failure>> {
  const { messenger, render, clock } = parts;
  const began = clock().toISOString();
  const { unsettled } = delivery;
  if (unsettled !== null) {
    const found = await inTime(parts, (signal) => messenger.findSent(delivery, unsettled, signal));
    if (!found.ok) return fail({ problem: found.error, unsettled });
    if (found.value !== null) return ok(found.value);
  }
  const message = await render(delivery);
  const posted = await inTime(parts, (signal) => messenger.post(delivery, message, signal));
  if (posted.ok) return posted;
  const { error } = posted;
  // What was looked for and not found before is settled; what landed later did so during this attempt.
  return fail({
    problem: error,
    unsettled: error.unwritten ? unsettled : { from: began, until: clock().toISOString() },
  });
}

/** The call's own result, or a `timeout` to be tried again; the call is then told to end. */
async function inTime<M, T>(
  { schedule, timeoutMs, signal }: AttemptParts<M>,
  call: (signal: AbortSignal) => Promise<Result<T, SendProblem>>,
): Promise<Result<T, SendProblem>> {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  signal.addEventListener('abort', end);
  const expired = Promise.withResolvers<Result<T, SendProblem>>();
  const cancel = schedule(() => {
    expired.resolve(fail({ kind: 'retry', code: 'timeout', detail: `no answer within ${timeoutMs} ms` }));
    end();
  }, timeoutMs);
  try {
    if (signal.aborted) end();
    return await Promise.race([call(ended.signal), expired.promise]);
  } finally {
    cancel();
    signal.removeEventListener('abort', end);
  }
}

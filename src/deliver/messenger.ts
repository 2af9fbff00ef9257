import type { Result } from '../result.ts';
import type { Instant, Target } from '../store/port.ts';

/**
 * Why a message was not sent, or may not have been.
 * - `retry`: the way there failed (5xx, a time-out, a rate limit, a lost token); it may have been written all the same.
 * - `no-access`: the target is there and closed to us. - `gone`: there is no such target.
 * - `rejected`: the message itself was refused; the target is well.
 */
export interface SendProblem {
  readonly kind: 'retry' | 'no-access' | 'gone' | 'rejected';
  /** Discord's error code, an HTTP status, or a short stable word. */
  readonly code: string;
  /** How long the other side asked us to wait. */
  readonly retryAfterMs?: number;
  /** For the log. */
  readonly detail: string;
}

/** The way to the targets. Expected failures are values; each call ends early when `signal` is aborted. */
export interface Messenger<M> {
  /**
   * Sends once for one `nonce` within the few minutes the other side remembers it. The nonce is the delivery's id, which the
   * message must also carry where `findSent` finds it.
   */
  send(
    target: Target,
    message: M,
    nonce: string,
    signal: AbortSignal,
  ): Promise<Result<{ readonly messageId: string }, SendProblem>>;
  /** Reads the target back: the id of our message sent for this delivery at `since` or later, or null if there is none. */
  findSent(
    target: Target,
    deliveryId: string,
    since: Instant,
    signal: AbortSignal,
  ): Promise<Result<string | null, SendProblem>>;
}

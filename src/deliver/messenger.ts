import type { Result } from '../result.ts';
import type { LeasedDelivery, Sent, Span, Target } from '../store/port.ts';

/** What is wrong with a target, worded by the catalogue (`trouble.<code>`) and noted on its subscriptions. */
export type Trouble =
  | 'gone'
  | 'no-access'
  | 'no-permission'
  | 'no-history'
  | 'no-messages'
  | 'closed'
  | 'locked'
  | 'full'
  | 'tag-required';

/**
 * Why a message was not sent, or may not have been.
 * - `retry`: the way there failed (5xx, a time-out, a rate limit, a lost token); it may have been written all the same.
 * - `closed`: the target does not take it, for the reason `trouble` says, until people change something there.
 * - `rejected`: the message itself was refused; the target is well.
 * - `shut`: the post of a forum in which it stands was closed by people; the forum is well.
 * - `unpublished`: it is sent, and not yet published to those who follow the channel.
 */
export interface SendProblem {
  readonly kind: 'retry' | 'closed' | 'rejected' | 'shut' | 'unpublished';
  /** Of a closed target. */
  readonly trouble?: Trouble;
  /** Discord's error code, an HTTP status, or a short stable word. */
  readonly code: string;
  /** How long the other side asked us to wait. */
  readonly retryAfterMs?: number;
  /** The other side said no, so that nothing was written; otherwise nobody knows. */
  readonly unwritten?: true;
  /** For the log. */
  readonly detail: string;
}

/** What the way needs to know of a delivery; its id is the message's nonce. */
export type Addressed = Pick<LeasedDelivery, 'id' | 'target' | 'earlier'>;

/** The way to the targets. Expected failures are values; each call ends early when `signal` is aborted. */
export interface Messenger<M> {
  /**
   * Sends a new message, which must carry the delivery's id where `findSent` finds it. It answers the policy's earlier message,
   * where that is still there; in a forum it goes into the policy's post or opens one, where there is none or it was closed.
   */
  post(to: Addressed, message: M, signal: AbortSignal): Promise<Result<Sent, SendProblem>>;
  /** Changes a message that was sent; one that is no longer there needs no change. */
  edit(target: Target, sent: Sent, message: M, signal: AbortSignal): Promise<Result<void, SendProblem>>;
  /** Publishes a message of an announcement channel to those who follow it, once; of any other channel nothing comes of it. */
  publish(target: Target, sent: Sent, signal: AbortSignal): Promise<Result<void, SendProblem>>;
  /**
   * Reads the target back: our message of this delivery, written in that time, or null if there is none. Asked again after it was
   * broken off it goes on where it was.
   */
  findSent(to: Addressed, written: Span, signal: AbortSignal): Promise<Result<Sent | null, SendProblem>>;
}

import type { Log } from '../log.ts';
import type { Instant, LeasedDelivery, Store } from '../store/port.ts';
import { type AttemptParts, attempt, type Schedule } from './attempt.ts';
import { planRetry } from './backoff.ts';
import type { Messenger, SendProblem } from './messenger.ts';

export interface OutboxParts<M> {
  readonly store: Pick<Store, 'leaseDeliveries' | 'markSent' | 'markRetry' | 'backlog'>;
  readonly messenger: Messenger<M>;
  readonly render: (delivery: LeasedDelivery) => M | Promise<M>;
  readonly clock: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
  readonly schedule: Schedule;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Targets served at the same time. */
  readonly concurrency?: number;
  /** How long a delivery is ours; longer than reading back and sending can take together. */
  readonly leaseMs?: number;
  readonly timeoutMs?: number;
  /** How long `stop` waits for what is on its way. */
  readonly graceMs?: number;
}

export interface Outbox {
  /** Begins to send what is due, and from then on whatever becomes due. */
  start(): void;
  /** Says that something may be due: after each commit. */
  wake(): void;
  /** Sends what is due by now, started or not; resolves when none of it is left or on its way. */
  drain(): Promise<{ readonly sent: number; readonly kept: number }>;
  /**
   * Takes nothing more and waits for what is on its way, at most `graceMs`. What is then still unanswered is abandoned: its
   * lease stands, and whoever takes it next reads the target back.
   */
  stop(): Promise<void>;
}

/** After the store has failed. */
const STORE_PAUSE_MS = 5_000;

/**
 * Sends what the store holds for delivery: lease → read back, if ever tried → send → record. Targets side by side, in order within
 * each; whatever fails is kept and tried again.
 */
export function createOutbox<M>(parts: OutboxParts<M>): Outbox {
  const { store, clock, random, schedule, log } = parts;
  const { concurrency = 16, leaseMs = 60_000, timeoutMs = 20_000, graceMs = 5_000 } = parts;
  if (leaseMs <= 2 * timeoutMs) throw new RangeError('a lease must outlast reading back and sending');

  const inFlight = new Set<Promise<void>>();
  const abandon = new AbortController();
  const attemptParts: AttemptParts<M> = { ...parts, timeoutMs, signal: abandon.signal };
  const total = { sent: 0, kept: 0 };
  let running = false;
  let stopped = false;
  let pumping: Promise<void> | null = null;
  let wokenAgain = false;
  let cancelTimer: (() => void) | null = null;
  let filling: Promise<unknown> = Promise.resolve();

  const later = (ms: number): Instant => new Date(clock().getTime() + ms).toISOString();

  /** Leases as many as there are free places and sets them on their way. True when nothing more is due. */
  async function fill(): Promise<boolean> {
    const free = concurrency - inFlight.size;
    if (stopped || free <= 0) return stopped;
    const leased = await store.leaseDeliveries(later(0), free, later(leaseMs));
    for (const delivery of leased) {
      const done: Promise<void> = deliver(delivery).finally(() => {
        inFlight.delete(done);
        wake();
      });
      inFlight.add(done);
    }
    return leased.length < free;
  }

  /** One at a time, or two would count the same free places. */
  function fillInTurn(): Promise<boolean> {
    const turn = filling.then(fill, fill);
    filling = turn;
    return turn;
  }

  async function deliver(delivery: LeasedDelivery): Promise<void> {
    const fields = { delivery: delivery.id, target: delivery.target, attempt: delivery.priorAttempts + 1 };
    try {
      const result = await attempt(delivery, attemptParts).catch((error: unknown) => {
        log.error({ ...fields, err: error }, 'a delivery broke down');
        return { ok: false, error: BROKEN } as const;
      });
      if (abandon.signal.aborted) return;
      if (result.ok) {
        const { messageId } = result.value;
        const held = await store.markSent(delivery.id, delivery.fence, messageId, later(0));
        total.sent += 1;
        if (held) log.info({ ...fields, message: messageId }, 'delivered');
        else log.warn({ ...fields, message: messageId }, 'delivered, but the lease had passed to another');
      } else {
        await keep(delivery, result.error, fields);
      }
    } catch (error) {
      // The lease runs out by itself; whoever takes the delivery then reads the target back.
      log.error({ ...fields, err: error }, 'the outcome of a delivery could not be recorded');
    }
  }

  async function keep(delivery: LeasedDelivery, problem: SendProblem, fields: object): Promise<void> {
    const { delayMs, trouble, aside } = planRetry(problem, delivery.priorAttempts, random());
    const nextAttemptAt = later(delayMs);
    const error = `${problem.code} ${problem.detail}`.trim();
    await store.markRetry(delivery.id, delivery.fence, error, nextAttemptAt, trouble, aside);
    total.kept += 1;
    const level = problem.kind === 'rejected' ? 'error' : 'warn';
    log[level]({ ...fields, problem, nextAttemptAt }, 'not delivered, kept for another try');
  }

  function wake(): void {
    if (!running) return;
    if (pumping) wokenAgain = true;
    else pumping = pump().finally(endPump);
  }

  function endPump(): void {
    pumping = null;
    if (wokenAgain) wake();
  }

  async function pump(): Promise<void> {
    wokenAgain = false;
    cancelTimer?.();
    try {
      if (!(await fillInTurn())) return;
      const { nextAttemptAt } = await store.backlog();
      if (nextAttemptAt !== null) setTimer(Date.parse(nextAttemptAt) - clock().getTime());
    } catch (error) {
      log.error({ err: error }, 'the outbox cannot read the store');
      setTimer(STORE_PAUSE_MS);
    }
  }

  function setTimer(ms: number): void {
    if (running) cancelTimer = schedule(wake, Math.min(Math.max(ms, 1), LONGEST_TIMER_MS));
  }

  return {
    start() {
      running = true;
      wake();
    },
    wake,
    async drain() {
      const before = { ...total };
      while (!(await fillInTurn()) || inFlight.size > 0) {
        if (inFlight.size > 0) await Promise.race(inFlight);
      }
      return { sent: total.sent - before.sent, kept: total.kept - before.kept };
    },
    async stop() {
      running = false;
      stopped = true;
      cancelTimer?.();
      const patience = Promise.withResolvers<void>();
      const cancelPatience = schedule(patience.resolve, graceMs);
      await Promise.race([settled(), patience.promise]);
      cancelPatience();
      abandon.abort();
    },
  };

  async function settled(): Promise<void> {
    await Promise.allSettled([pumping, filling]);
    await Promise.all(inFlight);
  }
}

/** A timer of Node's holds no more. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A fault of ours in one message must not hold up the others. */
const BROKEN: SendProblem = { kind: 'rejected', code: 'broken', detail: 'see the log' };

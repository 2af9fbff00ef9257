import type { Log } from '../log.ts';
import type { Instant, LeasedDelivery, Sent, Store } from '../store/port.ts';
import { type AttemptParts, attempt, CALLS, type Failure, type Schedule } from './attempt.ts';
import { planRetry } from './backoff.ts';
import type { Messenger, SendProblem, Trouble } from './messenger.ts';
import { type Outage, watchWay } from './outage.ts';

export interface OutboxParts<M> {
  readonly store: Pick<
    Store,
    'leaseDeliveries' | 'markSent' | 'markHeld' | 'markOver' | 'markRetry' | 'backlog'
  >;
  readonly messenger: Messenger<M>;
  readonly render: (delivery: LeasedDelivery) => M | Promise<M>;
  /**
   * Until when a new message is not to be sent after all (`dueAt` null: until that is taken back); `over`: never any more; null: it
   * may go.
   */
  readonly hold?: (delivery: LeasedDelivery, now: Date) => { readonly dueAt: Instant | null } | 'over' | null;
  /** Told once when a target begins to have a trouble, or has another one. */
  readonly onTrouble?: (delivery: LeasedDelivery, trouble: Trouble) => Promise<void>;
  readonly clock: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
  readonly schedule: Schedule;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Targets served at the same time: enough for Discord's 50 a second. Slow ones do not count. */
  readonly concurrency?: number;
  /** How long a delivery is ours; longer than all its calls and its turn can take together. */
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
  drain(): Promise<Totals>;
  /** What was done since the start, and whether anything gets through at present. */
  standing(): Totals & { readonly outage: Outage | null };
  /**
   * Takes nothing more and waits for what is on its way, at most `graceMs`. What is then still unanswered is abandoned: its
   * lease stands, and whoever takes it next reads the target back.
   */
  stop(): Promise<void>;
}

export interface Totals {
  readonly sent: number;
  /** Attempts that failed and were kept for another. */
  readonly kept: number;
}

/** After the store has failed. */
const STORE_PAUSE_MS = 5_000;
/** What takes longer gives its place to others; there are so many times as many for such. */
const SLOW_MS = 3_000;
const SLOW_PLACES = 3;

/**
 * Sends what the store holds for delivery: lease → read back, if it may have been written → send → record. Targets side by side, in order within
 * each; whatever fails is kept and tried again.
 */
export function createOutbox<M>(parts: OutboxParts<M>): Outbox {
  const { store, clock, random, schedule, log } = parts;
  const { concurrency = 96, leaseMs = 90_000, timeoutMs = 20_000, graceMs = 5_000 } = parts;
  if (leaseMs <= CALLS * timeoutMs) throw new RangeError('a lease must outlast all calls of an attempt');

  /** When each began. */
  const inFlight = new Map<Promise<void>, number>();
  const abandon = new AbortController();
  const attemptParts: AttemptParts<M> = { ...parts, timeoutMs, signal: abandon.signal };
  const total = { sent: 0, kept: 0 };
  const way = watchWay(random);
  let running = false;
  let stopped = false;
  let pumping: Promise<void> | null = null;
  let wokenAgain = false;
  let cancelTimer: (() => void) | null = null;
  let filling: Promise<unknown> = Promise.resolve();

  const later = (ms: number): Instant => new Date(clock().getTime() + ms).toISOString();

  /** Places for more; a few that fell free wait until they are many, since each lease is a transaction. */
  function places(): number {
    if (way.outage !== null) return inFlight.size > 0 || later(0) < (way.probeAt(clock()) ?? '') ? 0 : 1;
    const slowFrom = clock().getTime() - SLOW_MS;
    const slow = [...inFlight.values()].filter((begun) => begun <= slowFrom).length;
    const free = concurrency - inFlight.size + Math.min(slow, SLOW_PLACES * concurrency);
    return free * 2 < concurrency ? 0 : free;
  }

  /** Leases as many as there are places and sets them on their way. True when nothing more is to be leased for now. */
  async function fill(): Promise<boolean> {
    if (stopped) return true;
    const free = places();
    if (free === 0) return inFlight.size === 0;
    const leased = await store.leaseDeliveries(later(0), free, later(leaseMs));
    for (const delivery of leased) {
      const done: Promise<void> = deliver(delivery).finally(() => {
        inFlight.delete(done);
        wake();
      });
      inFlight.set(done, clock().getTime());
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
      const held = delivery.operation.kind === 'post' ? parts.hold?.(delivery, clock()) : null;
      if (held === 'over') {
        await store.markOver(delivery.id, delivery.fence);
        return;
      }
      if (held) {
        await store.markHeld(delivery.id, delivery.fence, held.dueAt, delivery.unsettled);
        return;
      }
      const result = await attempt(delivery, attemptParts).catch((error: unknown) => {
        log.error({ ...fields, err: error }, 'a delivery broke down');
        return { ok: false, error: { problem: BROKEN } } as const;
      });
      if (abandon.signal.aborted) return;
      if (result.ok) await record(delivery, result.value, fields);
      else await keep(delivery, result.error, fields);
    } catch (error) {
      // The lease runs out by itself; whoever takes the delivery then reads the target back.
      log.error({ ...fields, err: error }, 'the outcome of a delivery could not be recorded');
    }
  }

  async function record(delivery: LeasedDelivery, sent: Sent, fields: Fields): Promise<void> {
    noteAnswer();
    const held = await store.markSent(delivery.id, delivery.fence, sent, later(0));
    total.sent += 1;
    if (held) log.info({ ...fields, message: sent.messageId }, 'delivered');
    else log.warn({ ...fields, message: sent.messageId }, 'delivered, but the lease had passed to another');
  }

  function noteAnswer(): void {
    if (way.answered()) log.info({}, 'Discord takes messages again');
  }

  async function keep(
    delivery: LeasedDelivery,
    { problem, unsettled, standing }: Failure,
    fields: Fields,
  ): Promise<void> {
    const { delayMs, trouble, aside } = planRetry(problem, delivery.priorAttempts, random());
    const nextAttemptAt = later(delayMs);
    const error = `${problem.code} ${problem.detail}`.trim();
    const known = delivery.subscription?.trouble ?? null;
    await store.markRetry(
      ...([delivery.id, delivery.fence, error, nextAttemptAt, trouble, aside] as const),
      unsettled,
      standing,
    );
    total.kept += 1;
    const level = problem.kind === 'rejected' ? 'error' : 'warn';
    log[level]({ ...fields, problem, nextAttemptAt }, 'not delivered, kept for another try');
    if (problem === BROKEN) return;
    if (problem.kind !== 'retry' || problem.retryAfterMs !== undefined) noteAnswer();
    else if (way.failed(problem, delivery.target, clock()))
      log.error({ code: problem.code }, 'Discord takes no messages; they are kept and tried again');
    if (trouble !== null && trouble !== known) await parts.onTrouble?.(delivery, trouble);
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
      if (!(await fillInTurn())) {
        setTimer(SLOW_MS);
        return;
      }
      const { nextAttemptAt } = await store.backlog();
      if (nextAttemptAt === null) return;
      const at = [nextAttemptAt, way.probeAt(clock()) ?? ''].toSorted().at(-1) ?? nextAttemptAt;
      setTimer(Date.parse(at) - clock().getTime());
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
        if (inFlight.size > 0) await Promise.race(inFlight.keys());
      }
      return { sent: total.sent - before.sent, kept: total.kept - before.kept };
    },
    standing: () => ({ ...total, outage: way.outage }),
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
    await Promise.all(inFlight.keys());
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** A timer of Node's holds no more. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A fault of ours in one message must not hold up the others. */
const BROKEN: SendProblem = { kind: 'rejected', code: 'broken', detail: 'see the log' };

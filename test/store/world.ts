import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { expect } from 'vitest';
import type { DeliveryStanding, LeasedDelivery, Store, Subscription } from '../../src/store/port.ts';
import { migrate } from '../../src/store/sql/migrate.ts';
import type { Tables } from '../../src/store/sql/schema.ts';
import { createSqlStore } from '../../src/store/sql/store.ts';
import { sqliteDialect } from '../../src/store/sqlite/dialect.ts';
import { at, channel, sampleOutcome, told, unsubscribe, write } from './sample.ts';

const OWNER = { guildId: '900' } as const;

/** What may happen in any order; numbers choose among what is there at the time. */
export type Step =
  | { readonly do: 'tell'; readonly to: number; readonly after: number; readonly digest: boolean }
  | {
      readonly do: 'again' | 'replan';
      readonly which: number;
      readonly to: number;
      readonly after: number;
      readonly digest: boolean;
    }
  | { readonly do: 'lease'; readonly n: number }
  | {
      readonly do:
        | 'sent'
        | 'aside'
        | 'kept'
        | 'held'
        | 'shelved'
        | 'late'
        | 'lost'
        | 'refused'
        | 'unpublished'
        | 'over';
      readonly which: number;
    }
  | { readonly do: 'pass'; readonly seconds: number }
  | {
      readonly do: 'edit' | 'pause' | 'resume' | 'end' | 'move' | 'hurry' | 'withdraw';
      readonly which: number;
    }
  | { readonly do: 'restart' };

type Asked = Extract<Step, { readonly do: 'again' | 'replan' }>;

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(from.length, 1)];

/** What one message tells of. */
const alertsOf = ({ digest, alertId }: LeasedDelivery): readonly string[] =>
  digest?.map(({ alert }) => alert.id) ?? [alertId];

/** A store with six subscriptions to two channels, and whoever sends from it. */
export class World {
  readonly store: Store;
  now = 0;
  measures = 0;
  held: LeasedDelivery[] = [];
  /** Until when each is ours. */
  readonly leases = new Map<string, number>();
  /** Times each alert was written to each channel. */
  readonly written = new Map<string, number>();
  /** By message, the alerts that were written in it. */
  readonly messages = new Map<string, readonly string[]>();
  /** By delivery, the alerts that were written in its name without our knowing. */
  readonly lost = new Map<string, readonly string[]>();

  constructor(store: Store) {
    this.store = store;
  }

  subscriptions(): Promise<readonly Subscription[]> {
    return this.store.subscriptions(OWNER);
  }

  async step(step: Step): Promise<void> {
    const { store } = this;
    switch (step.do) {
      case 'tell':
        return this.tell(step);
      case 'again':
        return this.again(step);
      case 'replan':
        return this.replan(step);
      case 'lease':
        return this.lease(step.n);
      case 'pass':
        this.now += step.seconds;
        return;
      case 'restart':
        this.held = [];
        this.leases.clear();
        return store.releaseLeases();
      case 'edit': {
        if (this.measures === 0) return;
        const edits = [`m${step.which % this.measures}`];
        await write(store, sampleOutcome({ edits, checkedAt: at(this.now) }));
        return;
      }
      case 'hurry':
        return store.hurry(channel(step.which % 3), at(this.now));
      case 'withdraw': {
        const cancels = [`m${step.which % Math.max(this.measures, 1)}`];
        const effect = () => ({ alerts: [], deliveries: [], edits: cancels, cancels });
        await store.configure(OWNER, '7', at(this.now), [], { effect });
        return;
      }
      case 'pause':
      case 'resume':
      case 'end':
      case 'move':
        return this.configure(step.do, pick(await this.subscriptions(), step.which));
      default:
        return this.settle(step.do, pick(this.held, step.which));
    }
  }

  async tell({ to, after, digest }: Extract<Step, { do: 'tell' }>): Promise<void> {
    const followers = (await this.subscriptions()).filter(
      ({ pausedAt }, n) => pausedAt === null && (to >> n) % 2 === 1,
    );
    const outcome = told(`m${this.measures}`, followers, at(this.now));
    this.measures += 1;
    const dueAt = at(this.now + after);
    const deliveries = outcome.deliveries.map((one) => ({ ...one, dueAt, digest: digest && after > 0 }));
    await write(this.store, { ...outcome, deliveries });
  }

  /** What was told is asked for once more: by others, at another time, or after it was taken back. */
  async again({ which, to, after, digest }: Asked): Promise<void> {
    if (this.measures === 0) return;
    const followers = (await this.subscriptions()).filter(
      ({ pausedAt }, n) => pausedAt === null && (to >> n) % 2 === 1,
    );
    const { deliveries } = told(`m${which % this.measures}`, followers, at(this.now));
    const dueAt = at(this.now + after);
    await this.store.enqueue(
      [],
      deliveries.map((one) => ({
        ...one,
        id: `${one.alertId} ${JSON.stringify(one.target)}`,
        dueAt,
        digest: digest && after > 0,
      })),
      at(this.now),
    );
  }

  /** Somebody changes a rhythm, and what waits goes at another time. */
  async replan({ which, after, digest }: Asked): Promise<void> {
    const before = pick(await this.subscriptions(), which);
    if (!before) return;
    const mode = before.rhythm.mode === 'daily' ? 'weekly' : 'daily';
    const changed = await this.store.configure(
      OWNER,
      '7',
      at(this.now),
      [
        {
          what: 'subscription',
          id: before.id,
          before,
          after: { ...before, rhythm: { ...before.rhythm, mode } },
        },
      ],
      {
        replan: (_, askers) => ({
          subscriptionId: askers[0]?.id ?? null,
          dueAt: at(this.now + after),
          digest: digest && after > 0,
        }),
      },
    );
    expect(changed.ok).toBe(true);
  }

  async lease(n: number): Promise<void> {
    const leased = await this.store.leaseDeliveries(at(this.now), n, at(this.now + 60));
    const subscriptions = new Map((await this.subscriptions()).map((one) => [one.id, one]));
    expect(leased.length).toBeLessThanOrEqual(n);
    // Nobody else has it.
    for (const { id } of leased) expect(this.leases.get(id) ?? 0, id).toBeLessThanOrEqual(this.now);
    for (const { id } of leased) this.leases.set(id, this.now + 60);
    for (const delivery of leased) {
      expect(subscriptions.get(delivery.subscriptionId ?? '')?.pausedAt).toBeNull();
      expect(delivery.digest?.length ?? 1).toBeLessThanOrEqual(10);
      const alerts = alertsOf(delivery);
      expect(alerts).toContain(delivery.alertId);
      // A message that stands is edited and published as what it is.
      const { operation } = delivery;
      if (operation.kind !== 'post')
        expect(alerts, delivery.id).toEqual(this.messages.get(operation.messageId));
    }
    this.held.push(...leased);
  }

  async settle(how: string, delivery: LeasedDelivery | undefined): Promise<void> {
    if (!delivery) return;
    const { store, now } = this;
    const { id, fence, operation } = delivery;
    this.held = this.held.filter((one) => one !== delivery);
    if (how === 'lost') return this.lose(delivery);
    if (how !== 'late') this.leases.delete(id);
    if (how === 'over') await store.markOver(id, fence);
    // What was written already is found before it is refused.
    if (how === 'sent' || (how === 'refused' && this.lost.has(id))) {
      const messageId = operation.kind === 'post' ? `m-${id} ${fence}` : operation.messageId;
      if (await store.markSent(id, fence, { messageId }, at(now))) this.write(delivery, messageId);
    } else if (how === 'unpublished') {
      if (operation.kind !== 'post') return;
      const standing = { messageId: `m-${id} ${fence}` };
      await store.markRetry(id, fence, ...(['429', at(now + 20), null, true, null] as const), standing);
      // Also of one that was taken back meanwhile.
      const known = await this.standings(delivery.measure?.id ?? '');
      if (known.some(({ messageId }) => messageId === standing.messageId))
        this.write(delivery, standing.messageId);
    } else if (how === 'refused') {
      await store.markRetry(id, fence, '50013', at(now + 20), null, false, delivery.unsettled);
    } else if (how === 'kept' || how === 'aside') {
      await store.markRetry(id, fence, 'http 500', at(now + 20), null, how === 'aside');
    } else if (how === 'held' || how === 'shelved') {
      const asker = (await this.subscriptions()).find((one) => one.id === delivery.subscriptionId);
      const isPaused = asker !== undefined && asker.pausedAt !== null;
      await store.markHeld(
        id,
        fence,
        how === 'shelved' && isPaused ? null : at(now + 40),
        delivery.unsettled,
      );
    }
  }

  write(delivery: LeasedDelivery, messageId: string): void {
    if (delivery.operation.kind !== 'post') return;
    const alerts = alertsOf(delivery);
    this.messages.set(messageId, alerts);
    const lost = this.lost.get(delivery.id);
    if (lost) {
      // It was looked for in its own name, and found.
      expect(delivery.unsettled).not.toBeNull();
      expect(alerts, delivery.id).toEqual(lost);
    } else this.count(delivery);
  }

  /** It is written while it is ours, and whoever wrote it dies before that is recorded. */
  lose(delivery: LeasedDelivery): void {
    const { id, fence, operation } = delivery;
    const isOurs =
      (this.leases.get(id) ?? 0) > this.now && this.held.every((one) => one.id !== id || one.fence < fence);
    if (operation.kind !== 'post' || !isOurs || this.lost.has(id)) return;
    this.lost.set(id, alertsOf(delivery));
    this.count(delivery);
  }

  count(delivery: LeasedDelivery): void {
    for (const alert of alertsOf(delivery)) {
      const key = `${alert} ${JSON.stringify(delivery.target)}`;
      this.written.set(key, (this.written.get(key) ?? 0) + 1);
    }
  }

  /** What counts as sent, as `written` names it. */
  async sent(): Promise<readonly string[]> {
    const sent: string[] = [];
    for (let n = 0; n < this.measures; n += 1)
      for (const { state, messageId, target } of await this.standings(`m${n}`))
        if (state === 'sent' || messageId !== null) sent.push(`alert-m${n} ${JSON.stringify(target)}`);
    return sent;
  }

  async standings(measureId: string): Promise<readonly DeliveryStanding[]> {
    return (await this.store.why(`https://kw.example/${measureId}`))[0]?.deliveries ?? [];
  }

  async configure(how: 'pause' | 'resume' | 'end' | 'move', before: Subscription | undefined): Promise<void> {
    if (!before) return;
    if (how === 'end') return unsubscribe(this.store, before.id, OWNER);
    const pausedAt = { pause: at(this.now), resume: null, move: before.pausedAt }[how];
    const target = how === 'move' ? channel(3) : before.target;
    const changed = await this.store.configure(OWNER, '7', at(this.now), [
      { what: 'subscription', id: before.id, before, after: { ...before, pausedAt, target } },
    ]);
    expect(changed.ok).toBe(true);
  }
}

/** A store in memory whose tables can be looked at. */
export async function openInSight(): Promise<{ readonly store: Store; readonly database: DatabaseSync }> {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  await migrate(db);
  const store = createSqlStore(db, {
    backup: () => Promise.reject(new Error('there is nothing to keep')),
    unsynced: (work) => db.connection().execute(work),
    close: () => db.destroy(),
  });
  return { store, database };
}

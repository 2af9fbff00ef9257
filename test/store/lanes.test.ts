import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { LeasedDelivery, Store, Subscription } from '../../src/store/port.ts';
import { migrate } from '../../src/store/sql/migrate.ts';
import type { Tables } from '../../src/store/sql/schema.ts';
import { createSqlStore } from '../../src/store/sql/store.ts';
import { sqliteDialect } from '../../src/store/sqlite/dialect.ts';
import { checkTables } from './laws.ts';
import {
  at,
  channel,
  FEED,
  sampleOutcome,
  sampleSubscription,
  subscribe,
  told,
  unsubscribe,
  write,
} from './sample.ts';

const OWNER = { guildId: '900' } as const;

/** What may happen in any order; numbers choose among what is there at the time. */
type Step =
  | { readonly do: 'tell'; readonly to: number; readonly after: number; readonly digest: boolean }
  | {
      readonly do: 'again';
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

const which = fc.nat(9);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('tell' as const),
        to: fc.integer({ min: 1, max: 63 }),
        after: fc.constantFrom(0, 0, 0, 30, 90),
        digest: fc.boolean(),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('lease' as const), n: fc.integer({ min: 1, max: 5 }) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constantFrom(
          ...(['sent', 'sent', 'aside', 'kept', 'held', 'shelved', 'late'] as const),
          ...(['refused', 'unpublished', 'over'] as const),
        ),
        which,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 90 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('edit', 'pause', 'resume', 'end', 'move', 'hurry', 'withdraw'),
        which,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('again' as const),
        which,
        to: fc.integer({ min: 1, max: 63 }),
        after: fc.constant(0),
        digest: fc.constant(false),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  ) as fc.Arbitrary<Step>,
  { maxLength: 60, size: 'max' },
);

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(from.length, 1)];

/** A store with six subscriptions to two channels, and whoever sends from it. */
class World {
  readonly store: Store;
  now = 0;
  measures = 0;
  held: LeasedDelivery[] = [];
  /** Until when each is ours. */
  readonly leases = new Map<string, number>();
  /** Times each alert was written to each channel. */
  readonly written = new Map<string, number>();

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
  async again({ which, to, after, digest }: Extract<Step, { do: 'again' }>): Promise<void> {
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
      expect(delivery.digest?.map(({ alert }) => alert.id) ?? [delivery.alertId]).toContain(delivery.alertId);
    }
    this.held.push(...leased);
  }

  async settle(how: string, delivery: LeasedDelivery | undefined): Promise<void> {
    if (!delivery) return;
    const { store, now } = this;
    const { id, fence, operation } = delivery;
    this.held = this.held.filter((one) => one !== delivery);
    if (how !== 'late') this.leases.delete(id);
    if (how === 'over') await store.markOver(id, fence);
    if (how === 'sent') {
      const messageId = operation.kind === 'post' ? `m-${id}` : operation.messageId;
      if (await store.markSent(id, fence, { messageId }, at(now))) this.write(delivery);
    } else if (how === 'unpublished') {
      const standing = { messageId: `m-${id}` };
      const failed = ['429', at(now + 20), null, true, null] as const;
      if (operation.kind === 'post' && (await store.markRetry(id, fence, ...failed, standing)))
        this.write(delivery);
    } else if (how === 'refused') {
      await store.markRetry(id, fence, '50013', at(now + 20), null, false, delivery.unsettled);
    } else if (how === 'kept' || how === 'aside') {
      await store.markRetry(id, fence, 'http 500', at(now + 20), null, how === 'aside');
    } else if (how === 'held' || how === 'shelved') {
      const asker = (await this.subscriptions()).find((one) => one.id === delivery.subscriptionId);
      const isPaused = asker !== undefined && asker.pausedAt !== null;
      await store.markHeld(id, fence, how === 'shelved' && isPaused ? null : at(now + 40));
    }
  }

  write({ operation, digest, alert, target }: LeasedDelivery): void {
    if (operation.kind !== 'post') return;
    for (const one of digest ?? [{ alert }]) {
      const key = `${one.alert.id} ${JSON.stringify(target)}`;
      this.written.set(key, (this.written.get(key) ?? 0) + 1);
    }
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
async function openInSight(): Promise<{ readonly store: Store; readonly database: DatabaseSync }> {
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

test('whatever happens in whatever order, each alert is written to each channel at most once, and nothing is left behind', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const { store, database } = await openInSight();
      try {
        await store.registerFeeds([FEED], at(0));
        await subscribe(
          store,
          ...[0, 1, 2, 3, 4, 5].map((n) =>
            sampleSubscription(`s${n}`, { target: channel(n % 2), createdAt: at(n) }),
          ),
        );
        const world = new World(store);
        for (const step of steps) await world.step(step);
        checkTables(database);

        for (const subscription of await world.subscriptions()) await world.configure('resume', subscription);
        world.now += 10_000;
        await world.lease(100);
        for (let turn = 0; world.held.length > 0 && turn < 1_000; turn += 1) {
          for (const delivery of [...world.held]) await world.settle('sent', delivery);
          await world.lease(100);
        }
        checkTables(database);
        expect(await store.backlog()).toEqual({ pending: 0, nextAttemptAt: null });
        expect([...world.written].filter(([, times]) => times !== 1)).toEqual([]);
      } finally {
        await store.close();
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);

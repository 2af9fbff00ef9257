import type { Kysely, Transaction } from 'kysely';
import type { Instant, LeasedDelivery, Subscription } from '../port.ts';
import { inChunks } from './chunk.ts';
import { advanceLane } from './lanes.ts';
import { readMeasures } from './measures.ts';
import { fromSubscriptionRow, parseTarget } from './rows.ts';
import type { Tables } from './schema.ts';
import { noteTrouble } from './subscriptions.ts';

type Db = Kysely<Tables>;
type Trx = Transaction<Tables>;

export async function leaseDeliveries(
  db: Db,
  now: Instant,
  n: number,
  leaseUntil: Instant,
): Promise<readonly LeasedDelivery[]> {
  return db.transaction().execute(async (trx) => {
    const leased: LeasedDelivery[] = [];
    const heads = await trx
      .selectFrom('lane')
      .select('delivery_id')
      .where('due_at', '<=', now)
      .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
      .orderBy('due_at')
      .orderBy('seq')
      .limit(n)
      .execute();
    for (const ids of inChunks(heads.map((head) => head.delivery_id))) {
      await trx
        .updateTable('lane')
        .set({ lease_until: leaseUntil })
        .where('delivery_id', 'in', ids)
        .execute();
      await trx
        .updateTable('delivery')
        .set((eb) => ({
          state: 'leased',
          attempts: eb('attempts', '+', 1),
          fence: eb('fence', '+', 1),
          first_attempt_at: eb.fn.coalesce('first_attempt_at', eb.val(now)),
        }))
        .where('id', 'in', ids)
        .execute();
      leased.push(...(await readLeased(trx, ids, now)));
    }
    return leased;
  });
}

/** What the sender needs, in the order of `ids`; of several subscriptions the oldest speaks. */
async function readLeased(trx: Trx, ids: readonly string[], now: Instant): Promise<LeasedDelivery[]> {
  const rows = await trx
    .selectFrom('delivery')
    .innerJoin('alert', 'alert.id', 'delivery.alert_id')
    .selectAll('delivery')
    .select('alert.measure_id')
    .where('delivery.id', 'in', ids)
    .execute();
  const measures = new Map(
    (
      await readMeasures(
        trx,
        rows.map((row) => row.measure_id),
      )
    ).map((measure) => [measure.id, measure]),
  );
  const subscriptions = await readAskers(trx, ids);
  const order = new Map(ids.map((id, position) => [id, position]));
  rows.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return rows.map((row) => {
    const measure = measures.get(row.measure_id);
    const subscription = subscriptions.get(row.id);
    if (!measure || !subscription) throw new Error(`delivery ${row.id} has lost its measure or subscription`);
    return {
      id: row.id,
      alertId: row.alert_id,
      subscriptionId: subscription.id,
      target: parseTarget(row.target),
      fence: row.fence,
      priorAttempts: row.attempts - 1,
      firstAttemptAt: row.first_attempt_at ?? now,
      measure,
      subscription,
    };
  });
}

async function readAskers(trx: Trx, ids: readonly string[]): Promise<ReadonlyMap<string, Subscription>> {
  const rows = await trx
    .selectFrom('delivery_subscription')
    .innerJoin('subscription', 'subscription.id', 'delivery_subscription.subscription_id')
    .selectAll('subscription')
    .select('delivery_subscription.delivery_id')
    .where('delivery_subscription.delivery_id', 'in', ids)
    .orderBy('subscription.created_at', 'desc')
    .orderBy('subscription.id', 'desc')
    .execute();
  // The oldest comes last and stays.
  return new Map(rows.map((row) => [row.delivery_id, fromSubscriptionRow(row)]));
}

export async function markSent(
  db: Db,
  id: string,
  fence: number,
  messageId: string,
  now: Instant,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const sent = await trx
      .updateTable('delivery')
      .set({ state: 'sent', message_id: messageId, sent_at: now, last_error: null })
      .where('id', '=', id)
      .where('fence', '=', fence)
      // Its subscription may have ended while it was on its way: it was sent all the same.
      .where('state', 'in', ['leased', 'cancelled'])
      .returning(['lane', 'target'])
      .executeTakeFirst();
    if (!sent) return false;
    await advanceLane(trx, sent.lane, now);
    await noteTrouble(trx, sent.target, null);
    return true;
  });
}

export async function markRetry(
  db: Db,
  id: string,
  fence: number,
  error: string,
  nextAttemptAt: Instant,
  trouble: string | null,
  aside = false,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const kept = await trx
      .updateTable('delivery')
      .set({ state: 'pending', last_error: error })
      .where('id', '=', id)
      .where('fence', '=', fence)
      .where('state', '=', 'leased')
      .returning(['lane', 'target', 'seq'])
      .executeTakeFirst();
    if (!kept) return false;
    if (trouble !== null) await noteTrouble(trx, kept.target, trouble);
    const own = `delivery:${id}`;
    if (aside && kept.lane !== own) {
      await trx.updateTable('delivery').set({ lane: own }).where('id', '=', id).execute();
      await advanceLane(trx, kept.lane);
      await trx
        .insertInto('lane')
        .values({ id: own, delivery_id: id, seq: kept.seq, due_at: nextAttemptAt, lease_until: null })
        .execute();
    } else {
      await trx
        .updateTable('lane')
        .set({ due_at: nextAttemptAt, lease_until: null })
        .where('id', '=', kept.lane)
        .execute();
    }
    return true;
  });
}

export async function releaseLeases(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('delivery').set({ state: 'pending' }).where('state', '=', 'leased').execute();
    await trx.updateTable('lane').set({ lease_until: null }).where('lease_until', 'is not', null).execute();
  });
}

export async function backlog(
  db: Db,
): Promise<{ readonly pending: number; readonly nextAttemptAt: Instant | null }> {
  const { pending } = await db
    .selectFrom('delivery')
    .select((eb) => eb.fn.countAll<number>().as('pending'))
    .where('state', 'in', ['pending', 'leased'])
    .executeTakeFirstOrThrow();
  const { next } = await db
    .selectFrom('lane')
    .select((eb) =>
      eb.fn
        .min<string | null>(
          eb
            .case()
            .when(eb.and([eb('lease_until', 'is not', null), eb('lease_until', '>', eb.ref('due_at'))]))
            .then(eb.ref('lease_until'))
            .else(eb.ref('due_at'))
            .end(),
        )
        .as('next'),
    )
    .executeTakeFirstOrThrow();
  return { pending: Number(pending), nextAttemptAt: next };
}

import type { Kysely, Transaction } from 'kysely';
import type { Instant, Sent, Span } from '../port.ts';
import { editPosts } from './edit.ts';
import { advanceLane, joinLanes, laneOf } from './lanes.ts';
import type { Row, Tables } from './schema.ts';
import { noteTrouble } from './subscriptions.ts';

type Db = Kysely<Tables>;
type Trx = Transaction<Tables>;

export async function markSent(
  db: Db,
  id: string,
  fence: number,
  { messageId, threadId }: Sent,
  now: Instant,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    // Its subscription may have ended, or it was taken back, while it was on its way: it was sent all the same.
    const before = await readHeld(trx, id, fence, ['leased', 'cancelled']);
    if (!before) return false;
    await trx
      .updateTable('delivery')
      .set({
        state: 'sent',
        message_id: messageId,
        thread_id: threadId ?? null,
        sent_at: now,
        last_error: null,
      })
      .where((eb) => eb.or([eb('id', '=', id), eb('batch', '=', id)]))
      .where('state', 'in', ['leased', 'cancelled'])
      .execute();
    await advanceLane(trx, before.lane, now);
    await noteTrouble(trx, before.target, null);
    if (before.state === 'cancelled' && before.revision === 0)
      await editPosts(trx, [{ ...before, state: 'sent' }], now);
    return true;
  });
}

/** A delivery while `fence` still holds it. */
async function readHeld(
  trx: Trx,
  id: string,
  fence: number,
  states: readonly Row<'delivery'>['state'][],
): Promise<Row<'delivery'> | undefined> {
  return trx
    .selectFrom('delivery')
    .selectAll()
    .where('id', '=', id)
    .where('fence', '=', fence)
    .where('state', 'in', states)
    .executeTakeFirst();
}

const openIn = (unsettled: Span | null) => ({
  open_from: unsettled?.from ?? null,
  open_until: unsettled?.until ?? null,
});

export async function markHeld(
  db: Db,
  id: string,
  fence: number,
  dueAt: Instant | null,
  unsettled?: Span | null,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const before = await readHeld(trx, id, fence, ['leased']);
    if (!before) return false;
    const askers = await trx
      .selectFrom('delivery_subscription')
      .innerJoin('subscription', 'subscription.id', 'delivery_subscription.subscription_id')
      .select(['subscription.id', 'subscription.paused_at'])
      .where('delivery_subscription.delivery_id', '=', id)
      .orderBy('subscription.created_at')
      .orderBy('subscription.id')
      .execute();
    const asker = askers.find(({ paused_at }) => paused_at === null) ?? askers[0];
    const untried = before.attempts === 1;
    const wait = dueAt && {
      due_at: dueAt,
      lane: laneOf(before.target, asker?.id ?? null, dueAt, ''),
    };
    const held = await trx
      .updateTable('delivery')
      .set((eb) => ({
        state: wait || asker?.paused_at === null ? 'pending' : 'held',
        attempts: eb('attempts', '-', 1),
        ...(untried ? { first_attempt_at: null, batch: null } : {}),
        ...(untried || unsettled !== undefined ? openIn(unsettled ?? null) : {}),
        ...wait,
      }))
      .where((eb) => eb.or([eb('id', '=', id), eb('batch', '=', id)]))
      .where('state', '=', 'leased')
      .returning(['id', 'lane', 'seq', 'due_at', 'batch'])
      .execute();
    await advanceLane(trx, before.lane);
    if (wait) await joinLanes(trx, held);
    return true;
  });
}

export async function markOver(db: Db, id: string, fence: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const before = await readHeld(trx, id, fence, ['leased']);
    if (!before) return false;
    await trx
      .updateTable('delivery')
      .set({ state: 'cancelled' })
      .where((eb) => eb.or([eb('id', '=', id), eb('batch', '=', id)]))
      .where('state', '=', 'leased')
      .execute();
    await advanceLane(trx, before.lane);
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
  unsettled?: Span | null,
  standing?: Sent,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const kept = await readHeld(trx, id, fence, ['leased', 'cancelled']);
    const written = {
      ...(unsettled === undefined ? {} : openIn(unsettled)),
      ...(standing ? { message_id: standing.messageId, thread_id: standing.threadId ?? null } : {}),
    };
    if (kept?.state === 'cancelled' && unsettled !== undefined) {
      // It was taken back meanwhile; should it be sent after all, this counts.
      await trx
        .updateTable('delivery')
        .set(written)
        .where((eb) => eb.or([eb('id', '=', id), eb('batch', '=', id)]))
        .execute();
    }
    if (kept?.state !== 'leased') return false;
    const own = `delivery:${id}`;
    const leaves = aside && kept.lane !== own;
    await trx
      .updateTable('delivery')
      .set({
        state: 'pending',
        last_error: error,
        ...(leaves ? { lane: own } : {}),
        ...written,
      })
      .where((eb) => eb.or([eb('id', '=', id), eb('batch', '=', id)]))
      .where('state', '=', 'leased')
      .execute();
    if (trouble !== null) await noteTrouble(trx, kept.target, trouble);
    if (leaves) {
      await advanceLane(trx, kept.lane);
      await trx
        .insertInto('lane')
        .values({ id: own, delivery_id: id, seq: kept.seq, due_at: nextAttemptAt, lease_until: null })
        .execute();
    } else {
      // An older one may have joined meanwhile: it goes first, then.
      await advanceLane(trx, kept.lane, nextAttemptAt);
    }
    return true;
  });
}

export async function releaseLeases(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('delivery').set({ state: 'pending' }).where('state', '=', 'leased').execute();
    const lanes = await trx.selectFrom('lane').select('id').where('lease_until', 'is not', null).execute();
    // An older one may have joined meanwhile: it goes first, then.
    for (const { id } of lanes) await advanceLane(trx, id);
  });
}

export async function backlog(
  db: Db,
): Promise<{ readonly pending: number; readonly nextAttemptAt: Instant | null }> {
  const { pending } = await db
    .selectFrom('delivery')
    .select((eb) => eb.fn.countAll<number>().as('pending'))
    .where('state', 'in', ['pending', 'leased', 'held'])
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

/** Held deliveries wait for people, not for us. */
export async function waitingSince(db: Db): Promise<Instant | null> {
  const { since } = await db
    .selectFrom('delivery')
    .select((eb) => eb.fn.min<string | null>('due_at').as('since'))
    .where('state', 'in', ['pending', 'leased'])
    .executeTakeFirstOrThrow();
  return since;
}

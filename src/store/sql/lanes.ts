import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../port.ts';
import { inChunks } from './chunk.ts';
import type { Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** The queue for what is due at once; what waits is queued apart for each subscription, so that it holds up nothing. */
export const laneOf = (
  target: string,
  subscriptionId: string | null,
  dueAt: Instant,
  now: Instant,
): string => (dueAt <= now ? target : `${target}#${subscriptionId ?? ''}`);

/** A delivery that joined a lane. */
export interface Joining {
  readonly id: string;
  readonly lane: string;
  readonly seq: number;
  readonly due_at: Instant;
  /** In whose name it is sent, where that is settled. */
  readonly batch?: string | null;
}

/**
 * Makes the lanes of these deliveries, where there are none. One that stands keeps its head, unless that is due later than one that
 * joins and is not on its way. What goes in another's message heads no lane.
 */
export async function joinLanes(trx: Trx, deliveries: readonly Joining[]): Promise<void> {
  const heads = new Map<string, Joining>();
  for (const delivery of deliveries) {
    if ((delivery.batch ?? delivery.id) !== delivery.id) continue;
    const head = heads.get(delivery.lane);
    if (head === undefined || isBefore(delivery, head)) heads.set(delivery.lane, delivery);
  }
  for (const some of inChunks([...heads.values()])) {
    await trx
      .insertInto('lane')
      .values(
        some.map(({ id, lane, seq, due_at }) => ({
          id: lane,
          delivery_id: id,
          seq,
          due_at,
          lease_until: null,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((eb) => ({
            delivery_id: eb.ref('excluded.delivery_id'),
            seq: eb.ref('excluded.seq'),
            due_at: eb.ref('excluded.due_at'),
          }))
          .where('lane.lease_until', 'is', null)
          .where((eb) => {
            const due = eb
              .selectFrom('delivery')
              .select('delivery.due_at')
              .whereRef('delivery.id', '=', 'lane.delivery_id');
            const isAsOld = eb.and([
              eb('excluded.due_at', '=', due),
              eb('excluded.seq', '<', eb.ref('lane.seq')),
            ]);
            return eb.or([eb('excluded.due_at', '<', due), isAsOld]);
          }),
      )
      .execute();
  }
}

const isBefore = (a: Joining, b: Joining): boolean =>
  a.due_at < b.due_at || (a.due_at === b.due_at && a.seq < b.seq);

/**
 * After a change of what is in a lane: unless its head is on its way, it is free and names what is due first of what is left, due when
 * the lane was or, if given, at `dueAt`, but not before its own time. A lane with nothing left in it ends. A message is sent in the
 * same name at every try, or it could not be found where it was written already: what else goes into it heads no lane.
 */
export async function advanceLane(trx: Trx, lane: string, dueAt?: Instant): Promise<void> {
  // Touched first, so that on a database of many writers whoever adds to the lane meanwhile waits.
  const current = await trx
    .updateTable('lane')
    .set((eb) => ({ seq: eb.ref('seq') }))
    .where('id', '=', lane)
    .returning(['delivery_id', 'due_at'])
    .executeTakeFirst();
  if (!current) return;
  const inLane = trx.selectFrom('delivery').select(['id', 'seq', 'due_at']).where('lane', '=', lane);
  const onItsWay = inLane.where('id', '=', current.delivery_id).where('state', '=', 'leased');
  if (await onItsWay.executeTakeFirst()) return;
  const head = await inLane
    .where('state', 'in', ['pending', 'leased'])
    .where((eb) => eb.or([eb('batch', 'is', null), eb('batch', '=', eb.ref('id'))]))
    .orderBy('due_at')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  if (!head) {
    await trx.deleteFrom('lane').where('id', '=', lane).execute();
    return;
  }
  const earliest = dueAt ?? current.due_at;
  await trx
    .updateTable('lane')
    .set({
      delivery_id: head.id,
      seq: head.seq,
      lease_until: null,
      due_at: head.due_at > earliest ? head.due_at : earliest,
    })
    .where('id', '=', lane)
    .execute();
}

/** What waits to this target only because it failed is due now. */
export async function hurry(db: Kysely<Tables>, target: string, now: Instant): Promise<void> {
  await db
    .updateTable('lane')
    .set({ due_at: now })
    .where('due_at', '>', now)
    .where('lease_until', 'is', null)
    .where('delivery_id', 'in', ({ selectFrom }) =>
      selectFrom('delivery')
        .select('id')
        .where('target', '=', target)
        .where('state', '=', 'pending')
        .where('due_at', '<=', now),
    )
    .execute();
}

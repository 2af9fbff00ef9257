import type { Kysely } from 'kysely';
import type { Alert, DeliveryStanding } from '../port.ts';
import { inChunks } from './chunk.ts';
import { parseTarget } from './rows.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** How the deliveries of each measure stand, of whatever is told of it, oldest first; with what became of the messages since. */
export async function readStandings(
  db: Db,
  measureIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DeliveryStanding[]>> {
  if (measureIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('alert', 'alert.id', 'delivery.alert_id')
    .leftJoin('lane', 'lane.delivery_id', 'delivery.id')
    .selectAll('delivery')
    .select(['alert.measure_id', 'alert.kind', 'lane.due_at as next_at'])
    .where('alert.measure_id', 'in', measureIds)
    .orderBy('delivery.seq')
    .execute();
  const posts = rows.filter(({ revision }) => revision === 0);
  const nameOf = ({ alert_id, target }: { alert_id: string; target: string }): string =>
    `${alert_id} ${target}`;
  const edits = Map.groupBy(
    rows.filter(({ revision }) => revision > 0),
    nameOf,
  );
  const askers = await readAskers(
    db,
    posts.map(({ id }) => id),
  );
  return new Map(
    [...Map.groupBy(posts, (row) => row.measure_id ?? '')].map(([measureId, some]) => [
      measureId,
      some.map((row) => {
        const made = (edits.get(nameOf(row)) ?? []).filter(({ state }) => state === 'sent');
        const isOpen = row.state === 'pending' || row.state === 'leased';
        return {
          id: row.id,
          kind: row.kind as Alert['kind'],
          target: parseTarget(row.target),
          subscriptions: askers.get(row.id) ?? [],
          state: row.state === 'held' ? 'pending' : row.state,
          attempts: row.attempts,
          messageId: row.message_id,
          threadId: row.thread_id,
          sentAt: row.sent_at,
          lastError: row.last_error,
          nextAttemptAt: row.next_at,
          dueAt: isOpen ? row.due_at : null,
          digest: row.digest === 1,
          edits: {
            made: made.length,
            lastAt: made.at(-1)?.sent_at ?? null,
            waiting: (edits.get(nameOf(row)) ?? []).some(
              ({ state }) => state !== 'sent' && state !== 'cancelled',
            ),
          },
        };
      }),
    ]),
  );
}

/** By delivery, the subscriptions that ask for it. */
async function readAskers(
  db: Db,
  deliveryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const askers = new Map<string, string[]>();
  for (const some of inChunks(deliveryIds)) {
    const rows = await db
      .selectFrom('delivery_subscription')
      .selectAll()
      .where('delivery_id', 'in', some)
      .orderBy('subscription_id')
      .execute();
    for (const { delivery_id, subscription_id } of rows) {
      const known = askers.get(delivery_id) ?? [];
      known.push(subscription_id);
      askers.set(delivery_id, known);
    }
  }
  return askers;
}

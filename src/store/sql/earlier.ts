import type { Transaction } from 'kysely';
import type { AlertItem, LeasedDelivery } from '../port.ts';
import { inChunks } from './chunk.ts';
import type { Row, Tables } from './schema.ts';

type Trx = Transaction<Tables>;
type Earlier = NonNullable<LeasedDelivery['earlier']>;

/** Alerts whose messages are part of a policy's life. */
const LIFE = ['news', 'revision', 'closing', 'effective'];

/** For each delivery of such an alert, the latest message that its target has of the same measure or another of its family. */
export async function readEarlier(
  trx: Trx,
  deliveries: readonly Row<'delivery'>[],
  items: ReadonlyMap<string, AlertItem>,
): Promise<ReadonlyMap<string, Earlier>> {
  const posts = deliveries.filter(
    ({ alert_id, revision }) => revision === 0 && LIFE.includes(items.get(alert_id)?.alert.kind ?? ''),
  );
  const measureOf = (alertId: string) => items.get(alertId)?.measure ?? null;
  const alertsOf = await readAlertsOf(
    trx,
    posts.flatMap(({ alert_id }) => measureOf(alert_id) ?? []),
  );
  const earlier = new Map<string, Earlier>();
  for (const { id, alert_id, target } of posts) {
    const measure = measureOf(alert_id);
    const alerts = new Set([
      ...(alertsOf.get(`measure ${measure?.id}`) ?? []),
      ...(alertsOf.get(`family ${measure?.family}`) ?? []),
    ]);
    alerts.delete(alert_id);
    if (alerts.size === 0) continue;
    const last = await trx
      .selectFrom('delivery')
      .select(['message_id', 'thread_id'])
      .where('alert_id', 'in', [...alerts])
      .where('target', '=', target)
      .where('revision', '=', 0)
      .where('state', '=', 'sent')
      .orderBy('sent_at', 'desc')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (last?.message_id) earlier.set(id, { messageId: last.message_id, threadId: last.thread_id });
  }
  return earlier;
}

/** The alerts of these measures (`measure <id>`) and of their families (`family <name>`). */
async function readAlertsOf(
  trx: Trx,
  measures: readonly { readonly id: string; readonly family: string | null }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const alerts = new Map<string, string[]>();
  const of = async (column: 'measure.id' | 'measure.family', name: string, values: readonly string[]) => {
    for (const some of inChunks([...new Set(values)])) {
      const rows = await trx
        .selectFrom('measure')
        .innerJoin('alert', 'alert.measure_id', 'measure.id')
        .select(['alert.id', `${column} as of`])
        .where(column, 'in', some)
        .where('alert.kind', 'in', LIFE)
        .execute();
      for (const row of rows) {
        const known = alerts.get(`${name} ${row.of}`) ?? [];
        known.push(row.id);
        alerts.set(`${name} ${row.of}`, known);
      }
    }
  };
  await of(
    'measure.id',
    'measure',
    measures.map(({ id }) => id),
  );
  await of(
    'measure.family',
    'family',
    measures.flatMap(({ family }) => family ?? []),
  );
  return alerts;
}

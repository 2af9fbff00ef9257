import type { Transaction } from 'kysely';
import { inChunks } from './chunk.ts';
import { advanceLane } from './lanes.ts';
import { inServer } from './place.ts';
import type { Tables } from './schema.ts';

type Trx = Transaction<Tables>;

const UNSENT = ['pending', 'leased', 'held'] as const;

/**
 * A subscription asks no more for what is unsent and was asked for by it (`among`: of these deliveries alone); what nobody else asks
 * for is taken back. What goes into one message stays together, and is taken back together once nobody asks for any of it.
 */
export async function askNoMore(
  trx: Trx,
  subscriptionId: string,
  among: ReadonlySet<string> | null = null,
): Promise<void> {
  const asked = await trx
    .selectFrom('delivery_subscription')
    .innerJoin('delivery', 'delivery.id', 'delivery_subscription.delivery_id')
    .select(['delivery.id', 'delivery.batch'])
    .where('delivery_subscription.subscription_id', '=', subscriptionId)
    .where('delivery.sent_at', 'is', null)
    .execute();
  const left = asked.filter(({ id }) => among?.has(id) ?? true);
  const ids = left.map(({ id }) => id);
  for (const some of inChunks(ids)) {
    await trx
      .deleteFrom('delivery_subscription')
      .where('subscription_id', '=', subscriptionId)
      .where('delivery_id', 'in', some)
      .execute();
  }
  const messages = new Set(left.map(({ id, batch }) => batch ?? id));
  for (const some of inChunks([...messages])) {
    const cancelled = await trx
      .updateTable('delivery')
      .set({ state: 'cancelled' })
      .where((eb) => eb.or([eb('id', 'in', some), eb('batch', 'in', some)]))
      .where('state', 'in', UNSENT)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('delivery_subscription')
              .select('delivery_id')
              .whereRef('delivery_subscription.delivery_id', '=', 'delivery.id'),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('delivery as other')
              .innerJoin('delivery_subscription', 'delivery_subscription.delivery_id', 'other.id')
              .select('other.id')
              .whereRef('other.batch', '=', 'delivery.batch'),
          ),
        ),
      )
      .returning('lane')
      .execute();
    await advanceLanes(trx, cancelled);
  }
}

/**
 * Takes back what is unsent of these measures' alerts in a server. Edits stay: what was sent is to show what is so now. So does what
 * stands and is yet to be published, and what was put into one message with others, which shows what is so when it is sent.
 */
export async function cancelMeasures(
  trx: Trx,
  measureIds: readonly string[],
  guildId: string,
): Promise<void> {
  for (const some of inChunks([...new Set(measureIds)])) {
    const cancelled = await trx
      .updateTable('delivery')
      .set({ state: 'cancelled' })
      .where(
        'alert_id',
        'in',
        trx.selectFrom('alert').select('id').where('measure_id', 'in', some).where('kind', '!=', 'test'),
      )
      .where('revision', '=', 0)
      .where('batch', 'is', null)
      .where('message_id', 'is', null)
      .where('state', 'in', UNSENT)
      .where(inServer(guildId))
      .returning('lane')
      .execute();
    await advanceLanes(trx, cancelled);
  }
}

/** Takes back alerts of which nothing is on its way or was, with their deliveries, as if they had never been made. Others stay. */
export async function withdrawAlerts(trx: Trx, alertIds: readonly string[]): Promise<void> {
  for (const some of inChunks([...new Set(alertIds)])) {
    const rows = await trx
      .selectFrom('delivery')
      .select(['id', 'alert_id', 'lane', 'state', 'attempts'])
      .where('alert_id', 'in', some)
      .execute();
    const begun = new Set(
      rows.filter(({ state, attempts }) => state === 'sent' || attempts > 0).map((row) => row.alert_id),
    );
    const unsent = rows.filter(({ alert_id }) => !begun.has(alert_id));
    for (const ids of inChunks(unsent.map(({ id }) => id))) {
      await trx.updateTable('delivery').set({ state: 'cancelled' }).where('id', 'in', ids).execute();
      await trx.deleteFrom('delivery_subscription').where('delivery_id', 'in', ids).execute();
    }
    // A lane names none of them any more before they go.
    await advanceLanes(trx, unsent);
    const gone = some.filter((id) => !begun.has(id));
    if (gone.length === 0) continue;
    await trx.deleteFrom('delivery').where('alert_id', 'in', gone).execute();
    await trx.deleteFrom('alert').where('id', 'in', gone).execute();
  }
}

async function advanceLanes(trx: Trx, rows: readonly { readonly lane: string }[]): Promise<void> {
  for (const lane of new Set(rows.map((row) => row.lane))) await advanceLane(trx, lane);
}

import type { Transaction } from 'kysely';
import type { Alert, AlertItem } from '../port.ts';
import { inChunks } from './chunk.ts';
import { readMeasures } from './measures.ts';
import { isSeenIn } from './place.ts';
import { fromAlertRow, toAlertRow } from './rows.ts';
import type { Row, Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** Those of the alerts that were not made before; one that was stays as it was told. Returns what was written. */
export async function writeNewAlerts(trx: Trx, alerts: readonly Alert[]): Promise<readonly Alert[]> {
  const made = new Map<string, Alert>();
  for (const some of inChunks(alerts)) {
    const rows = await trx
      .insertInto('alert')
      .values(some.map(toAlertRow))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returningAll()
      .execute();
    for (const row of rows) made.set(row.id, fromAlertRow(row));
  }
  return [...made.values()];
}

/** Of a measure, every other page it was published on. */
type Repost = AlertItem['reposts'][number];

/**
 * The alerts of these ids as they are told. `reposts` holds all there are: what a server's own source published is for that server
 * alone (see `itemFor`).
 */
export async function readItems(
  trx: Trx,
  alertIds: readonly string[],
): Promise<ReadonlyMap<string, AlertItem>> {
  const rows: Row<'alert'>[] = [];
  for (const some of inChunks([...new Set(alertIds)]))
    rows.push(...(await trx.selectFrom('alert').selectAll().where('id', 'in', some).execute()));
  const measureIds = [...new Set(rows.flatMap((row) => row.measure_id ?? []))];
  const measures = new Map((await readMeasures(trx, measureIds)).map((measure) => [measure.id, measure]));
  const pages = await readPages(trx, measureIds);
  return new Map(
    rows.map((row) => {
      const measure = row.measure_id === null ? null : (measures.get(row.measure_id) ?? null);
      const reposts = (pages.get(row.measure_id ?? '') ?? []).filter(({ url }) => url !== measure?.url);
      return [row.id, { alert: fromAlertRow(row), measure, reposts }];
    }),
  );
}

/** By measure, each address it was published at, oldest first. */
async function readPages(
  trx: Trx,
  measureIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Repost[]>> {
  const pages = new Map<string, Map<string, Repost>>();
  for (const some of inChunks(measureIds)) {
    const rows = await trx
      .selectFrom('entry')
      .select(['measure_id', 'url', 'feed_id'])
      .where('measure_id', 'in', some)
      .orderBy('seen_at')
      .orderBy('id')
      .execute();
    for (const { measure_id, url, feed_id } of rows) {
      const known = pages.get(measure_id ?? '') ?? new Map<string, Repost>();
      pages.set(measure_id ?? '', known);
      if (!known.has(url)) known.set(url, { url, feedId: feed_id });
    }
  }
  return new Map([...pages].map(([id, known]) => [id, [...known.values()]]));
}

/** An item as a target of this server may see it; null: a person's. */
export const itemFor = (item: AlertItem, guildId: string | null): AlertItem => ({
  ...item,
  reposts: item.reposts.filter(({ feedId }) => isSeenIn(feedId, guildId)),
});

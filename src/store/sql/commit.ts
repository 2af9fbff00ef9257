import type { Kysely, Transaction } from 'kysely';
import type { Delivery, EntryRecord, Known, Lookup, Measure, Outcome } from '../port.ts';
import { inChunks } from './chunk.ts';
import { settleVisit } from './feeds.ts';
import { readMeasures } from './measures.ts';
import {
  fromEntryRow,
  fromFeedRow,
  printTarget,
  toEntryRow,
  toFeedRow,
  toLinkRow,
  toMeasureRow,
} from './rows.ts';
import type { NewRow, Row, Tables } from './schema.ts';
import type { SubscriptionReader } from './subscriptions.ts';

type Trx = Transaction<Tables>;

/** Throws, with nothing written, for a feed that was never registered and for an identity that is already another's. */
export async function commit(
  db: Kysely<Tables>,
  allSubscriptions: SubscriptionReader,
  lookup: Lookup,
  decide: (known: Known) => Outcome,
): Promise<Outcome> {
  return db.transaction().execute(async (trx) => {
    const known = await readKnown(trx, allSubscriptions, lookup);
    const outcome = decide(known);
    // Without its id: setting a parent key, even to what it is, makes the database look through all that refers to it.
    const { id, ...feed } = toFeedRow(settleVisit(known.feed, outcome));
    await trx.updateTable('feed').set(feed).where('id', '=', id).execute();
    await writeMeasures(trx, outcome);
    await writeEntries(trx, outcome.entries);
    await writeAlerts(trx, outcome);
    await writeDeliveries(trx, outcome);
    return outcome;
  });
}

async function readKnown(
  trx: Trx,
  allSubscriptions: SubscriptionReader,
  { feedId, entryIds, measureKeys }: Lookup,
): Promise<Known> {
  const feed = await trx.selectFrom('feed').selectAll().where('id', '=', feedId).executeTakeFirstOrThrow();
  const entries: Row<'entry'>[] = [];
  for (const ids of inChunks(entryIds)) {
    entries.push(
      ...(await trx
        .selectFrom('entry')
        .selectAll()
        .where('id', 'in', ids)
        .where('revision', '=', (eb) =>
          eb
            .selectFrom('entry as other')
            .select(({ fn }) => fn.max('other.revision').as('last'))
            .whereRef('other.id', '=', 'entry.id'),
        )
        .execute()),
    );
  }
  const owners = await readOwners(trx, measureKeys);
  const measures = new Map(
    (await readMeasures(trx, [...new Set(owners.values())])).map((measure) => [measure.id, measure]),
  );
  return {
    feed: fromFeedRow(feed),
    entries: new Map(entries.map((row) => [row.id, fromEntryRow(row)])),
    measures: new Map(
      [...owners].flatMap(([key, id]) => {
        const measure = measures.get(id);
        return measure ? [[key, measure] as const] : [];
      }),
    ),
    subscriptions: entryIds.length > 0 ? await allSubscriptions(trx) : [],
  };
}

/** By key, the measure that owns it. */
async function readOwners(trx: Trx, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  for (const some of inChunks(keys)) {
    const rows = await trx.selectFrom('measure_key').selectAll().where('key', 'in', some).execute();
    for (const row of rows) owners.set(row.key, row.measure_id);
  }
  return owners;
}

async function writeMeasures(
  trx: Trx,
  { measures, addedKeys }: Pick<Outcome, 'measures' | 'addedKeys'>,
): Promise<void> {
  for (const some of inChunks(measures)) {
    await trx
      .insertInto('measure')
      .values(some.map(toMeasureRow))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          title: eb.ref('excluded.title'),
          issuer: eb.ref('excluded.issuer'),
          doc_number: eb.ref('excluded.doc_number'),
          url: eb.ref('excluded.url'),
          date: eb.ref('excluded.date'),
          day: eb.ref('excluded.day'),
          kind: eb.ref('excluded.kind'),
          confidence: eb.ref('excluded.confidence'),
        })),
      )
      .execute();
    await trx
      .deleteFrom('measure_article')
      .where(
        'measure_id',
        'in',
        some.map((measure) => measure.id),
      )
      .execute();
  }
  const links = measures.flatMap((measure) =>
    measure.links.map((link, position) => toLinkRow(measure.id, link, position)),
  );
  for (const some of inChunks(links)) await trx.insertInto('measure_article').values(some).execute();
  await writeKeys(trx, [...measures.flatMap(keysOf), ...addedKeys]);
}

const keysOf = ({ id, keys }: Measure) => keys.map((key) => ({ measureId: id, key }));

/** A key that the same measure owns already is left alone; one that another owns breaks the primary key, and the transaction. */
async function writeKeys(
  trx: Trx,
  keys: readonly { readonly measureId: string; readonly key: string }[],
): Promise<void> {
  const owners = await readOwners(
    trx,
    keys.map(({ key }) => key),
  );
  const added = new Map(
    keys
      .filter(({ measureId, key }) => owners.get(key) !== measureId)
      .map(({ measureId, key }) => [`${measureId} ${key}`, { key, measure_id: measureId }]),
  );
  for (const some of inChunks([...added.values()])) {
    await trx.insertInto('measure_key').values(some).execute();
  }
}

async function writeEntries(trx: Trx, records: readonly EntryRecord[]): Promise<void> {
  const last = new Map<string, number>();
  for (const ids of inChunks([...new Set(records.map((record) => record.entry.id))])) {
    const rows = await trx
      .selectFrom('entry')
      .select((eb) => ['id', eb.fn.max('revision').as('revision')])
      .where('id', 'in', ids)
      .groupBy('id')
      .execute();
    for (const row of rows) last.set(row.id, row.revision);
  }
  const rows = records.map((record) => {
    const revision = (last.get(record.entry.id) ?? 0) + 1;
    last.set(record.entry.id, revision);
    return toEntryRow(record, revision);
  });
  for (const some of inChunks(rows)) await trx.insertInto('entry').values(some).execute();
}

async function writeAlerts(trx: Trx, { alerts }: Pick<Outcome, 'alerts'>): Promise<void> {
  for (const some of inChunks(alerts)) {
    await trx
      .insertInto('alert')
      .values(
        some.map((alert) => ({ id: alert.id, measure_id: alert.measureId, created_at: alert.createdAt })),
      )
      .execute();
  }
}

/** One delivery for each alert and target, the rest of the same remembered with it; each joins the lane of its target. */
async function writeDeliveries(
  trx: Trx,
  { deliveries, checkedAt }: Pick<Outcome, 'deliveries' | 'checkedAt'>,
): Promise<void> {
  if (deliveries.length === 0) return;
  const first = await readDeliveryIds(trx, deliveries);
  const { last } = await trx
    .selectFrom('delivery')
    .select(({ fn }) => fn.max<number | null>('seq').as('last'))
    .executeTakeFirstOrThrow();
  let seq = last ?? 0;
  const rows: NewRow<'delivery'>[] = [];
  const askers = new Map<string, NewRow<'delivery_subscription'>>();
  for (const delivery of deliveries) {
    const once = onceKey(delivery.alertId, printTarget(delivery.target));
    const id = first.get(once) ?? delivery.id;
    if (!first.has(once)) {
      first.set(once, id);
      seq += 1;
      rows.push(toDeliveryRow(delivery, seq));
    }
    askers.set(`${id} ${delivery.subscriptionId}`, {
      delivery_id: id,
      subscription_id: delivery.subscriptionId,
    });
  }
  for (const some of inChunks(rows)) await trx.insertInto('delivery').values(some).execute();
  for (const some of inChunks([...askers.values()])) {
    await trx
      .insertInto('delivery_subscription')
      .values(some)
      .onConflict((conflict) => conflict.columns(['delivery_id', 'subscription_id']).doNothing())
      .execute();
  }
  const heads = new Map(rows.toReversed().map((row) => [row.lane, row]));
  for (const some of inChunks([...heads.values()])) {
    await trx
      .insertInto('lane')
      .values(
        some.map((row) => ({
          id: row.lane,
          delivery_id: row.id,
          seq: row.seq,
          due_at: checkedAt,
          lease_until: null,
        })),
      )
      // A lane that stands already has an older delivery at its head.
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}

const onceKey = (alertId: string, target: string) => `${alertId} ${target}`;

const toDeliveryRow = (delivery: Delivery, seq: number): NewRow<'delivery'> => ({
  id: delivery.id,
  seq,
  alert_id: delivery.alertId,
  target: printTarget(delivery.target),
  lane: printTarget(delivery.target),
  state: 'pending',
  attempts: 0,
  fence: 0,
  first_attempt_at: null,
  last_error: null,
  message_id: null,
  sent_at: null,
});

/** What was already to be delivered of these alerts, by alert and target. */
async function readDeliveryIds(trx: Trx, deliveries: readonly Delivery[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const alertIds of inChunks([...new Set(deliveries.map((delivery) => delivery.alertId))])) {
    const rows = await trx
      .selectFrom('delivery')
      .select(['id', 'alert_id', 'target'])
      .where('alert_id', 'in', alertIds)
      .execute();
    for (const row of rows) ids.set(onceKey(row.alert_id, row.target), row.id);
  }
  return ids;
}

import type { Transaction } from 'kysely';
import type { EntryRecord, Known, Lookup, Outcome } from '../port.ts';
import { inChunks } from './chunk.ts';
import { enqueue } from './enqueue.ts';
import { settleVisit, writeFeed } from './feeds.ts';
import { readKnown } from './known.ts';
import { insertRows } from './prepared.ts';
import { toEntryRow } from './rows.ts';
import type { Tables } from './schema.ts';
import type { SubscriptionReader } from './subscriptions.ts';
import { writeMeasures } from './writeMeasures.ts';

type Trx = Transaction<Tables>;

/** To be taken back whole when it throws: for a feed that was never registered and for an identity that is already another's. */
export async function commit(
  trx: Trx,
  allSubscriptions: SubscriptionReader,
  lookup: Lookup,
  decide: (known: Known) => Outcome,
): Promise<Outcome> {
  const known = await readKnown(trx, allSubscriptions, lookup);
  const outcome = decide(known);
  const asked = new Set(lookup.entryIds);
  await writeFeed(trx, settleVisit(known.feed, outcome));
  await writeMeasures(trx, outcome);
  const isNew = ({ entry }: EntryRecord): boolean => asked.has(entry.id) && !known.entries.has(entry.id);
  await writeEntries(trx, outcome.entries, isNew);
  await writeAlerts(trx, outcome);
  await enqueue(trx, outcome);
  return outcome;
}

async function writeEntries(
  trx: Trx,
  records: readonly EntryRecord[],
  isNew: (record: EntryRecord) => boolean,
): Promise<void> {
  const last = new Map<string, number>();
  const seen = records.filter((record) => !isNew(record)).map((record) => record.entry.id);
  for (const ids of inChunks([...new Set(seen)])) {
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
  await insertRows(trx, 'entry', rows);
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

import type { Transaction } from 'kysely';
import type { EntryRecord, Known, Lookup, Outcome } from '../port.ts';
import { writeNewAlerts } from './alerts.ts';
import { withdrawAlerts } from './cancel.ts';
import { inChunks } from './chunk.ts';
import type { ConfigurationReader } from './configuration.ts';
import { enqueueEdits } from './edit.ts';
import { enqueue } from './enqueue.ts';
import { settleVisit, writeFeed } from './feeds.ts';
import { readKnown } from './known.ts';
import { insertRows } from './prepared.ts';
import { toEntryRow } from './rows.ts';
import type { Tables } from './schema.ts';
import { writeMeasures } from './writeMeasures.ts';

type Trx = Transaction<Tables>;

/** To be taken back whole when it throws: for a feed that was never registered and for an identity that is already another's. */
export async function commit(
  trx: Trx,
  configuration: ConfigurationReader,
  lookup: Lookup,
  decide: (known: Known) => Outcome,
): Promise<Outcome> {
  const { known, owners } = await readKnown(trx, configuration, lookup);
  const outcome = decide(known);
  const asked = new Set(lookup.entryIds);
  await writeFeed(trx, settleVisit(known.feed, outcome));
  await writeMeasures(trx, outcome, owners);
  const isNew = ({ entry }: EntryRecord): boolean => asked.has(entry.id) && !known.entries.has(entry.id);
  await writeEntries(trx, outcome.entries, isNew);
  await enqueueEdits(trx, outcome.edits, outcome.checkedAt);
  await withdrawAlerts(trx, outcome.withdrawn ?? []);
  const alerts = await writeNewAlerts(trx, outcome.alerts);
  const sent = await enqueue(trx, outcome.deliveries, outcome.checkedAt);
  return { ...outcome, alerts, deliveries: outcome.deliveries.filter(({ id }) => sent.has(id)) };
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

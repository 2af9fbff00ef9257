import type { Kysely, Transaction } from 'kysely';
import type { Alert, EntryRecord, Instant, Known, Lookup, Reason } from '../port.ts';
import { inChunks } from './chunk.ts';
import type { ConfigurationReader } from './configuration.ts';
import { readMeasures } from './measures.ts';
import { selectIn } from './prepared.ts';
import { fromAlertRow, fromEntryRow, fromFeedRow } from './rows.ts';
import type { Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** By key that was looked up, the measure that owns it, or null. */
export type Owners = ReadonlyMap<string, string | null>;

/** Throws for a feed that was never registered. */
export async function readKnown(
  trx: Trx,
  readConfiguration: ConfigurationReader,
  { feedId, entryIds, measureKeys, furtherKeys }: Lookup,
): Promise<{ readonly known: Known; readonly owners: Owners }> {
  const [feed] = await selectIn(trx, 'feed', [feedId], (ids) =>
    trx.selectFrom('feed').selectAll().where('id', 'in', ids),
  );
  if (feed === undefined) throw new Error(`no feed ${feedId} is registered`);
  const entries = await readRecords(trx, entryIds);
  const configuration = await readConfiguration(trx);
  const { guilds } = configuration;
  const keys = typeof measureKeys === 'function' ? measureKeys({ entries, guilds }) : measureKeys;
  const first = await readOwners(trx, keys);
  const further = furtherKeys?.(keys.filter((key) => first.get(key) !== null)) ?? [];
  const owners = further.length === 0 ? first : new Map([...first, ...(await readOwners(trx, further))]);
  const ids = new Set(owners.values().filter((id) => id !== null));
  const measures = new Map((await readMeasures(trx, [...ids])).map((measure) => [measure.id, measure]));
  const known: Known = {
    feed: fromFeedRow(feed),
    entries,
    measures: new Map(
      [...owners].flatMap(([key, id]) => {
        const measure = id === null ? undefined : measures.get(id);
        return measure ? [[key, measure] as const] : [];
      }),
    ),
    ...(await readTold(trx, [...measures.keys()])),
    subscriptions: entryIds.length > 0 ? configuration.subscriptions() : [],
    guilds,
  };
  return { known, owners };
}

/** By id, the current records of those of these entries that are known. */
export async function readRecords(
  db: Kysely<Tables>,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, EntryRecord>> {
  const rows = await selectIn(db, 'last revisions', entryIds, (ids) =>
    db
      .selectFrom('entry')
      .selectAll()
      .where('id', 'in', ids)
      .where('revision', '=', (eb) =>
        eb
          .selectFrom('entry as other')
          .select(({ fn }) => fn.max('other.revision').as('last'))
          .whereRef('other.id', '=', 'entry.id'),
      ),
  );
  return new Map(rows.map((row) => [row.id, fromEntryRow(row)]));
}

/** Of which of these measures there was news, and since when; and what was told of their changes. */
async function readTold(
  trx: Trx,
  measureIds: readonly string[],
): Promise<Pick<Known, 'alerted' | 'revisions'>> {
  const told: Alert[] = [];
  for (const ids of inChunks(measureIds)) {
    const rows = await trx
      .selectFrom('alert')
      .selectAll()
      .where('measure_id', 'in', ids)
      .where('kind', 'in', ['news', 'revision'])
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    told.push(...rows.map(fromAlertRow));
  }
  const of = (kind: Alert['kind']): readonly Alert[] => told.filter((alert) => alert.kind === kind);
  const alerted = new Map(of('news').map(({ measureId, createdAt }) => [measureId ?? '', createdAt]));
  for (const [id, at] of await readRaised(trx, [...alerted.keys()]))
    if (at > (alerted.get(id) ?? at)) alerted.set(id, at);
  return {
    alerted,
    revisions: Map.groupBy(of('revision'), ({ measureId }) => measureId ?? ''),
  };
}

/** When each of these measures was first told for its articles. */
async function readRaised(trx: Trx, measureIds: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
  const raised = new Map<string, Instant>();
  for (const ids of inChunks(measureIds)) {
    const rows = await trx
      .selectFrom('entry')
      .select(['measure_id', 'seen_at', 'reason'])
      .where('measure_id', 'in', ids)
      .where('verdict', '=', 'told')
      .orderBy('seen_at', 'desc')
      .execute();
    for (const { measure_id, seen_at, reason } of rows) {
      const { code } = JSON.parse(reason) as Reason;
      if (measure_id !== null && code === 'new') raised.set(measure_id, seen_at);
    }
  }
  return raised;
}

export async function readOwners(trx: Trx, keys: readonly string[]): Promise<Owners> {
  const rows = await selectIn(trx, 'owners', keys, (list) =>
    trx.selectFrom('measure_key').selectAll().where('key', 'in', list),
  );
  const owners = new Map<string, string | null>(keys.map((key) => [key, null]));
  for (const row of rows) owners.set(row.key, row.measure_id);
  return owners;
}

import { type Kysely, sql } from 'kysely';
import type { DeliveryStanding, EntryRecord, Measure, MeasureFilter, Subscription } from '../port.ts';
import { inChunks } from './chunk.ts';
import type { ConfigurationReader } from './configuration.ts';
import { entrySeenIn, escapeLike, isSeenIn } from './place.ts';
import { fromEntryRow, fromMeasureRow } from './rows.ts';
import type { Row, Tables } from './schema.ts';
import { readStandings } from './standings.ts';

type Db = Kysely<Tables>;

/** The measures of these ids, whole, in the order of the ids. */
export async function readMeasures(db: Db, ids: readonly string[]): Promise<Measure[]> {
  const rows: Row<'measure'>[] = [];
  const keys: Row<'measure_key'>[] = [];
  const links: Row<'measure_article'>[] = [];
  for (const some of inChunks([...new Set(ids)])) {
    rows.push(...(await db.selectFrom('measure').selectAll().where('id', 'in', some).execute()));
    keys.push(
      ...(await db
        .selectFrom('measure_key')
        .selectAll()
        .where('measure_id', 'in', some)
        .orderBy('key')
        .execute()),
    );
    links.push(
      ...(await db
        .selectFrom('measure_article')
        .selectAll()
        .where('measure_id', 'in', some)
        .orderBy('measure_id')
        .orderBy('position')
        .execute()),
    );
  }
  const keysOf = Map.groupBy(keys, (row) => row.measure_id);
  const linksOf = Map.groupBy(links, (row) => row.measure_id);
  const measures = new Map(
    rows.map((row) => [
      row.id,
      fromMeasureRow(
        row,
        (keysOf.get(row.id) ?? []).map(({ key }) => key),
        linksOf.get(row.id) ?? [],
      ),
    ]),
  );
  return ids.flatMap((id) => measures.get(id) ?? []);
}

export async function readMeasure(db: Db, id: string): Promise<Measure | null> {
  return (await readMeasures(db, [id]))[0] ?? null;
}

export async function latestMeasures(
  db: Db,
  {
    articles = [],
    kinds = [],
    issuer,
    family,
    relevance = ['relevant'],
    guildId = null,
    limit,
    offset = 0,
  }: MeasureFilter,
): Promise<{ readonly measures: readonly Measure[]; readonly total: number }> {
  const wanted = db
    .selectFrom('measure')
    .where('relevance', 'in', relevance)
    .where((eb) =>
      guildId === null
        ? eb('guild_id', 'is', null)
        : eb.or([eb('guild_id', 'is', null), eb('guild_id', '=', guildId)]),
    )
    .$if(kinds.length > 0, (query) => query.where('kind', 'in', kinds))
    .$if(issuer !== undefined, (query) =>
      query.where(sql<boolean>`issuer like ${`%${escapeLike(issuer ?? '')}%`} escape '!'`),
    )
    .$if(family !== undefined, (query) => query.where('family', '=', family ?? ''))
    .$if(articles.length > 0, (query) =>
      query.where(
        'id',
        'in',
        db.selectFrom('measure_article').select('measure_id').where('number', 'in', articles),
      ),
    );
  const { total } = await wanted
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const page = await wanted
    .select('id')
    .orderBy('day', 'desc')
    .orderBy('first_seen_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    measures: await readMeasures(
      db,
      page.map((row) => row.id),
    ),
    total: Number(total),
  };
}

export async function measuresWithDays(
  db: Db,
  readConfiguration: ConfigurationReader,
  from: string,
  to: string,
): Promise<readonly { readonly measure: Measure; readonly told: readonly Subscription[] }[]> {
  const rows = await db
    .selectFrom('measure')
    .select('id')
    .where((eb) => eb.or([eb.between('effective_on', from, to), eb.between('consultation_until', from, to)]))
    .orderBy('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  const told = await readTold(db, ids);
  const subscriptions = (await readConfiguration(db)).subscriptions();
  return (await readMeasures(db, ids)).map((measure) => {
    const asked = told.get(measure.id);
    return { measure, told: asked ? subscriptions.filter(({ id }) => asked.has(id)) : [] };
  });
}

/** By measure, the subscriptions by which somebody was sent the news of it. */
async function readTold(
  db: Db,
  measureIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const told = new Map<string, Set<string>>();
  for (const some of inChunks(measureIds)) {
    const rows = await db
      .selectFrom('alert')
      .innerJoin('delivery', 'delivery.alert_id', 'alert.id')
      .innerJoin('delivery_subscription', 'delivery_subscription.delivery_id', 'delivery.id')
      .select(['alert.measure_id', 'delivery_subscription.subscription_id'])
      .where('alert.measure_id', 'in', some)
      .where('alert.kind', '=', 'news')
      .where('delivery.revision', '=', 0)
      .where('delivery.sent_at', 'is not', null)
      .execute();
    for (const { measure_id, subscription_id } of rows) {
      const known = told.get(measure_id ?? '') ?? new Set();
      told.set(measure_id ?? '', known.add(subscription_id));
    }
  }
  return told;
}

export async function otherEntries(
  db: Db,
  limit: number,
  guildId: string | null,
  after: Pick<EntryRecord, 'seenAt' | 'entry'> | undefined,
): Promise<readonly EntryRecord[]> {
  const rows = await db
    .selectFrom('entry')
    .$if(after !== undefined, (query) =>
      query
        // An index finds where to go on from.
        .where('seen_at', '<=', after?.seenAt ?? '')
        .where(({ eb, or }) =>
          or([eb('seen_at', '<', after?.seenAt ?? ''), eb('id', '>', after?.entry.id ?? '')]),
        ),
    )
    .selectAll()
    .where('measure_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('entry as later')
            .select('later.id')
            .whereRef('later.id', '=', 'entry.id')
            .whereRef('later.revision', '>', 'entry.revision'),
        ),
      ),
    )
    .where(entrySeenIn(guildId))
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(fromEntryRow);
}

export async function why(
  db: Db,
  urlOrId: string,
  guildId?: string | null,
): Promise<
  readonly {
    readonly record: EntryRecord;
    readonly measure: Measure | null;
    readonly deliveries: readonly DeliveryStanding[];
  }[]
> {
  const found = await db
    .selectFrom('entry')
    .selectAll()
    .where((eb) => eb.or([eb('id', '=', urlOrId), eb('url', '=', urlOrId)]))
    .orderBy('seen_at', 'desc')
    .orderBy('revision', 'desc')
    .orderBy('id')
    .execute();
  const rows = guildId === undefined ? found : found.filter((row) => isSeenIn(row.feed_id, guildId));
  const measureIds = [...new Set(rows.flatMap((row) => row.measure_id ?? []))];
  const measures = new Map((await readMeasures(db, measureIds)).map((measure) => [measure.id, measure]));
  const standings = await readStandings(db, measureIds);
  return rows.map((row) => ({
    record: fromEntryRow(row),
    measure: (row.measure_id && measures.get(row.measure_id)) || null,
    deliveries: (row.measure_id && standings.get(row.measure_id)) || [],
  }));
}

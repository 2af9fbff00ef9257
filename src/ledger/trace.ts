import type { FeedState, Measure, Store } from '../store/port.ts';
import { type PageStanding, pageStanding } from '../watch/detail/pageStanding.ts';

type Read = Awaited<ReturnType<Store['why']>>[number];

/** One reading of an entry, and what further came of it. */
export interface Trace extends Read {
  /** Of the current reading of an entry; null of those before. */
  readonly page: PageStanding | null;
  /** Other documents of the same policy, oldest first. */
  readonly family: readonly Pick<Measure, 'id' | 'title' | 'url' | 'date' | 'kind'>[];
}

/** Documents of one policy that are named at most. */
const FAMILY = 8;

/**
 * The readings of an entry (`Store.why`, newest first) with what the store further knows of each. `guildId`: whose own
 * documents count beside everybody's; not given: of the server that the measure is of.
 */
export async function traceWay(
  store: Pick<Store, 'feedStates' | 'latestMeasures'>,
  way: readonly Read[],
  guildId?: string | null,
): Promise<readonly Trace[]> {
  const states = new Map(
    (await store.feedStates()).map((state): [string, FeedState] => [state.feedId, state]),
  );
  const current = new Map<string, Read>();
  for (const read of way) if (!current.has(read.record.entry.id)) current.set(read.record.entry.id, read);
  return Promise.all(
    way.map(async (read) => ({
      ...read,
      page:
        current.get(read.record.entry.id) === read
          ? pageStanding(read.record, states.get(read.record.feedId))
          : null,
      family: await familyOf(
        store,
        read.measure,
        guildId === undefined ? (read.measure?.guildId ?? null) : guildId,
      ),
    })),
  );
}

async function familyOf(
  store: Pick<Store, 'latestMeasures'>,
  measure: Measure | null,
  guildId: string | null,
): Promise<Trace['family']> {
  if (measure === null || measure.family === null) return [];
  const { measures } = await store.latestMeasures({
    family: measure.family,
    relevance: ['relevant', 'doubtful', 'watched'],
    guildId,
    limit: FAMILY + 1,
  });
  return measures
    .filter(({ id }) => id !== measure.id)
    .map(({ id, title, url, date, kind }) => ({ id, title, url, date, kind }))
    .reverse();
}

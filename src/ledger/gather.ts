import type { Measure, MeasureFilter, Store } from '../store/port.ts';
import { type Seen, see } from './see.ts';
import type { Guild } from './types.ts';

/** A measure as a server sees it: `links` are those that stand there. Its text stays in the store: a whole ledger of them fills memory. */
export interface SeenMeasure extends Omit<Measure, 'text' | 'keys'> {
  readonly seen: Seen;
}

/** Read in one go; others have their turn in between. */
const PAGE = 500;

/** A measure as `guild` sees it. */
export function seenBy({ text: _text, keys: _keys, ...measure }: Measure, seen: Seen): SeenMeasure {
  return { ...measure, links: seen.links, doubtful: seen.doubtful, seen };
}

export interface Asked extends Pick<MeasureFilter, 'kinds'> {
  /** Carrying out one of these, as the server sees it; empty or not given: any. */
  readonly articles?: readonly number[];
  /** Only those of which this is true; `seen`: how the server sees it. */
  readonly where?: (measure: Measure, seen: Seen) => boolean;
  /** Also what carries nothing out, unless a moderator withdrew it: what a topic's words may be in. */
  readonly watched?: boolean;
}

/**
 * The ledger as a server sees it: what carries out the ordinance there, by its own thresholds and decisions, newest first, each once.
 */
export async function gather(
  store: Pick<Store, 'latestMeasures'>,
  guild: Guild,
  { articles = [], kinds, where = () => true, watched = false }: Asked = {},
): Promise<readonly SeenMeasure[]> {
  const asked = new Set(articles);
  const decided = watched || guild.decisions.some((decision) => decision.articles.length > 0);
  const filter = {
    ...(kinds ? { kinds } : {}),
    // Where a decision may have given one of these articles to a measure, the store cannot tell which.
    ...(asked.size > 0 && !teaches(guild, asked) ? { articles } : {}),
    guildId: guild.id === '' ? null : guild.id,
    relevance: ['relevant', 'doubtful', ...(decided ? (['watched'] as const) : [])] as const,
  };
  const found = new Map<string, SeenMeasure>();
  for await (const measure of measuresIn(store, filter)) {
    const seen = see(measure, guild);
    if (seen.standing !== 'told' && !(watched && seen.decision === null)) continue;
    if (asked.size > 0 && !seen.links.some(({ number }) => asked.has(number))) continue;
    if (where(measure, seen)) found.set(measure.id, seenBy(measure, seen));
  }
  return [...found.values()];
}

/** Whether moderators' decisions gave one of these articles to any measure, or taught it for any words. */
const teaches = ({ decisions }: Guild, asked: ReadonlySet<number>): boolean =>
  decisions.some(
    ({ articles, examples }) =>
      articles.some((number) => asked.has(number)) || examples.some(({ article }) => asked.has(article)),
  );

/** All measures that a filter lets through, newest first. One that comes in meanwhile may make another come twice. */
export async function* measuresIn(
  store: Pick<Store, 'latestMeasures'>,
  filter: Omit<MeasureFilter, 'limit' | 'offset'>,
): AsyncGenerator<Measure, void, void> {
  for (let offset = 0; ; offset += PAGE) {
    const { measures, total } = await store.latestMeasures({ ...filter, limit: PAGE, offset });
    yield* measures;
    if (offset + PAGE >= total || measures.length === 0) return;
    await new Promise(setImmediate);
  }
}

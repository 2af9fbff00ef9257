import type { Measure, MeasureFilter, Store } from '../store/port.ts';
import { type Seen, see } from './see.ts';
import type { Guild } from './types.ts';

/** A measure as a server sees it: `links` are those that stand there. */
export interface SeenMeasure extends Measure {
  readonly seen: Seen;
}

/** Read in one go; others have their turn in between. */
const PAGE = 500;

/** A measure as `guild` sees it. */
export function seenBy(measure: Measure, guild: Guild): SeenMeasure {
  const seen = see(measure, guild);
  return { ...measure, links: seen.links, doubtful: seen.doubtful, seen };
}

/**
 * The ledger as a server sees it: what carries out the ordinance there, by its own thresholds and decisions, newest first. `ask`
 * narrows what is read; articles are asked of what is seen, for a decision may have given or taken them.
 */
export async function gather(
  store: Pick<Store, 'latestMeasures'>,
  guild: Guild,
  { articles = [], kinds, issuer }: Pick<MeasureFilter, 'articles' | 'kinds' | 'issuer'> = {},
): Promise<readonly SeenMeasure[]> {
  const asked = new Set(articles);
  const decided = guild.decisions.some((decision) => decision.articles.length > 0);
  const filter = {
    ...(kinds ? { kinds } : {}),
    ...(issuer ? { issuer } : {}),
    guildId: guild.id === '' ? null : guild.id,
    relevance: ['relevant', 'doubtful', ...(decided ? (['watched'] as const) : [])] as const,
  };
  const found: SeenMeasure[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { measures, total } = await store.latestMeasures({ ...filter, limit: PAGE, offset });
    for (const measure of measures) {
      const seen = seenBy(measure, guild);
      if (seen.seen.standing !== 'told') continue;
      if (asked.size === 0 || seen.links.some(({ number }) => asked.has(number))) found.push(seen);
    }
    if (offset + PAGE >= total || measures.length === 0) return found;
    await new Promise(setImmediate);
  }
}

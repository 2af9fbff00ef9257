import type { FeedState, Known } from '../store/port.ts';
import { type Row, reachesBack, shownIn } from './shown.ts';
import type { Visit } from './types.ts';

/** What a visit's list shows beside what this source showed before, whatever others showed. */
export interface Arrivals {
  /** How many of its entries this source shows for the first time. */
  readonly fresh: number;
  /** Whether some may have come and gone unseen since it was last read. */
  readonly isTorn: boolean;
  /** Whether what an earlier visit could not reach has been reached. */
  readonly isFilled: boolean;
}

/** By the records of its entries and the state of its source. */
export function arrivalsOf(
  { entries }: Pick<Visit, 'entries'>,
  { feedId, firstReadAt, health }: FeedState,
  records: Known['entries'],
): Arrivals {
  if (firstReadAt === null) return { fresh: entries.length, isTorn: false, isFilled: false };
  const shown = health?.shown;
  const ground = health?.gap?.ground;
  const isRemembered = shown === undefined ? null : shownIn(shown + (ground ?? ''));
  // Of a source last read by a version that remembered no rows, what anybody showed counts as known, once.
  const isKnown = (row: Row): boolean =>
    isRemembered === null ? records.has(row.id) : isRemembered(row) || records.get(row.id)?.feedId === feedId;
  const hadRows = shown === undefined ? (health?.entries ?? 0) > 0 : shown !== '';
  const joins = shown === undefined ? entries.some(isKnown) : reachesBack(entries, shown);
  return {
    fresh: entries.filter((entry) => !isKnown(entry)).length,
    isTorn: entries.length > 0 && hadRows && !joins,
    isFilled: ground !== undefined && reachesBack(entries, ground),
  };
}

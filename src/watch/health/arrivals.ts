import type { FeedState, Known } from '../../store/port.ts';
import { dayOf } from '../detail/days.ts';
import type { Entry, FeedDefinition, Visit } from '../types.ts';
import { hadEntries } from './emptied.ts';
import { type Row, reachesBack, shownIn } from './shown.ts';

const DAY = 86_400_000;
/** Documents come to a list this late after their date as a matter of course. */
const LATE_DAYS = 7;

/** What a visit's list shows beside what this source showed before, whatever others showed. */
export interface Arrivals {
  /** How many of its entries this source shows for the first time. */
  readonly fresh: number;
  /** Whether some may have come and gone unseen since it was last read. */
  readonly isTorn: boolean;
  /** Whether what an earlier visit could not reach has been reached. */
  readonly isFilled: boolean;
  /** Ids of those that were there before the source was first read, though that reading did not show them. */
  readonly wereThere: ReadonlySet<string>;
}

/** By the records of its entries and the state of its source. */
export function arrivalsOf(
  { entries }: Pick<Visit, 'entries'>,
  { feedId, firstReadAt, health }: FeedState,
  records: Known['entries'],
  feed: Pick<FeedDefinition, 'dates'>,
): Arrivals {
  const asFirst: Arrivals = { fresh: entries.length, isTorn: false, isFilled: false, wereThere: new Set() };
  if (firstReadAt === null || entries.length === 0) return asFirst;
  const shown = health?.shown;
  const ground = health?.gap?.ground;
  const isRemembered = shown === undefined ? null : shownIn(shown + (ground ?? ''));
  // Of a source last read by a version that remembered no rows, what anybody showed counts as known, once.
  const isKnown = (row: Row): boolean =>
    isRemembered === null ? records.has(row.id) : isRemembered(row) || records.get(row.id)?.feedId === feedId;
  const known = entries.map(isKnown);
  const joins = shown === undefined ? known.includes(true) : reachesBack(entries, shown);
  const isFilled = ground !== undefined && reachesBack(entries, ground);
  // Tables of laws date a row by its enactment and take it up when they do.
  const since = feed.dates === 'enacted' ? null : dayOf(firstReadAt);
  const reaches = ground === undefined ? joins : isFilled;
  const there =
    since === null
      ? []
      : shown === ''
        ? ofOldList(entries, since)
        : reaches
          ? slidIn(entries, known, since)
          : [];
  return {
    fresh: known.filter((one) => !one).length,
    isTorn: hadEntries(health) && !joins,
    isFilled,
    wereThere: new Set(there.map(({ id }) => id)),
  };
}

const isBefore = ({ date }: Entry, day: string): boolean => date !== null && (dayOf(date) ?? '') < day;

/**
 * Of the first entries of a source that showed none so far, those from before its first reading (`since`), if it is an old list that
 * was empty by mistake: it then shows several, and older ones than come late. The first entry of one that was empty rightly is news.
 */
function ofOldList(entries: readonly Entry[], since: string): readonly Entry[] {
  const late = new Date(Date.parse(since) - LATE_DAYS * DAY).toISOString().slice(0, 10);
  const older = entries.filter((entry) => isBefore(entry, since));
  return older.length > 1 && older.some((entry) => isBefore(entry, late)) ? older : [];
}

/**
 * Entries from before a source's first reading (`since`) that stand below all that it showed before, and are no younger: the page was
 * longer all along, or one that was taken down let them slide in. What is put above what was there is new to the list, whatever its
 * date: portals repost days late, and date by the day a document was signed.
 */
function slidIn(entries: readonly Entry[], known: readonly boolean[], since: string): readonly Entry[] {
  const last = known.lastIndexOf(true);
  const above = dayOf(entries[last]?.date ?? null);
  if (above === null) return [];
  return entries
    .slice(last + 1)
    .filter((entry) => isBefore(entry, since) && (dayOf(entry.date) ?? '') <= above);
}

import type { EntryRecord, FeedState, Instant } from '../../store/port.ts';

/** How it stands with an entry's own page. */
export interface PageStanding {
  /**
   * `none`: it was not asked for, the list says enough. `waiting`: it has its turn at `nextAt`. `failed`: it could not be read, and is
   * asked for again at `nextAt`, or no more. `unsure`: it showed another text once, and is looked at again before that is believed.
   */
  readonly state: 'none' | 'read' | 'waiting' | 'failed' | 'unsure';
  /** When it is looked at (again); null: no more. */
  readonly nextAt: Instant | null;
  /** Visits in a row that failed. */
  readonly failures: number;
}

/** By the current record of an entry, and what its source's state says of the pages to look at. */
export function pageStanding(
  { entry }: Pick<EntryRecord, 'entry'>,
  feed: Pick<FeedState, 'health'> | undefined,
): PageStanding {
  const check = feed?.health?.pages?.find(({ id }) => id === entry.id);
  const failures = check?.failures ?? 0;
  const nextAt = check?.dueAt ?? null;
  const isRead = typeof entry.page?.textHash === 'string';
  if (isRead) return { state: check?.seen === undefined ? 'read' : 'unsure', nextAt, failures };
  if (check !== undefined) return { state: failures > 0 ? 'failed' : 'waiting', nextAt, failures };
  return { state: entry.page === undefined ? 'none' : 'failed', nextAt, failures };
}

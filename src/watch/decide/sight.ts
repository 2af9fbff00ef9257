import type { LinkResult } from '../../link/types.ts';
import type { EntryRecord, FeedState, Known, Measure } from '../../store/port.ts';
import { type Arrivals, arrivalsOf } from '../health/arrivals.ts';
import { decidedBy } from '../health/moved.ts';
import type { Entry, FeedDefinition, Visit } from '../types.ts';
import { entriesOf } from './lookup.ts';

/** What is decided on. */
export interface Deciding {
  readonly feed: FeedDefinition;
  readonly visit: Visit;
  readonly now: Date;
  /** 0…1, spreads visits over time. */
  readonly jitter: number;
  /** Pure; asked for new and changed entries alone. */
  readonly link: (entry: Entry) => LinkResult;
}

/** A visit beside what is known, as all parts of a decision see it. */
export interface Sight extends Pick<Deciding, 'feed' | 'link' | 'now'> {
  readonly known: Known;
  /** Its source's state by which it is decided. */
  readonly state: FeedState;
  /** Whether its source is read for the first time: all that it shows is learned. */
  readonly isFirst: boolean;
  readonly arrivals: Arrivals;
  /** All that it says something of, each once. */
  readonly entries: readonly Entry[];
  readonly before: (entry: Pick<Entry, 'id'>) => EntryRecord | undefined;
  /** Whether an entry was there before its source was first read, though that reading did not show it. */
  readonly wasThere: (entry: Pick<Entry, 'id'>) => boolean;
  readonly measureOf: (id: string) => Measure | undefined;
}

export function lookAt(known: Known, { feed, visit, link, now }: Deciding): Sight {
  const state = decidedBy(feed, known.feed, visit);
  const arrivals = arrivalsOf(visit, state, known.entries, feed);
  const byId = new Map(known.measures.values().map((measure) => [measure.id, measure]));
  return {
    ...{ known, feed, link, now, state, arrivals },
    isFirst: state.firstReadAt === null,
    entries: entriesOf(visit),
    before: ({ id }) => known.entries.get(id),
    wasThere: ({ id }) => arrivals.wereThere.has(id),
    measureOf: (id) => byId.get(id),
  };
}

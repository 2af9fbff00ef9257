import type { FeedState, Instant } from '../../store/port.ts';
import type { PageCheck } from '../detail/recheck.ts';
import type { Visit } from '../types.ts';
import type { Arrivals } from './arrivals.ts';
import { hadEntries } from './emptied.ts';
import { printShown } from './shown.ts';

/** Entries that may be missing, since an older page of the list could not be reached; it is tried again at each visit. */
export interface Gap {
  /** Marks of the rows that the list showed before: where they are met nothing is missing any more. */
  readonly ground: string;
  /** `Health.completeFrom` as it was before, and is again once nothing is missing. */
  readonly completeFrom: Instant | null;
  /** Visits that could not reach it. */
  readonly tries: number;
}

/** What a source's past visits say of it, beyond its last one; kept with its state. */
export interface Health {
  /** Entries on its page when it was last read. */
  readonly entries: number;
  /** When it brought something new: the latest of such instants, oldest first. */
  readonly arrivals: readonly Instant[];
  /** The first failure in a row. */
  readonly failingSince: Instant | null;
  /** Nothing that was published since then is missing: moved on when a visit did not reach back to what the last one showed. */
  readonly completeFrom: Instant | null;
  /** What people were told of it and was not yet taken back. */
  readonly told: 'failing' | 'quiet' | null;
  /** When people were last told that it is quiet. */
  readonly quietToldAt?: Instant;
  /** Marks of the rows that its list showed when there were any last; written by versions that remember them. */
  readonly shown?: string;
  readonly gap?: Gap;
  /** Its list was empty when it was last read, though it had entries before. */
  readonly isEmptied?: true;
  /** Hash of the address that it was read from (`moved.ts`). */
  readonly address?: string;
  /** When it was read from a new address for the first time, which showed another list. */
  readonly movedAt?: Instant;
  /** Pages of its entries that are to be looked at (again). */
  readonly pages?: readonly PageCheck[];
}

/** What is told of a source, once each. */
export type HealthNews =
  | {
      readonly kind: 'failing';
      readonly cause: string;
      readonly failures: number;
      readonly since: Instant;
    }
  | { readonly kind: 'quiet'; readonly since: Instant; readonly rhythmDays: number }
  /** `entries`: what was caught up. */
  | { readonly kind: 'recovered'; readonly from: 'failing' | 'quiet'; readonly entries: number };

/** How a source stands, for people and monitors. */
export interface Standing {
  readonly feedId: string;
  readonly status: 'unread' | 'ok' | 'failing' | 'quiet';
  /** Why it fails; null while it does not. */
  readonly cause: string | null;
  readonly failures: number;
  /** Since when it fails or is quiet. */
  readonly since: Instant | null;
  readonly lastSuccessAt: Instant | null;
  readonly entries: number;
  /** Days between two visits that brought something new, by the median; null until enough is known. */
  readonly rhythmDays: number | null;
  readonly completeFrom: Instant | null;
  readonly completeTo: Instant | null;
  /** Older pages could not be reached, and are tried again. */
  readonly isBehind?: true;
  /** When its address had changed: complete from then on. */
  readonly movedAt?: Instant;
}

const DAY = 86_400_000;
const ARRIVALS_KEPT = 20;
/** Fewer gaps show no rhythm. */
const LEAST_GAPS = 4;
/** Several arrivals a day are one rhythm: daily. */
const SHORTEST_RHYTHM_DAYS = 1;
/** A source is quiet after so many of its rhythms without anything new, and never before the longest holidays are over. */
const QUIET_RHYTHMS = 3;
const QUIET_LEAST_DAYS = 10;
/** Where a source that is quiet failed and came back, that it is quiet still is told, once a day. */
const QUIET_CALM_DAYS = 1;
const FAILURES_TOLD = 3;
/** Visits for which older pages that cannot be reached are tried again: a day at the usual pace. */
const GAP_TRIES = 50;

/** Of a source that was never read. */
export const NEVER_READ: Health = {
  entries: 0,
  arrivals: [],
  failingSince: null,
  completeFrom: null,
  told: null,
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Marks of the rows that a visit is to reach back to; undefined where they are not remembered. */
export const groundOf = (health: Health | undefined): string | undefined =>
  health?.gap?.ground ?? health?.shown;

/** The median gap between arrivals in days; null for too few of them. */
export function rhythmOf(arrivals: readonly Instant[]): number | null {
  const times = arrivals.map((arrival) => Date.parse(arrival));
  const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / DAY);
  return gaps.length < LEAST_GAPS ? null : Math.max(SHORTEST_RHYTHM_DAYS, median(gaps));
}

/** Whether nothing new has come for longer than the source's own rhythm makes likely. */
function isQuiet({ arrivals }: Health, now: Date): boolean {
  const [rhythm, last] = [rhythmOf(arrivals), arrivals.at(-1)];
  if (rhythm === null || last === undefined) return false;
  return now.getTime() - Date.parse(last) > Math.max(QUIET_LEAST_DAYS, QUIET_RHYTHMS * rhythm) * DAY;
}

/** Whether people were told not long ago that it is quiet. */
const isCalm = ({ quietToldAt }: Health, now: Date): boolean =>
  quietToldAt !== undefined && now.getTime() - Date.parse(quietToldAt) < QUIET_CALM_DAYS * DAY;

/** At first sight the days on the page stand for the visits that were not made. */
function publicationDays(entries: Visit['entries'], now: Date): Instant[] {
  const dates = new Set(entries.flatMap(({ date }) => date ?? []));
  const days = new Set([...dates].map((date) => Math.floor(Date.parse(date) / DAY) * DAY));
  const past = [...days].filter((day) => day <= now.getTime()).sort((a, b) => a - b);
  return past.map((day) => new Date(day).toISOString());
}

export interface Assessing {
  readonly before: FeedState;
  readonly visit: Pick<Visit, 'status' | 'cause' | 'entries' | 'isCutShort'>;
  readonly arrivals: Arrivals;
  readonly now: Date;
}

/** A source's health after a visit, and what is to be told of it: of a trouble once, and once that it is over. */
export function assess({ before, visit, arrivals, now }: Assessing): {
  readonly health: Health;
  readonly news: HealthNews | null;
} {
  const known = before.health ?? NEVER_READ;
  const at = now.toISOString();
  if (visit.status === 'failed' || visit.status === 'refused') {
    const failures = before.consecutiveFailures + 1;
    const since = known.failingSince ?? at;
    const isNews = failures >= FAILURES_TOLD && known.told !== 'failing';
    return {
      health: { ...known, failingSince: since, told: isNews ? 'failing' : known.told },
      news: isNews ? { kind: 'failing', cause: visit.cause ?? visit.status, failures, since } : null,
    };
  }
  const read = visit.status === 'ok' ? afterReading(known, before, visit, arrivals, now) : known;
  const quiet = isQuiet(read, now);
  const health: Health = { ...read, failingSince: null };
  if (known.told === 'failing' || (known.told === 'quiet' && !quiet))
    return {
      // What is quiet besides is told at the next visit: one thing at a time.
      health: { ...health, told: null },
      news: { kind: 'recovered', from: known.told, entries: arrivals.fresh },
    };
  const last = read.arrivals.at(-1);
  if (!quiet || known.told === 'quiet' || last === undefined || isCalm(known, now))
    return { health: { ...health, told: quiet ? known.told : null }, news: null };
  return {
    health: { ...health, told: 'quiet', quietToldAt: at },
    news: { kind: 'quiet', since: last, rhythmDays: rhythmOf(read.arrivals) ?? 0 },
  };
}

function afterReading(
  { gap, isEmptied, ...known }: Health,
  before: FeedState,
  { entries, isCutShort }: Assessing['visit'],
  { fresh, isTorn, isFilled }: Arrivals,
  now: Date,
): Health {
  const at = now.toISOString();
  const isFirst = before.firstReadAt === null;
  const arrived = isFirst ? publicationDays(entries, now) : fresh > 0 ? [at] : [];
  const completeFrom = known.completeFrom ?? before.firstReadAt;
  const ground = gap ?? (known.shown === undefined ? null : { ground: known.shown, completeFrom, tries: 0 });
  const isTried = isCutShort === true && ground !== null && ground.tries < GAP_TRIES;
  return {
    ...known,
    entries: entries.length,
    arrivals: [...known.arrivals, ...arrived].slice(-ARRIVALS_KEPT),
    completeFrom: gap && isFilled ? gap.completeFrom : isFirst || isTorn ? at : completeFrom,
    ...shownAfter(known, entries),
    ...(entries.length === 0 && (isEmptied || hadEntries(known)) ? { isEmptied: true } : {}),
    ...(isTried ? { gap: { ...ground, tries: ground.tries + 1 } } : {}),
  };
}

/** A list that is empty goes on being known by the rows that it had. */
function shownAfter(known: Health, entries: Visit['entries']): Pick<Health, 'shown'> {
  if (entries.length > 0) return { shown: printShown(entries) };
  return known.shown === undefined && known.entries === 0 ? { shown: '' } : {};
}

/** Of a source that was just added. */
export const unread = (feedId: string): Standing => ({
  ...{ feedId, status: 'unread', cause: null, failures: 0, since: null, lastSuccessAt: null },
  ...{ entries: 0, rhythmDays: null, completeFrom: null, completeTo: null },
});

export function standingOf(state: FeedState, now: Date): Standing {
  const health = state.health ?? NEVER_READ;
  const failing = state.consecutiveFailures > 0;
  const quiet = !failing && isQuiet(health, now);
  return {
    feedId: state.feedId,
    status: failing ? 'failing' : state.firstReadAt === null ? 'unread' : quiet ? 'quiet' : 'ok',
    cause: state.lastCause,
    failures: state.consecutiveFailures,
    since: failing ? health.failingSince : quiet ? (health.arrivals.at(-1) ?? null) : null,
    lastSuccessAt: state.lastSuccessAt,
    entries: health.entries,
    rhythmDays: rhythmOf(health.arrivals),
    completeFrom: health.completeFrom,
    completeTo: health.completeFrom === null ? null : state.lastSuccessAt,
    ...(health.gap === undefined ? {} : { isBehind: true }),
    ...(health.movedAt === undefined ? {} : { movedAt: health.movedAt }),
  };
}

import type { EntryRecord, Instant } from '../../store/port.ts';
import { plainName } from '../namespace.ts';

/** When an entry's own page is to be looked at (again); kept with its source's state. */
export interface PageCheck {
  /** Of the entry. */
  readonly id: string;
  readonly dueAt: Instant;
  /** Visits in a row that failed. */
  readonly failures: number;
  /** From then on it is not looked at any more. */
  readonly until: Instant;
  /** Hash of another text than the one that is known, as it was at the last look: seen again, it is a revision. */
  readonly seen?: string;
}

/** How it went with an entry's page at a visit; `waiting`: it had no turn; `unsure`: it showed another text for the first time. */
export interface Look {
  readonly id: string;
  readonly result: 'read' | 'failed' | 'waiting' | 'unsure';
  /** Of what an unsure one showed. */
  readonly hash?: string;
  /** Of a failed one: seconds for which the server asked us to stay away. */
  readonly retryAfter?: number;
  /** `YYYY-MM-DD`: the last day on which its consultation may be answered. */
  readonly answersUntil?: string;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A document's page is looked at for so long: after that it hardly changes. */
const FOLLOWED_DAYS = 30;
const FIRST_RETRY_MINUTES = 30;
/** Checks kept for one source, the youngest: more documents in thirty days than any source has. */
const MOST_CHECKS = 300;

const instant = (time: number): Instant => new Date(time).toISOString();

/** The next try after so many failures in a row: twice as late each time, up to a day. */
const retryAt = (now: number, failures: number): number =>
  now + Math.min(FIRST_RETRY_MINUTES * MINUTE * 2 ** Math.min(failures - 1, 10), DAY);

type Settled = Pick<EntryRecord, 'verdict' | 'measureId'>;

/** Null: there is no reason to look again. */
function afterLook(
  { id, result, answersUntil, hash, retryAfter = 0 }: Look,
  check: PageCheck | undefined,
  settled: Settled | undefined,
  now: number,
): PageCheck | null {
  const answered = answersUntil === undefined ? 0 : Date.parse(answersUntil) + 2 * DAY;
  const until = Math.max(check ? Date.parse(check.until) : now + FOLLOWED_DAYS * DAY, answered);
  const failures =
    result === 'failed' ? (check?.failures ?? 0) + 1 : result === 'waiting' ? (check?.failures ?? 0) : 0;
  const next = (time: number): PageCheck | null =>
    time < until ? { id, dueAt: instant(time), failures, until: instant(until) } : null;
  if (result === 'failed')
    return next(Math.max(retryAt(now, failures), now + Math.min(retryAfter * 1000, DAY)));
  if (result === 'waiting') return check ?? next(now);
  if (result === 'unsure') {
    const again = next(now + FIRST_RETRY_MINUTES * MINUTE);
    return again && hash !== undefined ? { ...again, seen: hash } : again;
  }
  // What was there before us, or is no document of ours, is read once.
  const isFollowed = settled !== undefined && settled.measureId !== null && settled.verdict !== 'learned';
  return isFollowed ? next(now + DAY) : null;
}

export interface Rechecking {
  readonly before: readonly PageCheck[];
  readonly looks: readonly Look[];
  /** What the first reading learned. */
  readonly learned: readonly EntryRecord[];
  /** How an entry is settled now. */
  readonly settledOf: (id: string) => Settled | undefined;
  readonly now: Date;
}

/**
 * What pages of a source are to be looked at after a visit: one that failed again and again, later each time; one of a told document
 * every day for thirty days, and as long as its consultation runs; one of a document learned at the first reading once, from the
 * next day on.
 */
export function nextChecks({ before, looks, learned, settledOf, now }: Rechecking): readonly PageCheck[] {
  const time = now.getTime();
  const at = instant(time);
  const followed = before.filter(({ until }) => until > at);
  // As at most visits.
  if (looks.length === 0 && learned.length === 0) return followed;
  const checks = new Map(followed.map((check) => [check.id, check]));
  for (const look of looks) {
    const next = afterLook(look, checks.get(look.id), settledOf(look.id), time);
    if (next === null) checks.delete(look.id);
    else checks.set(look.id, next);
  }
  const once = { dueAt: instant(time + DAY), failures: 0, until: instant(time + FOLLOWED_DAYS * DAY) };
  for (const { entry, measureId } of learned)
    if (measureId !== null && hasPage(entry.id)) checks.set(entry.id, { id: entry.id, ...once });
  return [...checks.values()].slice(-MOST_CHECKS);
}

/** Whether an entry has an address of its own. */
export const hasPage = (id: string): boolean => /^https?:/.test(plainName(id));

export function dueChecks(checks: readonly PageCheck[], now: Date): readonly PageCheck[] {
  const at = now.toISOString();
  return checks.filter(({ dueAt, until }) => dueAt <= at && at < until);
}

/** Pages of entries asked for in one tick, of one host and of all: what is left over has its turn in the next. */
const MOST_OF_HOST = 30;
const MOST_IN_TICK = 200;

/** Counts the pages of a tick: whether one more of a host may be asked for. A host that needs no sparing (null) counts for the whole alone. */
export function pageBudget() {
  const spent = new Map<string, number>();
  let all = 0;
  return Object.assign(
    (host: string | null): boolean => {
      const ofHost = host === null ? 0 : (spent.get(host) ?? 0);
      if (all >= MOST_IN_TICK || ofHost >= MOST_OF_HOST) return false;
      all += 1;
      if (host !== null) spent.set(host, ofHost + 1);
      return true;
    },
    {
      /** A new tick begins. */
      renew: (): void => {
        all = 0;
        spent.clear();
      },
    },
  );
}

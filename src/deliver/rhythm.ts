/// <reference lib="esnext.temporal" />
/**
 * When a subscription's alerts may be sent. The days off are the State Council's, with the weekends that make up for them; of a year
 * it has not settled yet Monday to Friday are workdays.
 */
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Guild, QuietHours } from '../ledger/types.ts';
import type { EntryKind } from '../link/types.ts';
import type { Instant, Rhythm, Subscription } from '../store/port.ts';

/** Quiet hours on the clocks of a place. */
export interface Quiet extends QuietHours {
  /** IANA name. */
  readonly timeZone: string;
}

/** A subscription's own quiet hours, else its server's. */
export const quietOf = ({ quietHours, timeZone }: Rhythm, guild: Guild | null): Quiet | null => {
  if (quietHours !== null) return { ...quietHours, timeZone };
  const settings = guild?.settings;
  return settings?.quietHours ? { ...settings.quietHours, timeZone: settings.timeZone } : null;
};

/** Whether the State Council has settled the days off of a day's year: every year has its New Year's Day. */
export const isSettledYear = (day: string): boolean => `${day.slice(0, 4)}-01-01` in calendar.holidays;

/** Whether people work on a day (`YYYY-MM-DD`). */
export function isWorkday(day: string): boolean {
  if (day in calendar.workdays) return true;
  return Temporal.PlainDate.from(day).dayOfWeek <= 5 && !(day in calendar.holidays);
}

type Local = Temporal.ZonedDateTime;

const dayOf = (local: Local): string => local.toPlainDate().toString();

/** That time of the same day, on the same side of a change of the clocks. */
const at = (local: Local, time: string): Local => {
  const { hour, minute } = Temporal.PlainTime.from(time);
  const exact = { hour, minute, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 };
  return local.with(exact, { offset: 'prefer' });
};

/** Quiet hours that end as they begin are none. */
function endOfQuiet(instant: Temporal.Instant, quiet: Quiet): Temporal.Instant | null {
  const local = instant.toZonedDateTimeISO(quiet.timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const { from, to } = quiet;
  const isQuiet = from <= to ? from <= time && time < to : from <= time || time < to;
  if (!isQuiet) return null;
  return at(time < to ? local : local.add({ days: 1 }), to).toInstant();
}

/** The first instant, not before this one, at which something may be sent. */
function allowedFrom(instant: Temporal.Instant, rhythm: Rhythm, quiet: Quiet | null): Temporal.Instant {
  for (let next = instant; ; ) {
    const local = next.toZonedDateTimeISO(rhythm.timeZone);
    const end = quiet === null ? null : endOfQuiet(next, quiet);
    // Over days off people sleep, too: what waited for their end comes at the time of a digest.
    if (rhythm.workdaysOnly && !isWorkday(dayOf(local)))
      next = at(local.add({ days: 1 }), rhythm.at).toInstant();
    else if (end !== null) next = end;
    else return next;
  }
}

/** The next digest: at its time on its day, on the first workday from there where only workdays count. */
function nextDigest(instant: Temporal.Instant, rhythm: Rhythm): Temporal.Instant {
  const isItsDay = ({ dayOfWeek }: Local): boolean => rhythm.mode === 'daily' || dayOfWeek === rhythm.weekday;
  let local = at(instant.toZonedDateTimeISO(rhythm.timeZone), rhythm.at);
  const isOver = Temporal.Instant.compare(local.toInstant(), instant) < 0;
  if (isOver) local = at(local.add({ days: 1 }), rhythm.at);
  while (!isItsDay(local)) local = at(local.add({ days: 1 }), rhythm.at);
  while (rhythm.workdaysOnly && !isWorkday(dayOf(local))) local = at(local.add({ days: 1 }), rhythm.at);
  return local.toInstant();
}

const toInstant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());
const toDate = ({ epochMilliseconds }: Temporal.Instant): Date => new Date(epochMilliseconds);

/**
 * When a document of this kind is told, never in quiet hours: with the next digest, or as soon as may be. Null: what is no document,
 * and waits for no digest.
 */
export function dueAt(
  rhythm: Rhythm,
  quiet: Quiet | null,
  kind: EntryKind | null,
  now: Date,
): { readonly dueAt: Instant; readonly digest: boolean } {
  const digest = rhythm.mode !== 'instant' && kind !== null && !rhythm.atOnce.includes(kind);
  // The common case asks for no calendar.
  if (!digest && quiet === null && !rhythm.workdaysOnly) return { dueAt: now.toISOString(), digest };
  const from = digest ? nextDigest(toInstant(now), rhythm) : toInstant(now);
  return { dueAt: toDate(allowedFrom(from, rhythm, quiet)).toISOString(), digest };
}

/** Until when what is due must wait after all, since quiet hours or days off began meanwhile; null where it may be sent. */
export function holdUntil(
  subscription: Pick<Subscription, 'rhythm'> | null,
  guild: Guild | null,
  now: Date,
): Date | null {
  if (subscription === null) return null;
  const { rhythm } = subscription;
  const quiet = quietOf(rhythm, guild);
  if (quiet === null && !rhythm.workdaysOnly) return null;
  const from = toDate(allowedFrom(toInstant(now), rhythm, quiet));
  return from.getTime() > now.getTime() ? from : null;
}

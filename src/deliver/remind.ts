/**
 * Reminders: the days that measures name draw near. A consultation is reminded of three days before it closes, a measure on the day
 * before it takes effect, from nine in the morning in Beijing on; whoever was told of it and still follows it.
 */
import { hashOf } from '../hash.ts';
import { dayIn } from '../ledger/followUp.ts';
import type { Alert, Delivery, Known, Measure, Store, Subscription } from '../store/port.ts';
import { AHEAD, dayAfter, LONGEST_HOLIDAYS } from './daysAhead.ts';
import { dispatch } from './dispatch.ts';
import { isWorkday } from './rhythm.ts';

type Told = Awaited<ReturnType<Store['measuresWithDays']>>[number];

type Kind = keyof typeof AHEAD;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM_HOUR = 9;

/** The day of each kind that a measure names. What explains or drafts a measure takes no effect. */
const daysOf = ({
  kind,
  consultationUntil,
  effectiveOn,
}: Measure): Readonly<Partial<Record<Kind, string>>> => ({
  ...(consultationUntil === undefined ? {} : { closing: consultationUntil }),
  ...(effectiveOn !== undefined && (kind === 'measure' || kind === 'notice')
    ? { effective: effectiveOn }
    : {}),
});

/** The first day of a subscription's reminder: the last workday by then, where it wants nothing on days off. */
function firstDay(kind: Kind, day: string, { rhythm }: Subscription): string {
  let first = dayAfter(day, -AHEAD[kind]);
  for (let earlier = 0; rhythm.workdaysOnly && earlier < LONGEST_HOLIDAYS && !isWorkday(first); earlier += 1)
    first = dayAfter(first, -1);
  return first;
}

/**
 * The reminders that are due. Asked again they are the same, each made once for a measure and its day. None while the news itself is
 * not a day old, none after the day, and none that could only be sent after it.
 */
export function remindersDue(
  measures: readonly Told[],
  guilds: Known['guilds'],
  now: Date,
): { readonly alerts: readonly Alert[]; readonly deliveries: readonly Delivery[] } {
  const today = dayIn(now.toISOString());
  // A day begins for reminders when they may be sent.
  const begun = dayIn(new Date(now.getTime() - FROM_HOUR * HOUR).toISOString());
  const made = measures.flatMap(({ measure, told }) => {
    if (now.getTime() - Date.parse(measure.firstSeenAt) < DAY) return [];
    return (['closing', 'effective'] as const).flatMap((kind) => {
      const day = daysOf(measure)[kind];
      if (day === undefined || day < today) return [];
      const alert: Alert = {
        id: hashOf(kind, measure.id, day),
        kind,
        measureId: measure.id,
        createdAt: now.toISOString(),
        about: { day },
      };
      const subscriptions = told.filter((subscription) => firstDay(kind, day, subscription) <= begun);
      const deliveries = dispatch(alert, measure, { subscriptions, guilds }, now).filter(
        ({ dueAt }) => dayIn(dueAt) <= day,
      );
      return deliveries.length > 0 ? [{ alert, deliveries }] : [];
    });
  });
  return { alerts: made.map(({ alert }) => alert), deliveries: made.flatMap(({ deliveries }) => deliveries) };
}

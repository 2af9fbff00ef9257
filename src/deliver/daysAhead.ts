import { dayIn } from '../ledger/followUp.ts';

/** So many days before a consultation closes, or a measure takes effect, it is reminded of. */
export const AHEAD = { closing: 3, effective: 1 } as const;

/** Days off in a row, at most, with which a reminder comes earlier for those who want none on them. */
export const LONGEST_HOLIDAYS = 12;

const DAY = 86_400_000;

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The days of which there may be something to remind of: what to ask the store for. */
export function daysAhead(now: Date): readonly [from: string, to: string] {
  const today = dayIn(now.toISOString());
  return [today, dayAfter(today, AHEAD.closing + LONGEST_HOLIDAYS)];
}

import type { Measure } from '../store/port.ts';

/**
 * Whether a measure was made under the ordinance, and did not stand before it: it came out since the ordinance took effect (a day,
 * `YYYY-MM-DD`), or names it. What has no date counts as new.
 */
export const isFollowUp = ({ date, links }: Pick<Measure, 'date' | 'links'>, effective: string): boolean =>
  date === null || dayIn(date) >= effective || links.some(({ link }) => link === 'cites');

const EIGHT_HOURS_MS = 8 * 3_600_000;

/** The day in Beijing of an instant; a bare date stays what it is. */
export function dayIn(date: string): string {
  const time = Date.parse(date);
  if (/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(time)) return date;
  return new Date(time + EIGHT_HOURS_MS).toISOString().slice(0, 10);
}

/** Beijing is eight hours ahead of UTC all the year round, since 1991; times before that are not shown. */
const beijing = 8 * 60 * 60 * 1000;

/** Times are kept in UTC and shown in Beijing's: `2026-11-22T02:18:00Z` → `2026-11-22 10:18`; a bare date stays as it is. */
export const showTime = (instant: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(instant)
    ? instant
    : new Date(Date.parse(instant) + beijing).toISOString().slice(0, 16).replace('T', ' ');

/** The date alone, in Beijing. */
export const showDate = (instant: string): string => showTime(instant).slice(0, 10);

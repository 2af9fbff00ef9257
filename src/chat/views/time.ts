/** Times are kept in UTC and shown in Beijing's. */
const minutes = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2026-11-22T02:18:00Z` → `2026-11-22 10:18`; a bare date stays as it is. */
export const showTime = (instant: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(instant) ? instant : minutes.format(new Date(instant));

/** The date alone, in Beijing. */
export const showDate = (instant: string): string => showTime(instant).slice(0, 10);

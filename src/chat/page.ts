/** No answer has so many pages. */
const beyondAll = 1_000_000;

/** A page's number, from 0, as a press gives it; it may be stale or forged, so it may still lie beyond the last page. */
export const readPage = (text: string): number =>
  Math.min(Math.max(0, Number.parseInt(text, 10) || 0), beyondAll);

/** The last page's number, from 0, of so many things. */
export const lastPage = (total: number, pageSize: number): number =>
  Math.max(0, Math.ceil(total / pageSize) - 1);

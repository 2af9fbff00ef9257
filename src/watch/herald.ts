import type { EntryRecord, FeedState, Known, Measure } from '../store/port.ts';
import { dayOf } from './detail/days.ts';
import type { Entry } from './types.ts';

/** Whether an entry was settled before as more than nothing: it is not news any more. */
export const isSettled = (before: EntryRecord | undefined): before is EntryRecord =>
  before !== undefined && before.verdict !== 'irrelevant';

/** The measure of an entry that another source showed first and nobody was told of. */
export function untoldOf(before: EntryRecord, { measures, alerted }: Known): Measure | undefined {
  if (before.measureId === null || alerted.has(before.measureId)) return undefined;
  return measures.values().find(({ id }) => id === before.measureId);
}

/**
 * Whether an entry that is new to a source is the news of `measure`, of which another source's first reading learned and nobody was
 * told. Its earliest date decides, so that no new date makes an old document news: what was old already when it was first met, or when
 * this source was first read, is none; nor is what has no date at all.
 */
export function heralds(
  entry: Pick<Entry, 'date'>,
  before: EntryRecord | undefined,
  measure: Measure,
  { feedId, firstReadAt }: FeedState,
): boolean {
  if (firstReadAt === null || measure.feedId === feedId) return false;
  if (isSettled(before) && before.feedId === feedId) return false;
  const [day] = [dayOf(entry.date), dayOf(measure.date)].filter((one) => one !== null).sort();
  const firstRead = dayOf(firstReadAt) ?? '';
  if (day === undefined || day < firstRead || day < (dayOf(measure.firstSeenAt) ?? '')) return false;
  // What another source shows under the same address may have stood here at the first reading, unless it is younger than that.
  return !isSettled(before) || measure.firstSeenAt > firstReadAt || day > firstRead;
}

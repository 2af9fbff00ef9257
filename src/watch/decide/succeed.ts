import type { EntryRecord, Measure } from '../../store/port.ts';
import { dayOf } from '../detail/days.ts';
import { issuingNumber } from '../identity/docNumber.ts';
import { readTitle } from '../identity/identify.ts';
import { conflictOf, shareNumber, sightingOfEntry, sightingOfMeasure } from '../identity/same.ts';
import { overlap } from '../identity/similar.ts';
import { guildOfFeed } from '../namespace.ts';
import type { Entry, FeedDefinition } from '../types.ts';
import { openingOf } from './sift.ts';

/** Titles that share less are two documents' titles; one that was mended, or says that it was revised, shares more. */
const SUCCESSOR = 0.6;

/** A title that is shorter says nothing of its document: 通知, 公告. */
const LEAST = 4;

/** Whether two titles are of two documents, as far as they say. */
export const isOther = (title: string, other: string): boolean =>
  overlap(readTitle(title).core, readTitle(other).core, 2) < SUCCESSOR;

/** Whether an entry was learned at its source's first reading, and meant nothing then. */
export const isLearnedNothing = ({ verdict, reason, measureId, feedId }: EntryRecord): boolean =>
  measureId === null &&
  // What a server's own source shows of everybody's has no measure of its own, and is something all the same.
  (reason.code === 'first-sight' || (verdict === 'revision' && guildOfFeed(feedId) === null));

/**
 * Whether another document stands at an entry's address now than the one that it was settled as (`measure`), which is to be judged for
 * itself: by another title with a later date or another number; where it meant nothing, by another title alone. What was taken for a
 * repost by its title is none when its page, read since, has another number or tells of something else. `entry` is as list and page
 * tell it. Both are of one source, since others date and word the same page as they like.
 */
export function isSuccessor(
  entry: Entry,
  feed: Pick<FeedDefinition, 'authority'>,
  before: EntryRecord,
  measure: Measure | undefined,
  now: Date,
): boolean {
  const { title, date, page } = before.entry;
  const isOfOtherTitle = isOther(entry.title, title) && (!measure || isOther(entry.title, measure.title));
  if (measure === undefined)
    return isLearnedNothing(before) && readTitle(title).core.length >= LEAST && isOfOtherTitle;
  if (!isOfOtherTitle && before.verdict !== 'repost') return false;
  const facts = { ...entry, issuer: feed.authority, kind: measure.kind, text: openingOf(entry) };
  const seen = sightingOfEntry({ ...facts, docNumber: issuingNumber(entry) }, now);
  const known = sightingOfMeasure(measure, now);
  if (shareNumber(seen, known)) return false;
  const conflict = conflictOf(seen, known);
  if (before.verdict === 'repost')
    if (conflict === 'number' || (!page?.textHash && (conflict === 'text' || conflict === 'round')))
      return true;
  const isLater = (dayOf(entry.date) ?? '') > (dayOf(date) ?? '9');
  return isOfOtherTitle && (isLater || conflict === 'number');
}

import type { EntryRecord, FeedState, Known, Measure } from '../../store/port.ts';
import { dayOf } from '../detail/days.ts';
import { canonicalUrl } from '../identity/canonicalise.ts';
import { identityOf } from '../identity/keys.ts';
import { plainName } from '../namespace.ts';
import type { Entry, FeedDefinition } from '../types.ts';

const DAY = 86_400_000;
/** An entry dated longer ago than this is an old document on a new page, not news. */
const NEWS_DAYS = 60;
/** Tables of laws date a row by its enactment, and take it up months later. */
const NEWS_DAYS_OF_ENACTED = 365;

export const newsDays = ({ dates }: Pick<FeedDefinition, 'dates'>): number =>
  dates === 'enacted' ? NEWS_DAYS_OF_ENACTED : NEWS_DAYS;

/** Whether a date as in `Entry` is too long ago for news; what has none may be. */
export const isOld = (date: string | null, feed: Pick<FeedDefinition, 'dates'>, now: Date): boolean =>
  date !== null && (now.getTime() - Date.parse(date)) / DAY > newsDays(feed);

/** Whether an entry was settled before as more than nothing: it is not news any more. */
export const isSettled = (before: EntryRecord | undefined): before is EntryRecord =>
  before !== undefined && before.verdict !== 'irrelevant';

/** The measure of an entry that another source showed first and nobody was told of. */
export function untoldOf(before: EntryRecord, { measures, alerted }: Known): Measure | undefined {
  if (before.measureId === null || alerted.has(before.measureId)) return undefined;
  // What waits for a moderator was put before one.
  return measures.values().find(({ id, relevance }) => id === before.measureId && relevance !== 'doubtful');
}

/** The earlier of two dates as in `Entry`, of which either may be unknown. */
export const earliest = (a: string | null, b: string | null): string | null =>
  a === null || b === null || a === b ? (a ?? b) : (dayOf(b) ?? '') < (dayOf(a) ?? '') ? b : a;

const hostOf = (url: string): string | undefined => URL.parse(canonicalUrl(url))?.host;

/** Whether a document was known under another address of the site that now shows it: it may have stood there all along. */
function isOnSite(measure: Measure, entry: Pick<Entry, 'id'>, feed: Pick<FeedDefinition, 'url'>): boolean {
  const here = plainName(entry.id);
  const hosts = new Set([hostOf(feed.url), hostOf(here)]);
  return measure.keys
    .map((key) => identityOf(plainName(key)))
    .some((key) => key.startsWith('url:') && key !== `url:${here}` && hosts.has(hostOf(key.slice(4))));
}

/**
 * Whether an entry that is new to a source is the news of `measure`, of which another source's first reading learned and nobody was
 * told. A source tells what it would tell without the other: that one was added in between takes no news from it. The earliest date
 * decides, so that no new date makes an old document news; nor is what may have been here already when this source was first read,
 * unless it is younger than that.
 */
export function heralds(
  entry: Pick<Entry, 'id' | 'date'>,
  before: EntryRecord | undefined,
  measure: Measure,
  { firstReadAt }: Pick<FeedState, 'firstReadAt'>,
  feed: Pick<FeedDefinition, 'id' | 'url' | 'dates'>,
  now: Date,
): boolean {
  if (firstReadAt === null || measure.feedId === feed.id) return false;
  if (isSettled(before) && before.feedId === feed.id) return false;
  const date = earliest(entry.date, measure.date);
  if (isOld(date, feed, now)) return false;
  const [day, firstRead] = [dayOf(date) ?? '', dayOf(firstReadAt) ?? ''];
  // A first reading after the other's leaves no record of what the other had under the same address.
  if (isSettled(before)) return measure.firstSeenAt > firstReadAt || day > firstRead;
  return day >= firstRead || !isOnSite(measure, entry, feed);
}

/**
 * A source whose definition has it read from another address: what is there may be another list, of which nothing is news yet.
 */
import { hashOf } from '../../hash.ts';
import type { FeedState } from '../../store/port.ts';
import { canonicalUrl } from '../identity/canonicalise.ts';
import type { FeedDefinition, Visit } from '../types.ts';
import { NEVER_READ } from './health.ts';
import { isSameList } from './shown.ts';

/** A short hash of what is asked for; the same for addresses that lead to the same page. */
export const addressOf = ({ url, post }: Pick<FeedDefinition, 'url' | 'post'>): string =>
  hashOf(canonicalUrl(url), JSON.stringify(post ?? null)).slice(0, 8);

/** Whether a source was last read from another address. False where that is not remembered: older versions did not. */
const isElsewhere = (feed: FeedDefinition, { firstReadAt, health }: FeedState): boolean =>
  firstReadAt !== null && health?.address !== undefined && health.address !== addressOf(feed);

/** The state that a source is asked by: what another address said of its page says nothing of this one. */
export const askedBy = (feed: FeedDefinition, state: FeedState): FeedState =>
  isElsewhere(feed, state) ? { ...state, validators: {} } : state;

/**
 * The state that a visit of a source is decided by: as if it had never been read, where it was read from another address that showed
 * another list. A list that moved shows most of what it did, and goes on.
 */
export function decidedBy(
  feed: FeedDefinition,
  state: FeedState,
  { status, entries }: Pick<Visit, 'status' | 'entries'>,
): FeedState {
  if (status !== 'ok' || !isElsewhere(feed, state)) return state;
  const { shown = '', failingSince = null, told = null, pages = [] } = state.health ?? {};
  if (isSameList(entries, shown)) return state;
  const health = { ...NEVER_READ, failingSince, told, pages };
  return { ...state, validators: {}, firstReadAt: null, health };
}

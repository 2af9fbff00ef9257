import type { FeedState } from '../../store/port.ts';
import { canonicalUrl } from '../identity/canonicalise.ts';
import type { FeedDefinition } from '../types.ts';
import { type Standing, standingOf, unread } from './health.ts';

/** The first stage that said no to a page that was never read. */
export type NeverRead =
  | { readonly stage: 'not-url' }
  | { readonly stage: 'unwatched'; readonly host: string }
  /** Sources of its site are watched, and none has shown it. */
  | {
      readonly stage: 'unread';
      readonly host: string;
      readonly sources: readonly { readonly feed: FeedDefinition; readonly standing: Standing }[];
    };

const hostOf = (url: string): string => new URL(canonicalUrl(url)).host;

export function neverRead(
  url: string,
  feeds: readonly FeedDefinition[],
  states: readonly FeedState[],
  now: Date,
): NeverRead {
  if (!URL.canParse(url)) return { stage: 'not-url' };
  const { host } = new URL(url);
  const nearby = feeds.filter((feed) => URL.canParse(feed.url) && hostOf(feed.url) === hostOf(url));
  if (nearby.length === 0) return { stage: 'unwatched', host };
  const stateOf = new Map(states.map((state) => [state.feedId, state]));
  const sources = nearby.map((feed) => {
    const state = stateOf.get(feed.id);
    return { feed, standing: state === undefined ? unread(feed.id) : standingOf(state, now) };
  });
  return { stage: 'unread', host, sources };
}

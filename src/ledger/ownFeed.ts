/**
 * A server's own sources: what a moderator may say of one. Less than an operator may: no request headers, no fields to post, no regular
 * expressions, no trust in other certificates.
 */
import { hashOf } from '../hash.ts';
import type { FeedDefinition, Reader } from '../watch/types.ts';
import { limits } from './defaults.ts';

export interface OwnFeed {
  readonly url: string;
  readonly name: string;
  /** The body that publishes it. */
  readonly authority: string;
  /** Null: by what the page turns out to be. */
  readonly reader: Reader | null;
}

/** An address as it is kept: `HTTPS://A.CN/list#top` is `https://a.cn/list`; what is no address stays as it is. */
export function addressOf(typed: string): string {
  const url = URL.parse(typed);
  if (url === null) return typed;
  url.hash = '';
  return url.href;
}

/** Pseudo-classes that look at an element's place alone; `:has` and its like, nested, look at a page again for each of its elements. */
const COSTLY =
  /:(?!(?:nth-child|nth-last-child|nth-of-type|first-child|last-child|first-of-type|last-of-type|only-child)\b)[a-z]/i;

/** Whether a selector of a server's own may be used: `ul.list > li:nth-child(2)`, `https://a.cn/{id}`; not `div:has(~ div:has(a))`. */
export const isPlainSelector = (selector: string): boolean =>
  selector.length <= 200 && !COSTLY.test(selector);

/** Of the same address in the same server it is always the same. */
export const ownFeedId = (guildId: string, url: string): string => `guild_${guildId}_${hashOf(url)}`;

/** Visits of own sources are spaced as our own are. */
const PACE_MINUTES = 30;

/** The definition that is watched. */
export function defineOwnFeed(guildId: string, { url, name, authority, reader }: OwnFeed): FeedDefinition {
  return {
    id: ownFeedId(guildId, url),
    name: name.slice(0, limits.nameLength),
    authority: authority.slice(0, limits.nameLength),
    level: 'other',
    page: url,
    url,
    reader,
    paceMinutes: PACE_MINUTES,
    confidence: 'medium',
  };
}

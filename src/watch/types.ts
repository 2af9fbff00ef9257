/** The shapes of the watching side, from a source's definition to what one visit of it yields. */
import type { PageState } from './detail/merge.ts';
import type { Look } from './detail/recheck.ts';
import type { Detail, DetailReader } from './detail/types.ts';
import type { OlderPages } from './read/paging.ts';

/** Selector notation: `a@href` an attribute, `x || y` the first that yields, `i.flag text == 是` a row filter. */
export interface HtmlReader {
  readonly kind: 'html';
  readonly item: string;
  readonly title: string;
  readonly link: string;
  /** Where it is not said: around the link, in its address, or at the ends of its words. */
  readonly date?: string;
  readonly docNumber?: string;
  readonly summary?: string;
  /** Rows for which this does not hold are not news. */
  readonly skipUnless?: string;
  /** A regular expression that article links of the site match; other links are navigation. */
  readonly linkPattern?: string;
}
export interface RssReader {
  readonly kind: 'rss';
}
/**
 * Paths into a JSON answer: `data.list[]` the rows, `title || name` the first field that yields, `https://x.gov.cn/{id}` a link made
 * of fields, `data.html → li` rows of a fragment of HTML, whose fields are then selectors.
 */
export interface JsonReader {
  readonly kind: 'json';
  readonly item: string;
  readonly title: string;
  readonly link: string;
  readonly date?: string;
  readonly docNumber?: string;
  readonly summary?: string;
  readonly linkPattern?: string;
}
export type Reader = HtmlReader | RssReader | JsonReader;

/** One official source (`feeds/<id>.ts`). */
export interface FeedDefinition {
  readonly id: string;
  /** Name of the column in its own language. */
  readonly name: string;
  /** The body that publishes it. */
  readonly authority: string;
  readonly level: 'national' | 'municipal' | 'district' | 'other';
  /** The page a person would open. */
  readonly page: string;
  /** What is fetched. */
  readonly url: string;
  /** Null: by what the page turns out to be. */
  readonly reader: Reader | null;
  /** Minutes between visits when all is well. */
  readonly paceMinutes: number;
  /** How sure we are that the reader fits the page. */
  readonly confidence: 'high' | 'medium' | 'low';
  /** Extra request headers the source needs (a Referer, say). */
  readonly headers?: Readonly<Record<string, string>>;
  /** Asked with POST, and these fields as a form or as JSON. */
  readonly post?: { readonly as: 'form' | 'json'; readonly fields: Readonly<Record<string, unknown>> };
  /**
   * A named exception for the host of `url` alone: a certificate (PEM) that is trusted there besides the usual ones, since the server
   * leaves out the link between its own and a known authority, say. Its certificate is verified all the same.
   */
  readonly tls?: { readonly reason: string; readonly ca: string };
  /** `buildstatic`: the page names a second address, whose answer holds the rows (Hanweb's jpaas). */
  readonly via?: 'buildstatic';
  /**
   * `index_{n}.html`: its older pages, relative to `url`, n counting from 1; `?page={n+1}` where the second is called 2. Without it, as its
   * page says, or else the first page alone.
   */
  readonly olderPages?: string;
  /** `enacted`: its rows are dated by when a law was made, which may be months before it is taken up. */
  readonly dates?: 'enacted';
  /** Where its official pages keep title, text and date, as far as it is not as everywhere. */
  readonly detail?: DetailReader;
}

/** Validators of the last good visit, for a conditional request. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
  /** Hash of the page and of how it was read: the same page again is `unchanged` though the server sent it in full. */
  readonly digest?: string;
  /** Hash of how it was read: for another reader the server is to send it again. */
  readonly reader?: string;
}

/** One entry as read from a feed and canonicalised. */
export interface Entry {
  /** Identity within all feeds: the canonical URL, or a hash where there is none. */
  readonly id: string;
  readonly title: string;
  /** As published, absolute. */
  readonly url: string;
  /** ISO 8601 with zone, or a bare `YYYY-MM-DD` where the page gives no time; null where it gives none or nonsense. */
  readonly date: string | null;
  readonly summary?: string;
  readonly docNumber?: string;
  /** Hash of its words, where whoever read it has worked it out (`textHash.ts`). */
  readonly textHash?: string;
  /** What its own page says, once that was read. */
  readonly detail?: Detail;
  /** How its own page was read so far. */
  readonly page?: PageState;
}

/**
 * One visit of one feed. `refused`: an address we do not visit. `cause`: a short stable word (`private-address`, `scheme`,
 * `port`, `dns`, `timeout`, `too-large`, `http-403`, `wrong-type`, `no-rows`, `malformed` …; `broken`: a fault of our own broke it
 * off); `notes`: sentences for people.
 */
export interface Visit {
  readonly status: 'ok' | 'unchanged' | 'refused' | 'failed';
  readonly cause?: string;
  readonly entries: readonly Entry[];
  /** Entries that the list no longer shows, or did not show anew, whose own pages were looked at again. */
  readonly again?: readonly Entry[];
  /** How it went with the pages of entries. */
  readonly looks?: readonly Look[];
  /** As its page says it, where it does. */
  readonly older?: OlderPages;
  /** An older page could not be reached for now: entries between these and what was known are missing so far. */
  readonly isCutShort?: true;
  readonly validators: Validators;
  readonly ms: number;
  readonly bytes: number;
  readonly notes: readonly string[];
  /** Seconds the server asked us to stay away (Retry-After). */
  readonly retryAfter?: number;
  /** Seconds for which the server calls its answer fresh (Cache-Control). */
  readonly freshFor?: number;
}

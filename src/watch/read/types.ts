import type { Result } from '../../result.ts';
import type { OlderPages } from './paging.ts';

/** Anything longer is no title but an attack or a page gone wrong. */
export const MAX_TITLE = 1000;
/** Longest text of an entry that is kept: enough for the linker, bounded for the store. */
export const MAX_SUMMARY = 10_000;

/** One entry as its page gives it: nothing made canonical yet, the link absolute. */
export interface RawEntry {
  readonly title: string;
  /** Empty where the source gives none. */
  readonly url: string;
  /** What its source knows it by, where its address may not tell it from others. */
  readonly guid?: string;
  readonly date: string | null;
  readonly summary?: string;
  readonly docNumber?: string;
}

export interface ReadPage {
  readonly entries: readonly RawEntry[];
  /** Sentences for people: what was left out, and why. */
  readonly notes: readonly string[];
  /** Where the page says how to reach its older ones. */
  readonly older?: OlderPages;
}

/** Why a page cannot be read: `wrong-type`, `malformed`, `no-rows`, `challenge`, `too-large`. */
export interface ReadFailure {
  readonly cause: string;
  readonly notes: readonly string[];
}

export type ReadResult = Result<ReadPage, ReadFailure>;

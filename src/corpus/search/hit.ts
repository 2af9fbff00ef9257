/**
 * What a search gives back for one unit.
 */
import type { Address, DocumentStatus } from '../types.ts';
import type { Mark } from './snippet.ts';

export interface SearchHit {
  /** A unit; a paragraph where the query is a reference to one. */
  readonly address: Address;
  readonly label: string;
  /** The id of its document. */
  readonly document: string;
  readonly status: DocumentStatus;
  /** 1 for the best; comparable within one search alone. */
  readonly score: number;
  /** A verbatim stretch of its text. */
  readonly snippet: string;
  /** What was found, as ranges of `snippet` (UTF-16), in order and apart from each other. */
  readonly marks: readonly Mark[];
  /** Whether the line it is taken from has more before it, and behind it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** A hit that is made when its page is asked for. */
export interface Found {
  readonly document: string;
  readonly unit: string;
  show(): SearchHit;
}

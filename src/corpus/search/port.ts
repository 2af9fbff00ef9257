/**
 * What searching asks of an index. The engine keeps units and their tokens; which tokens to ask for and how to rank what
 * comes back is decided here, without it.
 */
import type { DocumentStatus } from '../types.ts';

/** A unit as it is indexed. */
export interface IndexedUnit {
  readonly document: string;
  readonly number: string;
  /** 0-based place among the units of its document. */
  readonly position: number;
  /** As `unitLabel` gives it, without the document's name. */
  readonly label: string;
  readonly status: DocumentStatus;
  /** Verbatim, a paragraph a line. */
  readonly text: string;
  readonly plain: PlainUnit;
}

/** What is searched of a unit, as `plainText` makes it. */
export interface PlainUnit {
  /** Its caption or heading. */
  readonly caption: string;
  /** Words people use of it, each a line. */
  readonly keywords: string;
  /** The title of its document and the headings above it, each a line. */
  readonly path: string;
  readonly text: string;
}

/** A unit that holds some of the tokens asked for. */
export interface Candidate {
  readonly id: number;
  readonly document: string;
  readonly number: string;
  readonly status: DocumentStatus;
  readonly plain: PlainUnit;
}

/** To which units a search keeps. */
export interface SearchFilter {
  readonly document?: string;
  readonly status?: DocumentStatus;
  /** First and last `position` within the document. */
  readonly positions?: readonly [first: number, last: number];
}

export interface CandidateQuery extends SearchFilter {
  /** The unit holds at least one of them. A single character stands for all pairs that begin with it. */
  readonly tokens: readonly string[];
  /** Only the first so many units of the index are looked at. */
  readonly among: number;
  readonly limit: number;
}

export interface SearchIndex {
  /** How many units it holds. */
  readonly size: number;
  /** In how many units' texts each token stands; tokens that stand nowhere are missing. */
  frequencies(tokens: readonly string[]): ReadonlyMap<string, number>;
  /** At most `limit` characters that some text has after `left` and some before `right`, the most frequent first. */
  between(left: string, right: string, limit: number): readonly string[];
  /** The likeliest units, in the engine's order. */
  candidates(query: CandidateQuery): readonly Candidate[];
  /** The unit of a candidate. */
  unit(id: number): IndexedUnit;
}

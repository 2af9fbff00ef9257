/**
 * What searching asks of an index. The engine keeps units and their tokens; which tokens to ask for and how to rank what
 * comes back is decided here, without it.
 */
import type { Address, DocumentStatus } from '../types.ts';

/** A unit as it is indexed. `plain` texts are as `plainText` makes them. */
export interface IndexedUnit {
  readonly address: Address;
  readonly label: string;
  readonly status: DocumentStatus;
  /** 0-based place among the units of its document. */
  readonly position: number;
  /** Verbatim, a paragraph a line. */
  readonly text: string;
  readonly plain: PlainUnit;
  /** By what its score is multiplied: a law in force weighs more than its draft. */
  readonly weight: number;
}

export interface PlainUnit {
  /** Caption or heading of the unit. */
  readonly caption: string;
  /** Headings above it, and the title of the document. */
  readonly path: string;
  readonly text: string;
}

/** A unit that holds some of the tokens asked for. */
export interface Candidate {
  readonly id: number;
  readonly document: string;
  readonly unit: string;
  readonly weight: number;
  readonly plain: PlainUnit;
}

export interface IndexFilter {
  readonly document?: string;
  readonly status?: DocumentStatus;
  /** First and last place (`position`) within the document. */
  readonly positions?: readonly [first: number, last: number];
}

export interface SearchIndex {
  /** How many units it holds. */
  readonly size: number;
  /** In how many units each token stands; tokens that stand nowhere are missing. */
  frequencies(tokens: readonly string[]): ReadonlyMap<string, number>;
  /** Characters that stand in some unit between these two. */
  between(left: string, right: string): readonly string[];
  /** The likeliest units that hold any of the tokens, at most `limit`, in the engine's order. */
  candidates(tokens: readonly string[], filter: IndexFilter, limit: number): readonly Candidate[];
  /** The unit of a candidate. */
  unit(id: number): IndexedUnit;
}

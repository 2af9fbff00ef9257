/**
 * What a visit to a source finds known, and what it changes.
 */
import type { Guild } from '../../ledger/types.ts';
import type { Health, HealthNews } from '../../watch/health/health.ts';
import type { Validators, Visit } from '../../watch/types.ts';
import type { Alert, Delivery, Subscription } from './deliveries.ts';
import type { EntryRecord, Instant, Measure } from './measures.ts';

export interface FeedState {
  readonly feedId: string;
  readonly validators: Validators;
  /** Null until the first visit that was read. Entries of that first sight are learned, not told. */
  readonly firstReadAt: Instant | null;
  readonly lastSuccessAt: Instant | null;
  readonly lastCheckAt: Instant | null;
  readonly nextCheckAt: Instant;
  readonly consecutiveFailures: number;
  readonly lastCause: string | null;
  /** Sentences for people from the last visit. */
  readonly lastNotes?: readonly string[];
  /** Not there until the first visit. */
  readonly health?: Health;
}

/** What the store knows that bears on a batch; read inside the transaction that writes its outcome. */
export interface Known {
  readonly feed: FeedState;
  /** By entry id, of those in the batch. */
  readonly entries: ReadonlyMap<string, EntryRecord>;
  /** By identity key, of those in the batch. */
  readonly measures: ReadonlyMap<string, Measure>;
  /**
   * By id, of those measures of which there was news: since when, or since when it is news that they carry out articles, where they were
   * told for a topic's words before. Whoever subscribed by then was told.
   */
  readonly alerted: ReadonlyMap<string, Instant>;
  /** By id, what was told of those measures' changes, oldest first; one made ahead (`createdAt`) waits to be told. */
  readonly revisions: ReadonlyMap<string, readonly Alert[]>;
  /** Oldest first; not read (empty) when the batch holds no entry. */
  readonly subscriptions: readonly Subscription[];
  /** By id; those that set anything. */
  readonly guilds: ReadonlyMap<string, Guild>;
}

/** What a visit changes of its feed. */
export interface Settled {
  readonly visit: Pick<Visit, 'status' | 'cause' | 'validators' | 'notes'>;
  readonly checkedAt: Instant;
  readonly nextCheckAt: Instant;
  /** The feed is from now on as if this was its first visit: it is read from elsewhere. */
  readonly isAnew?: true;
  /** Left as it is where it is not given. */
  readonly health?: Health;
  /** What people are to be told of the source; kept nowhere, since `health` says that it was told. */
  readonly news?: HealthNews;
}

/** All that one visit changes: written together or not at all. */
export interface Outcome extends Settled {
  readonly entries: readonly EntryRecord[];
  readonly measures: readonly Measure[];
  /** Keys that further belong to measures known before (reposts). */
  readonly addedKeys: readonly { readonly measureId: string; readonly key: string }[];
  /** Ids of alerts that are not to be told after all: unless some of it is on its way, it is as if they had never been made. */
  readonly withdrawn?: readonly string[];
  readonly alerts: readonly Alert[];
  readonly deliveries: readonly Delivery[];
  /** Measures of whose alerts the sent messages are edited, everywhere: their text changed, or they were published elsewhere too. */
  readonly edits: readonly string[];
}

/** What `commit` must look up before `decide` can speak. */
export interface Lookup {
  readonly feedId: string;
  readonly entryIds: readonly string[];
  /** A list, or what makes one of what was read before. */
  readonly measureKeys: readonly string[] | ((seen: Pick<Known, 'entries' | 'guilds'>) => readonly string[]);
  /** Keys to be looked up besides, for those of the former that a measure owns. */
  readonly furtherKeys?: (owned: readonly string[]) => readonly string[];
}

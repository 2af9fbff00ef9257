import type { ArticleLink, EntryKind } from '../link/types.ts';
import type { Result } from '../result.ts';
import type { Health, HealthNews } from '../watch/health.ts';
import type { Entry, Validators, Visit } from '../watch/types.ts';
import type { StoreProblem } from './problem.ts';

/**
 * What must not be lost, in the words of the domain. SQL lives behind this port alone; one contract suite runs over every
 * implementation. Instants are ISO 8601 UTC strings (`2026-11-22T02:18:00.000Z`), which sort as text.
 */
export type Instant = string;

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

/** One real policy document. `keys` are its identities (`doc:京科发〔2024〕1号`, `url:…`, `text:…`), each owned by one measure. */
export interface Measure {
  readonly id: string;
  readonly keys: readonly string[];
  readonly title: string;
  readonly issuer: string | null;
  readonly docNumber: string | null;
  readonly url: string;
  /** First publication as the source states it. */
  readonly date: string | null;
  readonly kind: EntryKind;
  readonly confidence: number;
  readonly links: readonly ArticleLink[];
  readonly firstSeenAt: Instant;
  readonly feedId: string;
  /** `YYYY-MM-DD`, where its official page says so: when it takes effect; until when a consultation may be answered. */
  readonly effectiveOn?: string;
  readonly consultationUntil?: string;
}

/**
 * Why an entry was settled as it was: which rule spoke (worded by the catalogue, `reason.<code>`), and what it saw.
 * `irrelevant` carries the linker's refusal, where it gave one.
 */
export interface Reason {
  readonly code: 'first-sight' | 'changed' | 'irrelevant' | 'repost' | 'old' | 'new';
  readonly about: Readonly<Record<string, string | number>>;
}

/** How an entry was settled: the last stage that spoke, and why (`tiaoli why`). */
export interface EntryRecord {
  readonly entry: Entry;
  readonly feedId: string;
  readonly seenAt: Instant;
  readonly verdict: 'learned' | 'irrelevant' | 'told' | 'repost' | 'revision';
  readonly reason: Reason;
  readonly measureId: string | null;
  /** Hash of title and text, by which a changed entry is told from one seen before. */
  readonly textHash: string;
}

export type Target =
  | { readonly kind: 'channel'; readonly guildId: string; readonly channelId: string }
  | { readonly kind: 'user'; readonly userId: string };

export interface Subscription {
  readonly id: string;
  readonly target: Target;
  /** Article numbers followed; empty means every follow-up. */
  readonly articles: readonly number[];
  readonly locale: 'zh-CN' | 'zh-TW' | 'en';
  readonly createdBy: string;
  readonly createdAt: Instant;
  /** Why nothing reaches the target at present (`missing-access` …), or null. */
  readonly trouble: string | null;
}

/** What is to be told about a measure. One per measure and reason. */
export interface Alert {
  readonly id: string;
  readonly measureId: string;
  readonly createdAt: Instant;
}

/**
 * One alert to one target; its id is also the message's nonce (at most 25 characters). A target that hears of an alert through
 * several subscriptions gets one delivery: give the store one per subscription, the first is kept and remembers the others.
 */
export interface Delivery {
  readonly id: string;
  readonly alertId: string;
  readonly subscriptionId: string;
  readonly target: Target;
}

/** A delivery taken for sending: only the holder of `fence` may record its end. */
export interface LeasedDelivery extends Delivery {
  readonly fence: number;
  /** Times it was leased before this one; above 0 the target must be read back before anything is sent. */
  readonly priorAttempts: number;
  readonly firstAttemptAt: Instant;
  readonly measure: Measure;
  readonly subscription: Subscription;
}

/** What the store knows that bears on a batch; read inside the transaction that writes its outcome. */
export interface Known {
  readonly feed: FeedState;
  /** By entry id, of those in the batch. */
  readonly entries: ReadonlyMap<string, EntryRecord>;
  /** By identity key, of those in the batch. */
  readonly measures: ReadonlyMap<string, Measure>;
  /** Ids of those measures of which an alert was made. */
  readonly alerted: ReadonlySet<string>;
  /** Oldest first; not read (empty) when the batch holds no entry. */
  readonly subscriptions: readonly Subscription[];
}

/** What a visit changes of its feed. */
export interface Settled {
  readonly visit: Pick<Visit, 'status' | 'cause' | 'validators' | 'notes'>;
  readonly checkedAt: Instant;
  readonly nextCheckAt: Instant;
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
  readonly alerts: readonly Alert[];
  readonly deliveries: readonly Delivery[];
}

/** What `commit` must look up before `decide` can speak. */
export interface Lookup {
  readonly feedId: string;
  readonly entryIds: readonly string[];
  readonly measureKeys: readonly string[];
}

export interface MeasureFilter {
  readonly articles?: readonly number[];
  readonly limit: number;
  readonly offset?: number;
}

export type DeliveryStanding = {
  readonly id: string;
  readonly target: Target;
  /** `cancelled`: every subscription that asked for it ended before it was sent. */
  readonly state: 'pending' | 'leased' | 'sent' | 'cancelled';
  readonly attempts: number;
  readonly messageId: string | null;
  readonly sentAt: Instant | null;
  readonly lastError: string | null;
  /** Null once it is sent or cancelled, and while an older delivery to the same target goes first. */
  readonly nextAttemptAt: Instant | null;
};

export interface Store {
  /** Makes sure each feed has a state row; new ones are due at `now`. Feeds no longer defined keep theirs. */
  registerFeeds(feedIds: readonly string[], now: Instant): Promise<void>;
  /** Of `feedIds`, those whose next check has come, the longest overdue first. */
  dueFeeds(feedIds: readonly string[], now: Instant): Promise<readonly FeedState[]>;
  feedStates(): Promise<readonly FeedState[]>;
  /** In one transaction: reads what is known, asks `decide` (pure), writes its outcome. Returns what was written. */
  commit(lookup: Lookup, decide: (known: Known) => Outcome): Promise<Outcome>;

  /**
   * Writes a visit that found nothing new, of the feed as it was `before`: its state alone, at a fraction of a commit's cost.
   * For the one process that visits feeds. Throws for a feed that was never registered.
   */
  touch(before: FeedState, settled: Settled): Promise<void>;

  /**
   * Takes up to `n` deliveries whose time has come, until `leaseUntil`: the oldest unsent one of each target, those first that
   * have been due longest. While that one waits for another try, newer ones to the target wait behind it.
   */
  leaseDeliveries(now: Instant, n: number, leaseUntil: Instant): Promise<readonly LeasedDelivery[]>;
  /** False when the fence is no longer held: somebody else has the delivery, and nothing was written. */
  markSent(id: string, fence: number, messageId: string, now: Instant): Promise<boolean>;
  /**
   * Gives it back, due again at `nextAttemptAt`. `trouble` is also noted on the target's subscriptions, until something is sent
   * there; null leaves what is noted. `aside`: newer deliveries to the target need no longer wait for this one.
   */
  markRetry(
    id: string,
    fence: number,
    error: string,
    nextAttemptAt: Instant,
    trouble: string | null,
    aside?: boolean,
  ): Promise<boolean>;
  /** Gives back every lease: at start-up, when no other process can hold one (SQLite). */
  releaseLeases(): Promise<void>;
  /** Deliveries not yet sent, and the earliest instant one is due. */
  backlog(): Promise<{ readonly pending: number; readonly nextAttemptAt: Instant | null }>;

  /** Adds it, or gives the one of this id its language; at one time by several, one of them hears `new`. */
  addSubscription(subscription: Subscription): Promise<Subscribed>;
  /** Ends it, with what was not yet sent for it alone. Null when there is none such (or it is another server's). */
  removeSubscription(id: string, owner: SubscriptionOwner): Promise<Subscription | null>;
  subscriptions(owner: SubscriptionOwner): Promise<readonly Subscription[]>;

  latestMeasures(
    filter: MeasureFilter,
  ): Promise<{ readonly measures: readonly Measure[]; readonly total: number }>;
  measure(id: string): Promise<Measure | null>;
  /** The way of an entry: every record whose URL or id is this one, newest first, with its measure and deliveries. */
  why(urlOrId: string): Promise<
    readonly {
      readonly record: EntryRecord;
      readonly measure: Measure | null;
      readonly deliveries: readonly DeliveryStanding[];
    }[]
  >;

  /** A consistent copy at `file`, made while the bot runs. An existing file is never overwritten. */
  backup(file: string): Promise<Result<void, StoreProblem>>;
  close(): Promise<void>;
}

/** Whether a subscription was not there yet, was there as it is, or speaks another language from now on. */
export type Subscribed = 'new' | 'known' | 'changed';

/** Whose subscriptions are meant; nobody reads or changes another server's. */
export type SubscriptionOwner = { readonly guildId: string } | { readonly userId: string };

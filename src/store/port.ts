import type { Guild } from '../ledger/types.ts';
import type { Result } from '../result.ts';
import type { AuditEntry, Change, Effect, Replan } from './port/configuration.ts';
import type {
  Alert,
  Delivery,
  DeliveryStanding,
  LeasedDelivery,
  Sent,
  Span,
  Subscription,
  SubscriptionOwner,
  Target,
} from './port/deliveries.ts';
import type { EntryRecord, Instant, Measure, MeasureFilter } from './port/measures.ts';
import type { FeedState, Known, Lookup, Outcome, Settled } from './port/visits.ts';
import type { StoreProblem } from './problem.ts';

export type * from './port/configuration.ts';
export type * from './port/deliveries.ts';
export type * from './port/measures.ts';
export type * from './port/visits.ts';

/**
 * What must not be lost, in the words of the domain. SQL lives behind this port alone; one contract suite runs over every
 * implementation.
 */
export interface Store {
  /** Makes sure each feed has a state row; new ones are due at `now`. Feeds no longer defined keep theirs. */
  registerFeeds(feedIds: readonly string[], now: Instant): Promise<void>;
  /** Of `feedIds`, those whose next check has come, the longest overdue first. */
  dueFeeds(feedIds: readonly string[], now: Instant): Promise<readonly FeedState[]>;
  feedStates(): Promise<readonly FeedState[]>;
  /**
   * In one transaction: reads what is known, asks `decide` (pure), writes its outcome. An alert that is there already stays as it was
   * told, and no target gets a second delivery of it. Returns what was written.
   */
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
  markSent(id: string, fence: number, sent: Sent, now: Instant): Promise<boolean>;
  /**
   * Gives it back untried, due at `dueAt`: quiet hours began, or all its subscriptions are paused (null: until that is over).
   * `unsettled` as it was leased with.
   */
  markHeld(id: string, fence: number, dueAt: Instant | null, unsettled?: Span | null): Promise<boolean>;
  /** It is not to be sent any more: its time is over. */
  markOver(id: string, fence: number): Promise<boolean>;
  /**
   * Gives it back, due again at `nextAttemptAt`. `trouble` is also noted on the target's subscriptions, until something is sent
   * there; null leaves what is noted. `aside`: newer deliveries to the target need no longer wait for this one.
   * `unsettled`: when it may have been written without our knowing; not given, any time of this lease and before.
   * `standing`: its message, which is yet to be published.
   */
  markRetry(
    id: string,
    fence: number,
    error: string,
    nextAttemptAt: Instant,
    trouble: string | null,
    aside?: boolean,
    unsettled?: Span | null,
    standing?: Sent,
  ): Promise<boolean>;
  /** Gives back every lease: at start-up, when no other process can hold one (SQLite). */
  releaseLeases(): Promise<void>;
  /** Deliveries not yet sent, and the earliest instant one is due. */
  backlog(): Promise<{ readonly pending: number; readonly nextAttemptAt: Instant | null }>;
  /** Since when the longest waiting of them is due; null where none is left. It may be a time to come. */
  waitingSince(): Promise<Instant | null>;

  /** What a server's moderators set; of one that set nothing the defaults. Kept in memory, so it may be asked for at every step. */
  guild(id: string): Promise<Guild>;
  /** All servers that set anything, or whose channels follow something. */
  guilds(): Promise<readonly Guild[]>;
  /**
   * Changes an owner's configuration: all of `changes` or none, in one transaction with what they send out and, for a server, their
   * entry in its audit. `stale` where something is not as its `before` says: it was changed meanwhile, or is another owner's. A
   * subscription that ends takes along what was not yet sent for it alone; one whose `before` was paused is due again.
   */
  configure(
    owner: SubscriptionOwner,
    by: string,
    at: Instant,
    changes: readonly Change[],
    options?: {
      /** Pure; told how the server stands after the changes. */
      readonly effect?: (after: Pick<Known, 'subscriptions'> & { readonly guild: Guild | null }) => Effect;
      /** Pure; asked of what waits untried where a rhythm, or a server's quiet hours, change. Not given: it goes when it was to. */
      readonly replan?: Replan;
      /** The audit entry that this takes back. */
      readonly undoes?: string;
    },
  ): Promise<Result<AuditEntry | null, 'stale'>>;
  /** Newest first. */
  audits(
    guildId: string,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly entries: readonly AuditEntry[]; readonly total: number }>;
  /** Oldest first. */
  subscriptions(owner: SubscriptionOwner): Promise<readonly Subscription[]>;
  /**
   * Writes alerts that no visit makes (reminders, health, troubles, tests) with their deliveries. An alert that is there already
   * is not made again, nor a second delivery of one alert to one target, nor one for a subscription that ended meanwhile.
   */
  enqueue(alerts: readonly Alert[], deliveries: readonly Delivery[], now: Instant): Promise<void>;
  /** What waits for another try to this target is due now: people say that it is well again. What waits for its time does still. */
  hurry(target: Target, now: Instant): Promise<void>;

  latestMeasures(
    filter: MeasureFilter,
  ): Promise<{ readonly measures: readonly Measure[]; readonly total: number }>;
  measure(id: string): Promise<Measure | null>;
  /** Those with a day of `effectiveOn` or `consultationUntil` from `from` to `to` (`YYYY-MM-DD`), and the targets that were told of each. */
  measuresWithDays(
    from: string,
    to: string,
  ): Promise<readonly { readonly measure: Measure; readonly told: readonly Subscription[] }[]>;
  /**
   * Entries that are no measure, newest first: what a new topic's words may also be looked for in. Of every server's own sources,
   * those of `guildId`; null or not given: of none. With `after`, those that are listed after it.
   */
  otherEntries(
    limit: number,
    guildId?: string | null,
    after?: Pick<EntryRecord, 'seenAt' | 'entry'>,
  ): Promise<readonly EntryRecord[]>;
  /** By id, the current records of those of these entries that are known. */
  records(entryIds: readonly string[]): Promise<ReadonlyMap<string, EntryRecord>>;
  /**
   * The way of an entry: every record whose URL or id is this one, newest first, with its measure and deliveries. Of servers' own
   * sources those of `guildId`; null: of none; not given: of all (for operators).
   */
  why(
    urlOrId: string,
    guildId?: string | null,
  ): Promise<
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

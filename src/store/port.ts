import type { Decision, Guild, GuildFeed, GuildSettings, QuietHours, Topic } from '../ledger/types.ts';
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
  /** What it carries out: `relevant` by links told; `doubtful` until a moderator says so; `watched`: nothing, but a topic's words are in it. */
  readonly relevance: 'relevant' | 'doubtful' | 'watched';
  /** Told, at the default thresholds, best first. */
  readonly links: readonly ArticleLink[];
  /** Scored too low to be told, for people to look at. */
  readonly doubtful: readonly ArticleLink[];
  /** The opening of its text, at most 2,000 characters: what words are looked for in, beside its title. */
  readonly text: string;
  /** What consultation, measure, interpretation, revision and repeal of one policy share; null where the title names nothing. */
  readonly family: string | null;
  readonly firstSeenAt: Instant;
  readonly feedId: string;
  /** The one server whose own source it comes from; null where every server may see it. */
  readonly guildId: string | null;
  /** `YYYY-MM-DD`, where its official page says so: when it takes effect; until when a consultation may be answered. */
  readonly effectiveOn?: string;
  readonly consultationUntil?: string;
}

/**
 * Why an entry was settled as it was: which rule spoke (worded by the catalogue, `reason.<code>`), and what it saw.
 * `irrelevant` carries the linker's refusal, where it gave one.
 */
export interface Reason {
  readonly code: 'first-sight' | 'changed' | 'irrelevant' | 'repost' | 'old' | 'new' | 'doubtful' | 'watched';
  readonly about: Readonly<Record<string, string | number>>;
}

/** How an entry was settled: the last stage that spoke, and why (`tiaoli why`). */
export interface EntryRecord {
  readonly entry: Entry;
  readonly feedId: string;
  readonly seenAt: Instant;
  readonly verdict: 'learned' | 'irrelevant' | 'doubtful' | 'told' | 'repost' | 'revision';
  readonly reason: Reason;
  readonly measureId: string | null;
  /** Hash of title and text, by which a changed entry is told from one seen before. */
  readonly textHash: string;
}

/** `forum`: a channel in which each policy gets a post of its own. */
export type Target =
  | { readonly kind: 'channel' | 'forum'; readonly guildId: string; readonly channelId: string }
  | { readonly kind: 'user'; readonly userId: string };

/** When a subscription's alerts are sent. Times are `HH:MM` in `timeZone`. */
export interface Rhythm {
  readonly mode: 'instant' | 'daily' | 'weekly';
  /** Of a digest, and of what waited for the end of days off. */
  readonly at: string;
  /** Of a weekly digest: 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** Although the rest waits for the digest, documents of these kinds are told at once. */
  readonly atOnce: readonly EntryKind[];
  /** Null: as the server's settings say. */
  readonly quietHours: QuietHours | null;
  /** Nothing is sent on the days off of the State Council's calendar; make-up days are workdays. */
  readonly workdaysOnly: boolean;
  /** IANA name. */
  readonly timeZone: string;
}

export interface Subscription {
  readonly id: string;
  readonly target: Target;
  /** Article numbers followed. Articles and topics together say what is followed, any of them; none at all means every follow-up. */
  readonly articles: readonly number[];
  /** Ids of its server's topics. */
  readonly topics: readonly string[];
  /** Only of these kinds; empty: of any. */
  readonly kinds: readonly EntryKind[];
  /** Only of issuers whose names hold one of these; empty: of any. */
  readonly issuers: readonly string[];
  readonly rhythm: Rhythm;
  /** Mentioned with each alert. */
  readonly roleId: string | null;
  /** An announcement channel's alerts are published to the servers that follow it. */
  readonly crosspost: boolean;
  /** Since when its owner wants nothing sent; null: not paused. */
  readonly pausedAt: Instant | null;
  readonly locale: 'zh-CN' | 'zh-TW' | 'en';
  readonly createdBy: string;
  readonly createdAt: Instant;
  /** Why nothing reaches the target at present (`missing-access` …), or null. */
  readonly trouble: string | null;
}

/**
 * What is to be told, once. `news`: a measure. `revision`: its text changed. `closing`, `effective`: a day draws near (reminders).
 * `review`: a doubtful measure, for moderators. `source`: a source's health, for moderators. `trouble`: why a subscription gets
 * nothing, for its owner. `test`: asked for, to see that it arrives. Its id follows from what it tells, so that it is made once.
 */
export interface Alert {
  readonly id: string;
  readonly kind: 'news' | 'revision' | 'closing' | 'effective' | 'review' | 'source' | 'trouble' | 'test';
  /** Null where it is about no measure. */
  readonly measureId: string | null;
  readonly createdAt: Instant;
  /** What it tells beside the measure, by the names its sentence has. */
  readonly about: Readonly<Record<string, string | number>>;
}

/**
 * One alert to one target; its id is also the message's nonce (at most 25 characters). A target that hears of an alert through
 * several subscriptions gets one delivery: give the store one per subscription, the first is kept and remembers the others.
 */
export interface Delivery {
  readonly id: string;
  readonly alertId: string;
  /** Null for what no subscription asks for: what moderators and owners are told. */
  readonly subscriptionId: string | null;
  readonly target: Target;
  /** Not sent before; what waits for a later time waits in a queue of its own and holds up nothing. */
  readonly dueAt: Instant;
  /** Sent in one message with all that waits for the same digest. */
  readonly digest: boolean;
}

/** An alert as it is told, with the measure as it stands now. */
export interface AlertItem {
  readonly alert: Alert;
  readonly measure: Measure | null;
  /** Where else it was published, oldest first, without the measure's own address. */
  readonly reposts: readonly { readonly url: string; readonly feedId: string }[];
}

/** A delivery taken for sending: only the holder of `fence` may record its end. */
export interface LeasedDelivery extends Omit<Delivery, 'dueAt' | 'digest'>, AlertItem {
  readonly fence: number;
  /** Times it was leased before this one; above 0 the target must be read back before anything is sent. */
  readonly priorAttempts: number;
  readonly firstAttemptAt: Instant;
  readonly subscription: Subscription | null;
  /** What the target's server set; null for a person. */
  readonly guild: Guild | null;
  /** `post`: a new message. `edit`: the message `messageId`, sent by an earlier delivery, is made to show what is so now. */
  readonly operation:
    | { readonly kind: 'post' }
    | { readonly kind: 'edit'; readonly messageId: string; readonly threadId: string | null };
  /** Of a digest: all that goes into this one message, oldest first, this delivery's own alert among it. It stays the same at every try. */
  readonly digest: readonly AlertItem[] | null;
  /** The latest message the target has of the same policy: what this one answers. In a forum `threadId` is its post. */
  readonly earlier: { readonly messageId: string; readonly threadId: string | null } | null;
}

/** Where a message stands once it is sent: `threadId` is the forum post it opened or was put in. */
export interface Sent {
  readonly messageId: string;
  readonly threadId?: string;
}

/** One thing of a server's configuration, before and after. Null: it is not there. */
export type Change =
  | {
      readonly what: 'settings';
      readonly id: string;
      readonly before: GuildSettings | null;
      readonly after: GuildSettings | null;
    }
  | {
      readonly what: 'topic';
      readonly id: string;
      readonly before: Topic | null;
      readonly after: Topic | null;
    }
  | {
      readonly what: 'feed';
      readonly id: string;
      readonly before: GuildFeed | null;
      readonly after: GuildFeed | null;
    }
  | {
      readonly what: 'decision';
      readonly id: string;
      readonly before: Decision | null;
      readonly after: Decision | null;
    }
  | {
      readonly what: 'subscription';
      readonly id: string;
      readonly before: Subscription | null;
      readonly after: Subscription | null;
    };

/** Who changed what, when, from what to what. */
export interface AuditEntry {
  readonly id: string;
  readonly guildId: string;
  readonly by: string;
  readonly at: Instant;
  readonly changes: readonly Change[];
  /** The entry that took this one back. */
  readonly undoneBy: string | null;
  /** The entry that this one took back. */
  readonly undoes: string | null;
}

/** What a change of the configuration sends out, in the same transaction. */
export interface Effect {
  readonly alerts: readonly Alert[];
  readonly deliveries: readonly Delivery[];
  /** Messages of these measures' alerts in this server are edited to what is so now … */
  readonly edits: readonly string[];
  /** … and what is not yet sent of them there is taken back. */
  readonly cancels: readonly string[];
}

/** What the store knows that bears on a batch; read inside the transaction that writes its outcome. */
export interface Known {
  readonly feed: FeedState;
  /** By entry id, of those in the batch. */
  readonly entries: ReadonlyMap<string, EntryRecord>;
  /** By identity key, of those in the batch. */
  readonly measures: ReadonlyMap<string, Measure>;
  /** By id, of those measures of which there was news: since when. */
  readonly alerted: ReadonlyMap<string, Instant>;
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
  /** Measures of whose alerts the sent messages are edited, everywhere: their text changed, or they were published elsewhere too. */
  readonly edits: readonly string[];
}

/** What `commit` must look up before `decide` can speak. */
export interface Lookup {
  readonly feedId: string;
  readonly entryIds: readonly string[];
  /** A list, or what makes one of what was read before. */
  readonly measureKeys: readonly string[] | ((seen: Pick<Known, 'entries' | 'guilds'>) => readonly string[]);
}

export interface MeasureFilter {
  /** One of these, told or doubtful. */
  readonly articles?: readonly number[];
  readonly kinds?: readonly EntryKind[];
  /** Part of the issuer's name. */
  readonly issuer?: string;
  /** Documents of one policy, as in `Measure.family`. */
  readonly family?: string;
  /** `relevant` where it is not given. */
  readonly relevance?: readonly Measure['relevance'][];
  /** Of every server's own sources, this one's too; null or not given: of none. */
  readonly guildId?: string | null;
  readonly limit: number;
  readonly offset?: number;
}

export type DeliveryStanding = {
  readonly id: string;
  /** Of the alert: what is told. */
  readonly kind: Alert['kind'];
  readonly target: Target;
  /** Ids of those by which the target hears of it; none where nobody had to ask. */
  readonly subscriptions: readonly string[];
  /** `cancelled`: every subscription that asked for it ended before it was sent. */
  readonly state: 'pending' | 'leased' | 'sent' | 'cancelled';
  readonly attempts: number;
  readonly messageId: string | null;
  /** The forum post that it opened or was put in. */
  readonly threadId: string | null;
  readonly sentAt: Instant | null;
  readonly lastError: string | null;
  /** Null once it is sent or cancelled, and while an older delivery to the same target goes first. */
  readonly nextAttemptAt: Instant | null;
  /** Not sent before; null while every subscription that asks for it is paused. */
  readonly dueAt: Instant | null;
  /** Sent in one message with all that waits for the same digest. */
  readonly digest: boolean;
  /** How often its message was edited to what was so then, and whether another edit waits. */
  readonly edits: { readonly made: number; readonly lastAt: Instant | null; readonly waiting: boolean };
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
  markSent(id: string, fence: number, sent: Sent, now: Instant): Promise<boolean>;
  /** Gives it back untried, due at `dueAt`: quiet hours began, or all its subscriptions are paused (null: until that is over). */
  markHeld(id: string, fence: number, dueAt: Instant | null): Promise<boolean>;
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
   * those of `guildId`; null or not given: of none.
   */
  otherEntries(limit: number, guildId?: string | null): Promise<readonly EntryRecord[]>;
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

/** Whose subscriptions are meant; nobody reads or changes another server's. */
export type SubscriptionOwner = { readonly guildId: string } | { readonly userId: string };

/**
 * Who wants to hear, what is to be told, and how far its telling is.
 */
import type { Guild, QuietHours } from '../../ledger/types.ts';
import type { EntryKind } from '../../link/types.ts';
import type { Instant, Measure } from './measures.ts';

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

/** Whose subscriptions are meant; nobody reads or changes another server's. */
export type SubscriptionOwner = { readonly guildId: string } | { readonly userId: string };

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
  /** Of one that is told later: then. */
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

/** A stretch of time; `until` null: up to now. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** A delivery taken for sending: only the holder of `fence` may record its end. */
export interface LeasedDelivery extends Omit<Delivery, 'dueAt' | 'digest'>, AlertItem {
  readonly fence: number;
  /** Times it was leased before this one. */
  readonly priorAttempts: number;
  /** When earlier attempts may have written it without our knowing: then it is looked for before it is sent. Null: never. */
  readonly unsettled: Span | null;
  /** The oldest of those that ask for it: in its language it is told. */
  readonly subscription: Subscription | null;
  /** All that ask for it, or for something in the same message, oldest first; paused ones only where all are. */
  readonly subscriptions: readonly Subscription[];
  /** What the target's server set; null for a person. */
  readonly guild: Guild | null;
  /**
   * `post`: a new message. `publish`: its message stands and is yet to be published to those who follow the channel. `edit`: the
   * message, sent by an earlier delivery, is made to show what is so now.
   */
  readonly operation:
    | { readonly kind: 'post' }
    | { readonly kind: 'edit' | 'publish'; readonly messageId: string; readonly threadId: string | null };
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

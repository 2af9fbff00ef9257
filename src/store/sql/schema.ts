import type { Insertable, Selectable } from 'kysely';

/**
 * The tables, in types that every database has: text, integers, doubles; JSON is kept as text, instants as ISO 8601 UTC text,
 * a target as `channel:<guild>:<channel>`, `forum:<guild>:<channel>` or `user:<user>`, an owner as `guild:<id>` or `user:<id>`.
 */
export interface Tables {
  /** The migrations that were made. */
  schema_migration: { name: string };
  feed: {
    id: string;
    validators: string;
    first_read_at: string | null;
    last_success_at: string | null;
    last_check_at: string | null;
    next_check_at: string;
    consecutive_failures: number;
    last_cause: string | null;
    last_notes: string;
    health: string | null;
  };
  /** Every record of an entry is kept; the one with the highest revision is current. */
  entry: {
    id: string;
    revision: number;
    feed_id: string;
    url: string;
    seen_at: string;
    verdict: string;
    reason: string;
    measure_id: string | null;
    text_hash: string;
    /** The entry as it was read, JSON. */
    body: string;
  };
  measure: {
    id: string;
    feed_id: string;
    title: string;
    issuer: string | null;
    doc_number: string | null;
    url: string;
    date: string | null;
    /** The day it belongs to, by which the latest are found: of publication, else of first sight (Asia/Shanghai). */
    day: string;
    kind: string;
    confidence: number;
    first_seen_at: string;
    effective_on: string | null;
    consultation_until: string | null;
    relevance: string;
    text: string;
    family: string | null;
    guild_id: string | null;
  };
  measure_key: { key: string; measure_id: string };
  measure_article: {
    measure_id: string;
    position: number;
    number: number;
    score: number;
    link: string;
    why: string;
    /** 1: scored too low to be told. */
    doubtful: number;
    words: string | null;
  };
  subscription: {
    id: string;
    target: string;
    owner: string;
    articles: string;
    locale: string;
    created_by: string;
    created_at: string;
    trouble: string | null;
    paused_at: string | null;
    /** The rest of it, JSON. */
    wishes: string;
  };
  /** What an owner set beside subscriptions: each of `settings`, `topic`, `feed`, `decision` as JSON. */
  configuration: { owner: string; what: string; id: string; body: string };
  /** Counted up in the transaction of every change of a subscription or of what is set. */
  configuration_change: { count: number };
  /** The last change of each owner's. */
  configuration_owner: { owner: string; change: number };
  audit: {
    /** The change it records. */
    number: number;
    id: string;
    guild_id: string;
    by: string;
    at: string;
    changes: string;
    undone_by: string | null;
    undoes: string | null;
  };
  alert: { id: string; kind: string; measure_id: string | null; created_at: string; about: string };
  delivery: {
    id: string;
    /** Age: the order in which deliveries were made. */
    seq: number;
    alert_id: string;
    target: string;
    /** 0 the message itself, n its nth edit. */
    revision: number;
    /** 1: for subscriptions, and taken back when none asks for it any more. */
    asked: number;
    lane: string;
    /** Not before. */
    due_at: string;
    digest: number;
    /** Of what goes into one message: the delivery in whose name it is sent. Set when it is first leased, and then kept. */
    batch: string | null;
    /** `held`: in no lane, for every subscription that asks for it is paused. */
    state: 'pending' | 'leased' | 'held' | 'sent' | 'cancelled';
    attempts: number;
    fence: number;
    first_attempt_at: string | null;
    /** Between these it may have been written without our knowing: in an attempt of unknown outcome. No end: any time since. */
    open_from: string | null;
    open_until: string | null;
    last_error: string | null;
    /** Of what is not yet sent: it stands, and is yet to be published. */
    message_id: string | null;
    thread_id: string | null;
    sent_at: string | null;
  };
  /** Through which subscriptions a target hears of an alert. */
  delivery_subscription: { delivery_id: string; subscription_id: string };
  /**
   * The queue to one target: a row as long as something is unsent in it, naming what is due first. A row is what is leased, so that
   * a long queue to a broken channel costs the others nothing. What waits for a later time does so in a lane of its subscription's
   * (`<target>#<subscription>`); a delivery put aside has a lane of its own.
   */
  lane: { id: string; delivery_id: string; seq: number; due_at: string; lease_until: string | null };
}

export type Row<T extends keyof Tables> = Selectable<Tables[T]>;
export type NewRow<T extends keyof Tables> = Insertable<Tables[T]>;

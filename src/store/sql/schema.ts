import type { Insertable, Selectable } from 'kysely';

/**
 * The tables, in types that every database has: text, integers, doubles; JSON is kept as text, instants as ISO 8601 UTC text,
 * a target as `channel:<guild>:<channel>` or `user:<user>`.
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
  };
  measure_key: { key: string; measure_id: string };
  measure_article: {
    measure_id: string;
    position: number;
    number: number;
    score: number;
    link: string;
    why: string;
  };
  subscription: {
    id: string;
    target: string;
    /** `guild:<id>` or `user:<id>`: whose it is. */
    owner: string;
    articles: string;
    locale: string;
    created_by: string;
    created_at: string;
    trouble: string | null;
  };
  /** Counted up in the transaction of every change of a subscription. */
  subscription_change: { count: number };
  alert: { id: string; measure_id: string; created_at: string };
  delivery: {
    id: string;
    /** Age: the order in which deliveries were made. */
    seq: number;
    alert_id: string;
    target: string;
    lane: string;
    state: 'pending' | 'leased' | 'sent' | 'cancelled';
    attempts: number;
    fence: number;
    first_attempt_at: string | null;
    last_error: string | null;
    message_id: string | null;
    sent_at: string | null;
  };
  /** Through which subscriptions a target hears of an alert. */
  delivery_subscription: { delivery_id: string; subscription_id: string };
  /**
   * The queue to one target: a row as long as something is unsent in it, naming the oldest. A row is what is leased, so that a
   * long queue to a broken channel costs the others nothing. A delivery put aside has a lane of its own.
   */
  lane: { id: string; delivery_id: string; seq: number; due_at: string; lease_until: string | null };
}

export type Row<T extends keyof Tables> = Selectable<Tables[T]>;
export type NewRow<T extends keyof Tables> = Insertable<Tables[T]>;

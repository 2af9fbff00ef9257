/**
 * What is changed of a server’s configuration.
 */
import type { Decision, Guild, GuildFeed, GuildSettings, Topic } from '../../ledger/types.ts';
import type { Alert, AlertItem, Delivery, Subscription } from './deliveries.ts';
import type { Instant } from './measures.ts';

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

/**
 * When an alert is to be sent by now, and for which of those that ask for it: the first whose time comes. They are never none; `guild`
 * is their server where it set anything. Null: when it was to be.
 */
export type Replan = (
  item: Pick<AlertItem, 'alert' | 'measure'>,
  askers: readonly Subscription[],
  guild: Guild | null,
  now: Instant,
) => Pick<Delivery, 'subscriptionId' | 'dueAt' | 'digest'> | null;

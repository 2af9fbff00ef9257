/**
 * How one server sees the measures: what its moderators watch, whom they trust with what, and how they settled doubtful cases. All
 * of it is one server's alone: nothing here changes what another server sees.
 */
import type { EntryKind } from '../link/types.ts';
import type { FeedDefinition } from '../watch/types.ts';

/**
 * What moderators watch. It holds for a measure that meets every condition that is given; a list that is empty asks for nothing.
 * With words it is about whatever has them; without, about what carries out the ordinance alone.
 */
export interface Topic {
  readonly id: string;
  /** Unique in its server, in any writing. */
  readonly name: string;
  /** Words, plain text: Simplified and Traditional, full and half width, capitals and small letters match alike. */
  readonly any: readonly string[];
  readonly all: readonly string[];
  readonly none: readonly string[];
  /** Articles of the ordinance, ascending. */
  readonly articles: readonly number[];
  readonly kinds: readonly EntryKind[];
  /** Parts of issuers' names. */
  readonly issuers: readonly string[];
}

/** Hours in which nothing is sent, `HH:MM` in the server's time zone; they may pass midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export interface GuildSettings {
  /** Whoever has this role is a moderator to us, beside those who may manage the server. */
  readonly moderatorRoleId: string | null;
  /** Where doubtful entries, and the troubles of sources and subscriptions, are shown to moderators. */
  readonly reviewChannelId: string | null;
  /** Of alerts and of what is posted for moderators; null: as whoever subscribes speaks. */
  readonly locale: 'zh-CN' | 'zh-TW' | 'en' | null;
  /** IANA name. */
  readonly timeZone: string;
  /** For every subscription that has none of its own. */
  readonly quietHours: QuietHours | null;
  /** Links scored at least this are told … */
  readonly tell: number;
  /** … and those at least this, but not told, wait for a moderator. */
  readonly review: number;
}

/** A source a server's moderators added (its entries reach that server alone), or one of ours that they paused for their server. */
export interface GuildFeed {
  /** Of one they added `guild_<server>_<hash of the address>`; of one of ours its own. */
  readonly id: string;
  /** Null for one of ours. */
  readonly definition: FeedDefinition | null;
  readonly paused: boolean;
}

/**
 * What a moderator said of a measure. It decides which articles the measure carries out for their server, and is learnt from.
 * `flagged` decides nothing yet: a member says that it has nothing to do with the ordinance, and it waits for a moderator.
 */
export interface Decision {
  readonly measureId: string;
  readonly verdict: 'right' | 'wrong' | 'other' | 'irrelevant' | 'flagged';
  /** The articles it carries out, by this decision. */
  readonly articles: readonly number[];
  /** What is learnt: for each article the bot had proposed, or a moderator named, the words that spoke for it. */
  readonly examples: readonly Example[];
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

export interface Example {
  readonly article: number;
  /** As in `ArticleLink.words`. */
  readonly words: readonly string[];
  readonly right: boolean;
}

/** All that a server's moderators set, but its subscriptions. */
export interface Guild {
  readonly id: string;
  readonly settings: GuildSettings;
  readonly topics: readonly Topic[];
  readonly feeds: readonly GuildFeed[];
  readonly decisions: readonly Decision[];
}

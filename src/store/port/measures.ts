/**
 * What was read, and what became of it.
 */
import type { ArticleLink, EntryKind } from '../../link/types.ts';
import type { Entry } from '../../watch/types.ts';

/** An ISO 8601 UTC string (`2026-11-22T02:18:00.000Z`); such sort as text. */
export type Instant = string;

/**
 * One real policy document. `keys` are its identities (`doc:京科发〔2024〕1号`, `url:…`, `text:…`), each owned by one measure; what several
 * share has a place for each (`text:…`, `text:… 2`).
 */
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

/**
 * The shapes of the reading side. Pure data: what a parse contains, what a document is, where a passage stands.
 */

export type OutlineLevel = 'part' | 'subpart' | 'chapter' | 'section' | 'division' | 'subdivision';

/** One heading of a law, in reading order. `first` and `last` are the `number`s of the first and last unit under it. */
export interface OutlineEntry {
  readonly level: OutlineLevel;
  /** As printed, e.g. `第三章`, `一、`, `（二）`; empty where the heading stands without a number. */
  readonly label: string;
  /** The heading without its label, inner spaces of `总 则` removed. */
  readonly title: string;
  readonly first: string | null;
  readonly last: string | null;
  /** Text of the division itself, where it has some above its units. */
  readonly paragraphs?: readonly string[];
}

/** An article (条) or a numbered item (项/措施) that is addressed by itself. */
export interface Unit {
  readonly kind: 'article' | 'item';
  /** `第二十三条`, `第十条之一`, `七、`, `20.` */
  readonly label: string;
  /** Arabic: `23`; `10-1` for 第十条之一. A label, never an index. */
  readonly number: string;
  /** Headings above it, outermost first, each `label title`: `第三章 创新主体与创新活动`. */
  readonly path: readonly string[];
  /** A run-in heading (its text stays in its paragraph too). */
  readonly heading?: string;
  /** One 款 each, its 项 and 目 lines joined by `\n`; only the unit's own label removed. Verbatim otherwise. */
  readonly paragraphs: readonly string[];
}

/** Something the parser noticed: dropped boilerplate, a damaged label, a gap in the numbers. */
export interface ParseWarning {
  /** 1-based line in the source. */
  readonly line: number;
  /** Short stable word: `boilerplate`, `page-split`, `label`, `gap`, `duplicate` … */
  readonly code: string;
  /** A sentence for people, English. */
  readonly message: string;
  /** The text it is about; for `boilerplate`, all of the text that was left out. */
  readonly text?: string;
}

export type LawKind =
  | 'law'
  | 'regulation'
  | 'local-regulation'
  | 'rule'
  | 'interpretation'
  | 'decision'
  | 'plan'
  | 'measures'
  | 'other';

/** What `parse` returns and `tiaoli parse --json` prints, field for field. */
export interface ParsedLaw {
  readonly title: string;
  /** Date lines as printed, e.g. `2024年1月25日 北京市第十六届人民代表大会第二次会议通过`. */
  readonly dates: readonly string[];
  readonly kind: LawKind;
  readonly preamble: readonly string[];
  readonly outline: readonly OutlineEntry[];
  readonly units: readonly Unit[];
  readonly closing?: readonly string[];
  readonly warnings: readonly ParseWarning[];
}

/** `in-force`: 现行有效. `draft`: 征求意见稿, never law. `plan`: a policy document. `unknown`: a team's own text of which we were told nothing. */
export type DocumentStatus = (typeof STATUSES)[number];
export const STATUSES = ['in-force', 'draft', 'plan', 'unknown'] as const;

/** What we know of a document beyond its text (`corpus/<id>/document.json`). Dates are `YYYY-MM-DD`. */
export interface DocumentInfo {
  readonly id: string;
  readonly title: string;
  /** Short names people use in references: `条例`, `草案`, `方案`, `决定` … */
  readonly aliases: readonly string[];
  readonly issuer: string | null;
  readonly status: DocumentStatus;
  readonly dates: { readonly adopted?: string; readonly published?: string; readonly effective?: string };
  /** Official page, if known; and how the text reached us. */
  readonly url?: string;
  readonly source: string;
  readonly script: 'simplified' | 'traditional';
  /** The document this one is the draft of. */
  readonly draftOf?: string;
}

export interface CorpusDocument {
  readonly info: DocumentInfo;
  readonly law: ParsedLaw;
  /** Captions (条旨) by unit number: ours, derived, always shown as such. */
  readonly captions: ReadonlyMap<string, string>;
  /** Words people use of a unit, by its number: ours, searched and never shown. */
  readonly keywords?: ReadonlyMap<string, readonly string[]>;
}

/** All documents, the one that bare references mean (`ordinance`) first. */
export interface Corpus {
  readonly documents: readonly CorpusDocument[];
  document(id: string): CorpusDocument | undefined;
}

/**
 * Where a passage is. Printed `ordinance:23`, `ordinance:23.2` (second 款), `ordinance:34..36` (a range of units).
 * `unit` and `through` are unit numbers as labels (`23`, `10-1`); `paragraph` is 1-based.
 */
export interface Address {
  readonly document: string;
  readonly unit: string;
  readonly paragraph?: number;
  readonly through?: string;
}

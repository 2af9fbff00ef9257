/** What is told apart : a rule itself, its draft, its explanation, a call under it, and reports of it. */
export type EntryKind = 'measure' | 'consultation' | 'interpretation' | 'notice' | 'news';

/** What the linker reads: one entry as text. Dates are ISO 8601 or `YYYY-MM-DD`. */
export interface EntryText {
  readonly id: string;
  readonly title: string;
  readonly body?: string;
  /** Issuer or site name as the source gives it. */
  readonly source?: string;
  readonly url?: string;
  readonly date?: string;
}

export interface ArticleLink {
  /** Article of the ordinance, Arabic. */
  readonly number: number;
  /** 0…1, calibrated: of links scored 0.8 about 80% are right. */
  readonly score: number;
  readonly link: 'cites' | 'implements' | 'related';
  /** The evidence: words quoted from the entry that show it, and nothing that is not in it or in the law. */
  readonly why: string;
}

/** What `link` returns and `tiaoli link` prints, one per entry. */
export interface LinkResult {
  readonly id: string;
  readonly relevant: boolean;
  readonly kind: EntryKind;
  /** 0…1: how sure we are of `relevant`. */
  readonly confidence: number;
  /** Best first; only those worth telling a subscriber. */
  readonly articles: readonly ArticleLink[];
  /** Articles of this ordinance written out in the text, ranges expanded, ascending. */
  readonly cites: readonly number[];
}

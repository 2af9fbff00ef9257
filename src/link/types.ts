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
  /** Written out; carried out by a follow-up; or the subject of an earlier measure, of an explanation or of news. */
  readonly link: 'cites' | 'implements' | 'related';
  /** The evidence: words quoted from the entry that show it, and nothing that is not in it or in the law. */
  readonly why: string;
  /** The topic's words of subject and scope that were found in the entry, as the topic writes them, strongest first. */
  readonly words?: readonly string[];
}

/**
 * Why an entry is not relevant. A form that carries out no article: `name-list`, `meeting`, `award`, `personnel`, `statistics`,
 * `work-report`, `drafting-history`, `procurement`, `commentary`, `no-measure` (news of no measure); a document of others:
 * `elsewhere`, `national`, `unknown-place`; or `subject`: no article is about it.
 */
export type Refusal =
  | 'name-list'
  | 'meeting'
  | 'award'
  | 'personnel'
  | 'statistics'
  | 'work-report'
  | 'drafting-history'
  | 'procurement'
  | 'commentary'
  | 'no-measure'
  | 'elsewhere'
  | 'national'
  | 'unknown-place'
  | 'subject';

/** What `link` returns and `tiaoli link` prints, one per entry. */
export interface LinkResult {
  readonly id: string;
  readonly relevant: boolean;
  readonly kind: EntryKind;
  /** 0…1: how sure we are that the entry is relevant. */
  readonly confidence: number;
  /** Best first; only those worth telling a subscriber: at least one where the entry is relevant. */
  readonly articles: readonly ArticleLink[];
  /** Articles of this ordinance written out in the text, ranges expanded, ascending. */
  readonly cites: readonly number[];
  /** Links for people to look at before anybody is told, best first. */
  readonly doubtful?: readonly ArticleLink[];
  /** Only where the entry is not relevant. */
  readonly refusal?: Refusal;
}

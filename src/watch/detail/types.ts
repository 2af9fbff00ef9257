/** Where a source's official pages keep what matters, in selector notation (`HtmlReader`); what is not given is found by itself. */
export interface DetailReader {
  readonly title?: string;
  /** The box of the main text. */
  readonly content?: string;
  readonly date?: string;
  /** Where its pages are shells that a script fills: what the script would ask. */
  readonly json?: JsonDetailReader;
}

/**
 * Where an interface keeps what its pages show, in the paths of `JsonReader`. `{1}` in an address is what the first group of `match`
 * took from the entry's own; an entry whose address does not match is read as a page.
 */
export interface JsonDetailReader {
  /** A regular expression that the addresses of entries match. */
  readonly match: string;
  readonly url: string;
  /** The main text, as HTML or plain. */
  readonly content?: string;
  readonly title?: string;
  readonly date?: string;
  readonly issuer?: string;
  readonly docNumber?: string;
  readonly signedOn?: string;
  readonly effectiveOn?: string;
  /** A second answer that says where the file of the main text is. */
  readonly file?: { readonly url: string; readonly path: string };
}

export interface Attachment {
  readonly title: string;
  /** Absolute. */
  readonly url: string;
}

/** What an official page says of its document. Days are `YYYY-MM-DD`; null is not said. */
export interface DetailFacts {
  readonly title: string | null;
  readonly issuer: string | null;
  /** The number it was issued under, in normal form; never one that it cites. */
  readonly docNumber: string | null;
  /** 成文日期: when it was signed. */
  readonly signedOn: string | null;
  /** First publication, as in `Entry.date`; never a last change. */
  readonly published: string | null;
  /** 施行日期. */
  readonly effectiveOn: string | null;
  /** 征求意见: until when anybody may answer, and since when. */
  readonly consultation: { readonly from: string | null; readonly until: string } | null;
  readonly attachments: readonly Attachment[];
}

export interface Detail extends DetailFacts {
  /** The main text, a paragraph a line, without navigation and what the page says of itself. */
  readonly text: string;
  /** A file that holds part of the text could not be fetched for now. */
  readonly isPartial?: true;
}

/** Longest text of a page that is looked at: a long ordinance with its annex has half of it. */
export const MAX_TEXT = 100_000;

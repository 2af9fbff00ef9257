/**
 * Which two documents are editions of one text, and which of them is the earlier.
 */
import { nameKey } from '../address/names.ts';
import type { Corpus, CorpusDocument } from '../types.ts';

export interface Editions {
  readonly from: CorpusDocument;
  readonly to: CorpusDocument;
}

/** The other edition of a document: its draft or final by what is known of them, else the first document of the same title. */
export function otherEdition(document: CorpusDocument, corpus: Corpus): CorpusDocument | undefined {
  const { id, draftOf } = document.info;
  const title = titleKey(document);
  return (
    corpus.documents.find(({ info }) => info.id === draftOf || info.draftOf === id) ??
    corpus.documents.find((other) => other !== document && titleKey(other) === title)
  );
}

/** Puts the earlier of two documents first: a draft before its final, then by date; `base` is the later one where nothing tells. */
export function inOrder(base: CorpusDocument, other: CorpusDocument): Editions {
  const baseFirst =
    base.info.draftOf === other.info.id ||
    (other.info.draftOf !== base.info.id && dateOf(base) !== '' && dateOf(base) < dateOf(other));
  return baseFirst ? { from: base, to: other } : { from: other, to: base };
}

/** The title without what tells editions apart. Takes （草案公开征求稿）, (2018年修正) off; leaves 海南（洋浦）条例 alone. */
const titleKey = ({ info }: CorpusDocument): string =>
  nameKey(info.title.replace(/[（(][^（）()]*(?:稿|草案|修正|修订|版|年)[）)]\s*$/, ''));

/** `YYYY-MM-DD`, empty where no date is known. */
const dateOf = ({ info: { dates } }: CorpusDocument): string =>
  dates.effective ?? dates.adopted ?? dates.published ?? '';

/**
 * Why a reference names nothing, and what comes closest to what was meant.
 */
import type { Address, Corpus, CorpusDocument } from '../types.ts';

/** References and searches longer than this (UTF-16 units) are refused: nobody types them. */
export const LONGEST_INPUT = 200;

export type ReferenceProblem = {
  /** Passages that exist and may have been meant, likest first; possibly none. */
  readonly nearest: readonly Address[];
} & (
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly length: number; readonly limit: number }
  | { readonly code: 'unreadable'; readonly text: string }
  | { readonly code: 'no-such-document'; readonly name: string }
  /** `unit` is the number asked for, or the heading (`第九章`). `first` and `last` are the numbers the document has. */
  | {
      readonly code: 'no-such-unit';
      readonly document: string;
      readonly unit: string;
      readonly first: string | null;
      readonly last: string | null;
    }
  | {
      readonly code: 'no-such-paragraph';
      readonly document: string;
      readonly unit: string;
      readonly paragraph: number;
      /** How many paragraphs the unit has. */
      readonly count: number;
    }
  /** `item` is the 项 asked for: of the unit, or of its `paragraph` where one was named. */
  | {
      readonly code: 'no-such-item';
      readonly document: string;
      readonly unit: string;
      readonly paragraph?: number;
      readonly item: number;
      /** How many items stand there. */
      readonly count: number;
    }
);

export function noSuchUnit(document: CorpusDocument, unit: string, corpus: Corpus): ReferenceProblem {
  const { units } = document.law;
  return {
    code: 'no-such-unit',
    document: document.info.id,
    unit,
    first: units[0]?.number ?? null,
    last: units.at(-1)?.number ?? null,
    nearest: [...closest(document, unit), ...sameNumberBeside(document, unit, corpus)],
  };
}

/** The unit whose number is nearest: for 80 of 76 the last one, for a missing 10-1 its 10. */
function closest(document: CorpusDocument, number: string): readonly Address[] {
  const wanted = Number.parseInt(number, 10);
  if (Number.isNaN(wanted)) return [];
  const distance = (candidate: string): number => Math.abs(Number.parseInt(candidate, 10) - wanted);
  const unit = document.law.units.reduce<string | null>(
    (best, { number: candidate }) =>
      best === null || distance(candidate) < distance(best) ? candidate : best,
    null,
  );
  return unit === null ? [] : [{ document: document.info.id, unit }];
}

/** The same number in the document's draft or final: 第八十条 is in the draft alone. */
function sameNumberBeside(document: CorpusDocument, unit: string, corpus: Corpus): readonly Address[] {
  return corpus.documents
    .filter(({ info }) => info.draftOf === document.info.id || info.id === document.info.draftOf)
    .filter(({ law }) => law.units.some(({ number }) => number === unit))
    .map(({ info }) => ({ document: info.id, unit }));
}

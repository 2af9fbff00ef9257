/**
 * From what a person asks to the pairs that answer it: `23`, `草案31`, `第三章`, or nothing for all of them.
 */
import { fail, ok, type Result } from '../../result.ts';
import { documentNamed } from '../address/names.ts';
import { parseReference, type ReferenceProblem, resolve } from '../address.ts';
import type { Corpus, CorpusDocument } from '../types.ts';
import { type Comparison, compareEditions, type Pair, type Place } from './compare.ts';
import { inOrder, otherEdition } from './editions.ts';
import type { Move } from './move.ts';

export interface Question {
  /** A reference in either edition; without it the whole of the corpus's first document is asked about. */
  readonly reference?: string | undefined;
  /** The document to compare with, by name; without it the other edition is found. */
  readonly other?: string | undefined;
}

export interface Answer {
  readonly comparison: Comparison;
  /** Those that hold what was asked about, in the order of the later edition. */
  readonly pairs: readonly Pair[];
  /** Paragraphs that left these pairs for others, or came to them. */
  readonly moves: readonly Move<Place>[];
  /** Whether a whole document was asked about. */
  readonly whole: boolean;
}

export type CompareProblem =
  | { readonly code: 'reference'; readonly problem: ReferenceProblem }
  | { readonly code: 'no-such-document'; readonly name: string }
  /** There is nothing to compare the document with. */
  | { readonly code: 'no-edition'; readonly document: CorpusDocument };

export function askComparison(
  { reference = '', other = '' }: Question,
  corpus: Corpus,
): Result<Answer, CompareProblem> {
  const [first] = corpus.documents;
  const asked = reference.trim() === '' && first ? first.info.id : reference;
  const address = parseReference(asked, corpus);
  const passage = address.ok ? resolve(address.value, corpus) : address;
  if (!passage.ok) return fail({ code: 'reference', problem: passage.error });
  const base = corpus.document(passage.value.address.document);
  if (!base) return fail({ code: 'no-such-document', name: passage.value.address.document });
  const against = other.trim() === '' ? otherEdition(base, corpus) : documentNamed(other, corpus);
  if (!against && other.trim() !== '') return fail({ code: 'no-such-document', name: other });
  if (!against || against === base) return fail({ code: 'no-edition', document: base });
  const { from, to } = inOrder(base, against);
  const comparison = compareEditions(from, to);
  const numbers = new Set(passage.value.units.map(({ number }) => number));
  const side = base === from ? 'from' : 'to';
  const whole = numbers.size === base.law.units.length;
  const pairs = whole
    ? comparison.pairs
    : comparison.pairs.filter((pair) => pair[side].some((number) => numbers.has(number)));
  const held = new Set(pairs);
  const pairOf = (end: 'from' | 'to', { unit }: Place): Pair | undefined =>
    comparison.pairs.find((pair) => pair[end].includes(unit));
  const moves = comparison.moves.filter((move) =>
    [pairOf('from', move.from), pairOf('to', move.to)].some((pair) => pair && held.has(pair)),
  );
  return ok({ comparison, pairs, moves, whole });
}

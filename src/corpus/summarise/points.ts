/**
 * What a passage says, point by point: a sentence each, with where it stands and how strongly it binds.
 */
import { readSubject } from '../duties/subject.ts';
import { ADVERB, MODAL, PROMOTES } from '../duties/words.ts';
import { lettersOf } from '../normalise.ts';
import { type Clause, join, type Sentence } from './sentences.ts';

/** A sentence of a document. */
export interface Said {
  readonly sentence: Sentence;
  /** Where it stands: `ordinance:23.2`; the document's id alone for what stands above its units. */
  readonly source: string;
  /** The law's own word for who it speaks to; null where it names nobody. */
  readonly who: string | null;
  /** The law's own word for how strongly: 应当, 不得, 可以, 支持, 推动 …; null where it merely states. */
  readonly strength: string | null;
}

export function said(sentence: Sentence, source: string): Said {
  const clauses = sentence.segments.flat();
  return { sentence, source, who: firstOf(clauses, whoOf), strength: strengthOf(clauses) };
}

/** 3 where it binds, 2 where it allows or states, 1 where it promotes. */
export function force({ strength }: Said): number {
  if (strength === null || /^(?:可|有权)/.test(strength)) return 2;
  return PROMOTES.test(strength) ? 1 : 3;
}

export const verbatim = (sentence: Sentence): string => join(sentence.segments.flat(), sentence);

export const letters = (sentence: Sentence): number => lettersOf(verbatim(sentence)).length;

function whoOf({ plain, text }: Clause): string | null {
  const modal = plain.search(MODAL);
  const end = plain.length === text.length ? readSubject(plain, modal < 0 ? null : modal) : null;
  return end === null ? null : text.slice(0, end);
}

/** The strongest modal word counts; without one, how the sentence begins. */
function strengthOf(clauses: readonly Clause[]): string | null {
  const modals = clauses.flatMap(({ plain }) => plain.match(MODAL) ?? []);
  const binding = modals.find((word) => !/^(?:可|有权)/.test(word)) ?? modals[0];
  if (binding !== undefined) return binding;
  return firstOf(clauses.slice(0, 1), (clause) => {
    const deed = clause.plain.slice(whoOf(clause)?.length ?? 0).replace(ADVERB, '');
    return PROMOTES.exec(deed)?.[0] ?? null;
  });
}

function firstOf(clauses: readonly Clause[], read: (clause: Clause) => string | null): string | null {
  for (const clause of clauses) {
    const found = read(clause);
    if (found !== null) return found;
  }
  return null;
}

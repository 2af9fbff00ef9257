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
  /** 3 where it binds, 2 where it allows or states, 1 where it promotes. */
  readonly force: 1 | 2 | 3;
}

export function said(sentence: Sentence, source: string): Said {
  const clauses = sentence.segments.flat();
  return { sentence, source, who: firstOf(clauses, whoOf), ...strengthOf(clauses) };
}

export const verbatim = (sentence: Sentence): string => join(sentence.segments.flat(), sentence);

export const letters = (sentence: Sentence): number => lettersOf(verbatim(sentence)).length;

function whoOf({ plain, text }: Clause): string | null {
  const modal = plain.search(MODAL);
  const end = plain.length === text.length ? readSubject(plain, modal < 0 ? null : modal) : null;
  return end === null ? null : text.slice(0, end);
}

/** The strongest modal word counts; without one, how the sentence begins. */
function strengthOf(clauses: readonly Clause[]): Pick<Said, 'strength' | 'force'> {
  const modals = clauses.flatMap((clause) =>
    [...clause.plain.matchAll(MODAL)].map(({ 0: word, index }) => ({
      strength: wordOf(clause, index, word.length),
      force: ALLOWS.test(word) ? (2 as const) : (3 as const),
    })),
  );
  const strongest = modals.find(({ force }) => force === 3) ?? modals[0];
  if (strongest) return strongest;
  const [opening] = clauses;
  const skipped = opening ? (whoOf(opening)?.length ?? 0) : 0;
  const adverb = ADVERB.exec(opening?.plain.slice(skipped) ?? '')?.[0] ?? '';
  const promotes = PROMOTES.exec(opening?.plain.slice(skipped + adverb.length) ?? '')?.[0];
  if (!opening || promotes === undefined) return { strength: null, force: 2 };
  return { strength: wordOf(opening, skipped + adverb.length, promotes.length), force: 1 };
}

const ALLOWS = /^(?:可|有权)/;

/** A word of the folded clause as it is printed; folded where folding has moved it. */
const wordOf = ({ text, plain }: Clause, from: number, length: number): string =>
  (plain.length === text.length ? text : plain).slice(from, from + length);

function firstOf(clauses: readonly Clause[], read: (clause: Clause) => string | null): string | null {
  for (const clause of clauses) {
    const found = read(clause);
    if (found !== null) return found;
  }
  return null;
}

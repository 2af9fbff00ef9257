/**
 * A paragraph taken apart for summing up: sentences, their segments between semicolons, the clauses of each, all verbatim.
 */
import { readSegments } from '../duties/clauses.ts';
import { foldWithOrigins } from '../fold.ts';

export interface Clause {
  /** Verbatim, without the mark behind it. */
  readonly text: string;
  /** Folded, what stands in brackets and quotes blanked: for telling what kind of clause it is. */
  readonly plain: string;
  /** What stands between it and the clause before it: `，`, `；`, a line break and an item's label; of the first, its label. */
  readonly joint: string;
}

/** A sentence: its segments in order, each of at least one clause. */
export interface Sentence {
  readonly segments: readonly (readonly Clause[])[];
  /** The mark that ends it; empty where it has none. */
  readonly end: string;
}

/** The sentences of a paragraph; put together they are the paragraph, but for white space at its ends. */
export function readSentences(paragraph: string): readonly Sentence[] {
  const { text, original } = foldWithOrigins(paragraph);
  const sentences: { segments: Clause[][]; end: string }[] = [];
  let end = 0;
  for (const { clauses, first } of readSegments(text)) {
    const segment = clauses.map((clause) => {
      const [from, to] = original(clause.from, clause.to);
      const joint = paragraph.slice(end, from);
      end = to;
      return { text: paragraph.slice(from, to), plain: clause.text, joint };
    });
    const [opening] = segment;
    const last = sentences.at(-1);
    if (!opening) continue;
    if (last && !first) last.segments.push(segment);
    else {
      // A label before a sentence, （二） or 2., is its own; the mark before that ends the sentence before it.
      const [mark = ''] = last ? (/^[。！？!?]*/.exec(opening.joint) ?? []) : [];
      if (last) last.end = mark;
      const joint = opening.joint.slice(mark.length);
      sentences.push({ segments: [[{ ...opening, joint }, ...segment.slice(1)]], end: '' });
    }
  }
  const last = sentences.at(-1);
  if (last) last.end = paragraph.slice(end);
  return sentences;
}

/** The whole of a sentence, or of those of its clauses that are kept; their first one stands first. */
export function join(clauses: readonly Clause[], { end }: Sentence): string {
  return (
    clauses
      .map(({ joint, text }) => joint + text)
      .join('')
      .trimStart() + end.trimEnd()
  );
}

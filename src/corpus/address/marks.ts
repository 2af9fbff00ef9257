/**
 * Marks that folding would make something else of: ② and ² would become digits of the number before them.
 */

const CIRCLED = /[①-⑳]/g;
const RAISED = /[⁰¹²³⁴-⁹₀-₉]/g;
const OPENING = /[【〔［[]/g;
const CLOSING = /[】〕］\]]/g;

/** The same text with one kind of brackets, and ^ for each small or circled digit; of the same length. */
export function evenMarks(text: string): string {
  return text.replace(OPENING, '(').replace(CLOSING, ')').replace(RAISED, '^').replace(CIRCLED, '^');
}

/** The same, but a circled digit is what it is behind an article: 第23条② is its second paragraph. */
export function readMarks(text: string): string {
  const circled = (mark: string): string => `(${mark.normalize('NFKC')})`;
  return evenMarks(text.replace(CIRCLED, circled));
}

/**
 * How well a unit answers what is looked for.
 */
import type { PlainUnit } from './port.ts';
import { isLatin, runs, tokenise } from './tokenise.ts';
import type { Form } from './understand.ts';

/** How telling some plain text is: the sum of the inverse document frequencies of its tokens. */
export type Telling = (plain: string) => number;

export function tellingOf(frequencies: ReadonlyMap<string, number>, size: number): Telling {
  const known = new Map<string, number>();
  const measure = (plain: string): number =>
    tokenise(plain).reduce((sum, token) => {
      const frequency = frequencies.get(token) ?? 0;
      return sum + Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
    }, 0);
  // One search weighs the same few stretches for every candidate.
  return (plain) => {
    const weight = known.get(plain) ?? measure(plain);
    known.set(plain, weight);
    return weight;
  };
}

export interface Answer {
  readonly score: number;
  /** The stretches of the query, as said best, that stand in the unit. */
  readonly pieces: readonly string[];
}

/** How much it counts that a unit answers further forms too: one that speaks in several of the words is surer to be meant. */
const ALSO_SAID = 0.25;

/** The answer a unit gives: that to the form it answers best, and a little for the others; null where it has nothing of any. */
export function answer(unit: PlainUnit, forms: readonly Form[], telling: Telling): Answer | null {
  const answers = forms.map((form) => answerForm(unit, form, telling)).sort((a, b) => b.score - a.score);
  const [best, ...others] = answers;
  if (!best || best.score === 0) return null;
  const rest = others.reduce((sum, { score }) => sum + score, 0);
  return { score: best.score + ALSO_SAID * rest, pieces: best.pieces };
}

function answerForm(unit: PlainUnit, form: Form, telling: Telling): Answer {
  const pieces = commonPieces(form.plain, unit);
  const whole = telling(form.plain);
  const covered = pieces.reduce((sum, piece) => sum + telling(piece), 0);
  const score = pieces.reduce((sum, piece) => sum + telling(piece) * prominence(piece, unit), 0);
  // Half of the query in prominent places answers less than all of it in plain ones.
  return { score: covered === 0 ? 0 : form.weight * (score / whole) * Math.sqrt(covered / whole), pieces };
}

/** Beyond this many characters a text holds words by mere length. */
const USUAL_LENGTH = 200;
/** A unit says at its beginning what it is about. */
const OPENING = 30;

/** How prominently a piece stands in a unit: often, in its caption or keywords, at its beginning, in the headings above it. */
function prominence(piece: string, unit: PlainUnit): number {
  const times = count(piece, unit.text);
  const often = (times * 2.2) / (times + 0.6 + (0.6 * unit.text.length) / USUAL_LENGTH);
  return (
    often +
    (has(unit.caption, piece) ? 1.2 : 0) +
    (has(unit.text.slice(0, OPENING), piece) ? 0.3 : 0) +
    KEYWORD * keywordShare(piece, unit.keywords) +
    (has(unit.path, piece) ? 0.8 : 0)
  );
}

/** How much a keyword counts, and what is left of that where the piece is but a part of one: 登记 of 技术合同登记. */
const KEYWORD = 1.2;
const PART = 0.5;

function keywordShare(piece: string, keywords: string): number {
  if (!has(keywords, piece)) return 0;
  return `\n${keywords}\n`.includes(`\n${piece}\n`) ? 1 : PART;
}

const FIELDS = ['text', 'caption', 'keywords', 'path'] as const;

/** The longest pieces of `plain` that stand somewhere in the unit, left to right; Latin words whole. */
function commonPieces(plain: string, unit: PlainUnit): readonly string[] {
  const stands = (piece: string): boolean => FIELDS.some((field) => has(unit[field], piece));
  return runs(plain).flatMap((run) => {
    if (isLatin(run) || run.length === 1) return stands(run) ? [run] : [];
    const found: string[] = [];
    for (let at = 0; at + 2 <= run.length; ) {
      let end = at + 1;
      while (end < run.length && stands(run.slice(at, end + 1))) end += 1;
      if (end >= at + 2) found.push(run.slice(at, end));
      at = end;
    }
    return found;
  });
}

function has(text: string, piece: string): boolean {
  return isLatin(piece)
    ? ` ${text.replace(/[^a-z0-9]+/g, ' ')} `.includes(` ${piece} `)
    : text.includes(piece);
}

function count(piece: string, text: string): number {
  let times = 0;
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) times += 1;
  return times;
}

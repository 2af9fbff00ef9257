/**
 * How texts are kept for searching and cut into tokens: overlapping pairs of characters, so that any word can be looked up
 * without a dictionary, and whole words of Latin letters and digits.
 */
import { type Folded, fold, foldWithOrigins } from '../fold.ts';

/**
 * What stands between characters without parting them: 首台（套） is found as 首台套, 签证、工作许可 as 签证工作许可, 科 技 as 科技.
 * Sentence ends and line breaks part.
 */
const GAP = /[^\p{L}\p{N}。;!?\n]+/gu;
const LATIN = /[a-z0-9]/;
const RUN = /[a-z0-9]+|[[\p{L}\p{N}]--[a-z0-9]]+/gv;

/** Text as it is kept for searching: folded, gaps closed; a gap between Latin words stays as one space. */
export function plainText(text: string): string {
  return fold(text).replace(GAP, keptOfGap);
}

/** The same with the way back to the original text. */
export function plainWithOrigins(text: string): Folded {
  const folded = foldWithOrigins(text);
  const kept: number[] = [];
  let end = 0;
  const keep = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) kept.push(at);
  };
  const plain = folded.text.replace(GAP, (gap, at: number, whole: string) => {
    const rest = keptOfGap(gap, at, whole);
    keep(end, at + rest.length);
    end = at + gap.length;
    return rest;
  });
  keep(end, folded.text.length);
  return {
    text: plain,
    original: (from, to) =>
      folded.original(kept[from] ?? folded.text.length, (kept[to - 1] ?? folded.text.length) + 1),
  };
}

function keptOfGap(gap: string, at: number, whole: string): string {
  return LATIN.test(whole.charAt(at - 1)) && LATIN.test(whole.charAt(at + gap.length)) ? ' ' : '';
}

/** The stretches of a plain text between its gaps, Latin words by themselves: `科创ai技术` → `科创`, `ai`, `技术`. */
export function runs(plain: string): readonly string[] {
  return plain.match(RUN) ?? [];
}

/** Whether a run is a Latin word or a number. */
export function isLatin(run: string): boolean {
  return LATIN.test(run.charAt(0));
}

/** The tokens of a plain text, in its order; a character that stands alone is a token itself. */
export function tokenise(plain: string): readonly string[] {
  const tokens: string[] = [];
  for (const run of runs(plain)) {
    const characters = isLatin(run) ? [run] : [...run];
    if (characters.length === 1) tokens.push(run);
    for (let at = 1; at < characters.length; at += 1) tokens.push(`${characters[at - 1]}${characters[at]}`);
  }
  return tokens;
}

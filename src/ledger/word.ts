/**
 * Words of a topic: found in whatever writing the topic or the text has them.
 */
import { fold, REGIONAL_WORDING } from '../corpus/fold.ts';

const REGIONAL = new RegExp([...REGIONAL_WORDING.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/** The forms of words asked for lately: they are few, and come again with every measure. */
const known = new Map<string, readonly [string, ...string[]]>();
const mostKnown = 5000;

/**
 * What a word may be in a folded text. A word is too short to show which script it is in: 人工智慧 has the same characters in both,
 * and means 人工智能 too.
 */
function formsOf(word: string): readonly [string, ...string[]] {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const folded = fold(word);
  const worded = folded.replace(REGIONAL, (found) => REGIONAL_WORDING.get(found) ?? found);
  const forms: readonly [string, ...string[]] = worded === folded ? [folded] : [folded, worded];
  known.set(word, forms);
  return forms;
}

/** The same for words that are the same in any writing: 人工智慧, 人工智能 and 人工智能. */
export const wordKey = (word: string): string => formsOf(word).at(-1) ?? word;

/** Whether a text that is folded has a word. Letters and digits at its ends stand by themselves: `ai` is in `ai芯片`, not in `fair`. */
export const holdsWord = (folded: string, word: string): boolean =>
  formsOf(word).some((form) => holds(folded, form));

/** Whether a name has a part, in any writing. */
export const holdsPart = (name: string, part: string): boolean =>
  formsOf(part).some((form) => formsOf(name).some((whole) => whole.includes(form)));

const LETTER = /[a-z0-9]/;

function holds(text: string, word: string): boolean {
  const starts = LETTER.test(word.charAt(0));
  const ends = LETTER.test(word.charAt(word.length - 1));
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isLonger =
      (starts && LETTER.test(text.charAt(at - 1))) || (ends && LETTER.test(text.charAt(at + word.length)));
    if (!isLonger) return true;
  }
  return false;
}

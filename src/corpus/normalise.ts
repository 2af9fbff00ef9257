/**
 * The form in which two witnesses of one text are compared: what printing adds and typing varies is set aside,
 * every letter stays.
 */

/** Zero-width and private-use characters: left by editors and by fonts, never part of a text. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]/g;

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
};

/** White space, zero-width and private-use characters removed, `, ; : ( ) ? !` widened. Doing it twice changes nothing. */
export function normalise(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(INVISIBLE, '')
    .replace(/[,;:()?!]/g, (mark) => WIDE[mark] ?? mark);
}

/** Letters and digits alone, for telling whether two lines say the same whatever their punctuation. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

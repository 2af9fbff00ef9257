/**
 * A text cut into the characters that a redline compares.
 */
import { fold } from '../fold.ts';
import { INVISIBLE } from '../normalise.ts';
import { segmenter } from '../segment.ts';

/** Whether two texts are in one script; across scripts 條 and 条 are one character. */
export type Scripts = 'same' | 'different';

export interface Token {
  /** What is compared: width, composition and (across scripts) script set aside. */
  readonly key: string;
  /** The character as printed, with the white space and invisible marks behind it. */
  readonly text: string;
  /** Whether it is a mark of punctuation or a symbol rather than a letter or digit. */
  readonly mark: boolean;
  /** What stands just before it: the middle of a word, the end of a word, or a mark (or it is one; or the text starts). */
  readonly before: 'inside' | 'word' | 'mark';
}

const LETTER = /[\p{L}\p{N}]/u;

/** White space and invisible marks at the start of the text, before any character, are left out. */
export function tokensOf(text: string, scripts: Scripts): readonly Token[] {
  const starts = new Set([...segmenter('word').segment(text)].map(({ index }) => index));
  const tokens: Token[] = [];
  for (const { segment, index } of segmenter('grapheme').segment(text)) {
    const key = keyOf(segment, scripts);
    const last = tokens.at(-1);
    if (key !== '') {
      const mark = !LETTER.test(key);
      const before = mark || !last || last.mark ? 'mark' : starts.has(index) ? 'word' : 'inside';
      tokens.push({ key, text: segment, mark, before });
    } else if (last) tokens[tokens.length - 1] = { ...last, text: last.text + segment };
  }
  return tokens;
}

/** Whether a redline between the two would show no change. */
export const sameText = (a: string, b: string, scripts: Scripts): boolean =>
  keyOf(a, scripts) === keyOf(b, scripts);

/** What a character, or a text, is compared by; empty for white space and invisible marks. */
function keyOf(text: string, scripts: Scripts): string {
  const key = text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, '');
  return scripts === 'same' ? key : fold(key);
}

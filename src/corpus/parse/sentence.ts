/**
 * Where a printed line may end. A law's lines end with its sentences and the members of its lists; what ends
 * otherwise was cut by a page or a line.
 */

/** `…。`, `…；`, `…：`, `…。”`, `…。）`, a row of a table; not `…，`, `…、` nor a bare word. */
export function isFinished(text: string): boolean {
  return /[。；：！？….;:!?|][”’』」）)》]*$/.test(text.slice(-8));
}

/** The line announces what comes below it: a list, a table, a quoted text. */
export function isAnnouncing(text: string): boolean {
  return /[：:]$/.test(text);
}

/** A page or a line is full before it breaks; what ends shorter ends by itself: a name, a member of a list. */
export const FULL_LINE = 20;

/** Words of a sentence: what has them is no name, even if its full stop is lost. */
export function isNorm(text: string): boolean {
  return /应当|應當|不得|可以|必须|必須|按照|依照|除外|由.{2,}(?:负责|負責|制定|规定|規定|承担|承擔)/.test(
    text,
  );
}

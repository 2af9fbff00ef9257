/**
 * The joints of a paragraph: sentences end with 。, segments with ; or a line, clauses with a comma.
 */

export interface Clause {
  /** Offsets in the paragraph; without the comma behind it. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Segment {
  readonly clauses: readonly Clause[];
  /** Begins a sentence. */
  readonly first: boolean;
  /** An item of a list: （一）…; its label is not in its clauses. */
  readonly item: boolean;
}

/** `(一)`, `1.`, `一、` before an item. */
const LABEL = /^\s*(?:\([一二三四五六七八九十百\d]+\)|\d+[.、]|[一二三四五六七八九十]+、)\s*/;
const ENCLOSED = /\([^()]*\)|《[^《》]*》|“[^“”]*”|"[^"]*"|「[^「」]*」/g;

/** What stands in brackets or quotes neither joins nor parts a sentence: it is blanked, character by character. */
export const blank = (folded: string): string => folded.replace(ENCLOSED, (text) => '□'.repeat(text.length));

/** The segments of a folded paragraph, in order. */
export function readSegments(folded: string): readonly Segment[] {
  const text = blank(folded);
  const segments: Segment[] = [];
  let first = true;
  for (const { 0: raw, index } of text.matchAll(/[^。!?;\n]+[。!?;\n]?/g)) {
    const label = LABEL.exec(folded.slice(index, index + raw.length))?.[0] ?? '';
    const end = index + raw.replace(/[。!?;\n]$/, '').length;
    const clauses = [...text.slice(index + label.length, end).matchAll(/[^,]+/g)].map((match) => {
      const from = index + label.length + match.index;
      return { from, to: from + match[0].length, text: match[0] };
    });
    if (clauses.length > 0) segments.push({ clauses, first, item: label !== '' });
    first = /[。!?]$/.test(raw);
  }
  return segments;
}

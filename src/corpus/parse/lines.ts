import { INVISIBLE } from '../normalise.ts';
import { readItemMarker } from './label/marker.ts';
import { isStructure } from './label/structure.ts';

/** One printed line of a source, without its markup. */
export interface Line {
  /** 1-based line in the source. */
  readonly number: number;
  /** Trimmed, never empty. */
  readonly text: string;
  /** It stood as a Markdown heading. Its level is not kept: sources give levels at random. */
  readonly marked: boolean;
  /** It is set in, as the first line of a paragraph is. */
  readonly indented: boolean;
  /** The source orders a break before this line (`<!-- FORCE BREAK -->`). */
  readonly broken: boolean;
  /** The number of a page stood before this line. */
  readonly turned?: boolean;
}

export interface Lines {
  readonly lines: readonly Line[];
  /** How many of the first lines the source sets apart as information about the text (`<!-- INFO END -->`), 0 if none. */
  readonly information: number;
}

/** `## 第一章`, `#第一章`; not `#` within a line. */
const HEADING_MARK = /^#{1,6}\s*/;

/** `> 第四条` and `> > 第四条`. */
const QUOTE_MARK = /^(?:>\s*)+/;
/** `- 第一条`, `* （一）`; what is no label behind it keeps its dash: `- 3 -`. */
const LIST_MARK = /^[-*+]\s+/;

/** Two spaces, one ideographic space, a tab. */
const INDENT = /^(?: {2}|\u3000|\t)/;

/** The lines that hold text. Comments, emphasis marks and invisible characters are markup, not text. */
export function readLines(text: string): Lines {
  const lines: Line[] = [];
  let information = 0;
  let broken = false;
  let number = 0;
  for (const printed of text.split(/\r\n|[\n\r\f\u2028\u2029]/)) {
    number += 1;
    const visible = printed.replace(INVISIBLE, '');
    let content = visible.trim();
    if (content === '') continue;
    const commentEnd = content.startsWith('<!--') ? content.indexOf('-->') : -1;
    if (commentEnd > 0) {
      const comment = content.slice(4, commentEnd).trim();
      if (comment === 'INFO END') information = lines.length;
      if (comment === 'FORCE BREAK') broken = true;
      content = content.slice(commentEnd + 3).trim();
    }
    content = content.replace(QUOTE_MARK, '');
    const marked = HEADING_MARK.test(content);
    content = withoutListMark(content.replace(HEADING_MARK, '').replaceAll('**', '').trim());
    if (content === '') continue;
    lines.push({ number, text: content, marked, indented: INDENT.test(visible), broken });
    broken = false;
  }
  return { lines, information };
}

function withoutListMark(text: string): string {
  const listed = text.replace(LIST_MARK, '');
  return listed !== text && (isStructure(listed) || readItemMarker(listed) !== null) ? listed : text;
}

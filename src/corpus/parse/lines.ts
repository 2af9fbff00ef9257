import { INVISIBLE } from '../normalise.ts';

/** One printed line of a source, without its markup. */
export interface Line {
  /** 1-based line in the source. */
  readonly number: number;
  /** Trimmed, never empty. */
  readonly text: string;
  /** It stood as a Markdown heading. Its level is not kept: sources give levels at random. */
  readonly marked: boolean;
  /** The source orders a break before this line (`<!-- FORCE BREAK -->`). */
  readonly broken: boolean;
}

export interface Lines {
  readonly lines: readonly Line[];
  /** How many of the first lines the source sets apart as information about the text (`<!-- INFO END -->`), 0 if none. */
  readonly information: number;
}

/** `## 第一章`, `#第一章`; not `#` within a line. */
const HEADING_MARK = /^#{1,6}\s*/;

/** The lines that hold text. Comments, emphasis marks and invisible characters are markup, not text. */
export function readLines(text: string): Lines {
  const lines: Line[] = [];
  let information = 0;
  let broken = false;
  let number = 0;
  for (const printed of text.split(/\r\n|[\n\r\f\u2028\u2029]/)) {
    number += 1;
    let content = printed.replace(INVISIBLE, '').trim();
    if (content === '') continue;
    if (content.startsWith('<!--')) {
      const end = content.indexOf('-->');
      const comment = content.slice(4, end < 0 ? undefined : end).trim();
      if (comment === 'INFO END') information = lines.length;
      if (comment === 'FORCE BREAK') broken = true;
      content = end < 0 ? '' : content.slice(end + 3).trim();
    }
    const marked = HEADING_MARK.test(content);
    content = content.replace(HEADING_MARK, '').replaceAll('**', '').trim();
    if (content === '') continue;
    lines.push({ number, text: content, marked, broken });
    broken = false;
  }
  return { lines, information };
}

import { unzipSync } from 'fflate';
import { createNumbering } from './numbering.ts';
import { MAX_TEXT } from './types.ts';

/** A bomb unpacks to gigabytes; the text part of the longest ordinance to a few megabytes. */
const MAX_PART = 32 * 1024 * 1024;

const BODY = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const STYLES = 'word/styles.xml';
const PARTS: ReadonlySet<string> = new Set([BODY, NUMBERING, STYLES]);

/**
 * The text of a DOCX file, a paragraph a line with the label that is counted for it, cells divided by a tab, deleted words left out;
 * null where it is none. What the file claims of its size bounds what is unpacked, whatever it holds.
 */
export async function docxText(file: Uint8Array): Promise<string | null> {
  const parts = unzipSync(file, {
    filter: ({ name, originalSize }) => PARTS.has(name) && originalSize <= MAX_PART,
  });
  if (parts[BODY] === undefined) return null;
  const { load } = await import('cheerio/slim');
  const open = (name: string) => {
    const part = parts[name];
    return part === undefined ? null : load(new TextDecoder().decode(part), { xml: true });
  };
  const numbering = open(NUMBERING);
  const labelOf = numbering === null ? () => '' : createNumbering(numbering, open(STYLES));
  const $ = load(new TextDecoder().decode(parts[BODY]), { xml: true });
  // A text box is written twice, for readers that know them and for those that do not.
  $('mc\\:Fallback').remove();
  const lines: string[] = [];
  let size = 0;
  for (const element of $('w\\:p').toArray()) {
    const paragraph = $(element);
    const words = paragraph
      .find('w\\:t, w\\:tab, w\\:br')
      .toArray()
      .map((run) => (run.name === 'w:t' ? $(run).text() : run.name === 'w:tab' ? '\t' : '\n'));
    const label = labelOf(paragraph);
    const text = words.join('').trim();
    const line = text === '' ? '' : label + text;
    size += line.length;
    if (line !== '') lines.push(line);
    if (size > MAX_TEXT) break;
  }
  return lines.join('\n').slice(0, MAX_TEXT);
}

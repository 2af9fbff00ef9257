import { unzipSync } from 'fflate';
import { MAX_TEXT } from './types.ts';

/** A bomb unpacks to gigabytes; the text part of the longest ordinance to a few megabytes. */
const MAX_PART = 32 * 1024 * 1024;

/**
 * The text of a DOCX file, a paragraph a line, cells divided by a tab, deleted words left out; null where it is none. What the file
 * claims of its size bounds what is unpacked, whatever it holds.
 */
export async function docxText(file: Uint8Array): Promise<string | null> {
  const parts = unzipSync(file, {
    filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize <= MAX_PART,
  });
  const part = parts['word/document.xml'];
  if (part === undefined) return null;
  const { load } = await import('cheerio/slim');
  const $ = load(new TextDecoder().decode(part), { xml: true });
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
    const line = words.join('').trim();
    size += line.length;
    if (line !== '') lines.push(line);
    if (size > MAX_TEXT) break;
  }
  return lines.join('\n').slice(0, MAX_TEXT);
}

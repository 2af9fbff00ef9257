import { CharacterMaps } from './characterMaps.ts';
import { MAX_TEXT } from './types.ts';

const MAX_PAGES = 200;

/** The text of a PDF file, line by line, of its first pages as far as text is kept at all. Empty where the pages are pictures. */
export async function pdfText(file: Uint8Array): Promise<string> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(file, {
    verbosity: 0,
    BinaryDataFactory: CharacterMaps,
    cMapPacked: false,
  });
  let text = '';
  for (let page = 1; page <= Math.min(document.numPages, MAX_PAGES) && text.length < MAX_TEXT; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
    text += '\n';
  }
  return text.slice(0, MAX_TEXT);
}

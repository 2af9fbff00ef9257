import type { CheerioAPI } from 'cheerio/slim';
import { linksFrom } from '../read/links.ts';
import type { Row } from '../read/select.ts';
import type { Attachment } from './types.ts';

/** Files that official sites attach: W020260901123.pdf, 附件1.docx, x.ofd?v=2. */
const FILE = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z|pptx?|rtf|txt)$/i;

/** Whether an address names a file rather than a page, by its path or by the name it is to be saved under. */
export function isFile(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  return FILE.test(parsed.pathname) || [...parsed.searchParams.values()].some((value) => FILE.test(value));
}

const MOST = 50;

/** The files linked in the main text or in a box of attachments beside it; each once, by its own words or its file's name. */
export function readAttachments($: CheerioAPI, main: Row, base: string): Attachment[] {
  const beside = $(
    '[class*="fujian"], [class*="attach"], [id*="fujian"], [id*="attach"], #files, .xgfj, .fj',
  );
  const resolve = linksFrom(base);
  const found = new Map<string, Attachment>();
  const boxes = [...main.toArray(), ...beside.toArray()];
  for (const element of $('a[href]').toArray()) {
    if (!boxes.some((box) => $.contains(box, element))) continue;
    const link = $(element);
    const href = link.attr('href') ?? '';
    const url = resolve(href);
    if (url === null || !isFile(url) || found.has(url) || found.size >= MOST) continue;
    const written = link.text().replace(/\s+/g, ' ').trim() || (link.attr('title') ?? '').trim();
    const file = href.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '';
    found.set(url, { title: (written || file).slice(0, 200), url });
  }
  return [...found.values()];
}

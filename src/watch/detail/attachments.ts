import type { CheerioAPI } from 'cheerio/slim';
import { linksFrom } from '../read/links.ts';
import type { Row } from '../read/select.ts';
import type { Attachment } from './types.ts';

const KINDS = 'pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z|pptx?|rtf|txt';
/** Files that official sites attach: W020260901123.pdf, 附件1.docx, x.ofd?v=2. */
const FILE = new RegExp(`\\.(?:${KINDS})$`, 'i');
/** 附件：办法.docx · 办法.pdf（点击下载） · 附件1.xls 25KB. Leaves alone: 打开.pdf阅读器. */
const NAMED = new RegExp(`\\.(?:${KINDS})(?:\\s*[（(【[].*|\\s+[\\d.]+\\s*[KM]B?)?$`, 'i');
/** In a handler: window.open('./W1.pdf') · down("/f/附件1.docx?x=1"). */
const QUOTED = new RegExp(`["']([^"'\\s]+\\.(?:${KINDS})(?:\\?[^"'\\s]*)?)["']`, 'i');

/** Whether an address names a file rather than a page, by its path or by the name it is to be saved under. */
export function isFile(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  return FILE.test(parsed.pathname) || [...parsed.searchParams.values()].some((value) => FILE.test(value));
}

/** Pages that show a file which their address names: /pdfjs/web/viewer.html?file=/a/b.pdf. Leaves alone: /down.jsp?name=b.pdf. */
const VIEWER = /(?:\.html?|\/(?:pdf)?(?:view|preview)(?:er)?)$/i;

/** The file that a viewer shows, or the address as it stands. */
export function fileBehind(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null || !VIEWER.test(parsed.pathname)) return url;
  const files = ['file', 'url', 'src', 'pdf'].map((name) =>
    URL.parse(parsed.searchParams.get(name) ?? '', url),
  );
  return (
    files.find((file) => file !== null && /^https?:$/.test(file.protocol) && FILE.test(file.pathname))
      ?.href ?? url
  );
}

/** Puts a link in the place of each frame that shows a file; it has no words of its own, and is known by its attribute. */
export function linkEmbedded($: CheerioAPI, base: string): void {
  const resolve = linksFrom(base);
  for (const element of $('iframe[src], embed[src], object[data]').toArray()) {
    const url = resolve($(element).attr('src') ?? $(element).attr('data') ?? '');
    const file = url === null ? '' : fileBehind(url);
    if (FILE.test(URL.parse(file)?.pathname ?? ''))
      $(element).replaceWith($('<a data-embedded>').attr('href', file));
  }
}

const MOST = 50;

/** Boxes of attachments beside a text. */
const BOXES =
  '[class*="fujian"], [class*="attach"], [class*="download"], [class*="appendix"], [id*="fujian"], [id*="attach"], [id*="download"], [id*="appendix"], #files, .xgfj, .fj';
/** 附件： · 相关附件 · 附件下载 · 【附件】 · 文件下载. */
const HEADED = /^\s*[【[]?(?:相关|政策)?(?:附件|文件下载|下载)/;
const HEADED_LEVELS = 3;

/** The files linked or shown in the main text, in a box of attachments beside it, or after a word for them; each once, by its own words or its file's name. */
export function readAttachments($: CheerioAPI, main: Row, base: string): Attachment[] {
  const resolve = linksFrom(base);
  const boxes = [...main.toArray(), ...$(BOXES).toArray()];
  const isHeaded = (link: Row): boolean => {
    const around = link.parents().slice(0, HEADED_LEVELS).toArray();
    const isApart = (box: Row[0] | undefined): boolean =>
      box !== undefined && !main.toArray().some((text) => text === box || $.contains(box, text));
    return around.some((box) => isApart(box) && HEADED.test($(box).text()));
  };
  const found = new Map<string, Attachment>();
  for (const element of $('a[href], [onclick]').toArray()) {
    const link: Row = $(element);
    const href = link.attr('href') ?? '';
    const written = link.text().replace(/\s+/g, ' ').trim() || (link.attr('title') ?? '').trim();
    const target = resolve(href);
    const isNamed = target !== null && (link.attr('download') !== undefined || NAMED.test(written));
    const quoted = QUOTED.exec(`${href} ${link.attr('onclick') ?? ''}`)?.[1];
    const address = target !== null && (isFile(target) || isNamed) ? target : resolve(quoted ?? '');
    if (address === null || found.size >= MOST) continue;
    const url = fileBehind(address);
    const isShown = link.attr('data-embedded') !== undefined;
    if (found.has(url) || !(isFile(url) || isNamed)) continue;
    if (!isShown && !boxes.some((box) => $.contains(box, element)) && !isHeaded(link)) continue;
    const file = (quoted ?? href).split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '';
    found.set(url, { title: (written || file).slice(0, 200), url });
  }
  return [...found.values()];
}

import type { Cheerio, CheerioAPI } from 'cheerio/slim';
import { isSelector, type Row } from '../read/select.ts';
import { MAX_TEXT } from './types.ts';

type Node = ReturnType<ReturnType<CheerioAPI>['contents']> extends Cheerio<infer N> ? N : never;

/** Boxes in which the publishing systems of official sites (TRS, UCAP, Hanweb) keep an article's text. */
const USUAL_BOXES =
  '#mainText, #UCAP-CONTENT, #zhengwen, #Zoom, #zoom, .TRS_UEDITOR, .TRS_Editor, .trs_editor_view, .pages_content, .TRS_PreAppend';

const NO_TEXT =
  'script, style, noscript, template, iframe, select, button, input, textarea, nav, header, footer, [hidden], [style*="display:none"], [style*="display: none"]';
const BLOCK = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 hr li main ol p pre section table tbody tr ul'.split(
    ' ',
  ),
);

/** Takes out of a page what is never text of its own. */
export function dropFurniture($: CheerioAPI): void {
  $(NO_TEXT).remove();
}

const length = (text: string): number => text.replace(/\s+/g, '').length;

/** Text of an element's own: not in a block, a link or a cell inside it. */
function ownText(children: readonly Node[]): string {
  let text = '';
  for (const child of children) {
    if (child.type === 'text') text += child.data;
    else if (
      'name' in child &&
      'children' in child &&
      child.name !== 'a' &&
      !BLOCK.has(child.name) &&
      child.name !== 'td'
    )
      text += ownText(child.children as readonly Node[]);
  }
  return text;
}

/** A file that is shown in a page weighs as much as so many characters: less than an article, more than what stands around one. */
const SHOWN_FILE = 300;

/**
 * The box that holds most text that is in no link: a paragraph counts for the box around it, half for the one around that, so
 * that the box of all paragraphs wins over one of them and over the whole page.
 */
function densest($: CheerioAPI): Row {
  const scores = new Map<Row[0], number>();
  const credit = (element: Row[0] | null | undefined, points: number): void => {
    if (element) scores.set(element, (scores.get(element) ?? 0) + points);
  };
  for (const element of $('p, div, td, section, article, li, h2, h3, pre, blockquote').toArray()) {
    const points = length(ownText(element.children as readonly Node[]));
    if (points < 10) continue;
    const box: Row = $(element);
    const isParagraph = element.name === 'p' || element.name === 'li' || element.name.startsWith('h');
    if (!isParagraph) credit(element, points);
    credit(box.parent()[0], points);
    credit(box.parent().parent()[0], points / 2);
  }
  for (const element of $('a[data-embedded]').toArray()) credit($(element).parent()[0] as Row[0], SHOWN_FILE);
  let best: Row[0] | undefined;
  let most = 0;
  for (const [element, score] of scores) {
    if (score <= most) continue;
    most = score;
    best = element;
  }
  return best === undefined ? ($.root().children() as Row) : $(best);
}

/** The element of the main text: the definition's, the publishing systems' usual one, or the densest. */
export function findMain($: CheerioAPI, content: string | undefined): Row {
  for (const selector of [content, USUAL_BOXES]) {
    if (selector === undefined || !isSelector($, selector)) continue;
    const boxes = $(selector).toArray();
    // An outer box repeats what its inner ones hold; of several the fullest is meant, the others are teasers.
    const [fullest] = boxes
      .map((element) => ({ element, size: length($(element).text()) }))
      .sort((a, b) => b.size - a.size);
    if (fullest !== undefined && (fullest.size > 0 || $(fullest.element).find('a[href]').length > 0))
      return $(fullest.element) as Row;
  }
  return densest($);
}

/** Lists that hold hardly anything but links are related articles or version history; attachments are read apart. */
export function dropLinkLists($: CheerioAPI, main: Row): void {
  const box = main[0];
  // Looking from the root is a hundred times quicker than from an element deep in the page.
  for (const element of $('ul, ol, dl, div:not(:has(div))').toArray()) {
    if (box === undefined || !$.contains(box, element)) continue;
    const list = $(element);
    const links = list.find('a[href]');
    if (links.length < 3) continue;
    if (length(links.text()) > 0.7 * length(list.text())) list.remove();
  }
}

/** A link with so many characters names a document. */
const TITLE_LENGTH = 8;
/** One that shows a number and hardly more names the page's own, perhaps: 京科发〔2026〕9号 · 京科发〔2026〕9号全文. */
const NUMBER = /^\s*\p{Script=Han}{2,14}\s*[〔［[（(]\s*\d{4}\s*[〕］\]）)]\s*\d+\s*号.{0,4}$/u;
/** How far around such a link its row may reach. */
const ROW_LEVELS = 3;

/** Whether an element holds a link or a heading besides one link. Stops at the second: an ancestor may hold thousands. */
function holdsMore(element: Row[0]): boolean {
  let found = 0;
  const left: Node[] = [...((element?.children ?? []) as readonly Node[])];
  for (let node = left.pop(); node !== undefined && found < 2; node = left.pop()) {
    if (!('name' in node) || !('children' in node)) continue;
    if ((node.name === 'a' && node.attribs.href !== undefined) || node.name === 'h1') found += 1;
    left.push(...(node.children as readonly Node[]));
  }
  return found > 1;
}

/** Rows that speak of other documents: a link with a title, and around it what holds no other link, nor the main text or a heading. */
export function otherRows($: CheerioAPI, main: Row): ReadonlySet<Node> {
  const box = main[0];
  const rows = new Set<Node>();
  for (const element of $('a[href]').toArray()) {
    const link = $(element);
    const words = link.text();
    if (length(words) < TITLE_LENGTH || NUMBER.test(words)) continue;
    if (box !== undefined && $.contains(box, element)) continue;
    let row = link;
    for (let level = 0; level < ROW_LEVELS; level += 1) {
      const around = row.parent();
      const [outer] = around.toArray();
      if (outer === undefined || outer === box || (box && $.contains(outer, box)) || holdsMore(outer)) break;
      row = around;
    }
    for (const one of row.toArray()) rows.add(one);
  }
  return rows;
}

/** Stands in a rendered text where the element was that is marked. */
export const MARK = '\u0001';

/** The text of an element, a block a line, cells of a row divided by a tab; without what is in `skip`, and `MARK` in the place of `marked`. */
export function renderText(root: Row, skip: ReadonlySet<Node> = new Set(), marked?: Node): string {
  const parts: string[] = [];
  let size = 0;
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (size > MAX_TEXT) return;
      if (node.type === 'text') {
        const text = node.data.replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, ' ');
        size += text.length;
        parts.push(text);
      } else if (node === marked) parts.push(`\n${MARK}\n`);
      else if ('name' in node && 'children' in node && !skip.has(node)) {
        if (node.name === 'br') parts.push('\n');
        const isBlock = BLOCK.has(node.name);
        if (isBlock) parts.push('\n');
        walk(node.children as readonly Node[]);
        if (isBlock) parts.push('\n');
        else if (node.name === 'td' || node.name === 'th') parts.push('\t');
      }
    }
  };
  walk(root.contents().toArray() as readonly Node[]);
  return parts
    .join('')
    .slice(0, MAX_TEXT)
    .replace(/ *\n[\s]*/g, '\n')
    .trim();
}

import type { CheerioAPI } from 'cheerio/slim';
import { readDate } from './dates.ts';

const scriptsOf = ($: CheerioAPI): string =>
  $('script, record, recordset, datastore')
    .toArray()
    .map((element) => $(element).html() ?? '')
    .join('\n');

/** What a literal of a script says: `\u5173\u4e8e` and `\/a\/b.html` are 关于 and /a/b.html. */
const unescaped = (literal: string): string =>
  literal.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/gs, (_, long, short, character) => {
    if (character === undefined) return String.fromCharCode(Number.parseInt(long ?? short, 16));
    return /[nrt\n]/.test(character) ? ' ' : character;
  });

/** Not a template that is filled in: `<li>${title}</li>`. */
const LITERAL_OF_ANY_LENGTH = [/"(?:\\.|[^"\\])*"/, /'(?:\\.|[^'\\])*'/, /`(?:\\.|[^`\\$]|\$(?!\{))*`/]
  .map(({ source }) => source)
  .join('|');
const PART = new RegExp(LITERAL_OF_ANY_LENGTH, 'gs');
/**
 * A call that writes literals alone: `document.write('<li>' + "…</li>")`. Not one that a script fills in as it runs:
 * `document.write('<a href="' + url + '">')`.
 */
const WRITTEN = new RegExp(
  String.raw`document\.write(?:ln)?\(\s*((?:${PART.source})(?:\s*\+\s*(?:${PART.source}))*)\s*\)`,
  'gs',
);

/** Rows that are written into the page by a script, as text: `document.write('<li>…')` and `<record><![CDATA[<li>…]]></record>`. */
export function writtenRows($: CheerioAPI): string {
  const scripts = scriptsOf($);
  const written = [...scripts.matchAll(WRITTEN)].map(([, literals = '']) =>
    [...literals.matchAll(PART)].map(([part]) => unescaped(part.slice(1, -1))).join(''),
  );
  const records = [...scripts.matchAll(/<!\[CDATA\[(.*?)(?:\]\]>|$)/gs)].map(([, text = '']) => text);
  return [...written, ...records].join('\n');
}

const LITERAL = /(["'])((?:\\.|(?!\1)[^\\\n]){1,2000})\1/g;
/** One row of a table in a script: `["标题", "./t20260918_1.html", "2026-09-18"]` · `{title: '标题', url: '…'}`. */
const ROW = /[[{]([^[\]{}]{10,4000})[\]}]/g;
/** One cell of columns side by side: `urls[3] = './t20260918_1.html';`. */
const CELL = /\w+\[(\d+)\]\s*=\s*((["'])(?:\\.|(?!\3)[^\\\n]){1,2000}\3)/g;
const ARTICLE = /^[^\s<>]+\.(?:s?html?|jsp|pdf|docx?)(?:[?#]\S*)?$/i;
const HAN = /\p{Script=Han}{2}/u;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Of the literals of one row: an article's address, the longest words as its title, a day. Empty where one of the first two lacks. */
function toRow(source: string): string {
  const literals = [...source.matchAll(LITERAL)].map(([, , text = '']) => unescaped(text).trim());
  const link = literals.find((text) => ARTICLE.test(text));
  const [title] = literals
    .filter((text) => text !== link && HAN.test(text))
    .sort((a, b) => b.length - a.length);
  if (link === undefined || title === undefined) return '';
  const day = literals.find((text) => text !== title && text !== link && readDate(text).date !== null) ?? '';
  return `<li><a href="${escaped(link)}">${escaped(title)}</a><span>${escaped(day)}</span></li>`;
}

/** How the rows that `tabledRows` makes are read. */
export const TABLED = { item: 'li', title: 'a', link: 'a@href', date: 'span' } as const;

/** Rows that a script holds as data: a list of lists or objects, or columns side by side. */
export function tabledRows($: CheerioAPI): string {
  const scripts = scriptsOf($);
  const rows = [...scripts.matchAll(ROW)].map(([, row = '']) => toRow(row));
  const columns = Map.groupBy(scripts.matchAll(CELL), ([, index]) => index);
  for (const cells of columns.values()) rows.push(toRow(cells.map(([, , literal]) => literal).join(' ')));
  return rows.join('');
}

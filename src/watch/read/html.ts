import type { CheerioAPI } from 'cheerio/slim';
import { fail, ok } from '../../result.ts';
import { isDocNumber } from '../identity/docNumber.ts';
import type { HtmlReader } from '../types.ts';
import { isBounded } from './bound.ts';
import { linksFrom } from './links.ts';
import { olderPagesOf } from './paging.ts';
import { ANYWHERE, parseDatePlaces, rowDate } from './rowDate.ts';
import { TABLED, tabledRows, writtenRows } from './scripted.ts';
import { isSelector, parseFilter, parseSelector, type Row, select } from './select.ts';
import { tidyTitle } from './text.ts';
import { titleWords } from './titleWords.ts';
import { MAX_TITLE, type RawEntry, type ReadResult } from './types.ts';

/** Pages that ask a browser to prove itself before they show anything. */
const CHALLENGE =
  /__jsl_clearance|acw_sc__v2|wzws_?(?:confirm|cid|sessionid)|CT6T|_cf_chl|captcha|\$_ts\s*=/i;

/** Whether a page asks for a browser that runs its JavaScript before it shows anything. */
export const isChallenge = (html: string): boolean => CHALLENGE.test(html);

const isHidden = (row: Row): boolean =>
  row.attr('hidden') !== undefined || /display\s*:\s*none/i.test(row.attr('style') ?? '');

/** Some sites have a number or a day for the attribute that should hold the title. */
const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

interface Counts {
  filtered: number;
  withoutLink: number;
  withoutTitle: number;
}

function readRows($: CheerioAPI, reader: HtmlReader, base: string, counts: Counts): RawEntry[] {
  const fields = {
    title: parseSelector($, reader.title),
    link: parseSelector($, reader.link),
    docNumber: parseSelector($, reader.docNumber ?? ''),
    summary: parseSelector($, reader.summary ?? ''),
  };
  const places = parseDatePlaces($, reader.date ?? ANYWHERE);
  const keeps = reader.skipUnless === undefined ? null : parseFilter($, reader.skipUnless);
  const linkPattern = reader.linkPattern === undefined ? null : new RegExp(reader.linkPattern);
  const resolve = linksFrom(base);
  const wordsOf = (element: Row): string => titleWords($, element);
  const entries: RawEntry[] = [];
  for (const element of $.root().find(reader.item).toArray()) {
    const row: Row = $(element);
    if (isHidden(row) || (keeps !== null && !keeps(row))) {
      counts.filtered += 1;
      continue;
    }
    const isArticle = (href: string): boolean => {
      const target = resolve(href);
      return target !== null && (linkPattern === null || linkPattern.test(target));
    };
    const url = resolve(select($, row, fields.link, isArticle));
    if (url === null) {
      counts.withoutLink += 1;
      continue;
    }
    // A row may hold a second link, to the 解读 of what the first names: its words are not this entry's title.
    const isOwn = (element: Row): boolean => {
      const href = element.attr('href');
      return href === undefined || resolve(href) === url;
    };
    const titleWith = (accept: (text: string) => boolean): string =>
      select($, row, fields.title, (text, element) => accept(text) && isOwn(element), wordsOf);
    const { date, text: dateText } = rowDate($, row, places, url);
    const title = tidyTitle(titleWith(hasLetters) || titleWith(() => true), dateText);
    if (title === '' || title.length > MAX_TITLE) {
      counts.withoutTitle += 1;
      continue;
    }
    const docNumber = reader.docNumber === undefined ? '' : select($, row, fields.docNumber, isDocNumber);
    const summary = reader.summary === undefined ? '' : select($, row, fields.summary);
    entries.push({ title, url, date, ...(docNumber ? { docNumber } : {}), ...(summary ? { summary } : {}) });
  }
  return entries;
}

/** Of several rows with one link the one with the fullest title: responsive twins, image links, cut titles. */
function foldTwins(entries: readonly RawEntry[]): RawEntry[] {
  const byUrl = new Map<string, RawEntry>();
  for (const entry of entries) {
    const twin = byUrl.get(entry.url);
    if (twin === undefined) byUrl.set(entry.url, entry);
    else if (entry.title.length > twin.title.length)
      byUrl.set(entry.url, { ...entry, date: entry.date ?? twin.date });
  }
  return [...byUrl.values()];
}

const describe = (counts: Counts): string[] => [
  ...(counts.filtered > 0
    ? [`${counts.filtered} rows were left out: hidden, or not news by the row filter.`]
    : []),
  ...(counts.withoutLink > 0 ? [`${counts.withoutLink} rows lead to no article.`] : []),
  ...(counts.withoutTitle > 0 ? [`${counts.withoutTitle} rows have no usable title.`] : []),
];

/**
 * Reads a list page by its selectors. `base` is the address the page was fetched from. A page that answers but on which no row is
 * found fails (`no-rows`): an official list is never empty, but a redesigned one looks so.
 */
export async function readHtml(html: string, reader: HtmlReader, base: string): Promise<ReadResult> {
  if (!isBounded(html))
    return fail({ cause: 'too-large', notes: ['The page has more elements than a list page has.'] });
  const { load } = await import('cheerio/slim');
  let $ = load(html);
  if (!isSelector($, reader.item))
    return fail({ cause: 'no-rows', notes: [`The item selector "${reader.item}" is not valid CSS.`] });
  const baseHref = $('base[href]').first().attr('href');
  const from = baseHref === undefined ? base : (URL.parse(baseHref, base)?.href ?? base);
  const counts: Counts = { filtered: 0, withoutLink: 0, withoutTitle: 0 };
  let matched = $(reader.item).length;
  let entries = readRows($, reader, from, counts);
  if (entries.length === 0) {
    const page = $;
    for (const [rows, form] of [
      [writtenRows(page), reader],
      [tabledRows(page), { ...reader, ...TABLED }],
    ] as const) {
      if (entries.length > 0 || rows === '' || !isBounded(rows)) continue;
      $ = load(rows);
      matched += $(form.item).length;
      entries = readRows($, form, from, counts);
    }
  }
  if (entries.length > 0) {
    const older = olderPagesOf(html);
    return ok({ entries: foldTwins(entries), notes: describe(counts), ...(older === null ? {} : { older }) });
  }
  if (isChallenge(html))
    return fail({
      cause: 'challenge',
      notes: ['The site asks for a browser that runs its JavaScript before it shows the page.'],
    });
  const found =
    matched === 0
      ? `The page answered, but "${reader.item}" matches nothing on it: it may have been redesigned.`
      : `"${reader.item}" matches ${matched} rows, but none of them is an entry.`;
  return fail({ cause: 'no-rows', notes: [found, ...describe(counts)] });
}

import { fail, ok, type Result } from '../../result.ts';
import { isBounded } from './bound.ts';
import { dateOfUrl, readDate } from './dates.ts';
import { linksFrom } from './links.ts';
import { type FeedItem, scanFeed } from './scan.ts';
import { decodeEntities, plainText, tidyTitle } from './text.ts';
import { MAX_SUMMARY, MAX_TITLE, type RawEntry, type ReadFailure, type ReadResult } from './types.ts';

/**
 * Elements that rss-parser reads in ways we cannot use: it throws on a date or Atom link it does not understand, takes mark-up off by
 * slow patterns, and of several looks at the first alone. Under another name it hands them over as they are.
 */
const KEPT_RAW = new Set([
  ...['link', 'pubDate', 'dc:date', 'published', 'updated'],
  ...['description', 'content', 'summary', 'content:encoded', 'guid', 'id'],
]);
const raw = (name: string): string => `raw:${name}`;
const rename = (name: string): string => {
  if (KEPT_RAW.has(name)) return raw(name);
  return /^(?:\w+:)?RDF$/i.test(name) ? 'rdf:RDF' : name;
};

/** Renames as `rename` does, and remembers: a feed has thousands of tags and a dozen names. */
function renamer(): (name: string) => string {
  const renamed = new Map<string, string>();
  return (name) => {
    const known = renamed.get(name) ?? rename(name);
    renamed.set(name, known);
    return known;
  };
}

/** Where an entry's first publication may stand; what was modified when comes last and only where nothing else is told. */
const DATES = [
  ...['pubDate', 'pubTime', 'pubtime', 'publishTime', 'date', 'published', 'dc:date'],
  ...['dcterms:created', 'updated'],
];
const TEXTS = ['content:encoded', 'content', 'description', 'summary'];
const IDS = ['guid', 'id'];
const FIELDS = [...DATES, ...TEXTS, ...IDS];
const WANTED = new Set([...FIELDS, 'title', 'dc:title', 'link']);

/** A value of the XML tree as text: a string, or an element with attributes, or one with children. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).find((text) => text.trim() !== '') ?? '';
  if (typeof value !== 'object' || value === null) return '';
  if ('_' in value && typeof value._ === 'string') return value._;
  return Object.entries(value)
    .flatMap(([name, child]) => (name === '$' ? [] : [textOf(child)]))
    .join(' ');
}

function attributesOf(value: unknown): Record<string, unknown> {
  const attributes = typeof value === 'object' && value !== null && '$' in value ? value.$ : null;
  return typeof attributes === 'object' && attributes !== null ? { ...attributes } : {};
}

/** An item as rss-parser gives it. */
function toItem(item: Readonly<Record<string, unknown>>): FeedItem {
  const links = [item[raw('link')] ?? []].flat().map((link) => {
    const { href, rel } = attributesOf(link);
    return {
      target: typeof href === 'string' ? href : textOf(link),
      rel: rel === undefined ? undefined : String(rel),
    };
  });
  const fields = new Map<string, string>();
  for (const name of FIELDS) {
    const value = item[rename(name)];
    if (value !== undefined) fields.set(name, textOf(value));
  }
  return { title: textOf(item.title), fields, links, about: textOf(item['rdf:about']) };
}

type Resolve = ReturnType<typeof linksFrom>;

/** `<link>http://…</link>`, `<link href="…"/>`, Atom's `rel="alternate"` first; else a guid that is an address. */
function linkOf({ links, about, fields }: FeedItem, resolve: Resolve): string {
  const resolved = (written: string): string | null => resolve(decodeEntities(written));
  for (const { target, rel = 'alternate' } of links) {
    const url = rel === 'alternate' ? resolved(target) : null;
    if (url !== null) return url;
  }
  const url = resolved(about);
  if (url !== null) return url;
  for (const name of IDS) {
    const id = fields.get(name) ?? '';
    const url = /^\s*https?:\/\//i.test(id) ? resolved(id) : null;
    if (url !== null) return url;
  }
  return '';
}

/** The first date that is written at all, though it be no day of the calendar; undefined where none is. */
function dateOf({ fields }: FeedItem): { readonly date: string | null } | undefined {
  for (const name of DATES) {
    const text = fields.get(name);
    if (text === undefined) continue;
    const { written, date } = readDate(text.slice(0, 200));
    if (written) return { date };
  }
  return undefined;
}

/** The fullest text of an item that is more than its title; empty where there is none. */
function summaryOf({ fields }: FeedItem, title: string): string {
  for (const name of TEXTS) {
    const text = plainText(fields.get(name) ?? '');
    if (text !== '' && text !== title) return text.slice(0, MAX_SUMMARY);
  }
  return '';
}

function readItem(item: FeedItem, resolve: Resolve): RawEntry | null {
  const title = tidyTitle(item.title);
  if (title === '' || title.length > MAX_TITLE) return null;
  const url = linkOf(item, resolve);
  const { date } = dateOf(item) ?? { date: url === '' ? null : dateOfUrl(url) };
  const summary = summaryOf(item, title);
  return summary === '' ? { title, url, date } : { title, url, date, summary };
}

/**
 * Makes a feed readable that is nearly XML: what stands before the first tag, characters XML forbids, HTML's named references and
 * bare ampersands. Entity declarations are for the caller to refuse; other document types are dropped.
 */
function mend(xml: string): string {
  return xml
    .slice(Math.max(0, xml.indexOf('<')))
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/<!DOCTYPE[^>[]*>/i, '')
    .replace(
      /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)(?:[a-z]+;)?/gi,
      (found) => (found.startsWith('<') ? found : decodeEntities(found).replace(/^&/, '&amp;')),
    );
}

export const looksLikeHtml = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body|script|meta|div|ul|ol|table|p|a|span|section|main|h[1-6])\b/i.test(
    text.slice(0, 4096),
  );

/** RSS 0.9–2.0, RDF and Atom. `base` is the address the feed was fetched from. An empty feed is a good one. */
export async function readRss(xml: string, base: string): Promise<ReadResult> {
  if (looksLikeHtml(xml))
    return fail({
      cause: 'wrong-type',
      notes: ['An HTML page came where an RSS or Atom feed was expected.'],
    });
  if (!xml.includes('<')) return fail({ cause: 'wrong-type', notes: ['What came is not XML.'] });
  const scanned = scanFeed(xml, WANTED);
  if (scanned !== null) return toPage(scanned, base);
  if (/<!ENTITY/i.test(xml))
    return fail({ cause: 'malformed', notes: ['The feed declares entities, which are not expanded here.'] });
  if (!isBounded(xml))
    return fail({ cause: 'too-large', notes: ['The feed has more elements than a feed has.'] });
  const parsed = await parseFeed(xml);
  return parsed.ok ? toPage(parsed.value, base) : parsed;
}

/** The items of a feed that is not quite XML, or more than plain. */
async function parseFeed(xml: string): Promise<Result<readonly FeedItem[], ReadFailure>> {
  const { default: Parser } = await import('rss-parser');
  const parser = new Parser<Record<string, unknown>, Record<string, unknown>>({
    defaultRSS: 2,
    customFields: {
      feed: [],
      item: [...FIELDS, 'link'].map((name) => [rename(name), rename(name), { keepArray: true }]),
    },
    xml2js: { tagNameProcessors: [renamer()] },
  });
  try {
    return ok((await parser.parseString(mend(xml))).items.map(toItem));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [reason = ''] = error.message.split('\n');
    return fail({ cause: 'malformed', notes: [`The feed cannot be read as XML: ${reason}`] });
  }
}

function toPage(items: readonly FeedItem[], base: string): ReadResult {
  const resolve = linksFrom(base);
  const entries = items.map((item) => readItem(item, resolve)).filter((entry) => entry !== null);
  const dropped = items.length - entries.length;
  if (entries.length === 0 && dropped > 0)
    return fail({ cause: 'no-rows', notes: [`None of the ${dropped} entries has a usable title.`] });
  return ok({ entries, notes: dropped === 0 ? [] : [`${dropped} entries have no usable title.`] });
}

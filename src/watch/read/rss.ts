import { fail, ok } from '../../result.ts';
import { isBounded } from './bound.ts';
import { dateOfUrl, readDate } from './dates.ts';
import { resolveLink } from './links.ts';
import { decodeEntities, plainText, tidyTitle } from './text.ts';
import { MAX_SUMMARY, MAX_TITLE, type RawEntry, type ReadResult } from './types.ts';

/**
 * Elements that rss-parser reads in ways we cannot use: it throws on a date or Atom link it does not understand, and takes mark-up
 * off by slow patterns. Under another name it hands them over as they are.
 */
const KEPT_RAW = new Set([
  ...['link', 'pubDate', 'dc:date', 'published', 'updated'],
  ...['description', 'content', 'summary', 'content:encoded'],
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
  ...[raw('pubDate'), 'pubTime', 'pubtime', 'publishTime', 'date', raw('published'), raw('dc:date')],
  ...['dcterms:created', raw('updated')],
];
const TEXTS = [raw('content:encoded'), raw('content'), raw('description'), raw('summary')];

const FIELDS = [...new Set([...DATES, ...TEXTS, 'guid', 'id', 'dc:identifier'])].map(
  (name): [string, string, { keepArray: true }] => [name, name, { keepArray: true }],
);

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

/** `<link>http://…</link>`, `<link href="…"/>`, Atom's `rel="alternate"` first; else a guid that is an address. */
function linkOf(item: Readonly<Record<string, unknown>>, base: string): string {
  const links = [item[raw('link')] ?? []].flat();
  const written = links.map((link) => {
    const { href, rel } = attributesOf(link);
    const isOther = rel !== undefined && rel !== 'alternate';
    return { target: typeof href === 'string' ? href : textOf(link), isOther };
  });
  const candidates = function* (): Generator<string> {
    for (const { target, isOther } of written) if (!isOther) yield target;
    yield textOf(item['rdf:about']);
    for (const id of [textOf(item.guid), textOf(item.id)]) if (/^\s*https?:\/\//i.test(id)) yield id;
  };
  for (const candidate of candidates()) {
    const url = candidate.trim() === '' ? null : resolveLink(decodeEntities(candidate), base);
    if (url !== null) return url;
  }
  return '';
}

/** The first date that is written at all, though it be no day of the calendar; undefined where none is. */
function dateOf(item: Readonly<Record<string, unknown>>): { readonly date: string | null } | undefined {
  for (const name of DATES) {
    if (item[name] === undefined) continue;
    const { written, date } = readDate(textOf(item[name]).slice(0, 200));
    if (written) return { date };
  }
  return undefined;
}

function readItem(item: Readonly<Record<string, unknown>>, base: string): RawEntry | null {
  const title = tidyTitle(textOf(item.title));
  if (title === '' || title.length > MAX_TITLE) return null;
  const url = linkOf(item, base);
  const date = dateOf(item) ?? { date: url === '' ? null : dateOfUrl(url) };
  const summary = TEXTS.values()
    .map((name) => (item[name] === undefined ? '' : plainText(textOf(item[name]))))
    .find((text) => text !== '' && text !== title)
    ?.slice(0, MAX_SUMMARY);
  return { title, url, ...date, ...(summary ? { summary } : {}) };
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
  if (/<!ENTITY/i.test(xml))
    return fail({ cause: 'malformed', notes: ['The feed declares entities, which are not expanded here.'] });
  if (!isBounded(xml))
    return fail({ cause: 'too-large', notes: ['The feed has more elements than a feed has.'] });
  const { default: Parser } = await import('rss-parser');
  const parser = new Parser<Record<string, unknown>, Record<string, unknown>>({
    defaultRSS: 2,
    customFields: {
      feed: [],
      item: [...FIELDS, [raw('link'), raw('link'), { keepArray: true }]],
    },
    xml2js: { tagNameProcessors: [renamer()] },
  });
  try {
    const feed = await parser.parseString(mend(xml));
    const read = feed.items.map((item) => readItem(item, base));
    const entries = read.filter((entry) => entry !== null);
    const dropped = read.length - entries.length;
    if (entries.length === 0 && dropped > 0)
      return fail({ cause: 'no-rows', notes: [`None of the ${dropped} entries has a usable title.`] });
    return ok({ entries, notes: dropped === 0 ? [] : [`${dropped} entries have no usable title.`] });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [reason = ''] = error.message.split('\n');
    return fail({ cause: 'malformed', notes: [`The feed cannot be read as XML: ${reason}`] });
  }
}

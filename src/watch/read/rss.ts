import { fail, ok } from '../../result.ts';
import { isBounded } from './bound.ts';
import { dateOfUrl, readDate } from './dates.ts';
import { linksFrom } from './links.ts';
import { ATOM_LINK, type FeedItem, scanFeed } from './scan.ts';
import { beginningOf, decodeEntities, plainText, tidyTitle } from './text.ts';
import { MAX_SUMMARY, MAX_TITLE, type RawEntry, type ReadResult } from './types.ts';

/** Where an entry's first publication may stand; what was modified when comes last and only where nothing else is told. */
const DATES = [
  ...['pubDate', 'pubdate', 'pubTime', 'pubtime', 'publishTime', 'date', 'published', 'issued', 'dc:date'],
  ...['dcterms:issued', 'dcterms:created', 'updated'],
];
const TEXTS = ['content:encoded', 'content', 'description', 'summary'];
const IDS = ['guid', 'id'];
const FIELDS = [...DATES, ...TEXTS, ...IDS];
const WANTED = new Set([...FIELDS, 'title', 'dc:title', 'link', ATOM_LINK]);

type Resolve = ReturnType<typeof linksFrom>;

/** How the links of a feed resolve, by what `xml:base` says of them from the outside in; each base is looked at once. */
function resolvers(base: string): (bases: readonly string[]) => Resolve {
  const resolve = linksFrom(base);
  const known = new Map<string, Resolve>();
  return (bases) => {
    if (bases.length === 0) return resolve;
    const from = bases.reduce((outer, inner) => webAddress(inner, outer) ?? outer, base);
    const found = known.get(from) ?? linksFrom(from);
    known.set(from, found);
    return found;
  };
}

const webAddress = (written: string, base: string): string | null => {
  const url = URL.parse(written.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
};

/**
 * `<link>http://…</link>`, `<link href="…"/>`, Atom's `rel="alternate"` first; else an id that is an address, or where its text is.
 */
function linkOf(
  { links, about, fields, bases }: FeedItem,
  resolveFrom: ReturnType<typeof resolvers>,
): string {
  const resolve = resolveFrom(bases);
  const target = (wanted: string): string | null => {
    for (const { target, rel = 'alternate', base } of links) {
      const from = base === undefined ? resolve : resolveFrom([...bases, base]);
      const url = rel === wanted ? from(decodeEntities(target)) : null;
      if (url !== null) return url;
    }
    return null;
  };
  const url = target('alternate') ?? resolve(decodeEntities(about));
  if (url !== null) return url;
  for (const name of IDS) {
    const id = fields.get(name) ?? '';
    const url = /^\s*https?:\/\//i.test(id) ? resolve(decodeEntities(id)) : null;
    if (url !== null) return url;
  }
  return target('content') ?? '';
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

/** By which a feed tells an item from others that have no address either; empty where it has none. */
const guidOf = ({ fields }: FeedItem): string =>
  IDS.map((name) => (fields.get(name) ?? '').trim()).find((id) => id !== '') ?? '';

/** No address at all, or the front page of a site. */
const NOWHERE = /^(?:https?:\/\/[^/]+\/?)?$/;

function readItem(item: FeedItem, base: string, resolveFrom: ReturnType<typeof resolvers>): RawEntry | null {
  const title = tidyTitle(item.title) || beginningOf(summaryOf(item, ''));
  if (title === '' || title.length > MAX_TITLE) return null;
  const url = linkOf(item, resolveFrom);
  const { date } = dateOf(item) ?? { date: url === '' ? null : dateOfUrl(url) };
  const summary = summaryOf(item, title);
  const entry: RawEntry = summary === '' ? { title, url, date } : { title, url, date, summary };
  const guid = NOWHERE.test(url) || url === base ? guidOf(item) : '';
  return guid === '' ? entry : { ...entry, guid };
}

/** Looked for once: from every place where one begins it would take long. */
function withoutDoctype(xml: string): string {
  const at = xml.search(/<!DOCTYPE/i);
  const declared = at === -1 ? null : /^<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>/i.exec(xml.slice(at));
  return declared === null ? xml : xml.slice(0, at) + xml.slice(at + declared[0].length);
}

/**
 * Makes a feed readable that is nearly XML: what stands before the first tag, characters XML forbids, HTML's named references and
 * bare ampersands. Entity declarations are for the caller to refuse; document types are dropped.
 */
function mend(xml: string): string {
  return withoutDoctype(xml.slice(Math.max(0, xml.indexOf('<'))))
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(
      /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)(?:[a-z]+;)?/gi,
      (found) => (found.startsWith('<') ? found : decodeEntities(found).replace(/^&/, '&amp;')),
    );
}

export const looksLikeHtml = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body|script|meta|div|ul|ol|table|p|a|span|section|main|h[1-6])(?=[\s/>])/i.test(
    text.slice(0, 4096),
  );

/** RSS 0.9–2.0, RDF and Atom, under whatever prefix. `base` is the address the feed was fetched from. An empty feed is a good one. */
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
  const mended = mend(xml);
  const rescanned = scanFeed(mended, WANTED);
  if (rescanned !== null) return toPage(rescanned, base);
  return fail({
    cause: 'malformed',
    notes: [`The feed cannot be read as XML: ${await faultOf(mended)}`],
  });
}

/** What is wrong with a feed, and where, in the words of a whole parser. */
async function faultOf(xml: string): Promise<string> {
  const { default: Parser } = await import('rss-parser');
  try {
    await new Parser({ defaultRSS: 2 }).parseString(xml);
    return 'it has no form of feed that is known.';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [reason = ''] = error.message.split('\n');
    return reason;
  }
}

function toPage(items: readonly FeedItem[], base: string): ReadResult {
  const resolveFrom = resolvers(base);
  const entries = items.map((item) => readItem(item, base, resolveFrom)).filter((entry) => entry !== null);
  const dropped = items.length - entries.length;
  if (entries.length === 0 && dropped > 0)
    return fail({ cause: 'no-rows', notes: [`None of the ${dropped} entries has a usable title.`] });
  return ok({ entries, notes: dropped === 0 ? [] : [`${dropped} entries have no usable title.`] });
}

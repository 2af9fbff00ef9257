import { MAX_DEPTH, MAX_TAGS } from './bound.ts';
import { decodeEntities, escapeMarkup, plainText } from './text.ts';

export interface FeedLink {
  readonly target: string;
  /** `content`: where the text of an entry is, which is not within it. */
  readonly rel: string | undefined;
  /** Its own `xml:base`. */
  readonly base?: string | undefined;
}

/**
 * One `<item>` or `<entry>` as it stands: references in it decoded once, as XML does. What has elements within is mark-up, with their
 * names alone: `关于<b>概念</b>验证`.
 */
export interface FeedItem {
  readonly title: string;
  /** By name, of those elements that were asked for the first that says anything. */
  readonly fields: ReadonlyMap<string, string>;
  readonly links: readonly FeedLink[];
  /** `rdf:about`; empty where there is none. */
  readonly about: string;
  /** `xml:base` of what the item stands in and of itself, from the outside in. */
  readonly bases: readonly string[];
}

/**
 * A start tag with its attributes. Takes: `<item>`, `<dc:date >`, `<br/>`, `<link rel='self' href="a?b=1&amp;c"/>`.
 * Leaves alone: `<a b>`, `<a b=c>`, `< a>`, `</a>`, `<!-- -->`, `<?xml ?>`.
 */
const START_TAG =
  /<([A-Za-z_\u0080-\uffff][\w:.\u0080-\uffff-]*)((?:\s+[A-Za-z_\u0080-\uffff][\w:.\u0080-\uffff-]*\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s="'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** `<!DOCTYPE rss PUBLIC "…" "…">`; not one that declares anything, `<!DOCTYPE r [ … ]>`. */
const DOCTYPE = /<!DOCTYPE[^>[]*>/iy;
/** What XML has no place for: controls but tab, line feed and carriage return, and two code points that are none. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u;

/** What a feed calls its items, and which names are its own: those with a prefix for its namespace, too. */
interface Form {
  readonly item: 'item' | 'entry';
  readonly prefixes: ReadonlySet<string>;
  /** Prefixes under which RSS has links of Atom's. */
  readonly atom: ReadonlySet<string>;
  /** What `rdf:about` may be called: under the prefix of the root, and in RDF without any, as it was before that had to have one. */
  readonly about: readonly string[];
}

const ATOM = /^https?:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#)$/;
/** What a link of Atom's is called in RSS, whatever prefix it has: an item's own links come first. */
export const ATOM_LINK = 'atom:link';
/** RSS 0.9, 1.0 and 1.1, which are RDF. Versions 0.91 to 2.0 have none. */
const RSS =
  /^https?:\/\/(?:purl\.org\/(?:rss\/1\.0\/|net\/rss1\.1#)|(?:my|channel)\.netscape\.com\/rdf\/simple\/0\.9\/)$/;

const NO_PREFIX: ReadonlySet<string> = new Set();

/** The prefixes that a root's attributes declare for a namespace. */
const prefixesOf = (written: string, namespace: RegExp): ReadonlySet<string> =>
  new Set(
    [...attributesOf(written)].flatMap(([name, value]) =>
      name.startsWith('xmlns:') && namespace.test(value) ? [name.slice('xmlns:'.length)] : [],
    ),
  );

/** The form that a root element has: `<rss>`, `<feed>`, `<atom:feed xmlns:atom="…">`, `<rdf:RDF xmlns:rss="…">`; null for any other. */
function formOf(root: string, written: string): Form | null {
  const at = root.indexOf(':');
  const [prefix, name] = [root.slice(0, Math.max(at, 0)), root.slice(at + 1)];
  const atom = prefixesOf(written, ATOM);
  if (root === 'rss') return { item: 'item', prefixes: NO_PREFIX, atom, about: ['rdf:about'] };
  if (/^RDF$/i.test(name)) {
    const about = ['rdf:about', `${prefix}:about`, 'about'];
    return { item: 'item', prefixes: prefixesOf(written, RSS), atom, about };
  }
  if (name !== 'feed' || (prefix !== '' && !atom.has(prefix))) return null;
  return { item: 'entry', prefixes: atom, atom: NO_PREFIX, about: [] };
}

function attributesOf(written: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single = ''] of written.matchAll(ATTRIBUTE))
    if (!attributes.has(name)) attributes.set(name, decodeEntities(double ?? single));
  return attributes;
}

const isBlank = (text: string): boolean => text.trim() === '';

/** Told of a document's parts in their order. */
interface Visitor {
  /** Of an element with so many above it. False: the document is not for us. */
  open(name: string, attributes: string, depth: number): boolean;
  /** Whether the text that comes is asked for. */
  readonly reads: boolean;
  text(text: string): void;
  close(depth: number): void;
}

/** As written, its name, its attributes, `/` where it closes itself; `tag` is empty where there is none. */
type StartTag = readonly [tag: string, name: string, attributes: string, closed: string];

/** The start tag that begins at `at`. A feed has a dozen without attributes, thousands of times each: `bare` remembers them. */
function startTagAt(xml: string, at: number, bare: Map<string, StartTag>): StartTag {
  const written = xml.slice(at, xml.indexOf('>', at) + 1);
  const known = bare.get(written);
  if (known !== undefined) return known;
  START_TAG.lastIndex = at;
  const [tag = '', name = '', attributes = '', closed = ''] = START_TAG.exec(xml) ?? [];
  const found: StartTag = [tag, name, attributes, closed];
  if (attributes === '') bare.set(tag, found);
  return found;
}

/**
 * Walks through plain, well-formed XML in one pass. False for what is more than that or less: a document type that declares something,
 * characters that XML forbids, tags that cross or are not closed. What follows its root is left alone.
 */
function walk(xml: string, visitor: Visitor): boolean {
  if (FORBIDDEN.test(xml)) return false;
  const open: string[] = [];
  const bare = new Map<string, StartTag>();
  let tags = 0;
  let at = xml.indexOf('<');
  while (at !== -1) {
    /** Of what stands at `at`, the last character. */
    let end = -1;
    if (xml[at + 1] === '/') {
      end = xml.indexOf('>', at);
      const name = open.pop();
      if (end === -1 || name === undefined || !xml.startsWith(name, at + 2)) return false;
      const after = at + 2 + name.length;
      if (end !== after && (end < after || !isBlank(xml.slice(after, end)))) return false;
      visitor.close(open.length);
    } else if (xml[at + 1] !== '!' && xml[at + 1] !== '?') {
      const [tag, name, attributes, closed] = startTagAt(xml, at, bare);
      tags += 1;
      if (tag === '' || tags > MAX_TAGS || open.length >= MAX_DEPTH) return false;
      if (!visitor.open(name, attributes, open.length)) return false;
      if (closed === '') open.push(name);
      else visitor.close(open.length);
      end = at + tag.length - 1;
    } else if (xml.startsWith('<![CDATA[', at)) {
      end = xml.indexOf(']]>', at) + 2;
      if (end === 1 || open.length === 0) return false;
      if (visitor.reads) visitor.text(xml.slice(at + 9, end - 2));
    } else if (xml.startsWith('<!--', at)) {
      end = xml.indexOf('-->', at + 4) + 2;
      if (end === 1) return false;
    } else if (xml.startsWith('<?', at)) {
      end = xml.indexOf('?>', at) + 1;
      if (end === 0) return false;
    } else {
      DOCTYPE.lastIndex = at;
      if (open.length > 0 || tags > 0 || !DOCTYPE.test(xml)) return false;
      end = DOCTYPE.lastIndex - 1;
    }
    // What stands after the document's end, a host's script or a server's complaint, is none of it.
    if (open.length === 0 && tags > 0) return true;
    at = xml.indexOf('<', end + 1);
    if (!visitor.reads && open.length > 0) continue;
    const text = xml.slice(end + 1, at === -1 ? undefined : at);
    if (visitor.reads) visitor.text(decodeEntities(text));
    else if (!isBlank(text)) return false;
  }
  return false;
}

function aboutOf(written: string, form: Form): string {
  const attributes = attributesOf(written);
  return attributes.get(form.about.find((name) => attributes.has(name)) ?? '') ?? '';
}

/** `xml:base`; empty where there is none. */
const baseOf = (written: string): string =>
  written.includes('xml:base') ? (attributesOf(written).get('xml:base') ?? '') : '';

/**
 * The items of a feed that is well-formed XML, wherever it has them: in its root, or in its first channel. Null for any other; what is
 * wrong with it a whole parser can say.
 */
export function scanFeed(xml: string, wanted: ReadonlySet<string>): readonly FeedItem[] | null {
  const items: FeedItem[] = [];
  let form: Form | null = null;
  /** RSS has one, Atom's feed is one; in any further one we read nothing. */
  let channels = 0;
  let isInFirst = false;
  /** What the elements that are open, down to the item, say of addresses. */
  const bases: string[] = [];
  let hasBases = false;
  /** The item that is open, how deep it stands, and what of it was read. */
  let fields: Map<string, string> | null = null;
  let itemDepth = 0;
  let links: FeedLink[] = [];
  let further: FeedLink[] = [];
  let about = '';
  /** The element of it that is open, and those that are open within that. */
  let field = '';
  let fieldAttributes = '';
  let text = '';
  let hasMarkup = false;
  const within: string[] = [];
  /** Names without a prefix that is the feed's own. */
  const plainNames = new Map<string, string>();
  const plainName = (written: string): string => {
    const known = plainNames.get(written);
    if (known !== undefined) return known;
    const at = written.indexOf(':');
    const [prefix, own] = [written.slice(0, Math.max(at, 0)), written.slice(at + 1)];
    const isLink = own === 'link' && form?.atom.has(prefix);
    const name = isLink ? ATOM_LINK : at !== -1 && form?.prefixes.has(prefix) ? own : written;
    plainNames.set(written, name);
    return name;
  };

  const visitor = {
    reads: false,
    open: (written: string, attributes: string, depth: number): boolean => {
      if (visitor.reads) {
        const tag = written.slice(written.indexOf(':') + 1);
        within.push(tag);
        text += `<${tag}>`;
        hasMarkup = true;
        return true;
      }
      if (depth === 0) form = formOf(written, attributes);
      if (form === null) return false;
      const name = form.prefixes.size + form.atom.size === 0 ? written : plainName(written);
      if (fields !== null) {
        if (depth > itemDepth + 1 || !wanted.has(name)) return true;
        visitor.reads = true;
        field = name;
        fieldAttributes = attributes;
        text = '';
        hasMarkup = false;
        return true;
      }
      if (depth > 2) return true;
      bases.length = depth;
      bases[depth] = baseOf(attributes);
      hasBases ||= bases[depth] !== '';
      if (depth === 0 ? form.item === 'entry' : depth === 1 && name === 'channel') channels += 1;
      isInFirst = depth === 1 ? name === 'channel' && channels === 1 : isInFirst;
      if (name === form.item && (depth === 1 || (depth === 2 && isInFirst && form.item === 'item'))) {
        fields = new Map();
        itemDepth = depth;
        links = [];
        further = [];
        about = attributes === '' ? '' : aboutOf(attributes, form);
      }
      return true;
    },
    text: (more: string): void => {
      text += within.length === 0 ? more : escapeMarkup(more);
    },
    close: (depth: number): void => {
      if (fields === null) return;
      if (visitor.reads) {
        const tag = within.pop();
        if (tag !== undefined) {
          text += `</${tag}>`;
          return;
        }
        visitor.reads = false;
        const words = hasMarkup ? plainText(text) : text;
        if (field === 'link') links.push(linkOf(fieldAttributes, words));
        else if (field === ATOM_LINK) further.push(linkOf(fieldAttributes, words));
        else {
          if (field === 'content' && fieldAttributes.includes('src')) links.push(contentOf(fieldAttributes));
          const before = fields.get(field);
          if (before === undefined || isBlank(before)) fields.set(field, words === '' ? '' : text);
        }
      } else if (depth === itemDepth) {
        const own = fields.get('title') ?? '';
        const title = isBlank(own) ? (fields.get('dc:title') ?? '') : own;
        items.push({
          title,
          fields,
          links: further.length === 0 ? links : [...links, ...further],
          about,
          bases: hasBases ? bases.filter((base) => base !== '') : [],
        });
        fields = null;
      }
    },
  };
  return walk(xml, visitor) && (channels > 0 || items.length > 0) ? items : null;
}

function linkOf(attributes: string, text: string): FeedLink {
  if (attributes === '') return { target: text, rel: undefined };
  const written = attributesOf(attributes);
  return { target: written.get('href') ?? text, rel: written.get('rel'), base: written.get('xml:base') };
}

/** `<content src="…"/>`: the text stands there. */
function contentOf(attributes: string): FeedLink {
  const written = attributesOf(attributes);
  return { target: written.get('src') ?? '', rel: 'content', base: written.get('xml:base') };
}

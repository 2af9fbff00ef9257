import { MAX_DEPTH, MAX_TAGS } from './bound.ts';
import { decodeEntities } from './text.ts';

export interface FeedLink {
  readonly target: string;
  readonly rel: string | undefined;
}

/** One `<item>` or `<entry>` as it stands: references in it decoded once, as XML does. */
export interface FeedItem {
  readonly title: string;
  /** By name, of those elements that were asked for the first that says anything. */
  readonly fields: ReadonlyMap<string, string>;
  readonly links: readonly FeedLink[];
  /** `rdf:about`; empty where there is none. */
  readonly about: string;
}

/**
 * A start tag with its attributes. Takes: `<item>`, `<dc:date >`, `<br/>`, `<link rel='self' href="a?b=1&amp;c"/>`.
 * Leaves alone: `<a b>`, `<a b=c>`, `<a b="<">`, `< a>`, `</a>`, `<!-- -->`, `<?xml ?>`.
 */
const START_TAG = /<([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** `<!DOCTYPE rss PUBLIC "…" "…">`; not one that declares anything, `<!DOCTYPE r [ … ]>`. */
const DOCTYPE = /<!DOCTYPE[^>[]*>/iy;
/** What XML has no place for: controls but tab, line feed and carriage return, and two code points that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for; `\p{Cc}` takes three times as long.
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/;

/** Where a feed keeps its items: `depth` 1, in its root; 2, in its first `channel`. */
interface Form {
  readonly item: string;
  readonly depth: 1 | 2;
}

function formOf(root: string): Form | null {
  if (root === 'rss') return { item: 'item', depth: 2 };
  if (root === 'feed') return { item: 'entry', depth: 1 };
  return /^(?:\w+:)?RDF$/i.test(root) ? { item: 'item', depth: 1 } : null;
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
  /** Of an element with these above it. False: the document is not for us. */
  open(name: string, attributes: string, above: readonly string[]): boolean;
  /** Whether the text that comes is asked for. */
  readonly reads: boolean;
  text(text: string): void;
  close(above: readonly string[]): void;
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
 * characters that XML forbids, tags that cross or are not closed.
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
      visitor.close(open);
    } else if (xml[at + 1] !== '!' && xml[at + 1] !== '?') {
      const [tag, name, attributes, closed] = startTagAt(xml, at, bare);
      tags += 1;
      const isSecondRoot = open.length === 0 && tags > 1;
      if (tag === '' || isSecondRoot || tags > MAX_TAGS || open.length >= MAX_DEPTH) return false;
      if (!visitor.open(name, attributes, open)) return false;
      if (closed === '') open.push(name);
      else visitor.close(open);
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
    at = xml.indexOf('<', end + 1);
    if (!visitor.reads && open.length > 0) continue;
    const text = xml.slice(end + 1, at === -1 ? undefined : at);
    if (visitor.reads) visitor.text(decodeEntities(text));
    else if (!isBlank(text)) return false;
  }
  return open.length === 0 && tags > 0;
}

/**
 * The items of a feed that is plain, well-formed XML. Null for any other, and where there is mark-up within an element that was asked
 * for: that is for a whole parser to judge.
 */
export function scanFeed(xml: string, wanted: ReadonlySet<string>): readonly FeedItem[] | null {
  const items: FeedItem[] = [];
  let form: Form | null = null;
  /** RSS has one, Atom's feed is one; in any further one we read nothing. */
  let channels = 0;
  /** The item that is open, and what of it was read. */
  let fields: Map<string, string> | null = null;
  let links: FeedLink[] = [];
  let about = '';
  /** The element of it that is open. */
  let field = '';
  let attributes = '';
  let text = '';

  const visitor = {
    reads: false,
    open: (name: string, written: string, above: readonly string[]): boolean => {
      if (visitor.reads) return false;
      if (above.length === 0) form = formOf(name);
      if (form === null) return false;
      if (above.length === 0 ? name === 'feed' : above.length === 1 && name === 'channel') channels += 1;
      if (fields !== null) {
        if (above.length > form.depth + 1 || !wanted.has(name)) return true;
        visitor.reads = true;
        field = name;
        attributes = written;
        text = '';
      } else if (
        name === form.item &&
        above.length === form.depth &&
        (form.depth === 1 || (above[1] === 'channel' && channels === 1))
      ) {
        fields = new Map();
        links = [];
        about = written === '' ? '' : (attributesOf(written).get('rdf:about') ?? '');
      }
      return true;
    },
    text: (more: string): void => {
      text += more;
    },
    close: (above: readonly string[]): void => {
      if (fields === null) return;
      if (visitor.reads) {
        visitor.reads = false;
        if (field === 'link') links.push(linkOf(attributes, text));
        else {
          const before = fields.get(field);
          if (before === undefined || (field !== 'title' && isBlank(before))) fields.set(field, text);
        }
      } else if (above.length === form?.depth) {
        items.push({ title: fields.get('title') ?? fields.get('dc:title') ?? '', fields, links, about });
        fields = null;
      }
    },
  };
  return walk(xml, visitor) && channels > 0 ? items : null;
}

function linkOf(attributes: string, text: string): FeedLink {
  if (attributes === '') return { target: text, rel: undefined };
  const written = attributesOf(attributes);
  return { target: written.get('href') ?? text, rel: written.get('rel') };
}

import { hashOf } from '../hash.ts';
import { canonicalUrl } from './canonicalise.ts';
import { decodeText } from './decode.ts';
import type { Fetched, Fetcher, PageRequest } from './fetch.ts';
import { buildstaticAddress } from './read/buildstatic.ts';
import { readPage } from './read/read.ts';
import type { RawEntry } from './read/types.ts';
import type { Entry, FeedDefinition, Reader, Validators, Visit } from './types.ts';

export interface VisitDeps {
  readonly fetcher: Fetcher;
  readonly now: () => Date;
  /** Where `rsshub://gov/…` leads (`RSSHUB_URL`). */
  readonly rsshubUrl?: string | null;
}

/** What of a feed's definition a visit needs; `reader: null` looks at the page and chooses. */
export type Source = Pick<FeedDefinition, 'url' | 'headers' | 'post' | 'via' | 'tls' | 'reader'>;

/** By its source's own name for it, or else by its title. */
const nameless = ({ guid, title }: RawEntry, page: string): string =>
  `hash:${guid === undefined ? hashOf(page, title) : hashOf(page, 'guid', guid)}`;

/**
 * What has no address of its own is known by what its source knows it by. Where it was stored before under another identity, its title,
 * it shows the same document again: it folds into that and is told nobody.
 */
function toEntry(row: RawEntry, page: string): Entry {
  if (row.guid === undefined && row.url !== '') return { ...row, id: canonicalUrl(row.url) };
  const { guid: _, ...entry } = row;
  return row.url === ''
    ? { ...entry, id: nameless(row, page), url: page }
    : { ...entry, id: canonicalUrl(row.url) };
}

const withoutEllipsis = (title: string): string => title.replace(/(?:\.{3}|…+)$/, '');

/** Whether one title is the other, or the beginning of it. */
function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [withoutEllipsis(one), withoutEllipsis(other)];
  return a.startsWith(b) || b.startsWith(a);
}

const fragmentOf = (url: string): string => URL.parse(url)?.hash ?? '';
/** The front page of a site is no article. */
const FRONT_PAGE = /^https:\/\/[^/]+\/$/;

/** Identities for rows of one page that share an address: one for each, as far as there is something that tells their documents apart. */
function tellApart(rows: readonly RawEntry[], id: string, page: string): (row: RawEntry) => string {
  const [first, ...others] = rows;
  const isAsFirst = ({ title, guid }: RawEntry): boolean =>
    first !== undefined && isSameTitle(first.title, title) && first.guid === guid;
  if (others.every(isAsFirst)) return () => id;
  if (FRONT_PAGE.test(id) || id === canonicalUrl(page)) return (row) => nameless(row, page);
  // Where the address stands without a fragment too, those are places on the page: x.html, x.html#comments.
  const isNamedByFragment = !id.includes('#') && rows.every(({ url }) => fragmentOf(url) !== '');
  return ({ url }) => (isNamedByFragment ? `${id}${fragmentOf(url)}` : id);
}

const eachOnce = (entries: readonly Entry[]): Entry[] => {
  const byId = new Map<string, Entry>();
  for (const entry of entries) if (!byId.has(entry.id)) byId.set(entry.id, entry);
  return [...byId.values()];
};

/**
 * Entries with their identities, each once: rows that differ only in how their address is written are one, unless their titles say that
 * they are not.
 */
function toEntries(rows: readonly RawEntry[], page: string): Entry[] {
  const read = rows.map((row) => ({ row, entry: toEntry(row, page) }));
  const once = eachOnce(read.map(({ entry }) => entry));
  if (once.length === read.length) return once;
  const identities = new Map<string, (row: RawEntry) => string>();
  for (const [id, group] of Map.groupBy(read, ({ entry }) => entry.id))
    identities.set(
      id,
      tellApart(
        group.map(({ row }) => row),
        id,
        page,
      ),
    );
  return eachOnce(
    read.map(({ row, entry }) => ({ ...entry, id: identities.get(entry.id)?.(row) ?? entry.id })),
  );
}

const digestOf = (body: Uint8Array, reader: Reader | null): string =>
  hashOf(Buffer.from(body.buffer, body.byteOffset, body.byteLength), JSON.stringify(reader));

const readerHash = (reader: Reader | null): string => hashOf(JSON.stringify(reader));

type Outcome = Omit<Visit, 'ms'>;
const nothing = { entries: [], bytes: 0, notes: [] } as const;

/** What a page says, as if it had just been fetched from `url`. */
async function readBody(
  page: { readonly url: string; readonly body: Uint8Array; readonly contentType: string },
  reader: Reader | null,
  validators: Validators,
): Promise<Outcome> {
  const bytes = page.body.length;
  const read = await readPage(page.body, decodeText(page.body, page.contentType), page.url, reader);
  return read.ok
    ? {
        status: 'ok',
        entries: toEntries(read.value.entries, page.url),
        validators,
        bytes,
        notes: read.value.notes,
        ...(read.value.older === undefined ? {} : { older: read.value.older }),
      }
    : {
        status: 'failed',
        cause: read.error.cause,
        entries: [],
        validators: {},
        bytes,
        notes: read.error.notes,
      };
}

/** Whether the page that validators stand for was read by this reader. */
const isReadSo = (known: Validators, reader: Reader | null): boolean => known.reader === readerHash(reader);

const UNASKED = {
  status: 'failed',
  cause: 'bad-response',
  notes: ['The server calls its page unchanged unasked.'],
} as const;

async function settle(fetched: Fetched, reader: Reader | null, known: Validators): Promise<Outcome> {
  const fresh = 'freshFor' in fetched && fetched.freshFor !== undefined ? { freshFor: fetched.freshFor } : {};
  switch (fetched.status) {
    case 'unchanged':
      // Of a page that it was not told we have, a server cannot say that it is the same.
      return isReadSo(known, reader)
        ? { ...nothing, ...fresh, status: 'unchanged', validators: known }
        : { ...nothing, ...UNASKED, validators: {} };
    case 'refused':
    case 'failed':
      return { ...nothing, ...fetched, validators: {} };
    case 'ok': {
      const digest = digestOf(fetched.body, reader);
      const validators = { ...fetched.validators, digest, reader: readerHash(reader) };
      if (validators.digest === known.digest)
        return { ...nothing, ...fresh, status: 'unchanged', validators, bytes: fetched.body.length };
      return { ...(await readBody(fetched, reader, validators)), ...fresh };
    }
  }
}

function requestFor(
  source: Source,
  known: Validators,
  rsshubUrl: string | null | undefined,
): PageRequest | null {
  const { headers, post, reader } = source;
  // The same page has other entries for another reader.
  const validators = isReadSo(known, reader) ? known : {};
  let { url } = source;
  if (url.startsWith('rsshub://')) {
    if (!rsshubUrl) return null;
    url = `${rsshubUrl.replace(/\/+$/, '')}/${url.slice('rsshub://'.length)}`;
  }
  if (post === undefined) return { url, validators, ...(headers === undefined ? {} : { headers }) };
  const fields = Object.entries(post.fields).map(([name, value]) => [name, String(value)]);
  return {
    url,
    validators,
    method: 'POST',
    body: post.as === 'json' ? JSON.stringify(post.fields) : new URLSearchParams(fields).toString(),
    headers: {
      ...headers,
      'content-type': post.as === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
    },
  };
}

const CHANGED_PAGE: Fetched = {
  status: 'failed',
  cause: 'no-rows',
  notes: ['The page no longer names the address of its list: it may have been redesigned.'],
};

/** Fetches what holds the rows: the page itself, or what its script would fetch. */
async function fetchRows(request: PageRequest, source: Source, { fetcher }: VisitDeps): Promise<Fetched> {
  if (source.via === undefined) return fetcher.fetch(request);
  // The page itself hardly ever changes while its list does: its validators say nothing.
  const page = await fetcher.fetch({ ...request, validators: {} });
  if (page.status !== 'ok') return page;
  const url = buildstaticAddress(decodeText(page.body, page.contentType), page.url);
  if (url === null) return CHANGED_PAGE;
  const headers = page.cookie === '' ? request.headers : { ...request.headers, cookie: page.cookie };
  return fetcher.fetch({ ...request, url, ...(headers === undefined ? {} : { headers }) });
}

/** One visit: fetched, read, made canonical. Expected failures are in the answer; nothing is thrown for them. */
export async function visitFeed(source: Source, validators: Validators, deps: VisitDeps): Promise<Visit> {
  const begun = deps.now().getTime();
  const request = requestFor(source, validators, deps.rsshubUrl);
  const outcome: Outcome =
    request === null
      ? {
          ...nothing,
          status: 'refused',
          cause: 'scheme',
          validators: {},
          notes: ['rsshub:// leads to an RSSHub of your own: RSSHUB_URL says where it is, and is not set.'],
        }
      : await settle(await fetchRows(request, source, deps), source.reader, validators);
  return { ...outcome, ms: deps.now().getTime() - begun };
}

/** Reads a saved page as if it had been fetched from `url`. */
export async function readSaved(
  saved: { readonly body: Uint8Array; readonly url: string; readonly reader: Reader | null },
  now: () => Date,
): Promise<Visit> {
  const begun = now().getTime();
  const outcome = await readBody({ ...saved, contentType: '' }, saved.reader, {});
  return { ...outcome, ms: now().getTime() - begun };
}

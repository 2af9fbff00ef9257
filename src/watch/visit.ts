import { hashOf } from '../hash.ts';
import { decodeText } from './fetch/decode.ts';
import type { Fetched, Fetcher, PageRequest } from './fetch/fetch.ts';
import { buildstaticAddress } from './read/buildstatic.ts';
import type { Page } from './read/list.ts';
import { type Readings, readHere } from './read/readings.ts';
import type { FeedDefinition, Reader, Validators, Visit } from './types.ts';

export interface VisitDeps {
  readonly fetcher: Fetcher;
  readonly now: () => Date;
  readonly readings: Pick<Readings, 'list'>;
  /** Where `rsshub://gov/…` leads (`RSSHUB_URL`). */
  readonly rsshubUrl?: string | null;
}

/** What of a feed's definition a visit needs; `reader: null` looks at the page and chooses. */
export type Source = Pick<FeedDefinition, 'url' | 'headers' | 'post' | 'via' | 'tls' | 'reader'>;

const digestOf = (body: Uint8Array, reader: Reader | null): string =>
  hashOf(Buffer.from(body.buffer, body.byteOffset, body.byteLength), JSON.stringify(reader));

const readerHash = (reader: Reader | null): string => hashOf(JSON.stringify(reader));

type Outcome = Omit<Visit, 'ms'>;
const nothing = { entries: [], bytes: 0, notes: [] } as const;

/** What a page says, as if it had just been fetched from where it is. */
async function readBody(
  page: Page,
  reader: Reader | null,
  validators: Validators,
  readings: Pick<Readings, 'list'>,
): Promise<Outcome> {
  const { url, body, contentType } = page;
  const read = await readings.list({ url, body, contentType }, reader);
  const bytes = body.length;
  return read.ok
    ? { status: 'ok', ...read.value, validators, bytes }
    : { ...nothing, ...read.error, status: 'failed', validators: {}, bytes };
}

/** Whether the page that validators stand for was read by this reader. */
const isReadSo = (known: Validators, reader: Reader | null): boolean => known.reader === readerHash(reader);

const UNASKED = {
  status: 'failed',
  cause: 'bad-response',
  notes: ['The server calls its page unchanged unasked.'],
} as const;

async function settle(
  fetched: Fetched,
  reader: Reader | null,
  known: Validators,
  { readings }: VisitDeps,
): Promise<Outcome> {
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
      return { ...(await readBody(fetched, reader, validators, readings)), ...fresh };
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

/** Fetches what holds the rows, for `use`: the page itself, or what its script would fetch. */
async function fetchRows<T>(
  request: PageRequest,
  source: Source,
  { fetcher }: VisitDeps,
  use: (fetched: Fetched) => Promise<T>,
): Promise<T> {
  if (source.via === undefined) return fetcher.fetch(request, use);
  // The page itself hardly ever changes while its list does: its validators say nothing.
  const page = await fetcher.fetch({ ...request, validators: {} });
  if (page.status !== 'ok') return use(page);
  const url = buildstaticAddress(decodeText(page.body, page.contentType), page.url);
  if (url === null) return use(CHANGED_PAGE);
  const headers = page.cookie === '' ? request.headers : { ...request.headers, cookie: page.cookie };
  return fetcher.fetch({ ...request, url, ...(headers === undefined ? {} : { headers }) }, use);
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
      : await fetchRows(request, source, deps, (fetched) => settle(fetched, source.reader, validators, deps));
  return { ...outcome, ms: deps.now().getTime() - begun };
}

/** Reads a saved page as if it had been fetched from `url`. */
export async function readSaved(
  saved: { readonly body: Uint8Array; readonly url: string; readonly reader: Reader | null },
  now: () => Date,
): Promise<Visit> {
  const begun = now().getTime();
  const outcome = await readBody({ ...saved, contentType: '' }, saved.reader, {}, readHere);
  return { ...outcome, ms: now().getTime() - begun };
}

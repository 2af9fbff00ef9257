import { fail, ok, type Result } from '../../result.ts';
import { decodeText } from '../fetch/decode.ts';
import type { Fetched, Fetcher } from '../fetch/fetch.ts';
import { referrer } from '../fetch/headers.ts';
import { createPermits } from '../fetch/permits.ts';
import { isPassing } from '../pageBack.ts';
import { isChallenge } from '../read/html.ts';
import type { Readings } from '../read/readings.ts';
import type { ReadFailure } from '../read/types.ts';
import type { FeedDefinition } from '../types.ts';
import { fileBehind, isFile } from './attachments.ts';
import { dayOf, effectiveDay, signatureDay } from './days.ts';
import { extractText, isReadable } from './extract.ts';
import { apiAddress, readFileAddress } from './json.ts';
import { leadsTo } from './stub.ts';
import { type Attachment, type Detail, type JsonDetailReader, MAX_TEXT } from './types.ts';

export interface DetailDeps {
  readonly fetcher: Fetcher;
  readonly readings: Pick<Readings, 'detail'>;
  readonly deadline?: (ms: number) => AbortSignal;
}

/** Why a page was not read. */
export interface PageFailure extends ReadFailure {
  /** Seconds for which the server asked us to stay away. */
  readonly retryAfter?: number;
}

/** A page with less text than this says nothing itself: its document is the file it links. */
const BODY_IS_ELSEWHERE = 200;
/** A page that only leads on is small. */
const LARGEST_STUB = 64 * 1024;
/** Files read for one page. */
const MOST_FILES = 2;
export const MAX_FILE_BYTES = 30 * 1024 * 1024;

const isText = ({ url, title }: Attachment): boolean =>
  /\.(?:pdf|docx)(?:$|[?&#（(【[\s])/im.test(`${url}\n${title}`);

/** A text, empty where there is none; null where it may be had another time. */
type FileText = string | null;

async function readText(body: Uint8Array, deadline: DetailDeps['deadline']): Promise<FileText> {
  const extracted = await extractText(body, deadline);
  return extracted.ok ? extracted.value : extracted.error === 'timeout' ? null : '';
}

/** Files held and read at once, each by a process of its own: however many pages are visited, memory is bounded by few of them. */
const files = createPermits(2);
async function asFile<T>(work: () => Promise<T>): Promise<T> {
  const giveBack = await files.take();
  return work().finally(giveBack);
}

const readFile = (
  { url }: Pick<Attachment, 'url'>,
  headers: Readonly<Record<string, string>>,
  { fetcher, deadline }: DetailDeps,
): Promise<FileText> =>
  asFile(async () => {
    const fetched = await fetcher.fetch({ url, headers, maxBytes: MAX_FILE_BYTES });
    if (fetched.status === 'ok') return readText(fetched.body, deadline);
    return fetched.status === 'failed' && isPassing(fetched.cause) ? null : '';
  });

const nothingSaid = {
  title: null,
  issuer: null,
  docNumber: null,
  published: null,
  consultation: null,
} as const;

/** A list that links a file itself: the file is the document. */
async function readDirect(
  url: string,
  body: Uint8Array,
  deadline: DetailDeps['deadline'],
): Promise<Result<Detail, ReadFailure>> {
  const read = await asFile(() => readText(body, deadline));
  const text = read ?? '';
  const signedOn = signatureDay(text);
  const attachments = [{ title: URL.parse(url)?.pathname.split('/').at(-1) ?? '', url }];
  const detail = { ...nothingSaid, signedOn, effectiveOn: effectiveDay(text, signedOn), attachments, text };
  return ok(read === null ? { ...detail, isPartial: true } : detail);
}

/** The text of the file that a second answer of an interface names; empty where there is none. */
async function readNamedFile(
  entryUrl: string,
  api: JsonDetailReader,
  headers: Readonly<Record<string, string>>,
  deps: DetailDeps,
): Promise<FileText> {
  const asked = api.file && apiAddress(entryUrl, api, api.file.url);
  if (!api.file || !asked) return '';
  const answer = await deps.fetcher.fetch({ url: asked, headers });
  if (answer.status !== 'ok') return answer.status === 'failed' && isPassing(answer.cause) ? null : '';
  const url = readFileAddress(decodeText(answer.body, answer.contentType), api.file.path, answer.url);
  return url === null ? '' : readFile({ url }, headers, deps);
}

type Came = Extract<Fetched, { status: 'ok' }>;

/** Where a page that is no document leads; a challenge leads nowhere. */
function nextOf({ body, contentType, url }: Came): string | null {
  const html = body.length > LARGEST_STUB ? '' : decodeText(body, contentType);
  return isChallenge(html) ? null : leadsTo(html, url);
}

/** What stands at an address. */
type Found =
  | { readonly is: 'page'; readonly detail: Detail; readonly at: string }
  | { readonly is: 'file'; readonly file: Came }
  | { readonly is: 'unreadable'; readonly failure: PageFailure };

const UNASKED: PageFailure = { cause: 'bad-response', notes: ['A page was called unchanged unasked.'] };

/**
 * Visits the official page of an entry, or the interface that fills it, and where that is only a link to its file, the file.
 * Attachments that cannot be read are listed all the same. `cause` as in `Visit`, or as in `readDetail`.
 */
export async function visitDetail(
  url: string,
  feed: Pick<FeedDefinition, 'detail' | 'page'> & Partial<Pick<FeedDefinition, 'authority'>>,
  deps: DetailDeps,
): Promise<Result<Detail, PageFailure>> {
  const api = feed.detail?.json;
  const asked = api === undefined ? null : apiAddress(url, api, api.url);
  const read = async (
    fetched: Fetched,
    mayLead: boolean,
  ): Promise<Found | { readonly is: 'elsewhere'; readonly next: string }> => {
    if (fetched.status !== 'ok')
      return { is: 'unreadable', failure: fetched.status === 'unchanged' ? UNASKED : fetched };
    if (isReadable(fetched.body)) return { is: 'file', file: fetched };
    const next = mayLead ? nextOf(fetched) : null;
    if (next !== null) return { is: 'elsewhere', next };
    const { url: at, body, contentType } = fetched;
    const answer = await deps.readings.detail({
      ...{ url: at, body, contentType },
      ...(feed.detail === undefined ? {} : { reader: feed.detail }),
      ...(feed.authority === undefined ? {} : { authority: feed.authority }),
      ...(api === undefined || asked === null ? {} : { api: { reader: api, of: url } }),
    });
    return answer.ok ? { is: 'page', detail: answer.value, at } : { is: 'unreadable', failure: answer.error };
  };
  const look = async (at: string, from: string, mayLead: boolean): Promise<Found> => {
    const request = { url: at, headers: referrer(from) };
    const whole = isFile(at) ? { ...request, maxBytes: MAX_FILE_BYTES } : request;
    const found = await deps.fetcher.fetch(whole, (fetched) => read(fetched, mayLead));
    // A page may only say where the document is. It is followed once, as a redirect would be.
    return found.is === 'elsewhere' ? look(found.next, url, false) : found;
  };
  const found = await look(asked ?? fileBehind(url), feed.page, asked === null);
  switch (found.is) {
    case 'unreadable':
      return fail(found.failure);
    case 'file':
      return readDirect(found.file.url, found.file.body, deps.deadline);
    case 'page':
      return withFiles(url, feed, found, deps);
  }
}

/** What a page says, with the text of its files where it has none itself. */
async function withFiles(
  url: string,
  feed: Pick<FeedDefinition, 'detail' | 'page'>,
  { detail, at }: Extract<Found, { is: 'page' }>,
  deps: DetailDeps,
): Promise<Result<Detail, PageFailure>> {
  const api = feed.detail?.json;
  if (detail.text.length >= BODY_IS_ELSEWHERE) return ok(detail);
  const texts: FileText[] = [detail.text];
  for (const file of detail.attachments.filter(isText).slice(0, MOST_FILES))
    texts.push(await readFile(file, { referer: at }, deps));
  if (api !== undefined) texts.push(await readNamedFile(url, api, referrer(feed.page), deps));
  const text = texts
    .filter((part) => part !== null && part !== '')
    .join('\n')
    .slice(0, MAX_TEXT);
  const signedOn = detail.signedOn ?? signatureDay(text);
  const issued = dayOf(detail.published) ?? signedOn;
  return ok({
    ...detail,
    text,
    signedOn,
    effectiveOn: detail.effectiveOn ?? effectiveDay(text, issued, signedOn ?? issued),
    ...(texts.includes(null) ? { isPartial: true } : {}),
  });
}

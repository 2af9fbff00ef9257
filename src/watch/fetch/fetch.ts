import type { IncomingHttpHeaders } from 'node:http';
import type { Agent, Dispatcher } from 'undici';
import { fail, ok, type Result } from '../../result.ts';
import type { Validators } from '../types.ts';
import { checkAddress } from './address.ts';
import { createAgent, PRIVATE_ADDRESS, type Resolve } from './connect.ts';
import { decompress } from './decode.ts';
import { sendable } from './headers.ts';
import { createPermits } from './permits.ts';
import type { TakeTurn } from './spare.ts';

/** What is asked of a server. A POST carries `body` with its `content-type` in `headers`. */
export interface PageRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the last good visit: a server that knows them answers `unchanged`. */
  readonly validators?: Validators;
  /** The largest answer that is taken, after decompression; `limits.bytes` where nothing else is said. */
  readonly maxBytes?: number;
}

/** A page as it came, decompressed; or why there is none (`cause` and `notes` as in `Visit`). */
export type Fetched =
  | {
      readonly status: 'ok';
      /** Where redirects ended. */
      readonly url: string;
      readonly body: Uint8Array;
      readonly contentType: string;
      readonly validators: Validators;
      /** What the server would be told of itself on a second step (`Cookie`); empty where it set nothing. */
      readonly cookie: string;
      /** Seconds. */
      readonly freshFor?: number;
    }
  | { readonly status: 'unchanged'; readonly validators: Validators; readonly freshFor?: number }
  | {
      readonly status: 'refused' | 'failed';
      readonly cause: string;
      readonly notes: readonly string[];
      /** Seconds. */
      readonly retryAfter?: number;
    };

export interface Fetcher {
  fetch(request: PageRequest): Promise<Fetched>;
  /**
   * The same for what takes a while with a page: until it is over, no more large ones come than may be held at once. It asks for no
   * other page, which may be a large one, too.
   */
  fetch<T>(request: PageRequest, use: (fetched: Fetched) => Promise<T>): Promise<T>;
  /** Ends every connection at once; a visit under way fails. */
  close(): Promise<void>;
}

export interface FetcherOptions {
  readonly allowHosts: readonly string[];
  readonly now: () => Date;
  readonly resolve?: Resolve;
  /** As in `AgentOptions`. */
  readonly extraCas?: ReadonlyMap<string, string>;
  /** Aborts when a visit has lasted `ms`; tests give their own. */
  readonly deadline?: (ms: number) => AbortSignal;
  /** Asked before each request, those that redirects lead to among them. */
  readonly takeTurn?: TakeTurn;
}

export const limits = {
  bytes: 15 * 1024 * 1024,
  connectMs: 10_000,
  /** For all that servers do until a page is there; waiting for a turn at a host takes none of it. */
  totalMs: 20_000,
  redirects: 5,
  /** Bodies beyond `small` bytes are read so many at a time: what many servers send at once is bounded by few of them. */
  small: 1024 * 1024,
  largeAtOnce: 4,
} as const;

const USER_AGENT = 'Tiaoli/0.1 (policy watcher for the Beijing science and technology innovation ordinance)';

const failed = (cause: string, note: string, retryAfter?: number): Fetched => ({
  status: 'failed',
  cause,
  notes: [note],
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

const headerOf = (headers: IncomingHttpHeaders, name: string): string => {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

/** Seconds: `120`, or the time until `Wed, 21 Oct 2026 07:28:00 GMT`. */
export function parseRetryAfter(value: string, now: Date): number | undefined {
  if (/^\d+$/.test(value.trim())) return Number(value);
  const until = Date.parse(value);
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - now.getTime()) / 1000));
}

/** Seconds a page stays fresh: `max-age=600, public` less the time it lay in caches; nothing where it may not be kept. */
export function parseFreshness(cacheControl: string, age: string): number | undefined {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(cacheControl)?.[1];
  if (seconds === undefined || /no-cache|no-store|must-revalidate/i.test(cacheControl)) return undefined;
  const left = Number(seconds) - (/^\d+$/.test(age) ? Number(age) : 0);
  return left > 0 ? left : undefined;
}

const freshness = (headers: IncomingHttpHeaders): { readonly freshFor?: number } => {
  const freshFor = parseFreshness(headerOf(headers, 'cache-control'), headerOf(headers, 'age'));
  return freshFor === undefined ? {} : { freshFor };
};

/** What system and library call a failure, and what we call it. */
function nameFailure(error: unknown): Fetched {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  const codes = [code, name].filter((word) => word !== undefined);
  if (codes.includes(PRIVATE_ADDRESS))
    return {
      status: 'refused',
      cause: 'private-address',
      notes: [`The host resolves to a private address.`],
    };
  if (codes.some((word) => /^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/.test(word)))
    return failed('dns', 'The host name could not be resolved.');
  if (codes.some((word) => /TIMEOUT|ETIMEDOUT|TimeoutError|AbortError|ABORTED/i.test(word)))
    return failed('timeout', 'The server did not answer in time.');
  if (codes.includes('ECONNREFUSED'))
    return failed('connection-refused', 'The server refused the connection.');
  if (codes.some((word) => /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/.test(word)))
    return failed('certificate', `The server's certificate is not trusted (${code}).`);
  if (codes.some((word) => /^(ERR_SSL|EPROTO|ERR_TLS)/.test(word)))
    return failed('tls', `No secure connection came about (${code}).`);
  if (codes.some((word) => /^(HPE_|HTTPParserError$|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_)/.test(word)))
    return failed('bad-response', `The answer is not valid HTTP (${code ?? name}).`);
  // What the library does not send at all is nothing of the network's.
  if (
    codes.some((word) => /^(ECONN|EPIPE|EHOST|ENET|EADDR|UND_ERR_(?!INVALID_ARG|NOT_SUPPORTED))/.test(word))
  )
    return failed('connection-lost', `The connection broke (${code}: ${message}).`);
  throw error;
}

/** Reads a body up to the limit, beyond `limits.small` only once `mayGrow` is over; null when it is larger. */
async function readBody(
  body: Dispatcher.ResponseData['body'],
  limit: number,
  mayGrow: () => Promise<void>,
): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
    if (length > limits.small) await mayGrow();
  }
  return Buffer.concat(chunks);
}

async function receive(
  url: URL,
  answer: Dispatcher.ResponseData,
  maxBytes: number,
  mayGrow: () => Promise<void>,
): Promise<Fetched> {
  const { headers, body } = answer;
  const tooLarge = failed('too-large', `The page is larger than ${maxBytes / 1024 / 1024} MiB.`);
  if (Number(headerOf(headers, 'content-length')) > maxBytes) {
    body.destroy();
    return tooLarge;
  }
  const raw = await readBody(body, maxBytes, mayGrow);
  if (raw === null) return tooLarge;
  const encoding = headerOf(headers, 'content-encoding');
  let plain = await decompress(raw, encoding, Math.min(limits.small, maxBytes));
  if (!plain.ok && plain.error === 'too-large' && maxBytes > limits.small) {
    await mayGrow();
    plain = await decompress(raw, encoding, maxBytes);
  }
  if (!plain.ok)
    return plain.error === 'too-large'
      ? tooLarge
      : failed(plain.error, 'The compression of the page cannot be undone.');
  const etag = headerOf(headers, 'etag');
  const lastModified = headerOf(headers, 'last-modified');
  return {
    status: 'ok',
    url: url.href,
    body: plain.value,
    contentType: headerOf(headers, 'content-type'),
    validators: { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) },
    ...freshness(headers),
    cookie: [headers['set-cookie'] ?? []]
      .flat()
      .map((cookie) => cookie.split(';', 1)[0])
      .join('; '),
  };
}

/** The headers that a source asks for as they are sent, or the name of one that cannot be. */
function ownHeaders({ headers = {} }: PageRequest): Result<Record<string, string>, string> {
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const own = sendable(name, value);
    if (own === null) return fail(name);
    sent[name] = own;
  }
  return ok(sent);
}

function requestHeaders(request: PageRequest, sameOrigin: boolean): Record<string, string> {
  const { etag, lastModified } = request.validators ?? {};
  return {
    'user-agent': USER_AGENT,
    accept:
      'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/json, */*;q=0.5',
    'accept-language': 'zh-CN, zh;q=0.9, en;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
    // What a source needs is not told to whoever it redirects to.
    ...(sameOrigin ? request.headers : {}),
  };
}

/** One request: the page as it came or why there is none, or where the server says that it is. */
async function ask(
  agent: Agent,
  url: URL,
  request: PageRequest & { readonly isSameOrigin: boolean },
  options: FetcherOptions,
  signal: AbortSignal,
  mayGrow: () => Promise<void>,
): Promise<Fetched | { readonly status: 'moved'; readonly to: string; readonly asGet: boolean }> {
  const { method = 'GET' } = request;
  const answer = await agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    headers: requestHeaders(request, request.isSameOrigin),
    signal,
    ...(method === 'POST' && request.body !== undefined ? { body: request.body } : {}),
  });
  const { statusCode: status, headers, body } = answer;
  // A body we leave unread reports its own end as an error; one we read throws it where it is read.
  body.on('error', () => undefined);
  if (status >= 200 && status < 300)
    return await receive(url, answer, request.maxBytes ?? limits.bytes, mayGrow);
  if (status === 304) {
    // It has no body: to break that off would make an error, with its stack, for each page that is unchanged.
    await body.dump();
    return { status: 'unchanged', validators: request.validators ?? {}, ...freshness(headers) };
  }
  body.destroy();
  // Headers come as Latin-1; a Chinese path in one was written as UTF-8.
  const location = Buffer.from(headerOf(headers, 'location'), 'latin1').toString('utf8');
  if (status < 300 || status >= 400 || location === '') {
    const hint =
      status === 412 || status === 521
        ? ' Servers answer so when they want a JavaScript challenge solved.'
        : '';
    const retryAfter = parseRetryAfter(headerOf(headers, 'retry-after'), options.now());
    return failed(`http-${status}`, `The server answered ${status}.${hint}`, retryAfter);
  }
  // As written, not resolved, when it is absolute: resolving would hide a disguise.
  const to = /^[a-z][a-z0-9+.-]*:/i.test(location) ? location : (URL.parse(location, url)?.href ?? location);
  return { status: 'moved', to, asGet: status !== 307 && status !== 308 };
}

const CLOSED: Fetched = { status: 'failed', cause: 'closed', notes: ['Nothing is fetched any more.'] };

/** Fetches pages through one shared, guarded connection pool, which is made at the first request. */
export function createFetcher(options: FetcherOptions): Fetcher {
  let agent: Promise<Agent> | null = null;
  let closed = false;
  const large = createPermits(limits.largeAtOnce);
  const { deadline = AbortSignal.timeout, now, takeTurn = async () => () => undefined } = options;

  async function follow<T>(request: PageRequest, use: (fetched: Fetched) => Promise<T>): Promise<T> {
    const origin = URL.parse(request.url)?.origin;
    let target = request.url;
    let method = request.method ?? 'GET';
    let spent = 0;
    for (let hop = 0; hop <= limits.redirects; hop += 1) {
      const address = checkAddress(target, options.allowHosts);
      if (!address.ok)
        return use({ status: 'refused', cause: address.error.cause, notes: [address.error.note] });
      const url = address.value;
      // One turn is over before the next is waited for: hosts that redirect to one another would wait for ever.
      const endTurn = await takeTurn(url.href);
      const begun = now().getTime();
      let giveBack: (() => void) | undefined;
      try {
        if (closed) return await use(CLOSED);
        agent ??= createAgent({ ...options, connectMs: limits.connectMs });
        const signal = deadline(Math.max(0, limits.totalMs - spent));
        const mayGrow = async (): Promise<void> => {
          giveBack ??= await large.take(signal);
        };
        const asked = { ...request, method, isSameOrigin: url.origin === origin };
        const answer = await ask(await agent, url, asked, options, signal, mayGrow).catch(nameFailure);
        if (answer.status !== 'moved') {
          // Its host has answered, and may be asked by others while its page is in use.
          endTurn();
          return await use(answer);
        }
        target = answer.to;
        if (answer.asGet) method = 'GET';
      } finally {
        giveBack?.();
        endTurn();
        spent += Math.max(0, now().getTime() - begun);
      }
    }
    return use(failed('redirects', `The server redirects more than ${limits.redirects} times.`));
  }

  async function fetch<T>(request: PageRequest, use: (fetched: Fetched) => Promise<T>): Promise<T> {
    if (closed) return use(CLOSED);
    const headers = ownHeaders(request);
    return headers.ok
      ? follow({ ...request, headers: headers.value }, use)
      : use(failed('bad-header', `The header ${headers.error}, which the source asks for, cannot be sent.`));
  }

  return {
    fetch: async <T>(request: PageRequest, use = async (fetched: Fetched) => fetched as T) =>
      fetch(request, use),
    close: async () => {
      closed = true;
      await (await agent)?.destroy();
    },
  };
}

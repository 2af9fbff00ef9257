import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../world/world.ts';
import { readBody } from './body.ts';
import { broken, Faults } from './faults.ts';
import { RateLimits } from './limits.ts';
import { Refusal, refuse, unauthorized } from './refusal.ts';
import { findRoute, majorOf, type Reply, type Route } from './router.ts';

/** One request the bot made, and what came of it. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  /** The pattern of the route; null where there is none, which shows a gap in the stand-in. */
  readonly route: string | null;
  readonly body: unknown;
  /** 0 where no answer was sent. */
  readonly status: number;
  readonly code: number | null;
  readonly fault: boolean;
}

const LOG_LENGTH = 1_000;
const DEFAULT_LIMIT = { requests: 50, perMs: 1_000 };

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly version: string;
  readonly query: URLSearchParams;
}

/** What is learned of a request on its way, for the log. */
interface Seen {
  route: string | null;
  body: unknown;
  fault: boolean;
}

/** `/api/v10/users/@me` and `/api/users/@me`; not `/api/v9/…`, which is another API (50041). */
const API_PATH = /^\/api(?:\/v(?<version>\d+))?(?<path>\/.*)$/;

export class RestApi {
  readonly faults = new Faults();
  readonly log: LoggedRequest[] = [];
  readonly #world: World;
  readonly #limits: RateLimits;
  readonly #routes: readonly Route[];
  readonly #listeners = new Set<(request: LoggedRequest) => void>();

  constructor(world: World, routes: readonly Route[]) {
    this.#world = world;
    this.#routes = routes;
    this.#limits = new RateLimits(world.clock);
  }

  /** Requests to paths or methods we do not know: gaps of the stand-in, or mistakes of the bot. */
  get unknownRoutes(): LoggedRequest[] {
    return this.log.filter((request) => request.route === null);
  }

  onRequest(listener: (request: LoggedRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says that a request was answered 401, 403 or 429; ten thousand of them within ten minutes shut the address out. */
  countInvalid(): void {
    this.#limits.invalid();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
    const { path = pathname, version = '10' } = API_PATH.exec(pathname)?.groups ?? {};
    const asked = { method: request.method ?? 'GET', path, version, query };
    const at = this.#world.clock.now();
    const seen: Seen = { route: null, body: undefined, fault: false };
    const reply = await orRefusal(() => this.#reply(request, asked, seen));
    const invalid = reply.status === 401 || reply.status === 403 || reply.status === 429;
    if (invalid && reply.headers?.['X-RateLimit-Scope'] !== 'shared') this.countInvalid();
    send(response, reply);
    const { method } = asked;
    this.#record({ at, method, path, ...seen, status: reply.status, code: codeOf(reply) });
  }

  async #reply(request: IncomingMessage, asked: Asked, seen: Seen): Promise<Reply> {
    const { json, uploads } = await readBody(request);
    seen.body = json;
    if (this.#limits.shutOut) return { status: 429, body: 'error code: 1015' };
    if (asked.version !== '10') throw refuse(50041);
    const match = findRoute(this.#routes, asked.method, asked.path);
    const { route, params } = match;
    seen.route = route.path;
    const fault = this.faults.meet(asked.method, asked.path)?.request;
    seen.fault = fault !== undefined;
    if (fault?.when === 'before') return broken(fault.action);
    if (!route.byToken) this.#authorise(request);
    const name = `${route.method} ${route.path}`;
    const verdict = this.#limits.take(
      name,
      majorOf(match),
      route.limit ?? DEFAULT_LIMIT,
      route.byToken ?? false,
    );
    if (!verdict.allowed) return { status: 429, body: verdict.body, headers: verdict.headers };
    const param = (key: string) => params[key] ?? '';
    const call = { world: this.#world, param, query: asked.query, body: json, uploads };
    const written = await orRefusal(() => route.answer(call));
    const reply = fault === undefined ? written : broken(fault.action);
    return { ...reply, headers: { ...verdict.headers, ...reply.headers } };
  }

  #authorise(request: IncomingMessage): void {
    const expected = this.#world.token;
    if (expected === null || request.headers.authorization !== `Bot ${expected}`) throw unauthorized();
  }

  #record(request: LoggedRequest): void {
    this.log.push(request);
    if (this.log.length > LOG_LENGTH) this.log.shift();
    for (const listener of this.#listeners) listener(request);
  }
}

const orRefusal = async (answer: () => Reply | Promise<Reply>): Promise<Reply> => {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body };
    throw error;
  }
};

const send = (response: ServerResponse, reply: Reply): void => {
  if (reply.lost === 'reset') response.destroy();
  if (reply.lost !== undefined) return;
  const body = reply.body === undefined ? '' : JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    ...reply.headers,
    ...(body !== '' && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
    Via: '1.1 google',
  });
  response.end(body);
};

const codeOf = (reply: Reply): number | null => {
  const body = reply.body;
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'number'
    ? body.code
    : null;
};

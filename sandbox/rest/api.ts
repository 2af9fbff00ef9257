import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../world/world.ts';
import { readBody } from './body.ts';
import { type Fault, type FaultAction, Faults } from './faults.ts';
import { RateLimits, retryBody, retryHeaders } from './limits.ts';
import { isKnownCode, Refusal, refuse, unauthorized } from './refusal.ts';
import { findRoute, type Match, majorOf, type Reply, type Route } from './router.ts';

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
    const url = new URL(request.url ?? '/', 'http://localhost');
    const found = API_PATH.exec(url.pathname)?.groups;
    const path = found?.path ?? url.pathname;
    const method = request.method ?? 'GET';
    const record = {
      at: this.#world.clock.now(),
      method,
      path,
      route: null as string | null,
      body: undefined as unknown,
    };
    let headers: Record<string, string> = {};
    let fault: Fault | undefined;
    const attempt = async (): Promise<Reply> => {
      const body = await readBody(request);
      record.body = body.json;
      if (this.#limits.shutOut) return { status: 429, body: 'error code: 1015' };
      if (found?.version !== undefined && found.version !== '10') throw refuse(50041);
      const match = findRoute(this.#routes, method, path);
      record.route = match.route.path;
      fault = this.faults.meet(method, path);
      if (fault?.request.when === 'before')
        return this.#faulty(fault.request.action, (more) => Object.assign(headers, more));
      this.#authorise(request, match);
      const limit = match.route.limit ?? DEFAULT_LIMIT;
      const name = `${method} ${match.route.path}`;
      const verdict = this.#limits.take(name, majorOf(match), limit, match.route.byToken ?? false);
      headers = verdict.headers;
      if (!verdict.allowed) return { status: 429, body: verdict.body };
      const reply = await match.route.answer({
        world: this.#world,
        param: (key) => match.params[key] ?? '',
        query: url.searchParams,
        body: body.json,
        uploads: body.uploads,
      });
      return fault === undefined
        ? reply
        : this.#faulty(fault.request.action, (more) => Object.assign(headers, more));
    };
    const reply = await attempt().catch((error: unknown): Reply => {
      if (error instanceof Refusal) return { status: error.status, body: error.body };
      throw error;
    });
    this.#count(reply, headers);
    this.#send(response, reply, headers);
    this.#record({ ...record, status: reply.status, code: codeOf(reply), fault: fault !== undefined });
  }

  #authorise(request: IncomingMessage, match: Match): void {
    if (match.route.byToken) return;
    const expected = this.#world.token;
    if (expected === null || request.headers.authorization !== `Bot ${expected}`) throw unauthorized();
  }

  #faulty(action: FaultAction, addHeaders: (headers: Record<string, string>) => void): Reply {
    if (action.kind === 'reset') return { status: 0 };
    if (action.kind === 'hang') return { status: -1 };
    if (action.kind === 'limited') {
      addHeaders(retryHeaders(action.retryAfterMs, action.scope));
      return { status: 429, body: retryBody(action.retryAfterMs, action.scope === 'global') };
    }
    const known =
      action.code !== undefined && isKnownCode(action.code) ? refuse(action.code).message : undefined;
    const message = action.message ?? known ?? `${action.status}: sandbox fault`;
    return { status: action.status, body: { message, code: action.code ?? 0 } };
  }

  #count(reply: Reply, headers: Record<string, string>): void {
    const invalid = reply.status === 401 || reply.status === 403 || reply.status === 429;
    if (invalid && headers['X-RateLimit-Scope'] !== 'shared') this.countInvalid();
  }

  #send(response: ServerResponse, reply: Reply, headers: Record<string, string>): void {
    if (reply.status === -1) return;
    if (reply.status === 0) {
      response.destroy();
      return;
    }
    const body = reply.body === undefined ? '' : JSON.stringify(reply.body);
    response.writeHead(reply.status, {
      ...headers,
      ...(body !== '' && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
      Via: '1.1 google',
    });
    response.end(body);
  }

  #record(request: LoggedRequest): void {
    this.log.push(request);
    if (this.log.length > LOG_LENGTH) this.log.shift();
    for (const listener of this.#listeners) listener(request);
  }
}

const codeOf = (reply: Reply): number | null => {
  const body = reply.body;
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'number'
    ? body.code
    : null;
};

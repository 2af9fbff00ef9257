import type { Upload } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { Limit } from './limits.ts';
import { methodNotAllowed, notFound } from './refusal.ts';

/** One request, as a route sees it. */
export interface Call {
  readonly world: World;
  /** A named part of the path, decoded. */
  param(name: string): string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer never arrives: the connection is cut, or nothing comes. */
  readonly lost?: 'reset' | 'hang';
}

export const json = (body: unknown, status = 200): Reply => ({ status, body });
export const noContent: Reply = { status: 204 };

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/channels/:channel/messages/:message`. */
  readonly path: string;
  readonly limit?: Limit;
  /** The token is in the path: no Authorization, and outside the global limit. */
  readonly byToken?: boolean;
  readonly answer: (call: Call) => Reply | Promise<Reply>;
}

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The parameters that have a rate limit of their own, each value its own. */
const MAJOR = ['channel', 'guild', 'token'];
export const majorOf = (match: Match): string => MAJOR.map((name) => match.params[name] ?? '').join(':');

const partsOf = (path: string): string[] => path.split('/').slice(1);

/** The part as it was before URL encoding; `undefined` for `%zz`, which nothing encodes to. */
export const decodePart = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

const decode = (part: string): string => {
  const decoded = decodePart(part);
  if (decoded === undefined) throw notFound();
  return decoded;
};

const paramsOf = (route: Route, parts: readonly string[]): Record<string, string> | null => {
  const wanted = partsOf(route.path);
  if (wanted.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, name] of wanted.entries()) {
    const part = parts[index] ?? '';
    if (name.startsWith(':')) params[name.slice(1)] = part;
    else if (name !== part) return null;
  }
  return params;
};

/** The route for a path without `/api/v10`; the first in the list wins, so `@me` stands before `:user`. */
export const findRoute = (routes: readonly Route[], method: string, path: string): Match => {
  const parts = partsOf(path).map(decode);
  let pathKnown = false;
  for (const route of routes) {
    const params = paramsOf(route, parts);
    if (params === null) continue;
    if (route.method === method) return { route, params };
    pathKnown = true;
  }
  throw pathKnown ? methodNotAllowed() : notFound();
};

/** Serves `/sandbox/…`: one JSON answer per request, and the stream of events. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Sandbox } from '../index.ts';
import { NotOffered } from '../people/refusal.ts';
import { readBody } from '../rest/body.ts';
import { Refusal } from '../rest/refusal.ts';
import { objection } from './guard.ts';
import { GETS, POSTS } from './routes.ts';
import { stream } from './stream.ts';

const send = (response: ServerResponse, status: number, body: unknown): void => {
  const text = JSON.stringify(body ?? null);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(text);
};

/** 400 for a body that makes no sense, 403 for a stranger, 404 for no such control, 409 for what a client would not offer. */
export const control = async (
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const stranger = objection(request);
  if (stranger !== undefined) return send(response, 403, { error: stranger });
  const url = new URL(request.url ?? '/', 'http://localhost');
  const name = url.pathname.slice('/sandbox/'.length);
  const query = Object.fromEntries(url.searchParams);
  if (request.method === 'GET' && name === 'events') return stream(sandbox.world, query.user ?? '', response);
  const routes = request.method === 'GET' ? GETS : POSTS;
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (route === undefined) return send(response, 404, { error: `there is no control ${name}` });
  try {
    const { json } = await readBody(request);
    send(response, 200, await route(sandbox, json, query));
  } catch (error) {
    if (error instanceof Refusal) send(response, 400, { error: error.message, errors: error.errors });
    else if (error instanceof NotOffered) send(response, 409, { error: error.message });
    else throw error;
  }
};

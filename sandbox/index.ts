/** A stand-in for Discord on this machine: REST and gateway on one port, with people who act as they are told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { type Clock, realClock } from './clock.ts';
import { control } from './control/http.ts';
import { page } from './control/page.ts';
import { Gateway } from './gateway/gateway.ts';
import { People } from './people/people.ts';
import { Publisher } from './publisher/publisher.ts';
import { RestApi } from './rest/api.ts';
import { decodePart } from './rest/router.ts';
import { allRoutes } from './rest/routes/index.ts';
import { BOT_ID, type Cast, seed } from './world/seed.ts';
import { World } from './world/world.ts';

export { publisherFeeds } from './publisher/publisher.ts';

/** Answers a request the sandbox has no part in, and says whether it did. */
export type Fallback = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

export interface SandboxOptions {
  /** 0, or left out, takes any free port. */
  readonly port?: number;
  readonly token?: string;
  readonly clock?: Clock;
  readonly heartbeatMs?: number;
  /** For paths of the bot itself (`/healthz`, say) when both share a port. */
  readonly fallback?: Fallback;
}

export interface Sandbox extends AsyncDisposable {
  readonly port: number;
  /** What `rest.api` of discord.js takes: `http://127.0.0.1:PORT/api`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly world: World;
  /** The people, servers and channels it starts with. */
  readonly cast: Cast;
  readonly people: People;
  readonly publisher: Publisher;
  readonly rest: RestApi;
  readonly gateway: Gateway;
  /** Gives the bot another token, or none: the old one is refused from now on (401), and its gateway closed (4004). */
  setToken(token: string | null): void;
  close(): Promise<void>;
}

/** Files of messages, always as downloads: what a bot attaches is never run as a page of ours. */
const attachment = (world: World, response: ServerResponse, path: string): boolean => {
  const name = path.startsWith('/attachments/') ? decodePart(path.slice('/attachments/'.length)) : undefined;
  const file = name === undefined ? undefined : world.files.at(name);
  if (file === undefined) return false;
  response.writeHead(200, {
    'Content-Type': file.attachment.content_type ?? 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.attachment.filename)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(file.bytes);
  return true;
};

const notHere = (response: ServerResponse): void => {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
};

export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const token = options.token ?? `${Buffer.from(BOT_ID).toString('base64url')}.sandbox.token`;
  const world = new World(options.clock ?? realClock, BOT_ID, token);
  const cast = seed(world);
  const gateway = new Gateway(world, options.heartbeatMs ?? 41_250);
  const rest = new RestApi(
    world,
    allRoutes(() => gateway.url),
  );
  const people = new People(world);
  const publisher = new Publisher(world.clock);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path.startsWith('/api/')) return rest.handle(request, response);
    if (path.startsWith('/sandbox/')) return control(sandbox, request, response);
    if (publisher.handle(request, response, path, world.origin)) return;
    if (attachment(world, response, path) || (await page(response, path))) return;
    if (await options.fallback?.(request, response)) return;
    notHere(response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A caller that hangs up in the middle of its request has nobody left to be answered.
      if (request.destroyed && !request.complete) return;
      response.writeHead(500).end();
      throw error;
    });
  });
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  world.origin = `http://127.0.0.1:${port}`;
  gateway.url = `ws://127.0.0.1:${port}/gateway`;

  const setToken = (next: string | null): void => {
    world.token = next;
    gateway.closeAll(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
  };
  const close = () =>
    new Promise<void>((resolve) => {
      gateway.close();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const sandbox: Sandbox = {
    port,
    apiUrl: `${world.origin}/api`,
    token,
    world,
    cast,
    people,
    publisher,
    rest,
    gateway,
    setToken,
    close,
    [Symbol.asyncDispose]: close,
  };
  return sandbox;
};

/** A small bot on the real discord.js client, for tests of the sandbox. */
import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js';
import { expect } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/index.ts';
import { watchBodies } from './openapi.ts';

export interface Bench extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly client: Client<true>;
  /** 小明 in the general channel. */
  readonly here: { readonly user: string; readonly channel: string };
}

/** Identifies at once: real clients wait five seconds between two identifies, a test need not. */
const unthrottled = () => ({ waitForIdentify: () => Promise.resolve() });

/** Starts a sandbox, connects a client to it and waits until the client has its servers. */
export const connect = async (
  options: SandboxOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<Bench> => {
  const sandbox = await startSandbox(options);
  const against = watchBodies(sandbox);
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    ...clientOptions,
    rest: { api: sandbox.apiUrl, ...clientOptions.rest },
    ws: { buildIdentifyThrottler: () => Promise.resolve(unthrottled()) },
  });
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(sandbox.token);
  const close = async () => {
    await client.destroy();
    await sandbox.close();
    expect(against(), "what Discord's schema has against the bodies of this test").toEqual([]);
  };
  return {
    sandbox,
    client: await ready,
    here: { user: sandbox.cast.users.member.id, channel: sandbox.cast.channels.general.id },
    [Symbol.asyncDispose]: close,
  };
};

/** Resolves with the arguments of the client's next event of this name. */
export const next = <T>(subscribe: (listener: (value: T) => void) => void): Promise<T> =>
  new Promise((resolve) => {
    subscribe(resolve);
  });

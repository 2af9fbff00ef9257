import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { type Bot, startBot } from '../../src/bot.ts';
import { translator } from '../../src/chat/catalogue/index.ts';
import { readConfig } from '../../src/config.ts';
import type { Log } from '../../src/log.ts';
import { watchBodies } from '../sandbox/openapi.ts';
import { type Site, startSite } from './site.ts';

/** The whole bot over the stand-in for Discord, with an official site of its own: real but for the outside world. */
export interface Tiaoli extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly site: Site;
  readonly bot: Bot;
  /** Everything logged as warning or error, and what Discord's schema, where it is at hand, has against our bodies. */
  readonly complaints: readonly string[];
  /** How many texts were read into the library at the start. */
  readonly textsRead: number;
  /** Puts the bot's clock so many minutes ahead. */
  pass(minutes: number): void;
}

export const folder = (): string => mkdtempSync(join(tmpdir(), 'tiaoli-'));

/** What every process of these tests lends the bot. */
export const machineFor = (site: Pick<Site, 'feed'>, log: Log, publicHosts: readonly string[] = []) => ({
  publicHosts,
  log,
  t: translator('en'),
  now: () => new Date(),
  random: Math.random,
  randomId: () => 'f00d',
  schedule(run: () => void, ms: number) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  onProgress: () => undefined,
  loadFeeds: async () => [site.feed],
});

/** With the variables of `environment` beside those that tests need. */
export async function startTiaoli(
  environment: Readonly<Record<string, string>> = {},
  publicHosts: readonly string[] = [],
): Promise<Tiaoli> {
  const data = folder();
  const [sandbox, site] = await Promise.all([startSandbox(), startSite()]);
  const config = readConfig({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: `file:${join(data, 'tiaoli.db')}`,
    FEED_ALLOW_HOSTS: site.host,
    // Never by itself within a test: looks are asked for.
    POLL_CRON: '0 0 1 1 *',
    ...environment,
  });
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  const complaints: string[] = [];
  const againstSchema = watchBodies(sandbox);
  const complain = (about: object, sentence: string): void =>
    void complaints.push(`${sentence} ${JSON.stringify(about, errors)}`);
  const silent = (): void => undefined;
  const log: Log = { debug: silent, info: silent, warn: complain, error: complain };
  let textsRead = 0;
  const onProgress = (_: number, total: number): void => {
    textsRead = total;
  };
  let aheadMs = 0;
  const now = (): Date => new Date(Date.now() + aheadMs);
  const started = await startBot(config.value, { ...machineFor(site, log, publicHosts), now, onProgress });
  if (!started.ok) throw new Error(started.error);
  const bot = started.value;
  const state = await bot.ready;
  if (state !== 'ready') throw new Error(state);
  return {
    sandbox,
    site,
    bot,
    textsRead,
    pass(minutes) {
      aheadMs += minutes * 60_000;
    },
    get complaints() {
      return [...complaints, ...againstSchema()];
    },
    async [Symbol.asyncDispose]() {
      await bot.stop();
      await Promise.all([sandbox.close(), site[Symbol.asyncDispose]()]);
      rmSync(data, { recursive: true });
    },
  };
}

const errors = (_: string, value: unknown): unknown => (value instanceof Error ? String(value.stack) : value);

/** What stands in a channel for everyone, oldest first. */
export const publicMessages = (sandbox: Sandbox, channelId: string): readonly APIMessage[] =>
  sandbox.world.messages
    .in(channelId)
    .filter(({ visibleTo }) => visibleTo === null)
    .map(({ wire }) => wire);

/** All text of a message, in reading order. */
export const textOf = (message: APIMessage | null | undefined): string =>
  JSON.stringify(message?.components ?? [])
    .match(/"content":"(?:[^"\\]|\\.)*"/g)
    ?.map((content) => JSON.parse(`{${content}}`).content)
    .join('\n')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1') ?? '';

/** The ids of a message's components that can be pressed or chosen from, by label or placeholder. */
export function component(message: APIMessage | null, label: string | RegExp): string {
  const found: string[] = [];
  JSON.stringify(message?.components ?? [], (_, value: unknown) => {
    if (value && typeof value === 'object' && 'custom_id' in value) {
      const { custom_id: id, label: text, placeholder } = value as Record<string, string>;
      if (
        id &&
        (typeof label === 'string'
          ? [text, placeholder].includes(label)
          : label.test(text ?? placeholder ?? ''))
      )
        found.push(id);
    }
    return value;
  });
  const [id] = found;
  if (id === undefined) throw new Error(`no component ${label} in ${JSON.stringify(message?.components)}`);
  return id;
}

/** Resolves once `holds`; asked again after each thing the sandbox records. */
export function until(sandbox: Sandbox, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const off = sandbox.rest.onRequest(() => {
      if (!holds()) return;
      off();
      resolve();
    });
    if (holds()) {
      off();
      resolve();
    }
  });
}

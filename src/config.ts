import { validate } from 'node-cron';
import { z } from 'zod';
import type { MessageKey, Translate } from './chat/catalogue/index.ts';

/**
 * The environment, read once, here. Each variable has its check and its words for `.env.example` (a test holds the two
 * together). An empty value counts as not set.
 */

export interface Config {
  /** Null: the bot starts in the sandbox. */
  readonly discordToken: string | null;
  readonly discordApiUrl: string | null;
  readonly databaseUrl: string;
  readonly cacheUrl: string;
  readonly corpusDir: string | null;
  readonly feedsDir: string | null;
  /** Null: the default of where we run (`defaults`). */
  readonly pollCron: string | null;
  readonly feedAllowHosts: readonly string[];
  readonly httpPort: number | null;
  readonly rsshubUrl: string | null;
  readonly logLevel: (typeof logLevels)[number];
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What holds where a variable is not set; in the sandbox the tick is quick, so that a newcomer sees an alert come. */
export const defaults = {
  databaseUrl: 'file:data/tiaoli.db',
  pollCron: '*/10 * * * *',
  sandbox: { pollCron: '*/10 * * * * *', httpPort: 7575 },
} as const;

/** A check that fails with a message of the catalogue, whose `{value}` is the value. */
const checked = (key: MessageKey, holds: (value: string) => boolean) =>
  z.string().refine(holds, { error: key });
const webUrl = checked('config.url', (value) => /^https?:\/\/[^\s/]+/.test(value) && URL.canParse(value));

const schema = z.object({
  DISCORD_TOKEN: checked('config.token', (value) => /^[\w.-]{8,}$/.test(value)).optional(),
  DISCORD_API_URL: webUrl.optional(),
  DATABASE_URL: checked('config.database-url', (value) =>
    /^(file:.|postgres(ql)?:\/\/.)/.test(value),
  ).default(defaults.databaseUrl),
  CACHE_URL: checked('config.cache-url', (value) => /^(memory$|rediss?:\/\/.)/.test(value)).default('memory'),
  CORPUS_DIR: z.string().optional(),
  FEEDS_DIR: z.string().optional(),
  POLL_CRON: checked('config.cron', (value) => validate(value)).optional(),
  FEED_ALLOW_HOSTS: checked('config.hosts', (value) =>
    hosts(value).every((host) => hostForm.test(host)),
  ).default(''),
  HTTP_PORT: checked('config.port', (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535).optional(),
  RSSHUB_URL: webUrl.optional(),
  LOG_LEVEL: z.enum(logLevels, { error: 'config.log-level' satisfies MessageKey }).default('info'),
});

/** The names of all variables, in the order of `.env.example`. */
export const variables = Object.keys(schema.shape);

/** `host`, `host:port`, `[::1]:8080`; not a URL. */
const hostForm = /^(\[[0-9a-f:.]+\]|[^\s/:@[\]]+)(:\d{1,5})?$/i;
const hosts = (value: string): readonly string[] => value.split(',').flatMap((host) => host.trim() || []);

export interface ConfigProblem {
  readonly name: string;
  readonly key: MessageKey;
  /** Never the token. */
  readonly value: string;
}

const withoutSecrets = (name: string, value: string): string =>
  name === 'DISCORD_TOKEN' ? '…' : value.replace(/\/\/[^/\s]*@/, '//…@');

/** Reads the environment. Every variable that is wrong is named, not only the first. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly value: Config }
  | { readonly ok: false; readonly error: readonly ConfigProblem[] } {
  const given = Object.fromEntries(
    variables.flatMap((name) => {
      const value = environment[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    return {
      ok: false,
      error: parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return { name, key: issue.message as MessageKey, value: withoutSecrets(name, given[name] ?? '') };
      }),
    };
  }
  const value = parsed.data;
  return {
    ok: true,
    value: {
      discordToken: value.DISCORD_TOKEN ?? null,
      discordApiUrl: value.DISCORD_API_URL ?? null,
      databaseUrl: value.DATABASE_URL,
      cacheUrl: value.CACHE_URL,
      corpusDir: value.CORPUS_DIR ?? null,
      feedsDir: value.FEEDS_DIR ?? null,
      pollCron: value.POLL_CRON ?? null,
      feedAllowHosts: hosts(value.FEED_ALLOW_HOSTS),
      httpPort: value.HTTP_PORT === undefined ? null : Number(value.HTTP_PORT),
      rsshubUrl: value.RSSHUB_URL ?? null,
      logLevel: value.LOG_LEVEL,
    },
  };
}

/** What the operator is told of a configuration that is not valid: one line for each variable. */
export const configSentence = (problems: readonly ConfigProblem[], t: Translate): string =>
  [
    t('config.heading'),
    ...problems.map(({ name, key, value }) => t('config.line', { name, problem: t.of(key, { value }) })),
  ].join('\n');

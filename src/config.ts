import { validate } from 'node-cron';
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

/** What a variable must be like, and the message of the catalogue that says so; its `{value}` is the value. */
interface Check {
  readonly key: MessageKey;
  readonly holds: (value: string) => boolean;
}
const check = (key: MessageKey, holds: Check['holds']): Check => ({ key, holds });
const webUrl = check('config.url', (value) => /^https?:\/\/[^\s/]+/.test(value) && URL.canParse(value));

/** Null: any text. What a path names is looked at when it is opened. */
const checks = {
  DISCORD_TOKEN: check('config.token', (value) => /^[\w.-]{8,}$/.test(value)),
  DISCORD_API_URL: webUrl,
  DATABASE_URL: check('config.database-url', (value) => /^(file:.|postgres(ql)?:\/\/.)/.test(value)),
  CACHE_URL: check('config.cache-url', (value) => /^(memory$|rediss?:\/\/.)/.test(value)),
  CORPUS_DIR: null,
  FEEDS_DIR: null,
  POLL_CRON: check('config.cron', (value) => validate(value)),
  FEED_ALLOW_HOSTS: check('config.hosts', (value) => hosts(value).every((host) => hostForm.test(host))),
  HTTP_PORT: check('config.port', (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535),
  RSSHUB_URL: webUrl,
  LOG_LEVEL: check('config.log-level', (value) => logLevels.some((level) => level === value)),
} as const satisfies Readonly<Record<string, Check | null>>;
type Name = keyof typeof checks;

/** The names of all variables, in the order of `.env.example`. */
export const variables = Object.keys(checks) as readonly Name[];

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
  const given = (name: Name): string | null => environment[name]?.trim() || null;
  const wrong = variables.flatMap((name): readonly ConfigProblem[] => {
    const value = given(name);
    const check: Check | null = checks[name];
    return value === null || check === null || check.holds(value)
      ? []
      : [{ name, key: check.key, value: withoutSecrets(name, value) }];
  });
  if (wrong.length > 0) return { ok: false, error: wrong };
  const port = given('HTTP_PORT');
  return {
    ok: true,
    value: {
      discordToken: given('DISCORD_TOKEN'),
      discordApiUrl: given('DISCORD_API_URL'),
      databaseUrl: given('DATABASE_URL') ?? defaults.databaseUrl,
      cacheUrl: given('CACHE_URL') ?? 'memory',
      corpusDir: given('CORPUS_DIR'),
      feedsDir: given('FEEDS_DIR'),
      pollCron: given('POLL_CRON'),
      feedAllowHosts: hosts(given('FEED_ALLOW_HOSTS') ?? ''),
      httpPort: port === null ? null : Number(port),
      rsshubUrl: given('RSSHUB_URL'),
      logLevel: logLevels.find((level) => level === given('LOG_LEVEL')) ?? 'info',
    },
  };
}

/** What the operator is told of a configuration that is not valid: one line for each variable. */
export const configSentence = (problems: readonly ConfigProblem[], t: Translate): string =>
  [
    t('config.heading'),
    ...problems.map(({ name, key, value }) => t('config.line', { name, problem: t.of(key, { value }) })),
  ].join('\n');

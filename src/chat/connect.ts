import { setTimeout as pause } from 'node:timers/promises';
import { Client, Events, GatewayCloseCodes, GatewayIntentBits, Options } from 'discord.js';
import { createInvoke, type InvokeDependencies } from './invoke.ts';
import { applicationCommands } from './register.ts';

export interface ConnectOptions extends InvokeDependencies {
  readonly token: string;
  /** Base of REST, `…/api`; Discord's own when null. */
  readonly apiUrl: string | null;
  /** Milliseconds to wait before try number 0, 1, 2 … */
  readonly backoffMs: (attempt: number) => number;
}

/** `token-refused` and `intents-refused` end a connection for good. */
export type ConnectionEnd = 'token-refused' | 'intents-refused' | 'closed';

/** A connection to Discord's gateway that is kept up until it is closed. */
export interface Connection {
  /** Settles when commands are answered for the first time, or never will be. */
  readonly ready: Promise<'ready' | ConnectionEnd>;
  /** Settles when the connection has ended for good. */
  readonly ended: Promise<ConnectionEnd>;
  /** Whether the gateway is up now. */
  isUp(): boolean;
  /** Once, however often it is asked. */
  close(): Promise<void>;
}

/**
 * Logs in, registers the commands and answers interactions, the first ones as soon as the services are there. While Discord cannot be reached it goes on trying, with backoff:
 * what is watched goes on being watched, and alerts wait in the outbox. Only a refusal ends it.
 */
export function connect(options: ConnectOptions): Connection {
  const { log } = options;
  const stopping = new AbortController();
  const ended = Promise.withResolvers<ConnectionEnd>();
  let client: Client | null = null;
  let closing: Promise<void> | null = null;

  async function logIn(): Promise<'ready' | ConnectionEnd> {
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      const next = newClient(options, stopping.signal);
      client = next;
      const ready = new Promise<'ready'>((resolve) => next.once(Events.ClientReady, () => resolve('ready')));
      next.on(Events.ShardDisconnect, ({ code }) => {
        if (code === GatewayCloseCodes.AuthenticationFailed) ended.resolve('token-refused');
        if (code === GatewayCloseCodes.DisallowedIntents || code === GatewayCloseCodes.InvalidIntents)
          ended.resolve('intents-refused');
      });
      try {
        await next.login(options.token);
        const outcome = await Promise.race([ready, ended.promise]);
        if (outcome === 'ready') await register(next, options);
        return outcome;
      } catch (error) {
        if (isRefusedToken(error)) {
          ended.resolve('token-refused');
          return 'token-refused';
        }
        const retryInMs = options.backoffMs(attempt);
        log.error({ err: error, retryInMs }, 'Discord cannot be reached; trying again');
        await next.destroy();
        await pause(retryInMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
    return 'closed';
  }

  return {
    ready: logIn(),
    ended: ended.promise,
    isUp: () => client?.isReady() ?? false,
    close() {
      stopping.abort();
      ended.resolve('closed');
      closing ??= client?.destroy() ?? Promise.resolve();
      return closing;
    },
  };
}

/** `stopping`: from then on the connection ends because we end it, which is nothing to report. */
function newClient(options: ConnectOptions, stopping: AbortSignal): Client<boolean> {
  const { apiUrl, log } = options;
  const client = new Client({
    // Guilds alone: which channels there are and what we may do in them. No member, presence or message is asked for.
    intents: [GatewayIntentBits.Guilds],
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      AutoModerationRuleManager: 0,
    }),
    ...(apiUrl ? { rest: { api: apiUrl } } : {}),
  });
  const invoke = createInvoke(options);
  client.on(Events.InteractionCreate, (interaction) => void invoke(interaction));
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js reported an error'));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the gateway connection had an error'));
  client.on(Events.ShardReconnecting, () => {
    if (!stopping.aborted) log.info({}, 'the gateway connection is being renewed');
  });
  client.on(Events.ShardResume, (_, replayed) =>
    log.info({ replayed }, 'the gateway connection was resumed'),
  );
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (!stopping.aborted) log.error({ code }, 'the gateway closed the connection for good');
  });
  return client;
}

/** One call that replaces what is registered: commands that are gone here go there too. */
async function register(client: Client<boolean>, { commands: list, log }: ConnectOptions): Promise<void> {
  const commands = applicationCommands(list);
  await client.application?.commands.set(commands);
  log.info({ commands: commands.length }, 'the commands are registered');
}

const isRefusedToken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'TokenInvalid';

import { schedule as cron } from 'node-cron';
import { commands } from '../commands/index.ts';
import { openCache } from './cache.ts';
import { createCall, REQUESTS_PER_SECOND } from './chat/call.ts';
import type { Translate } from './chat/catalogue/index.ts';
import type { Services } from './chat/command.ts';
import { type ConnectionEnd, connect } from './chat/connect.ts';
import { createMessenger } from './chat/messenger.ts';
import { storeSentence } from './chat/views/store.ts';
import { type Config, defaults } from './config.ts';
import { cronLog } from './cronLog.ts';
import { planRetry } from './deliver/backoff.ts';
import { createPace } from './deliver/pace.ts';
import { waking } from './deliver/waking.ts';
import { healthHandler } from './http/health.ts';
import { metricsHandler } from './http/metrics.ts';
import { type HttpHandler, inTurn, serve } from './http.ts';
import { isFolder } from './isFolder.ts';
import type { Log } from './log.ts';
import type { Progress } from './progress.ts';
import { startReminders } from './reminders.ts';
import { fail, ok, type Result } from './result.ts';
import { openStore } from './store/open.ts';
import type { FeedState } from './store/port.ts';
import { addDefinitions } from './watch/load.ts';
import { createReadThread, type ReadThread } from './watch/read/readThread.ts';
import type { Tick, TickOptions, TickReport } from './watch/tick.ts';
import type { FeedDefinition } from './watch/types.ts';

/** What the process lends: time, chance, a log and a voice. */
export interface Machine {
  readonly log: Log;
  readonly t: Translate;
  readonly now: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
  readonly randomId: () => string;
  /** Runs once after that many milliseconds; what it returns takes it back. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  /** Told how far the reading of the texts is, where that takes long. */
  readonly onProgress: Progress;
  /** The official sources, watched unless the bot runs in the sandbox. */
  readonly loadFeeds: () => Promise<readonly FeedDefinition[]>;
  /** Hosts that a moderator may name as a source although their address is private, beside the sandbox's own. */
  readonly publicHosts?: readonly string[];
}

export interface Bot {
  /** The page of the sandbox, where there is one. */
  readonly sandboxUrl: string | null;
  /** Settles when commands are answered, or never will be. */
  readonly ready: Promise<'ready' | ConnectionEnd>;
  /** Settles when the connection to Discord has ended for good. */
  readonly ended: Promise<ConnectionEnd>;
  /** Looks at the sources that are due now, whatever the time. */
  look(): Promise<void>;
  /** Ends everything within seconds: nothing is begun any more, what is being sent is finished. */
  stop(): Promise<void>;
}

/**
 * Wires the rooms together: texts and store, Discord (or its stand-in), watching and delivery. A sentence for the operator
 * where it cannot start; nothing is left open then, and Discord has not heard of us: who fails again and again would use up the
 * thousand logins a day that it allows. What cannot fail is made ready while Discord answers.
 */
export async function startBot(config: Config, machine: Machine): Promise<Result<Bot, string>> {
  const { log, t, now, random } = machine;
  await using open = new AsyncDisposableStack();

  if (config.feedsDir !== null && !(await isFolder(config.feedsDir))) {
    const problem = t('config.directory', { value: config.feedsDir });
    return fail(t('config.line', { name: 'FEEDS_DIR', problem }));
  }

  const cache = openCache(config.cacheUrl);
  if (!cache.ok) return fail(t('config.line', { name: 'CACHE_URL', problem: t('config.cache-later') }));

  const opened = await openStore(config.databaseUrl, { exclusive: true });
  if (!opened.ok) return fail(storeSentence(opened.error, t));
  const store = opened.value;
  open.defer(() => store.close());
  // Whoever held a lease is gone, for the store is ours alone. What they may have sent is read back before it is sent again.
  await store.releaseLeases();

  const stranger = strangerTo(await store.feedStates(), config.discordToken === null);
  if (stranger) return fail(t('config.line', { name: 'DATABASE_URL', problem: t(stranger) }));

  const readTexts = async () => (await import('./openTexts.ts')).openTexts(config, t, machine.onProgress);
  // A team's own folder may not be readable; the built-in texts are.
  const own = config.corpusDir === null ? null : await readTexts();
  if (own && !own.ok) return fail(own.error);

  // The sandbox shares its port with the bot's own paths, which answer once the bot is wired.
  const handler = Promise.withResolvers<HttpHandler>();
  const sandbox =
    config.discordToken === null
      ? await openSandbox(config.httpPort ?? defaults.sandbox.httpPort, handler.promise)
      : null;
  if (sandbox && !sandbox.ok) return fail(t('start.port-in-use', { port: sandbox.error }));
  if (sandbox) open.defer(() => sandbox.value.close());
  if (!sandbox && config.httpPort !== null) {
    const server = await serve(
      async (request, response) => (await handler.promise)(request, response),
      config.httpPort,
      (err) => log.error({ err }, 'a request could not be answered'),
    );
    if (!server.ok) return fail(t('start.port-in-use', { port: config.httpPort }));
    open.defer(() => server.value.close());
  }

  const token = config.discordToken ?? sandbox?.value.token ?? '';
  const apiUrl = sandbox?.value.apiUrl ?? config.discordApiUrl;
  const services = Promise.withResolvers<Services>();
  const connection = connect({
    ...machine,
    commands,
    services: services.promise,
    token,
    apiUrl,
    backoffMs: (attempt) =>
      planRetry({ kind: 'retry', code: 'gateway', detail: '' }, attempt, random()).delayMs,
  });
  // Where what follows breaks off.
  open.defer(() => connection.close());

  const texts = own ?? (await readTexts());
  if (!texts.ok) throw new Error(texts.error);
  const { corpus, search, problems } = open.use(texts.value);
  for (const problem of problems) log.warn({ ...problem }, 'a document was left out');

  // The sandbox visits no official site: it has a publisher of its own.
  const loaded = await addDefinitions(sandbox?.value.feeds ?? (await machine.loadFeeds()), config.feedsDir);
  for (const problem of loaded.problems) log.warn({ problem }, 'a source was left out');
  const { feeds } = loaded;

  await store.registerFeeds(
    feeds.map(({ id }) => id),
    now().toISOString(),
  );

  const [{ createOutbox }, { hold }, { render }, { followUpsHandler }] = await Promise.all([
    import('./deliver/outbox.ts'),
    import('./deliver/hold.ts'),
    import('./deliver/render.ts'),
    import('./http/followUps.ts'),
  ]);
  const pace = createPace({ perSecond: REQUESTS_PER_SECOND, clock: now, schedule: machine.schedule });
  const outbox = createOutbox({
    ...machine,
    store,
    messenger: createMessenger(createCall(token, apiUrl, pace)),
    render: (delivery) => render(delivery, corpus),
    hold,
    onTrouble: async (delivery, trouble) => {
      const { troubleNews } = await import('./deliver/trouble.ts');
      const { alerts, deliveries } = troubleNews(delivery, trouble, now());
      await store.enqueue(alerts, deliveries, now().toISOString());
      outbox.wake();
    },
    clock: now,
  });
  open.defer(() => outbox.stop());

  const allowHosts = [...config.feedAllowHosts, ...(sandbox?.value.hosts ?? [])];
  // What a moderator names is visited as the public may; hosts that the operator vouches for are the operator's to name.
  const publicHosts = [...(machine.publicHosts ?? []), ...(sandbox?.value.hosts ?? [])];
  // What a moderator names may be made to be slow to read; what is everybody's does not wait for it.
  const threads = { readings: createReadThread(), ownReadings: createReadThread() };
  const check: Services['check'] = async (urlOrId, reader = null) => {
    const { checkSource, sourceOf } = await import('./watch/check.ts');
    const isKnown = feeds.some(({ id, url }) => id === urlOrId || url === urlOrId);
    const hosts = isKnown ? allowHosts : publicHosts;
    return checkSource(sourceOf(urlOrId, feeds, reader), {
      now,
      readings: threads.ownReadings,
      allowHosts: hosts,
      rsshubUrl: config.rsshubUrl,
    });
  };
  services.resolve({
    ...{ corpus, search, store: waking(store, outbox.wake), cache: cache.value, feeds, commands, check },
    refuse: async (url) => {
      const { checkAddress } = await import('./watch/fetch/address.ts');
      const checked = checkAddress(url, publicHosts);
      return checked.ok ? null : checked.error;
    },
    download: async (file, limit) =>
      (await import('./chat/download.ts')).download(
        file,
        limit,
        apiUrl === null ? null : new URL(apiUrl).host,
      ),
  });

  const visits = { ok: 0, unchanged: 0, failed: 0 };
  const sources = {
    ...{ store, now, isUp: connection.isUp, outage: () => outbox.standing().outage },
    feedIds: feeds.map(({ id }) => id),
  };
  const handle = inTurn(
    healthHandler(sources),
    metricsHandler({ ...sources, sent: outbox.standing, visits, memory: process.memoryUsage }),
    followUpsHandler({ store, corpus, now }),
  );
  handler.resolve(handle);
  const watch = startWatch(
    config.pollCron ?? (sandbox ? defaults.sandbox : defaults).pollCron,
    log,
    threads,
    async () => ({
      ...machine,
      feeds,
      store,
      link: await loadLinker(),
      allowHosts,
      publicHosts,
      ...(sandbox ? { ownPaceMinutes: 0.1 } : {}),
      rsshubUrl: config.rsshubUrl,
      onCommitted: () => outbox.wake(),
    }),
    ({ ok, unchanged, failed }) => {
      visits.ok += ok;
      visits.unchanged += unchanged;
      visits.failed += failed;
    },
  );
  open.defer(() => watch.stop());

  outbox.start();
  const reminders = startReminders({ store, log, now, onMade: outbox.wake });
  open.defer(() => reminders.stop());
  // Commands end before what they use.
  open.defer(() => connection.close());
  const running = open.move();
  return ok({
    sandboxUrl: sandbox?.value.pageUrl ?? null,
    ready: connection.ready,
    ended: connection.ended,
    look: watch.look,
    // Last opened, first closed: what feeds the others stops first.
    stop: () => running.disposeAsync(),
  });
}

/**
 * A database is the sandbox's or Discord's, never both: channels of one mean nothing to the other, and a sample measure must
 * never reach a real channel. Which it is shows in the sources it knows.
 */
function strangerTo(known: readonly FeedState[], inSandbox: boolean) {
  if (known.length === 0) return null;
  const ofSandbox = known.some(({ feedId }) => feedId.startsWith(sandboxFeedPrefix));
  if (ofSandbox === inSandbox) return null;
  return ofSandbox ? 'store.of-sandbox' : 'store.of-discord';
}

const sandboxFeedPrefix = 'sandbox_';

/**
 * Watches at the times of a cron expression, in Beijing's time, one tick at a time. What watching needs (readers, linker) is
 * loaded at the first tick: a bot that only answers does without.
 */
function startWatch(
  expression: string,
  log: Log,
  threads: Readonly<Record<'readings' | 'ownReadings', ReadThread>>,
  options: () => Promise<Omit<TickOptions, keyof typeof threads>>,
  onLooked: (report: TickReport) => void,
) {
  let tick: Promise<Tick> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const open = async (): Promise<Tick> =>
    (await import('./watch/tick.ts')).createTick({ ...(await options()), ...threads });
  const look = (): Promise<void> => {
    const run = async (): Promise<void> => {
      // What could not be opened is opened anew at the next look.
      tick ??= open().catch((err: unknown) => {
        tick = null;
        throw err;
      });
      onLooked(await (await tick).run());
    };
    const done = last.then(run);
    last = done.catch((err: unknown) =>
      log.error({ err }, 'a tick broke off; the next one comes at its time'),
    );
    return done;
  };
  const task = cron(expression, () => look().catch(() => undefined), {
    timezone: 'Asia/Shanghai',
    noOverlap: true,
    name: 'watch',
    logger: cronLog(log),
  });
  return {
    look,
    async stop(): Promise<void> {
      await task.destroy();
      await (await tick)?.close();
      // Not before: what is being read then would count as a failure of its source.
      await Promise.all([threads.readings.close(), threads.ownReadings.close()]);
      await last;
    },
  };
}

/** Measures are linked by what the built-in documents say, whatever a team keeps beside them. */
async function loadLinker(): Promise<TickOptions['link']> {
  const [{ createLinker }, { loadCorpus }, { loadTopics }] = await Promise.all([
    import('./link/link.ts'),
    import('../corpus/index.ts'),
    import('../corpus/topics.ts'),
  ]);
  return createLinker((await loadCorpus()).corpus, loadTopics());
}

/** The stand-in for Discord, with its page and its publisher; the port where that is taken. */
async function openSandbox(port: number, handler: Promise<HttpHandler>) {
  const { startSandbox, publisherFeeds } = await import('../sandbox/index.ts');
  try {
    const sandbox = await startSandbox({
      port,
      fallback: async (request, response) => (await handler)(request, response),
    });
    return ok({
      ...sandbox,
      // The page is under the one name, the publisher's sources under the other: a person may name either.
      hosts: [`127.0.0.1:${sandbox.port}`, `localhost:${sandbox.port}`],
      pageUrl: `http://localhost:${sandbox.port}`,
      feeds: publisherFeeds(`http://127.0.0.1:${sandbox.port}`),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return fail(port);
    throw error;
  }
}

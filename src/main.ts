import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { pino } from 'pino';
import { startBot } from './bot.ts';
import { localeOf, translator } from './chat/catalogue/index.ts';
import { configSentence, readConfig } from './config.ts';
import { drawProgress, sayProgress } from './progress.ts';

// Imported by `warmCache.mjs` as well, which only wants it compiled.
if (import.meta.main) await run();

/** The process: environment, clock, chance, log and signals. Everything else takes them from here. */
async function run(): Promise<void> {
  const t = translator(localeOf(process.env.LC_ALL ?? process.env.LANG));
  const say = (sentence: string): boolean => process.stderr.write(`${sentence}\n`);

  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  if (!config.ok) {
    say(configSentence(config.error, t));
    process.exit(1);
  }

  const log = pino({ level: config.value.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const stopping = Promise.withResolvers<string>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopping.resolve(signal);
      // A second one means now.
      process.once(signal, () => process.exit(1));
    });
  }

  const now = (): Date => new Date();
  const started = await startBot(config.value, {
    log,
    t,
    now,
    random: Math.random,
    randomId: () => randomBytes(4).toString('hex'),
    onProgress: process.stderr.isTTY
      ? drawProgress((text) => process.stderr.write(text), t)
      : sayProgress((done, total) => log.info({ done, total }, 'the texts are being read'), now),
    loadFeeds: async () => (await import('../feeds/index.ts')).feeds,
    schedule(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  if (!started.ok) {
    say(started.error);
    process.exit(1);
  }
  const bot = started.value;
  void bot.ready.then((state) => {
    if (state !== 'ready') return;
    log.info({}, 'ready');
    // What was compiled is kept now: a process that is killed leaves a quick start behind as well.
    flushCompileCache();
    if (bot.sandboxUrl !== null) say(t('start.sandbox', { url: bot.sandboxUrl }));
  });

  const reason = await Promise.race([stopping.promise, bot.ended]);
  log.info({ reason }, 'stopping');
  await bot.stop();
  if (reason === 'token-refused' || reason === 'intents-refused') {
    say(t(`start.${reason}`));
    process.exitCode = 1;
  }
  log.info({}, 'stopped; nothing is half-sent');
}

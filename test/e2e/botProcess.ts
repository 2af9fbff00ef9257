import { startBot } from '../../src/bot.ts';
import { readConfig } from '../../src/config.ts';
import type { FeedDefinition } from '../../src/watch/types.ts';
import { machineFor } from './tiaoli.ts';

/**
 * The bot in a process of its own, so that it can be killed. Configured by its environment like the real one; its one source
 * comes as an argument; each message from its parent makes it look, and it says when it is ready and when it has looked.
 */
const config = readConfig(process.env);
if (!config.ok) throw new Error(JSON.stringify(config.error));
const feed: FeedDefinition = JSON.parse(process.argv[2] ?? '');
const silent = (): void => undefined;
const started = await startBot(
  config.value,
  machineFor({ feed }, { debug: silent, info: silent, warn: silent, error: silent }),
);
if (!started.ok) throw new Error(started.error);
const bot = started.value;
await bot.ready;
// As in main.ts, but nothing exits the process: a bot that has stopped leaves nothing behind that keeps it alive.
process.once('SIGTERM', () => {
  process.disconnect?.();
  void bot.stop();
});
process.on('message', () => void bot.look().then(() => process.send?.('looked')));
process.send?.('ready');

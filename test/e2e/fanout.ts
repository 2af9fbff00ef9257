import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadCorpus } from '../../corpus/index.ts';
import { createCall, REQUESTS_PER_SECOND } from '../../src/chat/call.ts';
import { createMessenger } from '../../src/chat/messenger.ts';
import { createOutbox } from '../../src/deliver/outbox.ts';
import { createPace } from '../../src/deliver/pace.ts';
import { render } from '../../src/deliver/render.ts';
import { openStore } from '../../src/store/open.ts';
import type { Subscription } from '../../src/store/port.ts';
import { change, tell } from '../deliver/told.ts';
import { FEED, sampleMeasure, subscribe } from '../store/sample.ts';

/** What a process that sends is told: everything up to the measure `told`, the two latest as they first were. */
export interface Fanout {
  readonly apiUrl: string;
  readonly token: string;
  readonly database: string;
  readonly subscriptions: readonly Subscription[];
  readonly told: number;
  /** How much later than this machine's clock it is. */
  readonly aheadMs: number;
}

/** What it says at its end: what waits for a later time, such as the crossposts that an hour has no room for. */
export interface Done {
  readonly pending: number;
}
const SOON_MS = 10_000;

export const titleOf = (n: number): string => `第${n}号文件`;
export const revisedTitleOf = (n: number): string => `第${n}号文件修订`;

/**
 * The sending half of the bot in a process of its own, so that it can be killed: writes what is not yet written, each step a
 * transaction, and sends what is due.
 */
async function run(): Promise<void> {
  const [asked] = (await once(process, 'message')) as [Fanout];
  const { apiUrl, token, database, subscriptions, told, aheadMs } = asked;
  const opened = await openStore(database, { exclusive: true });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const clock = (): Date => new Date(Date.now() + aheadMs);
  await store.releaseLeases();
  await store.registerFeeds([FEED], clock().toISOString());
  const { guildId = '' } =
    subscriptions.flatMap(({ target }) => (target.kind === 'user' ? [] : [target]))[0] ?? {};
  if ((await store.subscriptions({ guildId })).length === 0) await subscribe(store, ...subscriptions);

  const schedule = (act: () => void, ms: number): (() => void) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  };
  const { corpus } = await loadCorpus();
  const silent = (): void => undefined;
  const outbox = createOutbox({
    store,
    messenger: createMessenger(
      createCall(token, apiUrl, createPace({ perSecond: REQUESTS_PER_SECOND, clock, schedule })),
    ),
    render: (delivery) => render(delivery, corpus),
    clock,
    random: () => 0,
    schedule,
    log: { info: silent, warn: silent, error: silent },
  });
  for (let n = 0; n <= told; n += 1) {
    const measure = sampleMeasure(`m${n}`, { title: titleOf(n), family: `policy${n % 3}` });
    const known = await store.measure(measure.id);
    if (known === null)
      for (const digest of [false, true])
        await tell(
          store,
          measure,
          subscriptions.filter(({ rhythm }) => (rhythm.mode !== 'instant') === digest),
          { digest, kind: digest ? 'revision' : 'news' },
        );
    if (n <= told - 2 && known?.title === titleOf(n))
      await change(store, { ...measure, title: revisedTitleOf(n) });
    outbox.wake();
  }
  outbox.start();
  const isDueSoon = async (): Promise<boolean> => {
    const { nextAttemptAt } = await store.backlog();
    return nextAttemptAt !== null && Date.parse(nextAttemptAt) < clock().getTime() + SOON_MS;
  };
  while (await isDueSoon()) await sleep(20);
  await outbox.stop();
  const { pending } = await store.backlog();
  await store.close();
  process.send?.({ pending } satisfies Done);
  process.disconnect?.();
}

if (import.meta.main) await run();

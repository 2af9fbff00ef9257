import { afterEach, beforeEach, expect, it } from 'vitest';
import { startReminders } from '../src/reminders.ts';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store/port.ts';
import { at, channel, FEED, sampleSubscription, subscribe, told, write } from './store/sample.ts';

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
/** The consultation closes on 2026-03-20; its news came on 1 March. */
const CLOSING = new Date('2026-03-17T01:00:00.000Z');

/** Until when leases last. */
const LATER = '2026-04-01T00:00:00.000Z';

let store: Store;
beforeEach(async () => {
  const opened = await openStore('file::memory:');
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  await store.registerFeeds([FEED], at(0));
});
afterEach(() => store.close());

/** What a start at that time makes; it is stopped once it has looked. */
async function remindedAt(now: Date): Promise<number> {
  let made = 0;
  const reminders = startReminders({
    store,
    log,
    now: () => now,
    onMade: () => {
      made += 1;
    },
  });
  await reminders.stop();
  return made;
}

it('reminds at a start of what was missed, those who were told, once', async () => {
  const subscription = sampleSubscription('s', { target: channel(1) });
  await subscribe(store, subscription);
  const outcome = told('m', [subscription]);
  const [measure] = outcome.measures;
  if (measure === undefined) throw new Error('no measure');
  await write(store, {
    ...outcome,
    measures: [{ ...measure, kind: 'consultation', consultationUntil: '2026-03-20' }],
  });
  const sentAt = '2026-03-01T00:10:00.000Z';
  const [news] = await store.leaseDeliveries(sentAt, 1, LATER);
  if (news === undefined) throw new Error('nothing to send');
  await store.markSent(news.id, news.fence, { messageId: '5' }, sentAt);

  expect(await remindedAt(new Date('2026-03-16T01:00:00.000Z'))).toBe(0);
  expect(await remindedAt(CLOSING)).toBe(1);
  await remindedAt(CLOSING);
  const due = CLOSING.toISOString();
  expect(await store.backlog()).toMatchObject({ pending: 1 });
  expect(await store.leaseDeliveries(due, 10, LATER)).toMatchObject([
    { alert: { kind: 'closing', about: { day: '2026-03-20' } }, subscription: { id: 's' } },
  ]);
});

it('names a lost database, and goes on', async () => {
  const lines: string[] = [];
  const reminders = startReminders({
    store: { ...store, measuresWithDays: () => Promise.reject(new Error('gone')) },
    log: { ...log, error: (_: object, line: string) => void lines.push(line) },
    now: () => CLOSING,
    onMade: () => undefined,
  });
  await reminders.stop();
  expect(lines).toEqual(['reminding broke off; it is tried again tomorrow']);
});

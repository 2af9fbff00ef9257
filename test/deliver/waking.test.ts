import { expect, onTestFinished, test } from 'vitest';
import { waking } from '../../src/deliver/waking.ts';
import { defaultSettings } from '../../src/ledger/defaults.ts';
import type { GuildSettings } from '../../src/ledger/types.ts';
import { openStore } from '../../src/store/open.ts';
import type { Rhythm } from '../../src/store/port.ts';
import { at, sampleRhythm, subscribed, told, write } from '../store/sample.ts';

test('what waits for a weekly digest is told at once when its people want that, and the outbox is told of it', async () => {
  const opened = await openStore('file::memory:');
  if (!opened.ok) throw new Error('no store');
  onTestFinished(() => opened.value.close());
  let woken = 0;
  const store = waking(opened.value, () => {
    woken += 1;
  });
  const [before] = await subscribed(opened.value, [1]);
  if (!before) throw new Error('one was made');
  const configure = (seconds: number, from: Rhythm, rhythm: Rhythm) =>
    store.configure({ guildId: '900' }, '7', at(seconds), [
      {
        ...{ what: 'subscription', id: 's1' },
        ...{ before: { ...before, rhythm: from }, after: { ...before, rhythm } },
      },
    ]);
  const weekly: Rhythm = { ...sampleRhythm, mode: 'weekly' };
  await write(store, told('a', [before]));
  await configure(1, sampleRhythm, weekly);
  expect(await store.leaseDeliveries(at(2), 9, at(60))).toEqual([]);
  await configure(3, weekly, sampleRhythm);
  expect(await store.leaseDeliveries(at(3), 9, at(60))).toMatchObject([{ id: 'a@s1', digest: null }]);
  expect(woken).toBe(2);
});

test('what waits for the end of a server’s quiet hours is told at once when there are none any more, and waits when there are some', async () => {
  const opened = await openStore('file::memory:');
  if (!opened.ok) throw new Error('no store');
  onTestFinished(() => opened.value.close());
  const store = waking(opened.value, () => undefined);
  const subscriptions = await subscribed(opened.value, [1]);
  const quiet: GuildSettings = { ...defaultSettings, quietHours: { from: '00:00', to: '23:59' } };
  const set = (seconds: number, before: GuildSettings | null, after: GuildSettings | null) =>
    store.configure({ guildId: '900' }, '7', at(seconds), [{ what: 'settings', id: '', before, after }]);
  await write(store, told('a', subscriptions));
  await set(1, null, quiet);
  expect(await store.leaseDeliveries(at(2), 9, at(60))).toEqual([]);
  await set(3, quiet, { ...quiet, tell: 0.5 });
  expect(await store.leaseDeliveries(at(4), 9, at(60))).toEqual([]);
  await set(5, { ...quiet, tell: 0.5 }, null);
  expect(await store.leaseDeliveries(at(6), 9, at(60))).toMatchObject([{ id: 'a@s1' }]);
});

import { expect, onTestFinished, test } from 'vitest';
import { waking } from '../../src/deliver/waking.ts';
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

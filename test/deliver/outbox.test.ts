import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store, Subscription } from '../../src/store/port.ts';
import {
  at,
  channel,
  FEED,
  sampleMeasure,
  sampleSubscription,
  subscribe,
  subscribed,
  told,
  write,
} from '../store/sample.ts';
import { change, tell } from './told.ts';
import { Channels, openOutbox, problem, settle, standing, Time } from './world.ts';

let store: Store;
let time: Time;
let channels: Channels;
beforeEach(async () => {
  const opened = await openStore('file::memory:');
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  time = new Time();
  channels = new Channels();
});
afterEach(() => store.close());

/** A measure told to each of these channels. */
const publish = async (id: string, numbers: readonly number[], seconds = 0) => {
  const all = await store.subscriptions({ guildId: '900' });
  await write(
    store,
    told(
      id,
      numbers.flatMap((n) => all.find((subscription) => subscription.id === `s${n}`) ?? []),
      at(seconds),
    ),
  );
};

describe('the ordinary way', () => {
  test('sends what is due and records the message', async () => {
    await subscribed(store, [1, 2]);
    await publish('a', [1, 2]);
    expect(await openOutbox(store, channels, time).drain()).toEqual({ sent: 2, kept: 0 });
    expect(channels.calls).toEqual(['post 1001 a@s1', 'post 1002 a@s2']);
    expect(await standing(store, 'a')).toMatchObject({
      'a@s1': { state: 'sent', messageId: 'm1', attempts: 1, sentAt: at(0), nextAttemptAt: null },
      'a@s2': { state: 'sent', messageId: 'm2' },
    });
    expect(await store.backlog()).toEqual({ pending: 0, nextAttemptAt: null });
  });

  test('begins with what was left and goes on with what a commit brings', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    const outbox = openOutbox(store, channels, time);
    outbox.start();
    await settle();
    expect(channels.messages('1001')).toEqual(['a@s1']);
    await publish('b', [1]);
    outbox.wake();
    await settle();
    expect(channels.messages('1001')).toEqual(['a@s1', 'b@s1']);
    await outbox.stop();
  });

  test('has no timer while there is nothing to send', async () => {
    await subscribed(store, [1]);
    const outbox = openOutbox(store, channels, time);
    outbox.start();
    await settle();
    expect(time.timers).toBe(0);
    await outbox.stop();
  });

  test('keeps the order within a channel, also over a failure', async () => {
    await subscribed(store, [1]);
    for (const id of ['a', 'b', 'c']) await publish(id, [1]);
    let failures = 2;
    channels.sendScript = () => (failures-- > 0 ? { failBefore: problem('retry') } : 'answer');
    const outbox = openOutbox(store, channels, time);
    outbox.start();
    await time.pass(3600);
    expect(channels.messages('1001')).toEqual(['a@s1', 'b@s1', 'c@s1']);
    await outbox.stop();
  });

  test('serves no more targets at once than it may, and all of them in the end', async () => {
    const numbers = Array.from({ length: 40 }, (_, n) => n);
    await subscribed(store, numbers);
    await publish('a', numbers);
    let running = 0;
    let most = 0;
    channels.sendScript = () => {
      running += 1;
      most = Math.max(most, running);
      const until = settle().then(() => {
        running -= 1;
      });
      return { hang: 'before', until };
    };
    await openOutbox(store, channels, time, { concurrency: 8 }).drain();
    expect(most).toBe(8);
    expect(channels.posted).toHaveLength(40);
  });

  test('lets a slow channel delay no other', async () => {
    await subscribed(store, [1, 2]);
    for (const id of ['a', 'b', 'c']) await publish(id, [1, 2]);
    channels.sendScript = (channel) => (channel === '1001' ? { hang: 'before' } : 'answer');
    const outbox = openOutbox(store, channels, time, { concurrency: 2 });
    outbox.start();
    await settle();
    expect(channels.messages('1002')).toEqual(['a@s2', 'b@s2', 'c@s2']);
    expect(channels.messages('1001')).toEqual([]);
  });
});

test('lets many slow channels delay no other', async () => {
  const numbers = Array.from({ length: 12 }, (_, n) => n);
  await subscribed(store, numbers);
  await publish('a', numbers);
  channels.sendScript = (channel) => (Number(channel) < 1010 ? { hang: 'before' } : 'answer');
  openOutbox(store, channels, time, { concurrency: 4 }).start();
  await settle();
  expect(channels.messages('1011')).toEqual([]);
  await time.pass(10);
  expect(channels.messages('1011')).toEqual(['a@s11']);
});

describe('failures', () => {
  test.each([
    ['retry', 'a fault of the way', 3.75, null, 'warn'],
    ['closed', 'a channel that takes nothing', 45, 'no-access', 'warn'],
    ['rejected', 'a refused message', 225, null, 'error'],
  ] as const)('keeps a delivery after %s (%s) and says so', async (kind, _what, seconds, trouble, level) => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    channels.sendScript = () => ({ failBefore: problem(kind, { code: '50013' }) });
    const outbox = openOutbox(store, channels, time);
    expect(await outbox.drain()).toEqual({ sent: 0, kept: 1 });
    expect(await standing(store, 'a')).toMatchObject({
      'a@s1': { state: 'pending', attempts: 1, lastError: '50013 detail', nextAttemptAt: at(seconds) },
    });
    expect((await store.subscriptions({ guildId: '900' }))[0]?.trouble).toBe(trouble);
    expect(outbox.lines).toEqual([`${level}: not delivered, kept for another try`]);
  });

  test('resumes where it stopped when a closed channel is opened, and forgets the trouble', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    await publish('b', [1]);
    let open = false;
    const script = () => (open ? 'answer' : ({ failBefore: problem('closed') } as const));
    channels.sendScript = script;
    channels.findScript = script;
    const outbox = openOutbox(store, channels, time);
    outbox.start();
    await time.pass(7 * 24 * 3600);
    open = true;
    await time.pass(3600);
    expect(channels.messages('1001')).toEqual(['a@s1', 'b@s1']);
    expect((await store.subscriptions({ guildId: '900' }))[0]?.trouble).toBeNull();
    await outbox.stop();
  });

  test('a channel that fails delays no other', async () => {
    await subscribed(store, [1, 2]);
    for (const id of ['a', 'b']) await publish(id, [1, 2]);
    channels.sendScript = (channel) => (channel === '1001' ? { failBefore: problem('closed') } : 'answer');
    await openOutbox(store, channels, time, { concurrency: 1 }).drain();
    expect(channels.messages('1002')).toEqual(['a@s2', 'b@s2']);
  });

  test('a message that is refused lets newer ones pass and is tried again', async () => {
    await subscribed(store, [1]);
    for (const id of ['a', 'b', 'c']) await publish(id, [1]);
    let refused = 3;
    channels.sendScript = (_channel, id) =>
      id === 'b@s1' && refused-- > 0 ? { failBefore: problem('rejected') } : 'answer';
    const outbox = openOutbox(store, channels, time);
    outbox.start();
    await settle();
    expect(channels.messages('1001')).toEqual(['a@s1', 'c@s1']);
    await time.pass(3600);
    expect(channels.messages('1001')).toEqual(['a@s1', 'c@s1', 'b@s1']);
    await outbox.stop();
  });

  test('a message that cannot be rendered holds up nobody and is not lost', async () => {
    await subscribed(store, [1]);
    for (const id of ['a', 'b']) await publish(id, [1]);
    let broken = true;
    const outbox = openOutbox(store, channels, time, {
      render: (delivery) => {
        if (broken && delivery.id === 'a@s1') throw new Error('no such locale');
        return 'text';
      },
    });
    outbox.start();
    await settle();
    expect(outbox.lines).toContain('error: a delivery broke down');
    expect(channels.messages('1001')).toEqual(['b@s1']);
    broken = false;
    await time.pass(3600);
    expect(channels.messages('1001')).toEqual(['b@s1', 'a@s1']);
    await outbox.stop();
  });

  test('waits at least as long as it was asked to', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    channels.sendScript = () => ({ failBefore: problem('retry', { retryAfterMs: 90_000 }) });
    await openOutbox(store, channels, time).drain();
    expect((await store.backlog()).nextAttemptAt).toBe(at(90));
  });

  test('gives up waiting for an answer, and finds the message that was written all the same', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    channels.sendScript = () => ({ hang: 'after' });
    const outbox = openOutbox(store, channels, time, { timeoutMs: 20_000 });
    outbox.start();
    await time.pass(19);
    expect(await standing(store, 'a')).toMatchObject({ 'a@s1': { state: 'leased' } });
    channels.forgetNonces();
    await time.pass(60);
    expect(channels.calls).toEqual(['post 1001 a@s1', 'find 1001 a@s1']);
    expect(await standing(store, 'a')).toMatchObject({ 'a@s1': { state: 'sent', messageId: 'm1' } });
    await outbox.stop();
  });

  test('sends nothing while the channel cannot be read back', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    channels.sendScript = () => ({ failAfter: problem('retry') });
    channels.findScript = () => ({ failBefore: problem('retry') });
    const outbox = openOutbox(store, channels, time);
    outbox.start();
    await time.pass(600);
    expect(channels.calls.filter((call) => call.startsWith('post'))).toHaveLength(1);
    channels.findScript = () => 'answer';
    await time.pass(3600);
    expect(channels.messages('1001')).toEqual(['a@s1']);
    expect(await store.backlog()).toMatchObject({ pending: 0 });
    await outbox.stop();
  });

  test('goes on by itself after the store has failed', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    let broken = true;
    const outbox = openOutbox(
      {
        ...store,
        leaseDeliveries: (...lease) =>
          broken ? Promise.reject(new Error('disk I/O error')) : store.leaseDeliveries(...lease),
      },
      channels,
      time,
    );
    outbox.start();
    await time.pass(30);
    expect(outbox.lines).toContain('error: the outbox cannot read the store');
    broken = false;
    await time.pass(5);
    expect(channels.messages('1001')).toEqual(['a@s1']);
    await outbox.stop();
  });

  test('reads back, and does not send again, what it could not record', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    let broken = true;
    const outbox = openOutbox(
      {
        ...store,
        markSent: (...mark) =>
          broken ? Promise.reject(new Error('disk I/O error')) : store.markSent(...mark),
      },
      channels,
      time,
    );
    outbox.start();
    await time.pass(1);
    broken = false;
    channels.forgetNonces();
    await time.pass(120);
    expect(channels.messages('1001')).toEqual(['a@s1']);
    expect(await standing(store, 'a')).toMatchObject({ 'a@s1': { state: 'sent', messageId: 'm1' } });
    await outbox.stop();
  });
});

describe('a process that dies', () => {
  /** Another process takes over the store: nothing of the first one's is heard of again. */
  const restart = async () => {
    await store.releaseLeases();
    channels.forgetNonces();
    channels.sendScript = () => 'answer';
    return openOutbox(store, channels, time).drain();
  };

  test('between the commit and the send: sent once by the next', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    await restart();
    expect(channels.calls).toEqual(['post 1001 a@s1']);
  });

  test('between the lease and the send: read back, then sent once by the next', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    channels.sendScript = () => ({ hang: 'before' });
    openOutbox(store, channels, time).start();
    await settle();
    await restart();
    expect(channels.calls).toEqual(['post 1001 a@s1', 'find 1001 a@s1', 'post 1001 a@s1']);
    expect(channels.messages('1001')).toEqual(['a@s1']);
  });

  test('between the send and its record: found by the next, not sent again', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    channels.sendScript = () => ({ hang: 'after' });
    openOutbox(store, channels, time).start();
    await settle();
    expect(await restart()).toEqual({ sent: 1, kept: 0 });
    expect(channels.calls).toEqual(['post 1001 a@s1', 'find 1001 a@s1']);
    expect(await standing(store, 'a')).toMatchObject({ 'a@s1': { state: 'sent', messageId: 'm1' } });
  });

  test('without a word: its lease runs out and another process goes on', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    channels.sendScript = () => ({ hang: 'after' });
    openOutbox(store, channels, new Time()).start();
    await settle();
    const other = openOutbox(store, channels, time);
    other.start();
    await time.pass(59);
    expect(channels.calls).toEqual(['post 1001 a@s1']);
    await time.pass(2);
    expect(channels.calls).toEqual(['post 1001 a@s1', 'find 1001 a@s1']);
    await other.stop();
  });

  test('or was only thought dead: what it says late changes nothing', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    const answered = Promise.withResolvers<void>();
    channels.sendScript = () => ({ hang: 'after', until: answered.promise });
    const late = openOutbox(store, channels, new Time());
    late.start();
    await settle();
    await time.pass(61);
    const other = openOutbox(store, channels, time);
    await other.drain();
    answered.resolve();
    await settle();
    expect(late.lines).toEqual(['warn: delivered, but the lease had passed to another']);
    expect(channels.messages('1001')).toEqual(['a@s1']);
  });
});

describe('stopping', () => {
  test('waits for what is on its way and takes nothing more', async () => {
    await subscribed(store, [1]);
    for (const id of ['a', 'b']) await publish(id, [1]);
    const answered = Promise.withResolvers<void>();
    channels.sendScript = () => ({ hang: 'after', until: answered.promise });
    const outbox = openOutbox(store, channels, time);
    outbox.start();
    await settle();
    const stopped = outbox.stop();
    answered.resolve();
    await stopped;
    expect(channels.messages('1001')).toEqual(['a@s1']);
    expect(await standing(store, 'a')).toMatchObject({ 'a@s1': { state: 'sent' } });
    expect(await standing(store, 'b')).toMatchObject({ 'b@s1': { state: 'pending', attempts: 0 } });
    outbox.wake();
    await time.pass(3600);
    expect(channels.messages('1001')).toEqual(['a@s1']);
    expect(time.timers).toBe(0);
  });

  test('waits no longer than its grace, tells the call to end and touches the store no more', async () => {
    await subscribed(store, [1]);
    await publish('a', [1]);
    const answered = Promise.withResolvers<void>();
    let aborted = false;
    const outbox = openOutbox(store, channels, time, {
      graceMs: 3_000,
      messenger: {
        ...channels,
        post: async (to, message, signal) => {
          signal.addEventListener('abort', () => {
            aborted = true;
          });
          await answered.promise;
          return channels.post(to, message, signal);
        },
      },
    });
    outbox.start();
    await settle();
    let over = false;
    const stopped = outbox.stop().then(() => {
      over = true;
    });
    await time.pass(2.9);
    expect({ over, aborted }).toEqual({ over: false, aborted: false });
    await time.pass(0.2);
    await stopped;
    expect(aborted).toBe(true);
    answered.resolve();
    await settle();
    expect(await standing(store, 'a')).toMatchObject({ 'a@s1': { state: 'leased' } });
  });

  test('is at once when there is nothing to wait for', async () => {
    const outbox = openOutbox(store, channels, time);
    outbox.start();
    await outbox.stop();
    expect(time.timers).toBe(0);
  });
});

describe('what is more than a message', () => {
  /** One told measure to one subscription of this make. */
  const follow = async (part: Partial<Subscription>) => {
    await store.registerFeeds([FEED], at(0));
    const subscription = sampleSubscription('s1', { target: channel(1), ...part });
    await subscribe(store, subscription);
    await tell(store, sampleMeasure('a'), [subscription]);
    return subscription;
  };

  test('what is due waits until it may be sent, and was then never tried', async () => {
    await follow({});
    const quietUntil = at(3_600);
    const hold = (_: unknown, now: Date) => (now.toISOString() < quietUntil ? { dueAt: quietUntil } : null);
    const outbox = openOutbox(store, channels, time, { hold });
    outbox.start();
    await time.pass(3_599);
    expect(channels.calls).toEqual([]);
    await time.pass(2);
    expect(channels.calls).toEqual(['post 1001 a@s1']);
    await outbox.stop();
  });

  test('is published once it stands there, and newer ones do not wait for that', async () => {
    const subscription = await follow({ crosspost: true });
    let refusals = 1;
    channels.publishScript = () =>
      refusals-- > 0 ? { failBefore: problem('retry', { retryAfterMs: 1_800_000 }) } : 'answer';
    const outbox = openOutbox(store, channels, time);
    outbox.start();
    await settle();
    await tell(store, sampleMeasure('b'), [subscription]);
    outbox.wake();
    await settle();
    expect(channels.messages('1001')).toEqual(['a@s1', 'b@s1']);
    expect([...channels.published]).toEqual(['m2']);
    channels.forgetNonces();
    await time.pass(1_801);
    expect(channels.messages('1001')).toEqual(['a@s1', 'b@s1']);
    expect([...channels.published]).toEqual(['m2', 'm1']);
    await outbox.stop();
  });

  test('an edit changes the message that was sent, and needs no reading back', async () => {
    await follow({});
    const outbox = openOutbox(store, channels, time);
    await outbox.drain();
    let failures = 1;
    channels.sendScript = () => (failures-- > 0 ? { failAfter: problem('retry') } : 'answer');
    await change(store, sampleMeasure('a', { title: '改了' }));
    outbox.start();
    await time.pass(60);
    expect(channels.calls).toEqual(['post 1001 a@s1', 'edit 1001 m1', 'edit 1001 m1']);
    expect(channels.posted.map(({ text }) => text)).toEqual(['改了']);
    await outbox.stop();
  });

  test('the owner is told once of each trouble', async () => {
    await follow({});
    let trouble: 'gone' | 'no-permission' | null = 'gone';
    channels.sendScript = () =>
      trouble === null ? 'answer' : { failBefore: problem('closed', { trouble }) };
    const told: string[] = [];
    const onTrouble = async (_: unknown, one: string): Promise<void> => void told.push(one);
    const outbox = openOutbox(store, channels, time, { onTrouble });
    outbox.start();
    await time.pass(7_200);
    expect(told).toEqual(['gone']);
    trouble = 'no-permission';
    await time.pass(7_200);
    expect(told).toEqual(['gone', 'no-permission']);
    trouble = null;
    await time.pass(3_600);
    expect(channels.messages('1001')).toEqual(['a@s1']);
    await outbox.stop();
  });

  test('says how long the oldest has been due', async () => {
    expect(await store.waitingSince()).toBeNull();
    await follow({});
    expect(await store.waitingSince()).toBe(at(0));
    await openOutbox(store, channels, time).drain();
    expect(await store.waitingSince()).toBeNull();
  });
});

test('refuses a lease that may run out while a message is on its way', () => {
  expect(() => openOutbox(store, channels, time, { leaseMs: 60_000, timeoutMs: 20_000 })).toThrow(RangeError);
});

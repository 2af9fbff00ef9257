import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import {
  at,
  sampleMeasure,
  sampleSubscription,
  subscribe,
  channel as target,
  told,
  write,
} from '../store/sample.ts';
import { change } from './told.ts';
import { type Behaviour, Channels, openOutbox, problem, Time } from './world.ts';

/** What may happen to one call, drawn beforehand; `late` lands after the caller has lost patience. */
type Fate =
  | 'answer'
  | 'before'
  | 'after'
  | 'no-access'
  | 'gone'
  | 'rejected'
  | 'never'
  | 'lost'
  | 'late'
  | 'throws';
const fate = fc.constantFrom<Fate>(
  'answer',
  'before',
  'after',
  'no-access',
  'gone',
  'rejected',
  'never',
  'lost',
  'late',
  'throws',
);

type Step =
  | { readonly do: 'publish'; readonly channels: readonly number[] }
  | { readonly do: 'revise'; readonly latest: number }
  | { readonly do: 'pass'; readonly seconds: number }
  | { readonly do: 'kill' | 'stop'; readonly afterTurns: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('publish' as const),
    channels: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ do: fc.constant('revise' as const), latest: fc.nat(2) }),
  fc.record({ do: fc.constant('pass' as const), seconds: fc.constantFrom(0, 1, 7, 21, 65, 400, 4_000) }),
  fc.record({ do: fc.constantFrom('kill' as const, 'stop' as const), afterTurns: fc.nat(120) }),
);

/** A request that was given up may still land for a while; Discord remembers a nonce for longer than that. */
const NONCE_SECONDS = 61;
const LATE_SECONDS = 60;

test('whatever fails, hangs or dies, each channel has each alert exactly once as it is now, in order unless one was refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 14 }),
      fc.infiniteStream(fate),
      async (steps, fates) => {
        const opened = await openStore('file::memory:');
        if (!opened.ok) throw new Error(opened.error.code);
        const store = opened.value;
        await store.registerFeeds(['kw-policies'], at(0));
        const subscriptions = [0, 1, 2, 3].map((n) => sampleSubscription(`s${n}`, { target: target(n) }));
        await subscribe(store, ...subscriptions);

        const time = new Time();
        const channels = new Channels({ nonceSeconds: NONCE_SECONDS, clock: time.clock });
        const refused = new Set<string>();
        let healed = false;
        const behave = (channel: string): Behaviour => {
          const drawn: Fate = healed ? 'answer' : fates.next().value;
          if (drawn === 'rejected' || drawn === 'throws') refused.add(channel);
          return behaviours[drawn](time);
        };
        channels.sendScript = behave;
        channels.findScript = behave;
        // An edit that lands after a newer one would undo it; nobody can keep Discord from that.
        channels.editScript = (channel) => {
          const behaviour = behave(channel);
          return typeof behaviour === 'object' && 'until' in behaviour ? 'answer' : behaviour;
        };

        const start = () => {
          let alive = true;
          /** A dead process neither calls nor hears any more; what it has asked for happens all the same. */
          const mortal =
            <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
            async (...args: A): Promise<R> => {
              if (!alive) return never;
              const result = await call(...args);
              return alive ? result : never;
            };
          const outbox = openOutbox(
            {
              leaseDeliveries: mortal(store.leaseDeliveries),
              markSent: mortal(store.markSent),
              markHeld: mortal(store.markHeld),
              markOver: mortal(store.markOver),
              markRetry: mortal(store.markRetry),
              backlog: mortal(store.backlog),
            },
            channels,
            time,
            {
              concurrency: 2,
              messenger: {
                post: mortal(channels.post),
                edit: mortal(channels.edit),
                publish: mortal(channels.publish),
                findSent: mortal(channels.findSent),
              },
            },
          );
          outbox.start();
          return {
            ...outbox,
            kill: () => {
              alive = false;
            },
          };
        };
        const restart = async () => {
          await store.releaseLeases();
          return start();
        };

        let process = start();
        const titles = new Map<string, string>();
        const published: string[][] = [[], [], [], []];
        for (const [n, one] of steps.entries()) {
          if (one.do === 'publish') {
            const id = `m${n}`;
            const now = time.clock().toISOString();
            await write(
              store,
              told(
                id,
                one.channels.flatMap((c) => subscriptions[c] ?? []),
                now,
              ),
            );
            titles.set(id, sampleMeasure(id).title);
            for (const c of one.channels) published[c]?.push(`${id}@s${c}`);
            process.wake();
          } else if (one.do === 'revise') {
            const id = [...titles.keys()].at(-1 - one.latest);
            if (id === undefined) continue;
            const title = `${id} ${n}`;
            titles.set(id, title);
            await change(store, sampleMeasure(id, { title }), time.clock().toISOString());
            process.wake();
          } else if (one.do === 'pass') {
            await time.pass(one.seconds);
          } else {
            for (let turn = 0; turn < one.afterTurns; turn += 1) await Promise.resolve();
            if (one.do === 'kill') process.kill();
            else {
              const stopped = process.stop();
              await time.pass(6);
              await stopped;
            }
            process = await restart();
          }
        }
        healed = true;
        await time.pass(2 * 3_600);
        await process.stop();

        for (const [c, ids] of published.entries()) {
          const got = channels.messages(`${1000 + c}`);
          expect(got.toSorted()).toEqual(ids.toSorted());
          if (!refused.has(`${1000 + c}`)) expect(got).toEqual(ids);
        }
        for (const { deliveryId, text } of channels.posted)
          expect(text).toBe(titles.get(deliveryId.split('@')[0] ?? ''));
        expect(await store.backlog()).toEqual({ pending: 0, nextAttemptAt: null });
        await store.close();
      },
    ),
    { numRuns: 150 },
  );
});

const never = new Promise<never>(() => undefined);

const behaviours: Readonly<Record<Fate, (time: Time) => Behaviour>> = {
  answer: () => 'answer',
  before: () => ({ failBefore: problem('retry') }),
  after: () => ({ failAfter: problem('retry') }),
  'no-access': () => ({ failBefore: problem('closed') }),
  gone: () => ({ failBefore: problem('closed', { trouble: 'gone' }) }),
  rejected: () => ({ failBefore: problem('rejected') }),
  never: () => ({ hang: 'before' }),
  lost: () => ({ hang: 'after' }),
  late: (time) => ({
    hang: 'before',
    until: new Promise((resolve) => time.schedule(resolve, LATE_SECONDS * 1_000)),
  }),
  throws: () => ({ throws: new Error('a bug') }),
};

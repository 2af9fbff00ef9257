import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTables } from './laws.ts';
import { at, channel, FEED, sampleSubscription, subscribe } from './sample.ts';
import { openInSight, type Step, World } from './world.ts';

const which = fc.nat(9);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('tell' as const),
        to: fc.integer({ min: 1, max: 63 }),
        after: fc.constantFrom(0, 0, 0, 30, 90),
        digest: fc.boolean(),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('lease' as const), n: fc.integer({ min: 1, max: 5 }) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constantFrom(
          ...(['sent', 'sent', 'aside', 'kept', 'held', 'shelved', 'late'] as const),
          ...(['lost', 'refused', 'unpublished', 'over'] as const),
        ),
        which,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 90 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('edit', 'pause', 'resume', 'end', 'move', 'hurry', 'withdraw'),
        which,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('again', 'again', 'replan'),
        which,
        to: fc.integer({ min: 1, max: 63 }),
        after: fc.constantFrom(0, 0, 30, 90),
        digest: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  ) as fc.Arbitrary<Step>,
  { maxLength: 60, size: 'max' },
);

/** Plays these steps, then has everything sent that is to be, and checks what must hold of it. */
async function play(steps: readonly Step[]): Promise<void> {
  const { store, database } = await openInSight();
  try {
    await store.registerFeeds([FEED], at(0));
    await subscribe(
      store,
      ...[0, 1, 2, 3, 4, 5].map((n) =>
        sampleSubscription(`s${n}`, { target: channel(n % 2), createdAt: at(n) }),
      ),
    );
    const world = new World(store);
    for (const step of steps) await world.step(step);
    checkTables(database);

    for (const subscription of await world.subscriptions()) await world.configure('resume', subscription);
    world.now += 10_000;
    await world.lease(100);
    for (let turn = 0; world.held.length > 0 && turn < 1_000; turn += 1) {
      for (const delivery of [...world.held]) await world.settle('sent', delivery);
      await world.lease(100);
    }
    checkTables(database);
    expect(await store.backlog()).toEqual({ pending: 0, nextAttemptAt: null });
    expect([...world.written].filter(([, times]) => times !== 1)).toEqual([]);
    // And what counts as sent was written.
    expect((await world.sent()).filter((one) => !world.written.has(one))).toEqual([]);
  } finally {
    await store.close();
  }
}

test('whatever happens in whatever order, each alert is written to each channel at most once, and nothing is left behind', async () => {
  await fc.assert(fc.asyncProperty(steps, play), { numRuns: 30 });
}, 60_000);

type Plain = Extract<Step, { readonly which: number }>['do'];

/** To the first of the six subscriptions, to the third, which has the same channel, or to both. */
const [FIRST, THIRD, BOTH] = [1, 4, 5];
const tell = (to: number): Step => ({ do: 'tell', to, after: 0, digest: false });
const digest = (to: number, after = 30): Step => ({ do: 'tell', to, after, digest: true });
const again = (to: number, after = 0): Step => ({ do: 'again', which: 0, to, after, digest: after > 0 });
const lease: Step = { do: 'lease', n: 1 };
const pass = (seconds: number): Step => ({ do: 'pass', seconds });
const the = (what: Exclude<Plain, 'again' | 'replan'>, which = 0): Step => ({ do: what, which });

test('a digest that may have been written is looked for in its own name when quiet hours held it, whatever in it was made first', () =>
  play([digest(FIRST, 90), digest(FIRST), pass(90), lease, the('lost'), pass(60), lease, the('held')]));

test.each([
  ['first', [digest(BOTH), digest(FIRST)]],
  ['last', [digest(FIRST), digest(BOTH)]],
])('a digest of which others ask for the %s ends once all of them left, one after another', (_, told) =>
  // The third is the second of those that are left.
  play([...told, pass(30), lease, the('kept'), the('end', 0), the('end', 1)]),
);

test('an edit goes behind its message, wherever that waits by then', () =>
  play([tell(FIRST), lease, the('edit'), the('held'), again(FIRST), lease, the('aside')]));

const standing = [digest(FIRST), digest(FIRST), pass(30), lease, the('unpublished')];

test('a digest that stands is published and edited whole when others ask for a part of it', () =>
  // The third is the second of those that are left.
  play([...standing, the('end'), again(2)]));

test('what stands takes nothing along that was not written', () =>
  play([...standing, the('pause'), pass(20), lease, again(THIRD, 30), the('resume'), digest(FIRST)]));

test('what was refused by itself goes into a digest as if it had not been tried', () =>
  play([tell(FIRST), digest(FIRST), lease, the('withdraw'), the('refused'), again(FIRST, 30)]));

test('what is left of a digest that was refused goes into the next as if it had not been tried', () =>
  play([
    ...[digest(FIRST), digest(FIRST), pass(30), lease, the('refused'), the('pause'), pass(20), lease],
    ...[again(THIRD), the('resume'), digest(FIRST)],
  ]));

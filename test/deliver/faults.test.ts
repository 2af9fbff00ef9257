import { type APIMessage, ChannelType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import type { FaultAction } from '../../sandbox/rest/faults.ts';
import type { Channel } from '../../sandbox/world/types.ts';
import { createCall } from '../../src/chat/call.ts';
import { createMessenger } from '../../src/chat/messenger.ts';
import { createOutbox } from '../../src/deliver/outbox.ts';
import { render } from '../../src/deliver/render.ts';
import type { Store, Target } from '../../src/store/port.ts';
import { START, sampleMeasure, sampleSubscription, subscribe } from '../store/sample.ts';
import { change, memoryStore, tell } from './told.ts';

/** Every error that Discord is known to answer a bot's message with, by its documentation and what was seen. */
const faults: readonly (readonly [name: string, action: FaultAction])[] = [
  ['10003 unknown channel', { kind: 'status', status: 404, code: 10003 }],
  ['10008 unknown message', { kind: 'status', status: 404, code: 10008 }],
  ['20012 not authorised', { kind: 'status', status: 403, code: 20012 }],
  ['50001 missing access', { kind: 'status', status: 403, code: 50001 }],
  ['50005 another author', { kind: 'status', status: 403, code: 50005 }],
  ['50006 empty message', { kind: 'status', status: 400, code: 50006 }],
  ['50013 missing permissions', { kind: 'status', status: 403, code: 50013 }],
  ['50109 invalid JSON', { kind: 'status', status: 400, code: 50109 }],
  ['160002 no message history', { kind: 'status', status: 400, code: 160002 }],
  ['401 token revoked', { kind: 'status', status: 401 }],
  ['429 of the route', { kind: 'limited', scope: 'user', retryAfterMs: 60_000 }],
  ['429 of the bot', { kind: 'limited', scope: 'global', retryAfterMs: 60_000 }],
  ['429 shared with others', { kind: 'limited', scope: 'shared', retryAfterMs: 60_000 }],
  ['500', { kind: 'status', status: 500 }],
  ['502', { kind: 'status', status: 502 }],
  ['503', { kind: 'status', status: 503 }],
  ['504', { kind: 'status', status: 504 }],
  ['a reset', { kind: 'reset' }],
  ['no answer', { kind: 'hang' }],
];

/** What is refused was not written; where the way failed nobody knows. */
const isRefusal = (action: FaultAction): boolean =>
  action.kind === 'limited' || (action.kind === 'status' && action.status < 500);

/** One kind of delivery, in a place of its own for each case. */
interface Kind {
  readonly name: string;
  /** The call that meets the fault. */
  readonly method: 'POST' | 'PATCH';
  readonly path: (place: Place) => string;
  readonly channel?: Partial<Channel>;
  readonly target?: (channel: Channel, userId: string) => Target;
  readonly crosspost?: boolean;
  readonly digest?: boolean;
  /** Sent without a fault before. */
  readonly before?: 'same-policy' | 'to-be-edited';
}
interface Place {
  readonly channel: Channel;
  readonly userId: string;
}

const posts = ({ channel }: Place): string => `^/channels/${channel.id}/messages$`;
const inForum = (channel: Channel): Target => ({
  kind: 'forum',
  guildId: guildOf(channel),
  channelId: channel.id,
});
const guildOf = ({ guildId }: Channel): string => guildId ?? '';
const thread = {
  archived: false,
  locked: false,
  autoArchiveMinutes: 1440,
  ownerId: '1',
  createdAt: '2026-03-01T00:00:00.000000+00:00',
  archivedAt: '2026-03-01T00:00:00.000000+00:00',
  messageCount: 0,
  members: new Set<string>(),
  appliedTags: [],
};

const kinds: readonly Kind[] = [
  { name: 'a message in a channel', method: 'POST', path: posts },
  {
    name: 'a message to be published',
    method: 'POST',
    path: posts,
    channel: { type: ChannelType.GuildAnnouncement },
    crosspost: true,
  },
  {
    name: 'the publishing of a message',
    method: 'POST',
    path: ({ channel }) => `^/channels/${channel.id}/messages/\\d+/crosspost$`,
    channel: { type: ChannelType.GuildAnnouncement },
    crosspost: true,
  },
  {
    name: 'a message in a thread',
    method: 'POST',
    path: posts,
    channel: { type: ChannelType.PublicThread, thread },
  },
  {
    name: 'a new post of a forum',
    method: 'POST',
    path: ({ channel }) => `^/channels/${channel.id}/threads$`,
    channel: { type: ChannelType.GuildForum },
    target: inForum,
  },
  {
    name: 'a message in a post of a forum',
    method: 'POST',
    path: () => '^/channels/\\d+/messages$',
    channel: { type: ChannelType.GuildForum },
    target: inForum,
    before: 'same-policy',
  },
  {
    name: 'a direct message',
    method: 'POST',
    path: () => '^/channels/\\d+/messages$',
    target: (_, userId) => ({ kind: 'user', userId }),
  },
  {
    name: 'the opening of direct messages',
    method: 'POST',
    path: () => '^/users/@me/channels$',
    target: (_, userId) => ({ kind: 'user', userId }),
  },
  {
    name: 'an answer to the policy’s earlier message',
    method: 'POST',
    path: posts,
    before: 'same-policy',
  },
  { name: 'an edit', method: 'PATCH', path: () => '/messages/\\d+$', before: 'to-be-edited' },
  { name: 'a digest', method: 'POST', path: posts, digest: true },
];

let sandbox: Sandbox;
const { corpus } = await loadCorpus();
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  sandbox = await startSandbox({ clock: { now: () => Date.now(), after: () => () => undefined } });
});
afterAll(async () => {
  await sandbox.close();
  vi.useRealTimers();
});

/** A place that no other case has used. */
function placeFor(kind: Kind): Place & { readonly target: Target } {
  const { world, cast } = sandbox;
  const parentId = kind.channel?.thread ? cast.channels.general.id : null;
  const channel = world.addChannel({ name: 'c', guildId: cast.guilds.home.id, parentId, ...kind.channel });
  const user = world.addUser({ username: 'reader' });
  world.addMember(cast.guilds.home, user.id);
  const target = kind.target?.(channel, user.id) ?? {
    kind: 'channel',
    guildId: cast.guilds.home.id,
    channelId: channel.id,
  };
  return { channel, userId: user.id, target };
}

/** An outbox as the bot has it; its time is the test's, and a call without an answer has it pass. */
function open(store: Store) {
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  const outbox = createOutbox({
    store,
    messenger: createMessenger(createCall(sandbox.token, sandbox.apiUrl, async () => undefined)),
    render: (delivery) => render(delivery, corpus),
    clock: () => new Date(),
    random: () => 0.5,
    schedule(run, ms) {
      const timer = { at: Date.now() + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const off = sandbox.rest.onRequest(({ fault, status }) => {
    if (!fault || status !== 0) return;
    vi.setSystemTime(Date.now() + 21_000);
    for (const timer of [...timers]) if (timer.at <= Date.now()) timer.run();
  });
  onTestFinished(off);
  return outbox;
}

/** Until nothing is left to be sent, each try at its own time. */
async function deliverAll(store: Store): Promise<void> {
  const outbox = open(store);
  for (let tries = 0; tries < 20; tries += 1) {
    await outbox.drain();
    const { pending, nextAttemptAt } = await store.backlog();
    if (pending === 0) return;
    const probeAt = outbox.standing().outage === null ? 0 : Date.now() + 61_000;
    vi.setSystemTime(Math.max(Date.parse(nextAttemptAt ?? ''), probeAt, Date.now()) + 1);
  }
  throw new Error(`still to be sent: ${JSON.stringify(await store.backlog())}`);
}

/** Everything in this place that carries one of these deliveries. */
const messagesOf = ({ channel, userId }: Place, ids: readonly string[]): readonly APIMessage[] =>
  [...sandbox.world.channels.values()]
    .filter(
      ({ id, parentId, recipients }) => [id, parentId].includes(channel.id) || recipients.includes(userId),
    )
    .flatMap(({ id }) => sandbox.world.messages.in(id))
    .map(({ wire }) => wire)
    .filter(({ components }) => ids.some((id) => JSON.stringify(components).includes(`|${id}"`)));

const says = (message: APIMessage | undefined): string => JSON.stringify(message?.components ?? []);

let cases = 0;

/** Everything up to the moment before the sending that is put to the test. */
async function prepare(kind: Kind) {
  cases += 1;
  const id = `m${cases}`;
  const store = await memoryStore();
  onTestFinished(() => store.close());
  const place = placeFor(kind);
  const { crosspost = false, digest = false } = kind;
  const subscription = sampleSubscription('s', { target: place.target, crosspost });
  await subscribe(store, subscription);
  const policyOf = (name: string) => sampleMeasure(name, { family: 'policy', keys: [`k:${name}`] });
  const first = policyOf(`${id}first`);
  if (kind.before) {
    await tell(store, first, [subscription]);
    await deliverAll(store);
  }
  const measures = (digest ? [1, 2, 3] : [1]).map((n) => policyOf(`${id}n${n}`));
  if (kind.before === 'to-be-edited') await change(store, { ...first, title: '改了的标题' });
  else for (const measure of measures) await tell(store, measure, [subscription], { digest });
  return { store, place, first, measures };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** One message tells all of it, in its place; in a post of its own where the policy's was closed to us. */
function checkOnce(kind: Kind, { place, first, measures }: Prepared, isShut = false): APIMessage | undefined {
  const [found, ...more] = messagesOf(
    place,
    measures.map((measure) => `${measure.id}@s`),
  );
  expect(more).toEqual([]);
  for (const { title } of measures) expect(says(found)).toContain(title);
  if (kind.before === 'same-policy') {
    const [earlier] = messagesOf(place, [`${first.id}@s`]);
    if (place.target.kind === 'forum') expect(found?.channel_id === earlier?.channel_id).toBe(!isShut);
    else expect(found?.message_reference?.message_id).toBe(earlier?.id);
  }
  return found;
}

const isPublished = (message: APIMessage | undefined): boolean =>
  ((message?.flags ?? 0) & MessageFlags.Crossposted) !== 0;

describe.each(kinds)('$name', (kind) => {
  test.each(
    faults.flatMap(([name, action]) =>
      (isRefusal(action) ? (['before'] as const) : (['before', 'after'] as const)).map(
        (when) => [name, when, action] as const,
      ),
    ),
  )('is made once, whatever comes of it: %s, %s it was written', async (name, when, action) => {
    const prepared = await prepare(kind);
    const { store, place } = prepared;
    const fault = sandbox.rest.faults.add({ method: kind.method, path: kind.path(place), when, action });
    await deliverAll(store);
    sandbox.rest.faults.clear();
    expect(fault.hits).toBe(1);
    const isDenied = when === 'before';
    if (kind.before === 'to-be-edited') {
      const [message, ...more] = sandbox.world.messages.in(place.channel.id).map(({ wire }) => wire);
      expect(more).toEqual([]);
      // Codes that say the message is not there, or not ours, leave nothing to be edited.
      expect(says(message).includes('改了的标题')).toBe(!(isDenied && /^(10003|10008|50005) /.test(name)));
      return;
    }
    const isShut = name.startsWith('50013') && place.target.kind === 'forum';
    const found = checkOnce(kind, prepared, isShut);
    // A message that is not there any more can be published to nobody.
    const isGone = isDenied && kind.name.startsWith('the publishing') && name.startsWith('10008');
    expect(isPublished(found)).toBe(kind.crosspost === true && !isGone);
  });
});

describe.each(kinds.filter(({ before }) => before !== 'to-be-edited'))(
  '$name, of which no answer came',
  (kind) => {
    test.each(faults.filter(([name]) => /^(10003|50001|50013|401|429 of the bot|500|no answer)/.test(name)))(
      'is made once, whatever comes of looking for it: %s',
      async (_, action) => {
        const prepared = await prepare(kind);
        const { faults } = sandbox.rest;
        const path = kind.path(prepared.place);
        faults.add({ method: kind.method, path, when: 'after', action: { kind: 'reset' } });
        const fault = faults.add({ method: 'GET', when: 'before', action, times: 2 });
        await deliverAll(prepared.store);
        faults.clear();
        // Where it stands is known once it was sent: only its publishing is asked for again.
        expect(fault.hits).toBe(kind.name.startsWith('the publishing') ? 0 : 2);
        const found = checkOnce(kind, prepared);
        expect(isPublished(found)).toBe(kind.crosspost === true);
      },
    );
  },
);

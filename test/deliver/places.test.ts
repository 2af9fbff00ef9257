import { type APIMessage, ChannelType, MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { realClock } from '../../sandbox/clock.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import type { Channel } from '../../sandbox/world/types.ts';
import { createCall } from '../../src/chat/call.ts';
import { createMessenger } from '../../src/chat/messenger.ts';
import { createOutbox, type Outbox } from '../../src/deliver/outbox.ts';
import { render } from '../../src/deliver/render.ts';
import type { LeasedDelivery, Store, Target } from '../../src/store/port.ts';
import { START, sampleMeasure, sampleSubscription, subscribe } from '../store/sample.ts';
import { change, memoryStore, tell } from './told.ts';

const { corpus } = await loadCorpus();

type Thread = NonNullable<Channel['thread']>;

let sandbox: Sandbox;
let store: Store;
let seconds: number;
let outbox: Outbox;
let troubles: string[];
beforeEach(async () => {
  seconds = 0;
  const begun = Date.now();
  sandbox = await startSandbox({
    clock: { ...realClock, now: () => START + seconds * 1_000 + Date.now() - begun },
  });
  store = await memoryStore();
  troubles = [];
  outbox = createOutbox({
    store,
    messenger: createMessenger(createCall(sandbox.token, sandbox.apiUrl, async () => undefined)),
    render: (delivery) => render(delivery, corpus),
    onTrouble: async ({ target }: LeasedDelivery, trouble) => {
      troubles.push(`${target.kind} ${trouble}`);
    },
    clock: () => new Date(START + seconds * 1_000),
    random: () => 0.5,
    schedule: () => () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
});
afterEach(async () => {
  await store.close();
  await sandbox.close();
});

const inHome = (kind: 'channel' | 'forum', channelId: string): Target => ({
  kind,
  guildId: sandbox.cast.guilds.home.id,
  channelId,
});
const messages = (channelId: string): readonly APIMessage[] =>
  sandbox.world.messages.in(channelId).map(({ wire }) => wire);
const posts = () =>
  sandbox.world.channelsOf(sandbox.cast.guilds.home.id).filter(({ thread }) => thread !== null);
const policy = (id: string) =>
  sampleMeasure(id, { family: 'policy', title: `${id}号文件`, keys: [`k:${id}`] });
const send = async (seconds_ = 0): Promise<void> => {
  seconds += seconds_;
  await outbox.drain();
};

describe('in a forum', () => {
  const follow = async () => {
    const subscription = sampleSubscription('s', { target: inHome('forum', sandbox.cast.channels.forum.id) });
    await subscribe(store, subscription);
    return subscription;
  };

  test('a policy has one post, named after its first document, and its later documents follow in it', async () => {
    const subscription = await follow();
    await tell(store, policy('a'), [subscription]);
    await send();
    await tell(store, policy('b'), [subscription], { seconds: 1 });
    await tell(store, sampleMeasure('other', { keys: ['k:other'] }), [subscription], { seconds: 1 });
    await send(1);
    expect(posts().map(({ name }) => name)).toEqual(['a号文件', '关于other的通知']);
    expect(messages(posts()[0]?.id ?? '')).toHaveLength(2);
  });

  test('a post that fell asleep is woken by what follows', async () => {
    const subscription = await follow();
    await tell(store, policy('a'), [subscription]);
    await send();
    const [post] = posts();
    if (!post?.thread) throw new Error('no post');
    post.thread.archived = true;
    await tell(store, policy('b'), [subscription], { seconds: 1 });
    await send(1);
    expect(messages(post.id)).toHaveLength(2);
    expect(post.thread.archived).toBe(false);
    post.thread.archived = true;
    await change(store, { ...policy('a'), title: '新名字' });
    await send(1);
    expect(JSON.stringify(messages(post.id)[0]?.components)).toContain('新名字');
  });

  test('a post that was deleted is opened anew by what follows', async () => {
    const subscription = await follow();
    await tell(store, policy('a'), [subscription]);
    await send();
    const [post] = posts();
    if (!post) throw new Error('no post');
    sandbox.world.deleteChannel(post);
    await change(store, { ...policy('a'), title: '新名字' });
    await tell(store, policy('b'), [subscription], { seconds: 1 });
    await send(1);
    expect(posts().map(({ name }) => name)).toEqual(['b号文件']);
    expect(await store.backlog()).toMatchObject({ pending: 0 });
  });

  const shut: readonly (readonly [how: string, part: Partial<Thread>, denied: bigint])[] = [
    ['archived and locked', { archived: true, locked: true }, 0n],
    ['locked', { locked: true }, 0n],
    ['forbidden to us', {}, PermissionFlagsBits.SendMessagesInThreads],
  ];
  test.each(shut)(
    'what follows on a policy whose post was %s has a post of its own, and nobody waits',
    async (_, part, denied) => {
      const subscription = await follow();
      await tell(store, policy('a'), [subscription]);
      await send();
      Object.assign(posts()[0]?.thread ?? {}, part);
      const { forum } = sandbox.cast.channels;
      sandbox.world.overwrite(forum, sandbox.cast.roles.bot.id, 0n, denied);
      await tell(store, policy('b'), [subscription], { seconds: 1 });
      await tell(store, sampleMeasure('other', { keys: ['k:other'] }), [subscription], { seconds: 1 });
      await send(1);
      expect(posts().map(({ name }) => name)).toEqual(['a号文件', 'b号文件', '关于other的通知']);
      expect(await store.backlog()).toMatchObject({ pending: 0 });
      expect(troubles).toEqual([]);
    },
  );

  test('an edit in a locked post waits aside until it is opened, and is no trouble of the forum', async () => {
    const subscription = await follow();
    await tell(store, policy('a'), [subscription]);
    await send();
    const [post] = posts();
    if (!post?.thread) throw new Error('no post');
    Object.assign(post.thread, { archived: true, locked: true });
    await change(store, { ...policy('a'), title: '新名字' });
    await tell(store, sampleMeasure('other', { keys: ['k:other'] }), [subscription], { seconds: 1 });
    await send(1);
    await send(3_600);
    expect(posts().map(({ name }) => name)).toEqual(['a号文件', '关于other的通知']);
    expect(troubles).toEqual([]);
    expect(await store.backlog()).toMatchObject({ pending: 1 });
    post.thread.locked = false;
    await send(3_600);
    expect(JSON.stringify(messages(post.id)[0]?.components)).toContain('新名字');
    expect(await store.backlog()).toMatchObject({ pending: 0 });
  });

  test('a post is found again after it fell asleep during an outage', async () => {
    const subscription = await follow();
    await tell(store, policy('a'), [subscription]);
    sandbox.rest.faults.add({ method: 'POST', when: 'after', action: { kind: 'reset' } });
    await send();
    const [post] = posts();
    if (!post?.thread) throw new Error('no post');
    post.thread.archived = true;
    await send(3_600);
    expect(posts()).toHaveLength(1);
    expect(await store.backlog()).toMatchObject({ pending: 0 });
  });

  test('one that wants a tag on each post is a trouble its owner is told of once', async () => {
    const { id } = sandbox.world.addChannel({
      name: '要标签',
      guildId: sandbox.cast.guilds.home.id,
      type: ChannelType.GuildForum,
      requiresTag: true,
    });
    const subscription = sampleSubscription('s', { target: inHome('forum', id) });
    await subscribe(store, subscription);
    await tell(store, policy('a'), [subscription]);
    await send();
    await send(3_600);
    expect(troubles).toEqual(['forum tag-required']);
    const [noted] = await store.subscriptions({ guildId: sandbox.cast.guilds.home.id });
    expect(noted?.trouble).toBe('tag-required');
  });
});

describe('in a channel', () => {
  test('a policy’s later document answers the earlier one, also when that was deleted', async () => {
    const { id } = sandbox.cast.channels.general;
    const subscription = sampleSubscription('s', { target: inHome('channel', id) });
    await subscribe(store, subscription);
    await tell(store, policy('a'), [subscription]);
    await send();
    await tell(store, policy('b'), [subscription], { seconds: 1 });
    await send(1);
    const [first, second] = messages(id);
    expect(second?.message_reference?.message_id).toBe(first?.id);
    const stored = sandbox.world.messages.find(id, second?.id ?? '');
    if (stored) sandbox.world.messages.remove(stored);
    await tell(store, policy('c'), [subscription], { seconds: 2 });
    await send(1);
    expect(messages(id)).toHaveLength(2);
  });

  test('the role of the subscription is mentioned, and nobody else, whatever the document says', async () => {
    const { id } = sandbox.cast.channels.general;
    const { readers, moderator } = sandbox.cast.roles;
    const subscription = sampleSubscription('s', { target: inHome('channel', id), roleId: readers.id });
    await subscribe(store, subscription);
    const hostile = `@everyone <@&${moderator.id}> <@${sandbox.cast.users.member.id}> @here`;
    await tell(store, sampleMeasure('a', { title: hostile, issuer: hostile }), [subscription]);
    await send();
    const [message] = sandbox.world.messages.in(id);
    expect(message?.pings).toEqual({ everyone: false, users: [], roles: [readers.id] });
  });

  test('what several subscriptions ask for mentions the role of each and is published if any of them wants it', async () => {
    const { id } = sandbox.cast.channels.announcements;
    const { readers, moderator } = sandbox.cast.roles;
    const target = inHome('channel', id);
    const subscriptions = [
      sampleSubscription('old', { target }),
      sampleSubscription('one', { target, roleId: readers.id }),
      sampleSubscription('two', { target, roleId: moderator.id, crosspost: true }),
      sampleSubscription('three', { target, roleId: readers.id }),
    ];
    for (const subscription of subscriptions) await subscribe(store, subscription);
    await tell(store, policy('a'), subscriptions);
    await send();
    const [message] = sandbox.world.messages.in(id);
    expect(JSON.stringify(message?.wire.components)).toContain(`<@&${readers.id}> <@&${moderator.id}>`);
    expect((message?.wire.flags ?? 0) & MessageFlags.Crossposted).not.toBe(0);
  });

  test('an announcement is published to those who follow the channel; a test of it is not', async () => {
    const { id } = sandbox.cast.channels.announcements;
    const subscription = sampleSubscription('s', { target: inHome('channel', id), crosspost: true });
    await subscribe(store, subscription);
    await tell(store, policy('a'), [subscription]);
    const alert = {
      id: 'test',
      kind: 'test',
      measureId: null,
      createdAt: new Date(START).toISOString(),
      about: {},
    };
    const target = subscription.target;
    await store.enqueue(
      [{ ...alert, kind: 'test' }],
      [{ id: 'd', alertId: 'test', subscriptionId: 's', target, dueAt: alert.createdAt, digest: false }],
      alert.createdAt,
    );
    await send(1);
    expect(messages(id).map(({ flags = 0 }) => (flags & MessageFlags.Crossposted) !== 0)).toEqual([
      true,
      false,
    ]);
  });

  test('what stands and must wait to be published is not sent again where people removed it meanwhile', async () => {
    const { id } = sandbox.cast.channels.announcements;
    const subscription = sampleSubscription('s', { target: inHome('channel', id), crosspost: true });
    await subscribe(store, subscription);
    await tell(store, policy('a'), [subscription]);
    sandbox.rest.faults.add({
      ...{ method: 'POST', path: 'crosspost$', when: 'before' },
      action: { kind: 'limited', scope: 'user', retryAfterMs: 1_800_000 },
    });
    await send();
    const stored = sandbox.world.messages.find(id, messages(id)[0]?.id ?? '');
    if (!stored) throw new Error('nothing was sent');
    sandbox.world.messages.remove(stored);
    await send(3_600);
    expect(messages(id)).toEqual([]);
    expect(await store.backlog()).toMatchObject({ pending: 0 });
    expect(reads()).toBe(0);
  });

  test('without the permission to attach files, what is too long is announced and the message sent all the same', async () => {
    const { id } = sandbox.cast.channels.general;
    const { home } = sandbox.cast.guilds;
    const subscription = sampleSubscription('s', { target: inHome('channel', id) });
    await subscribe(store, subscription);
    await tell(store, sampleMeasure('a', { title: '长'.repeat(5_000) }), [subscription]);
    await send();
    const [whole] = messages(id);
    expect(whole?.attachments).toHaveLength(1);
    expect(whole?.attachments[0]?.size).toBeGreaterThan(15_000);
    sandbox.world.overwrite(sandbox.cast.channels.general, home.id, 0n, PermissionFlagsBits.AttachFiles);
    await tell(store, sampleMeasure('b', { title: '长'.repeat(5_000), keys: ['k:b'] }), [subscription], {
      seconds: 1,
    });
    await send(1);
    expect(messages(id)[1]?.attachments).toEqual([]);
    expect(JSON.stringify(messages(id)[1]?.components)).toContain('附加文件');
  });

  const reads = (): number => sandbox.rest.log.filter(({ method }) => method === 'GET').length;

  test('what was refused was not written: it is sent without being looked for', async () => {
    const channel = sandbox.cast.channels.general;
    const subscription = sampleSubscription('s', { target: inHome('channel', channel.id) });
    await subscribe(store, subscription);
    await tell(store, policy('a'), [subscription]);
    const { bot } = sandbox.cast.roles;
    sandbox.world.overwrite(channel, bot.id, 0n, PermissionFlagsBits.SendMessages);
    await send();
    sandbox.world.overwrite(channel, bot.id, 0n, 0n);
    await send(3_600);
    expect(messages(channel.id)).toHaveLength(1);
    expect(reads()).toBe(0);
  });

  test('nothing is sent again while nobody can read what was said', async () => {
    const channel = sandbox.cast.channels.general;
    const { home } = sandbox.cast.guilds;
    const subscription = sampleSubscription('s', { target: inHome('channel', channel.id) });
    await subscribe(store, subscription);
    await tell(store, policy('a'), [subscription]);
    sandbox.rest.faults.add({ method: 'POST', when: 'after', action: { kind: 'reset' } });
    await send();
    sandbox.world.overwrite(channel, home.id, 0n, PermissionFlagsBits.ReadMessageHistory);
    await send(3_600);
    expect(messages(channel.id)).toHaveLength(1);
    expect(troubles).toEqual(['channel no-history']);
    sandbox.world.overwrite(channel, home.id, PermissionFlagsBits.ReadMessageHistory, 0n);
    await send(3_600);
    expect(messages(channel.id)).toHaveLength(1);
    expect(await store.backlog()).toMatchObject({ pending: 0 });
    const [noted] = await store.subscriptions({ guildId: home.id });
    expect(noted?.trouble).toBeNull();
  });
});

describe('when nothing gets through to anybody', () => {
  test('one message at a time tries the way, and all are sent once it is open', async () => {
    const channels = Array.from({ length: 8 }, (_, n) =>
      sandbox.world.addChannel({ name: `c${n}`, guildId: sandbox.cast.guilds.home.id }),
    );
    const subscriptions = channels.map(({ id }, n) =>
      sampleSubscription(`s${n}`, { target: inHome('channel', id) }),
    );
    for (const subscription of subscriptions) await subscribe(store, subscription);
    await tell(store, policy('a'), subscriptions);
    sandbox.setToken('another');
    await send();
    expect(outbox.standing().outage?.code).toBe('401');
    const asked = sandbox.rest.log.length;
    await send(61);
    await send(61);
    expect(sandbox.rest.log.length - asked).toBeLessThanOrEqual(2);
    sandbox.setToken(sandbox.token);
    await send(61);
    await send(3_600);
    await send(3_600);
    expect(outbox.standing().outage).toBeNull();
    expect(channels.map(({ id }) => messages(id).length)).toEqual(channels.map(() => 1));
  });
});

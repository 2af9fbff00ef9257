import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../sandbox/clock.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { INVITED_WITH } from '../../sandbox/world/seed.ts';
import { permissionBits } from '../../sandbox/world/wire.ts';
import { send } from './raw.ts';

const clock = new ManualClock();
let sandbox: Sandbox;
let forum: string;
let general: string;
beforeAll(async () => {
  sandbox = await startSandbox({ clock });
  forum = sandbox.cast.channels.forum.id;
  general = sandbox.cast.channels.general.id;
});
afterAll(() => sandbox.close());
beforeEach(() => clock.advance(10_000));

const open = (channel: string, body: unknown) => send(sandbox, 'POST', `/channels/${channel}/threads`, body);
const write = (channel: unknown, content = 'x') =>
  send(sandbox, 'POST', `/channels/${String(channel)}/messages`, { content });

describe('forum posts', () => {
  test('are a thread and its first message, which share an id', async () => {
    const post = await open(forum, { name: '实施办法', message: { content: '正文' } });
    expect(post).toMatchObject({
      status: 201,
      body: { parent_id: forum, name: '实施办法', message: { content: '正文' } },
    });
    expect((post.body.message as { id: string }).id).toBe(post.body.id);
    expect((await write(post.body.id)).status).toBe(200);
  });

  test.each<[reason: string, body: unknown, problem: string]>([
    ['no name', { message: { content: 'x' } }, 'name BASE_TYPE_REQUIRED'],
    ['a name of 101', { name: 'x'.repeat(101), message: { content: 'x' } }, 'name BASE_TYPE_MAX_LENGTH'],
    ['no message', { name: 'x' }, 'message BASE_TYPE_REQUIRED'],
    [
      'a message of 2001',
      { name: 'x', message: { content: 'x'.repeat(2001) } },
      'content BASE_TYPE_MAX_LENGTH',
    ],
    [
      'six tags',
      { name: 'x', message: { content: 'x' }, applied_tags: ['1', '2', '3', '4', '5', '6'] },
      'applied_tags BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a tag the forum does not have',
      { name: 'x', message: { content: 'x' }, applied_tags: ['1'] },
      'applied_tags.0 UNKNOWN_TAG',
    ],
    [
      'a time of archiving that does not exist',
      { name: 'x', message: { content: 'x' }, auto_archive_duration: 5 },
      'auto_archive_duration BASE_TYPE_CHOICES',
    ],
  ])('with %s are refused and leave no thread behind', async (_, body, problem) => {
    const threads = () => sandbox.world.channelsOf(sandbox.cast.guilds.home.id).length;
    const before = threads();
    const answer = await open(forum, body);
    expect(answer).toMatchObject({ status: 400, code: 50035 });
    expect(answer.problems).toContain(problem);
    expect(threads()).toBe(before);
  });

  test('take no nonce: sending one again makes a second post', async () => {
    const body = { name: 'x', message: { content: 'x', nonce: 'n', enforce_nonce: true } };
    const first = await open(forum, body);
    expect((await open(forum, body)).body.id).not.toBe(first.body.id);
  });

  test('need a tag where the forum says so (40067)', async () => {
    const strict = sandbox.world.addChannel({
      name: 'tags',
      type: 15,
      guildId: sandbox.cast.guilds.home.id,
      requiresTag: true,
    });
    expect(await open(strict.id, { name: 'x', message: { content: 'x' } })).toMatchObject({ code: 40067 });
  });
});

describe('threads', () => {
  test('start from a message, once (160004)', async () => {
    const message = await write(general);
    const path = `/channels/${general}/messages/${String(message.body.id)}/threads`;
    const thread = await send(sandbox, 'POST', path, { name: '讨论' });
    expect(thread).toMatchObject({ status: 201, body: { id: message.body.id, parent_id: general } });
    expect(await send(sandbox, 'POST', path, { name: '讨论' })).toMatchObject({ status: 400, code: 160004 });
    expect(await open(String(thread.body.id), { name: 'x' })).toMatchObject({ code: 50024 });
  });

  test('open again when written to after being archived, and stay shut when locked (50083)', async () => {
    const thread = await open(general, { name: 't', type: 11 });
    const path = `/channels/${String(thread.body.id)}`;
    await send(sandbox, 'PATCH', path, { archived: true });
    expect(await send(sandbox, 'PATCH', path, { name: 'u' })).toMatchObject({ code: 50083 });
    expect((await write(thread.body.id)).status).toBe(200);
    expect((await send(sandbox, 'GET', path)).body.thread_metadata).toMatchObject({ archived: false });
    expect(await send(sandbox, 'PATCH', path, { locked: true })).toMatchObject({ code: 50013 });
    const { thread: standing } = sandbox.world.channels.get(String(thread.body.id)) ?? {};
    if (!standing) throw new Error('no thread');
    Object.assign(standing, { archived: true, locked: true });
    expect(await write(thread.body.id)).toMatchObject({ code: 50083 });
    expect(await send(sandbox, 'PATCH', path, { archived: false })).toMatchObject({ code: 50013 });
  });

  test('have a right to write of their own (50013)', async () => {
    const thread = await open(general, { name: 't', type: 11 });
    const channel = sandbox.cast.channels.general;
    sandbox.world.overwrite(channel, sandbox.cast.roles.bot.id, 0n, permissionBits('SendMessagesInThreads'));
    expect(await write(thread.body.id)).toMatchObject({ status: 403, code: 50013 });
    expect((await write(general)).status).toBe(200);
    sandbox.world.overwrite(channel, sandbox.cast.roles.bot.id, 0n, permissionBits('SendMessages'));
    expect((await write(thread.body.id)).status).toBe(200);
    expect(await write(general)).toMatchObject({ status: 403, code: 50013 });
    sandbox.world.overwrite(channel, sandbox.cast.roles.bot.id, 0n, 0n);
  });

  test('go with their channel (10003)', async () => {
    const channel = sandbox.world.addChannel({ name: 'gone', guildId: sandbox.cast.guilds.home.id });
    const thread = await open(channel.id, { name: 't', type: 11 });
    sandbox.world.deleteChannel(channel);
    expect(await write(channel.id)).toMatchObject({ status: 404, code: 10003 });
    expect(await write(thread.body.id)).toMatchObject({ status: 404, code: 10003 });
  });
});

describe('rights in channels', () => {
  test('the bot has those that the invitation link of the README asks for', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const [, asked] = /oauth2\/authorize\?\S*&permissions=(\d+)/.exec(readme) ?? [];
    expect(BigInt(asked ?? 0)).toBe(INVITED_WITH);
    expect(sandbox.cast.roles.bot.permissions).toBe(INVITED_WITH);
  });

  test('without history nothing is listed, and no reply can be sent (160002)', async () => {
    const channel = sandbox.cast.channels.general;
    const message = await write(general);
    sandbox.world.overwrite(channel, sandbox.cast.roles.bot.id, 0n, permissionBits('ReadMessageHistory'));
    expect((await send(sandbox, 'GET', `/channels/${general}/messages`)).list).toEqual([]);
    expect(
      await send(sandbox, 'GET', `/channels/${general}/messages/${String(message.body.id)}`),
    ).toMatchObject({ code: 50013 });
    const reply = { content: 'x', message_reference: { message_id: message.body.id } };
    expect(await send(sandbox, 'POST', `/channels/${general}/messages`, reply)).toMatchObject({
      code: 160002,
    });
    sandbox.world.overwrite(channel, sandbox.cast.roles.bot.id, 0n, 0n);
  });

  test('without the right to attach, files are refused (50013); without the right to embed, embeds are left out', async () => {
    const channel = sandbox.cast.channels.general;
    sandbox.world.overwrite(
      channel,
      sandbox.cast.roles.bot.id,
      0n,
      permissionBits('AttachFiles', 'EmbedLinks'),
    );
    const form = new FormData();
    form.set('payload_json', '{"content":"x"}');
    form.set('files[0]', new Blob(['x']), 'x.txt');
    expect(await send(sandbox, 'POST', `/channels/${general}/messages`, form)).toMatchObject({ code: 50013 });
    const embedded = await send(sandbox, 'POST', `/channels/${general}/messages`, {
      content: 'x',
      embeds: [{ title: 't' }],
    });
    expect(embedded.body).toMatchObject({ content: 'x', embeds: [] });
    sandbox.world.overwrite(channel, sandbox.cast.roles.bot.id, 0n, 0n);
  });

  test('a role takes away what everyone may, a person is given what the role may not', () => {
    const { world, cast } = sandbox;
    const { member } = cast.users;
    const channel = world.addChannel({ name: 'rights', guildId: cast.guilds.home.id });
    const write = permissionBits('SendMessages');
    const may = () => (world.permissionsIn(member.id, channel) & write) !== 0n;
    expect(may()).toBe(true);
    world.overwrite(channel, cast.guilds.home.id, 0n, write);
    expect(may()).toBe(false);
    world.overwrite(channel, member.id, write, 0n);
    expect(may()).toBe(true);
    world.overwrite(channel, cast.guilds.home.id, 0n, permissionBits('ViewChannel'));
    expect(world.permissionsIn(member.id, channel)).toBe(0n);
    expect(world.permissionsIn(cast.users.owner.id, channel)).not.toBe(0n);
    expect(world.permissionsIn(cast.users.stranger.id, channel)).toBe(0n);
  });
});

describe('who is rung', () => {
  const rung = async (content: string, more: object = {}) => {
    const sent = await send(sandbox, 'POST', `/channels/${general}/messages`, { content, ...more });
    return sandbox.world.messages.find(general, String(sent.body.id))?.pings;
  };
  const nobody = { everyone: false, users: [], roles: [] };
  const ids = () => ({
    member: sandbox.cast.users.member.id,
    readers: sandbox.cast.roles.readers.id,
    moderator: sandbox.cast.roles.moderator.id,
  });

  test('people and roles that can be mentioned, unless allowed_mentions says less', async () => {
    const { member, readers, moderator } = ids();
    const content = `<@${member}> <@&${readers}> <@&${moderator}> @everyone`;
    expect(await rung(content)).toEqual({ everyone: false, users: [member], roles: [readers] });
    expect(await rung(content, { allowed_mentions: { parse: [] } })).toEqual(nobody);
    expect(await rung(content, { allowed_mentions: {} })).toEqual(nobody);
    expect(await rung(content, { allowed_mentions: { roles: [readers] } })).toEqual({
      ...nobody,
      roles: [readers],
    });
    expect(await rung('none', { allowed_mentions: { users: [member] } })).toEqual(nobody);
  });

  test('everyone, only by those who may', async () => {
    const { bot } = sandbox.cast.roles;
    const kept = bot.permissions;
    bot.permissions |= permissionBits('MentionEveryone');
    expect(await rung('@everyone')).toEqual({ ...nobody, everyone: true });
    expect(await rung('@here', { allowed_mentions: { parse: ['users'] } })).toEqual(nobody);
    expect(await rung('＠everyone and @Everyone')).toEqual(nobody);
    bot.permissions = kept;
  });

  test('by Components V2 as well, and never by embeds', async () => {
    const { member } = ids();
    const components = [{ type: 17, components: [{ type: 10, content: `<@${member}>` }] }];
    const v2 = await send(sandbox, 'POST', `/channels/${general}/messages`, { flags: 1 << 15, components });
    expect(sandbox.world.messages.find(general, String(v2.body.id))?.pings.users).toEqual([member]);
    expect(await rung('x', { embeds: [{ description: `<@${member}>` }] })).toEqual(nobody);
  });

  test('the author of what is replied to, unless told otherwise', async () => {
    const { member } = ids();
    const said = sandbox.people.say({ user: member, channel: general }, 'hello');
    const reply = { message_reference: { message_id: said.id } };
    expect(await rung('x', reply)).toEqual({ ...nobody, users: [member] });
    expect(await rung('x', { ...reply, allowed_mentions: { parse: ['users'] } })).toEqual(nobody);
    expect(await rung('x', { ...reply, allowed_mentions: { parse: [], replied_user: true } })).toEqual({
      ...nobody,
      users: [member],
    });
  });
});

/** Threads and forum posts (docs: resources/channel#start-thread-from-message and following). */
import { ChannelType, MessageFlags, MessageType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import {
  accept,
  flag,
  integer,
  list,
  object,
  oneOf,
  optional,
  required,
  snowflake,
  text,
} from '../../validate/form.ts';
import { can } from '../../world/permissions.ts';
import type { Channel } from '../../world/types.ts';
import { channelWire, isForum } from '../../world/wire.ts';
import { channelFor, guildFor, messageFor, permissionsFor, textChannelFor } from '../access.ts';
import { Refusal, refuse } from '../refusal.ts';
import { type Call, json, noContent, type Reply, type Route } from '../router.ts';
import { sendable } from './messages.ts';

interface ThreadBody {
  readonly name: string;
  readonly auto_archive_duration?: number;
  readonly type?: ChannelType;
  readonly applied_tags?: readonly string[];
  readonly message?: unknown;
}

const archiveAfter = optional(oneOf(60, 1440, 4320, 10_080));
const threadForm = object({
  name: required(text(100, 1)),
  auto_archive_duration: archiveAfter,
  type: optional(oneOf(ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread)),
  rate_limit_per_user: optional(integer(0, 21_600)),
  invitable: optional(flag),
});
const postForm = object({
  name: required(text(100, 1)),
  auto_archive_duration: archiveAfter,
  rate_limit_per_user: optional(integer(0, 21_600)),
  applied_tags: optional(list(snowflake, 5)),
  message: required(object({})),
});

const open = (call: Call, parent: Channel, body: ThreadBody, type: ChannelType, id?: string): Channel => {
  const { world } = call;
  return world.addChannel({
    ...(id !== undefined && { id }),
    name: body.name,
    type,
    guildId: parent.guildId,
    parentId: parent.id,
    thread: {
      archived: false,
      locked: false,
      autoArchiveMinutes: body.auto_archive_duration ?? 1440,
      ownerId: world.botId,
      createdAt: world.isoNow(),
      archivedAt: world.isoNow(),
      messageCount: 0,
      members: new Set([world.botId]),
      appliedTags: body.applied_tags ?? [],
    },
  });
};

const typeUnder = (parent: Channel): ChannelType =>
  parent.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;

/** A post in a forum: the thread and its first message, or neither. */
const openPost = (call: Call, forum: Channel): Reply => {
  if (!can(permissionsFor(call, forum), P.SendMessages)) throw refuse(50013);
  const body = accept<ThreadBody>(call.body, postForm);
  const tags = body.applied_tags ?? [];
  if (forum.requiresTag && tags.length === 0) throw refuse(40067);
  const known = forum.tags.map((tag) => tag.id);
  const unknown = tags.findIndex((id) => !known.includes(id));
  if (unknown >= 0) {
    throw new Refusal(400, 50035, 'Invalid Form Body', {
      applied_tags: { [unknown]: { _errors: [{ code: 'UNKNOWN_TAG', message: 'Unknown tag' }] } },
    });
  }
  // Checked before anything is made: a refused message leaves no thread behind. A post takes no nonce.
  const { nonce: _, ...first } = sendable(call, forum, body.message);
  const thread = open(call, forum, body, ChannelType.PublicThread);
  const { world, uploads } = call;
  const message = world.messages.create({
    id: thread.id,
    channel: thread,
    author: world.bot,
    body: first,
    uploads,
  });
  return json({ ...channelWire(thread, world.users), message: message.wire }, 201);
};

const openThread = (call: Call): Reply => {
  const parent = channelFor(call);
  if (parent.thread !== null || parent.guildId === null) throw refuse(50024);
  if (isForum(parent)) return openPost(call, parent);
  const body = accept<ThreadBody>(call.body, threadForm);
  const type = body.type ?? ChannelType.PrivateThread;
  const needed = type === ChannelType.PrivateThread ? P.CreatePrivateThreads : P.CreatePublicThreads;
  if (!can(permissionsFor(call, parent), needed)) throw refuse(50013);
  return json(channelWire(open(call, parent, body, type), call.world.users), 201);
};

/** Messages that someone wrote, unlike those that Discord writes itself. */
const SPOKEN: readonly MessageType[] = [
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
];

const openFromMessage = (call: Call): Reply => {
  const parent = textChannelFor(call, P.CreatePublicThreads);
  if (parent.thread !== null || parent.guildId === null) throw refuse(50024);
  const message = messageFor(call, parent);
  const body = accept<ThreadBody>(call.body, threadForm);
  if (!SPOKEN.includes(message.wire.type)) throw refuse(50021);
  if (call.world.channels.has(message.wire.id)) throw refuse(160004);
  const thread = open(call, parent, body, typeUnder(parent), message.wire.id);
  call.world.messages.touch(message, { flags: (message.wire.flags ?? 0) | MessageFlags.HasThread });
  return json(channelWire(thread, call.world.users), 201);
};

interface ThreadChange {
  readonly name?: string;
  readonly archived?: boolean;
  readonly locked?: boolean;
  readonly auto_archive_duration?: number;
}

/** Threads only: the bot has no business renaming a server's channels. */
const change = (call: Call): Reply => {
  const channel = channelFor(call);
  const { thread } = channel;
  if (thread === null) throw refuse(50013);
  const body = accept<ThreadChange>(
    call.body,
    object({
      name: optional(text(100, 1)),
      archived: optional(flag),
      locked: optional(flag),
      auto_archive_duration: archiveAfter,
    }),
  );
  const manages = can(permissionsFor(call, channel), P.ManageThreads);
  if (!manages && (thread.ownerId !== call.world.botId || body.locked !== undefined)) throw refuse(50013);
  if (thread.archived && body.archived !== false) throw refuse(50083);
  // Whoever opened it may wake it, but not what moderators locked (docs: topics/threads).
  if (thread.archived && thread.locked && !manages) throw refuse(50013);
  channel.name = body.name ?? channel.name;
  thread.locked = body.locked ?? thread.locked;
  thread.autoArchiveMinutes = body.auto_archive_duration ?? thread.autoArchiveMinutes;
  if (body.archived !== undefined && body.archived !== thread.archived) {
    thread.archived = body.archived;
    thread.archivedAt = call.world.isoNow();
  }
  call.world.channelChanged(channel);
  return json(channelWire(channel, call.world.users));
};

const remove = (call: Call): Reply => {
  const channel = channelFor(call);
  const needed = channel.thread === null ? P.ManageChannels : P.ManageThreads;
  if (channel.guildId === null || !can(permissionsFor(call, channel), needed)) throw refuse(50013);
  call.world.deleteChannel(channel);
  return json(channelWire(channel, call.world.users));
};

const join = (call: Call, joined: boolean): Reply => {
  const channel = channelFor(call);
  if (channel.thread === null) throw refuse(50024);
  if (channel.thread.archived) throw refuse(50083);
  const user = call.param('user');
  const id = user === '@me' ? call.world.botId : user;
  if (!call.world.users.has(id)) throw refuse(10013);
  if (joined) channel.thread.members.add(id);
  else channel.thread.members.delete(id);
  return noContent;
};

/** One page of the channel's archived public threads, the latest archived first (docs: List Public Archived Threads). */
const archived = (call: Call): Reply => {
  const parent = channelFor(call, P.ReadMessageHistory);
  const { limit } = accept<{ limit: number }>(
    { limit: call.query.get('limit') ?? '50' },
    object({ limit: integer(2, 100) }),
  );
  const before = call.query.get('before');
  const threads = call.world
    .channelsOf(parent.guildId ?? '')
    .filter(({ parentId, thread }) => parentId === parent.id && thread?.archived === true)
    .filter(({ type }) => type !== ChannelType.PrivateThread)
    .filter(({ thread }) => before === null || (thread?.archivedAt ?? '') < before)
    .toSorted((a, b) => (b.thread?.archivedAt ?? '').localeCompare(a.thread?.archivedAt ?? ''));
  const page = threads.slice(0, Number(limit));
  return json({
    threads: page.map((thread) => channelWire(thread, call.world.users)),
    members: [],
    has_more: threads.length > page.length,
  });
};

const PER_FIVE_SECONDS = { requests: 5, perMs: 5_000 };

export const threadRoutes: readonly Route[] = [
  { method: 'POST', path: '/channels/:channel/threads', limit: PER_FIVE_SECONDS, answer: openThread },
  {
    method: 'POST',
    path: '/channels/:channel/messages/:message/threads',
    limit: PER_FIVE_SECONDS,
    answer: openFromMessage,
  },
  { method: 'PATCH', path: '/channels/:channel', limit: PER_FIVE_SECONDS, answer: change },
  { method: 'DELETE', path: '/channels/:channel', answer: remove },
  { method: 'PUT', path: '/channels/:channel/thread-members/:user', answer: (call) => join(call, true) },
  { method: 'DELETE', path: '/channels/:channel/thread-members/:user', answer: (call) => join(call, false) },
  {
    method: 'GET',
    path: '/guilds/:guild/threads/active',
    answer: (call) => {
      const guild = guildFor(call);
      const threads = call.world
        .channelsOf(guild.id)
        .filter((channel) => channel.thread !== null && !channel.thread.archived)
        .filter((channel) => call.world.permissionsIn(call.world.botId, channel) !== 0n);
      return json({ threads: threads.map((thread) => channelWire(thread, call.world.users)), members: [] });
    },
  },
  { method: 'GET', path: '/channels/:channel/threads/archived/public', answer: archived },
];

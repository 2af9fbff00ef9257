/** Messages in channels (docs: resources/message). */
import { ChannelType, MessageFlags, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { accept, integer, list, object, optional, required, snowflake } from '../../validate/form.ts';
import { acceptEdit, acceptMessage } from '../../validate/message.ts';
import type { MessageBody } from '../../world/compose.ts';
import { can } from '../../world/permissions.ts';
import { timeOf } from '../../world/snowflake.ts';
import type { Channel, StoredMessage } from '../../world/types.ts';
import { channelFor, messageFor, permissionsFor, textChannelFor, writableChannelFor } from '../access.ts';
import { Refusal, refuse } from '../refusal.ts';
import { type Call, json, noContent, type Route } from '../router.ts';

/** Flags a bot may set when it sends: no embeds, no notification, Components V2, voice message. */
const SETTABLE =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

const checkReference = (
  call: Call,
  channel: Channel,
  body: MessageBody,
  permissions: bigint,
): MessageBody => {
  const reference = body.message_reference;
  if (reference == null) return body;
  if (!can(permissions, P.ReadMessageHistory)) throw refuse(160002);
  const from = reference.channel_id ?? channel.id;
  const forward = reference.type === 1;
  const found =
    forward || from === channel.id ? call.world.messages.find(from, reference.message_id) : undefined;
  if (found !== undefined && found.visibleTo === null) return body;
  if (!forward && reference.fail_if_not_exists === false) {
    const { message_reference: _, ...rest } = body;
    return rest;
  }
  throw new Refusal(400, 50035, 'Invalid Form Body', {
    message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
  });
};

/** A body as it may be sent by the bot to this channel: validated, permissions checked. */
export const sendable = (call: Call, channel: Channel, value: unknown): MessageBody => {
  const permissions = permissionsFor(call, channel);
  const body = acceptMessage(value, call.uploads);
  if (call.uploads.length > 0 && !can(permissions, P.AttachFiles)) throw refuse(50013);
  const checked = checkReference(
    call,
    channel,
    { ...body, flags: (body.flags ?? 0) & SETTABLE },
    permissions,
  );
  // Without the permission Discord sends the message and leaves the embeds out.
  return can(permissions, P.EmbedLinks) ? checked : { ...checked, embeds: [] };
};

/** Sends as the bot; a repeated nonce is answered with the first message. */
const send = (call: Call): StoredMessage => {
  const { world } = call;
  const channel = writableChannelFor(call);
  const body = sendable(call, channel, call.body);
  const first =
    body.enforce_nonce === true && body.nonce != null
      ? world.messages.byNonce(world.botId, body.nonce)
      : undefined;
  return first ?? world.messages.create({ channel, author: world.bot, body, uploads: call.uploads });
};

const own = (call: Call, message: StoredMessage): boolean => message.authorId === call.world.botId;

const limitOf = (call: Call): number => {
  const raw = call.query.get('limit');
  if (raw === null) return 50;
  return Number(accept<{ limit: number }>({ limit: raw }, object({ limit: integer(1, 100) })).limit);
};

const list100 = (call: Call) => {
  const channel = textChannelFor(call);
  const given = {
    before: call.query.get('before'),
    after: call.query.get('after'),
    around: call.query.get('around'),
  };
  accept(
    given,
    object({ before: optional(snowflake), after: optional(snowflake), around: optional(snowflake) }),
  );
  const limit = limitOf(call);
  if (!can(permissionsFor(call, channel), P.ReadMessageHistory)) return json([]);
  const at = {
    limit,
    ...(given.before !== null && { before: given.before }),
    ...(given.after !== null && { after: given.after }),
    ...(given.around !== null && { around: given.around }),
  };
  return json(call.world.messages.page(channel.id, at).map((message) => message.wire));
};

const TWO_WEEKS = 14 * 86_400_000;

export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel/messages', answer: list100 },
  {
    method: 'POST',
    path: '/channels/:channel/messages',
    limit: { requests: 5, perMs: 5_000 },
    answer: (call) => {
      const message = send(call);
      const sent = call.body as { nonce?: string | number };
      return json({ ...message.wire, ...(sent.nonce != null && { nonce: sent.nonce }) });
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/messages/bulk-delete',
    limit: { requests: 5, perMs: 5_000 },
    answer: (call) => {
      const channel = textChannelFor(call, P.ManageMessages);
      if (channel.guildId === null) throw refuse(50003);
      const { messages } = accept<{ messages: string[] }>(
        call.body,
        object({ messages: required(list(snowflake, 1_000)) }),
      );
      if (messages.length < 2 || messages.length > 100) throw refuse(50016);
      if (messages.some((id) => timeOf(id) < call.world.clock.now() - TWO_WEEKS)) throw refuse(50034);
      for (const id of messages) {
        const message = call.world.messages.find(channel.id, id);
        if (message !== undefined) call.world.messages.remove(message);
      }
      return noContent;
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    answer: (call) => {
      const channel = textChannelFor(call, P.ReadMessageHistory);
      return json(messageFor(call, channel).wire);
    },
  },
  {
    method: 'PATCH',
    path: '/channels/:channel/messages/:message',
    limit: { requests: 5, perMs: 5_000 },
    answer: (call) => {
      const channel = textChannelFor(call);
      const message = messageFor(call, channel);
      if (!own(call, message)) throw refuse(50005);
      if (channel.thread?.archived) throw refuse(50083);
      const body = acceptEdit(call.body, message, call.uploads);
      return json(call.world.messages.edit(message, body, call.uploads).wire);
    },
  },
  {
    method: 'DELETE',
    path: '/channels/:channel/messages/:message',
    limit: { requests: 5, perMs: 1_000 },
    answer: (call) => {
      const channel = textChannelFor(call);
      const message = messageFor(call, channel);
      if (!own(call, message)) {
        if (channel.guildId === null) throw refuse(50003);
        if (!can(permissionsFor(call, channel), P.ManageMessages)) throw refuse(50013);
      }
      call.world.messages.remove(message);
      return noContent;
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/messages/:message/crosspost',
    limit: { requests: 10, perMs: 3_600_000 },
    answer: (call) => {
      const channel = textChannelFor(call);
      if (channel.type !== ChannelType.GuildAnnouncement) throw refuse(50024);
      const message = messageFor(call, channel);
      const needed = own(call, message) ? P.SendMessages : P.ManageMessages;
      if (!can(permissionsFor(call, channel), needed)) throw refuse(50013);
      const flags = message.wire.flags ?? 0;
      if ((flags & MessageFlags.Crossposted) !== 0) throw refuse(40033);
      call.world.messages.touch(message, { flags: flags | MessageFlags.Crossposted });
      return json(message.wire);
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/typing',
    answer: (call) => {
      channelFor(call, P.SendMessages);
      return noContent;
    },
  },
  ...(['/channels/:channel/messages/pins/:message', '/channels/:channel/pins/:message'] as const).flatMap(
    (path): Route[] => [
      { method: 'PUT', path, answer: (call) => pin(call, true) },
      { method: 'DELETE', path, answer: (call) => pin(call, false) },
    ],
  ),
];

const pin = (call: Call, pinned: boolean) => {
  const channel = textChannelFor(call, P.PinMessages);
  const message = messageFor(call, channel);
  const held = call.world.messages.in(channel.id).filter((one) => one.wire.pinned);
  if (pinned && held.length >= 250) throw refuse(30003);
  call.world.messages.touch(message, { pinned });
  return noContent;
};

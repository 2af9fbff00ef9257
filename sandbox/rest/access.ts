/** Finds what a request is about, and refuses as Discord does when the bot may not. */
import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { can } from '../world/permissions.ts';
import { isSnowflake } from '../world/snowflake.ts';
import type { Channel, Guild, StoredMessage } from '../world/types.ts';
import { isForum } from '../world/wire.ts';
import type { World } from '../world/world.ts';
import { refuse } from './refusal.ts';
import type { Call } from './router.ts';

/** The bot's own user. */
const me = (world: World): string => world.botId;

/** A server the bot is in: an unknown one is 10004, a foreign one 50001. */
export const guildFor = (call: Call): Guild => {
  const guild = call.world.guilds.get(call.param('guild'));
  if (guild === undefined) throw refuse(10004);
  if (!guild.members.has(me(call.world))) throw refuse(50001);
  return guild;
};

/** A channel the bot may see (10003, 50001) and in which it has these permissions (50013). */
export const channelFor = (call: Call, needed = 0n): Channel => {
  const id = call.param('channel');
  const channel = isSnowflake(id) ? call.world.channels.get(id) : undefined;
  if (channel === undefined) throw refuse(10003);
  const permissions = call.world.permissionsIn(me(call.world), channel);
  if (!can(permissions, P.ViewChannel)) throw refuse(50001);
  if (!can(permissions, needed)) throw refuse(50013);
  return channel;
};

const TEXT = new Set<ChannelType>([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.DM,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/** A channel in which messages stand (50008 for forums and categories). */
export const textChannelFor = (call: Call, needed = 0n): Channel => {
  const channel = channelFor(call);
  if (isForum(channel) || !TEXT.has(channel.type)) throw refuse(50008);
  if (!can(call.world.permissionsIn(me(call.world), channel), needed)) throw refuse(50013);
  return channel;
};

/** A channel into which the bot may write: threads have a permission of their own, locked ones are closed (50083). */
export const writableChannelFor = (call: Call): Channel => {
  const channel = textChannelFor(call);
  const permissions = call.world.permissionsIn(me(call.world), channel);
  if (channel.thread?.locked && !can(permissions, P.ManageThreads)) throw refuse(50083);
  const needed = channel.thread === null ? P.SendMessages : P.SendMessagesInThreads;
  if (!can(permissions, needed)) throw refuse(50013);
  if (channel.type === ChannelType.DM) {
    const recipient = call.world.users.get(channel.recipients[0] ?? '');
    if (recipient === undefined || !recipient.acceptsDms || !sharesGuild(call.world, recipient.id))
      throw refuse(50007);
  }
  return channel;
};

const sharesGuild = (world: World, userId: string): boolean =>
  [...world.guilds.values()].some((guild) => guild.members.has(userId) && guild.members.has(me(world)));

/** A message in the channel, not an ephemeral one: those are reached by their interaction's token only (10008). */
export const messageFor = (call: Call, channel: Channel): StoredMessage => {
  const message = call.world.messages.find(channel.id, call.param('message'));
  if (message === undefined || message.visibleTo !== null) throw refuse(10008);
  return message;
};

/** The channel whose permissions count: a thread's parent. */
export const permissionsFor = (call: Call, channel: Channel): bigint =>
  call.world.permissionsIn(me(call.world), channel);

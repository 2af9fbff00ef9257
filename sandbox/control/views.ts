/** What the page is shown of the world, for one person. */
import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { can } from '../world/permissions.ts';
import type { Channel } from '../world/types.ts';
import { isForum, roleWire, userWire } from '../world/wire.ts';
import type { World } from '../world/world.ts';

const channelView = (world: World, userId: string) => (channel: Channel) => {
  const permissions = world.permissionsIn(userId, channel);
  return {
    id: channel.id,
    guildId: channel.guildId,
    parentId: channel.parentId,
    name: channel.name,
    topic: channel.topic,
    type: channel.type,
    forum: isForum(channel),
    thread: channel.thread !== null,
    archived: channel.thread?.archived ?? false,
    locked: channel.thread?.locked ?? false,
    writable: can(permissions, channel.thread === null ? P.SendMessages : P.SendMessagesInThreads),
  };
};

/** Everybody who can be played, and what this person sees: their servers, channels, direct messages, roles. */
export const worldView = (world: World, userId: string) => {
  const guilds = [...world.guilds.values()].filter((guild) => guild.members.has(userId));
  const mine = (channel: Channel) =>
    channel.type === ChannelType.DM
      ? channel.recipients.includes(userId)
      : can(world.permissionsIn(userId, channel), P.ViewChannel);
  return {
    bot: userWire(world.bot),
    users: [...world.users.values()]
      .filter((user) => !user.bot)
      .map((user) => ({ ...userWire(user), locale: user.locale })),
    guilds: guilds.map((guild) => ({
      id: guild.id,
      name: guild.name,
      /** Of the person who looks. */
      mine: [...(guild.members.get(userId)?.roles ?? [])],
      roles: [...guild.roles.values()].map(roleWire),
      members: [...guild.members.keys()].map((id) => userWire(world.user(id))),
    })),
    channels: [...world.channels.values()].filter(mine).map(channelView(world, userId)),
  };
};

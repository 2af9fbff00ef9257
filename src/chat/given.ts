import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type Channel,
  ChannelType,
  type ChatInputCommandInteraction,
  type Client,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type {
  ArgsOf,
  Asker,
  ChannelValue,
  Option,
  Options,
  PermissionName,
  RoleValue,
  Runnable,
} from './command.ts';
import { channelsForMessages } from './register.ts';

/** Whoever asks, by Discord's word on this very interaction. Their server is only asked for its role where that decides. */
export async function askerOf(
  interaction: BaseInteraction,
  moderatorRole: (guildId: string) => Promise<string | null>,
): Promise<Asker> {
  const roles = rolesOf(interaction);
  return {
    userId: interaction.user.id,
    guildId: interaction.guildId,
    channel:
      interaction.guildId === null
        ? { id: interaction.channelId ?? '', name: '', takesMessages: true, kind: 'direct', missing: [] }
        : channelValue(interaction.client, interaction.channel, interaction.channelId ?? ''),
    moderator:
      managesServer(interaction) ||
      (interaction.guildId !== null &&
        roles.length > 0 &&
        roles.includes((await moderatorRole(interaction.guildId)) ?? '')),
  };
}

const managesServer = ({ memberPermissions }: BaseInteraction): boolean =>
  memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;

function rolesOf({ member, guildId }: BaseInteraction): readonly string[] {
  if (!member) return [];
  const ids = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  // Everyone has the role that is called like the server.
  return ids.filter((id) => id !== guildId);
}

/** What was given for the options of a command. */
export const argumentsOf = (runnable: Runnable, interaction: ChatInputCommandInteraction): ArgsOf<Options> =>
  Object.fromEntries(
    Object.entries(runnable.options).map(([name, { type }]) => [name, argument(name, type, interaction)]),
  );

function argument(
  name: string,
  type: Option['type'],
  { options, client, guild }: ChatInputCommandInteraction,
) {
  switch (type) {
    case 'string':
      return options.getString(name) ?? undefined;
    case 'boolean':
      return options.getBoolean(name) ?? undefined;
    case 'integer':
      return options.getInteger(name) ?? undefined;
    case 'channel': {
      const channel = options.getChannel(name);
      return channel
        ? channelValue(client, client.channels.cache.get(channel.id) ?? null, channel.id)
        : undefined;
    }
    case 'role': {
      const role = options.getRole(name);
      const mentionsAnyone = guild?.members.me?.permissions.has(PermissionFlagsBits.MentionEveryone) ?? false;
      return role
        ? ({
            id: role.id,
            name: role.name,
            mentionable: role.mentionable || mentionsAnyone,
          } satisfies RoleValue)
        : undefined;
    }
    case 'attachment': {
      const file = options.getAttachment(name);
      return file ? { name: file.name, size: file.size, url: file.url } : undefined;
    }
  }
}

/** What the options of text hold while one of them is being typed. */
export const textsGiven = (runnable: Runnable, { options }: AutocompleteInteraction) =>
  Object.fromEntries(
    Object.entries(runnable.options).flatMap(([name, { type }]) => {
      const value = type === 'string' ? options.getString(name) : null;
      return value === null ? [] : [[name, value]];
    }),
  );

/** What a form was filled in with: texts as they are, chosen options joined by commas. */
export const fieldsOf = ({ fields }: ModalSubmitInteraction): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.fields.map((field) => [
      field.customId,
      'values' in field ? (field.values ?? []).join(',') : String(field.value ?? ''),
    ]),
  );

/** What we may do in a channel, by what the gateway told us of it; a channel we were not told of we cannot see. */
export function channelValue(client: Client, channel: Channel | null, id: string): ChannelValue {
  if (!channel) return { id, name: '', takesMessages: true, kind: 'other', missing: ['ViewChannel'] };
  const kind = kindOf(channel);
  if (channel.isDMBased()) return { id, name: '', takesMessages: true, kind, missing: [] };
  const mine = client.user && channel.permissionsFor(client.user);
  return {
    id,
    name: channel.name,
    takesMessages: channelsForMessages.some((type) => type === channel.type),
    kind,
    missing: neededToPost[kind].filter((permission) => !mine?.has(permissionBits[permission])),
  };
}

function kindOf(channel: Channel): ChannelValue['kind'] {
  if (channel.isThread()) return 'thread';
  if (channel.isDMBased()) return 'direct';
  if (channel.type === ChannelType.GuildForum) return 'forum';
  if (channel.type === ChannelType.GuildAnnouncement) return 'announcement';
  return channel.type === ChannelType.GuildText ? 'text' : 'other';
}

const inChannel = ['ViewChannel', 'SendMessages', 'ReadMessageHistory'] as const;

/** What posting an alert takes; threads have a permission of their own (docs, "Permissions for Threads"). */
const neededToPost: Readonly<Record<ChannelValue['kind'], readonly PermissionName[]>> = {
  text: inChannel,
  announcement: inChannel,
  other: inChannel,
  direct: [],
  thread: ['ViewChannel', 'SendMessagesInThreads', 'ReadMessageHistory'],
  // A post is opened, and what follows on its policy is written in it.
  forum: ['ViewChannel', 'CreatePosts', 'SendMessagesInThreads', 'ReadMessageHistory'],
};

/** Discord calls one and the same permission Send Messages in a channel and Create Posts in a forum. */
const permissionBits: Readonly<Record<PermissionName, bigint>> = {
  ViewChannel: PermissionFlagsBits.ViewChannel,
  SendMessages: PermissionFlagsBits.SendMessages,
  CreatePosts: PermissionFlagsBits.SendMessages,
  SendMessagesInThreads: PermissionFlagsBits.SendMessagesInThreads,
  ReadMessageHistory: PermissionFlagsBits.ReadMessageHistory,
};

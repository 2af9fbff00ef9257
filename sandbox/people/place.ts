/** Who acts, where, and with which of the bot's commands: what Discord's client lets a person do before the bot hears of it. */
import {
  type APIApplicationCommandPermission,
  type ApplicationCommandType,
  InteractionContextType,
  type LocaleString,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import { ALL_PERMISSIONS, can } from '../world/permissions.ts';
import type { Channel, Command, StoredMessage, User } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { NotOffered } from './refusal.ts';

/** Who acts and where. */
export interface Actor {
  /** A user's id. */
  readonly user: string;
  /** A channel's id. */
  readonly channel: string;
  /** The language of the person's client; their own when left out. */
  readonly locale?: LocaleString;
  /** Sends what a client would hold back: no permission, a stale component, an unknown id. */
  readonly forged?: boolean;
}

/** An actor whose ids stand for someone and somewhere. */
export interface Place {
  readonly user: User;
  readonly channel: Channel;
  readonly locale: LocaleString;
  readonly forged: boolean;
}

export const placeOf = (world: World, actor: Actor): Place => {
  const user = world.users.get(actor.user);
  if (user === undefined) throw new NotOffered(`there is no user ${actor.user}`);
  const channel = world.channels.get(actor.channel);
  if (channel === undefined) throw new NotOffered(`there is no channel ${actor.channel}`);
  const forged = actor.forged ?? false;
  if (!forged && !can(world.permissionsIn(user.id, channel), P.ViewChannel)) {
    throw new NotOffered(`${user.globalName} does not see this channel`);
  }
  return { user, channel, locale: actor.locale ?? user.locale, forged };
};

/** Whether a person is offered a command: where it may be used, and by whom. */
const mayUse = (world: World, { user, channel }: Place, command: Command): boolean => {
  const context = channel.guildId === null ? InteractionContextType.BotDM : InteractionContextType.Guild;
  const contexts =
    command.contexts ?? (command.dm_permission === false ? [InteractionContextType.Guild] : null);
  if (contexts !== null && !contexts.includes(context)) return false;
  if (channel.guildId === null) return true;
  const permissions = world.permissionsIn(user.id, channel);
  if (!can(permissions, P.UseApplicationCommands)) return false;
  if (permissions === ALL_PERMISSIONS) return true;
  const set = settingFor(
    world.commands.permissions(channel.guildId, command.id),
    user.id,
    world.guildOf(channel)?.members.get(user.id)?.roles ?? new Set(),
    channel.guildId,
  );
  if (set !== undefined) return set;
  const wanted = command.default_member_permissions;
  if (wanted == null) return true;
  // "0" is for administrators alone.
  return wanted !== '0' && can(permissions, BigInt(wanted));
};

/** What Integrations say: of the member first, then of any of their roles, where a permission wins, then of everyone. */
const settingFor = (
  set: readonly APIApplicationCommandPermission[],
  userId: string,
  roles: ReadonlySet<string>,
  everyone: string,
): boolean | undefined => {
  const own = set.find(({ id }) => id === userId);
  if (own !== undefined) return own.permission;
  const ofRoles = set.filter(({ id }) => roles.has(id));
  if (ofRoles.length > 0) return ofRoles.some(({ permission }) => permission);
  return set.find(({ id }) => id === everyone)?.permission;
};

export const offeredAt = (world: World, place: Place): Command[] =>
  world.commands.offeredIn(place.channel.guildId).filter((command) => mayUse(world, place, command));

export const commandAt = (
  world: World,
  place: Place,
  name: string,
  type: ApplicationCommandType,
): Command => {
  const known = world.commands.offeredIn(place.channel.guildId);
  const command = known.find((one) => one.name === name && one.type === type);
  if (command === undefined) throw new NotOffered(`there is no command ${name}`);
  if (!place.forged && !mayUse(world, place, command)) {
    throw new NotOffered(`${place.user.globalName} is not offered ${name} here`);
  }
  return command;
};

/** A message this person sees: ephemeral ones are for one person only. */
export const messageAt = (world: World, place: Place, id: string): StoredMessage => {
  const message = world.messages.find(place.channel.id, id);
  if (message === undefined || (message.visibleTo !== null && message.visibleTo !== place.user.id)) {
    throw new NotOffered(`${place.user.globalName} sees no message ${id} here`);
  }
  return message;
};

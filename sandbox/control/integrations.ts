/** Server Settings → Integrations: which commands whom a server's managers let use. */
import { ApplicationCommandType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { NotOffered } from '../people/refusal.ts';
import { basePermissions, can } from '../world/permissions.ts';
import type { Guild } from '../world/types.ts';
import type { World } from '../world/world.ts';

export interface CommandPermission {
  /** Who sets it. */
  readonly user: string;
  readonly guild: string;
  /** Its name. */
  readonly command: string;
  /** A role or a member. */
  readonly target: string;
  /** As the command's default has it where it is left out. */
  readonly allowed?: boolean | null;
}

/** The server, where this person manages it: that takes Manage Server and Manage Roles, as in Discord. */
const managedBy = (world: World, userId: string, guildId: string): Guild | undefined => {
  const guild = world.guilds.get(guildId);
  const manages = guild !== undefined && can(basePermissions(guild, userId), P.ManageGuild | P.ManageRoles);
  return manages ? guild : undefined;
};

/** The commands that are not for everyone, and whom each is allowed or denied; nothing for those who may not set it. */
export const integrationsView = (world: World, userId: string, guildId: string) => {
  const guild = managedBy(world, userId, guildId);
  if (guild === undefined) return [];
  return world.commands
    .offeredIn(guild.id)
    .filter((command) => command.type === ApplicationCommandType.ChatInput)
    .filter((command) => command.default_member_permissions != null)
    .map((command) => ({ ...command, permissions: world.commands.permissions(guild.id, command.id) }));
};

export const permitCommand = (world: World, asked: CommandPermission): void => {
  const guild = managedBy(world, asked.user, asked.guild);
  if (guild === undefined) throw new NotOffered('only who manages the server and its roles sets this');
  const command = world.commands.offeredIn(guild.id).find(({ name }) => name === asked.command);
  if (command === undefined) throw new NotOffered(`there is no command ${asked.command}`);
  if (!guild.roles.has(asked.target) && !guild.members.has(asked.target))
    throw new NotOffered(`${asked.target} is no role and no member`);
  world.commands.permit(guild.id, command.id, asked.target, asked.allowed ?? null);
};

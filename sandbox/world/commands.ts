import {
  type APIApplicationCommandOption,
  type APIApplicationCommandPermission,
  ApplicationCommandPermissionType,
  ApplicationCommandType,
  GatewayDispatchEvents,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Command } from './types.ts';
import type { World } from './world.ts';

/** A command body that has passed validation. */
export type CommandBody = RESTPostAPIApplicationCommandsJSONBody & { readonly id?: string };

/** The commands a bot has registered: everywhere (`null`) or in one server. */
export class CommandRegistry {
  readonly #world: World;
  readonly #scopes = new Map<string | null, Map<string, Command>>();
  /** By server and command: what its moderators set in Server Settings → Integrations. */
  readonly #permissions = new Map<string, Map<string, APIApplicationCommandPermission[]>>();

  constructor(world: World) {
    this.#world = world;
  }

  in(guildId: string | null): Command[] {
    return [...(this.#scopes.get(guildId)?.values() ?? [])];
  }

  /** What a person is offered in this server, or in direct messages. */
  offeredIn(guildId: string | null): Command[] {
    return [...this.in(null), ...(guildId === null ? [] : this.in(guildId))];
  }

  find(guildId: string | null, id: string): Command | undefined {
    return this.#scopes.get(guildId)?.get(id);
  }

  named(guildId: string | null, name: string, type: ApplicationCommandType): Command | undefined {
    return this.in(guildId).find((command) => command.name === name && command.type === type);
  }

  /** Creates, or replaces the one of the same name and type, which keeps its id. */
  put(guildId: string | null, body: CommandBody): { readonly command: Command; readonly created: boolean } {
    const type = body.type ?? ApplicationCommandType.ChatInput;
    const known = this.named(guildId, body.name, type);
    const command = this.#made(guildId, body, known?.id ?? this.#world.nextId());
    const scope = this.#scopes.get(guildId) ?? new Map<string, Command>();
    this.#scopes.set(guildId, scope.set(command.id, command));
    this.#changed(guildId);
    return { command, created: known === undefined };
  }

  /** Makes these the only commands of the scope. */
  overwrite(guildId: string | null, bodies: readonly CommandBody[]): Command[] {
    const known = this.in(guildId);
    const next = bodies.map((body) => {
      const type = body.type ?? ApplicationCommandType.ChatInput;
      const same = known.find((one) => one.id === body.id || (one.name === body.name && one.type === type));
      return this.#made(guildId, body, same?.id ?? this.#world.nextId());
    });
    this.#scopes.set(guildId, new Map(next.map((command) => [command.id, command])));
    this.#changed(guildId);
    return next;
  }

  patch(guildId: string | null, command: Command, body: Partial<CommandBody>): Command {
    const next = this.#made(guildId, { ...command, ...body } as CommandBody, command.id);
    this.#scopes.get(guildId)?.set(command.id, next);
    this.#changed(guildId);
    return next;
  }

  remove(guildId: string | null, id: string): void {
    this.#scopes.get(guildId)?.delete(id);
    this.#changed(guildId);
  }

  /** Who may use a command in a server, beside or against its default; empty where nothing was set. */
  permissions(guildId: string, commandId: string): readonly APIApplicationCommandPermission[] {
    return this.#permissions.get(guildId)?.get(commandId) ?? [];
  }

  /** All commands of which something was set in a server. */
  permissionsIn(guildId: string): ReadonlyMap<string, readonly APIApplicationCommandPermission[]> {
    return this.#permissions.get(guildId) ?? new Map();
  }

  /** Allows or denies a command to a role or a member of a server; null: as its default has it. */
  permit(guildId: string, commandId: string, targetId: string, allowed: boolean | null): void {
    const type = this.#world.guilds.get(guildId)?.roles.has(targetId)
      ? ApplicationCommandPermissionType.Role
      : ApplicationCommandPermissionType.User;
    const others = this.permissions(guildId, commandId).filter(({ id }) => id !== targetId);
    const permissions = allowed === null ? others : [...others, { id: targetId, type, permission: allowed }];
    const ofGuild = this.#permissions.get(guildId) ?? new Map<string, APIApplicationCommandPermission[]>();
    this.#permissions.set(guildId, ofGuild.set(commandId, permissions));
    this.#world.publish({
      t: GatewayDispatchEvents.ApplicationCommandPermissionsUpdate,
      d: { id: commandId, application_id: this.#world.botId, guild_id: guildId, permissions },
      guildId,
      channelId: null,
    });
    this.#changed(guildId);
  }

  #changed(guildId: string | null): void {
    this.#world.publish({ t: 'SANDBOX_COMMANDS_CHANGED', d: {}, guildId, channelId: null });
  }

  #made(guildId: string | null, body: CommandBody, id: string): Command {
    const type = body.type ?? ApplicationCommandType.ChatInput;
    return {
      id,
      application_id: this.#world.botId,
      version: this.#world.nextId(),
      type,
      name: body.name,
      name_localizations: localisations(body.name_localizations),
      description: ('description' in body ? body.description : '') ?? '',
      description_localizations: localisations(
        'description_localizations' in body ? body.description_localizations : null,
      ),
      ...('options' in body &&
        body.options != null && { options: body.options as APIApplicationCommandOption[] }),
      default_member_permissions:
        body.default_member_permissions == null ? null : String(body.default_member_permissions),
      ...(guildId === null && { dm_permission: body.dm_permission ?? true, contexts: body.contexts ?? null }),
      ...(guildId !== null && { guild_id: guildId }),
      integration_types: body.integration_types ?? [0],
      nsfw: body.nsfw ?? false,
    };
  }
}

const localisations = (map: object | null | undefined): LocalizationMap | null => map ?? null;

/** Registration of commands, everywhere and in one server (docs: interactions/application-commands). */
import { ApplicationCommandType } from 'discord-api-types/v10';
import { acceptCommand, acceptCommandPatch, acceptCommands, checkCounts } from '../../validate/commands.ts';
import type { Command } from '../../world/types.ts';
import { guildFor } from '../access.ts';
import { refuse } from '../refusal.ts';
import { type Call, json, noContent, type Route } from '../router.ts';

/** The scope a path names: `null` for everywhere. Another application's commands are not ours to touch (20012). */
const scopeOf = (call: Call): string | null => {
  if (call.param('application') !== call.world.botId) throw refuse(20012);
  return call.param('guild') === '' ? null : guildFor(call).id;
};

const commandFor = (call: Call, scope: string | null): Command => {
  const command = call.world.commands.find(scope, call.param('command'));
  if (command === undefined) throw refuse(10063);
  return command;
};

/** Lists leave localisations out unless they are asked for. */
const listed = (call: Call) => (command: Command) => {
  if (call.query.get('with_localizations') === 'true') return command;
  const { name_localizations: _, description_localizations: __, ...rest } = command;
  return rest;
};

const routesUnder = (base: string): Route[] => [
  {
    method: 'GET',
    path: base,
    answer: (call) => json(call.world.commands.in(scopeOf(call)).map(listed(call))),
  },
  {
    method: 'PUT',
    path: base,
    limit: { requests: 10, perMs: 20_000 },
    answer: (call) => {
      const scope = scopeOf(call);
      return json(call.world.commands.overwrite(scope, acceptCommands(call.body)));
    },
  },
  {
    method: 'POST',
    path: base,
    limit: { requests: 10, perMs: 20_000 },
    answer: (call) => {
      const scope = scopeOf(call);
      const body = acceptCommand(call.body);
      const others = call.world.commands.in(scope).filter((one) => !same(one, body));
      checkCounts([...others, body]);
      const { command, created } = call.world.commands.put(scope, body);
      return json(command, created ? 201 : 200);
    },
  },
  {
    method: 'GET',
    path: `${base}/:command`,
    answer: (call) => json(commandFor(call, scopeOf(call))),
  },
  {
    method: 'PATCH',
    path: `${base}/:command`,
    answer: (call) => {
      const scope = scopeOf(call);
      const command = commandFor(call, scope);
      return json(call.world.commands.patch(scope, command, acceptCommandPatch(command, call.body)));
    },
  },
  {
    method: 'DELETE',
    path: `${base}/:command`,
    answer: (call) => {
      const scope = scopeOf(call);
      call.world.commands.remove(scope, commandFor(call, scope).id);
      return noContent;
    },
  },
];

const permissionsWire = (call: Call, id: string) => ({
  id,
  application_id: call.world.botId,
  guild_id: guildFor(call).id,
  permissions: call.world.commands.permissions(guildFor(call).id, id),
});

const GUILD_COMMANDS = '/applications/:application/guilds/:guild/commands';

/** Reading alone: who may use a command is set by people, never with a bot's token. */
const permissionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${GUILD_COMMANDS}/permissions`,
    answer: (call) => {
      scopeOf(call);
      const set = call.world.commands.permissionsIn(guildFor(call).id);
      return json([...set.keys()].map((id) => permissionsWire(call, id)));
    },
  },
  {
    method: 'GET',
    path: `${GUILD_COMMANDS}/:command/permissions`,
    answer: (call) => {
      const id = call.param('command');
      scopeOf(call);
      // Discord has no answer for a command of which nothing was set.
      if (!call.world.commands.permissionsIn(guildFor(call).id).has(id)) throw refuse(10066);
      return json(permissionsWire(call, id));
    },
  },
];

const same = (
  one: Command,
  body: { readonly name: string; readonly type?: ApplicationCommandType | undefined },
): boolean => one.name === body.name && one.type === (body.type ?? ApplicationCommandType.ChatInput);

export const commandRoutes: readonly Route[] = [
  ...routesUnder('/applications/:application/commands'),
  // Before the command of an id, which `permissions` is not.
  ...permissionRoutes,
  ...routesUnder(GUILD_COMMANDS),
];

/** What tests, and those who manage a server, do to the world. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Sandbox } from '../index.ts';
import { NotOffered } from '../people/refusal.ts';
import type { FaultRequest } from '../rest/faults.ts';
import { flag, integer, list, object, oneOf, optional, required, snowflake, text } from '../validate/form.ts';
import { type CommandPermission, permitCommand } from './integrations.ts';
import { type ControlRoute, take } from './shape.ts';

const channelOf = (sandbox: Sandbox, id: string) => {
  const channel = sandbox.world.channels.get(id);
  if (channel === undefined) throw new NotOffered(`there is no channel ${id}`);
  return channel;
};

const bits = (names: readonly string[] = []): bigint => {
  const known: Readonly<Record<string, bigint>> = PermissionFlagsBits;
  return names.reduce((sum, name) => {
    const bit = Object.hasOwn(known, name) ? known[name] : undefined;
    if (bit === undefined) throw new NotOffered(`there is no permission ${name}`);
    return sum | bit;
  }, 0n);
};

interface GatewayOrder {
  readonly action: 'drop' | 'reconnect' | 'invalidate' | 'ignoreHeartbeats' | 'close';
  readonly resumable?: boolean;
  readonly times?: number;
  readonly code?: number;
}

const orderGateway = ({ gateway }: Sandbox, order: GatewayOrder): void => {
  const orders: Record<GatewayOrder['action'], () => void> = {
    drop: () => gateway.drop(),
    reconnect: () => gateway.askReconnect(),
    invalidate: () => gateway.invalidate(order.resumable ?? false),
    ignoreHeartbeats: () => gateway.ignoreHeartbeats(order.times),
    close: () => gateway.closeAll(order.code ?? 1001),
  };
  orders[order.action]();
};

export const orders: Readonly<Record<string, ControlRoute>> = {
  /** Server Settings → Integrations: by whom a command may be used. */
  'command-permission': ({ world }, body) => {
    const asked = take<CommandPermission>(body, {
      user: required(snowflake),
      guild: required(snowflake),
      command: required(text(32, 1)),
      target: required(snowflake),
      allowed: optional(flag),
    });
    permitCommand(world, asked);
  },
  /** Archives or locks a thread, as its moderators do. */
  thread: (sandbox, body) => {
    const {
      channel: id,
      archived,
      locked,
    } = take<{ channel: string; archived?: boolean; locked?: boolean }>(body, {
      channel: required(snowflake),
      archived: optional(flag),
      locked: optional(flag),
    });
    const channel = channelOf(sandbox, id);
    if (channel.thread === null) throw new NotOffered(`${id} is no thread`);
    channel.thread.archived = archived ?? channel.thread.archived;
    channel.thread.locked = locked ?? channel.thread.locked;
    sandbox.world.channelChanged(channel);
  },
  /** Gives a member a role, or takes it. */
  'member-role': ({ world }, body) => {
    const asked = take<{ guild: string; user: string; role: string; has: boolean }>(body, {
      guild: required(snowflake),
      user: required(snowflake),
      role: required(snowflake),
      has: required(flag),
    });
    const guild = world.guilds.get(asked.guild);
    const member = guild?.members.get(asked.user);
    if (member === undefined || !guild?.roles.has(asked.role)) throw new NotOffered('no such member or role');
    if (asked.has) member.roles.add(asked.role);
    else member.roles.delete(asked.role);
  },
  faults: ({ rest }, body) =>
    rest.faults.add(
      take<FaultRequest>(body, {
        method: optional(oneOf('GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
        path: optional(text(500)),
        when: required(oneOf('before', 'after')),
        action: required(object({ kind: required(oneOf('status', 'limited', 'reset', 'hang')) })),
        times: optional(integer(1)),
        skip: optional(integer(0)),
      }),
    ),
  'clear-faults': ({ rest }) => rest.faults.clear(),
  gateway: (sandbox, body) =>
    orderGateway(
      sandbox,
      take<GatewayOrder>(body, {
        action: required(oneOf('drop', 'reconnect', 'invalidate', 'ignoreHeartbeats', 'close')),
        resumable: optional(flag),
        times: optional(integer(1)),
        code: optional(integer(1000, 4999)),
      }),
    ),
  /** Revokes the bot's token (null), or sets another. */
  token: (sandbox, body) =>
    sandbox.setToken(take<{ token?: string | null }>(body, { token: optional(text(200, 1)) }).token ?? null),
  permissions: (sandbox, body) => {
    const { channel, target, allow, deny } = take<{
      channel: string;
      target: string;
      allow?: string[];
      deny?: string[];
    }>(body, {
      channel: required(snowflake),
      target: required(snowflake),
      allow: optional(list(text(40), 60)),
      deny: optional(list(text(40), 60)),
    });
    sandbox.world.overwrite(channelOf(sandbox, channel), target, bits(allow), bits(deny));
  },
  'delete-channel': (sandbox, body) => {
    const { channel } = take<{ channel: string }>(body, { channel: required(snowflake) });
    sandbox.world.deleteChannel(channelOf(sandbox, channel));
  },
  /** Adds text channels to a server, for fan-outs. */
  channels: ({ world }, body) => {
    const { guild, count } = take<{ guild: string; count?: number }>(body, {
      guild: required(snowflake),
      count: optional(integer(1, 500)),
    });
    if (!world.guilds.has(guild)) throw new NotOffered(`there is no server ${guild}`);
    const made = Array.from({ length: count ?? 1 }, (_, n) =>
      world.addChannel({ guildId: guild, name: `频道-${n + 1}` }),
    );
    return { channels: made.map((channel) => channel.id) };
  },
};

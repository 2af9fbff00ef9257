/** The control surface over HTTP: what people do, and what tests do to the world. Each mirrors a method of the sandbox. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Sandbox } from '../index.ts';
import type { ModalValues } from '../people/modal.ts';
import type {
  Completion,
  ForgedModal,
  Invocation,
  MessageAction,
  Press,
  Selection,
} from '../people/people.ts';
import type { Actor } from '../people/place.ts';
import { NotOffered } from '../people/refusal.ts';
import type { Site } from '../publisher/samples.ts';
import { MAX_FILE_BYTES } from '../rest/body.ts';
import type { FaultRequest } from '../rest/faults.ts';
import {
  accept,
  type Check,
  flag,
  integer,
  list,
  object,
  oneOf,
  optional,
  required,
  snowflake,
  text,
} from '../validate/form.ts';
import { type CommandPermission, integrationsView, permitCommand } from './integrations.ts';
import { worldView } from './views.ts';

type Values = Readonly<Record<string, string>>;
export type ControlRoute = (sandbox: Sandbox, body: unknown, query: Values) => unknown;

const actor = {
  user: required(snowflake),
  channel: required(snowflake),
  locale: optional(text(10)),
  forged: optional(flag),
};
const onMessage = { ...actor, message: required(snowflake) };
const take = <T>(body: unknown, shape: Readonly<Record<string, Check>>): T => accept<T>(body, object(shape));

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

interface OwnEntry {
  readonly title: string;
  readonly body?: string;
  readonly site?: Site;
  readonly docNumber?: string;
  readonly issuer?: string;
}

const publish: ControlRoute = ({ publisher }, body) => {
  const { sample } = take<{ sample?: string }>(body, { sample: optional(text(20)) });
  if (sample !== undefined) {
    const entry = publisher.publishSample(sample);
    if (entry === undefined) throw new NotOffered(`there is no sample ${sample}`);
    return entry;
  }
  const own = take<OwnEntry>(body, {
    title: required(text(2_000, 1)),
    body: optional(text(20_000)),
    site: optional(oneOf('list', 'rss')),
    docNumber: optional(text(100)),
    issuer: optional(text(200)),
  });
  const paragraphs = (own.body ?? '').split('\n').filter((line) => line.trim() !== '');
  return publisher.publish({
    site: own.site ?? 'list',
    title: own.title,
    issuer: own.issuer || '样例发布者',
    ...(own.docNumber && { docNumber: own.docNumber }),
    paragraphs,
  });
};

/** Reading. */
export const GETS: Readonly<Record<string, ControlRoute>> = {
  health: ({ gateway, rest }) => ({ connected: gateway.connected, unknownRoutes: rest.unknownRoutes }),
  world: ({ world }, _, { user = '' }) => worldView(world, user),
  commands: ({ people }, _, { user = '', channel = '' }) => people.offered({ user, channel }),
  messages: ({ world }, _, { user, channel = '' }) =>
    world.messages.in(channel, user).map(({ wire, pings }) => ({ ...wire, pings })),
  requests: ({ rest }) => rest.log,
  published: ({ publisher }) => publisher.entries,
  integrations: (sandbox, _, { user = '', guild = '' }) => integrationsView(sandbox.world, user, guild),
};

/** Doing. */
export const POSTS: Readonly<Record<string, ControlRoute>> = {
  invoke: ({ people }, body) =>
    people.invoke(
      take<Invocation>(body, { ...actor, command: required(text(100, 1)), options: optional(object({})) }),
    ),
  autocomplete: ({ people }, body) =>
    people.autocomplete(
      take<Completion>(body, {
        ...actor,
        command: required(text(100, 1)),
        options: optional(object({})),
        focused: required(text(32, 1)),
      }),
    ),
  'message-command': ({ people }, body) =>
    people.runMessageCommand(
      take<MessageAction & { command: string }>(body, { ...onMessage, command: required(text(32, 1)) }),
    ),
  press: ({ people }, body) =>
    people.press(take<Press>(body, { ...onMessage, customId: required(text(100, 1)) })),
  select: ({ people }, body) =>
    people.select(
      take<Selection>(body, {
        ...onMessage,
        customId: required(text(100, 1)),
        values: required(list(text(100), 25)),
      }),
    ),
  modal: ({ people }, body) => {
    const { exchange, values } = take<{ exchange: string; values: ModalValues }>(body, {
      exchange: required(snowflake),
      values: required(object({})),
    });
    return people.submitModal(exchange, values);
  },
  'forge-modal': ({ people }, body) =>
    people.forgeModal(
      take<ForgedModal>(body, {
        ...actor,
        customId: required(text(100, 1)),
        values: required(object({})),
        message: optional(snowflake),
      }),
    ),
  /** A file for an option of a command; the answer's `id` is the option's value. */
  'choose-file': ({ people }, body) => {
    const { name, base64 } = take<{ name: string; base64: string }>(body, {
      name: required(text(260, 1)),
      base64: required(text(14 * 1024 * 1024)),
    });
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length > MAX_FILE_BYTES) throw new NotOffered('a file has at most 10 MiB');
    return { id: people.chooseFile(name, bytes) };
  },
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
  say: ({ people }, body) => {
    const { content, ...who } = take<Actor & { content: string }>(body, {
      ...actor,
      content: required(text(2_000, 1)),
    });
    return people.say(who, content);
  },
  'direct-messages': ({ world }, body) => {
    const { user } = take<{ user: string }>(body, { user: required(snowflake) });
    return { channel: world.dmWith(user).id };
  },
  publish,
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

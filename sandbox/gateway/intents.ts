/** Which events reach which session (docs: events/gateway#gateway-intents). */
import {
  ApplicationFlags,
  GatewayIntentBits as B,
  GatewayDispatchEvents as E,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { APPLICATION_FLAGS } from '../rest/routes/identity.ts';
import type { WorldEvent } from '../world/types.ts';
import type { World } from '../world/world.ts';

const ALL_INTENTS = Object.values(B).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

const PRIVILEGED: readonly (readonly [B, ApplicationFlags])[] = [
  [B.GuildPresences, ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  [B.GuildMembers, ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited],
  [B.MessageContent, ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited],
];

/** Bits that are no intents (4013). */
export const validIntents = (intents: unknown): intents is number =>
  typeof intents === 'number' && Number.isInteger(intents) && intents >= 0 && (intents & ~ALL_INTENTS) === 0;

/** Privileged intents that the application was not granted (4014). */
export const disallowedIntents = (intents: number): boolean =>
  PRIVILEGED.some(([bit, grant]) => (intents & bit) !== 0 && (APPLICATION_FLAGS & grant) === 0);

const needed = (event: WorldEvent): number => {
  if (event.t.startsWith('MESSAGE_')) return event.guildId === null ? B.DirectMessages : B.GuildMessages;
  // Channels of direct messages are announced with the first message, not by an intent of servers.
  return event.guildId === null ? B.DirectMessages : B.Guilds;
};

const visible = (world: World, event: WorldEvent): boolean => {
  if (event.onlyFor !== undefined || event.t === 'SANDBOX_COMMANDS_CHANGED') return false;
  if (event.guildId === null || event.t === E.GuildDelete) return true;
  if (!world.guilds.get(event.guildId)?.members.has(world.botId)) return false;
  const channel = event.channelId === null ? undefined : world.channels.get(event.channelId);
  if (channel === undefined || event.t.startsWith('CHANNEL_')) return true;
  return (world.permissionsIn(world.botId, channel) & PermissionFlagsBits.ViewChannel) !== 0n;
};

/** Without the message content intent, other people's words in servers arrive empty unless they name the bot. */
const withheld = (world: World, event: WorldEvent, intents: number): object => {
  if (!event.t.startsWith('MESSAGE_') || event.guildId === null || (intents & B.MessageContent) !== 0)
    return event.d;
  const message = event.d as { author?: { id: string }; mentions?: { id: string }[] };
  const open =
    message.author?.id === world.botId || message.mentions?.some((user) => user.id === world.botId);
  if (open || message.author === undefined) return event.d;
  return { ...event.d, content: '', embeds: [], attachments: [], components: [] };
};

/** What a session with these intents is told of an event; nothing where it is not told. */
export const seenWith = (world: World, event: WorldEvent, intents: number): object | undefined => {
  // Interactions need no intent, and come from channels the bot does not see as well.
  if (event.t === E.InteractionCreate) return event.d;
  if ((intents & needed(event)) === 0) return undefined;
  return visible(world, event) ? withheld(world, event, intents) : undefined;
};

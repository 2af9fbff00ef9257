/** INTERACTION_CREATE as the gateway sends it (docs: interactions/receiving-and-responding#interaction-object). */
import { ChannelType, InteractionContextType } from 'discord-api-types/v10';
import type { Interaction } from '../world/interactions.ts';
import { channelWire, memberWire, userWire } from '../world/wire.ts';
import type { World } from '../world/world.ts';
import type { Place } from './place.ts';

const TEN_MEGABYTES = 10 * 1024 * 1024;

export const payloadOf = (
  world: World,
  { user, channel, locale }: Place,
  interaction: Interaction,
  data: object,
): object => {
  const guild = world.guildOf(channel);
  const permissions = world.permissionsIn(user.id, channel).toString();
  const member = guild?.members.get(user.id);
  const asker =
    guild === undefined
      ? { user: userWire(user) }
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
          member: { ...(member !== undefined && memberWire(member)), user: userWire(user), permissions },
        };
  return {
    id: interaction.id,
    application_id: world.botId,
    type: interaction.type,
    data,
    token: interaction.token,
    version: 1,
    channel_id: channel.id,
    channel: { ...channelWire(channel, world.users), permissions },
    ...asker,
    ...(interaction.source !== null && { message: interaction.source.wire }),
    app_permissions: world.permissionsIn(world.botId, channel).toString(),
    locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: guild === undefined ? { 1: user.id } : { 0: guild.id },
    context: channel.type === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.Guild,
    attachment_size_limit: TEN_MEGABYTES,
  };
};

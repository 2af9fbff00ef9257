/** The shapes in which REST and the gateway show the world (docs: resources/*). */
import {
  type APIUser,
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildSystemChannelFlags,
  GuildVerificationLevel,
  PermissionFlagsBits,
  type UserFlags,
} from 'discord-api-types/v10';
import type { Channel, Guild, Member, Role, User } from './types.ts';

export const isThread = (channel: Channel): boolean => channel.thread !== null;
export const isForum = (channel: Channel): boolean =>
  channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia;

const NO_USER_FLAGS = 0 as UserFlags;

export const userWire = (user: User): APIUser => ({
  id: user.id,
  username: user.username,
  global_name: user.globalName,
  discriminator: user.bot ? '0001' : '0',
  avatar: null,
  bot: user.bot,
  system: false,
  public_flags: NO_USER_FLAGS,
  flags: NO_USER_FLAGS,
  primary_guild: null,
  avatar_decoration_data: null,
  collectibles: null,
  banner: null,
  accent_color: null,
});

export const roleWire = (role: Role) => ({
  id: role.id,
  name: role.name,
  permissions: role.permissions.toString(),
  position: role.position,
  color: role.color,
  colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  mentionable: role.mentionable,
  managed: role.managed,
  flags: 0,
});

/** Without `user`, as inside an interaction's resolved members and a message event. */
export const memberWire = (member: Member) => ({
  roles: [...member.roles],
  joined_at: member.joinedAt,
  nick: null,
  avatar: null,
  banner: null,
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
});

const threadWire = (channel: Channel, thread: NonNullable<Channel['thread']>) => ({
  id: channel.id,
  type: channel.type,
  guild_id: channel.guildId,
  name: channel.name,
  parent_id: channel.parentId,
  owner_id: thread.ownerId,
  last_message_id: channel.lastMessageId,
  rate_limit_per_user: 0,
  message_count: thread.messageCount,
  total_message_sent: thread.messageCount,
  member_count: thread.members.size,
  flags: 0,
  applied_tags: [...thread.appliedTags],
  thread_metadata: {
    archived: thread.archived,
    locked: thread.locked,
    auto_archive_duration: thread.autoArchiveMinutes,
    archive_timestamp: thread.archivedAt,
    create_timestamp: thread.createdAt,
  },
});

export const channelWire = (channel: Channel, users: ReadonlyMap<string, User>): object => {
  if (channel.thread !== null) return threadWire(channel, channel.thread);
  if (channel.guildId === null) {
    const recipients = channel.recipients.flatMap((id) => users.get(id) ?? []);
    return {
      id: channel.id,
      type: channel.type,
      last_message_id: channel.lastMessageId,
      recipients: recipients.map(userWire),
      flags: 0,
    };
  }
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    topic: channel.topic,
    parent_id: channel.parentId,
    position: channel.position,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: channel.lastMessageId,
    flags: channel.requiresTag ? 1 << 4 : 0,
    permission_overwrites: channel.overwrites.map((overwrite) => ({
      id: overwrite.id,
      type: overwrite.type,
      allow: overwrite.allow.toString(),
      deny: overwrite.deny.toString(),
    })),
    ...(isForum(channel) && {
      available_tags: channel.tags.map((tag) => ({
        ...tag,
        moderated: false,
        emoji_id: null,
        emoji_name: null,
      })),
      default_reaction_emoji: null,
      default_sort_order: null,
      default_forum_layout: 0,
    }),
  };
};

export const guildWire = (guild: Guild) => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  owner_id: guild.ownerId,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: GuildSystemChannelFlags.SuppressJoinNotifications,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  application_id: null,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: GuildVerificationLevel.None,
  default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
  explicit_content_filter: GuildExplicitContentFilter.Disabled,
  mfa_level: GuildMFALevel.None,
  nsfw_level: GuildNSFWLevel.Default,
  nsfw: false,
  premium_tier: GuildPremiumTier.None,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  preferred_locale: guild.locale,
  features: ['COMMUNITY', 'NEWS'],
  roles: [...guild.roles.values()].map(roleWire),
  emojis: [],
  stickers: [],
  vanity_url_code: null,
  max_members: 500_000,
  max_video_channel_users: 25,
  max_stage_video_channel_users: 50,
  hub_type: null,
  incidents_data: null,
});

/** A role's permissions by name, for seeds and controls: `permissionBits('ManageGuild', 'ViewChannel')`. */
export const permissionBits = (...names: (keyof typeof PermissionFlagsBits)[]): bigint =>
  names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);

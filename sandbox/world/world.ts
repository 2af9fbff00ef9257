import { ChannelType, GatewayDispatchEvents, OverwriteType } from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import { CommandRegistry } from './commands.ts';
import { FileStore } from './files.ts';
import { InteractionLog } from './interactions.ts';
import { MessageLog } from './messages.ts';
import { channelPermissions } from './permissions.ts';
import { snowflakeAt, snowflakes } from './snowflake.ts';
import type { Channel, Guild, Member, Role, User, WorldEvent } from './types.ts';
import { channelWire, guildWire, memberWire, userWire } from './wire.ts';

type Listener = (event: WorldEvent) => void;

/** Everything the stand-in knows: people, servers, channels, messages, commands, interactions. Holds no connection. */
export class World {
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly files: FileStore;
  readonly messages: MessageLog;
  readonly commands: CommandRegistry;
  readonly interactions: InteractionLog;
  readonly nextId: () => string;
  readonly clock: Clock;
  /** The application and its bot user share one id, as they do for every application made since 2016. */
  readonly botId: string;
  /** What the bot must present; null once it was revoked. */
  token: string | null;
  /** Where files are served from, `http://127.0.0.1:PORT`; known once the server listens. */
  origin = '';
  readonly #listeners = new Set<Listener>();

  constructor(clock: Clock, botId: string, token: string) {
    this.clock = clock;
    this.botId = botId;
    this.token = token;
    this.nextId = snowflakes(() => clock.now());
    this.files = new FileStore(this);
    this.messages = new MessageLog(this);
    this.commands = new CommandRegistry(this);
    this.interactions = new InteractionLog(this);
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  isoNow(): string {
    return new Date(this.clock.now()).toISOString().replace('Z', '000+00:00');
  }

  user(id: string): User {
    const user = this.users.get(id);
    if (user === undefined) throw new RangeError(`the sandbox knows no user ${id}`);
    return user;
  }

  get bot(): User {
    return this.user(this.botId);
  }

  guildOf(channel: Channel): Guild | undefined {
    return channel.guildId === null ? undefined : this.guilds.get(channel.guildId);
  }

  channelsOf(guildId: string): Channel[] {
    return [...this.channels.values()].filter((channel) => channel.guildId === guildId);
  }

  /** What this person may do here. In a direct message: everything that is not a server's, for its two sides. */
  permissionsIn(userId: string, channel: Channel): bigint {
    const guild = this.guildOf(channel);
    if (guild === undefined)
      return channel.recipients.includes(userId) || userId === this.botId ? DM_PERMISSIONS : 0n;
    if (channel.thread === null) return channelPermissions(guild, userId, channel);
    const parent = this.channels.get(channel.parentId ?? '');
    return parent === undefined ? 0n : channelPermissions(guild, userId, parent, true);
  }

  addUser(user: Partial<User> & Pick<User, 'username'>): User {
    const made: User = {
      id: user.id ?? this.nextId(),
      username: user.username,
      globalName: user.globalName ?? user.username,
      bot: user.bot ?? false,
      locale: user.locale ?? 'zh-CN',
      acceptsDms: user.acceptsDms ?? true,
    };
    this.users.set(made.id, made);
    return made;
  }

  addGuild(guild: Partial<Pick<Guild, 'id' | 'ownerId' | 'locale'>> & Pick<Guild, 'name'>): Guild {
    const id = guild.id ?? this.nextId();
    const made: Guild = {
      id,
      name: guild.name,
      ownerId: guild.ownerId ?? this.nextId(),
      locale: guild.locale ?? 'zh-CN',
      roles: new Map(),
      members: new Map(),
    };
    this.guilds.set(id, made);
    return made;
  }

  addRole(guild: Guild, role: Partial<Role> & Pick<Role, 'name'>): Role {
    const made: Role = {
      id: role.id ?? this.nextId(),
      name: role.name,
      permissions: role.permissions ?? 0n,
      position: role.position ?? guild.roles.size,
      color: role.color ?? 0,
      mentionable: role.mentionable ?? false,
      managed: role.managed ?? false,
    };
    guild.roles.set(made.id, made);
    return made;
  }

  addMember(guild: Guild, userId: string, roleIds: readonly string[] = []): Member {
    const member: Member = { userId, roles: new Set(roleIds), joinedAt: this.isoNow() };
    guild.members.set(userId, member);
    if (userId === this.botId) this.announceGuild(guild);
    return member;
  }

  /** Takes a person out of a server; the bot is told when it is the one. */
  removeMember(guild: Guild, userId: string): void {
    guild.members.delete(userId);
    if (userId !== this.botId) return;
    this.publish({
      t: GatewayDispatchEvents.GuildDelete,
      d: { id: guild.id },
      guildId: guild.id,
      channelId: null,
    });
  }

  addChannel(channel: Partial<Channel> & Pick<Channel, 'name'>): Channel {
    const made: Channel = {
      id: channel.id ?? this.nextId(),
      type: channel.type ?? ChannelType.GuildText,
      guildId: channel.guildId ?? null,
      name: channel.name,
      topic: channel.topic ?? null,
      parentId: channel.parentId ?? null,
      position: channel.position ?? this.channels.size,
      overwrites: channel.overwrites ?? [],
      recipients: channel.recipients ?? [],
      tags: channel.tags ?? [],
      requiresTag: channel.requiresTag ?? false,
      lastMessageId: null,
      thread: channel.thread ?? null,
    };
    this.channels.set(made.id, made);
    const t = made.thread === null ? GatewayDispatchEvents.ChannelCreate : GatewayDispatchEvents.ThreadCreate;
    this.#channelEvent(t, made, made.thread === null ? {} : { newly_created: true });
    return made;
  }

  /** The channel of direct messages between the bot and this person, made at first need. */
  dmWith(userId: string): Channel {
    const known = [...this.channels.values()].find(
      (channel) => channel.type === ChannelType.DM && channel.recipients[0] === userId,
    );
    return (
      known ??
      this.addChannel({ name: this.user(userId).globalName, type: ChannelType.DM, recipients: [userId] })
    );
  }

  channelChanged(channel: Channel): void {
    this.#channelEvent(
      channel.thread === null ? GatewayDispatchEvents.ChannelUpdate : GatewayDispatchEvents.ThreadUpdate,
      channel,
    );
  }

  /** Takes a channel away with its threads and everything written in them. */
  deleteChannel(channel: Channel): void {
    for (const thread of this.channelsOf(channel.guildId ?? '')) {
      if (thread.parentId === channel.id && thread.thread !== null) this.deleteChannel(thread);
    }
    this.channels.delete(channel.id);
    this.messages.forget(channel.id);
    this.#channelEvent(
      channel.thread === null ? GatewayDispatchEvents.ChannelDelete : GatewayDispatchEvents.ThreadDelete,
      channel,
    );
  }

  /** Sets what a role or a person may and may not do in a channel. */
  overwrite(channel: Channel, targetId: string, allow: bigint, deny: bigint): void {
    const known = channel.overwrites.find((other) => other.id === targetId);
    if (known === undefined) {
      const type = this.guildOf(channel)?.roles.has(targetId) ? OverwriteType.Role : OverwriteType.Member;
      channel.overwrites.push({ id: targetId, type, allow, deny });
    } else {
      known.allow = allow;
      known.deny = deny;
    }
    this.channelChanged(channel);
  }

  /** What GUILD_CREATE carries for a server the bot is in. */
  guildCreate(guild: Guild): object {
    const all = this.channelsOf(guild.id);
    const visible = (channel: Channel) => this.permissionsIn(this.botId, channel) !== 0n;
    const members = [...guild.members.values()];
    return {
      ...guildWire(guild),
      joined_at: guild.members.get(this.botId)?.joinedAt,
      large: members.length > 50,
      unavailable: false,
      member_count: members.length,
      members: members
        .slice(0, 50)
        .map((member) => ({ ...memberWire(member), user: userWire(this.user(member.userId)) })),
      channels: all
        .filter((channel) => channel.thread === null)
        .map((channel) => channelWire(channel, this.users)),
      threads: all
        .filter((channel) => channel.thread !== null && visible(channel))
        .map((channel) => channelWire(channel, this.users)),
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    };
  }

  announceGuild(guild: Guild): void {
    this.publish({
      t: GatewayDispatchEvents.GuildCreate,
      d: this.guildCreate(guild),
      guildId: guild.id,
      channelId: null,
    });
  }

  #channelEvent(t: GatewayDispatchEvents, channel: Channel, extra: object = {}): void {
    const d = { ...channelWire(channel, this.users), ...extra };
    this.publish({ t, d, guildId: channel.guildId, channelId: channel.id });
  }
}

/** What both sides of a direct message may do: see, write, embed, attach, react, read history, use commands. */
const DM_PERMISSIONS = 0x8000_0000n | 0x1_cc40n | 0x800n;

/** An id that stays the same at every start, so that what a bot stored about the sandbox holds after a restart. */
export const fixedId = (n: number): string => snowflakeAt(Date.UTC(2024, 2, 1), n);

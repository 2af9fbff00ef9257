/** What the sandbox's Discord is made of. The wire shapes are made from these in `wire.ts`. */
import type {
  APIApplicationCommand,
  APIMessage,
  ChannelType,
  GatewayDispatchEvents,
  LocaleString,
  OverwriteType,
} from 'discord-api-types/v10';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly globalName: string;
  readonly bot: boolean;
  locale: LocaleString;
  /** False where the person takes no direct messages (50007). */
  acceptsDms: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  readonly position: number;
  readonly color: number;
  readonly mentionable: boolean;
  /** Belongs to the bot and cannot be given by people. */
  readonly managed: boolean;
}

export interface Overwrite {
  readonly id: string;
  readonly type: OverwriteType;
  allow: bigint;
  deny: bigint;
}

export interface Member {
  readonly userId: string;
  readonly roles: Set<string>;
  readonly joinedAt: string;
}

export interface ForumTag {
  readonly id: string;
  readonly name: string;
}

export interface ThreadState {
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  readonly ownerId: string;
  readonly createdAt: string;
  archivedAt: string;
  messageCount: number;
  readonly members: Set<string>;
  readonly appliedTags: readonly string[];
}

export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly guildId: string | null;
  name: string;
  topic: string | null;
  /** The category of a channel, the channel of a thread. */
  readonly parentId: string | null;
  readonly position: number;
  readonly overwrites: Overwrite[];
  readonly recipients: readonly string[];
  readonly tags: ForumTag[];
  /** A forum that refuses posts without a tag (40067). */
  readonly requiresTag: boolean;
  lastMessageId: string | null;
  thread: ThreadState | null;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: LocaleString;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
}

/** Whom a message would ring, after `allowed_mentions`: what a person would notice, not what is drawn as a pill. */
export interface Pings {
  readonly everyone: boolean;
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

export interface StoredMessage {
  /** As REST returns it, without the nonce. */
  wire: APIMessage;
  readonly authorId: string;
  pings: Pings;
  /** Set on an ephemeral message: the only person who sees it. It is in no history. */
  readonly visibleTo: string | null;
  /** The interaction whose token may edit it. */
  readonly interactionId: string | null;
}

export interface Upload {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Command extends APIApplicationCommand {
  readonly guild_id?: string;
}

/** Something that happened; the gateway tells the bot, the event stream tells the page. */
export interface WorldEvent {
  /** Of Discord's gateway, or the sandbox's own, of which the page alone is told. */
  readonly t: GatewayDispatchEvents | 'SANDBOX_COMMANDS_CHANGED';
  readonly d: object;
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** Only this person sees it (an ephemeral message); the bot is not told. */
  readonly onlyFor?: string;
}

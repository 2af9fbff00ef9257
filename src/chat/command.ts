import type { Cache } from '../cache.ts';
import type { Search } from '../corpus/search/search.ts';
import type { Corpus } from '../corpus/types.ts';
import type { Result } from '../result.ts';
import type { Store } from '../store/port.ts';
import type { Refusal } from '../watch/fetch/address.ts';
import type { FeedDefinition, Reader, Visit } from '../watch/types.ts';
import type { MessageKey, Translate } from './catalogue/index.ts';
import type { DownloadProblem } from './download.ts';
import type { Modal, Reply } from './reply.ts';

/**
 * The command contract. A command is declared once (`commands/<name>.ts`): registration, dispatch and help derive from it.
 * Names and descriptions, in every language, are messages of the catalogue (`command.<name>…`). A command never sees an
 * object of discord.js: the adapter turns an interaction into typed arguments and a reply into a message.
 */
export type Command = Named &
  (Runnable | { readonly subcommands: Readonly<Record<string, Runnable>> } | OnMessage);

/** What a command is, whether it runs by itself, through its subcommands or on a message. */
export interface Named {
  readonly name: string;
  /** `moderator`: Manage Server, checked again on our side for all that the command does. */
  readonly access: 'everyone' | 'moderator';
  readonly audience: 'teams' | 'subscribers' | 'moderators';
  /** Of a moderators' command, the actions that everyone may press: those on alerts. */
  readonly open?: readonly string[];
  /** What the command's buttons and selects do, by the action's name. Arguments are untrusted text. */
  readonly actions?: Readonly<Record<string, (args: readonly string[], context: Context) => Answer>>;
  /** What becomes of the command's modals, by the action's name: a field's text, or the chosen options joined by commas. Untrusted. */
  readonly forms?: Readonly<
    Record<
      string,
      (fields: Readonly<Record<string, string>>, args: readonly string[], context: Context) => Answer
    >
  >;
}

/** What a command answers: a reply, or a form to fill in first. */
export type Answer = Reply | Modal | Promise<Reply | Modal>;

/** What can be given: a command without subcommands, or one of its subcommands (its name is its key). */
export interface Runnable<O extends Options = Options> {
  /** In the order Discord shows them; required ones first. */
  readonly options: O;
  execute(args: ArgsOf<O>, context: Context): Answer;
  /** Suggestions for the option being typed, beside what the other options of text hold by now; at most 25 are shown. */
  autocomplete?(
    option: keyof O & string,
    typed: string,
    context: Context,
    given: Readonly<Partial<Record<keyof O & string, string>>>,
  ): Choices | Promise<Choices>;
}

/** A command in the menu of a message; people see its name there as the catalogue has it, spaces and all. */
export interface OnMessage {
  readonly kind: 'message';
  execute(message: GivenMessage, context: Context): Answer;
}

/** The message a command was given on. */
export interface GivenMessage {
  /** All that it says, a part a line: its own text, that of its embeds and components, and what it forwards. Untrusted. */
  readonly text: string;
}

export type Option =
  | {
      readonly type: 'string';
      readonly required?: boolean;
      readonly autocomplete?: boolean;
      /** The only values there are, each with the message that names it; a forged one can still come. */
      readonly choices?: Readonly<Record<string, MessageKey>>;
      readonly maxLength?: number;
    }
  | { readonly type: 'boolean'; readonly required?: boolean }
  | { readonly type: 'integer'; readonly required?: boolean; readonly min?: number; readonly max?: number }
  /** A channel of this server that messages can be sent to, or a forum. */
  | { readonly type: 'channel'; readonly required?: boolean }
  /** A role of this server; its value is the id and the name. */
  | { readonly type: 'role'; readonly required?: boolean }
  /** A file; its value is its name, size in bytes and where Discord keeps it. */
  | { readonly type: 'attachment'; readonly required?: boolean };
export type Options = Readonly<Record<string, Option>>;

/** A channel as an option's value: what it is called and what we lack there. */
export interface ChannelValue {
  readonly id: string;
  readonly name: string;
  /** Whether it is of a kind in which messages stand; a forum's posts are, the forum is not. */
  readonly takesMessages: boolean;
  readonly kind: 'text' | 'announcement' | 'thread' | 'forum' | 'direct' | 'other';
  /** Permissions we would need to post alerts there and do not have. */
  readonly missing: readonly PermissionName[];
}

export interface RoleValue {
  readonly id: string;
  readonly name: string;
  /** Whether our mentioning it reaches its members: it is mentionable, or we may mention everyone. */
  readonly mentionable: boolean;
}

export interface AttachmentValue {
  readonly name: string;
  /** In bytes, as Discord says. */
  readonly size: number;
  readonly url: string;
}

/** What posting an alert can take, by Discord's names. */
export type PermissionName =
  | 'ViewChannel'
  | 'SendMessages'
  | 'SendMessagesInThreads'
  | 'ReadMessageHistory'
  | 'CreatePosts';

/** Whether a command, or that action of it, is for whoever asks; every way to it, typed, pressed or suggested, asks here. */
export const mayUse = ({ access, open = [] }: Command, { moderator }: Asker, action?: string): boolean =>
  access === 'everyone' || moderator || (action !== undefined && open.includes(action));

interface ValueOf {
  string: string;
  boolean: boolean;
  integer: number;
  channel: ChannelValue;
  role: RoleValue;
  attachment: AttachmentValue;
}
/** Typed arguments: required options are there, others may be missing. */
export type ArgsOf<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly required: true }
    ? ValueOf[O[K]['type']]
    : ValueOf[O[K]['type']] | undefined;
};

export type Choices = readonly { readonly name: string; readonly value: string }[];

/** Who asks, and where. */
export interface Asker {
  readonly userId: string;
  /** Null in a direct message. */
  readonly guildId: string | null;
  readonly channel: ChannelValue;
  /** Manage Server here, by Discord's word on this very interaction, or the role that this server's settings name. */
  readonly moderator: boolean;
}

/** All a command may use. */
export interface Context extends Services {
  readonly t: Translate;
  readonly asker: Asker;
  readonly now: Date;
  /** What a channel is called; its id where we cannot see it. */
  channelName(id: string): string;
  /** The asker's server's channel of this id; null where it has none, or another server has. */
  channel(id: string): ChannelValue | null;
}

export interface Services {
  readonly corpus: Corpus;
  readonly search: Search;
  readonly store: Store;
  readonly feeds: readonly FeedDefinition[];
  /** What may be lost, such as where a long search stands. */
  readonly cache: Cache;
  /**
   * What would be read now from a watched source, by its id, or from any other by its URL, with `reader` where it is given; nothing is
   * kept of it. An address that is nobody's known source is visited only where the public may.
   */
  readonly check: (urlOrId: string, reader?: Reader | null) => Promise<Visit>;
  /** Why an address would not be visited as one of the public web; null where it would. */
  readonly refuse: (url: string) => Promise<Refusal | null>;
  /** The text of a file that a person attached, of at most so many bytes. */
  readonly download: (file: AttachmentValue, limit: number) => Promise<Result<string, DownloadProblem>>;
  readonly commands: readonly Command[];
}

/** Declares a command without subcommands; only checks and keeps the types of its options. */
export const defineCommand = <const O extends Options>(command: Named & Runnable<O>): Command =>
  command as unknown as Command;

/** Declares one of a command's `subcommands`, likewise. */
export const defineSubcommand = <const O extends Options>(subcommand: Runnable<O>): Runnable =>
  subcommand as unknown as Runnable;

/** Declares a command in the menu of a message. */
export const defineMessageCommand = (command: Named & Omit<OnMessage, 'kind'>): Command => ({
  ...command,
  kind: 'message',
});

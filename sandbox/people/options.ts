/** What a client makes of the options a person filled in, and what it does not let through. */
import { type APIApplicationCommandOption, ApplicationCommandOptionType as O } from 'discord-api-types/v10';
import type { Guild } from '../world/types.ts';
import { channelWire, memberWire, roleWire, userWire } from '../world/wire.ts';
import type { World } from '../world/world.ts';
import { NotOffered } from './refusal.ts';

export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** One option as it stands in an interaction's data. */
export interface FilledOption {
  readonly name: string;
  readonly type: O;
  readonly value?: OptionValue;
  readonly options?: readonly FilledOption[];
  readonly focused?: true;
}

/** Walks the subcommand words (`['group', 'add']`) down to the options that take values. */
export const optionsUnder = (
  options: readonly APIApplicationCommandOption[],
  words: readonly string[],
): {
  readonly chain: readonly APIApplicationCommandOption[];
  readonly leaf: readonly APIApplicationCommandOption[];
} => {
  const nested = options.some((option) => option.type === O.Subcommand || option.type === O.SubcommandGroup);
  const [word, ...rest] = words;
  if (!nested) {
    if (word !== undefined) throw new NotOffered(`there is no subcommand ${word}`);
    return { chain: [], leaf: options };
  }
  const option = options.find((one) => one.name === word);
  if (option === undefined) throw new NotOffered(`there is no subcommand ${word ?? '(none given)'}`);
  const inner = 'options' in option ? (option.options ?? []) : [];
  const below = optionsUnder(inner, rest);
  return { chain: [option, ...below.chain], leaf: below.leaf };
};

const within = (value: number, min: number | undefined, max: number | undefined): boolean =>
  value >= (min ?? -Infinity) && value <= (max ?? Infinity);

/** Why a client would not take this value for this option; `undefined` where it would. */
const objection = (
  world: World,
  guild: Guild | undefined,
  option: APIApplicationCommandOption,
  value: OptionValue,
): string | undefined => {
  switch (option.type) {
    case O.String: {
      if (typeof value !== 'string') return 'is text';
      if (option.choices !== undefined && option.choices.length > 0) {
        return option.choices.some((choice) => choice.value === value) ? undefined : 'is one of its choices';
      }
      if (value.length > 6000) return 'is at most 6000 long';
      const [min, max] = 'min_length' in option ? [option.min_length, option.max_length] : [];
      return within(value.length, min, max) ? undefined : `is ${min ?? 0} to ${max ?? 6000} long`;
    }
    case O.Integer:
    case O.Number: {
      if (typeof value !== 'number') return 'is a number';
      if (option.type === O.Integer && !Number.isSafeInteger(value)) return 'is a whole number';
      if (option.choices !== undefined && option.choices.length > 0) {
        return option.choices.some((choice) => choice.value === value) ? undefined : 'is one of its choices';
      }
      const [min, max] = 'min_value' in option ? [option.min_value, option.max_value] : [];
      return within(value, min, max) ? undefined : `lies between ${min} and ${max}`;
    }
    case O.Boolean:
      return typeof value === 'boolean' ? undefined : 'is true or false';
    case O.User:
      return world.users.has(String(value)) ? undefined : 'names a person';
    case O.Role:
      return guild?.roles.has(String(value)) ? undefined : 'names a role';
    case O.Mentionable:
      return guild?.roles.has(String(value)) || world.users.has(String(value)) ? undefined : 'names someone';
    case O.Channel: {
      const channel = world.channels.get(String(value));
      if (channel === undefined || channel.guildId !== guild?.id) return 'names a channel of this server';
      const types: readonly number[] = option.channel_types ?? [];
      return types.length === 0 || types.includes(channel.type) ? undefined : 'is a channel of another type';
    }
    case O.Attachment:
      return world.files.withId(String(value)) === undefined ? 'is a file that was chosen before' : undefined;
    default:
      return 'takes no value';
  }
};

/** The options with their values, in the order of the command; throws `NotOffered` for what a client holds back. */
export const fill = (
  world: World,
  guild: Guild | undefined,
  leaf: readonly APIApplicationCommandOption[],
  values: OptionValues,
  focused?: string,
): FilledOption[] => {
  for (const name of Object.keys(values)) {
    if (!leaf.some((option) => option.name === name)) throw new NotOffered(`there is no option ${name}`);
  }
  return leaf.flatMap((option): FilledOption[] => {
    const value = values[option.name];
    if (option.name === focused) {
      if (!('autocomplete' in option) || option.autocomplete !== true)
        throw new NotOffered(`${focused} has no autocomplete`);
      return [{ name: option.name, type: option.type, value: String(value ?? ''), focused: true }];
    }
    if (value === undefined) {
      if (option.required === true && focused === undefined)
        throw new NotOffered(`${option.name} is required`);
      return [];
    }
    const wrong = objection(world, guild, option, value);
    if (wrong !== undefined && focused === undefined) throw new NotOffered(`${option.name} ${wrong}`);
    return [{ name: option.name, type: option.type, value }];
  });
};

/** Wraps filled options in the subcommands that lead to them. */
export const wrap = (
  chain: readonly APIApplicationCommandOption[],
  filled: readonly FilledOption[],
): readonly FilledOption[] =>
  chain.reduceRight<readonly FilledOption[]>(
    (options, option) => [{ name: option.name, type: option.type, options }],
    filled,
  );

type Resolved = Record<'users' | 'members' | 'roles' | 'channels' | 'attachments', Record<string, object>>;

/** An id and what it names. */
export interface Reference {
  readonly kind: 'user' | 'role' | 'channel' | 'attachment';
  readonly id: string;
}

/** The people, roles, channels and files that ids in an interaction stand for; empty kinds are left out, as by Discord. */
export const resolve = (
  world: World,
  guild: Guild | undefined,
  userId: string,
  ids: readonly Reference[],
): Partial<Resolved> | undefined => {
  const resolved: Resolved = { users: {}, members: {}, roles: {}, channels: {}, attachments: {} };
  for (const { kind, id } of ids) {
    const user = world.users.get(id);
    const role = guild?.roles.get(id);
    const channel = world.channels.get(id);
    const file = world.files.withId(id);
    if (kind === 'attachment' && file !== undefined)
      resolved.attachments[id] = { ...file.attachment, ephemeral: true };
    if (kind === 'user' && user !== undefined) {
      resolved.users[id] = userWire(user);
      const member = guild?.members.get(id);
      if (member !== undefined) resolved.members[id] = { ...memberWire(member), permissions: '0' };
    }
    if (kind === 'role' && role !== undefined) resolved.roles[id] = roleWire(role);
    if (kind === 'channel' && channel !== undefined) {
      const permissions = world.permissionsIn(userId, channel).toString();
      resolved.channels[id] = { ...channelWire(channel, world.users), permissions };
    }
  }
  const kept = Object.entries(resolved).filter(([, map]) => Object.keys(map).length > 0);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

/** What filled options refer to. */
export const references = (world: World, filled: readonly FilledOption[]): Reference[] =>
  filled.flatMap(({ type, value }): Reference[] => {
    const id = String(value);
    if (type === O.User) return [{ kind: 'user', id }];
    if (type === O.Role) return [{ kind: 'role', id }];
    if (type === O.Channel) return [{ kind: 'channel', id }];
    if (type === O.Attachment) return [{ kind: 'attachment', id }];
    if (type === O.Mentionable) return [{ kind: world.users.has(id) ? 'user' : 'role', id }];
    return [];
  });

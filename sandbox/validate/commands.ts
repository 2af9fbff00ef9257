/** Command registration (docs: interactions/application-commands). */
import { ApplicationCommandType, type ApplicationCommandType as CommandType } from 'discord-api-types/v10';
import { refuse } from '../rest/refusal.ts';
import type { CommandBody } from '../world/commands.ts';
import type { Command } from '../world/types.ts';
import {
  accept,
  all,
  type Check,
  flag,
  isObject,
  list,
  object,
  oneOf,
  optional,
  required,
  text,
} from './form.ts';
import { descriptions, localised, names } from './names.ts';
import { commandOptions } from './options.ts';

const common = {
  default_member_permissions: optional(((value, path, report) => {
    if (!/^\d{1,20}$/.test(String(value))) {
      report.add(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
    }
  }) satisfies Check),
  dm_permission: optional(flag),
  nsfw: optional(flag),
  contexts: optional(list(oneOf(0, 1, 2), 3, 1)),
  integration_types: optional(list(oneOf(0, 1), 2, 1)),
};

const chatInput = object({
  ...names,
  ...descriptions,
  options: optional(commandOptions),
  ...common,
});

const empty = (field: string): Check => {
  return (value, path, report) => {
    if (
      value !== undefined &&
      value !== null &&
      value !== '' &&
      !(Array.isArray(value) && value.length === 0)
    ) {
      report.add(
        path,
        'APPLICATION_COMMAND_CONTEXT_MENU_FIELD',
        `Context menu commands cannot have ${field}`,
      );
    }
  };
};
const contextMenu = object({
  name: required(text(32, 1)),
  name_localizations: optional(localised(text(32, 1))),
  description: empty('description'),
  description_localizations: empty('description_localizations'),
  options: empty('options'),
  ...common,
});

/**
 * Characters that count towards the 8000 of a command: names, descriptions and choice values of it and of all its options.
 * Of a text with localisations only the longest counts.
 */
const commandLength = (value: unknown): number => {
  if (!isObject(value)) return 0;
  const longest = (field: string) => {
    const translations = value[`${field}_localizations`];
    const every = [value[field], ...(isObject(translations) ? Object.values(translations) : [])];
    return Math.max(...every.map((one) => (typeof one === 'string' ? one.length : 0)));
  };
  const inner = (field: string) => (Array.isArray(value[field]) ? value[field] : []);
  const own =
    longest('name') + longest('description') + (typeof value.value === 'string' ? value.value.length : 0);
  return [...inner('options'), ...inner('choices')].reduce(
    (sum: number, one) => sum + commandLength(one),
    own,
  );
};

const command: Check = (value, path, report) => {
  const type = isObject(value) ? (value.type ?? ApplicationCommandType.ChatInput) : undefined;
  oneOf(1, 2, 3)(type, [...path, 'type'], report);
  (type === ApplicationCommandType.ChatInput ? chatInput : contextMenu)(value, path, report);
  if (commandLength(value) > 8000) {
    report.add(path, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
  }
};

/** One name is used once among the commands of a type. */
const uniqueNames: Check = (value, path, report) => {
  if (!Array.isArray(value)) return;
  const seen = new Set<string>();
  value.forEach((one, index) => {
    if (!isObject(one)) return;
    const key = `${String(one.type ?? 1)} ${String(one.name)}`;
    if (seen.has(key)) {
      report.add(
        [...path, index],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    }
    seen.add(key);
  });
};

/** A hundred chat-input commands, fifteen of each context menu (30032). */
export const checkCounts = (commands: readonly { readonly type?: CommandType | undefined }[]): void => {
  const count = (type: CommandType) =>
    commands.filter((one) => (one.type ?? ApplicationCommandType.ChatInput) === type).length;
  if (count(ApplicationCommandType.ChatInput) > 100) throw refuse(30032);
  if (count(ApplicationCommandType.User) > 15 || count(ApplicationCommandType.Message) > 15)
    throw refuse(30032);
};

export const acceptCommand = (value: unknown): CommandBody => accept<CommandBody>(value, command);

export const acceptCommands = (value: unknown): CommandBody[] => {
  if (Array.isArray(value)) checkCounts(value.filter(isObject));
  return accept<CommandBody[]>(value, all(list(command, 130), uniqueNames));
};

/** A change of a command: what it would be afterwards must stand. */
export const acceptCommandPatch = (known: Command, value: unknown): Partial<CommandBody> => {
  const change = accept<Partial<CommandBody>>(value, object({}));
  acceptCommand({ ...known, ...change });
  return change;
};

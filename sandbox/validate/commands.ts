/** Command registration (docs: interactions/application-commands). */
import {
  ApplicationCommandType,
  type ApplicationCommandType as CommandType,
  Locale,
  ApplicationCommandOptionType as O,
} from 'discord-api-types/v10';
import { refuse } from '../rest/refusal.ts';
import type { CommandBody } from '../world/commands.ts';
import type { Command } from '../world/types.ts';
import {
  accept,
  all,
  type Check,
  flag,
  integer,
  isObject,
  list,
  number,
  object,
  oneOf,
  optional,
  required,
  text,
} from './form.ts';

/** Takes `article`, `条文`, `look-up_2`; leaves `two words`, `a/b` and the empty name alone. */
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES: readonly string[] = Object.values(Locale);

const chatName: Check = (value, path, report) => {
  text(32, 1)(value, path, report);
  if (typeof value !== 'string' || value === '') return;
  if (!CHAT_NAME.test(value) || value.toLowerCase() !== value) {
    report.add(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
};

const localised =
  (check: Check): Check =>
  (value, path, report) => {
    if (!isObject(value))
      return report.add(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    for (const [locale, one] of Object.entries(value)) {
      if (!LOCALES.includes(locale)) {
        report.add([...path, locale], 'BASE_TYPE_CHOICES', `Value must be one of {${LOCALES.join(', ')}}.`);
      } else optional(check)(one, [...path, locale], report);
    }
  };

const names = { name: required(chatName), name_localizations: optional(localised(chatName)) };
const descriptions = {
  description: required(text(100, 1)),
  description_localizations: optional(localised(text(100, 1))),
};

/** No two of them share a value of this field. */
const unique =
  (field: string, code: string, message: string): Check =>
  (value, path, report) => {
    if (!Array.isArray(value)) return;
    const seen = new Set<unknown>();
    value.forEach((one, index) => {
      if (!isObject(one)) return;
      if (seen.has(one[field])) report.add([...path, index, field], code, message);
      seen.add(one[field]);
    });
  };

const choices = (value: Check): Check =>
  all(
    list(
      object({
        name: required(text(100, 1)),
        name_localizations: optional(localised(text(100, 1))),
        value: required(value),
      }),
      25,
    ),
    unique('name', 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE', 'Choice names must be unique'),
  );

const pairs: readonly (readonly [string, string])[] = [
  ['min_length', 'max_length'],
  ['min_value', 'max_value'],
];

const valueOptionSense: Check = (value, path, report) => {
  if (!isObject(value)) return;
  if (value.autocomplete === true && Array.isArray(value.choices) && value.choices.length > 0) {
    report.add(
      [...path, 'autocomplete'],
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      'Autocomplete does not go with choices',
    );
  }
  for (const [min, max] of pairs) {
    const [low, high] = [value[min], value[max]];
    if (typeof low === 'number' && typeof high === 'number' && low > high) {
      report.add(
        [...path, min],
        'APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX',
        `${min} must not exceed ${max}`,
      );
    }
  }
};

const plain = { ...names, ...descriptions, required: optional(flag) };
const takesNone = (...fields: string[]): Check => {
  return (value, path, report) => {
    if (!isObject(value)) return;
    for (const field of fields) {
      const part = value[field];
      if (
        part !== undefined &&
        part !== null &&
        part !== false &&
        !(Array.isArray(part) && part.length === 0)
      ) {
        report.add(
          [...path, field],
          'APPLICATION_COMMAND_OPTIONS_FIELD_INVALID',
          `This option type has no ${field}`,
        );
      }
    }
  };
};
const numeric = (kind: Check): Check =>
  all(
    object({
      ...plain,
      choices: optional(choices(kind)),
      min_value: optional(kind),
      max_value: optional(kind),
      autocomplete: optional(flag),
    }),
    valueOptionSense,
  );
const simple = all(object({ ...plain }), takesNone('choices', 'autocomplete'));

const valueOptions: Readonly<Record<number, Check>> = {
  [O.String]: all(
    object({
      ...plain,
      choices: optional(choices(text(100))),
      min_length: optional(integer(0, 6000)),
      max_length: optional(integer(1, 6000)),
      autocomplete: optional(flag),
    }),
    valueOptionSense,
  ),
  [O.Integer]: numeric(integer()),
  [O.Number]: numeric(number),
  [O.Boolean]: simple,
  [O.User]: simple,
  [O.Channel]: all(
    object({ ...plain, channel_types: optional(list(integer(0, 16), 20)) }),
    takesNone('choices', 'autocomplete'),
  ),
  [O.Role]: simple,
  [O.Mentionable]: simple,
  [O.Attachment]: simple,
};

const byOptionType =
  (kinds: Readonly<Record<number, Check>>): Check =>
  (value, path, report) => {
    if (!isObject(value))
      return report.add(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    const check = typeof value.type === 'number' ? kinds[value.type] : undefined;
    if (check === undefined) {
      report.add(
        [...path, 'type'],
        'BASE_TYPE_CHOICES',
        `Value must be one of {${Object.keys(kinds).join(', ')}}.`,
      );
    } else check(value, path, report);
  };

const requiredFirst: Check = (value, path, report) => {
  if (!Array.isArray(value)) return;
  let optionalSeen = false;
  value.forEach((one, index) => {
    if (!isObject(one) || one.type === O.Subcommand || one.type === O.SubcommandGroup) return;
    if (one.required === true && optionalSeen) {
      report.add(
        [...path, index],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    if (one.required !== true) optionalSeen = true;
  });
};

const optionNames = unique(
  'name',
  'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
  'Option names must be unique',
);
const optionList = (kinds: Readonly<Record<number, Check>>, min = 0): Check =>
  all(list(byOptionType(kinds), 25, min), optionNames, requiredFirst);

const subcommand = all(
  object({ ...names, ...descriptions, options: optional(optionList(valueOptions)) }),
  takesNone('required'),
);
const group = object({
  ...names,
  ...descriptions,
  options: required(optionList({ [O.Subcommand]: subcommand }, 1)),
});
const anyOption = { ...valueOptions, [O.Subcommand]: subcommand, [O.SubcommandGroup]: group };

/** Subcommands do not mix with options that take a value. */
const unmixed: Check = (value, path, report) => {
  if (!Array.isArray(value)) return;
  const nested = value.filter(
    (one) => isObject(one) && (one.type === O.Subcommand || one.type === O.SubcommandGroup),
  ).length;
  if (nested > 0 && nested < value.length) {
    report.add(
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
};

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
  options: optional(all(optionList(anyOption), unmixed)),
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
export const commandLength = (value: unknown): number => {
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

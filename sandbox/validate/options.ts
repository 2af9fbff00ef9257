/** Options of slash commands (docs: interactions/application-commands#application-command-object-application-command-option-structure). */
import { ApplicationCommandOptionType as O } from 'discord-api-types/v10';
import {
  all,
  byType,
  type Check,
  flag,
  integer,
  isObject,
  list,
  number,
  object,
  optional,
  required,
  text,
  unique,
} from './form.ts';
import { descriptions, localised, names } from './names.ts';

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
  all(list(byType(kinds), 25, min), optionNames, requiredFirst);

const subcommand = all(
  object({ ...names, ...descriptions, options: optional(optionList(valueOptions)) }),
  takesNone('required'),
);
const group = object({
  ...names,
  ...descriptions,
  options: required(optionList({ [O.Subcommand]: subcommand }, 1)),
});
/** Subcommands, groups, or options that take a value, but not both. */
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

/** The options of a slash command. */
export const commandOptions: Check = all(optionList(anyOption), unmixed);

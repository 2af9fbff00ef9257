/** First responses to interactions that are no messages: modals and autocomplete choices (docs: interactions/receiving-and-responding). */
import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  ComponentType as T,
} from 'discord-api-types/v10';
import { customId, selects, textDisplay, uniqueIds } from './components.ts';
import {
  accept,
  all,
  byType,
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

const inputSense =
  (labelled: boolean): Check =>
  (value, path, report) => {
    if (!isObject(value)) return;
    const { min_length: min, max_length: max, value: preset } = value;
    if (typeof min === 'number' && typeof max === 'number' && min > max) {
      report.add(
        [...path, 'min_length'],
        'TEXT_INPUT_COMPONENT_INVALID_LENGTH',
        'min_length must not exceed max_length',
      );
    }
    if (typeof preset === 'string' && typeof max === 'number' && preset.length > max) {
      report.add([...path, 'value'], 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    }
    if (labelled) required(text(45, 1))(value.label, [...path, 'label'], report);
  };

const input = (labelled: boolean): Check =>
  all(
    object({
      custom_id: customId,
      style: required(oneOf(1, 2)),
      label: optional(text(45, 1)),
      value: optional(text(4000)),
      placeholder: optional(text(100)),
      required: optional(flag),
      min_length: optional(integer(0, 4000)),
      max_length: optional(integer(1, 4000)),
    }),
    inputSense(labelled),
  );

const choice = object({
  label: required(text(100, 1)),
  value: required(text(100, 1)),
  description: optional(text(100)),
  default: optional(flag),
});
const group = (min: number): Check =>
  object({ custom_id: customId, required: optional(flag), options: required(list(choice, 10, min)) });

/** A select in a modal may be required, which asks for one choice at least, and may not be disabled. */
const inModal = (check: Check): Check =>
  all(check, (value, path, report) => {
    if (isObject(value) && value.disabled === true) {
      report.add(
        [...path, 'disabled'],
        'COMPONENT_DISABLED_IN_MODAL',
        'Components in a modal cannot be disabled',
      );
    }
    if (isObject(value) && value.required !== false && value.min_values === 0) {
      report.add(
        [...path, 'min_values'],
        'SELECT_COMPONENT_INVALID_VALUES',
        'A required select asks for one choice at least',
      );
    }
  });

const label = object({
  label: required(text(45, 1)),
  description: optional(text(100, 1)),
  component: required(
    byType({
      [T.TextInput]: input(false),
      ...Object.fromEntries(Object.entries(selects).map(([type, check]) => [type, inModal(check)])),
      [T.FileUpload]: object({
        custom_id: customId,
        min_values: optional(integer(0, 10)),
        max_values: optional(integer(1, 10)),
        required: optional(flag),
      }),
      [T.RadioGroup]: group(2),
      [T.CheckboxGroup]: group(1),
      [T.Checkbox]: object({ custom_id: customId, default: optional(flag) }),
    }),
  ),
});

const modal = object({
  custom_id: customId,
  title: required(text(45, 1)),
  components: required(
    all(
      list(
        byType({
          [T.ActionRow]: object({ components: required(list(byType({ [T.TextInput]: input(true) }), 1, 1)) }),
          [T.Label]: label,
          [T.TextDisplay]: textDisplay,
        }),
        5,
        1,
      ),
      uniqueIds,
    ),
  ),
});

export const acceptModal = (value: unknown): APIModalInteractionResponseCallbackData =>
  accept<APIModalInteractionResponseCallbackData>(value, modal);

/** At most 25 choices whose values are of the type of the option that is typed. */
export const acceptChoices = (
  value: unknown,
  option: ApplicationCommandOptionType | null,
): APIApplicationCommandOptionChoice[] => {
  const values: Partial<Record<ApplicationCommandOptionType, Check>> = {
    [ApplicationCommandOptionType.Integer]: integer(),
    [ApplicationCommandOptionType.Number]: number,
  };
  const kind = (option === null ? undefined : values[option]) ?? text(100, 1);
  const one = object({
    name: required(text(100, 1)),
    name_localizations: optional(object({})),
    value: required(kind),
  });
  return accept<{ choices: APIApplicationCommandOptionChoice[] }>(
    value,
    object({ choices: required(list(one, 25)) }),
  ).choices;
};

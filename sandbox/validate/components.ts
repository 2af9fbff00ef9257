/** Components of messages, legacy and V2 (docs: components/reference). */
import { ButtonStyle, ComponentType as T } from 'discord-api-types/v10';
import {
  all,
  byType,
  type Check,
  flag,
  integer,
  isObject,
  list,
  object,
  oneOf,
  optional,
  type Report,
  required,
  snowflake,
  text,
  unique,
  url,
} from './form.ts';

const MEDIA = ['http:', 'https:', 'attachment:'];
const id = optional(integer(0, 2 ** 31 - 1));
export const customId = required(text(100, 1));

const emoji = object({ id: optional(snowflake), name: optional(text(32)), animated: optional(flag) });

/** A button answers (`custom_id`), leads somewhere (`url`) or sells (`sku_id`), as its style says, and shows something. */
const buttonSense: Check = (value, path, report) => {
  if (!isObject(value)) return;
  const has = (name: string) => value[name] !== undefined && value[name] !== null;
  const wanted =
    value.style === ButtonStyle.Link ? 'url' : value.style === ButtonStyle.Premium ? 'sku_id' : 'custom_id';
  for (const name of ['custom_id', 'url', 'sku_id']) {
    if (name === wanted && !has(name)) {
      report.add([...path, name], 'BASE_TYPE_REQUIRED', 'This field is required');
    } else if (name !== wanted && has(name)) {
      report.add(
        path,
        'COMPONENT_CUSTOM_ID_URL_SKU_EXCLUSIVE',
        `A button of this style takes ${wanted} and not ${name}`,
      );
    }
  }
  const premium = value.style === ButtonStyle.Premium;
  if (premium && (has('label') || has('emoji'))) {
    report.add(path, 'COMPONENT_PREMIUM_BUTTON_LABEL', 'A premium button has no label and no emoji');
  }
  if (!premium && !(typeof value.label === 'string' && value.label.trim() !== '') && !has('emoji')) {
    report.add(path, 'BUTTON_COMPONENT_INVALID_LABEL_EMOJI', 'A button must have a label or an emoji');
  }
};

const button = all(
  object({
    id,
    style: required(oneOf(1, 2, 3, 4, 5, 6)),
    custom_id: optional(text(100, 1)),
    url: optional(url(512, ['http:', 'https:', 'discord:'])),
    sku_id: optional(snowflake),
    label: optional(text(80)),
    emoji: optional(emoji),
    disabled: optional(flag),
  }),
  buttonSense,
);

/** `min ≤ max`, and no more asked for than there is to choose. */
const selectSense: Check = (value, path, report) => {
  if (!isObject(value)) return;
  const min = typeof value.min_values === 'number' ? value.min_values : 1;
  const max = typeof value.max_values === 'number' ? value.max_values : 1;
  const options = Array.isArray(value.options) ? value.options.filter(isObject) : null;
  const problem = (field: string, message: string) =>
    report.add([...path, field], 'SELECT_COMPONENT_INVALID_VALUES', message);
  if (min > max) problem('min_values', 'min_values must be less than or equal to max_values');
  if (options === null) return;
  if (max > options.length) problem('max_values', 'max_values must not exceed the number of options');
  if (min > options.length) problem('min_values', 'min_values must not exceed the number of options');
  if (options.filter((option) => option.default === true).length > max) {
    report.add([...path, 'options'], 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More defaults than max_values');
  }
};

const selectBase = {
  id,
  custom_id: customId,
  placeholder: optional(text(150)),
  min_values: optional(integer(0, 25)),
  max_values: optional(integer(1, 25)),
  disabled: optional(flag),
};
const option = object({
  label: required(text(100, 1)),
  value: required(text(100, 1)),
  description: optional(text(100)),
  emoji: optional(emoji),
  default: optional(flag),
});
const uniqueValues = unique(
  'value',
  'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  'The specified option value is already used',
);
const picksFrom = (...types: string[]): Check =>
  all(
    object({
      ...selectBase,
      default_values: optional(
        list(object({ id: required(snowflake), type: required(oneOf(...types)) }), 25),
      ),
      channel_types: optional(list(integer(0, 16), 20)),
    }),
    selectSense,
  );

export const selects: Readonly<Record<number, Check>> = {
  [T.StringSelect]: all(
    object({ ...selectBase, options: required(all(list(option, 25, 1), uniqueValues)) }),
    selectSense,
  ),
  [T.UserSelect]: picksFrom('user'),
  [T.RoleSelect]: picksFrom('role'),
  [T.MentionableSelect]: picksFrom('user', 'role'),
  [T.ChannelSelect]: picksFrom('channel'),
};

/** Up to five buttons, or one select alone. */
const rowSense: Check = (value, path, report) => {
  if (!isObject(value) || !Array.isArray(value.components)) return;
  const others = value.components.filter((one) => !isObject(one) || one.type !== T.Button);
  if (others.length > 0 && value.components.length > 1) {
    report.add(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'A select menu takes the whole row',
    );
  }
};

const row = all(
  object({ id, components: required(list(byType({ [T.Button]: button, ...selects }), 5, 1)) }),
  rowSense,
);
export const textDisplay = object({ id, content: required(text(4000, 1)) });
const media = required(object({ url: required(url(2048, MEDIA)) }));
const described = { description: optional(text(1024, 1)), spoiler: optional(flag) };
const thumbnail = object({ id, media, ...described });
const section = object({
  id,
  components: required(list(byType({ [T.TextDisplay]: textDisplay }), 3, 1)),
  accessory: required(byType({ [T.Button]: button, [T.Thumbnail]: thumbnail })),
});
const inContainer: Readonly<Record<number, Check>> = {
  [T.ActionRow]: row,
  [T.Section]: section,
  [T.TextDisplay]: textDisplay,
  [T.MediaGallery]: object({ id, items: required(list(object({ media, ...described }), 10, 1)) }),
  [T.File]: object({
    id,
    file: required(object({ url: required(url(2048, ['attachment:'])) })),
    spoiler: optional(flag),
  }),
  [T.Separator]: object({ id, divider: optional(flag), spacing: optional(oneOf(1, 2)) }),
};
const container = object({
  id,
  components: required(list(byType(inContainer), 40, 1)),
  accent_color: optional(integer(0, 0xff_ff_ff)),
  spoiler: optional(flag),
});

interface Placed {
  readonly component: Record<string, unknown>;
  readonly path: readonly (string | number)[];
}

/** Every component, nested ones included, in reading order. */
const placed = (components: unknown, path: readonly (string | number)[]): Placed[] => {
  if (!Array.isArray(components)) return [];
  return components.flatMap((component, index) => {
    if (!isObject(component)) return [];
    const at = [...path, index];
    const accessory = isObject(component.accessory)
      ? [{ component: component.accessory, path: [...at, 'accessory'] }]
      : [];
    const inner = isObject(component.component)
      ? [{ component: component.component, path: [...at, 'component'] }]
      : [];
    return [
      { component, path: at },
      ...placed(component.components, [...at, 'components']),
      ...accessory,
      ...inner,
    ];
  });
};

/** No two components with one `custom_id`, nor with one `id`. */
export const uniqueIds: Check = (value, path, report) => {
  const once = (name: 'custom_id' | 'id', code: string, message: string) => {
    const seen = new Set<unknown>();
    for (const { component, path: at } of placed(value, path)) {
      const key = component[name];
      if (key === undefined || key === null || key === 0) continue;
      if (seen.has(key)) report.add([...at, name], code, message);
      seen.add(key);
    }
  };
  once('custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  once('id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
};

export const legacyComponents: Check = all(list(byType({ [T.ActionRow]: row }), 5), uniqueIds);

/** Forty components counting nested ones, four thousand characters in all text displays together. */
const totals = (value: unknown, path: readonly (string | number)[], report: Report): void => {
  const every = placed(value, path);
  if (every.length > 40) {
    report.add(
      path,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      'Message exceeds maximum total of 40 components',
    );
  }
  const characters = every.reduce(
    (sum, { component }) =>
      component.type === T.TextDisplay && typeof component.content === 'string'
        ? sum + component.content.length
        : sum,
    0,
  );
  if (characters > 4000) {
    report.add(
      path,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      'Displayable text exceeds maximum size of 4000',
    );
  }
};

export const componentsV2: Check = all(
  list(byType({ ...inContainer, [T.Container]: container }), 40),
  uniqueIds,
  totals,
);

/** Embeds (docs: resources/message#embed-object-embed-limits). */
import {
  all,
  type Check,
  flag,
  integer,
  isObject,
  list,
  object,
  optional,
  required,
  text,
  timestamp,
  url,
} from './form.ts';

const MEDIA = ['http:', 'https:', 'attachment:'];
const image = optional(object({ url: required(url(2048, MEDIA)) }));

/** An embed that shows nothing. */
const notEmpty: Check = (value, path, report) => {
  if (!isObject(value)) return;
  const shown = [
    'title',
    'description',
    'image',
    'thumbnail',
    'video',
    'author',
    'footer',
    'fields',
    'url',
    'timestamp',
  ];
  const has = (name: string) => {
    const part = value[name];
    return part !== undefined && part !== null && part !== '' && !(Array.isArray(part) && part.length === 0);
  };
  if (!shown.some(has)) report.add([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
};

const embed = all(
  object({
    title: optional(text(256)),
    description: optional(text(4096)),
    url: optional(url(2048)),
    timestamp: optional(timestamp),
    color: optional(integer(0, 0xff_ff_ff)),
    footer: optional(object({ text: required(text(2048, 1)), icon_url: optional(url(2048, MEDIA)) })),
    image,
    thumbnail: image,
    author: optional(
      object({
        name: required(text(256, 1)),
        url: optional(url(2048)),
        icon_url: optional(url(2048, MEDIA)),
      }),
    ),
    fields: optional(
      list(
        object({ name: required(text(256, 1)), value: required(text(1024, 1)), inline: optional(flag) }),
        25,
      ),
    ),
  }),
  notEmpty,
);

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

/** Characters that count towards the 6000 of all embeds of a message. */
const charactersOf = (value: unknown): number => {
  if (!isObject(value)) return 0;
  const inner = (part: unknown, name: string) => (isObject(part) ? lengthOf(part[name]) : 0);
  const fields = Array.isArray(value.fields) ? value.fields : [];
  return (
    lengthOf(value.title) +
    lengthOf(value.description) +
    inner(value.footer, 'text') +
    inner(value.author, 'name') +
    fields.reduce((sum: number, field) => sum + inner(field, 'name') + inner(field, 'value'), 0)
  );
};

const sixThousand: Check = (value, path, report) => {
  if (!Array.isArray(value)) return;
  const total = value.reduce((sum: number, one) => sum + charactersOf(one), 0);
  if (total > 6000) {
    report.add(path, 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
  }
};

export const embeds: Check = all(list(embed, 10), sixThousand);

/** Bodies that make or change a message (docs: resources/message#create-message). */
import { MessageFlags } from 'discord-api-types/v10';
import { refuse } from '../rest/refusal.ts';
import type { MessageBody } from '../world/compose.ts';
import type { StoredMessage, Upload } from '../world/types.ts';
import { componentsV2, legacyComponents } from './components.ts';
import { embeds } from './embeds.ts';
import {
  accept,
  all,
  type Check,
  flag,
  integer,
  isObject,
  list,
  object,
  oneOf,
  optional,
  required,
  snowflake,
  text,
} from './form.ts';

const isV2 = (flags: unknown): boolean => (Number(flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;

/** `parse` and a list of the same kind exclude each other; a list names nobody twice. */
const mentionSense: Check = (value, path, report) => {
  if (!isObject(value)) return;
  const parse = Array.isArray(value.parse) ? value.parse : [];
  for (const kind of ['users', 'roles']) {
    const ids = value[kind];
    if (!Array.isArray(ids) || ids.length === 0) continue;
    if (parse.includes(kind)) {
      report.add(
        path,
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
    }
    if (new Set(ids).size < ids.length)
      report.add([...path, kind], 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The list contains a duplicate value');
  }
};

const allowedMentions = all(
  object({
    parse: optional(list(oneOf('users', 'roles', 'everyone'), 3)),
    users: optional(list(snowflake, 100)),
    roles: optional(list(snowflake, 100)),
    replied_user: optional(flag),
  }),
  mentionSense,
);

const nonce: Check = (value, path, report) => {
  if (typeof value === 'number') integer()(value, path, report);
  else if (typeof value !== 'string' || value.length > 25) {
    report.add(
      path,
      'NONCE_TYPE_TOO_LONG',
      'Nonce must be a string of 25 characters or fewer, or an integer.',
    );
  }
};

const attachments = list(
  object({ id: required(snowflake), filename: optional(text(1024, 1)), description: optional(text(1024)) }),
  10,
);

/** `content`, `embeds`, polls and stickers have no place beside Components V2. */
const v2Alone: Check = (value, path, report) => {
  if (!isObject(value)) return;
  for (const name of ['content', 'embeds', 'poll', 'sticker_ids']) {
    const part = value[name];
    if (part === undefined || part === null || part === '' || (Array.isArray(part) && part.length === 0))
      continue;
    report.add(
      [...path, name],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The \`${name}\` field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  }
};

const base = (v2: boolean): Check =>
  all(
    object({
      content: optional(text(2000)),
      embeds: optional(embeds),
      components: optional(v2 ? componentsV2 : legacyComponents),
      allowed_mentions: optional(allowedMentions),
      attachments: optional(attachments),
      flags: optional(integer(0)),
      tts: optional(flag),
      nonce: optional(nonce),
      enforce_nonce: optional(flag),
      sticker_ids: optional(list(snowflake, 3)),
      message_reference: optional(
        object({
          message_id: required(snowflake),
          channel_id: optional(snowflake),
          guild_id: optional(snowflake),
          fail_if_not_exists: optional(flag),
          type: optional(oneOf(0, 1)),
        }),
      ),
    }),
    v2 ? v2Alone : () => undefined,
  );

/** Every `attachment://name` and every described attachment is among the files that came along or were there. */
const filesNamed =
  (uploads: readonly Upload[], before: readonly { id: string; filename: string }[]): Check =>
  (value, path, report) => {
    if (!isObject(value)) return;
    const described = Array.isArray(value.attachments) ? value.attachments.filter(isObject) : [];
    // A list of attachments says all that stay.
    const stays = (file: { id: string }) => described.some((one) => String(one.id) === file.id);
    const known = Array.isArray(value.attachments) ? before.filter(stays) : before;
    described.forEach((one, index) => {
      const sent = uploads.some((upload) => upload.field === `files[${String(one.id)}]`);
      if (!sent && !known.some((file) => file.id === String(one.id))) {
        report.add(
          [...path, 'attachments', index, 'id'],
          'ATTACHMENT_NOT_FOUND',
          'Attachment data not found',
        );
      }
    });
    const names = new Set([
      ...uploads.map((upload) => upload.name),
      ...described.flatMap((one) => (typeof one.filename === 'string' ? [one.filename] : [])),
      ...known.map((file) => file.filename),
    ]);
    const visit = (part: unknown, at: readonly (string | number)[]): void => {
      if (Array.isArray(part)) for (const [index, one] of part.entries()) visit(one, [...at, index]);
      else if (isObject(part)) for (const [key, one] of Object.entries(part)) visit(one, [...at, key]);
      else if (typeof part === 'string' && part.startsWith('attachment://') && !names.has(part.slice(13))) {
        report.add(at, 'MEDIA_ATTACHMENT_NOT_FOUND', `The referenced attachment ${part} was not found`);
      }
    };
    visit(value.components, [...path, 'components']);
    visit(value.embeds, [...path, 'embeds']);
  };

/** Whether a message would show anything at all. */
const shows = (body: MessageBody, uploads: readonly Upload[]): boolean =>
  (body.content ?? '').trim() !== '' ||
  (body.embeds ?? []).length > 0 ||
  (body.components ?? []).length > 0 ||
  (body.sticker_ids ?? []).length > 0 ||
  (body.poll ?? null) !== null ||
  uploads.length > 0;

const forwards = (body: MessageBody): boolean => body.message_reference?.type === 1;

/** A body that makes a message. Refuses with 50035, or 50006 where nothing would be shown. */
export const acceptMessage = (value: unknown, uploads: readonly Upload[]): MessageBody => {
  const v2 = isObject(value) && isV2(value.flags);
  const body = accept<MessageBody>(value, all(base(v2), filesNamed(uploads, [])));
  if (!shows(body, uploads) && !forwards(body)) throw refuse(50006);
  return body;
};

/** A body that changes this message: V2 stays V2, and what is left must still show something. */
export const acceptEdit = (
  value: unknown,
  message: StoredMessage,
  uploads: readonly Upload[],
): Partial<MessageBody> => {
  const old = message.wire;
  const wasV2 = isV2(old.flags);
  const v2 = wasV2 || (isObject(value) && isV2(value.flags));
  const becomesV2: Check = (body, path, report) => {
    if (!v2 || wasV2 || !isObject(body)) return;
    if (
      (old.content !== '' && body.content === undefined) ||
      (old.embeds.length > 0 && body.embeds === undefined)
    ) {
      report.add(
        [...path, 'content'],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        'Set content and embeds to null when a message becomes Components V2',
      );
    }
  };
  const body = accept<Partial<MessageBody>>(
    value ?? {},
    all(base(v2), becomesV2, filesNamed(uploads, old.attachments)),
  );
  const after: MessageBody = {
    content: body.content === undefined ? old.content : (body.content ?? ''),
    embeds: body.embeds === undefined ? old.embeds : (body.embeds ?? []),
    components: body.components === undefined ? (old.components ?? []) : (body.components ?? []),
  };
  const keepsFile =
    body.attachments === undefined ? old.attachments.length > 0 : (body.attachments ?? []).length > 0;
  if (!shows(after, uploads) && !keepsFile) throw refuse(50006);
  return body;
};

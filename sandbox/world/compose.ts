/** What a message looks like on the wire, made from a body that has passed validation. */
import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
  EmbedType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { isObject } from '../validate/form.ts';
import { mentionableText, pingsOf } from './mentions.ts';
import type { Channel, Pings, StoredMessage, Upload, User } from './types.ts';
import { userWire } from './wire.ts';
import type { World } from './world.ts';

/** A message body that has passed validation. */
export type MessageBody = RESTPostAPIChannelMessageJSONBody;

export interface Draft {
  /** Of a forum post's first message: the thread's own id. */
  readonly id?: string;
  readonly channel: Channel;
  readonly author: User;
  readonly body: MessageBody;
  readonly uploads?: readonly Upload[];
  readonly type?: MessageType;
  /** Ephemeral: the one person who sees it. */
  readonly visibleTo?: string | null;
  readonly interactionId?: string;
  /** Fields that only this kind of message has: interaction metadata, a loading flag. */
  readonly extra?: Partial<APIMessage>;
}

const embedWire = (embed: APIEmbed): APIEmbed => ({
  ...embed,
  type: EmbedType.Rich,
  ...(embed.fields != null && { fields: embed.fields.map((field) => ({ inline: false, ...field })) }),
});

/** What Discord says of a component that did not say it itself. */
const DEFAULTS: Readonly<Record<number, object>> = {
  [ComponentType.Container]: { accent_color: null, spoiler: false },
  [ComponentType.Separator]: { divider: true, spacing: 1 },
  [ComponentType.Thumbnail]: { description: null, spoiler: false },
  [ComponentType.File]: { spoiler: false },
};
const GALLERY_ITEM = { description: null, spoiler: false };

type Loose = Record<string, unknown>;

/** Calls `act` with every component, nested ones included, in reading order. */
const eachComponent = (value: unknown, act: (component: Loose) => void): void => {
  if (Array.isArray(value)) for (const one of value) eachComponent(one, act);
  if (!isObject(value)) return;
  act(value);
  eachComponent(value.components, act);
  eachComponent(value.accessory, act);
};

/** `attachment://name` becomes where the file of that name is kept. */
const resolveMedia = (media: unknown, attachments: readonly APIAttachment[]): void => {
  if (!isObject(media) || typeof media.url !== 'string' || !media.url.startsWith('attachment://')) return;
  const name = media.url.slice('attachment://'.length);
  const file = attachments.find((one) => one.filename === name);
  if (file === undefined) return;
  const { id, url, proxy_url, content_type, width, height } = file;
  Object.assign(media, { url, proxy_url, content_type, attachment_id: id });
  if (width !== undefined) Object.assign(media, { width, height });
};

/** A file component says how its file is called and how large it is. */
const nameFile = (component: Loose, attachments: readonly APIAttachment[]): void => {
  resolveMedia(component.file, attachments);
  const id = isObject(component.file) ? component.file.attachment_id : undefined;
  const file = attachments.find((one) => one.id === id);
  if (file !== undefined) Object.assign(component, { name: file.filename, size: file.size });
};

/**
 * Components as Discord gives them back: with its defaults, the places of attached files, and ids for those that were sent without
 * one: 1, 2, 3 … in reading order, skipping what is taken.
 */
const completed = (
  components: readonly APIMessageTopLevelComponent[],
  attachments: readonly APIAttachment[],
): APIMessageTopLevelComponent[] => {
  const taken = new Set<unknown>();
  const copy = structuredClone([...components]);
  eachComponent(copy, (component) => taken.add(component.id));
  let next = 1;
  eachComponent(copy, (component) => {
    Object.assign(component, { ...DEFAULTS[Number(component.type)], ...component });
    if (Array.isArray(component.items))
      component.items = component.items.map((item) => ({ ...GALLERY_ITEM, ...item }));
    for (const item of [component, ...(Array.isArray(component.items) ? component.items : [])])
      resolveMedia(item.media, attachments);
    if (component.type === ComponentType.File) nameFile(component, attachments);
    if (component.id) return;
    while (taken.has(next)) next += 1;
    component.id = next;
    taken.add(next);
  });
  return copy;
};

const isForward = (body: Partial<MessageBody>): boolean =>
  body.message_reference?.type === MessageReferenceType.Forward;

/** Whom a message rings. In interactions and webhooks only people are mentioned unless more is asked for. */
export const pingsOfDraft = (
  world: World,
  draft: Pick<Draft, 'channel' | 'author' | 'interactionId'> & { readonly body: Partial<MessageBody> },
  referenced: StoredMessage | undefined,
): Pings =>
  pingsOf(world, {
    text: mentionableText(draft.body.content ?? '', draft.body.components ?? []),
    author: draft.author,
    channel: draft.channel,
    allowed: draft.body.allowed_mentions ?? null,
    usersOnlyByDefault: draft.interactionId !== undefined,
    repliedTo: isForward(draft.body) ? null : (referenced?.authorId ?? null),
  });

export const mentionsWire = (world: World, pings: Pings) => ({
  mention_everyone: pings.everyone,
  mentions: pings.users.map((user) => userWire(world.user(user))),
  mention_roles: [...pings.roles],
});

interface Parts {
  readonly id: string;
  readonly pings: Pings;
  /** What is replied to or forwarded, where it is still there. */
  readonly referenced: StoredMessage | undefined;
  readonly attachments: APIAttachment[];
}

const referenceWire = (
  { channel, body }: Draft,
  referenced: StoredMessage | undefined,
): Partial<APIMessage> => {
  const reference = body.message_reference;
  if (reference == null) return {};
  return {
    message_reference: {
      type: reference.type ?? MessageReferenceType.Default,
      channel_id: reference.channel_id ?? channel.id,
      message_id: reference.message_id,
      ...(channel.guildId !== null && { guild_id: channel.guildId }),
    },
    referenced_message: referenced?.wire ?? null,
  };
};

export const composed = (
  world: World,
  draft: Draft,
  { id, pings, referenced, attachments }: Parts,
): APIMessage => {
  const { channel, author, body } = draft;
  const isReply = referenced !== undefined && !isForward(body);
  return {
    id,
    channel_id: channel.id,
    type: draft.type ?? (isReply ? MessageType.Reply : MessageType.Default),
    author: userWire(author),
    content: (body.content ?? '').trim(),
    timestamp: world.isoNow(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    ...mentionsWire(world, pings),
    attachments,
    embeds: (body.embeds ?? []).map(embedWire),
    components: completed(body.components ?? [], attachments),
    pinned: false,
    flags: (body.flags ?? 0) as MessageFlags,
    ...referenceWire(draft, referenced),
    ...draft.extra,
  };
};

/** Flags an edit decides; all others stay as they are, and "thinking" is over. */
const EDITABLE = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

/** The message with what the body names changed. Once Components V2, always Components V2. */
export const edited = (
  old: APIMessage,
  body: Partial<MessageBody>,
  attachments: readonly APIAttachment[],
): APIMessage => {
  const before = old.flags ?? 0;
  const decided =
    body.flags === undefined
      ? before & EDITABLE
      : ((body.flags ?? 0) | (before & MessageFlags.IsComponentsV2)) & EDITABLE;
  return {
    ...old,
    ...(body.content !== undefined && { content: (body.content ?? '').trim() }),
    ...(body.embeds !== undefined && { embeds: (body.embeds ?? []).map(embedWire) }),
    ...(body.components !== undefined && {
      components: completed(body.components ?? [], attachments),
    }),
    flags: ((before & ~MessageFlags.Loading & ~EDITABLE) | decided) as MessageFlags,
  };
};

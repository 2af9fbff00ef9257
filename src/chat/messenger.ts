import type { RawFile } from 'discord.js';
import {
  type APIChannel,
  type APIDMChannel,
  type APIMessage,
  type APITextDisplayComponent,
  ComponentType,
  Routes,
} from 'discord-api-types/v10';
import type { Addressed, Messenger } from '../deliver/messenger.ts';
import { fail } from '../result.ts';
import type { Sent, Span, Target } from '../store/port.ts';
import type { Call } from './call.ts';
import type { MessageBody, Room } from './fit.ts';
import { findInChannel, findPost, getSelf, type Progress } from './readBack.ts';
import { isRefusal, tryCall } from './sendProblem.ts';

/** A message on its way to a target. */
export interface Outgoing {
  readonly body: MessageBody;
  /** The same without its files: for channels in which we may not attach any. */
  readonly bare: MessageBody;
  /** What a forum post that it opens is called, at most 100 characters. */
  readonly title: string;
  /** Roles that are mentioned, of the target's own server. */
  readonly roleIds: readonly string[];
}

/** Discord's codes (docs, "Opcodes and Status Codes"). */
const UNKNOWN_CHANNEL = 10003;
const UNKNOWN_MESSAGE = 10008;
const UNKNOWN_USER = 10013;
const ALREADY_PUBLISHED = 40033;
const NOT_OURS = 50005;
const MISSING_PERMISSIONS = 50013;
const WRONG_CHANNEL_TYPE = 50024;
const ARCHIVED = 50083;
const LOCKED = 160005;
/** What a thread that people closed to us answers, whatever its channel takes. */
const SHUT = [ARCHIVED, LOCKED, MISSING_PERMISSIONS];

/** Sends alerts through Discord's REST. */
export function createMessenger(call: Call): Messenger<Outgoing> {
  let self: string | null = null;
  const directChannels = new Map<string, string>();
  const progress: Progress = new Map();

  async function channelOf(target: Target, signal: AbortSignal): Promise<string> {
    if (target.kind !== 'user') return target.channelId;
    const known = directChannels.get(target.userId);
    if (known) return known;
    const body = { recipient_id: target.userId };
    const channel = (await call('post', Routes.userChannels(), { body, signal })) as APIDMChannel;
    directChannels.set(target.userId, channel.id);
    return channel.id;
  }

  /** A thread that fell asleep is woken, and the work done then; one that is locked too stays closed, and is refused as such. */
  async function awake<T>(channelId: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isRefusal(error, ARCHIVED)) throw error;
      try {
        await call('patch', Routes.channel(channelId), { body: { archived: false }, signal });
      } catch (refused) {
        throw isRefusal(refused, ...SHUT) ? error : refused;
      }
      return work();
    }
  }

  async function postIn(
    channelId: string,
    { id, earlier }: Addressed,
    message: Outgoing,
    signal: AbortSignal,
  ): Promise<string> {
    const reference = earlier && {
      message_reference: { message_id: earlier.messageId, fail_if_not_exists: false },
    };
    const send = (part: Part) =>
      awake(channelId, signal, () =>
        call('post', Routes.channelMessages(channelId), {
          body: { ...part.body, ...reference, nonce: id, enforce_nonce: true },
          files: part.files,
          signal,
        }),
      );
    return ((await withOrWithoutFiles(message, send)) as APIMessage).id;
  }

  async function openPost(forumId: string, message: Outgoing, signal: AbortSignal): Promise<Sent> {
    const open = (part: Part) =>
      call('post', Routes.threads(forumId), {
        body: { name: message.title, message: part.body },
        files: part.files,
        signal,
      });
    const { id } = (await withOrWithoutFiles(message, open)) as APIChannel;
    // A post's first message has the post's own id (docs, "Threads").
    return { messageId: id, threadId: id };
  }

  async function post(to: Addressed, message: Outgoing, signal: AbortSignal): Promise<Sent> {
    const { target, earlier } = to;
    if (target.kind !== 'forum')
      return { messageId: await postIn(await channelOf(target, signal), to, message, signal) };
    const threadId = earlier?.threadId ?? null;
    if (threadId === null) return openPost(target.channelId, message, signal);
    try {
      return { messageId: await postIn(threadId, to, message, signal), threadId };
    } catch (error) {
      // Closed by people, it says nothing of the forum: what follows has a post of its own.
      const isOver =
        isRefusal(error, ...SHUT) || (isRefusal(error, UNKNOWN_CHANNEL) && (await isGone(threadId, signal)));
      if (!isOver) throw error;
      return openPost(target.channelId, message, signal);
    }
  }

  /** Asked once more, since the first call may have written all the same. */
  async function isGone(channelId: string, signal: AbortSignal): Promise<boolean> {
    return (await unless(UNKNOWN_CHANNEL, () => call('get', Routes.channel(channelId), { signal }))) === null;
  }

  async function findSent(
    { id, target, earlier }: Addressed,
    written: Span,
    signal: AbortSignal,
  ): Promise<Sent | null> {
    self ??= await getSelf(call, signal);
    const wanted = { deliveryId: id, written, me: self, progress };
    if (target.kind !== 'forum') {
      const messageId = await findInChannel(call, await channelOf(target, signal), wanted, signal);
      return messageId === null ? null : { messageId };
    }
    const threadId = earlier?.threadId ?? null;
    if (threadId !== null) {
      const messageId = await unless(UNKNOWN_CHANNEL, () => findInChannel(call, threadId, wanted, signal));
      if (messageId) return { messageId, threadId };
    }
    const postId = await findPost(call, target, wanted, signal);
    return postId === null ? null : { messageId: postId, threadId: postId };
  }

  return {
    post: (to, message, signal) => tryCall(() => post(to, message, signal)),

    async findSent(to, written, signal) {
      const found = await tryCall(() => findSent(to, written, signal));
      // Reading takes one permission, besides seeing the channel.
      return found.ok || found.error.trouble !== 'no-permission'
        ? found
        : fail({ ...found.error, trouble: 'no-history' });
    },

    async edit(target, sent, message, signal) {
      const edited = await tryCall(async () => {
        const edit = async (part: Part): Promise<unknown> => {
          const channelId = sent.threadId ?? (await channelOf(target, signal));
          return awake(channelId, signal, () =>
            call('patch', Routes.channelMessage(channelId, sent.messageId), {
              // What was attached before gives way to what is attached now.
              body: { ...part.body, attachments: part.files.map(({ name }, id) => ({ id, filename: name })) },
              files: part.files,
              signal,
            }),
          );
        };
        try {
          await withOrWithoutFiles(message, edit);
        } catch (error) {
          if (!isRefusal(error, UNKNOWN_MESSAGE, UNKNOWN_CHANNEL, UNKNOWN_USER, NOT_OURS)) throw error;
        }
      });
      if (edited.ok || target.kind !== 'forum' || !SHUT.includes(Number(edited.error.code))) return edited;
      const { code, detail } = edited.error;
      return fail({ kind: 'shut', code, detail });
    },

    publish: (target, { messageId }, signal) =>
      tryCall(async () => {
        const channelId = await channelOf(target, signal);
        try {
          await call('post', Routes.channelMessageCrosspost(channelId, messageId), { signal });
        } catch (error) {
          if (!isRefusal(error, ALREADY_PUBLISHED, WRONG_CHANNEL_TYPE, UNKNOWN_MESSAGE)) throw error;
        }
      }),
  };
}

interface Part {
  readonly body: object;
  readonly files: RawFile[];
}

/** Roles are mentioned in a text of its own above the message: `content` is not allowed beside components (docs, "Components V2"). */
const mentionOf = (roleIds: readonly string[]): readonly APITextDisplayComponent[] =>
  roleIds.length === 0
    ? []
    : [{ type: ComponentType.TextDisplay, content: roleIds.map((id) => `<@&${id}>`).join(' ') }];

/** What mentioning these roles takes of a message's room. */
export const roomOfMention = (roleIds: readonly string[]): Room => ({
  text: mentionOf(roleIds).reduce((sum, { content }) => sum + content.length, 0),
  components: mentionOf(roleIds).length,
});

/** A message as it is sent, with what is mentioned above it. */
export function partOf({ files = [], ...body }: MessageBody, roleIds: readonly string[]): Part {
  return {
    body: {
      ...body,
      components: [...mentionOf(roleIds), ...body.components],
      allowed_mentions: { parse: [], roles: [...roleIds] },
    },
    files: files.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) })),
  };
}

/** Files need a permission of their own; a message goes without them rather than not at all. */
async function withOrWithoutFiles<T>(
  { body, bare, roleIds }: Outgoing,
  send: (part: Part) => Promise<T>,
): Promise<T> {
  try {
    return await send(partOf(body, roleIds));
  } catch (error) {
    if (body.files === undefined || !isRefusal(error, MISSING_PERMISSIONS)) throw error;
    return send(partOf(bare, roleIds));
  }
}

async function unless<T>(code: number, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error, code)) return null;
    throw error;
  }
}

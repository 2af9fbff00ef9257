import {
  type APIMessage,
  type APIThreadChannel,
  type APIUser,
  type RESTGetAPIChannelThreadsArchivedPublicResult,
  type RESTGetAPIGuildThreadsResult,
  Routes,
} from 'discord-api-types/v10';
import type { Span } from '../store/port.ts';
import type { Call } from './call.ts';
import { isRefusal } from './sendProblem.ts';

/** Our clock and Discord's are not the same, and what was given up lands later: so much before and after is read, too. */
const graceBeforeMs = 60 * 60 * 1000;
const graceAfterMs = 12 * 60 * 60 * 1000;
const pageSize = 100;

/**
 * How far each search was read that was broken off, by place, delivery and start. A lively channel may take longer than one call has, and what
 * was read need not be read again.
 */
export type Progress = Map<string, string>;

/** A delivery's message is looked for where it was written in this time; `me` is our own user. */
export interface Wanted {
  readonly deliveryId: string;
  readonly written: Span;
  readonly me: string;
  readonly progress: Progress;
}

/** Discord's epoch is the first second of 2015; an id's upper 42 bits are milliseconds since then (docs, "Snowflakes"). */
const snowflakeAt = (epochMs: number): string =>
  String(BigInt(Math.max(0, epochMs - 1_420_070_400_000)) << 22n);

const startOf = ({ written }: Wanted): number => Date.parse(written.from) - graceBeforeMs;

const endOf = ({ written }: Wanted): number =>
  written.until === null ? Number.POSITIVE_INFINITY : Date.parse(written.until) + graceAfterMs;

/** When what has this id was made. */
const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + 1_420_070_400_000;

/** Whether a message is ours and has a component whose `custom_id` ends in the delivery's id (see `deliver/render.ts`). */
const isWanted = (message: APIMessage, { deliveryId, me }: Wanted): boolean =>
  message.author.id === me && JSON.stringify(message.components ?? []).includes(`|${deliveryId}"`);

/**
 * The message's id in this channel, or null. Where nothing is found it makes sure that we may read what was said: without the
 * permission Discord answers with an empty list, and then nobody can say what stands there (50013).
 */
export async function findInChannel(
  call: Call,
  channelId: string,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<string | null> {
  const first = snowflakeAt(startOf(wanted));
  const search = `${channelId} ${wanted.deliveryId} ${first}`;
  const { progress } = wanted;
  let after = progress.get(search) ?? first;
  for (;;) {
    const query = new URLSearchParams({ after, limit: String(pageSize) });
    const page = (await call('get', Routes.channelMessages(channelId), { query, signal })) as APIMessage[];
    const found = page.find((message) => isWanted(message, wanted));
    if (found === undefined && after === first && page.length === 0)
      await getMessage(call, channelId, after, signal);
    const last = page.map((message) => message.id).reduce(later, after);
    if (found || page.length < pageSize || timeOf(last) > endOf(wanted)) {
      progress.delete(search);
      return found?.id ?? null;
    }
    progress.set(search, last);
    after = last;
  }
}

const later = (a: string, b: string): string => (BigInt(a) > BigInt(b) ? a : b);

/** Our post in this forum that was opened with the message, or null. Its first message has the post's own id. */
export async function findPost(
  call: Call,
  forum: { readonly guildId: string; readonly channelId: string },
  wanted: Wanted,
  signal: AbortSignal,
): Promise<string | null> {
  const start = BigInt(snowflakeAt(startOf(wanted)));
  const check = async (threads: readonly APIThreadChannel[]): Promise<string | null> => {
    for (const { id, parent_id, owner_id } of threads) {
      if (
        parent_id !== forum.channelId ||
        owner_id !== wanted.me ||
        BigInt(id) < start ||
        timeOf(id) > endOf(wanted)
      )
        continue;
      const first = await getMessage(call, id, id, signal);
      if (first && isWanted(first, wanted)) return id;
    }
    return null;
  };
  const active = (await call('get', Routes.guildActiveThreads(forum.guildId), {
    signal,
  })) as RESTGetAPIGuildThreadsResult;
  const found = await check(active.threads as APIThreadChannel[]);
  if (found !== null) return found;
  // Newest archived first; what was archived before we first tried is no post of ours.
  let before: string | undefined;
  for (;;) {
    const query = new URLSearchParams({ limit: String(pageSize), ...(before ? { before } : {}) });
    const page = (await call('get', Routes.channelThreads(forum.channelId, 'public'), {
      query,
      signal,
    })) as RESTGetAPIChannelThreadsArchivedPublicResult;
    const threads = page.threads as APIThreadChannel[];
    const archived = await check(threads);
    if (archived !== null) return archived;
    before = threads.at(-1)?.thread_metadata?.archive_timestamp;
    if (!page.has_more || before === undefined || Date.parse(before) < startOf(wanted)) return null;
  }
}

export async function getSelf(call: Call, signal: AbortSignal): Promise<string> {
  return ((await call('get', Routes.user(), { signal })) as APIUser).id;
}

/** Null where there is no such message. */
async function getMessage(
  call: Call,
  channelId: string,
  messageId: string,
  signal: AbortSignal,
): Promise<APIMessage | null> {
  try {
    return (await call('get', Routes.channelMessage(channelId, messageId), { signal })) as APIMessage;
  } catch (error) {
    if (isRefusal(error, UNKNOWN_MESSAGE)) return null;
    throw error;
  }
}

const UNKNOWN_MESSAGE = 10008;

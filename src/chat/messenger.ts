import { DiscordAPIError, HTTPError, RateLimitError, REST } from 'discord.js';
import { type APIDMChannel, type APIMessage, type APIUser, Routes } from 'discord-api-types/v10';
import type { Messenger, SendProblem } from '../deliver/messenger.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Target } from '../store/port.ts';
import type { MessageBody } from './fit.ts';

/** Our clock and Discord's are not the same: a channel is read back from this much earlier than we think we first sent. */
const clockGraceMs = 60 * 60 * 1000;

/**
 * Posts alerts through Discord's REST. It has a client of its own, so that alerts go out while the gateway is being renewed.
 */
export function createMessenger(token: string, apiUrl: string | null): Messenger<MessageBody> {
  const rest = new REST({ version: '10', ...(apiUrl ? { api: apiUrl } : {}) });
  let self: string | null = null;
  const directChannels = new Map<string, string>();

  /** discord.js forgets its token after a 401; the operator may mend it at Discord's side, so each call says it again. */
  const api = (): REST => rest.setToken(token);

  async function selfId(signal: AbortSignal): Promise<string> {
    self ??= ((await api().get(Routes.user(), { signal })) as APIUser).id;
    return self;
  }

  async function channelOf(target: Target, signal: AbortSignal): Promise<string> {
    if (target.kind === 'channel') return target.channelId;
    const known = directChannels.get(target.userId);
    if (known) return known;
    const body = { recipient_id: target.userId };
    const channel = (await api().post(Routes.userChannels(), { body, signal })) as APIDMChannel;
    directChannels.set(target.userId, channel.id);
    return channel.id;
  }

  return {
    send: (target, message, nonce, signal) =>
      attempt(async () => {
        const channelId = await channelOf(target, signal);
        const body = { ...message, nonce, enforce_nonce: true };
        const sent = (await api().post(Routes.channelMessages(channelId), { body, signal })) as APIMessage;
        return { messageId: sent.id };
      }),

    findSent: (target, deliveryId, since, signal) =>
      attempt(async () => {
        const me = await selfId(signal);
        const channelId = await channelOf(target, signal);
        let after = snowflakeAt(Date.parse(since) - clockGraceMs);
        for (;;) {
          const query = new URLSearchParams({ after, limit: '100' });
          const page = (await api().get(Routes.channelMessages(channelId), {
            query,
            signal,
          })) as APIMessage[];
          const found = page.find((message) => message.author.id === me && carries(message, deliveryId));
          if (found) return found.id;
          if (page.length < 100) return null;
          after = page.map((message) => message.id).reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b));
        }
      }),
  };
}

/** Whether a message has a component whose `custom_id` ends in the delivery's id (see `deliver/render.ts`). */
const carries = (message: APIMessage, deliveryId: string): boolean =>
  JSON.stringify(message.components ?? []).includes(`|${deliveryId}"`);

/** Discord's epoch is the first second of 2015; an id's upper 42 bits are milliseconds since then (docs, "Snowflakes"). */
const snowflakeAt = (epochMs: number): string =>
  String(BigInt(Math.max(0, epochMs - 1_420_070_400_000)) << 22n);

async function attempt<T>(work: () => Promise<T>): Promise<Result<T, SendProblem>> {
  try {
    return ok(await work());
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return fail(problem);
  }
}

/** Discord's JSON error codes (docs, "Opcodes and Status Codes"): what each means for a delivery. */
const noAccess = new Set([
  50001, 50007, 50013, 50278, 20012, 40003, 160002,
  // No channel for messages; a thread that is archived; one that is locked.
  50008, 50083, 160005,
]);
const gone = new Set([10003, 10013]);

/** What to do about a failed call; null for an error that is none of Discord's or the network's: a bug. */
function problemOf(error: unknown): SendProblem | null {
  if (error instanceof RateLimitError)
    return { kind: 'retry', code: 'rate-limited', retryAfterMs: error.retryAfter, detail: error.message };
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    const detail = error.message;
    if (gone.has(code)) return { kind: 'gone', code: String(code), detail };
    if (noAccess.has(code)) return { kind: 'no-access', code: String(code), detail };
    if (error.status === 401 || error.status === 408 || error.status === 429 || error.status >= 500)
      return { kind: 'retry', code: String(error.status), detail };
    return { kind: 'rejected', code: String(code), detail };
  }
  if (error instanceof HTTPError) return { kind: 'retry', code: String(error.status), detail: error.message };
  if (error instanceof Error && isNetworkFailure(error))
    return { kind: 'retry', code: 'network', detail: error.message };
  return null;
}

/** Time-outs, resets, refused connections, failed look-ups: what fetch and its sockets throw. */
const isNetworkFailure = (error: Error): boolean =>
  error.name === 'AbortError' ||
  error.name === 'TimeoutError' ||
  /^(UND_ERR|E[A-Z]{3,}$)/.test(String('code' in error ? error.code : '')) ||
  (error.cause instanceof Error && isNetworkFailure(error.cause));

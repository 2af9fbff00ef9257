import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { SendProblem, Trouble } from '../deliver/messenger.ts';
import { fail, ok, type Result } from '../result.ts';

/** Discord's JSON error codes (docs, "Opcodes and Status Codes"): what each says of the target. */
const troubles: Readonly<Record<number, Trouble>> = {
  10003: 'gone',
  10004: 'gone',
  10013: 'gone',
  20012: 'no-access',
  50001: 'no-access',
  50013: 'no-permission',
  160002: 'no-history',
  // A channel in which no messages stand: a forum for a text channel, a category.
  50008: 'no-messages',
  50024: 'no-messages',
  // A person who takes no direct messages, of us or of anybody in the server.
  50007: 'closed',
  50278: 'closed',
  // A thread that is archived and locked; one that is locked.
  50083: 'locked',
  160005: 'locked',
  // No more threads may be active in the server.
  160006: 'full',
  160007: 'full',
  40067: 'tag-required',
};

/** Too many direct messages opened at once; a bot flagged by the spam filter: they pass by themselves. */
const passing = new Set([40003, 20026]);

/** Whether Discord itself said no, by a code of its own: 5xx come from anywhere on the way there. */
const isNo = ({ status, code }: DiscordAPIError): boolean =>
  status >= 400 && status < 500 && status !== 408 && Number.isInteger(code);

function apiProblem({ status, message: detail, code: given }: DiscordAPIError): SendProblem {
  const code = Number(given);
  const trouble = troubles[code];
  if (trouble !== undefined) return { kind: 'closed', trouble, code: String(code), detail };
  if (passing.has(code)) return { kind: 'retry', code: String(code), detail };
  if (status === 401 || status === 408 || status === 429 || status >= 500)
    return { kind: 'retry', code: String(status), detail };
  return { kind: 'rejected', code: String(code), detail };
}

/** What to do about a failed call; null for an error that is none of Discord's or the network's: a bug. */
export function problemOf(error: unknown): SendProblem | null {
  if (error instanceof RateLimitError)
    return {
      ...{ kind: 'retry', code: 'rate-limited', retryAfterMs: error.retryAfter, detail: error.message },
      unwritten: true,
    };
  if (error instanceof DiscordAPIError)
    return { ...apiProblem(error), ...(isNo(error) ? { unwritten: true } : {}) };
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

/** The work's value, or what Discord or the network has against it. Bugs throw. */
export async function tryCall<T>(work: () => Promise<T>): Promise<Result<T, SendProblem>> {
  try {
    return ok(await work());
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return fail(problem);
  }
}

/** Whether Discord refused with one of these codes. */
export const isRefusal = (error: unknown, ...codes: readonly number[]): boolean =>
  error instanceof DiscordAPIError && codes.includes(Number(error.code));

/** Requests to the sandbox without a client in between, for what discord.js would never send. */
import type { Sandbox } from '../../sandbox/index.ts';

export interface Answer {
  readonly status: number;
  readonly code: number | undefined;
  /** Path and code of everything that is wrong with a form: `embeds.0.title BASE_TYPE_MAX_LENGTH`. */
  readonly problems: readonly string[];
  readonly body: Record<string, unknown>;
  readonly list: readonly Record<string, unknown>[];
  readonly headers: Headers;
}

interface Leaf {
  readonly code: string;
}

const problemsIn = (errors: unknown, path: string): string[] => {
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([key, inner]) =>
    key === '_errors'
      ? (inner as Leaf[]).map(({ code }) => `${path} ${code}`.trim())
      : problemsIn(inner, path === '' ? key : `${path}.${key}`),
  );
};

/** Sends as the bot; `body` as JSON, or as it is when it is a `FormData`. */
export const send = async (
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const form = body instanceof FormData;
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${sandbox.token}`,
      ...(body !== undefined && !form && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  const answer = parsed as Record<string, unknown>;
  return {
    status: response.status,
    code: typeof answer.code === 'number' ? answer.code : undefined,
    problems: problemsIn(answer.errors, ''),
    body: answer,
    list: Array.isArray(parsed) ? parsed : [],
    headers: response.headers,
  };
};

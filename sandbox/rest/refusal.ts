/** Discord's error codes and sentences (docs: topics/opcodes-and-status-codes, reference#error-messages). */

/** `{"embeds": {"0": {"title": {"_errors": [{"code", "message"}]}}}}`. */
export interface FormErrors {
  [field: string]: FormErrors | { readonly code: string; readonly message: string }[];
}

const KNOWN = {
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  10066: [404, 'Unknown application command permissions'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  20026: [403, 'This bot has been flagged for anti-spam.'],
  30003: [400, 'Maximum number of pins reached for this channel (50)'],
  30015: [400, 'Maximum number of attachments in a message reached (10)'],
  30032: [400, 'Maximum number of application commands reached'],
  40005: [413, 'Request entity too large'],
  40033: [400, 'This message has already been crossposted.'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40067: [400, 'A tag is required to create a forum post in this channel'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50016: [
    400,
    'Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete.',
  ],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50034: [400, 'You can only bulk delete messages that are under 14 days old.'],
  50035: [400, 'Invalid Form Body'],
  50041: [400, 'Invalid API version provided.'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
} as const satisfies Record<number, readonly [number, string]>;

export type KnownCode = keyof typeof KNOWN;

/** Ends a request. The router alone catches it and answers with `{code, message, errors?}`. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: FormErrors | undefined;

  constructor(status: number, code: number, message: string, errors?: FormErrors) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body(): object {
    return {
      message: this.message,
      code: this.code,
      ...(this.errors !== undefined && { errors: this.errors }),
    };
  }
}

export const refuse = (code: KnownCode): Refusal => new Refusal(KNOWN[code][0], code, KNOWN[code][1]);

export const isKnownCode = (code: number): code is KnownCode => code in KNOWN;

/** Errors without a code of their own. */
export const unauthorized = (): Refusal => new Refusal(401, 0, '401: Unauthorized');
export const notFound = (): Refusal => new Refusal(404, 0, '404: Not Found');
export const methodNotAllowed = (): Refusal => new Refusal(405, 0, '405: Method Not Allowed');

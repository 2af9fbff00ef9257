import { createHash } from 'node:crypto';

/**
 * A name for a thing made of what the thing is: the same parts always give the same 22 characters (132 bits, URL-safe), so
 * that whatever is done twice is seen to be the same. Fits Discord's nonce (25) and a `custom_id`.
 */
export const identify = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

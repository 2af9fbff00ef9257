import { createHash, hash } from 'node:crypto';

/** A short, stable name for a text: 22 characters (132 bits) that fit a message nonce and a URL. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  let text = '';
  for (const part of parts) {
    if (typeof part !== 'string') return hashOfBytes(parts);
    text += `${part}\u0000`;
  }
  return hash('sha256', text, 'base64url').slice(0, 22);
}

function hashOfBytes(parts: readonly (string | Uint8Array)[]): string {
  const whole = createHash('sha256');
  for (const part of parts) whole.update(part).update('\u0000');
  return whole.digest('base64url').slice(0, 22);
}

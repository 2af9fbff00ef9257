import { fail, ok, type Result } from '../result.ts';
import type { AttachmentValue } from './command.ts';

/** Why a person's file was not read. `foreign`: it is not kept where Discord keeps files. */
export type DownloadProblem = 'too-large' | 'unreachable' | 'foreign';

/** Where Discord keeps attachments (docs, "Reference: Image Formatting", "CDN"). */
const HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];

/**
 * The text of a file that a person attached, of at most `limit` bytes; nothing is fetched from elsewhere, redirects neither.
 * `apiHost`: of `DISCORD_API_URL`, whose stand-in keeps files itself.
 */
export async function download(
  { url, size }: AttachmentValue,
  limit: number,
  apiHost: string | null,
): Promise<Result<string, DownloadProblem>> {
  const at = URL.parse(url);
  const isDiscords = at?.protocol === 'https:' && HOSTS.includes(at.host);
  if (!at || !(isDiscords || (apiHost !== null && at.protocol === 'http:' && at.host === apiHost)))
    return fail('foreign');
  if (size > limit) return fail('too-large');
  try {
    const response = await fetch(at, { redirect: 'error', signal: AbortSignal.timeout(10_000) });
    if (!response.ok || response.body === null) return fail('unreachable');
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > limit) return fail('too-large');
      chunks.push(chunk);
    }
    return ok(new TextDecoder().decode(Buffer.concat(chunks)));
  } catch (error) {
    // fetch's way to say that the network failed, or our time was over.
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
      return fail('unreachable');
    throw error;
  }
}

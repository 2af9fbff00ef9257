import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { fail, ok, type Result } from '../../result.ts';
import { cleanText } from './clean.ts';

/** What an extraction may cost. */
export const limits = { ms: 20_000, heapMiB: 256 } as const;

/** `kind`: no PDF and no DOCX; `timeout`; `malformed`: damaged, locked or too costly; `no-text`: pages of pictures. */
export type ExtractFailure = 'kind' | 'timeout' | 'malformed' | 'no-text';

/** `%PDF-` near the start, or a zip archive. Not the page that some sites answer with in a file's place. */
export function isReadable(file: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(file.subarray(0, 1024));
  return head.includes('%PDF-') || head.startsWith('PK\u0003\u0004');
}

const EXTRACTOR = join(import.meta.dirname, 'extractor.ts');

/**
 * The text of a PDF or DOCX file, read in a process of its own that is ended when `deadline` aborts: a hostile file costs its own
 * reading, no more. `deadline` as in `FetcherOptions`.
 */
export async function extractText(
  file: Uint8Array,
  deadline: (ms: number) => AbortSignal = AbortSignal.timeout,
): Promise<Result<string, ExtractFailure>> {
  if (!isReadable(file)) return fail('kind');
  const signal = deadline(limits.ms);
  const child = spawn(process.execPath, [`--max-old-space-size=${limits.heapMiB}`, EXTRACTOR], {
    stdio: ['pipe', 'pipe', 'ignore'],
    signal,
    killSignal: 'SIGKILL',
    // Nothing of ours is the file's business.
    env: {},
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
    // Killed by the deadline, or not started at all; `close` follows.
    child.on('error', () => undefined);
  });
  // A process that ends before it has read everything breaks the pipe, which its end tells better.
  child.stdin.on('error', () => undefined);
  child.stdin.end(file);
  const [answer, code] = await Promise.all([readAll(child.stdout), ended]);
  if (signal.aborted) return fail('timeout');
  if (code !== 0) return fail('malformed');
  const { text } = JSON.parse(answer) as { readonly text: string | null };
  if (text === null) return fail('kind');
  const clean = cleanText(text);
  return clean === '' ? fail('no-text') : ok(clean);
}

import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fail, ok, type Result } from '../result.ts';
import type { VerbInput } from './verb.ts';

/** The bytes of a file, or of standard input for `-`. A file that cannot be read is complained of, by name. */
export async function readInput(file: string, { t, complain }: VerbInput): Promise<Result<Buffer, 1>> {
  try {
    return ok(file === '-' ? await buffer(process.stdin) : await readFile(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    complain(t('cli.unreadable-file', { file, detail: error.message }));
    return fail(1);
  }
}

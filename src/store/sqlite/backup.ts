import { existsSync, linkSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { fail, ok, type Result } from '../../result.ts';
import type { StoreProblem } from '../problem.ts';
import { describeProblem } from './problem.ts';

/** More pages than any database has: one step, hence one snapshot, off the main thread. */
const ALL_PAGES = 0x7fff_ffff;

/**
 * Copies the database to `file`, which appears only when the copy is whole. A connection of its own reads it, so that what the
 * bot writes meanwhile neither waits nor leaks into the copy half done.
 */
export async function backUp(source: DatabaseSync, file: string): Promise<Result<void, StoreProblem>> {
  const partial = `${file}.partial`;
  try {
    if (existsSync(file)) return fail({ code: 'exists', path: file, detail: '' });
    rmSync(partial, { force: true });
    const path = source.location();
    if (path === null) source.prepare('vacuum into ?').run(partial);
    else {
      const reader = new DatabaseSync(path, { readOnly: true });
      try {
        await backup(reader, partial, { rate: ALL_PAGES });
      } finally {
        reader.close();
      }
    }
    // A link, unlike a rename, never replaces what somebody else put there meanwhile.
    linkSync(partial, file);
    return ok(undefined);
  } catch (error) {
    const problem = describeProblem(error, file);
    if (!problem) throw error;
    return fail(problem);
  } finally {
    rmSync(partial, { force: true });
  }
}

import { DatabaseSync } from 'node:sqlite';

/** Held until `release`, or until the process ends in whatever way. */
export interface Lock {
  release(): void;
}

/**
 * Takes the lock of a database: an exclusive transaction, left open, on an empty database beside it. The operating system drops
 * it with the process, even after SIGKILL, so that no stale lock is ever left. Null when another holds it.
 */
export function takeLock(path: string): Lock | null {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('begin exclusive');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return null;
    throw error;
  }
}

const SQLITE_BUSY = 5;

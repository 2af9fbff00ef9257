import type { StoreProblem, StoreProblemCode } from '../problem.ts';

/** SQLite's primary result codes (sqlite.org/rescode.html), as they bear on opening and copying a file. */
const byResultCode: Readonly<Record<number, StoreProblemCode>> = {
  3: 'no-permission', // PERM
  5: 'in-use', // BUSY
  6: 'in-use', // LOCKED
  8: 'read-only', // READONLY
  11: 'damaged', // CORRUPT
  13: 'disk-full', // FULL
  26: 'not-a-database', // NOTADB
};

const bySystemCode: Readonly<Record<string, StoreProblemCode>> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EEXIST: 'exists',
  EISDIR: 'is-directory',
  ENOTDIR: 'not-a-directory',
};

/** What an error of SQLite or of the file system means to the operator. Anything else that was thrown is a bug: null. */
export function describeProblem(error: unknown, path: string): StoreProblem | null {
  if (!(error instanceof Error)) return null;
  // An extended result code holds the primary one in its low byte.
  if ('errcode' in error && typeof error.errcode === 'number') {
    return { code: byResultCode[error.errcode & 0xff] ?? 'unavailable', path, detail: error.message };
  }
  if ('syscall' in error && 'code' in error && typeof error.code === 'string') {
    // A directory cannot be made where a file stands.
    if (error.syscall === 'mkdir' && error.code === 'EEXIST') {
      return { code: 'not-a-directory', path, detail: error.message };
    }
    return { code: bySystemCode[error.code] ?? 'unavailable', path, detail: error.message };
  }
  return null;
}

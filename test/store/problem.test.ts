import { expect, test } from 'vitest';
import { describeProblem } from '../../src/store/sqlite/problem.ts';

const failure = (part: object) => Object.assign(new Error('words of the system'), part);

test.each([
  [{ errcode: 26 }, 'not-a-database', 'NOTADB'],
  [{ errcode: 11 }, 'damaged', 'CORRUPT'],
  [{ errcode: 267 }, 'damaged', 'CORRUPT_VTAB: an extended code counts as its primary one'],
  [{ errcode: 8 }, 'read-only', 'READONLY'],
  [{ errcode: 1032 }, 'read-only', 'READONLY_DBMOVED'],
  [{ errcode: 3 }, 'no-permission', 'PERM'],
  [{ errcode: 5 }, 'in-use', 'BUSY: another process writes for longer than we wait'],
  [{ errcode: 13 }, 'disk-full', 'FULL'],
  [{ errcode: 14 }, 'unavailable', 'CANTOPEN: it does not say why'],
  [{ syscall: 'access', code: 'EACCES' }, 'no-permission', 'not ours'],
  [{ syscall: 'mkdir', code: 'EROFS' }, 'read-only', 'a file system mounted read-only'],
  [{ syscall: 'mkdir', code: 'ENOSPC' }, 'disk-full', 'no room for a directory'],
  [{ syscall: 'mkdir', code: 'EEXIST' }, 'not-a-directory', 'a file where the directory would be'],
  [{ syscall: 'mkdir', code: 'ENOTDIR' }, 'not-a-directory', 'a file further up'],
  [{ syscall: 'link', code: 'EEXIST' }, 'exists', 'a backup that came first'],
  [{ syscall: 'open', code: 'ELOOP' }, 'unavailable', 'anything else'],
])('%j is %s (%s)', (part, code, _reason) => {
  expect(describeProblem(failure(part), '/data/a.db')).toEqual({
    code,
    path: '/data/a.db',
    detail: 'words of the system',
  });
});

test.each([
  [new TypeError('undefined is not a function'), 'a bug'],
  [failure({ code: 'ERR_INVALID_ARG_TYPE' }), 'a bug that has a code'],
  ['thrown text', 'no error at all'],
])('%s is no problem of the file: it is thrown on (%s)', (error, _reason) => {
  expect(describeProblem(error, 'a.db')).toBeNull();
});

/**
 * Why a store cannot be opened or copied.
 * - `bad-url`: not an address of a database. - `unsupported-yet`: a kind of database that is not served so far.
 * - `is-directory`, `not-a-directory` (one above it is a file), `no-permission`, `read-only`, `disk-full`: the file system says no.
 * - `not-a-database`: the file holds something else. - `damaged`: it is a database with broken pages.
 * - `foreign`: a database of another program. - `newer-schema`: written by a later version of this one.
 * - `in-use`: another process runs the bot on it. - `exists`: a copy would overwrite a file. - `unavailable`: anything else.
 */
export type StoreProblemCode =
  | 'bad-url'
  | 'unsupported-yet'
  | 'is-directory'
  | 'not-a-directory'
  | 'no-permission'
  | 'read-only'
  | 'disk-full'
  | 'not-a-database'
  | 'damaged'
  | 'foreign'
  | 'newer-schema'
  | 'in-use'
  | 'exists'
  | 'unavailable';

export interface StoreProblem {
  readonly code: StoreProblemCode;
  /** The file it is about, or the address without user name and password. */
  readonly path: string;
  /** What the system said, for the log; empty where the code says all. */
  readonly detail: string;
}

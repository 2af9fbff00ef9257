import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CompiledQuery, Kysely } from 'kysely';
import { fail, ok, type Result } from '../../result.ts';
import type { Store } from '../port.ts';
import type { StoreProblem } from '../problem.ts';
import { migrate } from '../sql/migrate.ts';
import type { Tables } from '../sql/schema.ts';
import { createSqlStore } from '../sql/store.ts';
import { backUp } from './backup.ts';
import { createCheckpointer } from './checkpoint.ts';
import { sqliteDialect } from './dialect.ts';
import { type Lock, takeLock } from './lock.ts';
import { describeProblem } from './problem.ts';

const IN_MEMORY = ':memory:';

/** Milliseconds a writer waits for another process (a command-line verb, say) to finish its transaction. */
const BUSY_TIMEOUT_MS = 5_000;

const NORMAL = CompiledQuery.raw('pragma synchronous = normal');
const FULL = CompiledQuery.raw('pragma synchronous = full');

/** Opens the database at `path`, made with its directory if missing, at the present schema. */
export async function openSqlite(
  path: string,
  { exclusive }: { readonly exclusive: boolean },
): Promise<Result<Store, StoreProblem>> {
  let lock: Lock | null = null;
  let database: DatabaseSync | null = null;
  const abandon = (problem: StoreProblem): Result<Store, StoreProblem> => {
    if (database?.isOpen) database.close();
    lock?.release();
    return fail(problem);
  };
  try {
    if (path !== IN_MEMORY) {
      const problem = prepareFile(path);
      if (problem) return fail(problem);
      if (exclusive) {
        lock = takeLock(`${path}.lock`);
        if (!lock) return fail({ code: 'in-use', path, detail: `${path}.lock` });
      }
    }
    database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
    // WAL lets the command line read while the bot writes. FULL syncs the log at every commit (0.3 ms was seen): after a power
    // cut a delivery that was leased is still known to have been tried, and is read back instead of sent again. NORMAL, though
    // as safe against a killed process, may forget the last commits then.
    // The log is copied into the database by the checkpointer; a commit does it only when that cannot keep up.
    // A new database has pages of 8 KB, of which half as many are written for the same rows.
    // What a statement must remember to be taken back is a few hundred pages at most, and need not go through a file.
    database.exec(
      'pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 16000; pragma temp_store = memory',
    );
    const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
    const migrated = await migrate(db);
    if (!migrated.ok) return abandon({ ...migrated.error, path });
    const opened = database;
    const held = lock;
    const checkpointer = createCheckpointer(opened);
    return ok(
      createSqlStore(db, {
        backup: (file) => backUp(opened, file),
        unsynced: (work) =>
          db.connection().execute(async (connection) => {
            // Cannot be changed within a transaction; nobody else has the connection meanwhile.
            await connection.executeQuery(NORMAL);
            try {
              return await work(connection);
            } finally {
              await connection.executeQuery(FULL);
              checkpointer.look();
            }
          }),
        async close() {
          await checkpointer.idle();
          await db.destroy();
          held?.release();
        },
      }),
    );
  } catch (error) {
    const problem = describeProblem(error, path);
    if (!problem) throw error;
    return abandon(problem);
  }
}

/** Makes the directory. Asks the file system first, whose answer says more than SQLite's "unable to open". */
function prepareFile(path: string): StoreProblem | null {
  const problem = makeDirectory(dirname(resolve(path)));
  if (problem) return { ...problem, path };
  const file = statSync(path, { throwIfNoEntry: false });
  if (file && !file.isFile())
    return { code: file.isDirectory() ? 'is-directory' : 'not-a-database', path, detail: '' };
  // SQLite writes its log beside the database.
  for (const written of file ? [dirname(path), path] : [dirname(path)]) {
    accessSync(written, constants.R_OK | constants.W_OK);
  }
  return null;
}

/**
 * Makes what is missing of a directory, level by level: where nothing can be made (`/proc`), `mkdir` answers that the level above is
 * missing, and Node's recursive way tries that one again for ever.
 */
function makeDirectory(directory: string): Omit<StoreProblem, 'path'> | null {
  const missing: string[] = [];
  let level = directory;
  let found = statSync(level, { throwIfNoEntry: false });
  while (!found) {
    missing.unshift(level);
    level = dirname(level);
    found = statSync(level, { throwIfNoEntry: false });
  }
  if (!found.isDirectory()) return { code: 'not-a-directory', detail: level };
  if (missing.length > 0) accessSync(level, constants.W_OK | constants.X_OK);
  for (const each of missing) mkdirSync(each);
  return null;
}

import { CompiledQuery, type Transaction } from 'kysely';
import type { Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** Works of one transaction: what its end costs is shared, and nobody else waits long for the database. */
const MOST_IN_GROUP = 24;

interface Waiting {
  /** Does the work; the answer confirms it, or says that it was taken back. */
  readonly attempt: (trx: Trx) => Promise<() => void>;
  readonly reject: (error: unknown) => void;
}

/**
 * Works that come up in successive turns of the event loop share a transaction, each in a savepoint of its own: one is written whole
 * or, when it throws, not at all, and takes nothing from the others. None is confirmed before the transaction is committed.
 */
export function inGroups(transact: (work: (trx: Trx) => Promise<void>) => Promise<void>): {
  readonly run: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;
  /** Over when all that was given is written. */
  readonly idle: () => Promise<void>;
} {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    const ends: (() => void)[] = [];
    try {
      await transact(async (trx) => {
        for (const { attempt } of group) ends.push(await attempt(trx));
      });
      for (const end of ends) end();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  async function writeAll(): Promise<void> {
    // As long as every turn of the event loop brings more, the group grows.
    for (let known = 0; known < waiting.length && waiting.length < MOST_IN_GROUP; ) {
      known = waiting.length;
      await new Promise(setImmediate);
    }
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST_IN_GROUP);
      waiting = waiting.slice(MOST_IN_GROUP);
      await writeGroup(group);
    }
    writing = null;
  }

  return {
    run: <T>(work: (trx: Trx) => Promise<T>): Promise<T> => {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      const attempt = async (trx: Trx): Promise<() => void> => {
        const ended = await inSavepoint(trx, work);
        return () => (ended.ok ? resolve(ended.value) : reject(ended.error));
      };
      waiting.push({ attempt, reject });
      writing ??= writeAll();
      return promise;
    },
    idle: async () => {
      await writing;
    },
  };
}

type Ended<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/** Throws only where the work cannot be taken back by itself: the whole transaction is then to be. */
async function inSavepoint<T>(trx: Trx, work: (trx: Trx) => Promise<T>): Promise<Ended<T>> {
  await trx.executeQuery(SAVE);
  try {
    const value = await work(trx);
    await trx.executeQuery(RELEASE);
    return { ok: true, value };
  } catch (error) {
    await trx.executeQuery(UNDO);
    await trx.executeQuery(RELEASE);
    return { ok: false, error };
  }
}

const SAVE = CompiledQuery.raw('savepoint work');
const UNDO = CompiledQuery.raw('rollback to savepoint work');
const RELEASE = CompiledQuery.raw('release savepoint work');

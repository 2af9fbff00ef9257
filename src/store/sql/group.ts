import type { Transaction } from 'kysely';
import type { Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** Works of one transaction: what its end costs is shared. */
const MOST_IN_GROUP = 32;
/** Milliseconds after which it takes no further work: nobody else has the database meanwhile, and on SQLite not the thread either. */
const GROUP_MS = 50;

interface Waiting {
  /** Does the work; the answer confirms it. */
  readonly attempt: (trx: Trx) => Promise<() => void>;
  readonly reject: (error: unknown) => void;
}

/**
 * Works that come up in successive turns of the event loop share a transaction. Where one throws it is taken back whole, and each is
 * done anew in a transaction of its own: one is written whole or not at all, and takes nothing from the others. So a work may be done
 * twice, and only what it writes counts. None is confirmed before its transaction is committed. `passed` counts milliseconds.
 */
export function inGroups(
  transact: (work: (trx: Trx) => Promise<void>) => Promise<void>,
  passed: () => number = () => performance.now(),
): {
  readonly run: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;
  /** Over when all that was given is written. */
  readonly idle: () => Promise<void>;
} {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  /** How many of these are done, or have failed: the first at least. */
  async function writeGroup(group: readonly Waiting[]): Promise<number> {
    const ends: (() => void)[] = [];
    let isAtWork = false;
    try {
      await transact(async (trx) => {
        const begun = passed();
        for (const { attempt } of group) {
          isAtWork = true;
          ends.push(await attempt(trx));
          if (passed() - begun >= GROUP_MS) break;
        }
        isAtWork = false;
      });
      for (const end of ends) end();
      return ends.length;
    } catch (error) {
      // A database that cannot begin or commit does so no better for each alone.
      if (isAtWork && group.length > 1) for (const one of group) await writeGroup([one]);
      else for (const { reject } of group) reject(error);
      return group.length;
    }
  }

  async function writeAll(): Promise<void> {
    // As long as every turn of the event loop brings more, the group grows.
    for (let known = 0; known < waiting.length && waiting.length < MOST_IN_GROUP; ) {
      known = waiting.length;
      await new Promise(setImmediate);
    }
    while (waiting.length > 0) {
      const done = await writeGroup(waiting.slice(0, MOST_IN_GROUP));
      waiting = waiting.slice(done);
      if (waiting.length > 0) await new Promise(setImmediate);
    }
    writing = null;
  }

  return {
    run: <T>(work: (trx: Trx) => Promise<T>): Promise<T> => {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      const attempt = async (trx: Trx): Promise<() => void> => {
        const value = await work(trx);
        return () => resolve(value);
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

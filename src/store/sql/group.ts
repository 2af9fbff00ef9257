import { CompiledQuery, type Transaction } from 'kysely';
import type { Outcome } from '../port.ts';
import type { Tables } from './schema.ts';

type Trx = Transaction<Tables>;
type Work = (trx: Trx) => Promise<Outcome>;

/** Works of one transaction: what its end costs is shared, and nobody else waits long for the database. */
const MOST_IN_GROUP = 24;

/**
 * Works that come up in successive turns of the event loop share a transaction, each in a savepoint of its own: one is written whole or, when
 * it throws, not at all, and takes nothing from the others. None is confirmed before the transaction is committed.
 */
export function inGroups(transact: (work: (trx: Trx) => Promise<void>) => Promise<void>): {
  readonly run: (work: Work) => Promise<Outcome>;
  /** Over when all that was given is written. */
  readonly idle: () => Promise<void>;
} {
  let waiting: { readonly work: Work; readonly end: PromiseWithResolvers<Outcome> }[] = [];
  let writing: Promise<void> | null = null;

  async function writeGroup(group: typeof waiting): Promise<void> {
    const confirm: (() => void)[] = [];
    try {
      await transact(async (trx) => {
        for (const { work, end } of group) {
          const ended = await inSavepoint(trx, work);
          confirm.push(() => (ended.ok ? end.resolve(ended.outcome) : end.reject(ended.error)));
        }
      });
      for (const say of confirm) say();
    } catch (error) {
      for (const { end } of group) end.reject(error);
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
    run: (work) => {
      const end = Promise.withResolvers<Outcome>();
      waiting.push({ work, end });
      writing ??= writeAll();
      return end.promise;
    },
    idle: async () => {
      await writing;
    },
  };
}

type Ended =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly error: unknown };

/** Throws only where the work cannot be taken back by itself: the whole transaction is then to be. */
async function inSavepoint(trx: Trx, work: Work): Promise<Ended> {
  await trx.executeQuery(SAVE);
  try {
    const outcome = await work(trx);
    await trx.executeQuery(RELEASE);
    return { ok: true, outcome };
  } catch (error) {
    await trx.executeQuery(UNDO);
    await trx.executeQuery(RELEASE);
    return { ok: false, error };
  }
}

const SAVE = CompiledQuery.raw('savepoint work');
const UNDO = CompiledQuery.raw('rollback to savepoint work');
const RELEASE = CompiledQuery.raw('release savepoint work');

import { once } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

/** Pages of the log that are copied at once: with few, a page that is written again and again is copied each time. */
const CHECKPOINT_PAGES = 4_000;

export interface Checkpointer {
  /** Copies the log into the database if it has grown long; called after what may have made it so. */
  look(): void;
  /** Over when nothing is being copied. */
  idle(): Promise<void>;
}

/**
 * Copies the log of the open database into the file from a thread of its own: a copy waits for the disk, and whoever asks the bot
 * something would wait with it. A copy that fails is made up for by the next, and at last by a commit, which then says what is wrong.
 */
export function createCheckpointer(database: DatabaseSync, pages = CHECKPOINT_PAGES): Checkpointer {
  // Copies nothing: says how long the log is, and how much of it was copied.
  const length = database.prepare('pragma wal_checkpoint(noop)');
  const path = database.location();
  let copying: Promise<void> | null = null;

  async function copy(): Promise<void> {
    const thread = new Worker(new URL('./checkpoint.worker.ts', import.meta.url), { workerData: path });
    // Nobody who wants to leave waits for it; `close` does.
    thread.unref();
    await once(thread, 'exit').catch(() => undefined);
    copying = null;
  }

  return {
    look() {
      const { log, checkpointed } = length.get() as { readonly log: number; readonly checkpointed: number };
      // A database in memory has no log, and its length is -1.
      if (log - checkpointed >= pages) copying ??= copy();
    },
    idle: async () => {
      await copying;
    },
  };
}

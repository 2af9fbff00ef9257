import { Worker } from 'node:worker_threads';
import { fail } from '../../result.ts';
import type { Readings } from './readings.ts';
import type { ReadFailure } from './types.ts';

/** What reading a page may cost. */
export const limits = { ms: 10_000, heapMiB: 512 } as const;
/** For so long the thread waits for another page: a tick brings them one after the other, the next is minutes away. */
const IDLE_MS = 30_000;

export interface ReadThreadOptions {
  /** Aborts after so many milliseconds; tests give their own. */
  readonly deadline?: (ms: number) => AbortSignal;
  /** What all reading may hold in memory. */
  readonly heapMiB?: number;
}

export interface ReadThread extends Readings {
  /** What is being read fails; nothing is read any more. */
  close(): Promise<void>;
}

/** What is asked of the thread (`readThread.worker.ts`), and its answers, in the same order. */
export type Question = {
  readonly [K in keyof Readings]: { readonly kind: K; readonly of: Parameters<Readings[K]> };
}[keyof Readings];
export type Answer = { readonly value: unknown } | { readonly error: unknown };

interface Waiting {
  readonly question: Question;
  readonly answer: (answer: Answer) => void;
}

const failed = (cause: string, note: string): Answer => ({
  value: fail({ cause, notes: [note] } satisfies ReadFailure),
});
const CLOSED = failed('closed', 'Nothing is read any more.');
const TOO_SLOW = failed('too-complex', `Reading the page takes longer than ${limits.ms / 1000} seconds.`);
const TOO_BIG = failed('too-complex', 'Reading the page takes more memory than any page should.');

/**
 * Reads pages in a thread of its own, one after the other: whoever asks the bot something does not wait for what a page, or a reader
 * that somebody thought up for one, makes slow. One that takes too long, or too much memory, takes the thread with it, and nothing else:
 * it is `too-complex`, and those behind it are read by another thread. There is none while nothing is to be read.
 */
export function createReadThread({
  deadline = AbortSignal.timeout,
  heapMiB = limits.heapMiB,
}: ReadThreadOptions = {}): ReadThread {
  const waiting: Waiting[] = [];
  let thread: Worker | null = null;
  let isClosed = false;
  /** What the limit of time is for: the page that is being read, or the wait for one. */
  let turn = {};

  /** When `ms` have passed without another page having its turn. */
  function inTime(ms: number, work: () => void): void {
    const own = {};
    turn = own;
    // An answer may have come while this thread was busy itself; it is heard first.
    const late = (): void => void setImmediate(() => own === turn && work());
    deadline(ms).addEventListener('abort', late, { once: true });
  }

  function next(): void {
    if (waiting.length > 0) inTime(limits.ms, () => replace(TOO_SLOW));
    else inTime(IDLE_MS, () => void end());
    // Nobody who wants to leave waits for a thread that has nothing to read.
    if (waiting.length === 0) thread?.unref();
  }

  async function end(): Promise<void> {
    const ended = thread;
    thread = null;
    await ended?.terminate();
  }

  /** The page that is being read is given up; the others are read anew. */
  function replace(answer: Answer): void {
    void end();
    waiting.shift()?.answer(answer);
    if (waiting.length > 0) thread = start();
    next();
  }

  function start(): Worker {
    const own = new Worker(new URL('./readThread.worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMiB },
    });
    own.on('message', (answer: Answer) => {
      if (own !== thread) return;
      waiting.shift()?.answer(answer);
      next();
    });
    let reason: Error & { readonly code?: string } = new Error('the reading thread ended');
    own.on('error', (error: Error) => {
      reason = error;
    });
    own.on('exit', () => {
      if (own === thread) replace(reason.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_BIG : { error: reason });
    });
    for (const { question } of waiting) own.postMessage(question);
    return own;
  }

  function ask<T>(question: Question): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const answer = (given: Answer): void =>
        'error' in given ? reject(given.error) : resolve(given.value as T);
      if (isClosed) return answer(CLOSED);
      thread ??= start();
      // Thrown by what cannot be sent, which is then not waited for.
      thread.postMessage(question);
      waiting.push({ question, answer });
      thread.ref();
      if (waiting.length === 1) next();
    });
  }

  return {
    list: (...of) => ask({ kind: 'list', of }),
    detail: (...of) => ask({ kind: 'detail', of }),
    close: async () => {
      isClosed = true;
      turn = {};
      for (const { answer } of waiting.splice(0)) answer(CLOSED);
      await end();
    },
  };
}

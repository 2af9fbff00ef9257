import { parentPort } from 'node:worker_threads';
import { ok } from '../../result.ts';
import { hashWords } from '../identity/textHash.ts';
import { readHere } from './readings.ts';
import type { Answer, Question } from './readThread.ts';

async function read({ kind, of }: Question): Promise<unknown> {
  if (kind === 'detail') return readHere.detail(...of);
  const list = await readHere.list(...of);
  if (!list.ok) return list;
  // Whoever decides on the entries asks for it, in the thread that others wait for.
  return ok({
    ...list.value,
    entries: list.value.entries.map((entry) => ({ ...entry, textHash: hashWords(entry) })),
  });
}

/** One page after the other, so that answers come in the order of the questions. */
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (question: Question) => {
  last = last
    .then(() => read(question))
    .then(
      (value): Answer => ({ value }),
      (error: unknown): Answer => ({ error }),
    )
    .then((answer) => parentPort?.postMessage(answer));
});

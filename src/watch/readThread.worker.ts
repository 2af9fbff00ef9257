import { parentPort } from 'node:worker_threads';
import { readHere } from './readings.ts';
import type { Answer, Question } from './readThread.ts';

const read = ({ kind, of }: Question): Promise<unknown> =>
  kind === 'list' ? readHere.list(...of) : readHere.detail(...of);

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

import { Worker } from 'node:worker_threads';
import { hashOf } from '../../hash.ts';

/** One picture is drawn at a time: each takes some 60 MB while it is drawn. */
let last: Promise<unknown> = Promise.resolve();

/** The pictures asked for lately, by their SVG's hash: a day's is the same for all who ask in one language. */
const kept = new Map<string, Promise<Uint8Array>>();
const mostKept = 3;

/** An SVG of ours as PNG. Throws where it cannot be drawn: that is a bug. */
export function drawPng(svg: string): Promise<Uint8Array> {
  const key = hashOf(svg);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const drawn = last.then(() => paint(svg));
  last = drawn.catch(() => kept.delete(key));
  kept.set(key, drawn);
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
  return drawn;
}

function paint(svg: string): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const worker = new Worker(new URL('./paint.ts', import.meta.url), {
    workerData: svg,
    // The options of the whole process are not a thread's to have.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`drawing ended with ${code} before it was done`)));
  return promise.finally(() => worker.terminate());
}

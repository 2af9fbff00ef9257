/**
 * One engine over one folder, in a process of its own so that its memory is its own:
 * `node bench/search/measure.ts <library|minisearch> <folder> <file>`. Prints one line of JSON.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { openCorpus } from '../../corpus/library.ts';
import { loadFile } from '../../corpus/load.ts';
import { prepareUnits } from '../../src/corpus/search/prepare.ts';
import { createSearch } from '../../src/corpus/search/search.ts';
import { plainText, tokenise } from '../../src/corpus/search/tokenise.ts';
import queries from '../../test/fixtures/queries.json' with { type: 'json' };

export interface Measured {
  readonly units: number;
  readonly buildMs: number;
  /** Null where nothing is kept on disk. */
  readonly openMs: number | null;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly memoryMb: number;
}

const [engine = '', folder = '', file = ''] = process.argv.slice(2);

async function measureLibrary(): Promise<Measured> {
  const timed = async () => {
    const start = performance.now();
    const opened = await openCorpus({ extraDir: folder, file, onProgress: showProgress });
    if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.detail}`);
    return { library: opened.value, ms: performance.now() - start };
  };
  const built = await timed();
  built.library.close();
  const { library, ms: openMs } = await timed();
  const search = createSearch(library.corpus, library.index);
  const times = timeQueries((query) => search.search(query, { limit: 10 }));
  return { units: library.index.size, buildMs: built.ms, openMs, ...times };
}

async function measureMiniSearch(): Promise<Measured> {
  const start = performance.now();
  const index = newMiniSearch();
  let units = 0;
  for (const name of (await readdir(folder)).sort()) {
    const loaded = await loadFile(join(folder, name));
    if (loaded.ok) for (const { plain } of prepareUnits(loaded.value)) index.add({ id: units++, ...plain });
  }
  const buildMs = performance.now() - start;
  const times = timeQueries((query) => index.search(plainText(query)).slice(0, 10));
  return { units, buildMs, openMs: null, ...times };
}

/** MiniSearch with our tokens, since its own know no Chinese. */
export function newMiniSearch(): MiniSearch {
  return new MiniSearch({
    fields: ['caption', 'keywords', 'path', 'text'],
    tokenize: (text) => [...tokenise(text)],
    searchOptions: { boost: { caption: 4, keywords: 4, path: 0.5 } },
  });
}

function timeQueries(answer: (query: string) => unknown): Pick<Measured, 'p50Ms' | 'p95Ms' | 'memoryMb'> {
  for (const { query } of queries) answer(query);
  const times = queries
    .map(({ query }) => {
      const start = performance.now();
      answer(query);
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95), memoryMb: process.memoryUsage.rss() / 2 ** 20 };
}

function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY && done % 50 === 0) process.stderr.write(`\r${done} of ${total} laws`);
}

if (import.meta.main) {
  const measured = await (engine === 'minisearch' ? measureMiniSearch() : measureLibrary());
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadCorpus } from '../corpus/index.ts';
import { printAddress } from '../src/corpus/address/print.ts';
import { prepareUnits } from '../src/corpus/search/prepare.ts';
import { createSearch } from '../src/corpus/search/search.ts';
import { plainText } from '../src/corpus/search/tokenise.ts';
import { indexInMemory } from '../src/store/searchIndex.ts';
import queries from '../test/fixtures/queries.json' with { type: 'json' };
import { makeFolder } from './search/folder.ts';
import { type Measured, newMiniSearch } from './search/measure.ts';

/**
 * How often the right article is found, and how search does on a large folder, each beside MiniSearch:
 * `node bench/search.ts [--verbose] [--laws 3400] [--peer-laws 340] [laws-dir]`. MiniSearch takes minutes and more than a
 * gigabyte for a whole folder of 3,400 laws; it is measured over fewer, unless asked.
 */

type Answer = (query: string) => readonly string[];

/** The printable block of figures over the built-in documents; with `verbose` each query that was not answered first. */
export async function benchSearchQuality(verbose = false): Promise<string> {
  const { corpus } = await loadCorpus();
  const units = corpus.documents.flatMap(prepareUnits);
  const start = performance.now();
  const search = createSearch(corpus, indexInMemory(units));
  const built = performance.now() - start;
  const ours: Answer = (query) => {
    const found = search.search(query, { limit: 10 });
    return found.ok ? found.value.hits.map(({ address }) => printAddress(address)) : [];
  };
  const peer = newMiniSearch();
  peer.addAll(units.map(({ plain }, id) => ({ id, ...plain })));
  const theirs: Answer = (query) =>
    peer.search(plainText(query)).map(({ id }) => `${units[id]?.document}:${units[id]?.number}`);
  return [
    `search index  ${units.length} units in ${built.toFixed(0)} ms, in memory`,
    ...score('search', ours, verbose),
    ...score('MiniSearch', theirs, false).slice(0, 1),
  ].join('\n');
}

function score(name: string, answer: Answer, verbose: boolean): string[] {
  const places = queries.map(({ query, right, group }) => {
    const found = answer(query);
    return { query, right, group, found, place: found.findIndex((address) => right.includes(address)) };
  });
  const row = (label: string, some: typeof places): string => {
    const share = (below: number): string => {
      const count = some.filter(({ place }) => place >= 0 && place < below).length;
      return `${((100 * count) / some.length).toFixed(1)}%`;
    };
    return `${name.padEnd(13)} ${label.padEnd(10)} ${String(some.length).padStart(3)} queries  first ${share(1)}  within three ${share(3)}`;
  };
  const groups = [...Map.groupBy(places, ({ group }) => group)];
  const missed = places.filter(({ place }) => place !== 0);
  return [
    row('all', places),
    ...groups.map(([group, some]) => row(group, some)),
    ...(verbose
      ? missed.map(
          ({ query, right, found }) => `  ${query}: ${right.join(' ')} ≠ ${found.slice(0, 4).join(' ')}`,
        )
      : []),
  ];
}

/** The printable block of figures over folders made of the laws in `source`. */
export async function benchSearchScale(
  source = '../shared/laws/docs',
  laws = 3400,
  peerLaws = 340,
): Promise<string> {
  if (!existsSync(source)) return `search scale  not taken: ${source} is not here`;
  return [
    'Search at scale (for 3,400 laws: aim ≤ 30 s, 1000 ms to open, p95 5 ms, 250 MB)',
    await measure('library', source, laws),
    ...(peerLaws === laws ? [] : [await measure('library', source, peerLaws)]),
    await measure('minisearch', source, peerLaws),
  ].join('\n');
}

async function measure(engine: 'library' | 'minisearch', source: string, laws: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
  try {
    await makeFolder(join(folder, 'laws'), laws, source);
    const script = join(import.meta.dirname, 'search/measure.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...[script, engine, join(folder, 'laws'), join(folder, 'library.db')],
    ]);
    const { units, buildMs, openMs, p50Ms, p95Ms, memoryMb }: Measured = JSON.parse(stdout);
    const opened = openMs === null ? '' : `, opened in ${openMs.toFixed(0)} ms`;
    return `${engine.padEnd(13)} ${laws} laws, ${units} units: built in ${(buildMs / 1000).toFixed(1)} s${opened}, p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms, ${memoryMb.toFixed(0)} MB`;
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const option = (name: string): number | undefined => {
    const at = process.argv.indexOf(name);
    return at < 0 ? undefined : Number(process.argv[at + 1]);
  };
  const source = process.argv.slice(2).find((argument) => argument.includes('/'));
  process.stdout.write(`${await benchSearchQuality(process.argv.includes('--verbose'))}\n`);
  process.stdout.write(`${await benchSearchScale(source, option('--laws'), option('--peer-laws'))}\n`);
}

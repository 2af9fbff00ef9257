import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normalise } from '../src/corpus/normalise.ts';
import { parseLaw } from '../src/corpus/parse/parse.ts';
import type { ParsedLaw } from '../src/corpus/types.ts';

/**
 * How much of a collection of legal texts the parser gets right, and how fast: `node bench/parse.ts [dir]`.
 * The collection is a folder with `gold.json` (see its own README); without one the project's own texts are
 * timed and no score is given. `--verbose` says what differs.
 */

interface GoldHeading {
  readonly kind: string;
  readonly label: string | null;
  readonly heading: string;
}

interface GoldDocument {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly difficulty: string;
  readonly variant?: string;
  readonly headings: readonly GoldHeading[];
  readonly article_keys: readonly string[];
  readonly items: readonly number[];
  readonly lines_per_unit: Readonly<Record<string, number>>;
  readonly sample: readonly {
    readonly key: string;
    readonly flat: readonly string[];
    readonly paragraphs?: readonly GoldParagraph[];
  }[];
}

interface GoldParagraph {
  readonly marker?: string;
  readonly text: string;
  readonly items: readonly GoldParagraph[];
}

const HANT: Readonly<Record<string, string>> = { 編: '编', 節: '节' };
const plain = (text: string): string =>
  normalise(text).replace(/[編節]/g, (letter) => HANT[letter] ?? letter);
const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index]);

const linesOf = (paragraph: GoldParagraph): string =>
  [`${paragraph.marker ?? ''}${paragraph.text}`, ...paragraph.items.map(linesOf)].join('\n');

/** What a parse has wrong, one line each; empty when it is right. */
function findFaults(gold: GoldDocument, law: ParsedLaw, traditional: boolean): string[] {
  const faults: string[] = [];
  const expect = (what: string, wanted: readonly string[], found: readonly string[]): void => {
    if (same(wanted, found)) return;
    const at = wanted.findIndex((text, index) => text !== found[index]);
    const index = at < 0 ? wanted.length : at;
    faults.push(
      `${what}: ${wanted.length} wanted, ${found.length} found; at ${index}: ${JSON.stringify(wanted[index])} ≠ ${JSON.stringify(found[index])}`,
    );
  };
  const headings = law.outline.filter(({ level }) => level !== 'subdivision');
  expect(
    'headings',
    gold.headings.map(({ kind, label, heading }) =>
      plain(`${kind} ${label ?? ''}${traditional ? '' : heading}`),
    ),
    headings.map(({ level, label, title }) => plain(`${level} ${label}${traditional ? '' : title}`)),
  );
  const kind = gold.items.length > 0 ? 'item' : 'article';
  const keys =
    gold.items.length > 0 ? gold.items.map(String) : gold.article_keys.map((key) => key.replace('.', '-'));
  expect(
    'units',
    keys,
    law.units.map(({ number }) => number),
  );
  if (law.units.some((unit) => unit.kind !== kind)) faults.push(`kind: ${kind} wanted`);
  for (const unit of law.units) {
    const wanted = gold.lines_per_unit[unit.number.replace('-', '.')];
    const found = unit.paragraphs.flatMap((paragraph) => paragraph.split('\n')).length;
    if (wanted !== undefined && wanted !== found)
      faults.push(`lines of ${unit.number}: ${wanted} wanted, ${found} found`);
  }
  for (const { key, flat, paragraphs } of gold.sample) {
    const unit = law.units.find(({ number }) => number === key.replace('.', '-'));
    const found = unit?.paragraphs ?? [];
    expect(
      `text of ${key}`,
      flat.map(normalise),
      found.flatMap((paragraph) => paragraph.split('\n').map(normalise)),
    );
    if (paragraphs)
      expect(
        `paragraphs of ${key}`,
        paragraphs.map((paragraph) => normalise(linesOf(paragraph))),
        found.map(normalise),
      );
  }
  if (!traditional && normalise(law.title) !== normalise(gold.title))
    faults.push(`title: ${gold.title} ≠ ${law.title}`);
  return faults;
}

async function readTexts(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return Promise.all(
    names
      .filter((name) => /\.(?:md|txt)$/.test(name) && !/README/.test(name))
      .map((name) => readFile(join(folder, name), 'utf8')),
  );
}

function measureThroughput(texts: readonly string[]): string {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const rounds = Math.max(1, Math.ceil(5_000_000 / bytes));
  const run = (): void => texts.forEach((text) => void parseLaw(text));
  run();
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) run();
  const seconds = (performance.now() - start) / 1000;
  return `parse speed   ${((bytes * rounds) / 1e6 / seconds).toFixed(1)} MB/s over ${texts.length} texts (${(bytes / 1e6).toFixed(2)} MB)`;
}

/** The printable block of figures. */
export async function benchParse(folder = '../shared/laws', verbose = false): Promise<string> {
  if (!existsSync(join(folder, 'gold.json'))) {
    const own = await readTexts('corpus');
    return [`parse score   not taken: ${folder} is not here`, measureThroughput(own)].join('\n');
  }
  const gold = JSON.parse(await readFile(join(folder, 'gold.json'), 'utf8')) as {
    documents: readonly GoldDocument[];
  };
  const scores = new Map<string, { right: number; all: number }>();
  const faults: string[] = [];
  for (const document of gold.documents) {
    const law = parseLaw(await readFile(join(folder, document.file), 'utf8'));
    const found = findFaults(document, law, document.variant === 'trad');
    const kind = `${document.difficulty} ${document.variant ? 'dirty' : 'clean'}`;
    const score = scores.get(kind) ?? { right: 0, all: 0 };
    scores.set(kind, { right: score.right + (found.length === 0 ? 1 : 0), all: score.all + 1 });
    for (const fault of found) faults.push(`  ${document.id} (${kind}) ${fault}`);
  }
  const rows = [...scores].map(
    ([kind, { right, all }]) => `parse score   ${kind.padEnd(14)} ${right} of ${all}`,
  );
  return [...rows, ...(verbose ? faults : []), measureThroughput(await readTexts(folder))].join('\n');
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  process.stdout.write(`${await benchParse(folder, process.argv.includes('--verbose'))}\n`);
}

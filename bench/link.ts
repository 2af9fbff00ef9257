/**
 * How well entries are linked, on labelled files, beside a plain matcher of character pairs (the floor); and how fast, beside
 * MiniSearch over the same articles in the same run.
 *
 *   node bench/link.ts [FILE.jsonl] [--fit]      also ../shared/link/dev.jsonl, if it is there
 *
 * Our own entries are of three kinds: those that the topics were made with, those that rules were written from since (the tuned
 * part), and those that came last and whose results nobody looked at one by one (the held-out part). The weights in
 * `src/link/calibrate.ts` are fitted from all but the last (`--fit` prints them); what they are fitted from is also scored with
 * weights that were fitted without the entry in question.
 */
import { existsSync, readFileSync } from 'node:fs';
import { loadCorpus } from '../corpus/index.ts';
import { loadTopics } from '../corpus/topics.ts';
import { linkFeatures } from '../src/link/calibrate.ts';
import { citedArticles, findCitations } from '../src/link/cite.ts';
import { createLinker } from '../src/link/link.ts';
import { createMatcher } from '../src/link/match.ts';
import { readEntry } from '../src/link/read.ts';
import type { LinkResult } from '../src/link/types.ts';
import { createFloor } from './link/floor.ts';
import { regress, type Sample } from './link/regress.ts';
import { type Labelled, type Rate, reliability, type Scores, score } from './link/score.ts';
import { speed } from './link/speed.ts';

const FOLDS = 10;
const fixture = (name: string) => new URL(`../test/fixtures/link/${name}.jsonl`, import.meta.url);
const SHARED = new URL('../../shared/link/dev.jsonl', import.meta.url);

const { corpus } = await loadCorpus();
const topics = loadTopics();
const link = createLinker(corpus, topics);
const match = createMatcher(corpus, topics);
const articles = (corpus.document('ordinance')?.law.units ?? []).map(({ number, paragraphs }) => ({
  ...{ id: Number(number), text: paragraphs.join('\n') },
}));
const floor = createFloor(articles);

interface Unseen extends Labelled {
  readonly part: 'tuned' | 'held';
}
const own: readonly Labelled[] = read(fixture('own'));
const unseen: readonly Unseen[] = read(fixture('unseen'));
const tuned = unseen.filter(({ part }) => part === 'tuned');
const held = unseen.filter(({ part }) => part === 'held');
const dev: readonly Labelled[] = existsSync(SHARED) ? read(SHARED) : [];

type Linked = readonly (readonly [Labelled, LinkResult])[];

/** The whole report: on a labelled file, if one is given, and on our own entries. */
export async function benchLink(file?: URL | string): Promise<string> {
  const given: readonly Labelled[] = file === undefined ? dev : read(file);
  const crossed = crossValidate([...own, ...tuned, ...dev]);
  const fitted = linkerOf([...own, ...tuned, ...dev]);
  const blind = held.map((label) => [label, fitted(label)] as const);
  const all = [...given, ...own, ...unseen].map((label) => [label, link(label)] as const);
  return [
    ...(given.length === 0
      ? []
      : [
          row('the file', score(linked(given))),
          row(`the file, weights from other entries (${FOLDS} folds)`, score(crossValidate(given))),
          row('the file, floor: shared character pairs', score(toFloor(given))),
        ]),
    row('our own, seen when topics were made', score(linked(own))),
    row('our own, tuned part', score(linked(tuned))),
    row('our own, held-out part: no rule, word or weight was made from its results', score(linked(held))),
    row('our own, held-out part, floor', score(toFloor(held))),
    row(`all that weights are fitted from, each with weights from others (${FOLDS} folds)`, score(crossed)),
    'links by score, weights from other entries',
    ...reliability(crossed),
    'links by score, held-out part',
    ...reliability(blind),
    speed(all, link, articles),
  ].join('\n');
}

function read<Line extends Labelled>(file: URL | string): Line[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

const linked = (labelled: readonly Labelled[]): Linked =>
  labelled.map((label) => [label, link(label)] as const);
const toFloor = (labelled: readonly Labelled[]): Linked =>
  labelled.map((label) => [label, floor(label)] as const);
const linkerOf = (labelled: readonly Labelled[]) =>
  createLinker(corpus, topics, regress(labelled.flatMap(samplesOf)));

/** Every entry linked with weights that were fitted without it, nor one of its title. */
function crossValidate(labelled: readonly Labelled[]): Linked {
  const rest = [...own, ...tuned, ...dev].filter((one) => !labelled.includes(one));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const out = labelled.filter((_, at) => at % FOLDS === fold);
    const titles = new Set(out.map(({ title }) => title));
    const others = [...rest, ...labelled].filter((one) => !titles.has(one.title));
    const other = linkerOf(others);
    return out.map((label) => [label, other(label)] as const);
  }).flat();
}

const known = new Map<Labelled, readonly Sample[]>();
function samplesOf(label: Labelled): readonly Sample[] {
  const made = known.get(label) ?? makeSamples(label);
  known.set(label, made);
  return made;
}

/** What the weights are fitted from: entries whose form and place say nothing against them, without what is arguable or cited. */
function makeSamples(label: Labelled): Sample[] {
  const { refusal } = link(label);
  if (refusal !== undefined && refusal !== 'subject') return [];
  const reading = readEntry(label);
  const cites = citedArticles(findCitations(reading.title.text, reading.body.text));
  const signals = new Map(match(reading).map((found) => [found.article, found.signals]));
  return [...linkFeatures(signals, cites.length > 0)]
    .filter(([article]) => !label.acceptable.includes(article) && !cites.includes(article))
    .map(([article, features]) => ({ features, right: label.primary.includes(article) }));
}

function row(name: string, scores: Scores): string {
  const part = (label: string, { precision, recall, f1 }: Rate) =>
    `${label} F1 ${f1.toFixed(3)} (P ${precision.toFixed(3)} R ${recall.toFixed(3)})`;
  return [
    `${name} · ${scores.entries}`,
    `  ${part('relevance', scores.relevance)}  kind ${scores.kind.toFixed(3)}  ${part('citations', scores.citations)}`,
    `  ${part('articles', scores.articles)}  a primary in the first three ${scores.primaryInThree.toFixed(3)}`,
  ].join('\n');
}

if (import.meta.main) {
  const file = process.argv.slice(2).find((word) => !word.startsWith('--'));
  process.stdout.write(`${await benchLink(file)}\n`);
  if (process.argv.includes('--fit')) {
    const weights = regress([...own, ...tuned, ...dev].flatMap(samplesOf)).map((weight) =>
      Number(weight.toFixed(1)),
    );
    process.stdout.write(`weights ${JSON.stringify(weights)}\n`);
  }
}

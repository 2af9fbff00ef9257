/**
 * How well entries are linked, on a labelled file, beside a plain matcher of character pairs (the floor); and how fast, beside
 * MiniSearch over the same articles in the same run.
 *
 *   node bench/link.ts [FILE.jsonl] [--fit]      default: ../shared/link/dev.jsonl, if it is there, else our own entries
 *
 * The weights in `src/link/calibrate.ts` are fitted from the file and from our own labelled entries together (`--fit` prints
 * them); the file is therefore also scored with weights that were fitted without the entry in question.
 */
import { existsSync, readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { loadCorpus } from '../corpus/index.ts';
import { loadTopics } from '../corpus/topics.ts';
import { linkFeatures } from '../src/link/calibrate.ts';
import { citedArticles, findCitations } from '../src/link/cite.ts';
import { createLinker } from '../src/link/link.ts';
import { createMatcher } from '../src/link/match.ts';
import { readEntry } from '../src/link/read.ts';
import type { EntryText, LinkResult } from '../src/link/types.ts';
import { regress, type Sample } from './link/regress.ts';
import { type Labelled, type Rate, reliability, type Scores, score } from './link/score.ts';

const FOLDS = 10;
const OWN = new URL('../test/fixtures/link/own.jsonl', import.meta.url);
const SHARED = new URL('../../shared/link/dev.jsonl', import.meta.url);

const { corpus } = await loadCorpus();
const topics = loadTopics();
const link = createLinker(corpus, topics);
const match = createMatcher(corpus, topics);
const articles = (corpus.document('ordinance')?.law.units ?? []).map(({ number, paragraphs }) => ({
  ...{ id: Number(number), text: paragraphs.join('\n') },
}));

type Linked = readonly (readonly [Labelled, LinkResult])[];

/** The whole report on a labelled file. */
export async function benchLink(file: URL | string = existsSync(SHARED) ? SHARED : OWN): Promise<string> {
  const labelled = read(file);
  const linked = labelled.map((label) => [label, link(label)] as const);
  const held = heldOut(labelled);
  const floor = createFloor();
  const half = (odd: number) => linked.filter((_, at) => at % 2 === odd);
  return [
    row('all', score(linked)),
    row('even lines', score(half(0))),
    row('odd lines', score(half(1))),
    row(`weights from other entries (${FOLDS} folds)`, score(held)),
    row('floor: shared character pairs', score(labelled.map((label) => [label, floor(label)] as const))),
    'links by score, weights from other entries',
    ...reliability(held),
    speed(linked),
  ].join('\n');
}

function read(file: URL | string): Labelled[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** Every entry linked with weights that were fitted without it. */
function heldOut(labelled: readonly Labelled[]): Linked {
  const titles = new Set(labelled.map(({ title }) => title));
  const own = read(OWN).filter(({ title }) => !titles.has(title));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const others = labelled.filter((_, at) => at % FOLDS !== fold);
    const weights = regress([...own, ...others].flatMap(samples));
    const other = createLinker(corpus, topics, weights);
    return labelled.filter((_, at) => at % FOLDS === fold).map((label) => [label, other(label)] as const);
  }).flat();
}

/** What the weights are fitted from: entries whose form and place say nothing against them, without what is arguable or cited. */
function samples(label: Labelled): Sample[] {
  const { refusal } = link(label);
  if (refusal !== undefined && refusal !== 'subject') return [];
  const reading = readEntry(label);
  const cites = citedArticles(findCitations(reading.title.text, reading.body.text));
  const signals = new Map(match(reading).map((found) => [found.article, found.signals]));
  return [...linkFeatures(signals, cites.length > 0)]
    .filter(([article]) => !label.acceptable.includes(article) && !cites.includes(article))
    .map(([article, features]) => ({ features, right: label.primary.includes(article) }));
}

/** The floor: the article that shares most pairs of characters, rare ones weighing more, whatever the entry is. */
function createFloor(): (entry: EntryText) => LinkResult {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const bags = articles.map(({ id, text }) => ({ id, words: pairs(text) }));
  const spread = new Map<string, number>();
  for (const { words } of bags) for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  return (entry) => {
    const words = pairs(`${entry.title}\n${entry.body ?? ''}`);
    const ranked = bags
      .map((bag) => {
        let shared = 0;
        for (const word of words)
          if (bag.words.has(word)) shared += Math.log(bags.length / (spread.get(word) ?? 1));
        return {
          number: bag.id,
          score: shared,
          link: 'related' as const,
          why: '',
        };
      })
      .sort((a, b) => b.score - a.score);
    return {
      id: entry.id,
      relevant: true,
      kind: 'measure',
      confidence: 0,
      articles: ranked.slice(0, 1),
      cites: [],
    };
  };
}

/** Entries a second on one core: those that are plainly irrelevant, the rest, and MiniSearch's three best articles for the same. */
function speed(linked: Linked): string {
  const refused = linked.filter(([, { relevant }]) => !relevant).map(([label]) => label);
  const told = linked.filter(([, { relevant }]) => relevant).map(([label]) => label);
  const mini = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) =>
      [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment),
  });
  mini.addAll(articles);
  const search = (entry: EntryText) => mini.search(`${entry.title} ${entry.body ?? ''}`).slice(0, 3);
  const rates = [perSecond(refused, link), perSecond(told, link), perSecond(told, search)];
  return `entries a second  irrelevant ${rates[0]}  the rest ${rates[1]}  MiniSearch top 3 of the rest ${rates[2]}`;
}

function perSecond(entries: readonly EntryText[], run: (entry: EntryText) => unknown): number {
  for (const entry of entries) run(entry);
  const begun = performance.now();
  let done = 0;
  while (performance.now() - begun < 1000)
    for (const entry of entries) done += run(entry) === undefined ? 0 : 1;
  return Math.round((done * 1000) / (performance.now() - begun));
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
    const labelled = [...read(OWN), ...(existsSync(SHARED) ? read(SHARED) : [])];
    const weights = regress(labelled.flatMap(samples)).map((weight) => Number(weight.toFixed(1)));
    process.stdout.write(`weights ${JSON.stringify(weights)}\n`);
  }
}

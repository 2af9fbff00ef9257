/**
 * Summaries in the law's own words: sentences chosen and shortened, nothing added, every point with its address. One or a few
 * articles are summed up sentence by sentence; of chapters and documents the weightiest articles speak (`overview.ts`).
 */
import { printAddress, resolve } from '../address.ts';
import { lettersOf } from '../normalise.ts';
import type { Address, Corpus, CorpusDocument, Unit } from '../types.ts';
import { createScale } from '../weigh.ts';
import { type Article, aboveUnits, overview } from './overview.ts';
import { letters, type Said, said, verbatim } from './points.ts';
import { readSentences } from './sentences.ts';
import { shorten, type Telling } from './shorten.ts';

export interface Point extends Pick<Said, 'source' | 'who' | 'strength'> {
  /** Verbatim stretches of the source, in its order. */
  readonly text: string;
}

export interface Summary {
  readonly address: Address;
  readonly points: readonly Point[];
  /** Letters of the points by letters of the passage, 0…1. */
  readonly ratio: number;
  /** Nothing could be left out: the points are the passage itself. */
  readonly quoted: boolean;
  /** Only the weightiest articles speak. */
  readonly chosen: boolean;
}

/** A sentence of so many letters that is all of its article is quoted. */
const SHORT = 60;
/** How much of an article's letters its summary keeps, and of a sentence that speaks for its article. */
const OF_ARTICLE = 0.8;
const OF_SENTENCE = 0.6;
/** Up to so many units are summed up sentence by sentence. */
const FEW = 3;

/** The summary of a passage that exists (`resolve` finds it). */
export function summarise(address: Address, corpus: Corpus): Summary {
  const document = corpus.document(address.document);
  const passage = resolve(address, corpus);
  if (!document || !passage.ok) throw new Error(`no such passage: ${printAddress(address)}`);
  const tell = tellingOf(document);
  const numbers = new Set(passage.value.units.map(({ number }) => number));
  const units = document.law.units.filter(({ number }) => numbers.has(number));
  const articles = units.map((unit) => readArticle(unit, document, address.paragraph));
  const whole = units.length === document.law.units.length && units.length > FEW;
  const points =
    units.length <= FEW
      ? articles.flatMap(({ sentences }) => ofArticle(sentences, tell))
      : overview(articles, whole ? document : null).map((one) => point(one, OF_SENTENCE, tell));
  const all = [...(whole ? aboveUnits(document) : []), ...articles.flatMap(({ sentences }) => sentences)];
  const size = all.reduce((sum, { sentence }) => sum + letters(sentence), 0);
  const kept = points.reduce((sum, { text }) => sum + lettersOf(text).length, 0);
  return {
    address,
    points,
    ratio: size === 0 ? 1 : kept / size,
    quoted: kept === size,
    chosen: units.length > FEW,
  };
}

function ofArticle(sentences: readonly Said[], tell: Telling): readonly Point[] {
  const [only] = sentences;
  if (only && sentences.length === 1 && letters(only.sentence) <= SHORT)
    return [{ ...pick(only), text: verbatim(only.sentence) }];
  const texts = shorten(
    sentences.map(({ sentence }) => sentence),
    OF_ARTICLE,
    tell,
  );
  return sentences.map((one, at) => ({ ...pick(one), text: texts[at] ?? verbatim(one.sentence) }));
}

const point = (one: Said, share: number, tell: Telling): Point => ({
  ...pick(one),
  text: shorten([one.sentence], share, tell).join(''),
});

const pick = ({ source, who, strength }: Said): Omit<Point, 'text'> => ({ source, who, strength });

function readArticle(unit: Unit, document: CorpusDocument, only: number | undefined): Article {
  const sentences = unit.paragraphs.flatMap((text, index) => {
    const paragraph = index + 1;
    if (only !== undefined && only !== paragraph) return [];
    const source = printAddress({ document: document.info.id, unit: unit.number, paragraph });
    return readSentences(text).map((sentence) => said(sentence, source));
  });
  const heading = unit.heading !== undefined && only === undefined;
  return { path: unit.path, heading, sentences };
}

const tellings = new WeakMap<CorpusDocument, Telling>();

function tellingOf(document: CorpusDocument): Telling {
  const before = tellings.get(document);
  if (before) return before;
  const weigh = createScale(document.law.units.map(({ paragraphs }) => paragraphs.join('\n')));
  const tell: Telling = (text) => {
    const { total, terms } = weigh(text);
    const count = [...terms.values()].reduce((sum, { count }) => sum + count, 0);
    return total / Math.sqrt(Math.max(1, count));
  };
  tellings.set(document, tell);
  return tell;
}

/**
 * What speaks for a chapter or a document: the frame first (why the text was made, to what it applies, when it takes effect,
 * what it aims at by when; of a chapter its first article), then the weightiest articles. An article weighs as much as the law
 * spends words on it: three times that where it binds (应当, 不得), twice where it allows or states, once where it promotes. It
 * is spoken for by its own heading, if it has one, and by the first of its strongest sentences. Each chapter has its share,
 * and at least one.
 */
import type { CorpusDocument } from '../types.ts';
import { letters, type Said, said } from './points.ts';
import { readSentences } from './sentences.ts';

/** The share of the articles that speak; never more than `MOST` in all, but for one in each chapter. */
const SPEAKING = 0.6;
const MOST = 24;

export interface Article {
  readonly path: readonly string[];
  /** Whether its first sentence is its heading. */
  readonly heading: boolean;
  readonly sentences: readonly Said[];
}

/** Why, to what, since when, and what is to be reached by when. Takes 制定本条例, 适用本条例, 自…起施行, 到2027年; not 制定方案. */
const FRAME =
  /(?:制定|制订|作出)[本如]|适用本|本[^,;。]{1,6}适用|自.+起(?:施行|生效|实施)|^(?:到|展望)\s*\d{4}\s*年/;

/** The frame and the sentences that speak for their articles, in the order of a summary. `whole`: the document, if it is all of it. */
export function overview(articles: readonly Article[], whole: CorpusDocument | null): readonly Said[] {
  const frame = whole
    ? [...aboveUnits(whole), ...articles.flatMap(({ sentences }) => sentences)].filter(isFrame)
    : articles.slice(0, 1).flatMap(speakers);
  const chosen = chapters(articles).flatMap(({ members, share }) => {
    const weightiest = members.toSorted((a, b) => weight(b) - weight(a)).slice(0, share);
    return members.filter((article) => weightiest.includes(article));
  });
  const speaking = chosen.flatMap((article) => speakers(article).slice(0, whole ? 1 : 2));
  return [...frame, ...speaking.filter((one) => !frame.includes(one))];
}

const isFrame = ({ sentence }: Said): boolean =>
  sentence.segments.flat().some(({ plain }) => FRAME.test(plain.trim()));

/** An article's own heading, where it has one, and the first of its strongest sentences. */
function speakers({ heading, sentences }: Article): readonly Said[] {
  const own = sentences.slice(heading ? 1 : 0);
  const strongest = Math.max(0, ...own.map(({ force }) => force));
  return [
    ...(heading ? sentences.slice(0, 1) : []),
    ...own.filter(({ force }) => force === strongest).slice(0, 1),
  ];
}

const weight = ({ sentences }: Article): number =>
  Math.max(0, ...sentences.map(({ force }) => force)) *
  sentences.reduce((sum, { sentence }) => sum + letters(sentence), 0);

/** The articles chapter by chapter (within one chapter, section by section), each with how many of them speak. */
function chapters(articles: readonly Article[]): readonly { members: Article[]; share: number }[] {
  const depth = articles.every(({ path }) => path[0] === articles[0]?.path[0]) ? 1 : 0;
  const runs: Article[][] = [];
  for (const article of articles) {
    const run = runs.at(-1);
    if (run && run[0]?.path[depth] === article.path[depth]) run.push(article);
    else runs.push([article]);
  }
  const speaking = Math.min(MOST / articles.length, SPEAKING);
  return runs.map((members) => ({ members, share: Math.max(1, Math.round(members.length * speaking)) }));
}

/** What a document says before and between its units. */
export const aboveUnits = ({ info, law }: CorpusDocument): readonly Said[] =>
  [...law.preamble, ...law.outline.flatMap(({ paragraphs }) => paragraphs ?? [])].flatMap((text) =>
    readSentences(text).map((sentence) => said(sentence, info.id)),
  );

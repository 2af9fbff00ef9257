/**
 * Queries that are words: which units to look at, and which of them answer best.
 */
import { namePrefix } from '../address/names.ts';
import type { Corpus, DocumentStatus } from '../types.ts';
import type { Found, SearchHit } from './hit.ts';
import type { Candidate, CandidateQuery, IndexedUnit, SearchFilter, SearchIndex } from './port.ts';
import { answer, tellingOf } from './rank.ts';
import { snippet } from './snippet.ts';
import { ourTerms } from './terms.ts';
import { tokenise } from './tokenise.ts';
import { understand } from './understand.ts';

/** Nobody reads on behind so many. */
const MOST_HITS = 48;
/** What answers less than this share of the best hit, whatever the document's weight, says too little of what was asked. */
const WORTH_SHOWING = 0.1;

/** The units that answer the words of a query, best first. */
export function findRanked(
  query: string,
  filter: SearchFilter,
  corpus: Corpus,
  index: SearchIndex,
): readonly Found[] {
  const forms = understand(query, ourTerms(), index);
  const tokens = [...new Set(forms.flatMap(({ plain }) => tokenise(plain)))];
  const frequencies = index.frequencies(tokens);
  const telling = tellingOf(frequencies, index.size);
  const answers = index
    .candidates({ ...filter, ...mostTelling(tokens, frequencies, index.size), limit: MOST_HITS })
    .flatMap((candidate) => {
      const given = answer(candidate.plain, forms, telling);
      return given ? [{ ...given, candidate, weighed: given.score * weigh(candidate, corpus) }] : [];
    })
    .sort((a, b) => b.weighed - a.weighed || a.candidate.id - b.candidate.id);
  const [best] = answers;
  if (!best) return [];
  return answers
    .filter(({ score }) => score >= best.score * WORTH_SHOWING)
    .map(({ candidate, weighed, pieces }) => ({
      document: candidate.document,
      unit: candidate.number,
      show: () => showUnit(index.unit(candidate.id), weighed / best.weighed, pieces, corpus),
    }));
}

/** So many places are looked at, at most: more take longer and tell no more. */
const MOST_PLACES = 800;

/** The tokens to ask for, the rarest ones; a token that alone stands nearly everywhere is sought among the first units. */
function mostTelling(
  tokens: readonly string[],
  frequencies: ReadonlyMap<string, number>,
  size: number,
): Pick<CandidateQuery, 'tokens' | 'among'> {
  const words = tokens.filter((token) => token.length > 1);
  // A character alone stands for many pairs: it is asked for where there is nothing else.
  const known = (words.length > 0 ? words : tokens)
    .map((token) => ({ token, units: token.length === 1 ? size : (frequencies.get(token) ?? 0) }))
    .filter(({ units }) => units > 0)
    .sort((a, b) => a.units - b.units);
  let places = 0;
  const asked = known.filter(({ units }) => {
    places += units;
    return places <= MOST_PLACES;
  });
  const [rarest] = known;
  if (asked.length > 0 || !rarest) return { tokens: asked.map(({ token }) => token), among: size };
  return { tokens: [rarest.token], among: Math.ceil((size * MOST_PLACES) / rarest.units) };
}

/** A draft is never law; a plan or a text of which we know nothing says less than a law in force. */
const WEIGHTS: Readonly<Record<DocumentStatus, number>> = {
  'in-force': 1,
  plan: 0.75,
  unknown: 0.9,
  draft: 0.35,
};
/** Another document than the one that bare references mean. */
const BESIDE = 0.85;

function weigh({ document, status }: Candidate, corpus: Corpus): number {
  return WEIGHTS[status] * (corpus.documents[0]?.info.id === document ? 1 : BESIDE);
}

function showUnit(unit: IndexedUnit, score: number, pieces: readonly string[], corpus: Corpus): SearchHit {
  const { document, number, status, text } = unit;
  const info = corpus.document(document)?.info;
  const { text: shown, ...cut } = snippet(text, pieces);
  return {
    address: { document, unit: number },
    label: (info ? namePrefix(info, corpus) : '') + unit.label,
    ...{ document, status, score, snippet: shown, ...cut },
  };
}

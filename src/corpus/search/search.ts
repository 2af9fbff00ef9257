/**
 * Search: query → ways to say it → units that hold its tokens → ranked → the page asked for.
 */
import { fail, ok, type Result } from '../../result.ts';
import { plain as plainReference } from '../address/entries.ts';
import { readHeading } from '../address/heading.ts';
import { namePrefix } from '../address/names.ts';
import { LONGEST_INPUT } from '../address/problem.ts';
import { readReference } from '../address/read.ts';
import { type Passage, resolve } from '../address/resolve.ts';
import type { Address, Corpus, DocumentStatus } from '../types.ts';
import type { Candidate, CandidateQuery, IndexedUnit, SearchIndex } from './port.ts';
import { answer, tellingOf } from './rank.ts';
import { type Mark, snippet } from './snippet.ts';
import { TERMS } from './terms.ts';
import { tokenise } from './tokenise.ts';
import { understand } from './understand.ts';

export interface SearchOptions {
  /** The id of a document. */
  readonly document?: string;
  /** A heading of that document (of the first one, where none is given): 第三章, 附则. */
  readonly chapter?: string;
  readonly status?: DocumentStatus;
  readonly limit: number;
  readonly offset?: number;
}

export interface SearchHit {
  /** A unit; a paragraph where the query is a reference to one. */
  readonly address: Address;
  readonly label: string;
  /** The id of its document. */
  readonly document: string;
  readonly status: DocumentStatus;
  /** 1 for the best; comparable within one search alone. */
  readonly score: number;
  /** A verbatim stretch of its text. */
  readonly snippet: string;
  /** What was found, as ranges of `snippet` (UTF-16), in order and apart from each other. */
  readonly marks: readonly Mark[];
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** How many hits there are on all pages; at most `MOST_HITS`. */
  readonly total: number;
}

export type SearchProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly length: number; readonly limit: number }
  | { readonly code: 'no-such-document'; readonly document: string }
  | { readonly code: 'no-such-chapter'; readonly chapter: string };

export interface Search {
  search(query: string, options: SearchOptions): Result<SearchPage, SearchProblem>;
}

/** Nobody reads on behind so many. */
export const MOST_HITS = 60;
/** What scores less than this share of the best hit says too little of what was asked. */
const WORTH_SHOWING = 0.25;

/** A search over the units of `corpus`, which `index` holds. The same query always has the same answer. */
export function createSearch(corpus: Corpus, index: SearchIndex): Search {
  return {
    search(query, options) {
      const typed = query.trim();
      if (typed === '') return fail({ code: 'empty' });
      if (typed.length > LONGEST_INPUT)
        return fail({ code: 'too-long', length: typed.length, limit: LONGEST_INPUT });
      const filter = toFilter(options, corpus);
      if (!filter.ok) return filter;
      const referred = findReferred(typed, filter.value, corpus);
      const ranked = findRanked(typed, filter.value, corpus, index);
      const found = [
        ...referred,
        ...ranked.filter(({ unit, document }) =>
          referred.every((other) => other.unit !== unit || other.document !== document),
        ),
      ];
      const { offset = 0, limit } = options;
      return ok({ hits: found.slice(offset, offset + limit).map(({ show }) => show()), total: found.length });
    },
  };
}

type Filter = Pick<CandidateQuery, 'document' | 'status' | 'positions'>;

function toFilter(options: SearchOptions, corpus: Corpus): Result<Filter, SearchProblem> {
  const { document: id, chapter, status } = options;
  const document = id === undefined ? corpus.documents[0] : corpus.document(id);
  if (id !== undefined && !document) return fail({ code: 'no-such-document', document: id });
  const filter = { ...(id === undefined ? {} : { document: id }), ...(status ? { status } : {}) };
  if (chapter === undefined || !document) return ok(filter);
  const [range] = readHeading(plainReference(chapter), document)?.ranges ?? [];
  if (!range) return fail({ code: 'no-such-chapter', chapter });
  const place = (number: string): number => document.law.units.findIndex((unit) => unit.number === number);
  const positions = [place(range.unit), place(range.through ?? range.unit)] as const;
  return ok({ ...filter, document: document.info.id, positions });
}

/** A hit that is shown when its page is asked for. */
interface Found {
  readonly document: string;
  readonly unit: string;
  show(): SearchHit;
}

/** What the query refers to, where it is a reference to one unit. */
function findReferred(query: string, filter: Filter, corpus: Corpus): readonly Found[] {
  const within = filter.document === undefined ? undefined : corpus.document(filter.document);
  const reading = readReference(query, within ? { ...corpus, documents: [within] } : corpus);
  if (!reading.ok || reading.value.through !== undefined) return [];
  const passage = resolve(reading.value, corpus);
  if (!passage.ok || !admits(filter, passage.value, corpus)) return [];
  const { address, label, document, units } = passage.value;
  const text = units.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text)).join('\n');
  const shown = snippet(text, []);
  const place = { document: document.id, status: document.status };
  const show = () => ({ address, label, ...place, score: 1, snippet: shown.text, marks: shown.marks });
  return [{ document: document.id, unit: address.unit, show }];
}

function admits(filter: Filter, { document, address }: Passage, corpus: Corpus): boolean {
  const [first, last] = filter.positions ?? [0, Number.POSITIVE_INFINITY];
  const units = corpus.document(document.id)?.law.units ?? [];
  const position = units.findIndex(({ number }) => number === address.unit);
  return (
    (filter.document ?? document.id) === document.id &&
    (filter.status ?? document.status) === document.status &&
    position >= first &&
    position <= last
  );
}

function findRanked(query: string, filter: Filter, corpus: Corpus, index: SearchIndex): readonly Found[] {
  const forms = understand(query, TERMS, index);
  const tokens = [...new Set(forms.flatMap(({ plain }) => tokenise(plain)))];
  const frequencies = index.frequencies(tokens);
  const telling = tellingOf(frequencies, index.size);
  const answers = index
    .candidates({ ...filter, ...mostTelling(tokens, frequencies, index.size), limit: MOST_HITS })
    .flatMap((candidate) => {
      const given = answer(candidate.plain, forms, telling);
      return given ? [{ ...given, candidate, score: given.score * weigh(candidate, corpus) }] : [];
    })
    .sort((a, b) => b.score - a.score || a.candidate.id - b.candidate.id);
  const best = answers[0]?.score ?? 0;
  return answers
    .filter(({ score }) => score >= best * WORTH_SHOWING)
    .map(({ candidate, score, pieces }) => ({
      document: candidate.document,
      unit: candidate.number,
      show: () => showUnit(index.unit(candidate.id), score / best, pieces, corpus),
    }));
}

/** So many places are looked at, at most: more take longer and tell no more. */
const MOST_PLACES = 1200;

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
  const { text: shown, marks } = snippet(text, pieces);
  return {
    address: { document, unit: number },
    label: (info ? namePrefix(info, corpus) : '') + unit.label,
    ...{ document, status, score, snippet: shown, marks },
  };
}

/**
 * Search: query → ways to say it → units that hold its tokens → ranked → the page asked for.
 */
import { fail, ok, type Result } from '../../result.ts';
import { plain } from '../address/entries.ts';
import { readHeading } from '../address/heading.ts';
import { documentNamed } from '../address/names.ts';
import { LONGEST_INPUT } from '../address/problem.ts';
import type { Corpus, DocumentStatus } from '../types.ts';
import type { Found, SearchHit } from './hit.ts';
import type { SearchFilter, SearchIndex } from './port.ts';
import { findRanked } from './ranked.ts';
import { findReferred } from './referred.ts';

export type { SearchHit } from './hit.ts';

export interface SearchOptions {
  /** The id of a document. */
  readonly document?: string;
  /** A heading of that document (of the first one, where none is given): 第三章, 附则. */
  readonly chapter?: string;
  readonly status?: DocumentStatus;
  readonly limit: number;
  readonly offset?: number;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** How many hits there are on all pages. */
  readonly total: number;
}

export type SearchProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly length: number; readonly limit: number }
  | { readonly code: 'no-such-document'; readonly document: string }
  /** `document` is the id of the one that has no such heading. */
  | { readonly code: 'no-such-chapter'; readonly chapter: string; readonly document: string };

export interface Search {
  search(query: string, options: SearchOptions): Result<SearchPage, SearchProblem>;
}

/** A search over the units of `corpus`, which `index` holds. The same query always has the same answer. */
export function createSearch(corpus: Corpus, index: SearchIndex): Search {
  const find = (query: string, options: SearchOptions): Result<readonly Found[], SearchProblem> => {
    const filter = toFilter(options, corpus);
    if (!filter.ok) return filter;
    const referred = findReferred(query, filter.value, corpus);
    const ranked = findRanked(query, filter.value, corpus, index).filter(({ unit, document }) =>
      referred.every((other) => other.unit !== unit || other.document !== document),
    );
    return ok([...referred, ...ranked]);
  };
  return {
    search(query, options) {
      const typed = query.trim();
      if (typed === '') return fail({ code: 'empty' });
      if (typed.length > LONGEST_INPUT)
        return fail({ code: 'too-long', length: typed.length, limit: LONGEST_INPUT });
      const named = options.document === undefined ? splitName(typed, corpus) : null;
      const within = named && find(named.words, { ...options, document: named.document });
      const found = within?.ok && within.value.length > 0 ? within : find(typed, options);
      if (!found.ok) return found;
      const { offset = 0, limit } = options;
      const hits = found.value.slice(offset, offset + limit).map((hit) => hit.show());
      return ok({ hits, total: found.value.length });
    },
  };
}

/** 草案 科技伦理: words to look for in a document that is named first. */
function splitName(query: string, corpus: Corpus): { document: string; words: string } | null {
  const [, name = '', words = ''] = /^(\S+?)[\s:：]+(.+)$/s.exec(query) ?? [];
  const document = documentNamed(name, corpus);
  return document ? { document: document.info.id, words } : null;
}

function toFilter(options: SearchOptions, corpus: Corpus): Result<SearchFilter, SearchProblem> {
  const { document: id, chapter, status } = options;
  const document = id === undefined ? corpus.documents[0] : corpus.document(id);
  if (id !== undefined && !document) return fail({ code: 'no-such-document', document: id });
  const filter = { ...(id === undefined ? {} : { document: id }), ...(status ? { status } : {}) };
  if (chapter === undefined || !document) return ok(filter);
  const [range] = readHeading(plain(chapter), document)?.ranges ?? [];
  if (!range) return fail({ code: 'no-such-chapter', chapter, document: document.info.id });
  const place = (number: string): number => document.law.units.findIndex((unit) => unit.number === number);
  const positions = [place(range.unit), place(range.through ?? range.unit)] as const;
  return ok({ ...filter, document: document.info.id, positions });
}

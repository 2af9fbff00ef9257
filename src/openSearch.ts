import { prepareUnits } from './corpus/search/prepare.ts';
import { createSearch, type Search } from './corpus/search/search.ts';
import type { Corpus } from './corpus/types.ts';
import { indexInMemory } from './store/searchIndex.ts';

/** The search over all documents, its index held in memory and built anew at each start. */
export const openSearch = (corpus: Corpus): Search =>
  createSearch(corpus, indexInMemory(corpus.documents.flatMap((document) => prepareUnits(document))));

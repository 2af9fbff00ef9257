import { expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { parseAddress, printAddress } from '../../src/corpus/address/print.ts';
import { resolve } from '../../src/corpus/address/resolve.ts';
import { REGIONAL_WORDING } from '../../src/corpus/fold.ts';
import { prepareUnits } from '../../src/corpus/search/prepare.ts';
import { createSearch } from '../../src/corpus/search/search.ts';
import { ourTerms } from '../../src/corpus/search/terms.ts';
import { indexInMemory } from '../../src/store/searchIndex.ts';
import queries from '../fixtures/queries.json' with { type: 'json' };

const { corpus } = await loadCorpus();
const search = createSearch(corpus, indexInMemory(corpus.documents.flatMap(prepareUnits)));

/** The place of the first right answer, from 0; null where none is within ten. */
const places = queries.map(({ query, right }) => {
  const found = search.search(query, { limit: 10 });
  const hits = found.ok ? found.value.hits.map(({ address }) => printAddress(address)) : [];
  const place = hits.findIndex((address) => right.includes(address));
  return place < 0 ? null : place;
});
const share = (below: number): number =>
  places.filter((place) => place !== null && place < below).length / places.length;

test('asks at least 120 different queries, each with answers that exist', () => {
  expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
  expect(queries.length).toBeGreaterThanOrEqual(120);
  for (const printed of queries.flatMap(({ right }) => right)) {
    const address = parseAddress(printed);
    expect(address && resolve(address, corpus).ok, printed).toBe(true);
  }
});

test('knows no everyday word that leads nowhere', () => {
  const everything = corpus.documents
    .flatMap(prepareUnits)
    .map(({ plain }) => `${plain.caption}\n${plain.text}`)
    .join('\n');
  for (const [word, statutory] of ourTerms())
    if (!REGIONAL_WORDING.has(word))
      expect(
        statutory.some((said) => everything.includes(said)),
        word,
      ).toBe(true);
});

test('finds the right article first for 95 queries of a hundred, and within three for every one', () => {
  expect(share(1)).toBeGreaterThanOrEqual(0.95);
  expect(share(3)).toBe(1);
});

import { expect, test } from 'vitest';
import { documentNamed } from '../../src/corpus/address/names.ts';
import type { Corpus, CorpusDocument } from '../../src/corpus/types.ts';
import { sample } from './sample.ts';

const corpusOf = (...ids: readonly string[]): Corpus => {
  const documents = sample.documents.slice(0, ids.length).map(
    (document, at): CorpusDocument => ({
      ...document,
      info: { ...document.info, id: ids[at] ?? '', title: `第${at}部`, aliases: [] },
    }),
  );
  return { documents, document: (id) => documents.find(({ info }) => info.id === id) };
};

test.each<[name: string, id: string | undefined, reason: string]>([
  ['plan', 'zgc-plan', 'it is a part of one id alone'],
  ['law', undefined, 'several ids have it'],
  ['00001', undefined, 'a number says nothing'],
  ['law-00002', 'law-00002', 'it is an id'],
])('%s names %s: %s', (name, id, _) => {
  const corpus = corpusOf('ordinance', 'zgc-plan', 'law-00001', 'law-00002');
  expect(documentNamed(name, corpus)?.info.id).toBe(id);
});

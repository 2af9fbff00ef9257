import { expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { plain } from '../../src/corpus/address/entries.ts';
import { headingName, readHeading } from '../../src/corpus/address/heading.ts';
import { sample } from './sample.ts';

const { corpus } = await loadCorpus();
const documents = [...sample.documents, ...corpus.documents].filter(({ law }) => law.outline.length > 0);

test('a chapter that starts anew in each part is named with its part', () => {
  const outline = sample.document('ordinance')?.law.outline ?? [];
  expect(outline.map((_, index) => headingName(index, outline))).toContain('第二编第一章');
});

test.each(documents.map((document) => [document.info.title, document] as const))(
  'the name of each heading of 《%s》 is read as that heading',
  (_, document) => {
    const { outline } = document.law;
    for (const [index, { first, last }] of outline.entries()) {
      if (first === null) continue;
      const [range] = readHeading(plain(headingName(index, outline)), document)?.ranges ?? [];
      expect([headingName(index, outline), range?.unit, range?.through ?? range?.unit]).toEqual([
        headingName(index, outline),
        first,
        last,
      ]);
    }
  },
);

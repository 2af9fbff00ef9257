import { expect, test } from 'vitest';
import { locate } from '../../src/corpus/address/mention.ts';
import { sample } from './sample.ts';

/** The sample with this text as its only article. */
const corpusOf = (...paragraphs: string[]) => {
  const [document] = sample.documents;
  if (!document) throw new Error('the sample is empty');
  const unit = { kind: 'article' as const, label: '第一条', number: '1', path: [], paragraphs };
  const only = { ...document, law: { ...document.law, units: [unit] } };
  return { documents: [only], document: () => only };
};

test.each([
  ['包括：\n（一）甲；\n（二）乙。', 2, true, 'lines'],
  ['包括：\n　(二）、乙。', 2, true, 'width, white space and a comma behind'],
  ['包括：（一）甲；（二）乙。', 2, true, 'within a line'],
  ['有第五条第（一）、（二）项情形的，责令改正。', 2, false, 'items of another article'],
  ['依照第（一）项，第（二）项办理。', 1, false, 'items of another article, one by one'],
  ['首台（套）装备（二）', 2, false, 'brackets inside a sentence'],
])('%s holds item %i: %s (%s)', (text, item, holds) => {
  expect(locate({ document: 'ordinance', unit: '1', item }, corpusOf('另一款。', text))).toMatchObject(
    holds ? { ok: true, value: { paragraph: 2 } } : { ok: false, error: { code: 'no-such-item', count: 0 } },
  );
});

import { expect, test } from 'vitest';
import { printAddress, suggestReferences } from '../../src/corpus/address.ts';
import { sample } from './sample.ts';

const suggest = (prefix: string, limit = 25): readonly string[] =>
  suggestReferences(prefix, sample, limit).map(({ address }) => printAddress(address));

test('offers the first articles before anything is typed', () => {
  expect(suggest('', 3)).toEqual(['ordinance:1', 'ordinance:2', 'ordinance:3']);
});

test.each([
  [
    '3',
    ['ordinance:3', 'ordinance:3.1', 'ordinance:3.2', 'ordinance:3.3', 'ordinance-draft:3', 'data-plan:3'],
    'the article, its paragraphs, the same number elsewhere',
  ],
  ['10', ['ordinance:10', 'ordinance-draft:10', 'ordinance:10-1'], 'the number, then numbers that begin so'],
  ['第十条', ['ordinance:10', 'ordinance-draft:10', 'ordinance:10-1'], 'a label, then labels that begin so'],
  [
    '草案1',
    ['ordinance-draft:1', 'ordinance-draft:10', 'ordinance-draft:11'],
    'in the document that was named',
  ],
  ['永久居留', ['ordinance:10-1'], 'a caption'],
  ['绿卡', ['ordinance:10-1'], 'an everyday word'],
  ['風險控制', ['ordinance:11'], 'a caption, typed in Traditional'],
  ['企业 贴息', ['ordinance:10'], 'several words of the text'],
  ['没有的话', [], 'nothing is like it'],
])('offers for %s %j first (%s)', (prefix, expected) => {
  expect(suggest(prefix).slice(0, expected.length)).toEqual(expected);
});

test('says what each passage is called and what it is about', () => {
  expect(suggestReferences('10-1', sample, 2)).toEqual([
    { address: { document: 'ordinance', unit: '10-1' }, label: '第十条之一', caption: '外籍人员永久居留' },
    {
      address: { document: 'ordinance', unit: '10-1', paragraph: 1 },
      label: '第十条之一第一款',
      caption: '外籍人员可以申请永久居留。',
    },
  ]);
});

test('never offers more than was asked for, nor anything twice', () => {
  for (const prefix of ['', '1', '第', '数据', '方案'])
    for (const limit of [1, 5, 25]) {
      const offered = suggest(prefix, limit);
      expect(offered.length).toBeLessThanOrEqual(limit);
      expect(new Set(offered).size).toBe(offered.length);
    }
});

test('offers nothing for more text than anybody types', () => {
  expect(suggest('数据'.repeat(200))).toEqual([]);
});

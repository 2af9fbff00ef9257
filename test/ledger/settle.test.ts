import { describe, expect, it } from 'vitest';
import { seeUndecided } from '../../src/ledger/see.ts';
import { type Choice, settle } from '../../src/ledger/settle.ts';
import { guildWith, linkTo, measureWith } from './sample.ts';

const at = '2026-11-20T00:00:00.000Z';
const told = [linkTo(40, 0.8, ['算力']), linkTo(23, 0.6, ['人工智能', '大模型'])];
const doubtful = linkTo(9, 0.3, ['实验室']);
const learnt = (choice: Choice, links = [...told, doubtful]) => {
  const measure = measureWith(links);
  const { articles, examples } = settle(measure.id, seeUndecided(measure, guildWith([])), choice, 'who', at);
  return [
    articles,
    examples.map(({ article, words, right }) => `${article} ${right ? '+' : '-'} ${words.join(',')}`),
  ];
};

describe('what a choice makes of a measure', () => {
  it.each<[string, Choice, readonly number[], readonly string[]]>([
    [
      'right: what is told, not what is doubtful',
      { verdict: 'right' },
      [23, 40],
      ['40 + 算力', '23 + 人工智能,大模型'],
    ],
    ['wrong: what is told', { verdict: 'wrong' }, [], ['40 - 算力', '23 - 人工智能,大模型']],
    [
      'irrelevant: all of it',
      { verdict: 'irrelevant' },
      [],
      ['40 - 算力', '23 - 人工智能,大模型', '9 - 实验室'],
    ],
    [
      'other: those chosen are right by their own words, those left out are wrong',
      { verdict: 'other', articles: [40, 9, 40] },
      [9, 40],
      ['9 + 实验室', '40 + 算力', '23 - 人工智能,大模型'],
    ],
    [
      'other: one that nobody proposed is right for the words of what was proposed',
      { verdict: 'other', articles: [60] },
      [60],
      ['60 + 算力,人工智能,大模型', '40 - 算力', '23 - 人工智能,大模型'],
    ],
  ])('%s', (_, choice, articles, examples) => {
    expect(learnt(choice)).toEqual([articles, examples]);
  });

  it('is about what is doubtful where nothing is told', () => {
    expect(learnt({ verdict: 'right' }, [doubtful])).toEqual([[9], ['9 + 实验室']]);
  });
});

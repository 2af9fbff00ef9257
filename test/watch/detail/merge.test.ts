import { expect, it } from 'vitest';
import { changedParts, isComparable, pageState, withDetail } from '../../../src/watch/detail/merge.ts';
import type { Detail } from '../../../src/watch/detail/types.ts';

const detail: Detail = {
  title: '关于支持概念验证平台建设的若干措施',
  issuer: '样例局',
  docNumber: '样科发〔2026〕1号',
  signedOn: '2026-09-01',
  published: '2026-09-10',
  effectiveOn: null,
  consultation: null,
  attachments: [],
  text: '正文',
};
const entry = { id: 'https://a.cn/1', url: 'https://a.cn/1', title: '关于支持概念验证…', date: '2026-09-12' };

it('a cut title is completed, the number and the text added, the first publication kept', () => {
  expect(withDetail({ ...entry, detail })).toEqual({
    ...entry,
    title: detail.title,
    date: '2026-09-10',
    docNumber: detail.docNumber,
    summary: '正文',
  });
});

it.each([
  ['a whole title', { title: '一个题目' }, { title: '一个题目' }],
  ['a number of the list', { docNumber: '样办〔2026〕2号' }, { docNumber: '样办〔2026〕2号' }],
  ['an earlier date of the list', { date: '2026-09-09' }, { date: '2026-09-09' }],
])('%s stays', (_, part, expected) => {
  expect(withDetail({ ...entry, ...part, detail })).toMatchObject(expected);
});

it('a page says which of its parts changed, and white space is none', () => {
  const before = pageState(detail);
  expect(changedParts(before, pageState({ ...detail, text: '正 文' }))).toEqual([]);
  expect(changedParts(before, pageState({ ...detail, text: '正文二', effectiveOn: '2026-10-01' }))).toEqual([
    'text',
    'dates',
  ]);
  expect(changedParts(undefined, before)).toEqual([]);
});

it('a page that is read otherwise than before says nothing of its parts', () => {
  const { reading: _, ...older } = pageState(detail);
  const other = pageState({ ...detail, text: '正文二' }, { content: '.x' });
  for (const before of [undefined, { textHash: null }, older, pageState(detail)]) {
    expect(isComparable(before, other)).toBe(false);
    expect(changedParts(before, other)).toEqual([]);
  }
  expect(isComparable(other, pageState(detail, { content: '.x' }))).toBe(true);
});

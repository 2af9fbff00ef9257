import { describe, expect, it } from 'vitest';
import { translator } from '../../src/chat/catalogue/index.ts';
import { readKinds, suggestKinds } from '../../src/chat/kinds.ts';

describe('kinds of documents as people type them', () => {
  it.each([
    ['措施', ['measure']],
    ['徵求意見、政策解读', ['consultation', 'interpretation']],
    ['News, call for applications', ['notice', 'news']],
    ['measure，measure', ['measure']],
    ['措施、法律', null],
    ['', null],
  ])('reads %j as %j', (typed, kinds) => {
    expect(readKinds(typed)).toEqual(kinds);
  });

  it('completes the last of a list, and names none twice', () => {
    const suggested = suggestKinds('措施、', translator('zh-CN')).map(({ value }) => value);
    expect(suggested).toEqual(['措施、征求意见', '措施、政策解读', '措施、申报通知', '措施、消息']);
    expect(suggestKinds('措施、政', translator('zh-CN'))).toEqual([
      { name: '措施、政策解读', value: '措施、政策解读' },
    ]);
  });

  it('reads back every list that it suggests', () => {
    for (const locale of ['zh-CN', 'zh-TW', 'en'] as const)
      for (const { value } of suggestKinds('', translator(locale))) expect(readKinds(value)).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { translator } from '../../src/chat/catalogue/index.ts';
import { reasonSentence } from '../../src/chat/views/reason.ts';
import type { Reason } from '../../src/store/port.ts';

describe('the reason of a decision', () => {
  it.each<[Reason, string]>([
    [{ code: 'first-sight', about: {} }, '第一次读这个栏目时它已经在那里：只记录，不提醒。'],
    [{ code: 'irrelevant', about: { refusal: 'meeting' } }, '与条例无关：会议、讲话。'],
    [{ code: 'new', about: { articles: '23、34' } }, '新文件，涉及第 23、34 条：已提醒。'],
    [
      { code: 'changed', about: { seenAt: '2026-11-22T02:18:00.000Z' } },
      '它在 2026-11-22 10:18 读过，之后文字有改动：已记录。',
    ],
    [
      { code: 'changed', about: { seenAt: '2026-11-22T02:18:00.000Z', parts: 'title, attachments' } },
      '它在 2026-11-22 10:18 读过，之后标题、附件有改动：已记录。',
    ],
    [{ code: 'repost', about: { title: 'a\u202Eb' } }, '与“ab”是同一份文件，不重复提醒。'],
  ])('%j is said in words', (reason, sentence) => {
    expect(reasonSentence(reason, translator('zh-CN'))).toBe(sentence);
  });
});

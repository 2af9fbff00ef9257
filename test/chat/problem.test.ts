import { describe, expect, it } from 'vitest';
import { translator } from '../../src/chat/catalogue/index.ts';
import { plain } from '../../src/chat/markdown.ts';
import { problemSentence } from '../../src/chat/views/problem.ts';
import { parseReference } from '../../src/corpus/address.ts';
import { sample } from '../corpus/sample.ts';

describe('a reference that names nothing', () => {
  it.each([
    ['第三条第（一）项', 'zh-CN', '第三条不分项，没有“第三条第（一）项”。'],
    ['第3条第2款第1项', 'zh-CN', '第三条第二款不分项，没有“第3条第2款第1项”。'],
    ['第二条第四项', 'zh-CN', '第二条只有 3 项，没有“第二条第四项”。'],
    ['第二條第四項', 'zh-TW', '第二条只有 3 項，沒有「第二條第四項」。'],
    ['第三条第九款', 'en', '第三条 has 3 paragraph(s) (款): there is no “第三条第九款”.'],
  ] as const)('%s is refused in words (%s)', (typed, locale, sentence) => {
    const reading = parseReference(typed, sample);
    if (reading.ok) throw new Error(`${typed} names a passage`);
    expect(plain(problemSentence(reading.error, typed, sample, translator(locale)))).toBe(sentence);
  });
});

import { expect, it } from 'vitest';
import { translator } from '../../src/chat/catalogue/index.ts';
import { causeName } from '../../src/chat/views/standing.ts';

it.each([
  ['a fault of our own', 'broken', ['请告诉运行我的人', '請告訴執行我的人', 'tell whoever runs me']],
  ['what has words', 'no-rows', ['可能改版', '可能改版', 'redesigned']],
  ['any other answer', 'http-503', ['回答 503', '回答 503', 'answered 503']],
  ['what has none', 'something-new', ['something-new', 'something-new', 'something-new']],
])('why a source cannot be read is said in each language: %s', (_, cause, said) => {
  const names = (['zh-CN', 'zh-TW', 'en'] as const).map((locale) => causeName(cause, translator(locale)));
  for (const [index, name] of names.entries()) expect(name).toContain(said[index]);
});

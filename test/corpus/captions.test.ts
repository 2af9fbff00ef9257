import { expect, test } from 'vitest';
import captions from '../../corpus/ordinance/captions.json' with { type: 'json' };

const texts = Object.values(captions);

test('gives each of the 76 articles a caption', () => {
  const numbers = Array.from({ length: 76 }, (_, index) => String(index + 1));
  expect(Object.keys(captions)).toEqual(numbers);
});

test('gives no two articles the same caption', () => {
  expect(new Set(texts).size).toBe(texts.length);
});

test.each(texts)('keeps %s short enough for a list, in Chinese characters alone', (caption) => {
  expect(caption).toMatch(/^\p{Script=Han}{4,14}$/u);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lettersOf, normalise } from '../../src/corpus/normalise.ts';

test.each([
  ['white space of every kind', '第一条\u3000为了 推进\u00a0建设\n', '第一条为了推进建设'],
  ['zero-width characters', '\ufeff公\u200b园\u2060', '公园'],
  ['private-use characters', '公\ue004园', '公园'],
  ['narrow punctuation', 'a,b;c:d(e)f?g!', 'a，b；c：d（e）f？g！'],
])('sets %s aside', (_, text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test('does nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }),
  );
});

test('leaves letters and digits alone to tell whether two lines say the same', () => {
  expect(lettersOf('最高人民法院、 最高人民检察院（2023）')).toBe('最高人民法院最高人民检察院2023');
});

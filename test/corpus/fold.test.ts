import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithOrigins, REGIONAL_WORDING } from '../../src/corpus/fold.ts';

describe('folding', () => {
  test.each([
    ['第２３条', '第23条', 'full-width digits'],
    ['ＡＩ', 'ai', 'full-width letters, case'],
    ['（草案），；：', '(草案),;:', 'full-width punctuation'],
    ['第二十三條', '第二十三条', 'Traditional characters'],
    ['産業', '产业', 'the other Traditional form of 產'],
    ['乾坤', '乾坤', 'a word whose character is kept in Simplified too'],
    ['高品質發展', '高质量发展', 'regional wording'],
    ['軟體', '软件', 'regional wording'],
    ['基礎軟硬體', '基础软硬件', 'regional wording run together'],
    ['支援創新創業', '支持创新创业', 'no regional word is found across two words'],
    ['積體電路布圖設計', '集成电路布图设计', 'regional wording of the decision'],
    [
      '高品质人才社区',
      '高品质人才社区',
      'the ordinance says 高品质 itself: a Simplified text keeps its words',
    ],
    ['科\u200b技', '科技', 'a zero-width mark from a web page'],
    ['\uf900', '岂', 'a compatibility form of a Traditional character'],
    ['', '', 'nothing'],
  ])('%s becomes %s (%s)', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('leads from a found range back to the original characters', () => {
    const text = '支援ＡＩ軟體發展';
    const folded = foldWithOrigins(text);
    expect(folded.text).toBe('支持ai软件发展');
    const from = folded.text.indexOf('软件');
    expect(text.slice(...folded.original(from, from + 2))).toBe('軟體');
    expect(text.slice(...folded.original(0, folded.text.length))).toBe(text);
  });

  const characters = fc.constantFrom(...'科技创新創新發展軟體高品質乾坤支援ＡBc１　，。㈠\u200b𠀀…');
  const texts = fc.string({ unit: characters, maxLength: 40 });

  test('says the same with and without the way back', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        expect(foldWithOrigins(text).text).toBe(fold(text));
      }),
    );
  });

  test('keeps original ranges in order, inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = foldWithOrigins(text);
        let last = 0;
        for (let at = 0; at < folded.text.length; at += 1) {
          const [start, end] = folded.original(at, at + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });

  test('folds to a form that folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'科技創新發展軟體品質支援ＡBc１，㈠…') }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('knows regional words in their Simplified spelling alone', () => {
    for (const [regional, mainland] of REGIONAL_WORDING)
      expect([fold(regional), fold(mainland)]).toEqual([regional, mainland]);
  });
});

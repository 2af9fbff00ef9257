import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumeral, parseNumeral } from '../../src/corpus/numerals.ts';

describe('numerals', () => {
  test.each([
    ['23', 23, 'Arabic'],
    ['２３', 23, 'full-width digits'],
    ['零', 0, 'zero'],
    ['十', 10, 'ten without its one'],
    ['十二', 12, 'the teens'],
    ['一十二', 12, 'the teens as some write them'],
    ['二十三', 23, 'with its unit'],
    ['二三', 23, 'digit by digit'],
    ['二〇二四', 2024, 'a year'],
    ['○', 0, 'the circle that stands for 〇 in many texts'],
    ['廿三', 23, 'older twenty'],
    ['卅', 30, 'older thirty'],
    ['卌一', 41, 'older forty'],
    ['一百零一', 101, 'a gap filled with 零'],
    ['一百〇一', 101, 'a gap filled with 〇'],
    ['一百一十二', 112, 'hundreds'],
    ['一百十二', 112, 'hundreds, older'],
    ['两百零一', 201, 'spoken two'],
    ['兩百', 200, 'spoken two, Traditional'],
    ['一千二百六十', 1260, 'the length of the Civil Code'],
    ['一千零一十', 1010, 'one gap'],
    ['一千零一', 1001, 'one 零 for two empty places'],
    ['一万零二十', 10_020, 'ten thousands'],
    ['三百萬', 3_000_000, 'Traditional ten thousand'],
    ['贰拾叁', 23, 'financial'],
    ['壹佰零伍', 105, 'financial with a gap'],
  ])('reads %s as %d (%s)', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  test.each([
    ['', 'nothing'],
    ['第二十三', 'more than a numeral'],
    ['二 十', 'a space'],
    ['-1', 'a sign'],
    ['1.5', 'a fraction'],
    ['十百', 'units out of order'],
    ['二十廿', 'two tens'],
    ['一百二', 'spoken 120, or a careless 102'],
    ['百', 'a bare unit'],
    ['万', 'a bare unit'],
    ['一万二万', 'two ten thousands'],
    ['几十', 'an indefinite number'],
    ['2十', 'two systems in one'],
    ['999999999', 'more than any text counts'],
  ])('takes %j for no numeral (%s)', (text) => {
    expect(parseNumeral(text)).toBeNull();
  });

  test('reads back every number it prints', () => {
    const below = (largest: number) => fc.integer({ min: 0, max: largest });
    fc.assert(
      fc.property(fc.oneof(below(1300), below(100_000), below(99_999_999)), (value) => {
        expect(parseNumeral(formatNumeral(value))).toBe(value);
      }),
    );
  });

  test('reads any text without throwing', () => {
    const characters = fc.constantFrom(...'0５〇零一二两十百千万廿卅壹拾第条 ');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 20 }), (text) => {
        const value = parseNumeral(text);
        expect(value === null || (Number.isInteger(value) && value >= 0)).toBe(true);
      }),
    );
  });

  test.each([-1, 1.5, 100_000_000, Number.NaN])('refuses to print %d', (value) => {
    expect(() => formatNumeral(value)).toThrow(RangeError);
  });
});

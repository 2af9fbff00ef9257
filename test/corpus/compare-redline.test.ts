import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redline } from '../../src/corpus/compare/redline.ts';
import { sameText } from '../../src/corpus/compare/tokens.ts';
import { normalise } from '../../src/corpus/normalise.ts';

const marked = (from: string, to: string, scripts?: 'same' | 'different'): string =>
  redline(from, to, scripts)
    .map(({ op, text }) => (op === '=' ? text : `[${op}${text}]`))
    .join('');
const side = (from: string, to: string, ops: string): string =>
  redline(from, to)
    .flatMap(({ op, text }) => (ops.includes(op) ? [text] : []))
    .join('');
const letters = (text: string): string => normalise(text.normalize('NFKC'));
const lawText = fc
  .array(fc.constantFrom(...'市人民政府应当制定科技创新措施和的，；。、（）(),; 　​\n２2AａА𠮷é'), {
    maxLength: 60,
  })
  .map((characters) => characters.join(''));

describe('a redline', () => {
  test.each([
    ['应当制定规划', '应当制定规划', '应当制定规划', 'nothing changed'],
    [
      '第1款，甲;乙',
      '第１款,甲；乙',
      '第１款,甲；乙',
      'width is no change; what stays is shown as the later text has it',
    ],
    ['2024年 月 日', '2024年​月日', '2024年​月日', 'nor are spaces and invisible marks'],
    [
      '国有资产监管、金融监管',
      '国有资产监督管理、地方金融监管',
      '国有资产[-监管、][+监督管理、地方]金融监管',
      'whole words, and no lone mark between changes',
    ],
    ['人力资源社会保障', '人力资源和社会保障', '人力资源[+和]社会保障', 'a word comes in'],
    ['规划、政策', '规划和政策', '规划[-、][+和]政策', 'punctuation is text'],
    [
      '建立机制，完善服务，促进发展。',
      '建立机制，促进发展。',
      '建立机制，[-完善服务，]促进发展。',
      'a clause goes with one comma',
    ],
    [
      '本市支持创新的主体。',
      '我国推动产业的升级。',
      '[-本市支持创新的主体][+我国推动产业的升级]。',
      'no confetti: a lone 的 is not kept',
    ],
    ['', '新增', '[+新增]', 'out of nothing'],
    ['删去', '', '[-删去]', 'into nothing'],
    ['', '', '', 'nothing at all'],
  ])('from %s to %s reads %s: %s', (from, to, expected) => {
    expect(marked(from, to)).toBe(expected);
  });

  test('sees through the script where one text is Traditional, and only there', () => {
    expect(marked('創新發展', '创新发展', 'different')).toBe('创新发展');
    expect(marked('創新發展', '创新发展')).not.toBe('创新发展');
  });

  test('loses no letter of either text', () => {
    fc.assert(
      fc.property(lawText, lawText, (from, to) => {
        expect(letters(side(from, to, '=-'))).toBe(letters(from));
        expect(letters(side(from, to, '=+'))).toBe(letters(to));
      }),
    );
  });

  test('has neighbours of different kinds, what went before what came, and nothing empty', () => {
    fc.assert(
      fc.property(lawText, lawText, (from, to) => {
        const ops = redline(from, to).map(({ op }) => op);
        expect(ops.join('')).not.toMatch(/==|--|\+\+|\+-/);
        expect(redline(from, to).every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  test('shows a change exactly where the texts are not the same', () => {
    fc.assert(
      fc.property(lawText, lawText, fc.boolean(), (from, other, itself) => {
        const to = itself ? from.replaceAll('，', ', ') : other;
        expect(redline(from, to).every(({ op }) => op === '=')).toBe(sameText(from, to, 'same'));
      }),
    );
  });

  test('of a text with itself is the text', () => {
    fc.assert(
      fc.property(lawText, (text) => {
        expect(redline(text, text).filter(({ op }) => op !== '=')).toEqual([]);
      }),
    );
  });

  test('of texts too long for one table is put together at the places they share', () => {
    const long = Array.from({ length: 3000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at * 7919) % 9973)),
    ).join('');
    const changed = `序${long.slice(0, 900)}${long.slice(950)}终`;
    expect(redline(long, changed).map(({ op, text }) => `${op}${text.length}`)).toEqual([
      '+1',
      '=900',
      '-50',
      '=2050',
      '+1',
    ]);
    expect(redline('甲'.repeat(2500), '乙'.repeat(2500)).map(({ op }) => op)).toEqual(['-', '+']);
  });
});

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/corpus/normalise.ts';
import { parseLaw } from '../../src/corpus/parse/parse.ts';
import type { ParsedLaw } from '../../src/corpus/types.ts';
import { lettersOfLaw, lettersOfText } from './letters.ts';

const folder = join(import.meta.dirname, '../../corpus');
const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
const parse = async (file: string): Promise<ParsedLaw> => parseLaw(await read(file));

const count = (law: ParsedLaw) => ({
  chapters: law.outline.filter(({ level }) => level === 'chapter').length,
  divisions: law.outline.filter(({ level }) => level === 'division').length,
  subdivisions: law.outline.filter(({ level }) => level === 'subdivision').length,
  units: law.units.length,
  paragraphs: law.units.flatMap(({ paragraphs }) => paragraphs).length,
});
const none = { chapters: 0, divisions: 0, subdivisions: 0 };
const numbers = (last: number): string[] => Array.from({ length: last }, (_, index) => `${index + 1}`);
const splits = (law: ParsedLaw): number => law.warnings.filter(({ code }) => code === 'page-split').length;

test.each([
  ['ordinance/text.md', 'f1087cee5229d64c9e5f46e11bbd37a13dbab7f6921609a52e1606f4485012bb'],
  ['ordinance/witness-pdf.md', '25fb7571ac30b4e29ee65c22444a9a8f583798b99620ea3d22fcd73d5658f2d2'],
  ['ordinance-draft/text.txt', 'cf5c09945bff11e0ad98734793c926679664188d161fde3ecbb15a5f2efaedaa'],
  ['zgc-plan/text.txt', 'fe3d61694de1dcaf73ce3b7d49e80872a7d1e040c24037dc6f5be91624c9301d'],
  ['jjj-decision/text.txt', 'f098b26aa459e865220e75ba2b61f381a5df7ed7f72270dc2ee90b127832f87c'],
])('keeps %s byte for byte as it was published', async (file, sha256) => {
  expect(
    createHash('sha256')
      .update(await read(file))
      .digest('hex'),
  ).toBe(sha256);
});

test.each([
  'ordinance/text.md',
  'ordinance/witness-pdf.md',
  'ordinance-draft/text.txt',
  'zgc-plan/text.txt',
  'jjj-decision/text.txt',
])('loses and makes up no letter of %s', async (file) => {
  expect(lettersOfLaw(await parse(file))).toBe(lettersOfText(await read(file)));
});

describe('the ordinance', () => {
  test.each(['ordinance/text.md', 'ordinance/witness-pdf.md'])(
    '%s has 7 chapters, 76 articles, 123 paragraphs',
    async (file) => {
      const law = await parse(file);
      expect(law.title).toBe('北京国际科技创新中心建设条例');
      expect(law.kind).toBe('local-regulation');
      expect(count(law)).toEqual({ ...none, chapters: 7, units: 76, paragraphs: 123 });
      expect(law.units.map(({ number }) => number)).toEqual(numbers(76));
      expect(law.closing).toBeUndefined();
    },
  );

  test('says the same in both witnesses once white space, page splits and the width of punctuation are set aside', async () => {
    const [clean, torn] = await Promise.all([parse('ordinance/text.md'), parse('ordinance/witness-pdf.md')]);
    expect(torn.units.map((unit) => ({ ...unit, paragraphs: unit.paragraphs.map(normalise) }))).toEqual(
      clean.units.map((unit) => ({ ...unit, paragraphs: unit.paragraphs.map(normalise) })),
    );
    expect(torn.outline).toEqual(clean.outline);
    expect(splits(torn)).toBe(15);
  });

  test('knows when it was passed and keeps the words of a paragraph', async () => {
    const law = await parse('ordinance/text.md');
    expect(law.dates).toEqual(['2024年1月25日 北京市第十六届人民代表大会第二次会议通过']);
    expect(law.units[11]).toEqual({
      kind: 'article',
      label: '第十二条',
      number: '12',
      path: ['第一章 总则'],
      paragraphs: [
        '市人民政府对在国际科技创新中心建设中做出重大贡献的组织和个人，按照有关规定给予奖励和表彰。',
        '鼓励国内外组织或者个人在京依法发起设立科学技术奖项。',
      ],
    });
    expect(law.outline[6]).toEqual({
      level: 'chapter',
      label: '第七章',
      title: '附则',
      first: '75',
      last: '76',
    });
  });
});

test('the draft has 8 chapters, the first without its number, 88 articles and 156 paragraphs', async () => {
  const law = await parse('ordinance-draft/text.txt');
  expect(law.title).toBe('北京国际科技创新中心建设条例（草案公开征求稿）');
  expect(count(law)).toEqual({ ...none, chapters: 8, units: 88, paragraphs: 156 });
  expect(law.outline[0]).toEqual({ level: 'chapter', label: '', title: '总则', first: '1', last: '14' });
  expect(law.units.map(({ number }) => number)).toEqual(numbers(88));
});

test('the plan has 7 divisions, 22 subdivisions and 50 numbered measures, five of them rejoined across pages', async () => {
  const law = await parse('zgc-plan/text.txt');
  expect(law.title).toBe('中关村世界领先科技园区建设方案(2024—2027年)');
  expect(count(law)).toEqual({ ...none, divisions: 7, subdivisions: 22, units: 50, paragraphs: 50 });
  expect(splits(law)).toBe(5);
  expect(law.units[1]).toMatchObject({
    kind: 'item',
    label: '2.',
    number: '2',
    heading: '建设高水平研究型大学',
    path: ['二、打造全球领先的原始创新策源地', '（一）建设国家战略科技力量集聚区'],
  });
  expect(law.units[1]?.paragraphs[0]).toContain('催生产业技术变革方面的策源功能');
  expect(law.preamble).toHaveLength(2);
  expect(law.outline[0]).toMatchObject({ level: 'division', label: '一、', title: '总体要求', first: null });
  expect(law.outline[0]?.paragraphs).toHaveLength(8);
});

test('the decision has 20 items, 29 paragraphs and a preamble; the footer of its page is named, not kept', async () => {
  const law = await parse('jjj-decision/text.txt');
  expect(law.title).toBe('');
  expect(count(law)).toEqual({ ...none, units: 20, paragraphs: 29 });
  expect(law.preamble).toHaveLength(1);
  expect(law.closing).toBeUndefined();
  expect(law.warnings.filter(({ code }) => code === 'boilerplate').map(({ line }) => line)).toEqual([63, 65]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMarks, snippet } from '../../src/corpus/search/snippet.ts';
import { findTerms, readTerms } from '../../src/corpus/search/terms.ts';
import { plainText, plainWithOrigins, tokenise } from '../../src/corpus/search/tokenise.ts';
import { understand } from '../../src/corpus/search/understand.ts';
import { indexInMemory } from '../../src/store/searchIndex.ts';

describe('plain text', () => {
  test.each([
    ['首台（套）', '首台套', 'brackets inside a word'],
    ['签证、工作许可', '签证工作许可', 'a list is one stretch'],
    ['科 技\u3000创 新', '科技创新', 'spaces of a PDF'],
    ['支持企业。鼓励个人；', '支持企业。鼓励个人;', 'sentences stay apart'],
    ['一款\n二款', '一款\n二款', 'paragraphs stay apart'],
    ['Open Source', 'open source', 'Latin words stay apart'],
    ['「軟體」與硬體', '软件与硬件', 'Traditional'],
  ])('%s is kept as %s (%s)', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  const texts = fc.string({ unit: fc.constantFrom(...'科技創新軟體（）、，。 \nAi9２—') });

  test('is the same with the way back, which leads to where each character came from', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const plain = plainWithOrigins(text);
        expect(plain.text).toBe(plainText(text));
        for (let at = 0; at < plain.text.length; at += 1) {
          const [start, end] = plain.original(at, at + 1);
          expect(plainText(text.slice(start, end))).toContain(plain.text.charAt(at).trim());
        }
      }),
    );
  });
});

describe('tokens', () => {
  test.each([
    ['科技创新', ['科技', '技创', '创新']],
    ['税', ['税']],
    ['ai技术2027年', ['ai', '技术', '2027', '年']],
    ['科技。创新', ['科技', '创新']],
    ['', []],
  ])('of %j are %j', (plain, tokens) => {
    expect(tokenise(plain)).toEqual(tokens);
  });

  test('of a part are among those of the whole', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'科技创新企业'), minLength: 2 });
    fc.assert(
      fc.property(plain, plain, plain, (before, part, after) => {
        const whole = new Set(tokenise(before + part + after));
        for (const token of tokenise(part)) expect(whole).toContain(token);
      }),
    );
  });
});

describe('snippets', () => {
  const text = `${'市人民政府应当完善有关制度。'.repeat(20)}\n企业可以申请贷款贴息，有关部門提供風險補償。`;

  test('show the paragraph that holds what was found, and where', () => {
    const { text: shown, marks } = snippet(text, ['贷款', '风险']);
    expect(text).toContain(shown);
    expect(marks.map(([from, to]) => shown.slice(from, to))).toEqual(['贷款', '風險']);
  });

  test('show the beginning where nothing was found', () => {
    expect(snippet(text, ['没有']).text.startsWith('市人民政府')).toBe(true);
    expect(snippet('', ['没有'])).toMatchObject({ text: '', marks: [] });
  });

  const list = '鼓励企业、高等学校和科研机构开展合作，'.repeat(10);
  const long = '市人民政府及其有关部门'.repeat(20);
  test.each([
    ['a whole line', '企业可以申请贷款。', '企业可以申请贷款。', false, false],
    ['a clause behind others', `${list}支持贷款。`, '支持贷款。', true, false],
    ['clauses before others', `支持贷款，${list}`, `支持贷款，${list.slice(0, 19 * 6)}`, false, true],
    ['a clause that is a list', `${list}支持研发、补贴和贷款。`, '支持研发、补贴和贷款。', true, false],
    ['a member of a long list', `${long}、补贴和贷款。`, '补贴和贷款。', true, false],
    ['a word far within its clause', `${long}支持贷款`, `${long.slice(-22)}支持贷款`, true, false],
    ['a clause that does not end', `贷款${long}`, `贷款${long.slice(0, 118)}`, false, true],
    ['a line before another', `贷款。\n${list}`, '贷款。', false, false],
  ])(
    'of %s are cut between clauses where they can be, and tell it',
    (_, text, shown, cutBefore, cutAfter) => {
      expect(snippet(text, ['贷款'])).toMatchObject({ text: shown, cutBefore, cutAfter });
    },
  );

  test('end behind the last thing that was found, be it within a clause', () => {
    const { text: shown, cutAfter } = snippet(`贷款，${'甲'.repeat(70)}，${'乙'.repeat(20)}补偿${long}`, [
      '贷款',
      '补偿',
    ]);
    expect(shown).toContain('补偿');
    expect([shown.length, cutAfter]).toEqual([120, true]);
  });

  test('mark what overlaps or touches as one', () => {
    expect(findMarks('科技成果转化', ['科技成果', '成果转化', '科技'])).toEqual([[0, 6]]);
  });
});

describe('everyday words', () => {
  const terms = readTerms([{ 绿卡: ['永久居留'], 公司: ['企业', '单位'], 子公司: ['下属企业'] }], new Map());

  test('are found where they stand, the longest first', () => {
    expect(findTerms('子公司办绿卡', terms).map(({ word }) => word)).toEqual(['子公司', '绿卡']);
  });

  test.each([
    ['intellectual property', [], 'inside a word'],
    ['pe', ['pe'], 'alone'],
    ['做pe投资', ['pe'], 'between Chinese characters'],
    ['vc pe', ['pe'], 'behind another word'],
    ['pe2', [], 'with a digit behind'],
  ])('of Latin letters are whole words: %s (%s %s)', (query, found) => {
    const latin = readTerms([{ PE: ['股权投资'] }], new Map());
    expect(findTerms(query, latin).map(({ word }) => word)).toEqual(found);
  });

  const index = indexInMemory([
    {
      ...{ document: 'd', number: '1', position: 0, label: '第一条', status: 'in-force', text: '' },
      plain: { caption: '', keywords: '', path: '', text: '企业科技伦理审查永久居留' },
    },
  ]);
  const said = (query: string): readonly string[] =>
    understand(query, terms, index).map(({ plain }) => plain.replaceAll('\n', ' ').trim());

  test.each([
    ['公司绿卡', ['公司绿卡', '企业永久居留', '单位永久居留'], 'all at once, then by their further words'],
    ['请问绿卡怎么办？', ['绿卡', '永久居留'], 'without the words of a question'],
    ['科技轮理', ['科技轮理', '科技伦理'], 'with a slip put right'],
    ['怎么', ['怎么'], 'talk alone is what is looked for'],
  ])('%s may be said %j (%s)', (query, forms) => {
    expect(said(query)).toEqual(forms);
  });
});

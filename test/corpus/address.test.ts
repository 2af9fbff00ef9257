import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelOf, parseAddress, parseReference, printAddress, resolve } from '../../src/corpus/address.ts';
import type { Address } from '../../src/corpus/types.ts';
import { sample } from './sample.ts';

const read = (text: string): string => {
  const result = parseReference(text, sample);
  return result.ok ? printAddress(result.value) : result.error.code;
};

describe('references', () => {
  test.each([
    ['3', 'ordinance:3', 'a bare number'],
    ['第3条', 'ordinance:3', 'Arabic digits'],
    ['第三条第二款', 'ordinance:3.2', 'in full'],
    ['三条二款', 'ordinance:3.2', 'in short'],
    ['3.2', 'ordinance:3.2', 'with a full stop'],
    ['3条2款', 'ordinance:3.2', 'Arabic in short'],
    ['３．２', 'ordinance:3.2', 'full-width'],
    ['第３條', 'ordinance:3', 'Traditional, full-width'],
    ['第 十 一 条', 'ordinance:11', 'spaces'],
    ['贰', 'ordinance:2', 'a financial numeral'],
    ['第三至五条', 'ordinance:3..5', 'a range in short'],
    ['第3条至第5条', 'ordinance:3..5', 'a range in full'],
    ['3-5', 'ordinance:3..5', 'a range with a hyphen'],
    ['3—5条', 'ordinance:3..5', 'a range with a dash'],
    ['5至3', 'ordinance:3..5', 'a range the wrong way round'],
    ['3至3', 'ordinance:3', 'a range of one'],
    ['第三、四、五条', 'ordinance:3..5', 'a list of neighbours'],
    ['第十条之一', 'ordinance:10-1', 'an inserted article'],
    ['第十之一条', 'ordinance:10-1', 'an inserted article, older'],
    ['10-1', 'ordinance:10-1', 'an inserted article by its number'],
    ['第10條之1第2款', 'ordinance:10-1.2', 'an inserted article in Traditional'],
    ['第十条至第十一条', 'ordinance:10..11', 'a range over an inserted article'],
    ['草案第十五条', 'ordinance-draft:15', 'an alias'],
    ['条例3', 'ordinance:3', 'an alias and a bare number'],
    ['方案 2', 'data-plan:2', 'an alias, a space, a number'],
    ['方案第2项', 'data-plan:2', 'an item'],
    ['方案第2条措施', 'data-plan:2', 'an item as a measure'],
    ['决定 二', 'joint-decision:2', 'a Chinese numeral'],
    ['決定二、', 'joint-decision:2', 'the label as printed, Traditional'],
    ['决定第二项第二款', 'joint-decision:2.2', 'a paragraph of an item'],
    ['ordinance:3.2', 'ordinance:3.2', 'the printed form'],
    ['ordinance：３', 'ordinance:3', 'the printed form, full-width'],
    ['draft 15', 'ordinance-draft:15', 'part of an id'],
    ['《样例市数据条例》第三条', 'ordinance:3', 'the title'],
    ['《樣例市數據條例》第三條第二款', 'ordinance:3.2', 'the title in Traditional'],
    ['样例市数据条例第三条', 'ordinance:3', 'the title without brackets'],
    ['《样例市数据条例》（征求意见稿）第三条', 'ordinance-draft:3', 'the edition behind the title'],
    ['《样例市数据条例（草案）》第三条', 'ordinance-draft:3', 'the edition inside the title'],
    ['条例草案15', 'ordinance-draft:15', 'two names, of which the last says more'],
    ['第十五条（草案）', 'ordinance-draft:15', 'the name behind'],
    ['本条例第三条', 'ordinance:3', 'this ordinance'],
    ['根据本条例第三条第二款的规定', 'ordinance:3.2', 'within a phrase'],
    ['“第三条”', 'ordinance:3', 'in quotes'],
    ['第三条讲什么', 'ordinance:3', 'a question'],
    ['请看一下条例第三条', 'ordinance:3', 'a request'],
    ['article 3', 'ordinance:3', 'English'],
    ['Art. 3(2)', 'ordinance:3.2', 'English, abbreviated'],
    ['Articles 3 to 5', 'ordinance:3..5', 'an English range'],
    ['article 15 of the draft', 'ordinance-draft:15', 'English, the name behind'],
    ['第二条第（二）项', 'ordinance:2.1', 'an item selects the paragraph that holds it'],
    ['第二条第一款第（三）项', 'ordinance:2.1', 'an item of a paragraph'],
    ['第二条第（一）、（二）项', 'ordinance:2.1', 'several items'],
    ['第二条第一项至第三项', 'ordinance:2.1', 'a range of items is no range of articles'],
    ['第三条第一、二款', 'ordinance:3', 'several paragraphs select the article'],
    ['第三条第一款至第三款', 'ordinance:3', 'a range of paragraphs selects the article'],
    ['第三章', 'ordinance:12', 'a chapter of one article'],
    ['第二编第二章', 'ordinance:10..11', 'a chapter of a part'],
    ['第一编第一章', 'ordinance:1', 'a chapter that stands without its number'],
    ['第二编第二章第一节', 'ordinance:10..10-1', 'a section of a chapter'],
    ['第二编 分则', 'ordinance:4..12', 'a heading with its title'],
    ['附则', 'ordinance:12', 'a title alone'],
    ['第二编第十条', 'ordinance:10', 'an article with its part'],
    ['方案第一部分', 'data-plan:1..2', 'a division'],
    ['条例', 'ordinance:1..12', 'a whole document'],
  ])('reads %s as %s (%s)', (text, printed) => {
    expect(read(text)).toBe(printed);
  });

  test.each([
    ['', 'empty', 'nothing'],
    ['　 ', 'empty', 'spaces'],
    ['。', 'unreadable', 'a full stop is no whole document'],
    ['第', 'unreadable', 'half a reference'],
    ['999999999999', 'unreadable', 'no law counts so far'],
    ['第三条和第五条', 'unreadable', 'two articles that are no neighbours'],
    ['第二章', 'unreadable', 'two chapters have that number'],
    ['今天天气', 'unreadable', 'other talk'],
    ['第九十条', 'no-such-unit', 'beyond the end'],
    ['0', 'no-such-unit', 'before the beginning'],
    ['第三条之一', 'no-such-unit', 'never inserted'],
    ['第三条至第九十条', 'no-such-unit', 'a range that leaves the document'],
    ['第八章', 'no-such-unit', 'no such chapter'],
    ['第三条第四款', 'no-such-paragraph', 'an article of three paragraphs'],
    ['第三条第零款', 'no-such-paragraph', 'paragraphs count from one'],
    ['第二条第（四）项', 'no-such-item', 'an article of three items'],
    ['第二条第二款第（一）项', 'no-such-item', 'the items are in the other paragraph'],
    ['第三条第（一）项', 'no-such-item', 'an article without items'],
    ['第3条第2款第1项', 'no-such-item', 'a paragraph without items'],
    ['第三條第二項', 'no-such-item', 'a 項 is no 款, in Traditional either'],
    ['第二条第一项至第五项', 'no-such-item', 'the end of a range of items'],
    ['第二条第（一）项至第三条第（一）项', 'no-such-item', 'one end of a range'],
    ['决定第二项第三项', 'no-such-item', 'an item without items of its own'],
    ['《数据安全法》第三条', 'no-such-document', 'another law'],
    ['数据安全法第三条', 'no-such-document', 'another law without brackets'],
    ['根据《数据安全法》第三条', 'no-such-document', 'another law within a phrase'],
    ['别市数据条例第三条', 'no-such-document', 'an alias at the end of another name'],
    ['rules:3', 'no-such-document', 'an unknown id'],
    ['三'.repeat(201), 'too-long', 'more than anybody types'],
  ])('does not take %s for a passage: %s (%s)', (text, code) => {
    expect(read(text)).toBe(code);
  });

  const nearest = (text: string): readonly string[] => {
    const result = parseReference(text, sample);
    return result.ok ? [] : result.error.nearest.map(printAddress);
  };

  test.each([
    ['第十五条', ['ordinance:12', 'ordinance-draft:15'], 'the last one, and the draft that has it'],
    ['第三条之一', ['ordinance:3'], 'the article it would follow'],
    ['第三条第九款', ['ordinance:3.3', 'ordinance:3'], 'the last paragraph, the article'],
    ['第二条第四项', ['ordinance:2', 'ordinance:2.1', 'ordinance:2.2'], 'the article, its paragraphs'],
    ['第三条第二款第一项', ['ordinance:3.2', 'ordinance:3'], 'the paragraph, its article'],
    ['第二章', ['ordinance:2..3', 'ordinance:10..11'], 'all chapters of that number'],
    ['第三编', ['ordinance:4..12'], 'the last part'],
    ['第三条和第五条', ['ordinance:3', 'ordinance:5'], 'each of them'],
    [
      '《样例市数据管理条例》第三条',
      ['ordinance:3', 'ordinance-draft:3', 'data-plan:3'],
      'documents with a like name, likest first',
    ],
    ['永久居留', ['ordinance:10-1'], 'the article with that caption'],
    ['《数据安全法》第三条', [], 'nothing is alike'],
  ])('offers for %s what comes closest (%s %s)', (text, expected) => {
    expect(nearest(text)).toEqual(expected);
  });

  test('answers any text without throwing', () => {
    const characters = fc.constantFrom(...'第三十条款项章之至、-.:(（《》条例草案数据 article0９\n');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: characters }), fc.string()), (text) => {
        const result = parseReference(text, sample);
        if (result.ok) expect(resolve(result.value, sample).ok).toBe(true);
      }),
    );
  });
});

/** Any address of a passage that exists in the sample. */
const existing: fc.Arbitrary<Address> = fc.constantFrom(...sample.documents).chain(({ info, law }) =>
  fc.nat(law.units.length - 1).chain((index) => {
    const unit = law.units[index];
    const whole = { document: info.id, unit: unit?.number ?? '' };
    const later = law.units.slice(index + 1).map(({ number }) => ({ ...whole, through: number }));
    const parts = unit?.paragraphs.map((_, at) => ({ ...whole, paragraph: at + 1 })) ?? [];
    return fc.constantFrom<Address>(whole, ...later, ...parts);
  }),
);

describe('addresses', () => {
  test('are read back as they were printed', () => {
    const number = fc
      .tuple(fc.nat(2000), fc.option(fc.integer({ min: 1, max: 20 })))
      .map(([main, branch]) => (branch === null ? String(main) : `${main}-${branch}`));
    const address: fc.Arbitrary<Address> = fc.oneof(
      fc.record({ document: fc.string({ minLength: 1 }), unit: number }),
      fc.record({
        document: fc.string({ minLength: 1 }),
        unit: number,
        paragraph: fc.integer({ min: 1, max: 99 }),
      }),
      fc.record({ document: fc.string({ minLength: 1 }), unit: number, through: number }),
    );
    fc.assert(
      fc.property(address, (given) => {
        expect(parseAddress(printAddress(given))).toEqual(given);
      }),
    );
  });

  test('are references, and so are their labels', () => {
    fc.assert(
      fc.property(existing, (address) => {
        expect(parseReference(printAddress(address), sample)).toEqual({ ok: true, value: address });
        expect(parseReference(labelOf(address, sample), sample)).toEqual({ ok: true, value: address });
      }),
    );
  });

  test.each<[Address, string, string]>([
    [{ document: 'ordinance', unit: '3', paragraph: 2 }, '第三条第二款', 'the first document needs no name'],
    [{ document: 'ordinance', unit: '10-1' }, '第十条之一', 'an inserted article'],
    [{ document: 'ordinance', unit: '3', through: '5' }, '第三条至第五条', 'a range'],
    [{ document: 'ordinance-draft', unit: '15' }, '草案第十五条', 'another document is named'],
    [{ document: 'data-plan', unit: '2', paragraph: 2 }, '方案第2项第二款', 'the item as it is printed'],
    [{ document: 'joint-decision', unit: '2' }, '决定第二项', 'the item as it is printed'],
  ])('%j is called %s (%s)', (address, label) => {
    expect(labelOf(address, sample)).toBe(label);
  });
});

describe('passages', () => {
  test('give the selected paragraph verbatim, with its place and neighbours', () => {
    const result = resolve({ document: 'ordinance', unit: '10-1', paragraph: 2 }, sample);
    expect(result.ok && result.value).toMatchObject({
      label: '第十条之一第二款',
      document: { id: 'ordinance', status: 'in-force' },
      units: [
        { caption: '外籍人员永久居留', paragraphs: [{ number: 2, text: '具体办法另行制定。' }], count: 2 },
      ],
      previous: { document: 'ordinance', unit: '10' },
      next: { document: 'ordinance', unit: '11' },
    });
  });

  test('of a range hold every unit in between, inserted ones too', () => {
    const result = resolve({ document: 'ordinance', unit: '10', through: '12' }, sample);
    expect(result.ok && result.value.units.map(({ number }) => number)).toEqual(['10', '10-1', '11', '12']);
    expect(result.ok && result.value.next).toBeNull();
  });

  test('of a document nobody knows are a problem, not an error', () => {
    const result = resolve({ document: 'rules', unit: '1' }, sample);
    expect(!result.ok && result.error).toEqual({ code: 'no-such-document', name: 'rules', nearest: [] });
  });
});

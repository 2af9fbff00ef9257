import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { parseReference, printAddress } from '../../src/corpus/address.ts';

const { corpus } = await loadCorpus();

/** The address, or what is wrong with the reference, and what is offered instead. */
const read = (text: string): string => {
  const result = parseReference(text, corpus);
  if (result.ok) return printAddress(result.value);
  return [result.error.code, ...result.error.nearest.map(printAddress)].join(' ');
};
const ORDINANCE = '北京国际科技创新中心建设条例';

describe('the draft is never shown as law, nor the law as another edition', () => {
  test.each([
    ['草案中第三十一条', 'ordinance-draft:31', '中 between'],
    ['草案里的第二十三条', 'ordinance-draft:23', '里的 between'],
    ['征求意见稿里第二十三条第二款', 'ordinance-draft:23.2', 'with a paragraph'],
    [`《${ORDINANCE}（草案）》中的第三十一条`, 'ordinance-draft:31', 'the edition inside the marks'],
    [`${ORDINANCE}（草案）第三十一条`, 'ordinance-draft:31', 'the edition behind a plain name'],
    [`${ORDINANCE}草案第三十一条`, 'ordinance-draft:31', 'without parentheses'],
    [`${ORDINANCE}（草案）`, 'ordinance-draft:1..88', 'the whole draft'],
    ['“草案”第31条', 'ordinance-draft:31', 'in quotation marks'],
    ['第31条草案', 'ordinance-draft:31', 'behind the number'],
    ['第31条草案怎么说', 'ordinance-draft:31', 'behind the number, in a question'],
    ['第三十一条【草案】', 'ordinance-draft:31', 'in other brackets'],
    ['article 31 draft', 'ordinance-draft:31', 'English, behind'],
    ['art. 31 in the draft', 'ordinance-draft:31', 'English, in the draft'],
    ['draft ordinance article 31', 'ordinance-draft:31', 'English, before'],
    ['the draft’s article 31', 'ordinance-draft:31', 'English, whose'],
    ['一审稿第31条', 'no-such-document ordinance:31 ordinance-draft:31', 'ours is the public draft'],
    ['二审稿第三十一条', 'no-such-document ordinance:31 ordinance-draft:31', 'ours is the public draft'],
    ['第31条（二审稿）', 'no-such-document ordinance:31 ordinance-draft:31', 'behind the number'],
    [
      `《${ORDINANCE}（草案二次审议稿）》第三十一条`,
      'no-such-document ordinance:31 ordinance-draft:31',
      'by its title',
    ],
    [
      `${ORDINANCE}（二次审议稿）第三十一条`,
      'no-such-document ordinance:31 ordinance-draft:31',
      'by its plain name',
    ],
    ['条例（2024年）第31条', 'ordinance:31', 'the year in which ours was adopted'],
    ['条例（2030年修订）第31条', 'no-such-document', 'a revision that we have not'],
    [`《${ORDINANCE}》（以下简称《条例》）第三条`, 'ordinance:3', 'no edition at all'],
    ['草案 - 第31条', 'ordinance-draft:31', 'a dash between'],
    ['草案版第31条', 'ordinance-draft:31', '版 between'],
    ['草案原第31条', 'ordinance-draft:31', '原 between'],
    ['公开征求意见的草案第31条', 'ordinance-draft:31', 'what was done with it before'],
    ['第二十三条草案里是第几条', 'unreadable ordinance:23 ordinance-draft:23', 'either may be meant'],
    ['第31条在草案里怎么写的', 'unreadable ordinance:31 ordinance-draft:31', 'either may be meant'],
    ['第31条的草案', 'unreadable ordinance:31 ordinance-draft:31', 'either may be meant'],
    ['旧版第31条', 'no-such-document', 'a version that we have not'],
    ['修订前第31条', 'no-such-document', 'a version that we have not'],
    [`关于《${ORDINANCE}（草案）》的说明第三条`, 'no-such-document', 'an explanation of the draft'],
  ])('%s is %s (%s)', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('an article of another law is never answered with ours', () => {
  test.each([
    ['专利法里第23条', '里 between'],
    ['专利法中第23条', '中 between'],
    ['专利法（2020）第23条', 'with its year'],
    ['促进科技成果转化法（2015年修正）第23条', 'with its revision'],
    ['《专利法》（草案）第三条', 'its draft is not ours'],
    ['《专利法》草案第三条', 'its draft, without parentheses'],
    ['专利法第31条（草案）', 'its draft, behind the number'],
    ['公司章程第23条', 'a charter'],
    ['劳动合同第23条', 'a contract'],
    ['宪法修正案第23条', 'an amendment'],
    ['十四五规划纲要第23条', 'an outline'],
    ['若干措施第23条', 'measures'],
    ['若干规定第23条', 'provisions'],
    ['团体标准第3条', 'a standard'],
    [`关于落实《${ORDINANCE}》的若干措施第三条`, 'measures that name ours in their title'],
    ['Patent Law article 23', 'English, before'],
    ['article 23 of the Patent Law', 'English, behind'],
  ])('%s (%s)', (text) => {
    expect(read(text)).toBe('no-such-document');
  });

  test('but what is ours beside it is offered', () => {
    expect(read('条例第23条和专利法第31条')).toBe('no-such-document ordinance:23');
    expect(read('条例第23条和草案第31条对比一下')).toBe('unreadable ordinance:23 ordinance-draft:31');
  });
});

describe('a count is no article', () => {
  test.each([
    ['前三条', 'the first three'],
    ['上一条', 'a place in a row'],
    ['下一条', 'a place in a row'],
    ['科创32条', 'another document'],
    ['三十二条措施', 'a count of measures'],
    ['十条措施', 'a count of measures'],
    ['三条红线', 'other words'],
    ['一条龙服务', 'other words'],
    ['2 3', 'two numbers'],
    ['条例 2 3', 'two numbers behind a name'],
    ['7²', 'a note at a number'],
    ['条例7²', 'a note at a number behind a name'],
  ])('%s (%s)', (text) => {
    expect(read(text)).toBe('unreadable');
  });

  test.each([
    ['最后一条', 'ordinance:76'],
    ['草案最后一条讲什么', 'ordinance-draft:88'],
    ['倒数第二条', 'ordinance:75'],
    ['23条讲什么', 'ordinance:23'],
    ['条例规定第二十三条', 'ordinance:23'],
    ['条例原文第23条', 'ordinance:23'],
    ['方案第2条措施', 'zgc-plan:2'],
    ['条例第三章讲什么', 'ordinance:22..37'],
    ['第三十四、三十五条讲什么', 'ordinance:34..35'],
  ])('%s is one: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('a 款 that is named is found', () => {
  test.each([
    ['第二十三条.第二款'],
    ['二十三条的第二款'],
    ['第23条中的第2款'],
    ['第二十三条，第二款'],
    ['第23条②'],
    ['paragraph 2 of article 23'],
    ['article 23, paragraph (2)'],
  ])('%s', (text) => {
    expect(read(text)).toBe('ordinance:23.2');
  });

  test('and one that is not there is missed', () => {
    expect(read('2②')).toBe('no-such-paragraph ordinance:2');
  });
});

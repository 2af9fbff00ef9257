import { describe, expect, it } from 'vitest';
import { limits } from '../../src/ledger/defaults.ts';
import { readList, readTopic } from '../../src/ledger/readTopic.ts';
import { type Conditions, isNearMiss, matchTopic, type Subject } from '../../src/ledger/topic.ts';

const nothing: Conditions = { any: [], all: [], none: [], articles: [], kinds: [], issuers: [] };
const subject: Subject = {
  title: '關於支持ＡＩ芯片與軟體發展、促進人工智慧産業高品質發展的若干措施',
  text: '支持智能计算 中\n心建设。',
  issuer: '北京市经济和信息化局',
  kind: 'measure',
  articles: [40],
};
const missingOf = (topic: Partial<Conditions>, of: Subject = subject): readonly string[] =>
  matchTopic({ ...nothing, ...topic }, of).missing.map(({ condition }) => condition);

describe('what a topic is about', () => {
  it.each([
    ['a Simplified word in a Traditional title', { any: ['人工智能'] }, []],
    ['half width and small letters in a full-width capital', { any: ['ai'] }, []],
    ['regional wording', { any: ['軟體'] }, []],
    ['a word of the text', { any: ['智能计算'] }, []],
    ['a word that the page broke', { any: ['计算中心'] }, []],
    ['the end of the title and the beginning of the text are no word', { any: ['措施支持'] }, ['any']],
    ['letters inside longer letters are another word', { any: ['a'] }, ['any']],
    ['one of several words is enough', { any: ['量子', '芯片'] }, []],
    ['all of them', { all: ['芯片', '量子'] }, ['all']],
    ['none of them', { any: ['芯片'], none: ['软件'] }, ['none']],
    ['an article that it carries out', { articles: [39, 40] }, []],
    ['another article', { articles: [39] }, ['articles']],
    ['another kind', { kinds: ['news'] as const }, ['kinds']],
    ['part of the issuer’s name, in any script', { issuers: ['經濟和信息化'] }, []],
    ['another issuer', { issuers: ['财政'] }, ['issuers']],
  ])('%s', (_, topic, missing) => {
    expect(missingOf(topic)).toEqual(missing);
  });

  it('is about whatever has its words, and without words about the ordinance alone', () => {
    const irrelevant = { ...subject, articles: [] };
    expect(missingOf({ any: ['芯片'] }, irrelevant)).toEqual([]);
    expect(missingOf({ kinds: ['measure'] }, irrelevant)).toEqual(['relevant']);
  });

  it.each([
    ['the words are there, the kind is not', { any: ['芯片'], kinds: ['news'] as const }, true],
    ['all but one of the words', { all: ['芯片', '量子'] }, true],
    ['an excluded word kept it out', { any: ['芯片'], none: ['软件'] }, true],
    ['the article, without the word', { any: ['量子'], articles: [40] }, true],
    ['two conditions failed', { any: ['芯片'], kinds: ['news'] as const, issuers: ['财政'] }, false],
    ['only the kind is shared, which says nothing', { any: ['量子'], kinds: ['measure'] as const }, false],
    ['it matches', { any: ['芯片'] }, false],
  ])('calls it a near miss or not: %s', (_, conditions, near) => {
    const topic = { ...nothing, ...conditions };
    expect(isNearMiss(topic, matchTopic(topic, subject))).toBe(near);
  });
});

describe('reading a topic', () => {
  const isArticle = (number: number): boolean => Number.isInteger(number) && number >= 1 && number <= 76;

  it('reads lists as people type them', () => {
    expect(readList('算力、 智能计算，大模型\n芯片;GPU')).toEqual([
      '算力',
      '智能计算',
      '大模型',
      '芯片',
      'GPU',
    ]);
  });

  it('keeps each word once, in whatever writing, and articles in order', () => {
    expect(
      readTopic(
        { name: ' 算力 ', any: ['算力', '人工智能', '人工智慧', '\u200b算力'], articles: [40, 3, 40] },
        isArticle,
      ),
    ).toEqual({
      ok: true,
      value: { ...nothing, name: '算力', any: ['算力', '人工智能'], articles: [3, 40] },
    });
  });

  it.each([
    ['shape', 'a topic'],
    ['shape', { name: '算力', any: '算力' }],
    ['shape', { name: '算力', any: [1] }],
    ['name-missing', { any: ['算力'] }],
    ['name-long', { name: '长'.repeat(limits.nameLength + 1), any: ['算力'] }],
    ['empty', { name: '空' }],
    ['word-long', { name: '长', any: ['长'.repeat(limits.wordLength + 1)] }],
    ['words-many', { name: '多', any: Array.from({ length: limits.words + 1 }, (_, index) => `词${index}`) }],
    ['contradiction', { name: '不可能', any: ['人工智能'], none: ['智能'] }],
    ['articles', { name: '条', articles: [77] }],
    ['articles', { name: '条', articles: ['第三条'] }],
    ['kinds', { name: '类', kinds: ['law'] }],
  ])('says %s of %j', (code, value) => {
    const read = readTopic(value, isArticle);
    expect(read.ok ? [] : read.error.map((fault) => fault.code)).toEqual([code]);
  });
});

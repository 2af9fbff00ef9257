import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { articleList, readArticles, suggestArticles } from '../../src/chat/articles.ts';
import { translator } from '../../src/chat/catalogue/index.ts';

const { corpus } = await loadCorpus();

describe('a list of articles', () => {
  it.each<[string, number[] | null, string]>([
    ['23', [23], 'one'],
    ['23、34-36', [23, 34, 35, 36], 'a range by a dash'],
    ['第二十三条，第三十四至三十六条', [23, 34, 35, 36], 'in words'],
    ['34~36 23', [23, 34, 35, 36], 'in any order, separated by spaces'],
    ['23;23；２３', [23], 'each once, in any width'],
    ['第六章', [66, 67, 68, 69, 70, 71, 72, 73, 74], 'a chapter is its articles'],
    ['草案31', null, 'a draft cannot be followed'],
    ['方案20', null, 'nor a plan'],
    ['99', null, 'no such article'],
    ['23、abc', null, 'one of them unreadable'],
    ['36-34', [34, 35, 36], 'a range that runs backwards'],
    ['', null, 'nothing at all'],
    ['、', null, 'separators alone'],
  ])('%j is %j (%s)', (text, expected) => {
    expect(readArticles(text, corpus)).toEqual(expected);
  });

  it.each([
    [[23], '第23条'],
    [[23, 34, 35, 36], '第23、34–36条'],
    [[1, 2], '第1–2条'],
  ])('%j is shown as %s', (articles, expected) => {
    expect(articleList(articles, translator('zh-CN'))).toBe(expected);
  });

  it('is shown in the words of each language', () => {
    expect(articleList([23, 34, 35], translator('zh-TW'))).toBe('第23、34–35條');
    expect(articleList([23, 34, 35], translator('en'))).toBe('Articles 23, 34–35');
    expect(articleList([23], translator('en'))).toBe('Article 23');
  });

  it('is completed at its last article, and every suggestion can be read', () => {
    const choices = suggestArticles('23、7', corpus);
    expect(choices.length).toBeGreaterThan(3);
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
    for (const { name, value } of choices) {
      expect(name).toMatch(/^23、/);
      expect(readArticles(value, corpus)).not.toBeNull();
    }
  });
});

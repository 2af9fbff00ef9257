import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../src/link/find.ts';
import { createScanner } from '../../src/link/scan.ts';
import type { ArticleTopics } from '../../src/link/topics.ts';

describe('scanning', () => {
  it('finds what a plain search finds, at every place', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('甲', '乙', '丙') }),
        (words, text) => {
          const plain = words.flatMap((word, index) =>
            [...text].flatMap((_, from) =>
              text.startsWith(word, from) ? [`${index}@${from}-${from + word.length}`] : [],
            ),
          );
          const found = createScanner(words)(text).map((hit) => `${hit.word}@${hit.from}-${hit.to}`);
          expect(found.sort()).toEqual(plain.sort());
        },
      ),
    );
  });
});

describe('finding the words of topics', () => {
  const topic = (terms: string[], hints: string[] = [], scopes: string[] = []) => ({
    about: '',
    terms,
    hints,
    scopes,
  });
  const topics: ArticleTopics = new Map([
    [1, topic(['自然科学基金'], ['项目'])],
    [2, topic(['基金', '青年+科研'])],
    [3, topic([], [], ['机器人'])],
    [4, topic(['知识产权'])],
  ]);
  const find = createFinder(topics);
  const weight = (text: string, article: number) =>
    Math.max(0, ...(find(text).get(article) ?? []).map((found) => found.weight));

  it('takes a short word inside a longer subject for the longer one', () => {
    expect([...find('自然科学基金管理办法').keys()]).toEqual([1]);
    expect([...find('自然科学基金与产业基金').keys()].sort()).toEqual([1, 2]);
  });
  it('wants the parts of a term in one sentence, and close together', () => {
    expect(weight('支持青年开展科研', 2)).toBeGreaterThan(
      weight('支持青年在本市各类企业和机构中长期开展科研', 2),
    );
    expect(weight('支持青年。开展科研', 2)).toBe(0);
  });
  it('believes a hint less than a term', () => {
    expect(weight('项目', 1)).toBeLessThan(weight('自然科学基金', 1));
  });
  it('believes a scope more beside a word of development', () => {
    expect(weight('机器人产业行动方案', 3)).toBeGreaterThan(weight('机器人比赛', 3));
  });
  it('sees no subject in the name of a body, unless it reads names', () => {
    expect(find('北京市知识产权局关于某事项的通知').size).toBe(0);
    expect(find('北京市知识产权局', true).has(4)).toBe(true);
  });
});

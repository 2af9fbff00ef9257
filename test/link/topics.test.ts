import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { loadTopics } from '../../corpus/topics.ts';
import { fold } from '../../src/corpus/fold.ts';
import { createLinker } from '../../src/link/link.ts';
import { readTopics } from '../../src/link/topics.ts';

const { corpus } = await loadCorpus();
const topics = loadTopics();

describe('the topics of the ordinance', () => {
  it('cover every article, with at least one word that names it', () => {
    const numbers = corpus.document('ordinance')?.law.units.map((unit) => Number(unit.number));
    expect([...topics.keys()]).toEqual(numbers);
    for (const topic of topics.values()) expect(topic.terms.length).toBeGreaterThan(0);
  });
  it('say each word once, in the folded form that texts are compared in', () => {
    for (const [article, { terms, hints, scopes = [] }] of topics) {
      const words = [...terms, ...hints, ...scopes];
      expect(new Set(words).size, `Article ${article}`).toBe(words.length);
      for (const word of words) expect(fold(word), `Article ${article}`).toBe(word);
    }
  });
});

/** The noun phrases of each article by which what carries it out is titled. */
const phrases: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('../fixtures/link/phrases.json', import.meta.url), 'utf8'),
);

describe('the words of the ordinance itself', () => {
  const link = createLinker(corpus, topics);
  const titles = (phrase: string) => [
    `北京市${phrase}管理办法`,
    `关于加强${phrase}工作的若干措施`,
    `北京市${phrase}实施方案`,
    `关于支持${phrase}的通知`,
  ];
  it.each(Object.entries(phrases))('lead every title made of them to Article %s', (article, own) => {
    const source = '北京市科学技术委员会';
    const missed = own
      .flatMap(titles)
      .filter(
        (title) =>
          !link({ id: '1', title, source }).articles.some(({ number }) => number === Number(article)),
      );
    expect(missed).toEqual([]);
  });

  it('lead an English title on R&D to statistics only where it speaks of them', () => {
    const articles = (title: string) => link({ id: '1', title }).articles.map(({ number }) => number);
    expect(articles('Measures of Beijing for Supporting Enterprise R&D Institutions')).toEqual([23]);
    expect(articles('Measures of Beijing on R&D Statistics')).toEqual([63]);
  });
});

describe('reading topics', () => {
  it.each([
    [[], 'not an object'],
    [{ '3': { about: '', terms: ['甲'] } }, 'no hints'],
    [{ x: { about: '', terms: [], hints: [] } }, 'no article number'],
    [{ '3': { about: '', terms: ['甲+'], hints: [] } }, 'a term with an empty part'],
    [{ '3': { about: '', terms: ['甲 乙'], hints: [] } }, 'a space where a + is meant'],
  ])('says what is wrong with %j: %s', (json, _reason) => {
    expect(readTopics(json).ok).toBe(false);
  });
});

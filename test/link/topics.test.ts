import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { loadTopics } from '../../corpus/topics.ts';
import { fold } from '../../src/corpus/fold.ts';
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

import { describe, expect, it } from 'vitest';
import topicsJson from '../../corpus/ordinance/topics.json' with { type: 'json' };
import type { Corpus } from '../../src/corpus/types.ts';
import { createLinker } from '../../src/link/link.ts';
import { readTopics } from '../../src/link/topics.ts';

const corpus: Corpus = { documents: [], document: () => undefined };
const topics = readTopics(topicsJson);
if (!topics.ok) throw new Error(topics.error.join(' '));
const link = createLinker(corpus, topics.value);

describe('linking', () => {
  it('gives a cited article first, as cited, with the citation quoted', () => {
    const title = '关于支持概念验证平台的若干措施';
    const body = '落实《北京国际科技创新中心建设条例》第三十二条第二款，支持平台建设。';
    const result = link({ id: '1', title, body, source: '北京市科学技术委员会' });
    expect(result).toMatchObject({ relevant: true, kind: 'measure', cites: [32] });
    expect(result.articles[0]).toMatchObject({
      number: 32,
      link: 'cites',
      why: '《北京国际科技创新中心建设条例》第三十二条第二款',
    });
  });
});

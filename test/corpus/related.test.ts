import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { parseReference, printAddress, resolve } from '../../src/corpus/address.ts';
import { findRelated, type Related } from '../../src/corpus/related/related.ts';
import { sharedPieces } from '../../src/corpus/related/wording.ts';

const { corpus } = await loadCorpus();

function related(reference: string, limit = 3): readonly Related[] {
  const address = parseReference(reference, corpus);
  const passage = address.ok ? resolve(address.value, corpus) : address;
  if (!passage.ok) throw new Error(`no such passage: ${reference}`);
  return findRelated(passage.value, corpus, limit);
}
const addresses = (reference: string): readonly string[] =>
  related(reference).map(({ address }) => printAddress(address));

describe('passages on the same subject', () => {
  it.each([
    ['10', 'zgc-plan:33', 'Beijing, Tianjin and Hebei'],
    ['17', 'zgc-plan:7', 'large facilities'],
    ['18', 'zgc-plan:1', 'laboratories'],
    ['22', 'zgc-plan:2', 'universities'],
    ['23', 'ordinance-draft:31', 'its own draft, under another number'],
    ['23', 'zgc-plan:20', 'companies'],
    ['25', 'zgc-plan:3', 'new research institutions'],
    ['30', 'zgc-plan:8', 'key technologies'],
    ['32', 'zgc-plan:41', 'turning results to use'],
    ['32', 'zgc-plan:42', 'and the services for it'],
    ['32', 'jjj-decision:9', 'the same in Traditional'],
    ['34', 'zgc-plan:44', 'prudent supervision'],
    ['37', 'zgc-plan:12', 'start-ups'],
    ['39', 'zgc-plan:14', 'training'],
    ['43', 'zgc-plan:16', 'moving between research and industry'],
    ['46', 'zgc-plan:13', 'people for services'],
    ['53', 'zgc-plan:39', 'finance'],
    ['55', 'jjj-decision:13', 'instruments'],
    ['59', 'zgc-plan:45', 'intellectual property'],
    ['59', 'jjj-decision:17', 'intellectual property in Traditional'],
    ['63', 'zgc-plan:50', 'statistics'],
    ['67', 'zgc-plan:38', 'the Zhongguancun forum'],
    ['71', 'zgc-plan:37', 'international organisations'],
    ['73', 'zgc-plan:17', 'where people live'],
    ['方案39', 'ordinance:53', 'from a plan to the law'],
    ['决定九', 'ordinance:32', 'from a decision to the law'],
    ['草案31', 'ordinance:23', 'from the draft to the law'],
    ['28.1', 'ordinance-draft:36', 'of a paragraph alone'],
    ['第三章', 'ordinance-draft:31', 'of a chapter'],
  ])('of %s: %s', (reference, expected, _reason) => {
    expect(addresses(reference)).toContain(expected);
  });

  it('are none of its own document, few of each other one, best first', () => {
    const found = related('23');
    expect(found.every(({ document }) => document !== 'ordinance')).toBe(true);
    for (const own of Map.groupBy(found, ({ document }) => document).values())
      expect(own.length).toBeLessThanOrEqual(3);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('are missing where another document says nothing of it', () => {
    expect(related('64').filter(({ document }) => document === 'zgc-plan')).toEqual([]);
    expect(related('60').filter(({ document }) => document === 'jjj-decision')).toEqual([]);
  });

  it('show what both say, and where', () => {
    const [plan] = related('73').filter(({ document }) => document === 'zgc-plan');
    expect(plan?.shared).toContain('高品质人才社区');
    const [from, to] = plan?.snippet.marks[0] ?? [0, 0];
    expect(plan?.shared).toContain(plan?.snippet.text.slice(from, to));
  });
});

describe('shared wording', () => {
  it.each([
    [
      '支持建设概念验证和中试平台',
      '建设概念验证中心、中试基地',
      ['建设概念验证', '中试'],
      'whole words, the longest',
    ],
    ['加强的科技成果和', '的科技成果转化', ['科技成果'], 'no 的 or 和 at its ends'],
    ['知识产权。知识产权保护', '知识产权保护', ['知识产权保护'], 'none inside another'],
    ['天气很好', '知识产权', [], 'nothing'],
  ])('of %s and %s', (one, other, expected, _reason) => {
    expect(sharedPieces(one, other)).toEqual(expected);
  });
});

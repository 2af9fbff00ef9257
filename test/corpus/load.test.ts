import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';

describe('the documents that come with Tiaoli', () => {
  test('are four, the ordinance first, with what is known of each', async () => {
    const { corpus } = await loadCorpus();
    expect(corpus.documents.map(({ info: { id, status, script } }) => [id, status, script])).toEqual([
      ['ordinance', 'in-force', 'simplified'],
      ['ordinance-draft', 'draft', 'simplified'],
      ['zgc-plan', 'plan', 'simplified'],
      ['jjj-decision', 'in-force', 'traditional'],
    ]);
    expect(corpus.document('ordinance')?.captions.get('75')).toBeTruthy();
    expect(corpus.document('ordinance-draft')?.info.draftOf).toBe('ordinance');
    expect(corpus.document('nothing')).toBeUndefined();
  });

  test('lend the decision, whose text has no title, the title that is known', async () => {
    const decision = (await loadCorpus()).corpus.document('jjj-decision');
    expect(decision?.law.title).toBe('北京市人民代表大会常务委员会关于推进京津冀协同创新共同体建设的决定');
    expect(decision?.law.kind).toBe('decision');
  });
});

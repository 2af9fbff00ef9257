import { describe, expect, it } from 'vitest';
import { otherForms, putOutBy } from '../../../src/watch/identity/putOut.ts';

const NAME = '北京市概念验证平台管理办法试行';

describe('a title that puts out a document', () => {
  it.each<[string, string | null, string]>([
    [`关于印发${NAME}的通知`, NAME, 'a notice'],
    [`关于发布${NAME}的公告`, NAME, 'an announcement'],
    [`关于印发${NAME}实施细则的通知`, `${NAME}实施细则`, 'rules on another document'],
    [
      '关于印发关于支持概念验证平台高质量发展的若干措施的通知',
      '关于支持概念验证平台高质量发展的若干措施',
      'a long name',
    ],
    ['关于印发概念验证平台实施细则的通知', null, 'a name that many documents may have'],
    [`关于印发${NAME}征求意见稿的通知`, null, 'a draft'],
    [`关于公布${NAME}修正案的公告`, null, 'an amendment'],
    [`关于修订印发${NAME}的通知`, null, 'a new edition'],
    [`关于印发${NAME}的补充通知`, null, 'a supplement'],
    [`关于对${NAME}公开征求意见的通知`, null, 'a consultation'],
    [`关于转发${NAME}的通知`, null, 'what another body put out'],
    [NAME, null, 'a bare name'],
  ])('%s has %j within: %s', (core, name) => {
    expect(putOutBy(core)).toBe(name);
  });

  it('is found by the bare name, and the bare name by it', () => {
    expect(otherForms(`关于印发${NAME}的通知`)).toEqual([NAME]);
    expect(otherForms(NAME)).toContain(`关于印发${NAME}的通知`);
    for (const form of otherForms(NAME)) expect(putOutBy(form)).toBe(NAME);
    for (const core of [`关于申报${NAME}的通知`, `${NAME}解读`, '实施细则', ''])
      expect(otherForms(core)).toEqual([]);
  });
});

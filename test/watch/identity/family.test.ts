import { describe, expect, it } from 'vitest';
import { familyOf, policyName } from '../../../src/watch/identity/family.ts';

const ISSUER = '北京市科学技术委员会';

describe('a policy', () => {
  it.each([
    ['consultation', '关于《北京市概念验证平台管理办法（征求意见稿）》公开征求意见的公告'],
    ['consultation without a preposition', '《北京市概念验证平台管理办法（征求意见稿）》征求意见'],
    [
      'consultation with marks inside',
      '关于公开征求《北京市概念验证平台管理办法（修订草案征求意见稿）》意见的通知',
    ],
    ['results of it', '关于《北京市概念验证平台管理办法》征求意见采纳情况的反馈'],
    ['publication', '北京市科学技术委员会关于印发《北京市概念验证平台管理办法（试行）》的通知'],
    ['publication without marks', '关于印发北京市概念验证平台管理办法的通知'],
    ['text itself', '北京市概念验证平台管理办法（试行）'],
    ['interpretation', '《北京市概念验证平台管理办法》政策解读'],
    ['interpretation without marks', '北京市概念验证平台管理办法政策解读'],
    ['picture', '一图读懂：《北京市概念验证平台管理办法》'],
    ['revision', '关于修订《北京市概念验证平台管理办法》的通知'],
    ['revision in inner marks', '关于修改〈北京市概念验证平台管理办法〉的决定'],
    ['repeal', '关于废止《北京市概念验证平台管理办法》的通知'],
    ['publication by who is no office', '北京经济技术开发区关于印发《北京市概念验证平台管理办法》的通知'],
    ['publication by many', '市科委等七部门联合印发《北京市概念验证平台管理办法》'],
    ['interpretation of a part', '《北京市概念验证平台管理办法》解读（目标任务与保障）'],
    [
      'consultation of two',
      '关于对《北京市概念验证平台管理办法（征求意见稿）》《评价指标（征求意见稿）》公开征求意见的公告',
    ],
    ['pinned', '[置顶]关于印发《北京市概念验证平台管理办法》的通知（京科发〔2026〕1号）'],
  ])('keeps its family through its life: %s', (_, title) => {
    expect(policyName(title)).toBe('北京市概念验证平台管理办法');
    expect(familyOf(title, ISSUER)).toBe(familyOf('北京市概念验证平台管理办法', ISSUER));
  });

  it.each([
    ['rules under another one', '《北京市概念验证平台管理办法》实施细则'],
    ['a plan that carries out another one', '北京市贯彻落实《北京市概念验证平台管理办法》工作方案'],
    ['a call under it', '关于开展2026年北京市概念验证平台申报工作的通知'],
    ['a longer name', '北京市概念验证平台管理办法补充规定'],
  ])('has no other in its family: %s', (_, title) => {
    expect(familyOf(title, ISSUER)).not.toBe(familyOf('北京市概念验证平台管理办法', ISSUER));
  });

  it('of one district is not of another’s family; calls of two years are two', () => {
    const title = '关于支持概念验证平台的若干措施';
    expect(familyOf(title, '海淀区人民政府')).not.toBe(familyOf(title, '朝阳区人民政府'));
    const call = (year: number) => familyOf(`关于组织申报${year}年度概念验证项目的通知`, ISSUER);
    expect(call(2026)).not.toBe(call(2025));
  });

  it.each(['通知', '关于印发《办法》的通知', '政策解读', ''])(
    'that “%s” does not name has no family',
    (title) => {
      expect(familyOf(title, ISSUER)).toBeNull();
    },
  );
});

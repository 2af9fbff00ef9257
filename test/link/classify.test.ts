import { describe, expect, it } from 'vitest';
import { classify } from '../../src/link/classify.ts';
import { readEntry } from '../../src/link/read.ts';

const kindOf = (title: string, source = '北京市科学技术委员会、中关村科技园区管理委员会') =>
  classify(readEntry({ id: '1', title, source }));

describe('the kind of an entry', () => {
  it.each([
    ['关于印发《北京市甲类平台管理办法》的通知', 'measure', 'a document in quotes, issued'],
    ['北京市甲类平台管理办法（试行）', 'measure', 'a bare name with an edition mark'],
    ['首都某业发展纲要2035', 'measure', 'a name that ends in its year'],
    ['关于某项改革有关事项的通知', 'measure', 'a letter of a body'],
    ['关于印发《北京市某项目申报评审管理办法》的通知', 'measure', 'a rule about calls is no call'],
    ['北京市某局发布《某某操作指南》', 'measure', 'a body announces its own document by name'],
    ['北京市甲产业创新发展实施方案', 'measure', '实施方案 is a noun here, nothing is being reported'],
    ['中关村论坛成果发布管理办法', 'measure', '发布 inside a name'],
    ['关于听取企业意见的办法', 'measure', 'a rule about hearing opinions'],
    ['关于对《某办法（征求意见稿）》公开征求意见的公告', 'consultation', 'a draft put to the public'],
    ['关于公开征集某目录意见建议的公告', 'consultation', 'opinions are collected'],
    ['关于征集2025年度某领域储备课题的通知', 'notice', 'projects are collected, not opinions'],
    ['《某实施方案》解读', 'interpretation', 'an explanation'],
    ['一图读懂：某若干措施', 'interpretation', 'an explanation in a picture'],
    ['北京市举行某实施方案新闻发布会', 'interpretation', 'a briefing about a document'],
    ['关于开展2025年度某平台申报工作的通知', 'notice', 'a call for applications'],
    ['2026年度某基金项目指南', 'notice', 'a guide to applying'],
    ['关于开展某实验室绩效考评工作的通知', 'notice', 'a call to be assessed'],
    ['北京发布12条措施支持甲产业', 'news', 'a headline about a measure'],
    ['北京：最高补50万元，某办法出台', 'news', 'a headline that ends in its verb'],
    ['某科学城新增三家企业', 'news', 'a headline about an event'],
  ] as const)('of %s is %s: %s', (title, kind, _reason) => {
    expect(kindOf(title)).toBe(kind);
  });

  it('of an announced document is news when a news column says so', () => {
    expect(kindOf('北京市某局发布《某某操作指南》', '新华网')).toBe('news');
  });
});

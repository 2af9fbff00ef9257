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
    ['重大项目企业意见征询制度', 'measure', 'the same by another word'],
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
    ['关于丙路段开放的通告', 'measure', 'a letter without 的'],
    ['甲试点实施细则汇编', 'measure', 'rules put together'],
    ['关于《某条例（修订草案）》意见采纳情况的反馈', 'consultation', 'what became of the opinions'],
    ['公开征集某政策建议的公告', 'consultation', 'proposals for a rule'],
    ['十问十答：某试点办法', 'interpretation', 'questions and answers'],
    ['某委员会2025年第3号公告', 'measure', 'nothing but its number'],
    ['关于组织申报某卓越行动计划的通知', 'notice', 'a call to a plan'],
    ['关于推荐项目评审管理办法的通知', 'measure', 'a rule about calls'],
    ['某仪器入网登记通知', 'notice', 'a call to register'],
    ['2027年度某基金申请须知', 'notice', 'what applicants must know'],
    ['关于选派科技人员到企业的通知', 'notice', 'a call for people'],
    ['某产业提速！北京印发某实施意见', 'news', 'a headline of two sentences'],
    ['最高奖励300万元，亦庄发布某产业支持政策', 'news', 'the same, with a park that issues'],
    ['Measures for Supporting Incubators in Beijing', 'measure', 'in English'],
    ['Beijing Issues Measures for Incubators', 'news', 'a headline in English'],
    ['Call for Applications: Beijing Incubators', 'notice', 'a call in English'],
    ['北京：最高补50万元，某办法出台', 'news', 'a headline that ends in its verb'],
    ['某科学城新增三家企业', 'news', 'a headline about an event'],
  ] as const)('of %s is %s: %s', (title, kind, _reason) => {
    expect(kindOf(title)).toBe(kind);
  });

  it('of an announced document is news when a news column says so', () => {
    expect(kindOf('北京市某局发布《某某操作指南》', '新华网')).toBe('news');
  });

  it('of a call in a paper is news, unless it is the call itself', () => {
    expect(kindOf('某公寓申请攻略', '某日报')).toBe('news');
    expect(kindOf('关于组织某项目申报的通知', '某日报')).toBe('notice');
  });

  it('of a document that its own body puts out is a measure, and news in a paper', () => {
    expect(kindOf('某领域紧缺人才目录发布', '北京市某局')).toBe('measure');
    expect(kindOf('某领域紧缺人才目录发布', '某日报')).toBe('news');
  });
});

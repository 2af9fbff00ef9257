import { describe, expect, it } from 'vitest';
import { classify } from '../../src/link/classify.ts';
import { readEntry } from '../../src/link/read.ts';
import { refuseForm } from '../../src/link/refuse.ts';

function refusal(title: string, body = '') {
  const reading = readEntry({ id: '1', title, body, source: '北京日报' });
  return refuseForm(reading, classify(reading))?.refusal ?? null;
}

describe('a text that carries out no article by its form', () => {
  it.each([
    ['关于某平台拟认定名单的公示', 'name-list', 'who was chosen, not by what rule'],
    ['某中心评价结果的通报', 'name-list', 'who passed'],
    ['关于取消部分企业资格的公告', 'name-list', 'who lost it'],
    ['某项目政府采购招标公告', 'procurement', 'a purchase'],
    ['某委员会公开招聘工作人员公告', 'personnel', 'a post'],
    ['某学者荣获科学技术奖', 'award', 'who won'],
    ['某委员会2024年度部门决算', 'work-report', 'what was spent'],
    ['关于《北京国际科技创新中心建设条例（草案）》的说明', 'drafting-history', 'the ordinance on its way'],
    ['市人大常委会审议北京国际科技创新中心建设条例草案', 'drafting-history', 'a reading'],
    ['北京国际科技创新中心建设条例3月1日起施行', 'drafting-history', 'nothing made under it'],
    ['关于《北京国际科技创新中心建设条例》实施情况的报告', 'drafting-history', 'a report on the whole of it'],
    ['关于举办质押融资培训班的通知', 'meeting', 'an invitation'],
    ['某论坛征文通知', 'meeting', 'another'],
    ['国际科技创新中心建设条例实施一周年新闻发布会', 'drafting-history', 'a look back'],
    ['海淀区举办中试平台对接会', 'meeting', 'people meet'],
    ['对话科学家：十年磨一剑', 'commentary', 'a portrait'],
    ['北京一季度技术合同成交额增长12%', 'statistics', 'a count'],
    ['某科学装置通过国家验收', 'no-measure', 'an event of a thing'],
    ['本市住房公积金贷款政策调整通知', 'subject', 'for everybody'],
    ['关于中关村论坛期间交通管制的通告', 'subject', 'everyday administration'],
    ['北京市食品安全条例', 'subject', 'everyday administration, though a measure'],
    ['关于公布支持企业名单的通知', 'name-list', 'a list, whatever it supports'],
    ['科技促进中心公开招聘公告', 'personnel', '促进 in a name is no purpose'],
    ['某装置工程施工占道通告', 'procurement', 'building, though 实施 and 设施 hold its characters'],
    ['某部门决算的审查意见', 'work-report', '意见 on what was done'],
    ['某业务培训会通知', 'meeting', 'an invitation without 的'],
    ['高新技术企业安全生产检查通知', 'subject', '新技术 in the name of what is inspected'],
    ['社会组织孵化基地管理办法', 'subject', '孵化 as part of the everyday word'],
    ['关于举办支持政策培训班的通知', 'meeting', 'an invitation to hear of what is supported'],
    ['我市成果获国家科学技术奖励', 'award', 'who won'],
  ] as const)('refuses %s as %s: %s', (title, expected, _reason) => {
    expect(refusal(title)).toBe(expected);
  });

  it.each([
    ['某平台拟入库名单公示办法', 'a rule about lists'],
    ['国家奖获奖项目配套奖励办法', 'a rule about winners'],
    ['关于全面试行经费包干制的通知', '面试 across two words'],
    ['关于提高考核质量的实施意见', '高考 across two words'],
    ['研发过程中标准研制工作指引', '中标 across two words'],
    ['支持举办国际学术会议的若干措施', 'a rule about meetings'],
    ['科研人员公积金贷款支持办法', 'what Article 47 gives to innovators'],
    ['北京出台科研检查规定', 'news of a measure about 检查'],
    ['某经费管理办法修订 扩大范围', 'news of a change'],
    ['某“白名单”制度试点方案', '白名单 is a tool, not a list of winners'],
    ['某领域负面清单', 'a list of rules'],
    ['应用场景建设需求清单', 'a list that is published as a measure'],
    ['关于推行预算加负面清单管理的通知', '预算 as a way of managing'],
    ['外籍人才在科技社团任职管理办法', '任职 as a subject'],
    ['科学技术奖励办法', 'a rule about awards'],
    ['关于做好条例贯彻实施工作的通知', '施工 across two words'],
    ['重大设施工程管理的通知', '施工 across two words'],
    ['关于解决算力不足的通知', '决算 across two words'],
    ['关于减免职称材料的通知', '免职 across two words'],
    ['关于压实责任前移的通知', '任前 across two words'],
    ['科研项目预算评审办法', 'a rule about budgets'],
    ['重点实验室年度报告制度', 'a rule about reports'],
    ['关于简化科研项目预算的通知', 'a purpose with budgets'],
    ['外国专家公务员式管理试点意见', 'any 意见 that sets something'],
    ['关于对获得奖项的人员直接认定的通知', 'whom a prize gives what'],
    ['关于支持企业招聘外籍人才的通知', 'a purpose with recruitment'],
    ['北京市鼓励企业招聘博士行动方案', 'the same behind the name of the city'],
    ['关于对获奖单位给予资助的通知', 'what winners are given'],
    ['关于支持举办平行论坛的通知', 'meetings that are supported'],
    ['某产品名单动态管理工作方案', 'a plan about a list'],
    ['某装备首台套供热示范应用方案', 'an everyday field in which something new is tried'],
    ['关于提高公共服务提供水平的通知', '供水 across two words'],
    ['关于建设应用场景区域的通知', '景区 across two words'],
    ['北京出台12条措施支持开源生态', 'news of a measure'],
    ['关于对《某平台名单管理办法（征求意见稿）》公开征求意见的公告', 'a draft that only mentions a list'],
  ] as const)('takes %s: %s', (title, _reason) => {
    expect(refusal(title)).toBeNull();
  });

  it.each([
    ['某公司公开招聘工作方案', 'personnel', 'term', 'a plan may be one of its own business'],
    ['北京市招生工作办法', 'subject', 'term', 'a rule on an everyday subject may have another'],
    ['某中心招聘公告', 'personnel', 'citation', 'a post, unless the ordinance is cited'],
    ['某道路交通管制启用仪式', 'subject', 'citation', 'a report sets no rule'],
    ['北京国际科技创新中心建设条例草案表决通过', 'drafting-history', 'nothing', 'it cites itself'],
    ['关于深入学习《北京国际科技创新中心建设条例》的通知', 'drafting-history', 'nothing', 'learning it'],
    [
      '关于学习宣传和贯彻实施《北京国际科技创新中心建设条例》的通知',
      'drafting-history',
      'term',
      'learning it and carrying it out',
    ],
  ] as const)(
    'says of %s, refused as %s, that a %s may overrule: %s',
    (title, refusal, overruledBy, _why) => {
      const reading = readEntry({ id: '1', title, source: '北京日报' });
      expect(refuseForm(reading, classify(reading))).toEqual({ refusal, overruledBy });
    },
  );

  it('takes the draft of what is made under the ordinance, and not that of the ordinance', () => {
    const law = '北京国际科技创新中心建设条例';
    expect(refusal(`关于《落实〈${law}〉若干措施（征求意见稿）》公开征求意见的公告`)).toBeNull();
    expect(refusal(`关于《${law}（征求意见稿）》公开征求意见的公告`)).toBe('drafting-history');
  });

  it('takes news whose lead names the measure, unless the title tells of an event', () => {
    const lead = '本市日前印发《某若干措施》，自下月起施行。';
    expect(refusal('北京科研人员迎来利好', lead)).toBeNull();
    expect(refusal('某平台建成投用', lead)).toBe('no-measure');
  });

  it('takes an everyday subject that is regulated under the ordinance by name', () => {
    const body = '根据《北京国际科技创新中心建设条例》第四十七条，制定本办法。';
    expect(refusal('创新人才养老服务保障办法', body)).toBeNull();
  });
});

/**
 * Classifying: what form of text an entry is, from how its title is built.
 */
import type { Reading } from './read.ts';
import type { EntryKind, Refusal } from './types.ts';

export interface Classification {
  readonly kind: EntryKind;
  /** Null where nothing in the form speaks against it. */
  readonly refusal: Refusal | null;
}

/** Nouns that end the name of a document which sets rules. */
const RULE =
  '办法|措施|细则|方案|意见|规划|计划|目录|指南|条例|规定|规则|政策|纲要|规范|指引|决定|导则|机制|制度|准则|举措|清单|标准|章程|要点|政策包|图谱|导引|须知|若干条|\\d+条|十条|[一二三四五六七八九十]+条';
/** The end of a title that is a document: `…办法(试行)`, `…若干措施》的通知`, `…行动计划(2024-2027年)`. */
const ENDS_AS_RULE = new RegExp(
  `(?:${RULE})(?:\\([^()]*\\))*》?(?:\\([^()]*\\))*(?:等\\S{0,12})?(?:的(?:通知|公告|通告|决定|函|意见))?(?:\\([^()]*\\))*$`,
);
const ENDS_AS_LETTER =
  /(?:的|有关|工作|事项|问题)(?:通知|公告|通告|决定|批复|复函|函|意见|规定|通报)(?:\([^()]*\))*$/;
const QUOTED_RULE = new RegExp(`《[^《》]*(?:《[^《》]*》[^《》]*)*(?:${RULE})(?:\\([^()]*\\))*》`);

const CONSULTS =
  /征求意见|征求[^《》]{0,30}意见|征求.{0,80}》.{0,12}意见|公开征集.{0,40}意见|征集.{0,60}意见(?:建议)?|意见征集|意见征询|征询.{0,40}意见|公开征求|听取.{0,30}意见的/;
const EXPLAINS =
  /解读|图解|一图读懂|一图看懂|一图了解|图说|问答|答记者问|答问|政策说明|起草说明|编制说明|政策宣传页|热点问题|划重点/;
/** A briefing explains when it is about a document: `…实施方案新闻发布会`; not `中关村论坛新闻发布会`. */
const BRIEFS = new RegExp(
  `(?:${RULE})(?:\\([^()]*\\))?》?[^《》]{0,6}(?:新闻发布会|吹风会|政策发布会|宣介会)`,
);
const CALLS =
  /申报|申请(?!人)|征集|申领|推荐|提名|遴选|揭榜|受理|填报|招募|评选|兑现|选聘|备案|报送|入库|(?:项目|课题)指南|申报指南|(?:开展|组织|做好|启动).{0,40}(?:认定|评价|评审|评估|评定|考核|验收|资助|补贴|奖励|支持)/;

const REFUSALS: readonly (readonly [Refusal, RegExp])[] = [
  // `…拟认定名单的公示`, `公布…入选名单`, `…项目揭晓`; not 负面清单, 应用场景需求清单, 目录.
  [
    'name-list',
    /公示|名单|名录公布|拟(?:认定|立项|支持|入选|资助|推荐|授予)|揭晓|结果的?(?:公告|公布|通知|通告)|(?:认定|评审|评价|评估|立项|验收|抽签|中标)结果|入围|入选/,
  ],
  [
    'procurement',
    /招标|采购公告|中标|成交公告|比选|询价|竞争性磋商|政府采购意向|占道|停水|停电|施工|拍卖|挂牌出让公告|注销公告/,
  ],
  [
    'personnel',
    /任免|任命|任职|免职|招聘|招考|公务员|面试|选调|任前|干部|笔试|岗位聘|拟聘|体检|考试录用|资格考试/,
  ],
  [
    'award',
    /获奖|颁奖|荣获|授予.{0,30}(?:称号|奖)|表彰(?!办法|奖励办法)(?:大会|.{0,20}(?:先进|优秀|的决定))|获.{0,12}(?:奖|称号)|先进(?:集体|个人)/,
  ],
  // Reports of what was done or spent.
  [
    'work-report',
    /工作报告|预算|决算|年度报告|年报|工作总结|白皮书|蓝皮书|述职|信息公开(?:工作)?(?:年度|指南|目录)|折子工程|实事项目|为民办实事|重点任务清单|绩效(?:自评|目标)|审计结果|重要民生实事|提案.{0,6}答复|建议.{0,8}答复/,
  ],
  [
    'statistics',
    /统计公报|同比|环比|增速|经济运行|(?:一|二|三|四|上半|前三|前\S{1,3}|全)(?:季度|年|月份?).{0,12}(?:数据|情况|运行)|(?:达|超|突破|增长|下降|占比?|居)\S{0,4}\d+(?:\.\d+)?(?:%|亿|万|家|项|件)|月报|季报/,
  ],
  ['commentary', /述评|评论|社论|综述|专访|观察(?!期)|访谈|讲话|致辞|启示|纪实|侧记|故事|大家谈|圆桌/],
];
/** What people do together; only a title that is no document speaks of it. */
const GATHERS =
  /召开|举行|举办|开幕|闭幕|闭会|座谈|调研|会见|会谈|出席|考察|走访|培训|宣讲|推介|签约|揭牌|启动仪式|大会|年会|沙龙|对接会|观摩|来访|参观|慰问|督导|检查|亮相|开展.{0,12}活动|研讨|交流会|发布会|论坛|参展|路演|巡展|开馆|开营|开班|圆满|收官|会议|参加/;
/** A report that one measure was issued: `北京发布…行动计划`, `…若干措施出台`, `本市32条措施支持…`. */
const REPORTS_MEASURE = new RegExp(
  `(?:印发|出台|发布|公布|推出|施行|实施|颁布|制定|通过|明确|亮出|新政|升级|落地|出炉|上线)[^。;]{0,40}(?:${RULE}|新政)|(?:${RULE})[^。;]{0,16}(?:印发|出台|发布|公布|推出|施行|实施|颁布|落地|出炉|来了|生效)|\\d+(?:条|项)(?:\\S{0,4})(?:措施|举措|政策|意见)|《[^《》]*(?:${RULE})(?:\\([^()]*\\))?》`,
);

/** A sentence, not a name: `北京发布32条措施支持…`, `新政出台`; not `关于发布…的通知`. */
const HEADLINE =
  /^(?!关于)[^《》]{0,40}(?:发布|出台|印发|公布|推出)(?!.*的(?:通知|公告|通告)$)|(?:出台|出炉|落地|来了|发布|施行)[!。]?$/;

export function classify({ title, body, source, issuerEnd }: Reading): Classification {
  const text = title.text;
  const kind = kindOf(text, source, issuerEnd);
  const refused = (refusal: Refusal): Classification => ({ kind, refusal });
  if (kind === 'consultation') return { kind, refusal: isDraftingHistory(text) ? 'drafting-history' : null };
  if (isDraftingHistory(text)) return refused('drafting-history');
  const outside = text.replace(/《.*》/, '');
  for (const [refusal, pattern] of REFUSALS) if (pattern.test(outside)) return refused(refusal);
  if (kind !== 'news') return { kind, refusal: null };
  if (GATHERS.test(text)) return refused('meeting');
  if (!REPORTS_MEASURE.test(text) && !REPORTS_MEASURE.test(body.text.slice(0, 80)))
    return refused('no-measure');
  return { kind, refusal: null };
}

/** The ordinance on its way to being passed: drafts, readings, votes, explanations to the congress. */
function isDraftingHistory(text: string): boolean {
  return (
    /国际科技创新中心建设条例/.test(text) &&
    /草案|审议|表决|起草|立法|修改情况|的说明|通过(?!《)|初审|征求/.test(text)
  );
}

function kindOf(text: string, source: string, issuerEnd: number): EntryKind {
  if (CONSULTS.test(text)) return 'consultation';
  if (EXPLAINS.test(text) || BRIEFS.test(text)) return 'interpretation';
  const rule = QUOTED_RULE.exec(text)?.[0];
  const outside = text.replace(/《.*》/, '');
  // A call names what is called for; a rule about calls is still a rule: 《…项目申报管理办法》.
  if (
    rule !== undefined
      ? CALLS.test(outside) || /申报指南|项目指南/.test(rule)
      : CALLS.test(text) && !ENDS_AS_RULE.test(text)
  )
    return 'notice';
  if (ENDS_AS_LETTER.test(text)) return 'measure';
  if (HEADLINE.test(text))
    return issuerEnd > 0 && rule !== undefined && isOfficial(source) ? 'measure' : 'news';
  return ENDS_AS_RULE.test(text) ? 'measure' : 'news';
}

/** The source is the body itself, not a column of news. */
function isOfficial(source: string): boolean {
  return /(?:局|委|委员会|政府|办公室|中心|部|院|海关|行)$/.test(source);
}

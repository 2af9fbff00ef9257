/**
 * Refusing: the forms of text that carry out no article, whatever their words.
 */
import { namesOrdinance } from './cite.ts';
import { outsideQuotes, RULE } from './classify.ts';
import type { Reading } from './read.ts';
import type { EntryKind, Refusal } from './types.ts';

/** The ordinance on its way to being passed: drafts, readings, votes, reports to the congress. */
const DRAFTING = /草案|审议|表决|起草|立法|周年|学习|宣传|修改情况|的说明|通过(?!《)|初审|征求/;

/** News of the ordinance and of nothing made under it: `…条例3月1日起施行`; not `落实《…条例》的若干措施出台`. */
const ORDINANCE_ITSELF = new RegExp(`^(?:(?!${RULE}).)*国际科技创新中心建设条例(?:(?!${RULE}).)*$`);

/** What a city government does that the ordinance does not touch, however much technology is named with it. */
const EVERYDAY =
  /交通(?:管理|管制|组织)|(?<![权有上])限行|禁飞|禁止.{0,12}飞行|(?:道路|地名).{0,4}命名|公交(?:线路|车)|地铁(?:运营|票价)|停车(?!测试|机器人)|充电(?:设施|桩)|小客车|机动车|电动自行车|以旧换新|报废更新|消费券|接种|疫情(?!.*(?:攻关|科研|科技))|防疫|(?<![集其])中考(?![核虑评察验])|(?<!提)高考(?![核虑评察验])|招生(?:工作|考试|入学)|校外培训|低保|救助|殡葬|婚姻|残疾人|退役|征兵|供暖|供热|燃气|供水|节水|生活垃圾|污水|扬尘|(?<![生食作])物业|房屋征收|商品房|二手房|老旧小区|危旧房|电梯|食品(?:安全|抽检|经营)|餐饮|烟花|消防(?!机器人|科技)|防汛|安全生产|应急预案|宗教|信访|最低工资|工资指导线|普查|政府债券|小额贷款|典当|彩票|烟草|旅行社|景区|动物防疫|耕地|农药|粮食|河长|绿化|古树|文物保护(?!.*科技)|思想政治|思政|社会组织孵化|环境整治|地铁站|城乡劳动者|灵活就业|失业|毕业生就业|就业创业|社区卫生|(?:中小学|幼儿园)(?:教师|校长)|违规经营|消费.{0,4}场景|家庭医生|职业病|文化产业(?:园|示范)|演艺|非物质文化|图书馆服务|户外广告|午餐/;

/** What everybody needs, and what the ordinance (Article 47) gives to innovators where they are named. */
const LIVING =
  /入学工作|(?<![大科])学区(?!域)|幼儿|养老(?:服务|机构|保险|金|院)|住房贷款|公积金(?:贷款|缴存|提取)|医保(?:缴费|筹资|药品|待遇)|参保|医疗保险/;
const INNOVATORS = /人才|科研人员|科技人员|科学家|博士|专家|科技(?:型)?企业/;

/** A rule about such texts is none of them: `…名单管理办法`, `…结果公示办法`, `获奖项目奖励办法`. */
const RULES_ON = /(?:办法|细则|规定|规则|条例|指引|措施|机制)(?:\([^()]*\))*(?:的通知)?$/;
const ABOUT_SUCH: ReadonlySet<Refusal> = new Set([
  'name-list',
  'award',
  'procurement',
  'personnel',
  'meeting',
]);

const FORMS: readonly (readonly [Refusal, RegExp])[] = [
  // `…拟认定名单的公示`, `…项目揭晓`, `取消…资格`; not 白名单, 负面清单, 目录, `评价结果应用办法`.
  [
    'name-list',
    /(?<!办)公示(?=$|[()〔【名公期表])|拟.{0,20}公示|(?<!白)名单|名录公布|拟(?:认定|立项|支持|入选|资助|推荐|授予)|揭晓|立项(?:项目)?(?:的?(?:通知|公告)|清单)|(?:认定|评审|评价|评估|立项|验收|抽签|中标)?结果(?:的?(?:公告|公布|通知|通告|通报)|$)|入围|入选|答辩(?:安排|通知)|入库(?:企业)?(?:公告|名单)|(?:取消|撤销).{0,24}资格/,
  ],
  [
    'procurement',
    /招标|采购公告|中标(?!准)|成交公告|比选|询价|磋商|政府采购意向|占道|停水|停电|施工|(?:拍卖|挂牌出让|注销).{0,20}公告/,
  ],
  // `…任前公示`, `…公开招聘`, `资格考试公告`; not 外籍人才任职.
  [
    'personnel',
    /任免|任命|聘任.{0,20}(?:委员|专家|顾问)|免职|任前|任职(?:公示|的通知)|招聘|招考|三支一扶|社区工作者|公务员|(?<![全方])面试(?![点行验])|选调|笔试|拟聘|体检(?![测验索])|考试录用|资格考试|资格.{0,4}考试/,
  ],
  [
    'award',
    /获奖|颁奖|荣获|授予.{0,30}(?:称号|奖)|表彰(?:大会|.{0,20}(?:先进|优秀|的决定))|获.{0,12}(?:奖|称号)|先进(?:集体|个人)/,
  ],
  // An invitation: `关于举办…培训班的通知`, `…论坛征文通知`; not `支持举办国际会议的若干措施`.
  [
    'meeting',
    /(?:举办|召开|参加|参与).{0,50}(?:培训|大会|年会|论坛|会议|研讨会|讲座|沙龙|宣讲|路演|展览|博览会|交易会|高交会|对接会|座谈会|会的通知)|(?:培训|座谈|宣讲|对接|推介|交流|研讨|说明)会(?:的(?:通知|公告))?$|培训班|征文|路演活动|会议纪要|座谈会纪要/,
  ],
  // What was done or spent; not 预算加负面清单.
  [
    'work-report',
    /工作报告|预算(?!编制|加|管理|\+)|决算|年度报告(?!.*(?:报送|提交|填报|编制))|年报(?!送|工作|填)|工作总结|白皮书|蓝皮书|述职|信息公开(?:工作)?(?:年度|指南|目录)|折子工程|实事项目|为民办实事|绩效(?:自评|目标)|审计结果|提案.{0,6}答复|建议.{0,8}(?:答复|办理)|(?:贯彻|落实|实施|执行)情况的?(?:报告|通报|汇报)|执法检查/,
  ],
];

/** A report that one measure was issued: `北京发布…行动计划`, `…若干措施出台`, `本市32条措施支持…`. */
const REPORTS_MEASURE = new RegExp(
  `(?:印发|出台|发布|公布|推出|施行|实施|颁布|制定|修订|通过|明确|亮出|升级|落地|出炉|上线|上新|加码)[^。;]{0,40}(?:${RULE}|新政|新规)|(?:${RULE}|新政|新规)[^。;]{0,16}(?:印发|出台|发布|公布|推出|施行|实施|颁布|落地|出炉|来了|生效|修订|修改|升级|更新|扩围|上新|延期|延长)|\\d+(?:条|项)\\S{0,4}(?:措施|举措|政策|意见)|《[^《》]*(?:${RULE})(?:\\([^()]*\\))?》|立法(?:促进|规范|保障|支持|保护)|(?:rollsout|issues|releases|unveils|introduces|announces|publishes|adopts).*(?:measures|rules|plan|polic|guidelines|regulation)`,
);
/** The same in the lead of a news text, which must name the document: `…联合印发《…若干措施》`. */
const LEAD_REPORTS = new RegExp(
  `(?:印发|出台|发布|公布|颁布|施行)[^。;《]{0,20}《[^《》]*(?:${RULE})|《[^《》]*(?:${RULE})(?:\\([^()]*\\))?》[^。;]{0,12}(?:印发|出台|发布|公布|施行|实施)`,
);
const LEAD = 100;
/** What happened to a thing rather than to a rule. */
const HAPPENS =
  /获批|获准|揭牌|投用|投运|投产|启用|建成|封顶|开工|竣工|落成|通过.{0,6}验收|首票|首单|首家|首批|首例|首个|首张|首次|正式运[作营]|完成|诞生|问世|入驻|落户|签署|达成|突破|走进|助力/;
/** What people do together, and words that stand for it where no measure is reported: `…出台科技检查办法` is one. */
const GATHERS =
  /召开|举行|举办|开幕|闭幕|闭会|座谈|调研|会见|会谈|出席|考察|走访|宣讲|推介|签约|揭牌|启动仪式|沙龙|对接会|观摩|来访|参观|慰问|督导|亮相|开展.{0,12}活动|研讨|交流会|路演|巡展|开馆|开营|开班|圆满|收官/;
const GATHERING = /培训|大会|年会|检查|发布会|论坛|参展|会议|参加|学习/;
const COMMENTS =
  /述评|评论|社论|综述|专访|观察(?!期)|访谈|讲话|致辞|启示|纪实|侧记|故事|大家谈|圆桌|对话|人物/;
const COUNTS =
  /统计公报|同比|环比|增速|经济运行|(?:季度|上半年|全年|月份?).{0,12}(?:数据|情况|运行)|(?:达|超|突破|增长|下降|占比?|居)\S{0,4}\d+(?:\.\d+)?(?:%|亿|万|家|项|件)|月报|季报/;

/** Why an entry of this kind cannot be relevant; null where its form says nothing against it. */
export function refuseForm({ title, body }: Reading, kind: EntryKind): Refusal | null {
  const text = title.text;
  if (text.includes('国际科技创新中心建设条例') && DRAFTING.test(text)) return 'drafting-history';
  if (kind === 'news' && ORDINANCE_ITSELF.test(text)) return 'drafting-history';
  const everyday = EVERYDAY.test(text) || (LIVING.test(text) && !INNOVATORS.test(text));
  if (everyday && !namesOrdinance(text) && !namesOrdinance(body.text)) return 'subject';
  if (kind === 'consultation') return null;
  const form = outsideQuotes(text);
  const rules = kind === 'measure' && RULES_ON.test(form);
  for (const [refusal, pattern] of FORMS)
    if (pattern.test(form) && !(rules && ABOUT_SUCH.has(refusal))) return refusal;
  if (kind !== 'news') return null;
  if (GATHERS.test(text)) return 'meeting';
  if (COMMENTS.test(text)) return 'commentary';
  if (REPORTS_MEASURE.test(text)) return null;
  if (GATHERING.test(text)) return 'meeting';
  if (COUNTS.test(text)) return 'statistics';
  return !HAPPENS.test(text) && LEAD_REPORTS.test(body.text.slice(0, LEAD)) ? null : 'no-measure';
}

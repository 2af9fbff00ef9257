/**
 * Refusing: the forms of text that carry out no article.
 *
 * A title is built from its end: `…招聘公告` is a recruitment, `…招聘办法` a rule about one, and `关于支持…招聘的通知` a measure that
 * supports one. So a word of a form speaks against an entry only where it is what the text is, and not what it is about. What
 * remains doubtful is not refused: people look at it.
 */
import { namesOrdinance } from './cite.ts';
import { outsideQuotes, RULE } from './classify.ts';
import type { Reading } from './read.ts';
import type { EntryKind, Refusal } from './types.ts';

/** The ordinance on its way to being passed: drafts, readings, votes, reports to the congress. */
const DRAFTING = /草案|审议|表决|起草|立法|周年|学习|宣传|修改情况|的说明|通过(?!《)|初审|征求/;
/**
 * A document made under the ordinance, its draft too: `《落实〈…条例〉若干措施(征求意见稿)》公开征求意见`, `贯彻《…条例》的实施方案`; not `《…条例(草案)》
 * 公开征求意见`, `…条例草案修改意见`.
 */
const MADE_UNDER =
  /国际科技创新中心建设条例[》〉]?(?!\(?[^()]{0,4}(?:草案|征求|审议|送审)).*?(?:办法|措施|细则|方案|规划|计划|规定|(?:若干|实施|指导)意见|清单|目录|规则|指引|分工|制度|机制)/;
/** To learn of the ordinance is no measure; to carry it out is one: `关于学习宣传和贯彻实施《…条例》的通知`. */
const CARRYING_OUT = /贯彻|落实|实施/;

/** News of the ordinance and of nothing made under it: `…条例3月1日起施行`; not `落实《…条例》的若干措施出台`. */
const ORDINANCE_ITSELF = new RegExp(`^(?:(?!${RULE}).)*国际科技创新中心建设条例(?:(?!${RULE}).)*$`);

/**
 * What a city government does that the ordinance does not touch. Not across two words: 提|供水|平, 环|节水|平, 场|(?<!场)景区|域, 降|(?<!降)低保|费, 对|(?<!对)接种(?!业)|业,
 * 通|(?<!通)信访|问.
 */
const EVERYDAY =
  /交通(?:管理|管制|组织)|(?<![权有上])限行|禁飞|禁止.{0,12}飞行|(?:道路|地名).{0,4}命名|公交(?:线路|车)|地铁(?:运营|票价)|停车(?!测试|机器人)|充电(?:设施|桩)|小客车|机动车|电动自行车|以旧换新|报废更新|消费券|(?<!对)接种(?!业)|疫情(?!.*(?:攻关|科研|科技))|防疫|(?<![集其])中考(?![核虑评察验])|(?<!提)高考(?![核虑评察验])|招生(?:工作|考试|入学)|校外培训|(?<!降)低保|救助|殡葬|婚姻|残疾人|退役|征兵|(?<!提)供(?:暖|热|水)|燃气|(?<!环)节水(?!平)|生活垃圾|污水|扬尘|(?<![生食作])物业|房屋征收|商品房|二手房|老旧小区|危旧房|电梯|食品(?:安全|抽检|经营)|餐饮|烟花|消防(?!机器人|科技)|防汛|安全生产|应急预案|宗教|(?<!通)信访|最低工资|工资指导线|普查|政府债券|小额贷款|典当|彩票|烟草|旅行社|(?<!场)景区|动物防疫|耕地|农药|粮食|河长|绿化|古树|文物保护(?!.*科技)|思想政治|思政|社会组织孵化|环境整治|地铁站|城乡劳动者|灵活就业|失业|毕业生就业|就业创业|社区卫生|(?:中小学|幼儿园)(?:教师|校长)|违规经营|消费.{0,4}场景|家庭医生|职业病|文化产业(?:园|示范)|演艺|非物质文化|图书馆服务|户外广告|午餐|放假|(?:春节|国庆|中秋|元旦|五一|节日|节假日|假期)期间/;

/** What everybody needs, and what the ordinance (Article 47) gives to innovators where they are named. */
const LIVING =
  /入学工作|(?<![大科])学区(?!域)|幼儿|养老(?:服务|机构|保险|金|院)|住房贷款|公积金(?:贷款|缴存|提取)|医保(?:缴费|筹资|药品|待遇)|参保|医疗保险/;
const INNOVATORS = /人才|科研人员|科技人员|科学家|博士|专家|科技(?:型)?企业/;

/**
 * An act of innovation, with which an everyday subject is only the field that it is done in: `安全生产科技攻关项目管理办法`,
 * `智慧供水应用场景揭榜挂帅方案`; not the name of a place or a firm (`科技园区物业服务`, `高新技术企业安全生产`),
 * nor the everyday word itself (`社会组织孵化`).
 */
const INNOVATES =
  /科技创新|技术创新|协同创新|创新(?:产品|行动|专项|联合体|券)|攻关|科研|研发|首台|首批次|首版次|示范应用|应用示范|应用场景|揭榜|成果转化|转移转化|科技(?:成果|资源|专项|计划)|道路测试|路测|智能网联|自动驾驶|无人(?:驾驶|配送|化)|(?<!高)新技术|新产品|中试|概念验证|孵化/;

const EDITION =
  '(?:\\([^()]*\\))*(?:的(?:通知|公告|通告|决定|函))?(?:\\([^()]*\\))*(?:的?(?:政策)?(?:解读|图解|问答))?$';
/** A rule about such texts is none of them, whatever they are: `…名单管理办法`, `…年度报告制度`, `…预算评审规程`, `…招聘工作的实施意见`. */
const ENDS_AS_RULE = new RegExp(
  `(?:办法|细则|规定|规则|条例|指引|措施|举措|机制|制度|规程|规范|准则|导则|政策|章程|标准|纲要|若干条|(?<!审[查核]|评审|反馈|采纳|处理|征求|答复|复核)意见)${EDITION}`,
);
/** A plan is about lists, prizes and budgets too: `…名单动态管理工作方案`; a post or a meeting may have one of its own: `公开招聘工作方案`. */
const ENDS_AS_PLAN = new RegExp(`(?:方案|(?:行动|工作|实施|培育|年|专项)计划|规划|预案)${EDITION}`);
const PLANNED: ReadonlySet<Refusal> = new Set(['name-list', 'award', 'work-report']);
/** Papers that a body also makes of its own business: `信息公开指南`, `答辩安排`. */
const ENDS_AS_PAPER = new RegExp(`(?:指南|手册|体系|目录|清单|要点|流程|程序|安排)${EDITION}`);

/**
 * What begins with a purpose is a measure for the thing, and not the thing: `关于支持企业招聘…的通知`, `北京市鼓励…参加…展览的方案`; not
 * `促进中心招聘公告`, nor the name of a programme further on: `…支持计划入选名单`.
 */
const PURPOSE =
  /^(?:[^《》]*?关于)?(?:北京市?|首都|中关村|本市|市级|[^,。]{2,3}区)?(?:进一步|持续|切实|全面|加快|大力|深入|更好|积极|依法|在){0,3}(?:支持|鼓励|引导|促进|推动|推进|规范|加强|完善|优化|改进|改革|深化|扩大|建立|健全|简化|减免|推行|实行|试行|保障|解决|落实)(?!中心|[会局院处])/;
/** `关于对获批…给予奖励的通知`. */
const GIVES = /给予.{0,12}(?:奖|支持|补助|补贴|资助|配套|激励)/;

const FORMS: readonly (readonly [Refusal, RegExp])[] = [
  // `…拟认定名单的公示`, `…项目揭晓`, `取消…资格`, `终止…项目的公告`; not 白名单, 负面清单, 目录, `评价结果应用办法`, 署|名单|位, 投|入围|绕, 深|入选|派.
  [
    'name-list',
    /(?<!办)公示(?=$|[()〔【名公期表])|拟.{0,20}公示|(?<![白署冠])名单(?![位独])|名录公布|拟(?:认定|立项|支持|入选|资助|推荐|授予)|揭晓|立项(?:项目)?(?:的?(?:通知|公告)|清单)|(?:认定|评审|评价|评估|立项|验收|抽签|中标)?结果(?:的?(?:公告|公布|通知|通告|通报)|$)|(?<!投)入围(?!绕)|(?<![深加])入选(?![派拔])|答辩(?:安排|通知)|入库(?:企业)?(?:公告|名单)|(?:取消|撤销).{0,24}资格|(?:撤销|终止).{0,24}项目的/,
  ],
  // `…招标公告`, `…施工占道通告`; not 实|施工|作, 设|施工|程, 集|中标|识, 评|比选|拔.
  [
    'procurement',
    /招标(?!准)|采购公告|中标(?![准识])|成交公告|(?<![评对])比选|询价|磋商|政府采购意向|占道|停水|停电|(?<![实措设])施工(?!作)|(?:拍卖|挂牌出让|注销).{0,20}公告/,
  ],
  // `…任前公示`, `…公开招聘`, `资格考试公告`; not 外籍人才任职, 责|任前|移, 减|免职|称, 遴|选调|整, 一|笔试|点, 载|体检|查.
  [
    'personnel',
    /任免|任命|聘任.{0,20}(?:委员|专家|顾问)|免职(?!称)|(?<!责)任前|任职(?:公示|的通知)|招聘|招考|三支一扶|社区工作者|公务员|(?<![全方界])面试(?![点行验])|(?<![遴评筛])选调|(?<!一)笔试(?![点行验])|拟聘|(?<![载整实])体检(?![测验索])|考试录用|资格考试|资格.{0,4}考试/,
  ],
  // `…获科学技术奖`, `表彰…先进集体的决定`; not 获批, `对获…奖的单位…`.
  [
    'award',
    /获奖|颁奖|荣获|授予.{0,30}(?:称号|奖)|表彰(?:大会|.{0,20}(?:先进|优秀|的决定))|(?<!对)获(?![批准取]).{0,12}(?:奖|称号)|先进(?:集体|个人)/,
  ],
  // An invitation: `关于举办…培训班的通知`, `…论坛征文通知`; not `支持举办国际会议的若干措施`, 特|(?<![特象])征文|本.
  [
    'meeting',
    /(?:举办|召开|参加|参与).{0,50}(?:培训|大会|年会|论坛|会议|研讨会|讲座|沙龙|宣讲|路演|展览|博览会|交易会|高交会|对接会|座谈会|会的通知)|(?:培训|座谈|宣讲|对接|推介|交流|研讨|说明)会(?:的?(?:通知|公告))?$|培训班|(?<![特象])征文|路演活动|会议纪要|座谈会纪要/,
  ],
  // What was done or spent; not 预算加负面清单, 干|预算|法, 解|(?<!解)决算|力, 少|年报|名.
  [
    'work-report',
    /工作报告|(?<!干)预算(?!编制|加|管理|\+)|(?<!解)决算|年度报告(?!.*(?:报送|提交|填报|编制))|(?<!少)年报(?![送填名考批]|工作)|工作总结|白皮书|蓝皮书|述职|信息公开(?:工作)?(?:年度|指南|目录)|折子工程|实事项目|为民办实事|绩效(?:自评|目标)|审计结果|提案.{0,6}答复|建议.{0,8}(?:答复|办理)|(?:贯彻|落实|实施|执行)情况的?(?:报告|通报|汇报)|执法检查/,
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

/**
 * What the form or the field of an entry says against it, and what people should see it for all the same: `citation` of this
 * ordinance, or already a `term` of an article's topic in its title.
 */
export interface Objection {
  readonly refusal: Refusal;
  readonly overruledBy: 'nothing' | 'citation' | 'term';
}

/** Kinds that may set a rule; of an everyday subject, reports and explanations are not looked at. */
const RULES: ReadonlySet<EntryKind> = new Set(['measure', 'consultation', 'notice']);

/** What speaks against an entry of this kind; null where nothing does. */
export function refuseForm({ title, body }: Reading, kind: EntryKind): Objection | null {
  const text = title.text;
  const byCitation = (refusal: Refusal): Objection => ({ refusal, overruledBy: 'citation' });
  if (text.includes('国际科技创新中心建设条例') && DRAFTING.test(text) && !MADE_UNDER.test(text)) {
    const carriesOut = kind === 'measure' && CARRYING_OUT.test(text) && !/草案|审议/.test(text);
    return { refusal: 'drafting-history', overruledBy: carriesOut ? 'term' : 'nothing' };
  }
  if (kind === 'news' && ORDINANCE_ITSELF.test(text))
    return { refusal: 'drafting-history', overruledBy: 'nothing' };
  const form = kind === 'consultation' ? null : objectToForm(outsideQuotes(text), kind);
  const everyday = EVERYDAY.test(text) || (LIVING.test(text) && !INNOVATORS.test(text));
  if (
    everyday &&
    !INNOVATES.test(text.replace(EVERYDAY, '')) &&
    !namesOrdinance(text) &&
    !namesOrdinance(body.text)
  )
    return form ?? { refusal: 'subject', overruledBy: RULES.has(kind) ? 'term' : 'citation' };
  if (form !== null) return form;
  if (kind !== 'news') return null;
  if (GATHERS.test(text)) return byCitation('meeting');
  if (COMMENTS.test(text)) return byCitation('commentary');
  if (REPORTS_MEASURE.test(text)) return null;
  if (GATHERING.test(text)) return byCitation('meeting');
  if (COUNTS.test(text)) return byCitation('statistics');
  return !HAPPENS.test(text) && LEAD_REPORTS.test(body.text.slice(0, LEAD)) ? null : byCitation('no-measure');
}

function objectToForm(form: string, kind: EntryKind): Objection | null {
  for (const [refusal, pattern] of FORMS) {
    const overruledBy = pattern.test(form) ? overruling(form, kind, refusal) : null;
    if (overruledBy !== null) return { refusal, overruledBy };
  }
  return null;
}

/** What overrules a word of such a form in a title; null where the text is about it, and no such text. */
function overruling(form: string, kind: EntryKind, refusal: Refusal): Objection['overruledBy'] | null {
  if (kind === 'news') return 'citation';
  const isFor = PURPOSE.test(form) || GIVES.test(form);
  if (kind === 'notice') return isFor && refusal === 'meeting' ? null : 'citation';
  if (ENDS_AS_RULE.test(form)) return null;
  if (ENDS_AS_PLAN.test(form)) return isFor || PLANNED.has(refusal) ? null : 'term';
  if (isFor) return refusal === 'name-list' ? 'term' : null;
  return ENDS_AS_PAPER.test(form) && refusal !== 'name-list' ? 'term' : 'citation';
}

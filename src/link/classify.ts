/**
 * Classifying: what kind of text an entry is, from how its title is built.
 */
import type { Reading } from './read.ts';
import type { EntryKind } from './types.ts';

/** Nouns that end the name of a document which sets rules. */
export const RULE =
  '办法|措施|细则|方案|意见|规划|计划|目录|指南|条例|规定|规则|政策|纲要|规范|指引|决定|导则|机制|制度|准则|举措|清单|标准|章程|要点|体系|图谱|规程|预案|安排|手册|须知|条件|(?:工作|操作|办理|审批)(?:流程|程序)|公约|守则|通则|台账|汇编|路线图|示范文本|(?:合作|框架|共建)协议|若干条|(?:\\d+|[一二三四五六七八九十]+)条';
/** Edition marks after a name: `(试行)`, `(2024-2027年)`, `2035`. */
const EDITION = '(?:20\\d\\d年?版?)?(?:\\([^()]*\\))*';

/** A title that is the name of a document: `…办法(试行)`, `…若干措施的通知`, `…发展纲要2035`. */
const ENDS_AS_RULE = new RegExp(
  `(?:${RULE})${EDITION}》?${EDITION}(?:的(?:通知|公告|通告|决定|函|意见))?${EDITION}$`,
);
/** A letter of a body: `关于…有关事项的通知`, `关于同意…的批复`, `…道路开放通告`, `2025年第3号公告`; not `名单公告`. */
const ENDS_AS_LETTER = new RegExp(
  `(?:(?:的|有关|工作|事项|问题)(?:公告|决定|批复|复函|函|意见|规定|通报)|通知|通告|号公告|\\d+号)${EDITION}$`,
);
/** What a body has on its own list without a word for the paper: `外企…落地奖励`, `…创投试点`, a call `…中期考核`; in a paper it is a headline. */
const ENDS_AS_ACT = new RegExp(
  `(?:奖励|补贴|补助|扶持|试点|要求|指标|指标体系|行动|(?<call>认定|评价|考核|考评|评审|资助|选拔|登记))${EDITION}$`,
);
/** A document in quotes, with another in its name or not: `《北京市贯彻落实〈…〉实施方案》`. */
const QUOTED_RULE = new RegExp(`《[^《》]*(?:${RULE})${EDITION}》`);

/** `关于对《…(征求意见稿)》公开征求意见的公告`, `公开征集…意见建议`; not `关于听取企业家意见的办法`. */
const CONSULTS =
  /征求意见|征求.{0,80}(?:意见|建议)|征集.{0,80}(?:意见|建议)|(?:意见|建议)征[集询](?!.{0,6}(?:制度|办法|机制|规则|规程))|征询.{0,40}意见|公开征求|听取.{0,60}意见的(?:公告|通知|函)|(?:意见|建议).{0,8}(?:采纳|反馈|征求).{0,2}情况/;
/** `…解读`, `一图读懂…`, `…答记者问`, `十问十答:…`. */
const EXPLAINS =
  /解读|图解|一图(?:读懂|看懂|了解)|一文(?:读懂|看懂|了解)|图说|问答|(?:[一二三四五六七八九十]|\d)[问答]|答记者问|答问|答疑|释疑|释义|政策说明|起草说明|编制说明|制定说明|热点问题|常见问题|划重点|明白卡|怎么看/;
/** A briefing explains when it is about a document: `…实施方案新闻发布会`; not `中关村论坛新闻发布会`. */
const BRIEFS = new RegExp(`(?:${RULE})${EDITION}》?[^《》]{0,6}(?:新闻发布会|吹风会|政策发布会|宣介会)`);

/** `…申报工作的通知`, `…项目征集`, `开展…认定工作`, `举办…的通知`; not `支持举办…的通知`. */
const CALLS =
  /申报|申请(?!人)|报名|(?<!(?:支持|鼓励|引导|规范).{0,20})举办.*通知|征集|申领|推荐|提名|遴选|揭榜|受理|填报|招募|评选|兑现|选聘|选派|报送|入库|(?:认定|评价|评审|评估|评定|考核|考评|验收|选拔)(?:管理)?(?:工作)?的?通知$|活动通知$|(?:大赛|分赛|竞赛|挑战赛)的?(?:通知|公告)|(?:开展|组织|做好|启动).{0,40}(?:认定|评价|评审|评估|评定|考核|考评|验收|资助)/;
/** `关于组织申报…行动计划的通知`; not `关于推荐…管理办法的通知`. */
const BEGINS_CALL =
  /关于(?:组织|开展|启动|做好|集中|受理)*(?:申报|推荐|征集|遴选|提名|选拔|评选).*(?:通知|公告|通告|函)$/;
const ENDS_AS_RULES_ON_CALLS = /(?:办法|细则|规则|规定|机制|制度)》?(?:\([^()]*\))*的(?:通知|公告)$/;
/** Guides to a call are calls themselves: `…项目指南`, `…申请须知`, `…登记通知`; not `操作指南`, `服务指南`. */
const GUIDES_CALL =
  /(?:申报|申请|申领|征集|遴选|报名|推荐|受理|项目|课题|榜单)(?:工作)?(?:指南|须知|说明书?|启事)|(?:登记|审核|复核|续期)(?:工作)?的?通知/;

/** Who does it, at the beginning of a sentence. */
const ISSUER_IN_NEWS =
  '(?:北京|本市|我市|首都|亦庄|中关村|[^《》,]{0,30}(?:区|局|委|厅|部|办|政府|会|中心|行|部门))(?:市|联合|正式|今日|近日|率先|集中|首次|再|将|已){0,2}';
/**
 * A sentence, not a name: `北京发布32条措施支持…`, `市科委等7部门出台…`, `新规出台`, `最高补50万!北京印发…`; not `关于发布…的通知` and not
 * `中关村论坛成果发布管理办法`, where nobody does what the verb says.
 */
const HEADLINE = new RegExp(
  `^(?:[^《》:]{0,8}:|[^《》]{2,30}[!?;,]|(?!关于)[^》]{0,50}》)?${ISSUER_IN_NEWS}(?:发布|出台|印发|公布|推出)(?!.*的(?:通知|公告|通告)$)|(?:出台|出炉|落地|来了|发布|施行)[!。]?$|(?:出台|落地|施行|发布|印发|修订)[,!]`,
);
/** What papers call a measure, and no body its own: `数据新规:企业可…`. */
const NEW_RULES = /新规|新政(?!策)/;
/** A body that puts its own document out: `…紧缺人才目录(2025年版)发布`. */
const PUTS_OUT = new RegExp(`(?:${RULE})${EDITION}》?${EDITION}(?:公布|发布|印发)$`);
const HAN = /\p{Script=Han}/u;
/** What a paper writes of a call is a report, unless it prints the call itself. */
const PAPER = /日报|晚报|青年报|新京报|新华|中新|人民网|新闻|客户端|融媒|电视台|广播(?!电视局)|daily|times/;
/** The source is a body itself, not a column of news. */
const OFFICIAL = /(?:局|委|委员会|政府|办公室|中心|部|院|海关|行)$/;

/** Titles in English, by the first that fits; white space and capitals are folded away. */
const ENGLISH: readonly (readonly [EntryKind, RegExp])[] = [
  [
    'consultation',
    /publiccomments?|publicconsultation|solicit.*(?:comments|opinions)|(?:comments|opinions)on.*draft/,
  ],
  ['interpretation', /interpretation|explained|explainer|q&a|ataglance|highlightsof/],
  ['notice', /callfor|applicationguide|applicationsfor|applynow|solicit/],
  ['news', /rolls?out|issues|releases?d?\b|unveils?|launch(?:es)|introduces|announces|publishes|adopts/],
  ['measure', /measures|regulations?|provisions|opinions|guidelines|plan|rules|notice|catalogue|policies/],
];

export function classify({ title, source, issuerEnd }: Reading): EntryKind {
  const text = title.text;
  if (!HAN.test(text)) return ENGLISH.find(([, pattern]) => pattern.test(text))?.[0] ?? 'news';
  if (CONSULTS.test(text)) return 'consultation';
  if (EXPLAINS.test(text) || BRIEFS.test(text)) return 'interpretation';
  if (NEW_RULES.test(outsideQuotes(text)) && !ENDS_AS_LETTER.test(text)) return 'news';
  if (GUIDES_CALL.test(text)) return 'notice';
  const quotes = QUOTED_RULE.test(text);
  // What a rule in quotes is called says nothing of this text: 印发《…项目申报管理办法》 is no call.
  if (BEGINS_CALL.test(text) && !ENDS_AS_RULES_ON_CALLS.test(text)) return 'notice';
  if (CALLS.test(quotes ? outsideQuotes(text) : text) && (quotes || !ENDS_AS_RULE.test(text)))
    return PAPER.test(source) && !ENDS_AS_LETTER.test(text) ? 'news' : 'notice';
  if (ENDS_AS_LETTER.test(text)) return 'measure';
  // A body that announces its own document by name issues it: `…税务局发布《…操作指南》`.
  if (HEADLINE.test(text)) {
    const own = (issuerEnd > 0 && quotes) || (PUTS_OUT.test(text) && !/[,!?;]/.test(text));
    return own && OFFICIAL.test(source) ? 'measure' : 'news';
  }
  if (ENDS_AS_RULE.test(text) || (OFFICIAL.test(source) && PUTS_OUT.test(text))) return 'measure';
  const act = OFFICIAL.test(source) ? ENDS_AS_ACT.exec(text) : null;
  if (act === null) return 'news';
  return act.groups?.call === undefined ? 'measure' : 'notice';
}

/** The title without the documents it names. */
export function outsideQuotes(text: string): string {
  return text.replace(/《.*》/, '');
}

/**
 * The words by which a sentence of law is taken apart. All on folded text: half-width punctuation, Simplified.
 */

/** Words set apart by white space, as the alternatives of a pattern. */
function alternatives(words: string): string {
  return words.trim().split(/\s+/).join('|');
}

/** Who can act: a noun for an organ, an organisation or a person ends so. */
const AGENTS = alternatives(`
  人民政府 政府 部门 机关 机构 委员会 办公室 管委会 居委会 村委会 单位 企业 公司 集团 学校
  院校 大学 高校 院所 研究所 研究院 法院 检察院 医院 (?<!科技创新)中心 实验室 协会 学会
  商会 联盟 联合会 组织 团体 基金 基金会 银行 交易所 国务院 公证处 海关 人民银行 合作社
  示范区 科学城 试验区 开发区 园区 孵化器 科技园 平台 社区 人员 人才 职工 个人 公民 居民
  村民 业主 教师 医师 律师 科学家 企业家 创业者 监护人 主体 力量 军队 武警部队
  [^,;:、的]{2}省 (?:天津|上海|重庆)市
  (?:信息化|技术|教育|财政|公安|商务|司法|民政|外交|国防|安全|资源|环境|城乡建设|运输|水利|农村|旅游|保障|事务)部
  [^,;:、的或]者
  (?:当事|申请|负责|责任|代表|经理|监护|投标|招标|采购|纳税|申报|举报|代理|委托|承包|发包|受托|所有|使用|管理|经营|持有|发行|投资|保险|被保险|债权|债务|权利|义务|利害关系|相对|他|[^,;:、的个每任]负责)人
`);
/** The community that a law is made for: it is a body by itself and never the end of another's name. */
export const POLITY = '本市|本省|本自治区|本自治州|本区|本县|本州|国家';
const AGENT = new RegExp(`(?:${AGENTS})$|^(?:${POLITY})$`);
/** No noun above is longer, so no more of a name need be looked at. */
const LONGEST_AGENT = 10;
/** Whether a name may be somebody's who acts, by the noun it ends with. */
export const isAgent = (name: string): boolean => AGENT.test(name.slice(-LONGEST_AGENT));
/** A public body: it may take over in the middle of a sentence. */
export const PUBLIC = new RegExp(`(?:人民政府|部门|机关|委员会|办公室|国务院|法院|检察院)$|^(?:${POLITY})$`);
/** Names that tell nothing beside the examples before them: 企业、高等学校等单位. */
export const VAGUE =
  /^(?:各类|各种|有关|相关|其他|上述)*(?:部门|单位|组织|机构|机关|人员|方面|主体|创新主体|市场主体|经营主体|各方)$/;

/** Words that bind whoever is addressed. 应 and 可 alone only before what shows that they are no parts of other words (应用, 可靠). */
export const MODAL =
  /应当|必须|不得|禁止|严禁|可以|有权|(?<![适对响供反相])应(?=[按依根向在由将为对予及于以与]|遵守|制定|建立|加强)|(?<![许认])可(?=根据|按|依|在|由|向|申请|采取|视|通过|与|对|给予|处|享受)/g;

/** A body that promotes: the verb tells how strongly it is bound. */
export const PROMOTES = /^(?:鼓励|支持|引导|倡导|提倡|允许|推动|推进|促进|探索)/;
/** Those whose object is what others do: 支持银行设立…,建立…;开展… is all theirs. */
export const ENABLES = /^(?:鼓励|支持|引导|倡导|提倡|允许)/;

/** A phrase that comes before the verb and holds no actor: 根据…, 对…, 在…. Not 对外…, 在京…, 为主. */
export const ADVERBIAL =
  /^(?:根据|按照|依照|依据|依法|依托|参照|遵循|围绕|针对|结合|通过|经过|利用|凭|会同|共同|联合|统一|及时|定期|适时|逐步|积极|主动|切实|充分|全面|严格|应当|不断|持续|进一步|加快|优先|自觉|按|依|由|在(?!京|职|校)|对(?!外|口|接)|对于|为(?!主)|从(?!事|业)|自|经|将|把|以|因|向|于|与|和(?!谐)|同(?!等|意|步)|每|不(?!断)|未(?!来)|均|都|也|还|并|可|需|确需|除|逾期)/;

/** Verbs of legal texts, in the two characters with which a predicate begins. */
const VERBS = alternatives(`
  安排 把握 办理 保持 保存 保护 保障 报告 报送 编制 参加 参与 采购 采取 采用 查处 拆除
  拆分 倡导 承担 承办 成立 处理 传播 创新(?!型|主体|人才|团队|企业|平台|中心) 创造 创建
  促进 搭建 打造 担任 担负 调度 调查 调整 督促 防范 发布 发挥 发展 发起 发现 发放 反映
  丰富 扶持 服从 服务(?!业|机构|平台|体系|中心|人才|质量|能力) 负责 赋予 改革 改善 改进
  给予 公布 公开 公示 共同 构建 购买 鼓励 规定 规范 规划 管理 核发 合理 弘扬 汇聚 化解
  会同 会商 获得 积极 激发 集成 集聚 加大 加快 加强 监督 检查 建立 建设 健全 奖励 降低 将
  接受 解决 进行 举办 具有 聚焦 决定 开发 开放 开设 开展 扩大 扩展 拉动 立足 联合 利用
  领导 履行 落实 明确 拟订 拟定 拟制 配合 配备 培养 培育 批准 评估 评定 评价 普及 启动
  牵头 强化 清理 确保 确定 确立 认定 认真 融入 设立 设置 审查 审核 审批 审议 实行 实施
  实现 使用 试点 试行 适用 授予 受理 疏解 率先 丧失 深化 深入 提倡 提供 提高 提升 提出
  提交 统筹 统一 投入 投资 推动 推广 推荐 推行 推进 拓宽 拓展 完善 维护 违反 委托 吸引
  遴选 引聚 汇集 享受 享有 向 协调 协同 宣传 选择 学习 严格 研究 依法 依托 引导 引进 营造
  应用 拥有 优化 予以 预防 运用 允许 责令 增加 增强 召开 召集 征集 征求 整合 支持 支付
  执行 指导 制定 制订 制止 主持 主管 主动 主导 注重 转化 追究 遵守 遵循 尊重 作出 做好
  坚持 依照 组建 组织(?!和个人|或者?个人|、个人) 统计 缴纳 出资 出具 申请 申报 取得 经营
  从事 存在 抓好 抓住 坚决 有效 有序 聘用 聘请 招聘 赔偿 举报 登记 备案 通知 移送 树立
  反对 送达 收取 征收 征缴 动员 履职 行使 代表 划定 划分 颁发 撤销 吊销 没收 处以 处罚
  恢复 重新 列入 纳入 承接 发行 销售 生产 提名 表彰 任命 罢免 选举 讨论 听取 巩固 壮大
  布局 探索 尝试 唱好 广泛 高质 高水 专门 自主 自愿 自行 因地 分级 分类 定期 另行 应当
  鉴定 检验 检测 供给 运营 运行 保证 保守 防治 防止 预测 预警 发出 发给 收到 接到 协助 予
`);
const VERB = new RegExp(`^(?:${VERBS})`);
/** Nouns of agents that begin like verbs: 建设单位应当, 服务机构、…. */
const AGENT_NOUN =
  /^(?!鼓励|支持|引导|推动|促进|组织)..(?:单位|机构|部门|人员|机关|平台|中心|公司|企业|组织|人|者)(?:应|不|可|必|[,、的]|$)/;
/** A predicate without an actor, at the beginning of a clause: 加强…, 支持和服务保障…. */
export const isDeed = (text: string): boolean =>
  VERB.test(text) && !AGENT_NOUN.test(text) && !isNoun(text) && !/^..应当/.test(text);

/** How a statement goes on behind its actor: 加强…, 在…, 依法…; not 建设和发展 (that is part of a thing's name). */
export function isPredicate(text: string): boolean {
  if (ADVERBIAL.test(text)) return true;
  if (!isDeed(text) || /^[,;:。的]/.test(text.replace(VERB, ''))) return false;
  let rest = text;
  while (VERB.test(rest)) rest = rest.replace(VERB, '').replace(/^(?:和|与|及|、|或者)/, '');
  return rest !== '';
}

/** 中心建设以…为平台, 中心建设坚持…, 园区发展应当…. */
function isNoun(text: string): boolean {
  const rest = /^(?:建设|发展|活动|工作)(.*)/s.exec(text)?.[1];
  return rest !== undefined && (/^(?:以|应|可以|不得|必须)/.test(rest) || VERB.test(rest));
}

/** A clause that only says when or under what conditions: …的, …时, …后; not 目的, 标的. */
export const CONDITION =
  /(?:(?<![目标])的|时|(?<!前|今|以|落|此)后|之前|以前|期间|情况下|情形下|条件下|前提下|范围内|过程中|基础上|之日起.{0,12}[日月年]内)$/;
/** The end of a lead-in whose list tells what is to be done: 履行下列职责:, 不得有下列行为:. */
export const TASKS =
  /(?:下列|以下).*(?:职责|职权|职能|义务|责任|工作|任务|措施|行为|活动|要求|规定|事项|职务):$/;
/** The phrases that only tell where, by what or for what: they go with the predicate that follows. */
export const PREPOSITION =
  /^(?:根据|按照|依照|依据|依托|在(?!京|职|校)|对(?!外|口|接)|以|会同|针对|围绕|为(?!主)|从(?!事|业)|除|结合|通过)/;
/** Manner before a verb. */
export const ADVERB =
  /^(?:依法|积极|主动|大力|持续|进一步|不断|逐步|及时|定期|共同|联合|加快|统筹|切实|充分)+/;
/** Why the law is made, and what its words mean, is no norm: 为了…,制定本条例; 所称企业,是指…. */
export const NO_NORM = /制定本[^,;。]{1,8}$|^[^,]*(?:所称|是指)/;

/** Ready-made publications, one click each. All of them are invented. */

/** Which of the publisher's sites an entry stands on: a list page, an RSS feed, or one that nobody watches until a server adds it. */
export const SITES = ['list', 'rss', 'district'] as const;
export type Site = (typeof SITES)[number];

export interface Publication {
  readonly site: Site;
  readonly title: string;
  readonly issuer: string;
  readonly docNumber?: string;
  readonly paragraphs: readonly string[];
}

export type SampleName =
  | 'measure'
  | 'interpretation'
  | 'consultation'
  | 'doubtful'
  | 'notice'
  | 'repost'
  | 'hostile';

const COMMISSION = '北京市科学技术委员会、中关村科技园区管理委员会';

const rules = (round: number): string => `《北京市科技企业孵化器分类指导实施细则（样例第${round}号）》`;

/** `round` counts the publications of a sample, so that each is a document of its own with a number of its own. */
const measure = (round: number): Publication => ({
  site: 'list',
  title: `${COMMISSION}关于印发${rules(round)}的通知`,
  issuer: COMMISSION,
  docNumber: `京科发〔2026〕${900 + round}号`,
  paragraphs: [
    '各有关单位：',
    '为落实《北京国际科技创新中心建设条例》第三十七条，支持科技企业孵化器市场化、专业化、国际化发展，制定本实施细则。',
    '一、市科学技术部门会同教育部门对科技企业孵化器实行分类指导、运行评估和动态管理。',
    '二、评估结果为优秀的孵化器，按照规定给予运营经费支持；支持大学科技园建设专业服务平台，为在孵企业提供创业辅导。',
    '三、本实施细则自发布之日起三十日后施行。',
  ],
});

/** Of the last sample measure: one policy has one life. */
const interpretation = (round: number): Publication => ({
  site: 'rss',
  title: `${rules(Math.max(1, round))}政策解读`,
  issuer: COMMISSION,
  paragraphs: [
    '一、出台背景：落实《北京国际科技创新中心建设条例》第三十七条关于科技企业孵化器的规定。',
    '二、主要内容：明确分类指导、运行评估和动态管理的办法。',
  ],
});

const consultation = (round: number): Publication => ({
  site: 'list',
  title: `关于对《北京市职务科技成果单列管理办法（征求意见稿）（样例第${round}号）》公开征求意见的公告`,
  issuer: COMMISSION,
  paragraphs: [
    '为贯彻《北京国际科技创新中心建设条例》第三十二条关于完善职务科技成果单列管理制度的规定，我委起草了《北京市职务科技成果单列管理办法（征求意见稿）》，现向社会公开征求意见。',
    '意见反馈截止时间：发布之日起三十日。',
  ],
});

/** Near an article's subject, and says nothing of the ordinance: for moderators to decide. */
const doubtful = (round: number): Publication => ({
  site: 'list',
  title: `关于推动本市产业高质量发展的若干意见（样例第${round}号）`,
  issuer: '北京市经济和信息化局',
  paragraphs: ['为推动产业高质量发展，现提出以下意见：支持企业加大研发投入，鼓励创新。'],
});

const notice = (round: number): Publication => ({
  site: 'list',
  title: `关于调整部分公园夏季开放时间的通告（样例第${round}号）`,
  issuer: '北京市公园管理中心',
  paragraphs: ['自六月一日起，部分公园闭园时间延长一小时。请广大游客合理安排游览时间。'],
});

/** The last sample measure again, on the other site, as one office reprints another's document. */
const repost = (round: number): Publication => {
  const original = measure(Math.max(1, round));
  return {
    ...original,
    site: 'rss',
    issuer: '北京市人民政府（转载）',
    paragraphs: [...original.paragraphs, `来源：${original.issuer}`],
  };
};

/** A title that would ring everybody, run a script, disguise a link and turn the line round, if it were let. */
const hostile = (round: number): Publication => ({
  site: 'rss',
  title: `@everyone <@&1> <script>alert(${round})</script> **[点此领取补贴](https://phishing.invalid)** ＠everyone \u202Egnp.exe\u202C ||~~\`\`\`《北京市科技创新券实施办法（样例第${round}号）》`,
  issuer: '@here <b>某机构</b>',
  docNumber: `京样发〔2026〕${round}号`,
  paragraphs: [
    '根据《北京国际科技创新中心建设条例》第二十三条，发放科技创新券。\u200B\u2066<img src=x onerror=alert(1)>\u2069',
    '# 标题\n> 引用\n[不是链接](javascript:alert(1)) @everyone <@1> <#1>',
  ],
});

export const SAMPLES: Readonly<Record<SampleName, (round: number) => Publication>> = {
  measure,
  interpretation,
  consultation,
  doubtful,
  notice,
  repost,
  hostile,
};

/** What the sites held before anyone looked, oldest first; the first visit learns it silently. */
export const OLD: readonly (Publication & { readonly date: string })[] = [
  {
    site: 'list',
    date: '2025-09-12',
    title: '关于公布2025年度科技创新基地名单的通知',
    issuer: COMMISSION,
    docNumber: '京科发〔2025〕31号',
    paragraphs: ['经评审，现将2025年度科技创新基地名单予以公布。'],
  },
  {
    site: 'rss',
    date: '2025-10-20',
    title: '中关村论坛系列活动安排发布',
    issuer: '北京市人民政府',
    paragraphs: ['系列活动将于下月举行。'],
  },
  {
    site: 'district',
    date: '2025-10-30',
    title: '关于印发《样例区支持概念验证中心建设的若干措施》的通知',
    issuer: '样例区人民政府',
    docNumber: '样政发〔2025〕12号',
    paragraphs: ['为支持概念验证中心建设，促进科技成果转化，制定本措施。'],
  },
  {
    site: 'list',
    date: '2025-11-03',
    title: '关于开展科技型中小企业评价工作的通知',
    issuer: COMMISSION,
    paragraphs: ['现就科技型中小企业评价有关事项通知如下。'],
  },
];

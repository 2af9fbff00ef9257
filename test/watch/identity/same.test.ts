import { describe, expect, it } from 'vitest';
import type { Entry, FeedDefinition } from '../../../src/watch/types.ts';
import { entry, feed, Memory, watching } from '../memory.ts';

const KW = feed('kw', { authority: '北京市科学技术委员会、中关村科技园区管理委员会' });
const PORTAL = feed('portal');
const NCSTI = feed('ncsti', { authority: '北京推进国际科技创新中心建设办公室' });
const STATE = feed('most', { authority: '科学技术部', level: 'national' });
const HAIDIAN = feed('hd', { authority: '北京市海淀区人民政府', level: 'district' });
const CHAOYANG = feed('cy', { authority: '北京市朝阳区人民政府', level: 'district' });

type Sight = readonly [where: FeedDefinition, title: string, part?: Partial<Entry>];
const NOW = Date.parse('2026-09-20T00:00:00Z');
const HOUR = 3_600_000;

const shown = ([where, title, part]: Sight, n: number): Entry =>
  entry(`https://${where.id}.gov.cn/${n}`, title, part);

/** What each entry came to, shown one after the other where these sources are watched for long. */
function inTurn(...sights: readonly Sight[]): readonly string[] {
  const memory = watching(...new Set(sights.map(([where]) => where)));
  const verdicts = sights.map((sight, n) => {
    const one = shown(sight, n);
    memory.visit(sight[0], [one], new Date(NOW + n * HOUR));
    return memory.entries.get(one.id)?.verdict ?? 'skipped';
  });
  // What is shown again says no more.
  const told = memory.told.length;
  for (const [n, sight] of sights.entries())
    memory.visit(sight[0], [shown(sight, n)], new Date(NOW + (n + 10) * HOUR));
  expect(memory.told).toHaveLength(told);
  return verdicts;
}

/** The same of one visit of one source that shows all. */
function together(...sights: readonly Sight[]): readonly string[] {
  const [where] = sights[0] ?? [KW];
  const memory = watching(where);
  const entries = sights.map(shown);
  memory.visit(where, entries, new Date(NOW));
  return entries.map(({ id }) => memory.entries.get(id)?.verdict ?? 'skipped');
}

const RULES = '关于印发《北京市概念验证平台建设管理办法》的通知';
const SENTENCES = [
  '第一条为了规范概念验证平台的建设和运行，促进科技成果转化为现实生产力，根据有关法律法规，结合本市实际，制定本办法。',
  '第二条本办法所称概念验证平台，是指依托高等学校、科研机构和企业，对早期科技成果开展技术可行性和商业可行性验证的服务机构。',
  '第三条市科技主管部门负责概念验证平台的认定、评价和支持，区科技主管部门负责推荐和日常服务，财政部门负责资金保障和绩效监督。',
];
const TEXT = SENTENCES.join('\n').repeat(2);
const OTHER_TEXT = [
  '一、支持对象为在本区注册并纳税的创新主体，信用良好，近三年没有发生重大安全事故、环境污染事故和知识产权侵权行为。',
  '二、对获得认定的机构按照实际投入的百分之三十给予一次性奖励，单个机构最高不超过五百万元，同一事项不重复享受其他补贴。',
  '三、申请材料包括营业执照、审计报告、专利清单、场地租赁合同和团队社保缴纳证明，由街道初审后统一报送产业促进中心复核。',
]
  .join('\n')
  .repeat(2);

describe('two documents are told both, though they have in common', () => {
  it.each<[string, Sight, Sight]>([
    [
      'a title, of two districts on the city’s portal',
      [
        PORTAL,
        '北京市海淀区人民政府关于印发《促进概念验证成果转化若干支持措施》的通知',
        { docNumber: '海政发〔2026〕3号' },
      ],
      [
        PORTAL,
        '北京市朝阳区人民政府关于印发《促进概念验证成果转化若干支持措施》的通知',
        { docNumber: '朝政发〔2026〕8号' },
      ],
    ],
    [
      'a title, of two districts, without numbers',
      [PORTAL, '北京市海淀区人民政府关于印发《概念验证平台支持办法（试行）》的通知'],
      [PORTAL, '朝阳区人民政府关于印发《概念验证平台支持办法（试行）》的通知'],
    ],
    [
      'a title, of two bureaus',
      [PORTAL, '北京市经济和信息化局关于印发《概念验证中试平台认定管理办法（试行）》的通知'],
      [PORTAL, '北京市科学技术委员会关于印发《概念验证中试平台认定管理办法（试行）》的通知'],
    ],
    [
      'a title, of ministry and city',
      [STATE, '科技部办公厅关于开展2026年度概念验证中心建设工作的通知'],
      [KW, '北京市科学技术委员会关于开展2026年度概念验证中心建设工作的通知'],
    ],
    [
      'a title that names no place, of state and city',
      [STATE, '关于支持概念验证中心高质量发展的若干措施'],
      [KW, '关于支持概念验证中心高质量发展的若干措施'],
    ],
    [
      'a title of two districts, each on its own site',
      [HAIDIAN, '关于支持概念验证平台高质量发展的若干措施'],
      [CHAOYANG, '关于支持概念验证平台高质量发展的若干措施'],
    ],
    [
      'a title that says nothing, on two sites',
      [KW, '关于征集概念验证项目的通知'],
      [PORTAL, '关于征集概念验证项目的通知'],
    ],
    [
      'a title, under two numbers: a recurring call',
      [KW, '关于组织申报北京市概念验证平台的通知', { date: '2026-07-25', docNumber: '京科发〔2026〕3号' }],
      [KW, '关于组织申报北京市概念验证平台的通知', { docNumber: '京科发〔2026〕30号' }],
    ],
    [
      'a title: a recurring call without a number',
      [KW, '关于组织申报北京市概念验证平台的通知', { date: '2026-07-25' }],
      [PORTAL, '关于组织申报北京市概念验证平台的通知'],
    ],
    [
      'a title, on two days a month apart: the second round of a consultation',
      [KW, `关于对《北京市概念验证平台管理办法》公开征求意见的通知`, { date: '2026-07-25' }],
      [KW, `关于对《北京市概念验证平台管理办法》公开征求意见的通知`],
    ],
    [
      'a title, under two numbers: a new edition',
      [KW, RULES, { date: '2026-08-01', docNumber: '京科发〔2025〕31号' }],
      [KW, RULES, { docNumber: '京科发〔2026〕5号' }],
    ],
    [
      'a title, whose texts tell of two rounds',
      [KW, '关于申领概念验证平台支持资金的补充说明', { summary: '现组织第一批申报，截止5月31日。' }],
      [KW, '关于申领概念验证平台支持资金的补充说明', { summary: '现组织第2批申报，截止10月31日。' }],
    ],
    [
      'a title, but no text',
      [KW, '关于支持概念验证平台高质量发展的若干措施', { summary: TEXT }],
      [PORTAL, '关于支持概念验证平台高质量发展的若干措施', { summary: OTHER_TEXT }],
    ],
    [
      'a number that the one cites',
      [KW, RULES, { docNumber: '京科发〔2026〕3号' }],
      [
        KW,
        '关于组织申报2026年北京市概念验证平台的通知',
        {
          summary: '各单位：根据《北京市概念验证平台建设管理办法》（文号：京科发〔2026〕3号），现组织申报。',
        },
      ],
    ],
    [
      'a number that the title of the one cites',
      [KW, RULES, { docNumber: '京科发〔2026〕1号' }],
      [KW, '关于落实概念验证平台管理办法（京科发〔2026〕1号）'],
    ],
    [
      'a number and a name with which the title of the one begins',
      [KW, RULES, { docNumber: '京科发〔2026〕1号' }],
      [KW, '京科发〔2026〕1号《北京市概念验证平台建设管理办法》申报指南'],
    ],
    [
      'a number that every body counts',
      [KW, '北京市概念验证平台认定管理办法', { docNumber: '公告〔2026〕1号' }],
      [PORTAL, '关于概念验证税收优惠政策有关事项', { docNumber: '公告〔2026〕1号' }],
    ],
    [
      'a number, but no subject',
      [KW, RULES, { docNumber: '京科发〔2026〕1号' }],
      [PORTAL, '外籍人才永久居留服务指南', { docNumber: '京科发〔2026〕1号' }],
    ],
    [
      'the opening of a title, which lists cut at two places',
      [KW, '关于开展2026年度北京市概念验证平台项目申报工作的…'],
      [KW, '关于开展2026年度北京市概念验证平台项目申报工作的延期…'],
    ],
    [
      'the opening of a title, cut at two places on two sites',
      [KW, '关于印发《北京市概念验证平台建设管理办法》的…'],
      [PORTAL, '关于印发《北京市概念验证平台建设管理办法》的补充…', { date: '2026-09-19' }],
    ],
    [
      'the opening of a title that a list cut',
      [KW, '关于印发《中关村国家自主创新示范区促进概念验证发展支持资金管理办法（试行）》的通知'],
      [KW, '关于印发《中关村国家自主创新示范区促进概念验证…'],
    ],
    [
      'a name, of what is put out and of an edition months before',
      [KW, '北京市概念验证平台建设管理办法', { date: '2026-07-28' }],
      [KW, RULES],
    ],
    [
      'a name, of what is put out and perhaps of its draft',
      [PORTAL, '北京市概念验证平台建设管理办法', { date: '2026-09-04' }],
      [KW, RULES],
    ],
    [
      'a name, of which nobody says when it was shown',
      [PORTAL, '北京市概念验证平台建设管理办法', { date: null }],
      [KW, RULES],
    ],
    [
      'a name, of what is put out and what asks about it',
      [PORTAL, '关于对《北京市概念验证平台建设管理办法》公开征求意见的通知'],
      [KW, RULES],
    ],
    [
      'a name, of what is put out and its draft',
      [PORTAL, '北京市概念验证平台建设管理办法（征求意见稿）'],
      [KW, RULES],
    ],
    [
      'a name, of a draft that is put out and of what came of it',
      [KW, '关于印发《北京市概念验证平台建设管理办法（征求意见稿）》的通知'],
      [PORTAL, '北京市概念验证平台建设管理办法'],
    ],
    [
      'a name, of what is put out and what explains it',
      [PORTAL, '《北京市概念验证平台建设管理办法》政策解读'],
      [KW, RULES],
    ],
    [
      'a name, of what is put out and what amends it',
      [PORTAL, '关于修改《北京市概念验证平台建设管理办法》的决定'],
      [KW, RULES],
    ],
    [
      'a name, of what is put out and its later version',
      [PORTAL, '北京市概念验证平台建设管理办法（2026年修订）'],
      [KW, RULES],
    ],
    [
      'a name, of what is put out and what details it',
      [PORTAL, '北京市概念验证平台建设管理办法'],
      [KW, '关于印发《北京市概念验证平台建设管理办法》实施细则的通知'],
    ],
    [
      'a name that many have',
      [KW, '关于印发《概念验证平台实施细则》的通知'],
      [PORTAL, '概念验证平台实施细则'],
    ],
    [
      'a name, of a district’s document and the city’s',
      [HAIDIAN, '关于印发《关于支持概念验证平台高质量发展的若干措施》的通知'],
      [KW, '关于支持概念验证平台高质量发展的若干措施'],
    ],
    [
      'a name, of two bureaus’ documents',
      [KW, '北京市财政局关于印发《概念验证平台支持资金管理办法（试行）》的通知'],
      [PORTAL, '北京市科学技术委员会概念验证平台支持资金管理办法（试行）'],
    ],
    [
      'a name, but no text',
      [KW, RULES, { summary: TEXT }],
      [PORTAL, '北京市概念验证平台建设管理办法', { summary: OTHER_TEXT }],
    ],
    [
      'a name, under two numbers',
      [KW, RULES, { docNumber: '京科发〔2026〕1号' }],
      [PORTAL, '北京市概念验证平台建设管理办法', { docNumber: '京科发〔2026〕2号' }],
    ],
    [
      'a draft and what came of it',
      [KW, '北京市概念验证平台建设管理办法（征求意见稿）'],
      [KW, '北京市概念验证平台建设管理办法'],
    ],
  ])('%s', (_, one, other) => {
    expect(inTurn(one, other)).toEqual(['told', 'told']);
    expect(inTurn(other, one)).toEqual(['told', 'told']);
    if (one[0] === other[0]) expect(together(one, other)).toEqual(['told', 'told']);
  });
});

describe('two documents of which a list shows the common opening of their titles', () => {
  const rules: Sight = [KW, '关于印发《北京市概念验证平台建设资金管理办法》的通知'];
  const details: Sight = [
    KW,
    '关于印发《北京市概念验证平台建设资金管理实施细则》的通知',
    { date: '2026-09-19' },
  ];
  const cut: Sight = [PORTAL, '关于印发《北京市概念验证平台建设资金管理…'];

  it.each<[string, readonly Sight[]]>([
    ['before both', [cut, rules, details]],
    ['between them', [rules, cut, details]],
    ['after both', [rules, details, cut]],
  ])('are told both, where it shows that %s', (_, sights) => {
    const twice = ['repost', 'told', 'told'];
    expect(inTurn(...sights).toSorted()).toEqual(twice);
    expect(together(...sights).toSorted()).toEqual(twice);
  });

  it('are told both, where they come at once after it', () => {
    const memory = watching(KW, PORTAL);
    memory.visit(PORTAL, [shown(cut, 0)], new Date(NOW));
    memory.visit(KW, [rules, details].map(shown), new Date(NOW + HOUR));
    expect(memory.told).toHaveLength(2);
  });
});

describe('one document is told once, though it is shown', () => {
  const CITY = '北京市科学技术委员会关于印发《概念验证平台建设管理办法》的通知';

  it.each<[string, Sight, Sight]>([
    [
      'by the portal, under a telling title',
      [KW, '关于支持概念验证平台建设的若干措施（试行）'],
      [PORTAL, '关于支持概念验证平台建设的若干措施（试行）'],
    ],
    [
      'by the portal, under a district’s title that names it',
      [HAIDIAN, '海淀区关于支持概念验证平台建设的若干政策措施'],
      [PORTAL, '海淀区关于支持概念验证平台建设的若干政策措施'],
    ],
    ['by a district’s site, which names its issuer', [KW, CITY], [HAIDIAN, CITY]],
    ['by two districts’ sites', [HAIDIAN, CITY], [CHAOYANG, CITY]],
    ['by the issuer without its name', [PORTAL, CITY], [KW, '关于印发《概念验证平台建设管理办法》的通知']],
    [
      'by a district without its name, and by the portal with it',
      [HAIDIAN, '关于支持概念验证平台高质量发展的若干措施的通知'],
      [PORTAL, '北京市海淀区人民政府办公室关于支持概念验证平台高质量发展的若干措施的通知'],
    ],
    [
      'with a shorter name of its issuer',
      [PORTAL, CITY],
      [NCSTI, '市科委、中关村管委会等七部门关于印发《概念验证平台建设管理办法》的通知'],
    ],
    [
      'with the name of a ministry’s office',
      [STATE, '科学技术部关于支持北京建设概念验证先导区的函'],
      [KW, '科技部办公厅关于支持北京建设概念验证先导区的函'],
    ],
    [
      'with an issuer fewer',
      [PORTAL, '北京市财政局 北京市科学技术委员会关于印发《概念验证资金管理办法》的通知'],
      [KW, '北京市科学技术委员会关于印发《概念验证资金管理办法》的通知'],
    ],
    ['with a slip in its date', [KW, RULES, { date: '2062-09-18' }], [PORTAL, RULES]],
    [
      'with a title that two lists cut at one place',
      [KW, `${RULES.slice(0, 22)}…`],
      [PORTAL, `${RULES.slice(0, 22)}...`],
    ],
    [
      'with a title that two lists cut at two places, and its text',
      [KW, `${RULES.slice(0, 24)}…`, { summary: TEXT }],
      [PORTAL, `${RULES.slice(0, 20)}…`, { summary: `${TEXT}（此件公开发布）` }],
    ],
    ['with a title that a list cut', [KW, RULES], [PORTAL, `${RULES.slice(0, 22)}…`]],
    [
      'under a short name that names its place',
      [KW, '北京市概念验证平台办法'],
      [PORTAL, '北京市概念验证平台办法'],
    ],
    [
      'under a short name, with its text',
      [KW, '概念验证平台支持办法', { summary: TEXT }],
      [PORTAL, '概念验证平台支持办法', { summary: `${TEXT}（此件公开发布）` }],
    ],
    [
      'by a district that does not name the city, with its text',
      [KW, '关于支持概念验证平台高质量发展的若干措施', { summary: TEXT }],
      [HAIDIAN, '关于支持概念验证平台高质量发展的若干措施', { summary: TEXT }],
    ],
    [
      'in Traditional characters',
      [KW, '关于支持概念验证平台建设和医药研发的若干政策措施'],
      [PORTAL, '關於支持概念验证平臺建設和醫藥研發的若干政策措施'],
    ],
    [
      'under its number and a headline',
      [KW, RULES, { docNumber: '京科发〔2026〕1号' }],
      [PORTAL, '概念验证有新政（京科发[2026] 1 号）'],
    ],
    [
      'under its number, written with the label',
      [KW, RULES, { docNumber: '京科发〔2026〕1号' }],
      [PORTAL, RULES, { docNumber: '印发文号京科发〔2026〕1号' }],
    ],
    ['with its number by one site alone', [KW, RULES, { docNumber: '京科发〔2026〕1号' }], [PORTAL, RULES]],
    [
      'in two columns of a site',
      [KW, '关于概念验证项目的通知'],
      [KW, '关于概念验证项目的通知', { date: '2026-09-19' }],
    ],
    ['under its bare name', [KW, RULES], [NCSTI, '北京市概念验证平台建设管理办法', { date: '2026-09-19' }]],
    [
      'under its name in marks, weeks later',
      [KW, RULES, { date: '2026-08-20' }],
      [NCSTI, '《北京市概念验证平台建设管理办法》'],
    ],
    [
      'under its bare name, which its issuer put out',
      [PORTAL, '北京市科学技术委员会等七部门关于印发《关于支持概念验证平台高质量发展的若干措施》的通知'],
      [NCSTI, '关于支持概念验证平台高质量发展的若干措施'],
    ],
    [
      'under its bare name, with a number by one site alone',
      [KW, RULES, { docNumber: '京科发〔2026〕1号' }],
      [NCSTI, '北京市概念验证平台建设管理办法'],
    ],
    ['on another site weeks later', [KW, RULES, { date: '2026-07-28' }], [PORTAL, RULES]],
  ])('%s', (_, one, other) => {
    expect(inTurn(one, other)).toEqual(['told', 'repost']);
    expect(inTurn(other, one)).toEqual(['told', 'repost']);
    if (one[0] === other[0]) expect(together(one, other).toSorted()).toEqual(['repost', 'told']);
  });
});

describe('one file in two columns of a site', () => {
  const CUT = `${RULES.slice(0, 15)}…`;
  const at = (column: string, file: string, title: string, part: Partial<Entry> = {}, host = 'kw.gov.cn') =>
    entry(`https://${host}/${column}/${file}.html`, title, part);
  const FILE = 't20260912_4820137';

  /** How many documents are told of these two, one after the other in both orders, and at once. */
  const told = (one: Entry, other: Entry): readonly number[] => {
    const orders = [[[one], [other]], [[other], [one]], [[one, other]], [[other, one]]];
    return orders.map((visits) => {
      const memory = watching(KW, PORTAL);
      for (const [n, rows] of [...visits, ...visits].entries())
        memory.visit(n % 2 === 0 ? KW : PORTAL, rows, new Date(NOW + n * HOUR));
      return memory.told.length;
    });
  };

  it.each<[string, Entry]>([
    ['whose title the second list cuts to a few letters', at('tzgg', FILE, CUT)],
    ['the same from a day that is near', at('tzgg', FILE, CUT, { date: '2026-09-20' })],
    ['whose mobile twin it is', at('tzgg', `${FILE}_ext`, CUT)],
    ['of which both titles are whole', at('tzgg', FILE, RULES)],
  ])('is told once: %s', (_, other) => {
    expect(told(at('zcwj/202608', FILE, RULES), other)).toEqual([1, 1, 1, 1]);
  });

  it('is told once where both lists cut its title, each as it does', () => {
    const [one, other] = [at('zcwj', FILE, CUT), at('tzgg', FILE, `${RULES.slice(0, 20)}…`)];
    expect(told(one, other)).toEqual([1, 1, 1, 1]);
  });

  it('is told once where its short title would not do on two sites', () => {
    const title = '概念验证支持措施';
    expect(told(at('zcwj', FILE, title), at('tzgg', FILE, title))).toEqual([1, 1, 1, 1]);
  });

  it.each<[string, Entry, Entry]>([
    ['titles say that they are two', at('0', FILE, RULES), at('1', FILE, '概念验证中心认定与资助办法')],
    [
      'one title begins as the other, and is not cut',
      at('0', FILE, '概念验证平台建设管理办法'),
      at('1', FILE, '概念验证平台建设管理办法补充规定'),
    ],
    ['one is cut after a few letters', at('0', FILE, '概念验证平台建设管理办法'), at('1', FILE, '概念验证…')],
    [
      'numbers say that they are two',
      at('0', FILE, RULES, { docNumber: '京科发〔2026〕1号' }),
      at('1', FILE, CUT, { docNumber: '京科发〔2026〕2号' }),
    ],
    [
      'texts say that they are two',
      at('0', FILE, RULES, { summary: TEXT }),
      at('1', FILE, CUT, { summary: OTHER_TEXT }),
    ],
    [
      'texts tell of two rounds',
      at('0', FILE, RULES, { summary: '概念验证平台第一批' }),
      at('1', FILE, CUT, { summary: '概念验证平台第二批' }),
    ],
    ['days are far apart', at('0', FILE, RULES), at('1', FILE, CUT, { date: '2026-08-18' })],
    ['files are counted by each directory', at('0', 't20261101_1', RULES), at('1', 't20261101_1', CUT)],
    ['hosts are two', at('0', FILE, RULES), at('1', FILE, CUT, {}, 'portal.gov.cn')],
  ])('is not what only has its name: its %s', (_, one, other) => {
    expect(told(one, other)).toEqual([2, 2, 2, 2]);
  });

  it('gives its measure one identity, whatever columns show it', () => {
    const memory = watching(KW);
    for (const [n, column] of ['zcwj', 'tzgg', 'zwgk'].entries())
      memory.visit(KW, [at(column, FILE, RULES)], new Date(NOW + n * HOUR));
    expect([...memory.measures.keys()].filter((key) => key.startsWith('file:'))).toEqual([
      `file:kw.gov.cn/${FILE}`,
    ]);
  });
});

describe('editions of one title', () => {
  it('in one batch hide no other: the old ones are learned, the new one is told', () => {
    const at = (date: string, docNumber?: string): Sight => [
      KW,
      RULES,
      { date, ...(docNumber === undefined ? {} : { docNumber }) },
    ];
    expect(together(at('2026-03-01', '京科发〔2026〕1号'), at('2026-09-18', '京科发〔2026〕31号'))).toEqual([
      'learned',
      'told',
    ]);
    expect(together(at('2025-09-01'), at('2026-02-01'), at('2026-09-18'))).toEqual([
      'learned',
      'learned',
      'told',
    ]);
  });

  /** Where the edition of 2025 is known by its source’s first reading. */
  const withOldEdition = (...feeds: readonly FeedDefinition[]): Memory => {
    const memory = new Memory();
    const old = entry('https://kw.gov.cn/2025', RULES, { date: '2025-09-01' });
    memory.visit(KW, [old], new Date('2026-01-01T00:00:00Z'));
    for (const definition of feeds) memory.visit(definition, [], new Date('2026-01-01T00:00:00Z'));
    return memory;
  };
  const later = (hours: number) => new Date(NOW + hours * HOUR);

  it('are each known to whoever reposts them: the new one is told once', () => {
    const memory = withOldEdition(PORTAL, NCSTI);
    memory.visit(KW, [entry('https://kw.gov.cn/2026', RULES)], later(0));
    expect(memory.told).toHaveLength(1);
    memory.visit(PORTAL, [entry('https://portal.gov.cn/2026', RULES, { date: '2026-09-19' })], later(1));
    memory.visit(NCSTI, [entry('https://ncsti.gov.cn/2026', RULES, { date: '2026-09-19' })], later(2));
    memory.visit(NCSTI, [entry('https://ncsti.gov.cn/2025', RULES, { date: '2025-09-03' })], later(3));
    expect(memory.told).toHaveLength(1);
    expect(new Set(memory.measures.values().map(({ id }) => id)).size).toBe(2);
  });

  it('are not missed where a row without a date shows the new one first', () => {
    const memory = withOldEdition(PORTAL);
    memory.visit(PORTAL, [entry('https://kw.gov.cn/2026', RULES, { date: null })], later(0));
    memory.visit(KW, [entry('https://kw.gov.cn/2026', RULES)], later(1));
    expect(memory.told).toHaveLength(1);
    expect([...memory.entries.values()].map(({ verdict }) => verdict)).toEqual(['learned', 'told']);
  });

  it('have a place each, and one that finds none is told all the same', () => {
    const memory = watching(KW);
    for (let n = 1; n <= 8; n += 1) {
      const docNumber = `京科发〔2026〕${n}号`;
      memory.visit(KW, [entry(`https://kw.gov.cn/${n}`, RULES, { docNumber })], later(n));
      expect(memory.told).toHaveLength(n);
    }
    memory.visit(KW, [entry('https://kw.gov.cn/9', RULES, { docNumber: '京科发〔2026〕8号' })], later(9));
    expect(memory.told).toHaveLength(8);
  });
});

describe('a document that comes again with a later date and the same title', () => {
  const CALL = '关于组织申报北京市概念验证平台的通知';
  const [INTRODUCTION, CONDITIONS] = [
    '各有关单位：为贯彻落实《北京国际科技创新中心建设条例》（2025年11月28日通过），加快科技成果转化，支持概念验证平台建设，',
    '申报单位应当在本市注册，信用良好，有专职的技术经理人队伍和固定的验证场地，近三年没有发生重大安全事故，同一单位限报一项。',
  ];
  const call = (year: number) =>
    `${INTRODUCTION}现组织${year}年度申报。\n${CONDITIONS}\n请于10月31日前报送。\n${year}年9月15日`;
  const LONG = SENTENCES.join('\n').repeat(14);

  /** The verdicts on it as first shown in September 2026, and so many days later. */
  const comesAgain = (title: string, text: string, days: number, where = KW, later = text) => {
    const memory = watching(KW, PORTAL);
    const again = NOW + days * 24 * HOUR;
    const [one, other] = [
      entry('https://kw.gov.cn/old/1', title, { date: '2026-09-18', summary: text }),
      entry(`https://${where.id}.gov.cn/new/1`, title, {
        date: new Date(again).toISOString().slice(0, 10),
        summary: later,
      }),
    ];
    memory.visit(KW, [one], new Date(NOW));
    memory.visit(where, [other], new Date(again));
    return [one, other].map(({ id }) => memory.entries.get(id)?.verdict);
  };

  it.each<[string, string, string, number, FeedDefinition]>([
    ['on the site that it was moved in', RULES, TEXT, 150, KW],
    ['on another site, eleven months later', RULES, TEXT, 330, PORTAL],
    ['of whose text all that is kept is the same, within the year', RULES, LONG, 150, KW],
    ['as a call whose days are over', CALL, call(2026), 45, KW],
    ['as a call that is long over', CALL, call(2026), 380, PORTAL],
    [
      'as a call whose deadline alone is known',
      CALL,
      `${INTRODUCTION}${CONDITIONS}截止2026年10月8日。`,
      40,
      KW,
    ],
    [
      'as a call that a body signed',
      CALL,
      `${INTRODUCTION}\n${CONDITIONS}\n二〇二六年九月十五日`,
      40,
      PORTAL,
    ],
  ])('is one, and told once, %s', (_, title, text, days, where) => {
    expect(comesAgain(title, text, days, where)).toEqual(['told', 'repost']);
  });

  it.each<[string, string, string, string, number, FeedDefinition]>([
    ['the call of the next year', CALL, call(2026), call(2027), 365, KW],
    ['the call of the next year, on another site', CALL, call(2026), call(2027), 365, PORTAL],
    [
      'a call of which the same opening alone is known, which cites a law',
      CALL,
      INTRODUCTION + CONDITIONS,
      INTRODUCTION + CONDITIONS,
      40,
      KW,
    ],
    [
      'a call for days of every year',
      CALL,
      `${INTRODUCTION}2026年起每年10月1日至10月31日受理。${CONDITIONS}`,
      `${INTRODUCTION}2026年起每年10月1日至10月31日受理。${CONDITIONS}`,
      365,
      KW,
    ],
    [
      'a call for the same period, which still runs',
      CALL,
      `${INTRODUCTION}${CONDITIONS}支持2026年12月31日前的投入。`,
      `${INTRODUCTION}${CONDITIONS}支持2026年12月31日前的投入。`,
      60,
      KW,
    ],
    ['an edition of the next year, of which the opening alone is the same', RULES, LONG, LONG, 380, PORTAL],
    ['an edition of which no more is known than how it begins', RULES, INTRODUCTION, INTRODUCTION, 150, KW],
    ['an edition whose text ends otherwise', RULES, TEXT, `${TEXT}本办法有效期三年。`, 150, KW],
  ])('is another, and told, too, where it is %s', (_, title, text, later, days, where) => {
    expect(comesAgain(title, text, days, where, later)).toEqual(['told', 'told']);
  });
});

describe('a measure that an earlier version of the program recorded', () => {
  it.each<[string, readonly string[], Sight]>([
    ['its title', ['text:关于印发北京市概念验证平台建设管理办法的通知'], [PORTAL, RULES]],
    [
      'a short title and its source',
      ['text:概念验证平台办法|北京市科学技术委员会中关村科技园区管理委员会'],
      [KW, '概念验证平台办法'],
    ],
    [
      'a district’s title and issuer',
      ['text:关于印发概念验证平台支持办法的通知|北京市海淀区人民政府'],
      [HAIDIAN, '北京市海淀区人民政府关于印发《概念验证平台支持办法》的通知'],
    ],
    [
      'a Traditional title, of which it knew some characters',
      ['text:关於支持概念验证平台建设的若干政策措施'],
      [PORTAL, '關於支持概念验证平臺建設的若干政策措施'],
    ],
    [
      'a title that its list cut',
      ['text:关于印发北京市概念验证平台建设管理办法', 'head:关于印发北京市概念验证平台建设管理'],
      [KW, `${RULES.slice(0, 20)}…`],
    ],
    ['a number', ['doc:京科发〔2026〕1号'], [PORTAL, RULES, { docNumber: '京科发〔2026〕1号' }]],
  ])('is known by %s', (_, keys, sight) => {
    const memory = watching(KW, PORTAL, HAIDIAN);
    const told = shown(sight, 1);
    memory.visit(sight[0], [told], new Date(NOW));
    const [measure] = memory.measures.values();
    memory.measures.clear();
    for (const key of [...keys, `url:${told.id}`])
      if (measure !== undefined) memory.measures.set(key, { ...measure, keys: [...keys, `url:${told.id}`] });
    memory.visit(sight[0], [shown(sight, 2)], new Date(NOW + HOUR));
    expect(memory.told).toHaveLength(1);
    expect(memory.entries.get(shown(sight, 2).id)).toMatchObject({ verdict: 'repost' });
  });
});

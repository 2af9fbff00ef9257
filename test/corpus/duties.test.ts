import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { printAddress } from '../../src/corpus/address.ts';
import { countBodies, documentsAtHand, findDuties, readDuties } from '../../src/corpus/duties/duties.ts';
import { expandBodies } from '../../src/corpus/duties/expand.ts';
import { type Norm, readNorms } from '../../src/corpus/duties/norms.ts';
import { suggestBodies } from '../../src/corpus/duties/suggest.ts';

const { corpus } = await loadCorpus();
const ordinance = corpus.documents.slice(0, 1);
const units = ordinance.flatMap(({ law }) => law.units);

const names = (norm: Norm): string => (norm.own ? '本市*' : norm.bodies.map(({ name }) => name).join('、'));
/** `body modal action`, one norm a line; `*` for the law's own voice. */
const read = (paragraph: string): readonly string[] =>
  readNorms(paragraph).map((norm) => `${names(norm) || '—'} ${norm.modal} ${norm.action}`);

describe('lists of bodies', () => {
  it.each([
    [
      '市科学技术、经济和信息化、财政等部门',
      '市科学技术部门 市经济和信息化部门 市财政部门',
      '和 inside a field does not part it',
    ],
    [
      '市人民政府及其教育、科学技术等部门',
      '市人民政府 市教育部门 市科学技术部门',
      'departments of the government before them',
    ],
    [
      '市、区人民政府及其有关部门',
      '市人民政府 区人民政府 市有关部门 区有关部门',
      'two levels share one noun, and their departments both',
    ],
    [
      '市、区人才工作、公安等部门',
      '市人才工作部门 市公安部门 区人才工作部门 区公安部门',
      'two levels of several departments',
    ],
    [
      '市人民政府科学技术、市场监管等有关部门',
      '市科学技术部门 市市场监管部门',
      'the government’s departments, not the government; 市场 is no level',
    ],
    [
      '市财政部门、审计机关以及项目管理部门、单位主管部门',
      '市财政部门 审计机关 项目管理部门 单位主管部门',
      'complete names keep their own',
    ],
    ['市科学技术、教育及相关部门', '市科学技术部门 市教育部门 市相关部门', '及 before 相关部门 parts'],
    [
      '科研机构、高等学校等事业单位和国有企业',
      '科研机构 高等学校 事业单位 国有企业',
      'the kind after 等 is spoken to as well',
    ],
    ['企业、高等学校等单位', '企业 高等学校', '单位 after 等 adds nobody'],
    ['国家有关部门、单位', '国家有关部门', 'nor does 单位 beside others'],
    ['本市有关部门', '市有关部门', '本市 before departments is their level'],
    [
      '从事医学、人工智能等活动的单位',
      '从事医学、人工智能等活动的单位',
      'a list inside a relative clause is not a list of bodies',
    ],
  ])('%s are %s', (list, expected, _reason) => {
    expect(
      expandBodies(list)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(expected);
  });
});

describe('norms of a paragraph', () => {
  it.each([
    ['市财政部门应当健全制度。', ['市财政部门 应当 健全制度'], 'who, how strongly, what'],
    [
      '市人民政府应当制定规划；深化改革，释放活力。',
      ['市人民政府 应当 制定规划', '市人民政府 应当 深化改革，释放活力'],
      'an actor and a modal hold behind a semicolon',
    ],
    [
      '事业单位应当建立机制；对高层次人才，可以实行年薪制；对做出贡献的人员，应当给予奖励。',
      [
        '事业单位 应当 建立机制',
        '事业单位 可以 对高层次人才，实行年薪制',
        '事业单位 应当 对做出贡献的人员，给予奖励',
      ],
      'each modal makes a norm and takes its circumstance with it',
    ],
    [
      '新型研发机构拥有自主权，在运行管理等方面可以采取灵活机制，可以接受捐赠。',
      [
        '新型研发机构 直述 拥有自主权',
        '新型研发机构 可以 在运行管理等方面采取灵活机制',
        '新型研发机构 可以 接受捐赠',
      ],
      'a plain statement and two permissions',
    ],
    [
      '本市强化企业地位，完善服务体系，支持企业设立机构。',
      ['本市 直述 强化企业地位，完善服务体系', '本市 支持 支持企业设立机构'],
      '支持 among plain deeds has its own strength',
    ],
    [
      '市科学技术部门应当完善政策，支持企业发展，鼓励创新。',
      ['市科学技术部门 应当 完善政策，支持企业发展，鼓励创新'],
      '应当 governs 支持 and 鼓励 behind it',
    ],
    [
      '市科学技术部门合理设置申报条件，不得将论文作为限制性条件；建立机制。',
      [
        '市科学技术部门 直述 合理设置申报条件',
        '市科学技术部门 不得 将论文作为限制性条件',
        '市科学技术部门 直述 建立机制',
      ],
      'a prohibition ends with its own segment',
    ],
    [
      '支持商业银行设立专营机构；开展质押贷款。',
      ['本市* 支持 支持商业银行设立专营机构', '本市* 支持 开展质押贷款'],
      'what a bank is supported to do goes on',
    ],
    [
      '支持实验室建设；构建服务体系。',
      ['本市* 支持 支持实验室建设', '本市* 直述 构建服务体系'],
      'where nobody else is to act, the law goes on for itself',
    ],
    [
      '市金融监管部门应当提供服务。支持企业转板。',
      ['市金融监管部门 应当 提供服务', '本市* 支持 支持企业转板'],
      'a new sentence with 支持 is the law’s own voice again',
    ],
    [
      '市、区人民政府制定科技规划，确定重大项目，应当听取意见。',
      ['市人民政府、区人民政府 应当 制定科技规划，确定重大项目，听取意见'],
      'doing the one, they must do the other',
    ],
    [
      '从事生命科学活动的单位，研究内容涉及敏感领域的，应当设立委员会。',
      ['从事生命科学活动的单位 应当 研究内容涉及敏感领域的，设立委员会'],
      'an actor told by what it does, a condition, a duty',
    ],
    [
      '企业投入基础研究，社会力量通过捐赠等方式投入的，依法享受税收优惠。',
      ['企业、社会力量 直述 企业投入基础研究，社会力量通过捐赠等方式投入的，依法享受税收优惠'],
      'those named in conditions are those who benefit',
    ],
    [
      '创新国有资本管理制度，市国有资产监督管理部门应当建立机制。',
      ['市国有资产监督管理部门 应当 创新国有资本管理制度，建立机制'],
      'what stands before the actor goes with the norm',
    ],
    [
      '具体办法由市科学技术部门会同有关部门制定。',
      ['市科学技术部门 直述 具体办法由市科学技术部门会同有关部门制定'],
      'an actor behind 由',
    ],
    [
      '市科学技术部门履行下列职责：\n（一）拟订方案；\n（二）组织考核。',
      ['市科学技术部门 直述 拟订方案', '市科学技术部门 直述 组织考核'],
      'each task of a list is a norm',
    ],
    [
      '申请人应当提交下列材料：\n（一）申请书；\n（二）证明。',
      ['申请人 应当 提交下列材料：\n（一）申请书；\n（二）证明'],
      'a list of things belongs to its norm',
    ],
    [
      '北京国际科技创新中心建设应当坚持党的领导。',
      ['— 应当 北京国际科技创新中心建设坚持党的领导'],
      'a principle speaks to no body',
    ],
    [
      '本市开展合作。合作项目应当公开。',
      ['本市 直述 开展合作', '— 应当 合作项目公开'],
      'a thing is no actor',
    ],
    ['为了推进建设，根据法律，制定本条例。', [], 'why the law is made is no norm'],
    ['本条例所称企业，是指依法设立的企业。', [], 'a definition is no norm'],
    ['', [], 'nothing'],
  ])('%s', (paragraph, expected, _reason) => {
    expect(read(paragraph)).toEqual(expected);
  });

  it('names those who are called in, of the level of who calls them', () => {
    const [norm] = readNorms('市人才工作部门应当会同科学技术、教育等部门建立机制。');
    expect(norm?.partners.map(({ name }) => name)).toEqual(['市科学技术部门', '市教育部门']);
    const [joint] = readNorms('本市與天津市、河北省共同建設合作平臺。');
    expect(joint?.bodies.map(({ name }) => name)).toEqual(['本市']);
    expect(joint?.partners.map(({ name }) => name)).toEqual(['天津市', '河北省']);
    expect(joint?.action).toBe('共同建設合作平臺');
  });

  it('takes a clause of 200,000 characters in its stride', () => {
    expect(readNorms(`市财政部门应当${'由市科学技术部门研究'.repeat(20_000)}。`)).toHaveLength(1);
  });
});

describe('the ordinance', () => {
  it('is read as a lawyer reads it, article by article', () => {
    const lines = units.flatMap(({ number, paragraphs }) =>
      paragraphs.flatMap((paragraph, at) =>
        readNorms(paragraph).map((norm) => {
          const partners = norm.partners.map(({ name }) => name).join('、');
          const who = `${names(norm) || '—'}${partners === '' ? '' : `（会同${partners}）`}`;
          return `${number}.${at + 1} | ${who} | ${norm.modal} | ${norm.action}`;
        }),
      ),
    );
    const golden = readFileSync(new URL('../fixtures/duties-ordinance.txt', import.meta.url), 'utf8');
    expect(lines).toEqual(golden.trimEnd().split('\n'));
  });

  it('leaves no clause of an article out but why the law is made', () => {
    for (const { paragraphs } of units.slice(1))
      for (const paragraph of paragraphs) {
        const norms = readNorms(paragraph);
        const said = norms.flatMap(({ action, bodies }) => [action, ...bodies.map(({ name }) => name)]);
        const lost = paragraph
          .split(/[，；。]/)
          .filter((clause) => !said.some((text) => text.includes(clause.slice(-6))));
        expect(lost).toEqual([]);
      }
  });

  it('quotes every action from the paragraph it stands in', () => {
    for (const { paragraphs } of units)
      for (const paragraph of paragraphs)
        for (const { action } of readNorms(paragraph))
          for (const clause of action.split('，').slice(1)) expect(paragraph).toContain(clause);
  });
});

describe('duties of a body', () => {
  const addresses = (name: string) => [
    ...new Set(findDuties(name, ordinance).duties.map(({ address }) => printAddress(address))),
  ];

  it.each([
    ['市科委', '市科学技术部门', 'an everyday name'],
    ['經信局', '市经济和信息化部门', 'Traditional'],
    ['北京市发展和改革委员会', '市发展改革部门', 'the official name'],
    ['海淀区', '区人民政府', 'a district is its government'],
    ['高校', '高等学校', 'a kind of bodies'],
  ])('finds those of %s under %s', (asked, name, _reason) => {
    const found = findDuties(asked, ordinance);
    expect(found.names).toEqual([name]);
    expect(addresses(asked)).toEqual(addresses(name));
  });

  it('tells both levels apart where only one is asked for', () => {
    expect(findDuties('人才工作部门', ordinance).names).toEqual(['市人才工作部门', '区人才工作部门']);
    expect(findDuties('区人才工作部门', ordinance).names).toEqual(['区人才工作部门']);
  });

  it('marks the duties that a body is only called in for', () => {
    const roles = findDuties('市教育部门', ordinance).duties.map(
      ({ address, role }) => `${printAddress(address)} ${role}`,
    );
    expect(roles).toContain('ordinance:61.1 joins');
    expect(roles).toContain('ordinance:22.2 bears');
  });

  it('knows a body that has no duty here from a name nobody has', () => {
    expect(findDuties('药监局', ordinance)).toMatchObject({ known: true, duties: [] });
    expect(findDuties('火星部门', ordinance)).toMatchObject({ known: false, duties: [] });
  });

  it('says of what the law names nobody for that it speaks for its community', () => {
    const own = readDuties(ordinance[0] as (typeof ordinance)[number]).duties.filter(({ stated }) => !stated);
    expect(new Set(own.map(({ body }) => body.name))).toEqual(new Set(['本市']));
  });

  it.each([
    ['', '本市', 'nothing typed: those with most norms'],
    ['市科委', '市科学技术部门', 'a whole short name'],
    ['经信', '市经济和信息化部门', 'the beginning of one'],
    ['科学城', '中关村科学城', 'a part of the law’s own name'],
    ['科技服务公司', '科技服务机构', 'a name a little like it'],
  ])('suggests for “%s” first %s', (typed, expected, _reason) => {
    expect(suggestBodies(typed, ordinance, 3)[0]?.body.name).toBe(expected);
  });

  it('suggests nobody for a name that is like none', () => {
    expect(suggestBodies('xyz', ordinance, 5)).toEqual([]);
  });

  it('leaves drafts out of what is known without asking for them', () => {
    expect(documentsAtHand(corpus).map(({ info }) => info.id)).toEqual([
      'ordinance',
      'zgc-plan',
      'jjj-decision',
    ]);
  });

  it('counts the bodies, those with most norms first', () => {
    const counts = countBodies(ordinance).map(({ body, bears }) => [body.name, bears]);
    expect(counts.slice(0, 3).map(([name]) => name)).toEqual(['本市', '市科学技术部门', '市人民政府']);
  });

  it('reads other documents as well, Traditional ones in Traditional', () => {
    const documents = corpus.documents.filter(({ info }) => info.id === 'jjj-decision');
    const [duty] = findDuties('市人民政府', documents).duties;
    expect(duty).toMatchObject({
      role: 'bears',
      address: { document: 'jjj-decision', unit: '6', paragraph: 1 },
    });
    expect(duty?.action).toContain('組織領導');
  });
});

/**
 * A small corpus made up for tests: an ordinance with a 第十条之一 and chapters that start anew in each part, its draft, a
 * plan of numbered measures, a Traditional decision.
 */
import { formatNumeral } from '../../src/corpus/numerals.ts';
import type { Corpus, CorpusDocument, DocumentInfo, OutlineEntry, Unit } from '../../src/corpus/types.ts';

const info = (id: string, title: string, aliases: string[], more: Partial<DocumentInfo>): DocumentInfo => ({
  ...{
    id,
    title,
    aliases,
    issuer: null,
    status: 'unknown',
    dates: {},
    source: 'made up',
    script: 'simplified',
  },
  ...more,
});

const document = (
  about: DocumentInfo,
  units: readonly Unit[],
  outline: readonly OutlineEntry[] = [],
  captions: Record<string, string> = {},
): CorpusDocument => ({
  info: about,
  law: { title: about.title, dates: [], kind: 'other', preamble: [], outline, units, warnings: [] },
  captions: new Map(Object.entries(captions)),
});

const article = (number: string, ...paragraphs: string[]): Unit => {
  const [main = '', branch] = number.split('-');
  const suffix = branch === undefined ? '' : `之${formatNumeral(Number(branch))}`;
  return {
    kind: 'article',
    label: `第${formatNumeral(Number(main))}条${suffix}`,
    number,
    path: [],
    paragraphs,
  };
};

const item = (label: string, number: string, ...paragraphs: string[]): Unit => ({
  ...{ kind: 'item', label, number, path: [], paragraphs },
});

const heading = (
  level: OutlineEntry['level'],
  label: string,
  title: string,
  first: string,
  last: string,
) => ({
  ...{ level, label, title, first, last },
});

const ordinance = document(
  info('ordinance', '样例市数据条例', ['条例'], { status: 'in-force' }),
  [
    article('1', '为了规范数据活动，制定本条例。'),
    article(
      '2',
      '本条例所称数据，包括下列各项：\n（一）公共数据；\n（二）企业数据；\n（三）个人数据。',
      '其他数据参照执行。',
    ),
    article('3', '市数据部门负责数据开放共享工作。', '有关部门应当予以配合。', '区人民政府组织实施。'),
    ...['4', '5', '6', '7', '8', '9'].map((number) =>
      article(number, `市数据部门应当做好第${number}类登记工作。`),
    ),
    article('10', '支持企业开发数据产品，给予贷款贴息。'),
    article('10-1', '外籍人员可以申请永久居留。', '具体办法另行制定。'),
    article('11', '数据交易场所应当建立风险控制制度。'),
    article('12', '本条例自公布之日起施行。'),
  ],
  [
    heading('part', '第一编', '总则', '1', '3'),
    heading('chapter', '', '一般规定', '1', '1'),
    heading('chapter', '第二章', '数据', '2', '3'),
    heading('part', '第二编', '分则', '4', '12'),
    heading('chapter', '第一章', '登记', '4', '9'),
    heading('chapter', '第二章', '促进与保障', '10', '11'),
    heading('section', '第一节', '促进', '10', '10-1'),
    heading('section', '第二节', '保障', '11', '11'),
    heading('chapter', '第三章', '附 则', '12', '12'),
  ],
  {
    '1': '立法目的',
    '3': '主管部门',
    '10': '数据产品开发',
    '10-1': '外籍人员永久居留',
    '11': '数据交易风险控制',
  },
);

const draft = document(
  info('ordinance-draft', '样例市数据条例（征求意见稿）', ['草案', '征求意见稿'], {
    status: 'draft',
    draftOf: 'ordinance',
  }),
  Array.from({ length: 20 }, (_, index) =>
    article(String(index + 1), `草稿第${index + 1}段关于数据开放共享。`),
  ),
);

const plan = document(
  info('data-plan', '样例市数据行动方案', ['方案'], { status: 'plan' }),
  [
    item('1.', '1', '建设数据中心。推动数据资源整合。'),
    item('2.', '2', '培育数据产业。支持创业投资。', '发展数据保险。'),
    item('3.', '3', '加强组织领导。'),
  ],
  [heading('division', '一、', '重点任务', '1', '2'), heading('division', '二、', '保障', '3', '3')],
);

const decision = document(
  info('joint-decision', '关于推进數據協同的決定', ['决定'], { status: 'in-force', script: 'traditional' }),
  [
    item('一、', '1', '推動數據開放共用，支援軟體開發。'),
    item('二、', '2', '促進區域高品質發展。', '健全協同機制。'),
  ],
);

const documents = [ordinance, draft, plan, decision];

export const sample: Corpus = {
  documents,
  document: (id) => documents.find((candidate) => candidate.info.id === id),
};

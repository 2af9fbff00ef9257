import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { parseReference } from '../../src/corpus/address.ts';
import { lettersOf } from '../../src/corpus/normalise.ts';
import { join, readSentences } from '../../src/corpus/summarise/sentences.ts';
import { shorten } from '../../src/corpus/summarise/shorten.ts';
import { type Summary, summarise } from '../../src/corpus/summarise/summarise.ts';
import type { Corpus } from '../../src/corpus/types.ts';

let corpus: Corpus;
beforeAll(async () => {
  corpus = (await loadCorpus()).corpus;
});

const summary = (reference: string): Summary => {
  const address = parseReference(reference, corpus);
  if (!address.ok) throw new Error(`${reference}: ${address.error.code}`);
  return summarise(address.value, corpus);
};
const textOf = (reference: string): string =>
  summary(reference)
    .points.map(({ text }) => text)
    .join('\n');

/** The paragraph a point comes from, or all that stands above the units. */
function sourceOf(source: string): string {
  const [id = '', place = ''] = source.split(':');
  const law = corpus.document(id)?.law;
  const [number, paragraph] = place.split('.');
  const unit = law?.units.find((unit) => unit.number === number);
  return place === ''
    ? [...(law?.preamble ?? []), ...(law?.outline.flatMap(({ paragraphs }) => paragraphs ?? []) ?? [])].join(
        '\n',
      )
    : (unit?.paragraphs[Number(paragraph) - 1] ?? '');
}

/** The first clause of `text` that does not stand whole in `source`, behind those before it; null where all do. */
function strayClause(text: string, source: string): string | null {
  let from = 0;
  for (const clause of text.split(/[，；。、,;：:\n]+/).filter(Boolean)) {
    const at = source.indexOf(clause, from);
    if (at < 0) return clause;
    from = at + clause.length;
  }
  return null;
}

const everyReference = (): readonly string[] =>
  corpus.documents.flatMap(({ info, law }) => [
    info.id,
    ...law.units.map(({ number }) => `${info.id}:${number}`),
    ...law.outline.flatMap(({ first, last }) =>
      first && last && first !== last ? [`${info.id}:${first}..${last}`] : [],
    ),
  ]);

describe('every summary of the corpus', () => {
  test('says nothing that is not in the text: whole clauses, verbatim and in order', () => {
    for (const reference of everyReference())
      for (const { text, source } of summary(reference).points)
        expect(strayClause(text, sourceOf(source)), `${source} ${text}`).toBeNull();
  });

  test('is no longer than its text, and shorter unless it is quoted', () => {
    for (const reference of everyReference()) {
      const { ratio, quoted, points } = summary(reference);
      expect(points.length, reference).toBeGreaterThan(0);
      expect(quoted ? ratio === 1 : ratio < 1, `${reference} ${ratio}`).toBe(true);
    }
  });

  test('keeps every figure, share, prohibition and permission of an article', () => {
    for (const { info, law } of corpus.documents.slice(0, 2))
      for (const unit of law.units) {
        const said = textOf(`${info.id}:${unit.number}`);
        for (const word of unit.paragraphs.join('\n').match(/不得|不受|可以|\d+|比重|比例|幅度/g) ?? [])
          expect(said, unit.label).toContain(word);
      }
  });

  test('is the same whenever it is asked for', () => {
    for (const reference of ['条例', '第四章', '23', '方案'])
      expect(summary(reference)).toEqual(summary(reference));
  });
});

describe('the summary of an article', () => {
  test.each([
    ['76', '本条例自2024年3月1日起施行。', 'one short sentence is quoted'],
    [
      '72.1',
      '本市完善海外科技人才服务政策，提供签证、工作许可、居留许可等方面的便利服务；实行在华永久居留积分评估制度。',
      'what it is good for (吸引…) goes',
    ],
    [
      '61.2',
      '企业、科研机构、高等学校、医疗卫生机构等单位应当履行科技伦理管理主体责任。\n从事生命科学、医学、人工智能等科技活动的单位，研究内容涉及科技伦理敏感领域的，应当设立科技伦理审查委员会。',
      'a condition stays whole with its duty',
    ],
  ])('%s reads %s: %s', (reference, expected) => {
    expect(textOf(reference)).toBe(expected);
  });

  test.each([
    ['23', '加计扣除', 'an instrument'],
    ['28', '投入基础研究的，依法享受税收优惠', 'a condition of three clauses'],
    ['49', '增长幅度高于财政经常性收入的增长幅度', 'a share'],
    ['40', '特设岗位不受岗位总量和结构比例限制', 'an exception'],
    ['50', '不得将职称、论文、奖项等作为申报的限制性条件', 'a prohibition'],
    ['60', '对存在科研失信行为的创新主体，在科技项目申报', 'a sanction with whom it hits'],
    ['75', '应当根据本条例的规定，制定具体政策措施', 'a clause that ends before its verb goes on to it'],
  ])('%s keeps %s: %s', (reference, kept) => {
    expect(textOf(reference)).toContain(kept);
  });

  test('says who and how strongly in the words of the law, and where', () => {
    expect(summary('23').points.at(-1)).toEqual({
      source: 'ordinance:23.4',
      who: '市国有资产监督管理部门',
      strength: '应当',
      text: '市国有资产监督管理部门应当健全鼓励国有企业研发的考核制度。',
    });
    expect(summary('12').points[1]).toMatchObject({ who: null, strength: '鼓励' });
    expect(summary('50').points[0]).toMatchObject({ strength: '不得' });
    expect(summary('10').points[0]).toMatchObject({ who: '本市', strength: '推动' });
    expect(summary('决定二').points[0]).toMatchObject({ strength: '應當' });
  });

  test('of a single paragraph speaks of that paragraph alone', () => {
    expect(summary('23.2').points.every(({ source }) => source === 'ordinance:23.2')).toBe(true);
  });
});

describe('the summary of a chapter or a document', () => {
  test('begins with why the text was made and since when it applies', () => {
    const [why, since] = summary('条例').points;
    expect(why?.text).toMatch(/^为了.*制定本条例。$/);
    expect(since?.text).toBe('本条例自2024年3月1日起施行。');
    expect(summary('决定').points[0]).toMatchObject({ source: 'jjj-decision' });
    expect(
      summary('方案')
        .points.slice(0, 4)
        .map(({ text }) => text)
        .join(''),
    ).toMatch(/制定本方案.*2027.*2035.*适用范围/);
  });

  test('lets every chapter speak, weightiest articles first chosen, then in the order of the text', () => {
    const spoken = summary('条例')
      .points.slice(2)
      .map(({ source }) => Number(source.replace(/.*:|\..*/g, '')));
    expect(spoken).toEqual(spoken.toSorted((a, b) => a - b));
    for (const { first, last } of corpus.document('ordinance')?.law.outline ?? [])
      expect(spoken.some((number) => number >= Number(first) && number <= Number(last))).toBe(true);
    expect(spoken).toContain(75);
  });

  test('is a fraction of its text', () => {
    expect(summary('条例').ratio).toBeLessThan(0.2);
    expect(summary('第四章').ratio).toBeLessThan(0.5);
    expect(summary('方案').ratio).toBeLessThan(0.1);
  });

  test('is the sum of a few articles where there are but a few', () => {
    expect(textOf('35-36')).toBe(`${textOf('35')}\n${textOf('36')}`);
  });
});

describe('sentences', () => {
  const parts = [
    ...['市人民政府应当制定规划', '支持企业', '不得以任何理由拒绝', '（一）建立制度', '为了发展', '2024年'],
    ...['《某法（试行）》规定的', '对符合条件的', 'ＡＩ技术', '“专精特新”园区', '2. 完善机制'],
  ];
  const mark = fc.constantFrom('，', '；', '。', '；\n', '。\n', ',', ';', '：\n');
  const paragraph = fc
    .tuple(fc.shuffledSubarray(parts, { minLength: 1 }), fc.infiniteStream(mark))
    .map(([chosen, marks]) => chosen.map((part) => part + marks.next().value).join(''));

  test('put together are the paragraph', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const together = readSentences(text).map((sentence) => join(sentence.segments.flat(), sentence));
        expect(together.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  test('shortened to whatever share are made of their own clauses, in order', () => {
    fc.assert(
      fc.property(paragraph, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        const short = shorten(readSentences(text), share, (clause) => clause.length).join('');
        expect(strayClause(short, text)).toBeNull();
        expect(lettersOf(short).length).toBeLessThanOrEqual(lettersOf(text).length);
      }),
    );
  });
});

import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { askComparison } from '../../src/corpus/compare/ask.ts';
import { type Comparison, compareEditions, type Place } from '../../src/corpus/compare/compare.ts';
import { inOrder, otherEdition } from '../../src/corpus/compare/editions.ts';
import { normalise } from '../../src/corpus/normalise.ts';
import type { Corpus, CorpusDocument, DocumentInfo, Unit } from '../../src/corpus/types.ts';

interface Golden {
  readonly pairs: readonly { readonly draft: readonly string[]; readonly final: readonly string[] }[];
  readonly moves: readonly { readonly draft: string; readonly final: string }[];
}

let corpus: Corpus;
let golden: Golden;
let comparison: Comparison;
const named = (id: string): CorpusDocument => {
  const document = corpus.document(id);
  if (!document) throw new Error(id);
  return document;
};

beforeAll(async () => {
  corpus = (await loadCorpus()).corpus;
  golden = JSON.parse(await readFile(new URL('../fixtures/alignment.json', import.meta.url), 'utf8'));
  comparison = compareEditions(named('ordinance-draft'), named('ordinance'));
});

const links = (pairs: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[]) =>
  pairs.flatMap(({ from, to }) => from.flatMap((a) => to.map((b) => `${a}→${b}`))).sort();
const printed = ({ unit, paragraph }: Place): string => `${unit}.${paragraph}`;
const about = (number: string) =>
  comparison.pairs.find(({ to }) => to.includes(number)) ?? expect.fail(`no pair holds ${number}`);
const marked = (number: string): string =>
  about(number)
    .redline.map(({ op, text }) => (op === '=' ? text : `[${op}${text}]`))
    .join('');

describe('the draft against the ordinance', () => {
  test('is aligned as a reader aligns it, but for two articles whose words the final hardly keeps', () => {
    const read = links(golden.pairs.map(({ draft, final }) => ({ from: draft, to: final })));
    const found = links(comparison.pairs);
    // Draft 62 left two characters in article 54; draft 64 and article 68 share their subject, not their wording.
    expect(read.filter((link) => !found.includes(link))).toEqual(['62→54', '64→68']);
    expect(found.filter((link) => !read.includes(link))).toEqual([]);
  });

  test('finds the paragraphs that went into another article', () => {
    expect(comparison.moves.map(({ from, to }) => `${printed(from)}→${printed(to)}`)).toEqual(
      golden.moves.map(({ draft, final }) => `${draft}→${final}`),
    );
  });

  test('says what became of each article', () => {
    const counts: Record<string, number> = {};
    for (const { kind } of comparison.pairs) counts[kind] = (counts[kind] ?? 0) + 1;
    expect(counts).toEqual({ changed: 56, merged: 10, split: 2, new: 5, dropped: 8 });
    expect(about('75')).toMatchObject({ from: [], kind: 'new', similarity: 0 });
    expect(about('23')).toMatchObject({ from: ['31'], kind: 'changed' });
    expect(about('38')).toMatchObject({ from: ['46'], to: ['38', '39', '46'], kind: 'split' });
  });

  test('holds every article of both in exactly one pair, in the order of the final', () => {
    const numbers = (document: CorpusDocument) => document.law.units.map(({ number }) => number);
    expect(comparison.pairs.flatMap(({ from }) => from).sort()).toEqual(numbers(comparison.from).sort());
    expect(comparison.pairs.flatMap(({ to }) => to).sort()).toEqual(numbers(comparison.to).sort());
    const firsts = comparison.pairs.flatMap(({ to }) => to.slice(0, 1)).map(Number);
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
  });

  test('keeps every letter of both sides in each redline, whole and paragraph by paragraph', () => {
    const textOf = (document: CorpusDocument, numbers: readonly string[]) =>
      document.law.units.filter(({ number }) => numbers.includes(number)).flatMap((unit) => unit.paragraphs);
    const side = (runs: Comparison['pairs'][number]['redline'], ops: string): string =>
      normalise(runs.flatMap(({ op, text }) => (ops.includes(op) ? [text] : [])).join(''));
    for (const { from, to, redline, rows } of comparison.pairs) {
      const before = textOf(comparison.from, from).map(normalise);
      const after = textOf(comparison.to, to).map(normalise);
      expect(side(redline, '=-')).toBe(before.join(''));
      expect(side(redline, '=+')).toBe(after.join(''));
      expect(rows.flatMap((row) => row.from.map(printed)).sort()).toEqual(
        textPlaces(comparison.from, from).sort(),
      );
      expect(rows.flatMap((row) => row.to.map(printed)).sort()).toEqual(textPlaces(comparison.to, to).sort());
    }
  });

  test.each([
    ['76', '本条例自2024年[-月 ][+3月1]日起施行。', 'a date that was left open'],
    ['8', '国有资产[-监管、][+监督管理、地方]金融监管', 'words change whole'],
    ['44', '人财物[-自主][+支配]权和技术路线决定权', 'a word for a word'],
    ['12', '[-，支持在重点学科和关键领域作出突出贡献的组织和个人]。', 'a clause goes with its comma'],
  ])('shows %s as %s: %s', (number, expected) => {
    expect(marked(number)).toContain(expected);
  });

  test('keeps no lone character between two changes', () => {
    const lone = comparison.pairs.flatMap(({ redline }) =>
      redline.slice(1, -1).filter(({ op, text }) => op === '=' && text.trim().length < 2),
    );
    expect(lone).toEqual([]);
  });

  test('shows a paragraph that only changed its number as kept', () => {
    expect(about('12').rows[0]).toMatchObject({
      from: [{ unit: '13', paragraph: 1 }],
      to: [{ unit: '12', paragraph: 1 }],
      kind: 'kept',
    });
  });
});

const textPlaces = (document: CorpusDocument, numbers: readonly string[]): string[] =>
  document.law.units
    .filter(({ number }) => numbers.includes(number))
    .flatMap(({ number, paragraphs }) => paragraphs.map((_, index) => `${number}.${index + 1}`));

describe('two editions of any law', () => {
  const edition = (units: readonly Unit[]): CorpusDocument => ({
    ...named('ordinance'),
    law: { ...named('ordinance').law, units },
  });
  const renumber = (units: readonly Unit[]): readonly Unit[] =>
    units.map((unit, index) => ({ ...unit, number: `${index + 1}` }));

  test('are the same article by article where only places, numbers, width and spaces differ', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...named('ordinance').law.units], { minLength: 76 }),
        fc.constantFrom('，', ' ', '​'),
        (shuffled, noise) => {
          const later = renumber(
            shuffled.map((unit) => ({
              ...unit,
              paragraphs: unit.paragraphs.map((text) =>
                text.replaceAll('，', noise === '，' ? ',' : `，${noise}`),
              ),
            })),
          );
          const { pairs } = compareEditions(edition(named('ordinance').law.units), edition(later));
          expect(pairs.every(({ kind, similarity }) => kind === 'kept' && similarity === 1)).toBe(true);
          for (const { from, to } of pairs) expect([shuffled[Number(to[0]) - 1]?.number]).toEqual(from);
        },
      ),
      { numRuns: 5 },
    );
  });

  test('tell what was left out from its neighbours, however alike they are', () => {
    const { units } = named('ordinance').law;
    const later = renumber(units.filter((_, index) => index % 7 !== 3));
    const { pairs } = compareEditions(edition(units), edition(later));
    expect(pairs.filter(({ kind }) => kind === 'dropped').map(({ from }) => from[0])).toEqual(
      units.filter((_, index) => index % 7 === 3).map(({ number }) => number),
    );
  });

  test('are aligned across scripts', () => {
    const decision = named('jjj-decision');
    const simplified = { ...decision, info: { ...decision.info, id: 'x', script: 'simplified' as const } };
    expect(compareEditions(decision, simplified).pairs.every(({ kind }) => kind === 'kept')).toBe(true);
  });

  test('of a handful of articles, or of none, are compared as well', () => {
    const [first, second] = named('ordinance').law.units;
    const one = edition(first ? [first] : []);
    expect(
      compareEditions(one, edition(second ? [second] : []))
        .pairs.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['dropped', 'new']);
    expect(compareEditions(one, edition([]))).toMatchObject({ pairs: [{ kind: 'dropped' }] });
    expect(compareEditions(edition([]), edition([])).pairs).toEqual([]);
  });
});

describe('a question', () => {
  const ask = (reference?: string, other?: string) => {
    const answer = askComparison({ reference, other }, corpus);
    return answer.ok ? answer.value : answer.error.code;
  };
  const found = (reference?: string, other?: string) => {
    const answer = ask(reference, other);
    return typeof answer === 'string'
      ? answer
      : answer.pairs.map(({ from, to }) => `${from}→${to}`).join(' ');
  };

  test.each([
    ['23', '31→23', 'an article of the final'],
    ['23.2', '31→23', 'a paragraph stands for its article'],
    ['草案31', '31→23', 'an article of the draft'],
    ['草案第四十六条', '46→38,39,46', 'all that it was split into'],
    ['39', '46→38,39,46', 'one of several'],
    ['75', '→75', 'what is new'],
    ['草案14', '14→', 'what was dropped'],
    ['35-36', '43→35 42→36', 'a range'],
    ['第七章', '→75 88→76', 'a chapter'],
    ['方案20', 'no-edition', 'a document of which there is but one edition'],
    ['第八十条', 'reference', 'a reference that names nothing'],
  ])('%s finds %s: %s', (reference, pairs) => {
    expect(found(reference)).toBe(pairs);
  });

  test('about nothing is about the whole of the ordinance, and so is one about all of it', () => {
    for (const reference of [undefined, '', '条例', '草案']) {
      const answer = ask(reference);
      if (typeof answer === 'string') expect.fail(answer);
      expect(answer.whole).toBe(true);
      expect(answer.pairs).toHaveLength(81);
    }
  });

  test('may name any other document', () => {
    expect(found('决定20', '条例')).toBe('20→76');
    expect(found('23', '无此文件')).toBe('no-such-document');
    expect(found('23', '条例')).toBe('no-edition');
  });

  test('tells what moved out of what was asked about, or into it', () => {
    const answer = ask('草案39');
    if (typeof answer === 'string') expect.fail(answer);
    expect(answer.moves.map(({ from, to }) => `${printed(from)}→${printed(to)}`)).toEqual([
      '39.1→19.2',
      '39.2→23.2',
    ]);
  });
});

describe('editions', () => {
  const document = (id: string, info: Partial<CorpusDocument['info']>): CorpusDocument => ({
    ...named('zgc-plan'),
    info: { ...named('zgc-plan').info, id, dates: {}, ...info },
  });
  const corpusOf = (...documents: CorpusDocument[]): Corpus => ({
    documents,
    document: (id) => documents.find(({ info }) => info.id === id),
  });

  test('are found by what is known of a draft, from either side', () => {
    expect(otherEdition(named('ordinance'), corpus)?.info.id).toBe('ordinance-draft');
    expect(otherEdition(named('ordinance-draft'), corpus)?.info.id).toBe('ordinance');
    expect(otherEdition(named('zgc-plan'), corpus)).toBeUndefined();
  });

  test.each([
    ['某市促进条例', '某市促进条例（2019年修正）', true, 'a revision'],
    ['某市促进条例', '某市促进条例(征求意见稿)', true, 'a draft by its title alone'],
    ['某市促进条例', '某市保障条例', false, 'another law'],
    ['某市（新区）促进条例', '某市促进条例', false, 'a bracket inside the title is part of it'],
  ])('%s and %s: %s (%s)', (a, b, same) => {
    const [one, other] = [document('a', { title: a }), document('b', { title: b })];
    expect(otherEdition(one, corpusOf(one, other)) === other).toBe(same);
  });

  test.each<[Partial<DocumentInfo>, Partial<DocumentInfo>, string, string]>([
    [{}, { draftOf: 'a' }, 'b', 'a draft comes before its final'],
    [{ draftOf: 'b' }, {}, 'a', 'from either side'],
    [{ dates: { effective: '2019-01-01' } }, { dates: { adopted: '2023-05-05' } }, 'a', 'the earlier date'],
    [{ dates: { adopted: '2023-05-05' } }, { dates: { effective: '2019-01-01' } }, 'b', 'the earlier date'],
    [{}, {}, 'b', 'without a date the one asked about is the later'],
  ])('%j and %j: %s is first, %s', (a, b, first) => {
    expect(inOrder(document('a', a), document('b', b)).from.info.id).toBe(first);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { coverage } from '../../src/ledger/coverage.ts';
import { measureOf } from './measure.ts';

const [ordinance] = (await loadCorpus()).corpus.documents;
if (!ordinance) throw new Error('no ordinance');
const now = new Date('2026-11-22T00:00:00Z');
const article = (measures: readonly ReturnType<typeof measureOf>[], number: string) =>
  coverage(ordinance, measures, now)
    .chapters.flatMap(({ articles }) => articles)
    .find((one) => one.number === number);

test('shows all 76 articles under their seven chapters, measures or not', () => {
  const { chapters, totals } = coverage(ordinance, [], now);
  expect(chapters.map(({ label, articles }) => `${label} ${articles.length}`)).toEqual([
    '第一章 12',
    '第二章 9',
    '第三章 16',
    '第四章 10',
    '第五章 18',
    '第六章 9',
    '第七章 2',
  ]);
  expect(totals).toMatchObject({ articles: 76, carriedOut: 0, followUps: 0, earlier: 0 });
});

test('counts the days without a measure from the day the ordinance took effect, or from the newest measure', () => {
  expect(article([], '23')).toMatchObject({ duty: true, followUps: 0, newest: null, daysWithout: 996 });
  const measures = [measureOf(), measureOf({ id: 'm2', date: '2026-11-20' })];
  expect(article(measures, '23')).toMatchObject({ followUps: 2, newest: '2026-11-20', daysWithout: 2 });
});

test('keeps what stood before the ordinance apart, unless it names an article', () => {
  expect(article([measureOf({ date: '2023-01-01' })], '23')).toMatchObject({ followUps: 0, earlier: 1 });
  const cites = [{ number: 23, score: 0.97, link: 'cites' as const, why: '第二十三条' }];
  expect(article([measureOf({ date: '2023-01-01', links: cites })], '23')).toMatchObject({
    followUps: 1,
    earlier: 0,
  });
});

test('does not count what explains or reports a measure', () => {
  const kinds = ['interpretation', 'news'] as const;
  expect(
    article(
      kinds.map((kind, at) => measureOf({ id: String(at), kind })),
      '23',
    ),
  ).toMatchObject({ followUps: 0 });
});

test('says which articles oblige nobody', () => {
  expect(article([], '2')).toMatchObject({ duty: false });
  expect(article([], '75')).toMatchObject({ duty: true });
});

test('shows every district, and a measure in the one that made it', () => {
  const { places } = coverage(ordinance, [measureOf({ issuer: '北京市海淀区人民政府' })], now);
  expect(places).toHaveLength(19);
  expect(places.filter(({ followUps }) => followUps > 0)).toMatchObject([
    { name: '海淀区', followUps: 1, articles: 1, newest: '2026-05-01' },
  ]);
});

test('tells a department what it must do and nobody has done', () => {
  const { departments } = coverage(ordinance, [measureOf()], now);
  const science = departments.find(({ name }) => name === '科学技术部门');
  expect(science).toMatchObject({ followUps: 1 });
  expect(science?.duties).toContain('23');
  expect(science?.open).not.toContain('23');
});

test('does not depend on the order of the measures', () => {
  const all = Array.from({ length: 12 }, (_, at) =>
    measureOf({
      id: String(at),
      date: `2026-0${1 + (at % 9)}-01`,
      links: [{ number: 1 + at * 5, score: 0.9, link: 'implements', why: '' }],
    }),
  );
  const expected = coverage(ordinance, all, now);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(coverage(ordinance, shuffled, now)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

test('shows a consultation as what is prepared, until what was consulted on is there', () => {
  const draft = measureOf({ id: 'draft', kind: 'consultation', family: 'one' });
  expect(article([draft], '23')).toMatchObject({ followUps: 0, preparing: 1, newest: null });
  expect(article([draft, measureOf({ family: 'one' })], '23')).toMatchObject({ followUps: 1, preparing: 0 });
  expect(article([draft, measureOf({ family: 'another' })], '23')).toMatchObject({
    followUps: 1,
    preparing: 1,
  });
});

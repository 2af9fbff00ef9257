import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { printAddress } from '../../src/corpus/address/print.ts';
import { prepareUnits } from '../../src/corpus/search/prepare.ts';
import { createSearch, type SearchOptions } from '../../src/corpus/search/search.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import { indexInMemory } from '../../src/store/searchIndex.ts';
import { sample } from './sample.ts';

const searchIn = (corpus: Corpus) => {
  return createSearch(corpus, indexInMemory(corpus.documents.flatMap(prepareUnits)));
};
const inSample = searchIn(sample);
const { corpus } = await loadCorpus();
const inCorpus = searchIn(corpus);

const find = (query: string, options: Partial<SearchOptions> = {}, search = inSample) => {
  const result = search.search(query, { limit: 10, ...options });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const addresses = (query: string, options: Partial<SearchOptions> = {}, search = inSample) =>
  find(query, options, search).hits.map(({ address }) => printAddress(address));

describe('search', () => {
  test.each<[string, string | undefined, string]>([
    ['第三条', 'ordinance:3', 'a reference'],
    ['3.2', 'ordinance:3.2', 'a reference to a paragraph'],
    ['草案15', 'ordinance-draft:15', 'a reference to another document'],
    ['永久居留', 'ordinance:10-1', 'a word of the text'],
    ['第二编第一章', 'ordinance:4', 'a chapter'],
    ['草案 开放共享', 'ordinance-draft:1', 'words in a document that is named first'],
    ['方案：创业投资', 'data-plan:2', 'words in a document that is named first'],
    ['草案 永久居留', 'ordinance:10-1', 'words that the named document does not have'],
    ['绿卡', 'ordinance:10-1', 'an everyday word'],
    ['綠卡', 'ordinance:10-1', 'an everyday word in Traditional'],
    ['外国人绿卡怎么申请', 'ordinance:10-1', 'a question'],
    ['永久居流', 'ordinance:10-1', 'a slip'],
    ['数据交易 风险', 'ordinance:11', 'several words'],
    ['軟體', 'joint-decision:1', 'a regional word for a regional text'],
    ['软件', 'joint-decision:1', 'the mainland word for a regional text'],
    ['高质量发展', 'joint-decision:2', 'the mainland word for a regional text'],
    ['风投', 'data-plan:2', 'a short name'],
    ['税', undefined, 'a character that stands nowhere'],
    ['险', 'ordinance:11', 'a character alone'],
    ['zzz', undefined, 'a word that stands nowhere'],
  ])('finds for %s first %s (%s)', (query, first) => {
    expect(addresses(query)[0]).toBe(first);
  });

  test('puts the ordinance in force before its draft', () => {
    const found = addresses('数据开放共享');
    expect(found).toContain('ordinance-draft:1');
    expect(found.indexOf('ordinance:3')).toBeLessThan(found.indexOf('ordinance-draft:1'));
  });

  test('shows a verbatim stretch of the text and where in it what was sought stands', () => {
    const { text, marks } = firstHit('软件');
    expect(text).toBe('推動數據開放共用，支援軟體開發。');
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['軟體']);
  });

  test('lists nothing twice, the referred article among the found ones', () => {
    const found = addresses('第十条之一 永久居留');
    expect(found[0]).toBe('ordinance:10-1');
    expect(new Set(found).size).toBe(found.length);
  });

  test.each<[Partial<SearchOptions>, string, string]>([
    [{ document: 'ordinance-draft' }, 'ordinance-draft:', 'document'],
    [{ status: 'draft' }, 'ordinance-draft:', 'status'],
    [{ document: 'ordinance', chapter: '第一编第二章' }, 'ordinance:', 'chapter'],
  ])('keeps to %j', (options, prefix) => {
    const found = addresses('数据', options);
    expect(found.length).toBeGreaterThan(0);
    for (const address of found) expect(address.startsWith(prefix)).toBe(true);
  });

  test('keeps to a chapter', () => {
    expect(addresses('数据', { chapter: '第二编第二章' }).sort()).toEqual([
      'ordinance:10',
      'ordinance:10-1',
      'ordinance:11',
    ]);
    expect(addresses('第三条', { chapter: '第二编第二章' })).toEqual([]);
  });

  test('reads a bare number within the document that is searched', () => {
    expect(addresses('2', { document: 'data-plan' })[0]).toBe('data-plan:2');
  });

  test('gives the same hits page by page as at once', () => {
    const { hits, total } = find('数据开放共享', { limit: 100 });
    expect(total).toBe(hits.length);
    const pages = Array.from({ length: Math.ceil(total / 4) }, (_, page) =>
      addresses('数据开放共享', { limit: 4, offset: page * 4 }),
    );
    expect(pages.flat()).toEqual(hits.map(({ address }) => printAddress(address)));
  });

  test.each([
    ['', 'empty', {}],
    ['　 \n', 'empty', {}],
    ['数'.repeat(201), 'too-long', {}],
    ['数据', 'no-such-document', { document: 'rules' }],
    ['数据', 'no-such-chapter', { chapter: '第九章' }],
  ])('does not search for %j: %s', (query, code, options) => {
    const result = inSample.search(query, { limit: 5, ...options });
    expect(!result.ok && result.error.code).toBe(code);
  });

  test.each([
    '"',
    "'; DROP TABLE unit; --",
    'NEAR(a b)',
    '*',
    '数据 OR',
    '\u0000',
    '\ud800数据',
    '()',
    '的',
    '？？',
  ])('answers %j like any other words', (query) => {
    expect(inSample.search(query, { limit: 5 }).ok).toBe(true);
  });
});

describe('search in the built-in documents', () => {
  test.each([
    ['新型研发机构', 'ordinance:25'],
    ['首台套', 'ordinance:34'],
    ['第七十五条', 'ordinance:75'],
    ['学术不端', 'ordinance:60'],
  ])('finds for %s first %s', (query, first) => {
    expect(addresses(query, {}, inCorpus)[0]).toBe(first);
  });

  test('shows stretches that stand in the text letter by letter', () => {
    for (const query of ['人工智慧倫理', '科技成果转化', '永居', '數據跨境'])
      for (const { snippet, document, address } of find(query, {}, inCorpus).hits) {
        const unit = corpus.document(document)?.law.units.find(({ number }) => number === address.unit);
        expect(unit?.paragraphs.join('\n')).toContain(snippet);
      }
  });
});

function firstHit(query: string) {
  const [hit] = find(query).hits;
  if (!hit) throw new Error(`nothing was found for ${query}`);
  return { text: hit.snippet, marks: hit.marks };
}

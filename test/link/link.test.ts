import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { type Labelled, score } from '../../bench/link/score.ts';
import { loadCorpus } from '../../corpus/index.ts';
import { loadTopics } from '../../corpus/topics.ts';
import { createLinker } from '../../src/link/link.ts';
import { REVIEW, TELL } from '../../src/link/thresholds.ts';

const { corpus } = await loadCorpus();
const link = createLinker(corpus, loadTopics());
const read = (name: string): Labelled[] =>
  readFileSync(new URL(`../fixtures/link/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const own = read('own');
/** What should become of a title, the articles of which one is right, and the title; judged before the linker had seen it. */
const readVerdicts = (): string[][] =>
  readFileSync(new URL('../fixtures/link/verdicts.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
const SCIENCE = '北京市科学技术委员会、中关村科技园区管理委员会';
const LAW = '《北京国际科技创新中心建设条例》';

describe('linking', () => {
  it('gives a cited article first, as cited, with the citation quoted', () => {
    const body = `落实${LAW}第三十二条第二款，支持平台建设。`;
    const result = link({ id: '1', title: '关于支持某平台的若干措施', body, source: SCIENCE });
    expect(result).toMatchObject({ relevant: true, kind: 'measure', cites: [32] });
    expect(result.articles[0]).toMatchObject({ number: 32, link: 'cites', why: `${LAW}第三十二条第二款` });
  });

  it('calls the same subject carried out after the ordinance, and related before it', () => {
    const entry = { id: '1', title: '北京市科技企业孵化器管理办法', source: SCIENCE };
    expect(link({ ...entry, date: '2025-01-01' }).articles[0]).toMatchObject({
      number: 37,
      link: 'implements',
    });
    expect(link({ ...entry, date: '2020-01-01' }).articles[0]).toMatchObject({ number: 37, link: 'related' });
  });

  it('calls what explains a measure related: it carries nothing out itself', () => {
    const explained = link({
      id: '1',
      title: '《北京市科技企业孵化器管理办法》政策解读',
      source: SCIENCE,
      date: '2025-01-01',
    });
    expect(explained.kind).toBe('interpretation');
    expect(explained.articles[0]).toMatchObject({ number: 37, link: 'related' });
  });

  it('quotes a Traditional entry in its own characters', () => {
    const result = link({ id: '1', title: '北京市技術轉移機構管理辦法', source: '北京市科學技術委員會' });
    expect(result.articles[0]).toMatchObject({ number: 32, why: '技術轉移機構' });
  });

  it('names the words of the topic that were found, in its own spelling, cited or not', () => {
    const entry = { id: '1', title: '支持青年科研人员和技術轉移機構的若干措施', source: SCIENCE };
    const words = (article: number, body = '') =>
      link({ ...entry, body }).articles.find(({ number }) => number === article)?.words;
    expect(words(45)).toContain('青年科研');
    expect(words(32)).toEqual(['技术转移']);
    expect(words(32, `落实${LAW}第三十二条。`)).toEqual(['技术转移']);
    expect(words(76, `依据${LAW}第七十六条。`)).toEqual([]);
  });

  it('says why an entry is not relevant', () => {
    const refusal = (title: string, source = SCIENCE) => link({ id: '1', title, source }).refusal;
    expect(refusal('上海市科技企业孵化器管理办法', '上海市科委')).toBe('elsewhere');
    expect(refusal('国务院关于孵化器的意见', '国务院')).toBe('national');
    expect(refusal('孵化器管理办法', '')).toBe('unknown-place');
    expect(refusal('北京市公园管理办法')).toBe('subject');
    expect(refusal('孵化器拟认定名单公示')).toBe('name-list');
  });

  it('keeps what is below telling for people to look at', () => {
    for (const entry of own) {
      const { articles, doubtful = [] } = link(entry);
      for (const { score } of articles) expect(score).toBeGreaterThanOrEqual(TELL);
      for (const { score } of doubtful) expect(score).toSatisfy((one: number) => one >= REVIEW && one < TELL);
    }
  });

  it('keeps for people to look at what its form or field refuses and a citation or term speaks for', () => {
    const held = (title: string, body = '') => link({ id: '1', title, body, source: SCIENCE });
    const list = '孵化器拟认定名单公示';
    expect(held(list).doubtful ?? []).toEqual([]);
    for (const [result, article] of [
      [held(list, `根据${LAW}第三十七条，现予公示。`), 37],
      [held('生物安全实验室突发事件应急预案'), 65],
    ] as const) {
      expect(result).toMatchObject({ relevant: false, articles: [], doubtful: [{ number: article }] });
      expect(result.doubtful?.[0]?.score).toBeGreaterThanOrEqual(REVIEW);
      expect(result.doubtful?.[0]?.score).toBeLessThan(TELL);
    }
  });

  it('shows evidence that stands in the entry, word for word', () => {
    for (const entry of own)
      for (const { why } of [...link(entry).articles, ...(link(entry).doubtful ?? [])]) {
        expect(why).not.toBe('');
        expect(`${entry.title}\n${entry.body ?? ''}\n${entry.source ?? ''}`).toContain(why);
      }
  });

  it('links a Traditional text as it links the Simplified one', () => {
    const convert = Converter({ from: 'cn', to: 'tw' });
    const verdict = (entry: Labelled) => {
      const { relevant, kind, cites, articles } = link(entry);
      return { relevant, kind, cites, articles: articles.map(({ number }) => number) };
    };
    for (const entry of own.filter((_, at) => at % 5 === 0))
      expect(verdict({ ...entry, title: convert(entry.title), source: convert(entry.source ?? '') })).toEqual(
        verdict(entry),
      );
  });

  it('reads of a title and of a source only as much as any has', () => {
    const far = '某'.repeat(600);
    expect(link({ id: '1', title: `${far}科技企业孵化器管理办法`, source: SCIENCE }).relevant).toBe(false);
    expect(link({ id: '1', title: '科技企业孵化器管理办法', source: `${far}${SCIENCE}` }).refusal).toBe(
      'unknown-place',
    );
  });

  it('is the same every time, and never throws, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        ...'第二十三条、至和《》〈〉（）()关于印发北京市《条例》科技创新的通知0９ \n\u{20bb7}條art.23-',
      ),
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, text, text, (title, body, source) => {
        const entry = { id: '1', title, body, source };
        expect(link(entry)).toEqual(link(entry));
      }),
    );
  });

  it.each(readVerdicts())('is a title to be %s, for Article %s: %s', (verdict, expected, title) => {
    const { relevant, articles, doubtful = [] } = link({ id: '1', title, source: SCIENCE });
    const numbers = [...articles, ...doubtful].map(({ number }) => number);
    const is = relevant ? 'told' : doubtful.length > 0 ? 'shown' : 'refused';
    expect(verdict.split('/')).toContain(is);
    if (expected !== '' && is !== 'refused')
      expect(expected.split(',').some((one) => numbers.includes(Number(one)))).toBe(true);
  });

  it('keeps to what it reached on our own labelled entries', () => {
    const scores = score(own.map((label) => [label, link(label)]));
    expect(scores.relevance.f1).toBeGreaterThan(0.98);
    expect(scores.kind).toBeGreaterThan(0.98);
    expect(scores.articles.f1).toBeGreaterThan(0.95);
    expect(scores.primaryInThree).toBeGreaterThan(0.98);
  });

  it('keeps to what it reached on entries that came after its vocabulary', () => {
    const scores = score(read('unseen').map((label) => [label, link(label)]));
    expect(scores.relevance.f1).toBeGreaterThan(0.95);
    expect(scores.kind).toBeGreaterThan(0.95);
    expect(scores.citations.f1).toBeGreaterThan(0.98);
    expect(scores.articles.f1).toBeGreaterThan(0.93);
    expect(scores.primaryInThree).toBeGreaterThan(0.93);
  });
});

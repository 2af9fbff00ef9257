/**
 * Finding: the words of the articles' topics in a text.
 */
import { BODIES } from './bodies.ts';
import { createScanner, type Hit } from './scan.ts';
import type { ArticleTopics } from './topics.ts';

/** A word of a topic that was found. `from` and `to` are offsets in the text; `weight`, 0…1, is how much it says for the article. */
export interface Found {
  /** As the topic writes it. */
  readonly word: string;
  readonly role: Role;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** What a word is in its topic: see `ArticleTopic`. */
export type Role = 'term' | 'hint' | 'scope';

interface Term {
  readonly article: number;
  readonly role: Role;
  /** As the topic writes it. */
  readonly word: string;
  /** Words that must stand in one sentence; the first is the subject, the others tell what of it. */
  readonly parts: readonly number[];
}

const WEIGHT: Readonly<Record<Role, number>> = { term: 0.8, hint: 0.16, scope: 0.8 };
/** Characters between the parts of a term at which it says half as much. */
const LOOSE = 20;
/** What makes a scope the subject: it is to be developed, not sold, counted or forbidden. Without it a scope says this much less. */
const UNDEVELOPED = 0.7;
const DEVELOPS =
  /发展|创新|产业|支持|促进|推进|推动|加快|培育|行动|高地|集群|攻关|扶持|示范|先导|生态|赋能|标杆|应用|若干(?:措施|政策)|规划|三年|建设|条例|[十\d]条|奖励|补贴|资助|办法|措施|方案|资金|专项|课题|申报|征集|举措/;

/** By article. */
export type Finding = ReadonlyMap<number, readonly Found[]>;

/**
 * A function that finds the topics' words in a folded text. What stands inside the name of a body is left out (市知识产权局 says
 * nothing of 知识产权), unless the text is such a name itself.
 */
export function createFinder(topics: ArticleTopics): (text: string, isName?: boolean) => Finding {
  const words: string[] = BODIES.flatMap((body) => body.names);
  const bodies = words.length;
  const indexes = new Map(words.map((word, index) => [word, index]));
  const index = (word: string): number => {
    const known = indexes.get(word) ?? words.push(word) - 1;
    indexes.set(word, known);
    return known;
  };
  const terms: Term[] = [...topics].flatMap(([article, topic]) => {
    const list = (role: Role, texts: readonly string[]) =>
      texts.map((word) => ({ article, role, word, parts: word.toLowerCase().split('+').map(index) }));
    return [...list('term', topic.terms), ...list('hint', topic.hints), ...list('scope', topic.scopes ?? [])];
  });
  const scan = createScanner(words);
  const byWord = words.map((_, word) => terms.filter(({ parts }) => parts.includes(word)));
  /** The articles whose subject this word alone names. */
  const subjects = byWord.map(
    (own) =>
      new Set(
        own.filter(({ role, parts }) => role === 'term' && parts.length === 1).map((term) => term.article),
      ),
  );
  /** A short word inside a longer one that names another article's subject is not its own: 基金 in 自然科学基金. */
  const isOwn = (hit: Hit, article: number, hits: readonly Hit[]): boolean =>
    !hits.some((other) => {
      const names = subjects[other.word];
      return names !== undefined && names.size > 0 && isInside(hit, other) && !names.has(article);
    });

  return (text, isName = false) => {
    const found = new Map<number, Found[]>();
    const all = scan(text);
    const shadows = isName ? [] : all.filter((hit) => hit.word < bodies);
    const hits = all.filter((hit) => hit.word >= bodies && !shadows.some((shadow) => isInside(hit, shadow)));
    for (const sentence of bySentence(text, hits)) {
      const develops = DEVELOPS.test(sentence.text);
      for (const term of new Set(sentence.hits.flatMap((hit) => byWord[hit.word] ?? []))) {
        const parts = term.parts.map((part, at) =>
          sentence.hits.find(
            (hit) => hit.word === part && (at > 0 || isOwn(hit, term.article, sentence.hits)),
          ),
        );
        if (!parts.every((part) => part !== undefined)) continue;
        const from = Math.min(...parts.map((part) => part.from));
        const to = Math.max(...parts.map((part) => part.to));
        const gap = to - from - parts.reduce((length, part) => length + part.to - part.from, 0);
        const sure = term.role !== 'scope' || develops ? 1 : UNDEVELOPED;
        const weight = (sure * WEIGHT[term.role]) / (1 + Math.max(0, gap) / LOOSE);
        const list = found.get(term.article) ?? [];
        list.push({ word: term.word, role: term.role, from, to, weight });
        found.set(term.article, list);
      }
    }
    return found;
  };
}

function isInside(hit: Hit, other: Hit): boolean {
  return other.from <= hit.from && hit.to <= other.to && other.to - other.from > hit.to - hit.from;
}

function bySentence(text: string, hits: readonly Hit[]): { readonly text: string; readonly hits: Hit[] }[] {
  const sentences: { text: string; hits: Hit[] }[] = [];
  let end = 0;
  for (const hit of hits.toSorted((a, b) => a.from - b.from)) {
    if (hit.from >= end || sentences.length === 0) {
      const start = end;
      const stop = text.slice(hit.from).search(/[。;!?\n]/);
      end = stop < 0 ? text.length : hit.from + stop + 1;
      sentences.push({ text: text.slice(start, end), hits: [] });
    }
    sentences.at(-1)?.hits.push(hit);
  }
  return sentences;
}

/**
 * Matching: which articles an entry is about, by the words it shares with their topics.
 */
import type { Corpus } from '../corpus/types.ts';
import { BODIES } from './bodies.ts';
import type { Reading } from './read.ts';
import { createScanner, type Hit } from './scan.ts';
import type { Topics } from './topics.ts';

/** A word of a topic found in an entry. `from` and `to` are offsets in the zone's folded text. */
export interface Evidence {
  readonly zone: 'title' | 'body';
  readonly from: number;
  readonly to: number;
  /** What it counted for. */
  readonly weight: number;
}

export interface Match {
  readonly article: number;
  /** 0…1, not yet a probability. */
  readonly strength: number;
  /** Heaviest first. */
  readonly evidence: readonly Evidence[];
}

/** A term of a topic: its parts must stand in one sentence. */
interface Term {
  readonly article: number;
  readonly parts: readonly number[];
  readonly weight: number;
}

/** What a word that names the subject counts for, and what one that only goes with it does. */
const TERM_WEIGHT = 0.8;
const HINT_WEIGHT = 0.16;
/** A title says what an entry is about; a body also says what it touches. */
const BODY_SHARE = 0.4;
/** How much of a body is read for its subject: the opening of a document, not its every chapter. */
const BODY_OPENING = 400;

/** A function that returns every article with at least one word in the entry, strongest first. */
export function createMatcher(_corpus: Corpus, topics: Topics): (reading: Reading) => Match[] {
  const { words, terms, bodies } = compile(topics);
  const scan = createScanner(words);
  const termsOfWord = new Map<number, Term[]>();
  for (const term of terms)
    for (const part of term.parts) termsOfWord.set(part, [...(termsOfWord.get(part) ?? []), term]);

  function weigh(text: string, zone: Evidence['zone'], into: Map<number, Evidence[]>, skip: number): void {
    const hits = dropShadowed(scan(text), bodies).filter((hit) => hit.from >= skip);
    if (hits.length === 0) return;
    for (const sentence of bySentence(text, hits)) {
      const first = new Map<number, Hit>();
      for (const hit of sentence) if (!first.has(hit.word)) first.set(hit.word, hit);
      const tried = new Set<Term>();
      for (const word of first.keys())
        for (const term of termsOfWord.get(word) ?? []) {
          if (tried.has(term)) continue;
          tried.add(term);
          const parts = term.parts.map((part) => first.get(part));
          if (!parts.every((part) => part !== undefined)) continue;
          // A short word inside a longer subject is not that subject: 基金 in 自然科学基金.
          if (
            term.parts.length === 1 &&
            parts[0] !== undefined &&
            isInside(parts[0], sentence, termsOfWord, term.article)
          )
            continue;
          const from = Math.min(...parts.map((part) => part.from));
          const to = Math.max(...parts.map((part) => part.to));
          const weight = term.weight * (zone === 'title' ? 1 : BODY_SHARE);
          into.set(term.article, [...(into.get(term.article) ?? []), { zone, from, to, weight }]);
        }
    }
  }

  return ({ title, body, issuerEnd }) => {
    const evidence = new Map<number, Evidence[]>();
    weigh(title.text, 'title', evidence, issuerEnd);
    weigh(body.text.slice(0, BODY_OPENING), 'body', evidence, 0);
    return [...evidence]
      .map(([article, found]) => ({
        article,
        strength: 1 - found.reduce((doubt, { weight }) => doubt * (1 - weight), 1),
        evidence: found.sort((a, b) => b.weight - a.weight),
      }))
      .sort((a, b) => b.strength - a.strength);
  };
}

function compile(topics: Topics): { words: string[]; terms: Term[]; bodies: Set<number> } {
  const words: string[] = [];
  const indexes = new Map<string, number>();
  const index = (word: string): number => {
    const known = indexes.get(word);
    if (known !== undefined) return known;
    indexes.set(word, words.length);
    return words.push(word) - 1;
  };
  const holders = new Map<string, number>();
  for (const { terms, hints } of topics.values())
    for (const term of [...terms, ...hints]) holders.set(term, (holders.get(term) ?? 0) + 1);
  const terms: Term[] = [];
  for (const [article, topic] of topics)
    for (const [list, weight] of [
      [topic.terms, TERM_WEIGHT],
      [topic.hints, HINT_WEIGHT],
    ] as const)
      for (const term of list)
        terms.push({
          article,
          parts: term.toLowerCase().split('+').map(index),
          // A word that several articles share says less for each.
          weight: weight / Math.sqrt(holders.get(term) ?? 1),
        });
  const bodies = new Set(BODIES.flatMap((body) => body.names).map(index));
  return { words, terms, bodies };
}

/** Without what stands inside the name of a body: 知识产权 in 北京市知识产权局. */
function dropShadowed(hits: readonly Hit[], bodies: ReadonlySet<number>): Hit[] {
  const shadows = hits.filter((hit) => bodies.has(hit.word));
  if (shadows.length === 0) return [...hits];
  return hits.filter((hit) => !shadows.some((shadow) => shadow.from <= hit.from && hit.to <= shadow.to));
}

function isInside(
  hit: Hit,
  hits: readonly Hit[],
  termsOfWord: ReadonlyMap<number, Term[]>,
  article: number,
): boolean {
  return hits.some(
    (other) =>
      other.from <= hit.from &&
      hit.to <= other.to &&
      other.to - other.from > hit.to - hit.from &&
      (termsOfWord.get(other.word) ?? []).some(
        (term) => term.parts.length === 1 && term.weight > HINT_WEIGHT,
      ) &&
      !(termsOfWord.get(other.word) ?? []).some((term) => term.article === article),
  );
}

function bySentence(text: string, hits: readonly Hit[]): Hit[][] {
  const groups = new Map<number, Hit[]>();
  for (const hit of hits) {
    let start = hit.from;
    while (start > 0 && !'。;!?'.includes(text.charAt(start - 1))) start -= 1;
    groups.set(start, [...(groups.get(start) ?? []), hit]);
  }
  return [...groups.values()];
}

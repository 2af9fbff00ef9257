import type { EntryText, LinkResult } from '../../src/link/types.ts';

/** One line of a labelled file. */
export interface Labelled extends EntryText {
  readonly relevant: boolean;
  readonly kind: string;
  readonly primary: readonly number[];
  readonly acceptable: readonly number[];
  readonly cites: readonly number[];
}

export interface Rate {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Scores {
  readonly entries: number;
  readonly relevance: Rate;
  readonly kind: number;
  readonly citations: Rate;
  readonly articles: Rate;
  readonly primaryInThree: number;
}

/** Scores as `../shared/link/README.md` has them: an acceptable article is neither a hit nor a miss. */
export function score(pairs: readonly (readonly [Labelled, LinkResult])[]): Scores {
  const relevance = { hit: 0, wrong: 0, missed: 0 };
  const citations = { hit: 0, wrong: 0, missed: 0 };
  const articles = { hit: 0, wrong: 0, missed: 0 };
  let kinds = 0;
  let relevant = 0;
  let within = 0;
  let withPrimary = 0;
  for (const [label, result] of pairs) {
    count(relevance, label.relevant ? [1] : [], result.relevant ? [1] : []);
    count(citations, label.cites, result.cites);
    const named = result.articles.map(({ number }) => number);
    count(articles, label.primary, named, label.acceptable);
    if (label.relevant) relevant += 1;
    if (label.relevant && label.kind === result.kind) kinds += 1;
    if (label.primary.length === 0) continue;
    withPrimary += 1;
    if (named.slice(0, 3).some((number) => label.primary.includes(number))) within += 1;
  }
  return {
    entries: pairs.length,
    relevance: rate(relevance),
    kind: kinds / relevant,
    citations: rate(citations),
    articles: rate(articles),
    primaryInThree: within / withPrimary,
  };
}

interface Tally {
  hit: number;
  wrong: number;
  missed: number;
}

function count(
  tally: Tally,
  wanted: readonly number[],
  given: readonly number[],
  either: readonly number[] = [],
): void {
  for (const number of given)
    if (wanted.includes(number)) tally.hit += 1;
    else if (!either.includes(number)) tally.wrong += 1;
  tally.missed += wanted.filter((number) => !given.includes(number)).length;
}

function rate({ hit, wrong, missed }: Tally): Rate {
  // Nothing given is nothing wrong, and nothing wanted nothing missed.
  const precision = hit + wrong === 0 ? 1 : hit / (hit + wrong);
  const recall = hit + missed === 0 ? 1 : hit / (hit + missed);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

/** Of links given about this score, how many are right: rows of a reliability table. */
export function reliability(pairs: readonly (readonly [Labelled, LinkResult])[]): string[] {
  const bins = Array.from({ length: 10 }, () => ({ links: 0, right: 0, promised: 0 }));
  for (const [label, result] of pairs)
    for (const link of [...result.articles, ...(result.doubtful ?? [])]) {
      if (label.acceptable.includes(link.number)) continue;
      const bin = bins[Math.min(9, Math.floor(link.score * 10))];
      if (bin === undefined) continue;
      bin.links += 1;
      bin.promised += link.score;
      if (label.primary.includes(link.number)) bin.right += 1;
    }
  return bins.flatMap(({ links, right, promised }, at) =>
    links === 0
      ? []
      : [
          `  ${(at / 10).toFixed(1)}–${((at + 1) / 10).toFixed(1)}  ${String(links).padStart(4)} links  promised ${(promised / links).toFixed(2)}  right ${(right / links).toFixed(2)}`,
        ],
  );
}

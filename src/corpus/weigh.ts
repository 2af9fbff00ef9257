/**
 * How much two texts have in common: the pairs of characters they share, each weighed by how rare it is in the documents
 * at hand. 科技创新 is in every article and tells nothing; 孵化 tells a lot.
 */
import { plainText, tokenise } from './search/tokenise.ts';

/** A text as it is compared: its pairs of characters, how often each occurs, how much it weighs. */
export interface Weighed {
  readonly terms: ReadonlyMap<string, { readonly count: number; readonly weight: number }>;
  readonly total: number;
}

/** What so many texts say tells them apart no more; leaving it out keeps long laws quick. */
const COMMONPLACE = 100;

/** A scale for texts of the same documents: rare is what few of `texts` say. */
export function createScale(texts: readonly string[]): (text: string) => Weighed {
  const spread = new Map<string, number>();
  for (const text of texts)
    for (const term of new Set(termsOf(text))) spread.set(term, (spread.get(term) ?? 0) + 1);
  return (text) => {
    const terms = new Map<string, { count: number; readonly weight: number }>();
    let total = 0;
    for (const term of termsOf(text)) {
      const holders = spread.get(term) ?? 1;
      if (holders > COMMONPLACE) continue;
      const known = terms.get(term);
      const weight = known?.weight ?? Math.log(1 + texts.length / holders) ** 2;
      if (known) known.count += 1;
      else terms.set(term, { count: 1, weight });
      total += weight;
    }
    return { terms, total };
  };
}

const termsOf = (text: string): readonly string[] => tokenise(plainText(text));

/** 0…1: the weight of what both say, by the geometric mean of what each says. */
export function likeness(a: Weighed, b: Weighed): number {
  let shared = 0;
  for (const [term, { count, weight }] of a.terms)
    shared += weight * Math.min(count, b.terms.get(term)?.count ?? 0);
  return shared === 0 ? 0 : shared / Math.sqrt(a.total * b.total);
}

/** What a text says beyond another. */
export function remainder(text: Weighed, other: Weighed): Weighed {
  const terms = new Map<string, { count: number; weight: number }>();
  let total = 0;
  for (const [term, { count, weight }] of text.terms) {
    const left = count - (other.terms.get(term)?.count ?? 0);
    if (left <= 0) continue;
    terms.set(term, { count: left, weight });
    total += left * weight;
  }
  return { terms, total };
}

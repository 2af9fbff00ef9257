/**
 * Calibrating: from what speaks for an article to how likely it is right.
 */
import type { Signals } from './match.ts';

/** A citation is right unless the number was misread. */
export const CITED = 0.97;

/** A word of broad scope counts for this much where the title names the subject of another article. */
const SCOPE_BESIDE_SUBJECT = 0.5;
/** How much of a subject another article's title words must show for that. */
const SUBJECT = 0.5;
/** Words of the body count for this much where the title says nothing, and the issuer's name always. */
const BODY = 0.65;
const ISSUER = 0.4;

/**
 * What is told of one article in one entry, in the order of `Weights`: 1, the strength of its words, how far it is behind the
 * strongest article, whether the entry cites articles (it has then said which they are), and the wording shared with the law.
 */
export type Features = readonly [number, number, number, number, number];
export type Weights = Features;

/** Fitted by logistic regression on labelled entries: `node bench/link.ts --fit` prints them. */
export const LINK_WEIGHTS: Weights = [-5.6, 9.8, -1.9, -1.5, 1.9];
const RELEVANCE = { bias: -4, best: 8 };

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The features of every article that something in an entry speaks for. */
export function linkFeatures(signals: ReadonlyMap<number, Signals>, cites: boolean): Map<number, Features> {
  const all = [...signals];
  const named = Math.max(0, ...all.map(([, { title, scope }]) => Math.max(title, scope)));
  const subjects = all.filter(([, { title }]) => title >= SUBJECT).map(([article]) => article);
  const strengths = all.map(([article, { title, scope, body, issuer }]) => {
    const beside = subjects.some((other) => other !== article);
    const subject = Math.max(title, scope * (beside ? SCOPE_BESIDE_SUBJECT : 1));
    return 1 - (1 - subject) * (1 - BODY * body * (1 - named)) * (1 - ISSUER * issuer);
  });
  const best = Math.max(0, ...strengths);
  return new Map(
    all.map(([article, { wording }], at) => {
      const strength = strengths[at] ?? 0;
      return [article, [1, strength, best - strength, cites ? 1 : 0, wording]];
    }),
  );
}

/** The probability that an entry regulates the subject of an article of these features. */
export function linkProbability(features: Features, weights: Weights): number {
  return logistic(features.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), 0));
}

/** The probability that an entry of an acceptable form and place is relevant, from its best link. */
export function relevanceProbability(best: number): number {
  return logistic(RELEVANCE.bias + RELEVANCE.best * best);
}

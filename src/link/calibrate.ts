/**
 * Calibrating: from what was found to how likely it is right.
 */

/** A citation is right unless the number was misread. */
export const CITED = 0.97;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The probability that an entry regulates the subject of an article matched with `strength`, where the best match has `best`.
 * An entry that writes out its articles has said which they are: others must show more.
 */
export function linkProbability(strength: number, best: number, cites: boolean): number {
  return logistic(-5.5 + 8 * strength - 3 * (best - strength) - (cites ? 4 : 0));
}

/** The probability that an entry of an acceptable form and place is relevant, from its best link. */
export function relevanceProbability(best: number): number {
  return logistic(-3 + 7 * best);
}

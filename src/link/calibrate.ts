/**
 * Calibrating: from what speaks for an article to how likely it is right.
 */
import type { Signals } from './match.ts';

/** A citation is right unless the number was misread. */
export const CITED = 0.97;

/** A name of an industry or a place counts for this much where the title names the subject of another article. */
const SCOPE_BESIDE_SUBJECT = 0.5;
/** Words of the body count for this much where the title says nothing. */
const BODY = 0.5;
/** The issuer's name counts for this much. */
const ISSUER = 0.4;

/** Fitted by logistic regression (`bench/link.ts --fit`). */
const LINK = { bias: -5.7, strength: 9.5, behind: -2.4, cited: -2.8, wording: 2.9 };
const RELEVANCE = { bias: -4, best: 8 };

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The probability, by article, that an entry regulates its subject, from what speaks for each article in that entry. */
export function linkProbabilities(
  signals: ReadonlyMap<number, Signals>,
  cites: boolean,
): Map<number, number> {
  const all = [...signals];
  const named = Math.max(0, ...all.map(([, { title, scope }]) => Math.max(title, scope)));
  const strengths = all.map(([article, { title, scope, body, issuer, wording }]) => {
    const beside = all.some(([other, signal]) => other !== article && signal.title >= 0.5);
    const subject = Math.max(title, scope * (beside ? SCOPE_BESIDE_SUBJECT : 1));
    const strength = 1 - (1 - subject) * (1 - BODY * body * (1 - named)) * (1 - ISSUER * issuer);
    return { article, strength, wording };
  });
  const best = Math.max(0, ...strengths.map(({ strength }) => strength));
  return new Map(
    strengths.map(({ article, strength, wording }) => [
      article,
      logistic(
        LINK.bias +
          LINK.strength * strength +
          LINK.behind * (best - strength) +
          (cites ? LINK.cited : 0) +
          LINK.wording * wording,
      ),
    ]),
  );
}

/** The probability that an entry of an acceptable form and place is relevant, from its best link. */
export function relevanceProbability(best: number): number {
  return logistic(RELEVANCE.bias + RELEVANCE.best * best);
}

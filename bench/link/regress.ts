import type { Features, Weights } from '../../src/link/calibrate.ts';

export interface Sample {
  readonly features: Features;
  readonly right: boolean;
}

/** A light pull of the weights towards 0, so that a feature seen in few entries decides little. */
const RIDGE = 0.3;

/**
 * Labels are opinions, and the vocabulary was made with some of them in sight: an entry that nobody has seen keeps less of its
 * promise. A right label counts as this probability, so that scores stay modest.
 */
const LABEL_TRUST = 0.98;

/** Logistic regression by gradient descent with momentum; deterministic. */
export function regress(samples: readonly Sample[]): Weights {
  const weights: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const speed = weights.map(() => 0);
  for (let step = 0; step < 3000; step += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : RIDGE * weight));
    for (const { features, right } of samples) {
      const sum = features.reduce((total, feature, at) => total + feature * (weights[at] ?? 0), 0);
      const miss = 1 / (1 + Math.exp(-sum)) - (right ? LABEL_TRUST : 0);
      features.forEach((feature, at) => {
        slope[at] = (slope[at] ?? 0) + miss * feature;
      });
    }
    slope.forEach((value, at) => {
      speed[at] = 0.9 * (speed[at] ?? 0) - 0.02 * value;
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    });
  }
  return weights;
}

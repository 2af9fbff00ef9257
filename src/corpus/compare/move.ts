/**
 * Paragraphs that went into an article other than the one their own article became: 草案第三十九条第一款 is 第十九条第二款.
 */
import { likeness, remainder, type Weighed } from '../weigh.ts';

export interface Move<Place> {
  readonly from: Place;
  readonly to: Place;
}

interface Paragraph<Place> {
  readonly place: Place;
  readonly weighed: Weighed;
}

/** A paragraph of the later edition with those of the earlier one that it is known to come from. */
export interface Known<Place> extends Paragraph<Place> {
  readonly sources: readonly Weighed[];
}

/**
 * A paragraph without a partner in its own article has moved where it is so much like another that no chance explains it,
 * and as much like what that one's own sources leave unexplained: a list of bodies that both happen to name is no move.
 */
const MOVED = 0.2;

/** Where each of the `left` paragraphs went, if anywhere. */
export function findMoves<Place>(
  left: readonly Paragraph<Place>[],
  known: readonly Known<Place>[],
): readonly Move<Place>[] {
  return left.flatMap(({ place, weighed }) => {
    let best: { readonly to: Place; readonly likeness: number } | null = null;
    for (const { place: to, weighed: whole, sources } of known) {
      if (likeness(weighed, whole) < MOVED) continue;
      const adds = likeness(weighed, sources.reduce(remainder, whole));
      if (adds >= MOVED && adds > (best?.likeness ?? 0)) best = { to, likeness: adds };
    }
    return best ? [{ from: place, to: best.to }] : [];
  });
}

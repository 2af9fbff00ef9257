/**
 * The stretches of words that two texts share. Plain texts: folded, without white space.
 */

import { runs } from '../search/tokenise.ts';
import { segmenter } from '../segment.ts';

/** Words that only join others, at the ends of a shared stretch: 的科技成果和. */
const JOINTS = /^[的和等与及或在为对将把以从由向]+|[的和等与及或在为对将把以从由向]+$/g;

/** The longest stretches of whole words that both texts have, each once and none inside another. */
export function sharedPieces(plain: string, other: string): readonly string[] {
  const pieces = new Set<string>();
  for (const run of runs(plain)) {
    const words = [...segmenter('word').segment(run)].map(({ segment }) => segment);
    for (let at = 0; at < words.length; ) {
      let end = at;
      while (end < words.length && other.includes(words.slice(at, end + 1).join(''))) end += 1;
      const piece = words.slice(at, end).join('').replace(JOINTS, '');
      if (piece.length >= 2) pieces.add(piece);
      at = Math.max(end, at + 1);
    }
  }
  return [...pieces].filter(
    (piece) => ![...pieces].some((longer) => longer !== piece && longer.includes(piece)),
  );
}

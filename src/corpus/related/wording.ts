/**
 * The wording of texts: pairs of neighbouring characters, which need no dictionary, and the stretches of words two texts share. Plain
 * texts: folded, without white space.
 */

const RUN = /[\u4e00-\u9fff]{2,}|[a-z0-9]{2,}/g;
/** Words that only join others, at the ends of a shared stretch: 的科技成果和. */
const JOINTS = /^[的和等与及或在为对将把以从由向]+|[的和等与及或在为对将把以从由向]+$/g;

/** Every pair of neighbouring characters, once. */
export function pairsOf(plain: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const run of plain.match(RUN) ?? [])
    for (let at = 0; at + 2 <= run.length; at += 1) pairs.add(run.slice(at, at + 2));
  return pairs;
}

/** The longest stretches of whole words that both texts have, each once and none inside another. */
export function sharedPieces(plain: string, other: string): readonly string[] {
  const pieces = new Set<string>();
  for (const run of plain.match(RUN) ?? []) {
    const words = [...segmenter.segment(run)].map(({ segment }) => segment);
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

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

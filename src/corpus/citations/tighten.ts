/**
 * The form in which mentions are looked for: folded, without white space, which people and pages put anywhere.
 */
import { type Folded, foldWithOrigins } from '../fold.ts';

export function tighten(text: string): Folded {
  const folded = foldWithOrigins(text);
  const kept = [...folded.text.matchAll(/\S/g)].map(({ index }) => index);
  return {
    text: folded.text.replace(/\s+/g, ''),
    original: (from, to) => {
      const last = kept[to - 1];
      return folded.original(
        kept[from] ?? folded.text.length,
        last === undefined ? folded.text.length : last + 1,
      );
    },
  };
}

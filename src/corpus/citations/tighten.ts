/**
 * The form in which mentions are looked for: folded, without white space, which people and pages put anywhere. Between Arabic
 * digits one space stays: 2 3 is not 23.
 */
import { evenMarks } from '../address/marks.ts';
import { type Folded, foldWithOrigins } from '../fold.ts';

const KEPT = /\S|(?<=\d)\s(?=\s*\d)/g;

export function tighten(text: string): Folded {
  const folded = foldWithOrigins(evenMarks(text));
  const kept = [...folded.text.matchAll(KEPT)].map(({ index }) => index);
  return {
    text: kept.map((at) => folded.text.charAt(at).replace(/\s/, ' ')).join(''),
    original: (from, to) => {
      const last = kept[to - 1];
      return folded.original(
        kept[from] ?? folded.text.length,
        last === undefined ? folded.text.length : last + 1,
      );
    },
  };
}

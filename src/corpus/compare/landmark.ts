/**
 * A place that two long texts surely share, where they can be parted and compared piece by piece.
 */
import type { Token } from './tokens.ts';

/** So many characters in a row, found once in either text, are taken for the same place. */
const LENGTH = 12;

/** A stretch that both texts have. */
export interface Landmark {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** The shared stretch around the landmark nearest to the middle of `from`; null where there is none. */
export function findLandmark(from: readonly Token[], to: readonly Token[]): Landmark | null {
  const inTo = singular(to);
  const middle = from.length / 2;
  let best: readonly [from: number, to: number] | null = null;
  for (const [stretch, atFrom] of singular(from)) {
    const atTo = inTo.get(stretch);
    if (atTo === undefined) continue;
    if (!best || Math.abs(atFrom - middle) < Math.abs(best[0] - middle)) best = [atFrom, atTo];
  }
  return best && extend(best, from, to);
}

function extend(
  [atFrom, atTo]: readonly [number, number],
  from: readonly Token[],
  to: readonly Token[],
): Landmark {
  const same = (offset: number): boolean => {
    const [a, b] = [from[atFrom + offset], to[atTo + offset]];
    return a !== undefined && b !== undefined && a.key === b.key;
  };
  let start = 0;
  while (same(start - 1)) start -= 1;
  let end = 0;
  while (same(end)) end += 1;
  return { from: atFrom + start, to: atTo + start, length: end - start };
}

/** Where each stretch of that length is that occurs once. */
function singular(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let at = 0; at + LENGTH <= tokens.length; at += 1) {
    const stretch = tokens
      .slice(at, at + LENGTH)
      .map(({ key }) => key)
      .join('');
    if (places.has(stretch)) repeated.add(stretch);
    places.set(stretch, at);
  }
  for (const stretch of repeated) places.delete(stretch);
  return places;
}

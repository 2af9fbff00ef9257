/** How much texts have in common. */

/** Letters and digits alone, as they are written. */
export const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

function gramsOf(text: string, size: number): Set<string> {
  const grams = new Set<string>();
  for (let at = 0; at + size <= text.length; at += 1) grams.add(text.slice(at, at + size));
  return grams;
}

/** 0…1: how many of the pairs of letters of two texts they have in common. */
export function likeness(a: string, b: string): number {
  const [one, other] = [gramsOf(a, 2), gramsOf(b, 2)];
  return (2 * one.intersection(other).size) / Math.max(one.size + other.size, 1);
}

/**
 * Which share of the runs of `size` letters of the one with fewer the other has, too: 1 where one is part of the other, 0 where nothing
 * is shared. Of letters alone; one that is shorter than a run has nothing by which it could be told from another (1).
 */
export function overlap(a: string, b: string, size: number): number {
  const [some, more] = [gramsOf(a, size), gramsOf(b, size)].sort((one, other) => one.size - other.size);
  if (some === undefined || more === undefined || some.size === 0) return 1;
  return some.intersection(more).size / some.size;
}

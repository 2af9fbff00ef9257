import { plainName } from './namespace.ts';

const DAY = 86_400_000;
/** Two documents of one title published further apart than this are two editions (a yearly call), not one reposted. */
const REPOST_DAYS = 300;

/**
 * Whether documents that share an identity are one. A number or an address is enough; a title alone recurs year after year. Dates as
 * in `Entry`; an unknown one speaks for neither.
 */
export function isSameDocument(key: string, date: string | null, other: string | null): boolean {
  if (!plainName(key).startsWith('text:') || date === null || other === null) return true;
  return Math.abs(Date.parse(date) - Date.parse(other)) <= REPOST_DAYS * DAY;
}

export interface Identified {
  readonly id: string;
  readonly date: string | null;
  /** As from `identify`. */
  readonly keys: readonly string[];
}

/** First published first; undated ones last. Independent of the order in which they were read. */
const byPublication = (a: Identified, b: Identified): number =>
  (a.date ?? '9') < (b.date ?? '9') ? -1 : (a.date ?? '9') > (b.date ?? '9') ? 1 : a.id < b.id ? -1 : 1;

/**
 * Groups what is one document under several addresses: whatever shares an identity, directly or through others. The groups and the
 * order within each (first published first) do not depend on the order of the batch.
 */
export function foldReposts<T extends Identified>(batch: readonly T[]): readonly (readonly [T, ...T[]])[] {
  const sorted = batch.toSorted(byPublication);
  const parents = sorted.map((_, index) => index);
  const rootOf = (index: number): number => {
    const parent = parents[index] ?? index;
    return parent === index ? index : rootOf(parent);
  };
  const last = new Map<string, number>();
  for (const [index, item] of sorted.entries()) {
    for (const key of item.keys) {
      const other = last.get(key);
      last.set(key, index);
      if (other === undefined || !isSameDocument(key, item.date, sorted[other]?.date ?? null)) continue;
      const [a, b] = [rootOf(other), rootOf(index)];
      parents[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const groups = new Map<number, [T, ...T[]]>();
  for (const [index, item] of sorted.entries()) {
    const group = groups.get(rootOf(index));
    if (group === undefined) groups.set(rootOf(index), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

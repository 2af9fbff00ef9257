import type { Measure } from '../../store/port.ts';
import { BONDS, type Bond, bondOf } from './keys.ts';
import { conflictOf, isOne, type Sighting, together } from './same.ts';

export interface Identified {
  readonly id: string;
  readonly date: string | null;
  /** Both as from `identify`. */
  readonly keys: readonly string[];
  readonly former: readonly string[];
  readonly sighting: Sighting;
  /** The measure that it was settled as before. */
  readonly known: Measure | undefined;
}

/** First published first; undated ones last. Independent of the order in which they were read. */
const byPublication = (a: Identified, b: Identified): number =>
  (a.date ?? '9') < (b.date ?? '9') ? -1 : (a.date ?? '9') > (b.date ?? '9') ? 1 : a.id < b.id ? -1 : 1;

/** Whether two may be in one group: what was settled as two documents stays two, and nothing else speaks against it. */
const maySit = (a: Identified, b: Identified): boolean =>
  a.known !== undefined && b.known !== undefined
    ? a.known.id === b.known.id
    : conflictOf(a.sighting, b.sighting) === null;

interface Gathered<T> {
  readonly items: [T, ...T[]];
  /** What they say together. */
  readonly whole: Sighting;
}

/** Items that are to be one group; null where something speaks against it, between any two or between one and the whole. */
function gather<T extends Identified>(items: readonly [T, ...T[]]): Gathered<T> | null {
  const sorted = items.toSorted(byPublication) as [T, ...T[]];
  const isKnown = ({ known }: T): boolean => known !== undefined;
  // What is known of a document stays, whoever shows it earlier.
  const [first, ...others] = [...sorted.filter(isKnown), ...sorted.filter((item) => !isKnown(item))];
  if (first === undefined) return null;
  const whole = together([first.sighting, ...others.map(({ sighting }) => sighting)]);
  const fits = sorted.every(
    (one, at) =>
      conflictOf(one.sighting, whole) === null && sorted.slice(0, at).every((other) => maySit(one, other)),
  );
  return fits ? { items: sorted, whole } : null;
}

/**
 * Groups what is one document under several addresses: whatever shares an identity, directly or through others, strong identities
 * first, as long as nothing speaks against it. So a group holds what would be found to be one if its entries came one by one. The
 * groups and the order within each (first published first) do not depend on the order of the batch.
 */
export function foldReposts<T extends Identified>(batch: readonly T[]): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<T, Gathered<T>>(
    batch.toSorted(byPublication).map((item) => [item, { items: [item], whole: item.sighting }] as const),
  );
  const sorted = [...groups.keys()];
  const joinAll = (bond: Bond | null, having: ReadonlyMap<string, readonly T[]>): void => {
    for (const items of having.values())
      for (const [a, b] of pairs(items)) {
        const [one, other] = [groups.get(a), groups.get(b)];
        if (one === undefined || other === undefined || one === other) continue;
        if (bond !== null && !isOne(bond, one.whole, other.whole)) continue;
        const both = gather([...one.items, ...other.items]);
        if (both !== null) for (const item of both.items) groups.set(item, both);
      }
  };
  joinAll(
    null,
    Map.groupBy(
      sorted.filter(({ known }) => known !== undefined),
      ({ known }) => known?.id ?? '',
    ),
  );
  const having = new Map<string, T[]>();
  for (const item of sorted)
    for (const key of [...item.keys, ...item.former]) {
      const others = having.get(key);
      if (others === undefined) having.set(key, [item]);
      else others.push(item);
    }
  const shared = [...having].filter(([, items]) => items.length > 1);
  const byBond = Map.groupBy(shared, ([key]) => bondOf(key));
  const isAnyCut = sorted.some(({ sighting }) => sighting.isCut);
  for (const bond of BONDS) if (bond !== 'opening' || isAnyCut) joinAll(bond, new Map(byBond.get(bond)));
  return [...new Set(groups.values())].map(({ items }) => items);
}

/** Each two of these, the earlier first. */
function* pairs<T>(items: readonly T[]): Iterable<readonly [T, T]> {
  for (const [at, item] of items.entries()) for (const other of items.slice(0, at)) yield [other, item];
}

/**
 * Identities of documents as they are kept: each is owned by one measure. A title is not one document's alone, though: this year's call
 * has last year's, and districts write alike. So each of a few measures has a place under it: `text:关于…的通知`, `text:关于…的通知 2`.
 */
import type { Measure } from '../../store/port.ts';
import { plainName } from '../namespace.ts';

/** By what two entries came to be compared. */
export type Bond = 'number' | 'address' | 'file' | 'name' | 'title' | 'opening';

interface Kind {
  readonly bond: Bond;
  /** Measures that one such identity may lead to: several documents may stand at an address, one after the other. */
  readonly places: number;
}

const kinds: Readonly<Record<string, Kind>> = {
  doc: { bond: 'number', places: 1 },
  url: { bond: 'address', places: 4 },
  /** Another document may come to stand at the address of one. */
  file: { bond: 'file', places: 2 },
  name: { bond: 'name', places: 3 },
  text: { bond: 'title', places: 5 },
  /** A title with its source. */
  from: { bond: 'name', places: 3 },
  /** What a list left of a title. */
  cut: { bond: 'opening', places: 3 },
  head: { bond: 'opening', places: 3 },
};

/** Strongest first. */
export const BONDS: readonly Bond[] = ['number', 'address', 'file', 'name', 'title', 'opening'];

function kindOf(key: string): Kind | undefined {
  const plain = plainName(key);
  const kind = plain.slice(0, plain.indexOf(':'));
  return kinds[kind === 'text' && plain.includes('|') ? 'from' : kind];
}

export const bondOf = (key: string): Bond => kindOf(key)?.bond ?? 'opening';

/** All names under which the documents of an identity are kept, the first first. */
export function placesOf(key: string): readonly string[] {
  const count = kindOf(key)?.places ?? 1;
  return Array.from({ length: count }, (_, n) => (n === 0 ? key : `${key} ${n + 1}`));
}

/** The identity of which a key is a place. */
export const identityOf = (key: string): string => key.replace(/ \d$/, '');

/** The free places that a measure takes under these identities: one under each where it has none yet. */
export function freePlaces(
  keys: Iterable<string>,
  taken: ReadonlyMap<string, Pick<Measure, 'id'>>,
  measureId: string | null,
): readonly string[] {
  return [...new Set(keys)].flatMap((key) => {
    if (!taken.has(key)) return [key];
    const places = placesOf(key);
    if (measureId !== null && places.some((place) => taken.get(place)?.id === measureId)) return [];
    return places.find((place) => !taken.has(place)) ?? [];
  });
}

import type { Measure } from '../../store/port.ts';
import { isCutOff } from './identify.ts';
import { BONDS, type Bond, bondOf, placesOf } from './keys.ts';
import { conflictOf, isOne, type Sighting, sightingOfMeasure, together } from './same.ts';

/** One that may be of a known document. */
interface Seen {
  readonly sighting: Sighting;
  /** Whether it took another document's place at its address, which says nothing of it then. */
  readonly isSuccessor: boolean;
}

const daysApart = (a: Sighting, b: Sighting): number =>
  Math.abs((a.published ?? a.seen) - (b.published ?? b.seen));

/**
 * The known measure that entries of one document are of: the one that the strongest identity leads to, of several the one of about
 * their time. Whatever speaks against one of them speaks against all.
 */
export function ownerOf<T extends Seen>(
  group: readonly T[],
  keysOf: (candidate: T) => readonly string[],
  measures: ReadonlyMap<string, Measure>,
  now: Date,
): Measure | null {
  const sightings = new Map<Measure, Sighting>();
  let best: { readonly measure: Measure; readonly rank: number; readonly days: number } | null = null;
  const match = (candidate: T, measure: Measure, bond: Bond): Sighting | null => {
    // Openings that are alike say nothing of whole titles.
    if (bond === 'opening' && !candidate.sighting.isCut && !isCutOff(measure.title)) return null;
    const known = sightings.get(measure) ?? sightingOfMeasure(measure, now);
    sightings.set(measure, known);
    if (!isOne(bond, candidate.sighting, known)) return null;
    if (group.length === 1) return known;
    const whole = together([known, ...group.map(({ sighting }) => sighting)]);
    const fits = group.every(
      ({ sighting }) => conflictOf(sighting, known) === null && conflictOf(sighting, whole) === null,
    );
    return fits ? known : null;
  };
  for (const candidate of group)
    for (const key of keysOf(candidate)) {
      // Places are taken in their order.
      if (!measures.has(key)) continue;
      const bond = bondOf(key);
      if (bond === 'address' && candidate.isSuccessor) continue;
      const rank = BONDS.indexOf(bond);
      for (const place of placesOf(key)) {
        const measure = measures.get(place);
        if (measure === undefined || (best !== null && best.rank < rank)) continue;
        const known = match(candidate, measure, bond);
        if (known === null) continue;
        const days = daysApart(candidate.sighting, known);
        const isBetter =
          best === null ||
          rank < best.rank ||
          days < best.days ||
          (days === best.days && measure.id < best.measure.id);
        if (isBetter) best = { measure, rank, days };
      }
    }
  return best?.measure ?? null;
}

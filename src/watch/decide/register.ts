import type { Measure, Outcome } from '../../store/port.ts';
import { normaliseDocNumber } from '../identity/docNumber.ts';
import { bondOf, freePlaces } from '../identity/keys.ts';
import { ownerOf } from '../identity/owner.ts';
import { plainName } from '../namespace.ts';
import type { Group } from './compose.ts';

/** The measures that are known while a visit is decided on, and what becomes of them. */
export interface Register {
  /** The measure that a group is: as it was settled before, or by its identities here. */
  find(group: Group): Measure | null;
  /** By id. */
  named(id: string | null): Measure | undefined;
  /** Identities that a measure of this group would have: those that no other has. */
  free(group: Group): readonly string[];
  /** A measure that nobody knew, with identities that no other has. */
  add(measure: Measure): void;
  /** Further identities of a known one. */
  claim(owner: Measure, group: Group): void;
  /** A known one, better. */
  improve(better: Measure): void;
  readonly changes: Pick<Outcome, 'measures' | 'addedKeys'>;
}

/** Whether a key is no number, or the one of a measure that may have one: under another it would be taken for its document. */
function isNumberOf({ docNumber }: Measure, key: string): boolean {
  const number = bondOf(key) === 'number' ? normaliseDocNumber(docNumber ?? '') : null;
  return number === null || plainName(key) === `doc:${number}`;
}

export function openRegister(known: ReadonlyMap<string, Measure>, now: Date): Register {
  const taken = new Map(known);
  const measures: Measure[] = [];
  const addedKeys: Outcome['addedKeys'][number][] = [];
  const free = (group: Group, owner: Measure | null): readonly string[] =>
    freePlaces(
      group.flatMap(({ keys }) => keys).filter((key) => owner === null || isNumberOf(owner, key)),
      taken,
      owner?.id ?? null,
    );
  const named = (id: string | null): Measure | undefined =>
    taken.values().find((measure) => measure.id === id);
  const take = (measure: Measure, group: Group): readonly string[] => {
    const keys = free(group, measure);
    for (const key of keys) taken.set(key, measure);
    return keys;
  };
  const replace = (better: Measure): void => {
    for (const [key, { id }] of taken) if (id === better.id) taken.set(key, better);
  };
  return {
    changes: { measures, addedKeys },
    find: (group) => {
      const settled = group.find(({ known }) => known !== undefined)?.known;
      if (settled !== undefined) return named(settled.id) ?? settled;
      return ownerOf(group, ({ keys, former }) => [...keys, ...former], taken, now);
    },
    free: (group) => free(group, null),
    named,
    add(measure) {
      for (const key of measure.keys) taken.set(key, measure);
      measures.push(measure);
    },
    claim(owner, group) {
      const added = take(owner, group);
      for (const key of added) addedKeys.push({ measureId: owner.id, key });
      if (added.length > 0) replace({ ...owner, keys: [...owner.keys, ...added] });
    },
    improve(better) {
      // One of this very batch is written once, with its identities; a known one has them already.
      const at = measures.findIndex(({ id }) => id === better.id);
      if (at === -1) measures.push({ ...better, keys: [] });
      else measures[at] = better;
      replace(better);
    },
  };
}

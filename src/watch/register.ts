import type { Measure, Outcome } from '../store/port.ts';
import { type Group, ownerOf } from './compose.ts';

/** The measures that are known while a visit is decided on, and what becomes of them. */
export interface Register {
  /** The measure that a group is, by its identities here. */
  find(group: Group): Measure | null;
  /** By id. */
  named(id: string | null): Measure | undefined;
  readonly taken: ReadonlyMap<string, Measure>;
  /** A measure that nobody knew, with the identities of its group. */
  add(measure: Measure, group: Group): void;
  /** Further identities of a known one. */
  claim(owner: Measure, group: Group): void;
  /** A known one, better. */
  improve(better: Measure): void;
  readonly changes: Pick<Outcome, 'measures' | 'addedKeys'>;
}

export function openRegister(known: ReadonlyMap<string, Measure>): Register {
  const taken = new Map(known);
  const measures: Measure[] = [];
  const addedKeys: Outcome['addedKeys'][number][] = [];
  /** Those of a group's identities that no measure had. */
  const take = (measure: Measure, group: Group): readonly string[] => {
    const keys = [...new Set(group.flatMap((candidate) => candidate.keys))].filter((key) => !taken.has(key));
    for (const key of keys) taken.set(key, measure);
    return keys;
  };
  return {
    taken,
    changes: { measures, addedKeys },
    find: (group) => ownerOf(group, ({ keys }) => keys, taken),
    named: (id) => taken.values().find((measure) => measure.id === id),
    add(measure, group) {
      take(measure, group);
      measures.push(measure);
    },
    claim(owner, group) {
      for (const key of take(owner, group)) addedKeys.push({ measureId: owner.id, key });
    },
    improve(better) {
      // One of this very batch is written once, with its identities; a known one has them already.
      const at = measures.findIndex(({ id }) => id === better.id);
      if (at === -1) measures.push({ ...better, keys: [] });
      else measures[at] = better;
      for (const [key, { id }] of taken) if (id === better.id) taken.set(key, better);
    },
  };
}

/**
 * What a change of the configuration changed, for people: field by field.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../store/port.ts';

export interface ChangedField {
  /** As in the value: `any`, `quietHours`, `rhythm.mode`. */
  readonly field: string;
  /** Null: not there. */
  readonly from: unknown;
  readonly to: unknown;
}

/** Fields that say nothing to people: ids of ours, and what follows from others. */
const SILENT: ReadonlySet<string> = new Set([
  'id',
  'createdAt',
  'createdBy',
  'trouble',
  'at',
  'by',
  'measureId',
  'examples',
]);

/** The fields that differ; of what is new or gone all that say something. */
export function changedFields({ before, after }: Pick<Change, 'before' | 'after'>): readonly ChangedField[] {
  const [was, is] = [flatten(before), flatten(after)];
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  return fields.flatMap((field) => {
    const [from, to] = [was.get(field) ?? null, is.get(field) ?? null];
    return isDeepStrictEqual(from, to) || (isEmpty(from) && isEmpty(to)) ? [] : [{ field, from, to }];
  });
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** One level of what is within: a rhythm's fields, a source's address. */
function flatten(value: object | null): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, of] of Object.entries(value ?? {})) {
    if (SILENT.has(name)) continue;
    if ((name === 'rhythm' || name === 'definition') && typeof of === 'object' && of !== null)
      for (const [inner, one] of Object.entries(of)) fields.set(`${name}.${inner}`, one);
    else fields.set(name, of);
  }
  return fields;
}

/** The same changes taken back, the last first. */
export const reversed = (changes: readonly Change[]): readonly Change[] =>
  changes.toReversed().map((change) => ({ ...change, before: change.after, after: change.before }) as Change);

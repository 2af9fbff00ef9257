/**
 * The bodies of Beijing: how a source writes them and how the ordinance speaks of them. They are kept in `corpus/bodies.json`.
 */
import { DEPARTMENTS, KINDS } from '../corpus/bodies/list.ts';

export interface Body {
  /** As the ordinance names it within `市科学技术、教育等部门`; null for one that it could not name so. */
  readonly law: string | null;
  /** Names in use. */
  readonly names: readonly string[];
}

export const BODIES: readonly Body[] = [
  ...DEPARTMENTS.map(({ field, names, branches = [] }) => ({ law: field, names: [...names, ...branches] })),
  ...KINDS.flatMap(({ organs }) => (organs ? [{ law: null, names: organs }] : [])),
];

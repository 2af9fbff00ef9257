/**
 * Addresses: how people refer to a passage, where it is, what it is called, what stands there.
 */
export { labelOf } from './address/label.ts';
export { parseAddress, printAddress } from './address/print.ts';
export { LONGEST_INPUT, type ReferenceProblem } from './address/problem.ts';
export { parseReference } from './address/read.ts';
export { type Passage, type PassageUnit, resolve } from './address/resolve.ts';
export { type Suggestion, suggestReferences } from './address/suggest.ts';

import { printAddress, suggestReferences } from '../../corpus/address.ts';
import type { Corpus } from '../../corpus/types.ts';
import type { Choices } from '../command.ts';

/** The passages that may be meant by what was typed so far, for an option that takes a reference. */
export const referenceChoices = (typed: string, corpus: Corpus): Choices =>
  suggestReferences(typed, corpus, 25).map(({ address, label, caption }) => ({
    name: caption ? `${label} ${caption}` : label,
    value: printAddress(address),
  }));

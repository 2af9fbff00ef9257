import type { Corpus } from '../../corpus/types.ts';
import type { Choices } from '../command.ts';

/** The documents whose title, id or alias has what was typed, for an option that takes one. */
export const documentChoices = (typed: string, corpus: Corpus): Choices =>
  corpus.documents
    .filter(({ info }) => [info.title, info.id, ...info.aliases].some((name) => name.includes(typed.trim())))
    .map(({ info }) => ({ name: info.title, value: info.id }));

import { headingName } from '../../corpus/address/heading.ts';
import type { Corpus, CorpusDocument } from '../../corpus/types.ts';
import type { Choices } from '../command.ts';

/** The documents whose title, id or alias has what was typed, for an option that takes one. */
export const documentChoices = (typed: string, corpus: Corpus): Choices =>
  corpus.documents
    .filter(({ info }) => [info.title, info.id, ...info.aliases].some((name) => name.includes(typed.trim())))
    .map(({ info }) => ({ name: info.title, value: info.id }));

/** The headings of a document that have what was typed, for an option that takes one; those without units are left out. */
export function headingChoices(typed: string, document: CorpusDocument | undefined): Choices {
  const outline = document?.law.outline ?? [];
  return outline
    .map((entry, index) => ({
      name: `${entry.label} ${entry.title}`.trim(),
      value: headingName(index, outline),
      empty: entry.first === null,
    }))
    .filter(({ name, empty }) => !empty && name.includes(typed.trim()));
}

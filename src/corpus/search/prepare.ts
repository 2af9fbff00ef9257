/**
 * From a document to what the index keeps of it.
 */
import { labelOf } from '../address/label.ts';
import type { Corpus, CorpusDocument, DocumentStatus } from '../types.ts';
import type { IndexedUnit } from './port.ts';
import { plainText } from './tokenise.ts';

/** A draft is never law; a plan or a text of which we know nothing says less than a law in force. */
const WEIGHTS: Readonly<Record<DocumentStatus, number>> = {
  'in-force': 1,
  plan: 0.75,
  unknown: 0.9,
  draft: 0.35,
};

/** Another document than the one that bare references mean. */
const BESIDE = 0.85;

export function prepareUnits(document: CorpusDocument, corpus: Corpus): readonly IndexedUnit[] {
  const { info, law, captions } = document;
  return law.units.map((unit, position) => {
    const address = { document: info.id, unit: unit.number };
    const text = unit.paragraphs.join('\n');
    return {
      address,
      label: labelOf(address, corpus),
      status: info.status,
      position,
      text,
      plain: {
        caption: plainText(captions.get(unit.number) ?? unit.heading ?? ''),
        path: plainText([info.title, ...unit.path].join('\n')),
        text: plainText(text),
      },
      weight: WEIGHTS[info.status] * (corpus.documents[0] === document ? 1 : BESIDE),
    };
  });
}

/**
 * From a document to what the index keeps of it.
 */
import { unitLabel } from '../address/label.ts';
import type { CorpusDocument } from '../types.ts';
import type { IndexedUnit } from './port.ts';
import { plainText } from './tokenise.ts';

export function prepareUnits({ info, law, captions, keywords }: CorpusDocument): readonly IndexedUnit[] {
  return law.units.map((unit, position) => {
    const text = unit.paragraphs.join('\n');
    return {
      document: info.id,
      number: unit.number,
      position,
      label: unitLabel(unit),
      status: info.status,
      text,
      plain: {
        caption: plainText(captions.get(unit.number) ?? unit.heading ?? ''),
        keywords: plainText((keywords?.get(unit.number) ?? []).join('\n')),
        path: plainText([info.title, ...unit.path].join('\n')),
        text: plainText(text),
      },
    };
  });
}

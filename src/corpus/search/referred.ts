/**
 * Queries that are references: 第二十三条, 23.2, 第三章, 34-36.
 */
import { readReference } from '../address/read.ts';
import { type Passage, type PassageUnit, resolve } from '../address/resolve.ts';
import { NUMERAL_CHARACTERS } from '../numerals.ts';
import type { Corpus, CorpusDocument } from '../types.ts';
import type { Found } from './hit.ts';
import type { SearchFilter } from './port.ts';
import { snippet } from './snippet.ts';

const NUMERAL = new RegExp(`[${NUMERAL_CHARACTERS}]`);

/** The units a query refers to, in the document's order; none where it is no reference. */
export function findReferred(query: string, filter: SearchFilter, corpus: Corpus): readonly Found[] {
  const within = filter.document === undefined ? undefined : corpus.document(filter.document);
  const reading = readReference(query, within ? { ...corpus, documents: [within] } : corpus);
  // 创新人才 is the title of a chapter too, but words to look for first.
  if (!reading.ok || (reading.value.through !== undefined && !NUMERAL.test(query))) return [];
  const passage = resolve(reading.value, corpus);
  if (!passage.ok) return [];
  const document = corpus.document(passage.value.document.id);
  return passage.value.units
    .filter((unit) => document && admits(filter, unit, document))
    .map((unit) => toFound(unit, passage.value));
}

function admits(filter: SearchFilter, unit: PassageUnit, { info, law }: CorpusDocument): boolean {
  const [first, last] = filter.positions ?? [0, Number.POSITIVE_INFINITY];
  const position = law.units.findIndex(({ number }) => number === unit.number);
  return (
    (filter.document ?? info.id) === info.id &&
    (filter.status ?? info.status) === info.status &&
    position >= first &&
    position <= last
  );
}

function toFound(unit: PassageUnit, { address, label, document }: Passage): Found {
  const whole = address.through !== undefined;
  const text = unit.paragraphs.map((paragraph) => paragraph.text).join('\n');
  return {
    document: document.id,
    unit: unit.number,
    show() {
      const { text: shown, ...cut } = snippet(text, []);
      const place = { address: whole ? unit.address : address, label: whole ? unit.label : label };
      return { ...place, document: document.id, status: document.status, score: 1, snippet: shown, ...cut };
    },
  };
}

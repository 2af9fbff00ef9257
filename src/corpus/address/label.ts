/**
 * An address in the document's own words: 第二十三条第二款, 草案第三十一条, 方案第20项, 第三十四条至第三十六条.
 */
import { formatNumeral } from '../numerals.ts';
import type { Address, Corpus, CorpusDocument, Unit } from '../types.ts';
import { namePrefix } from './names.ts';

/** The label of a passage, whether or not it exists: what is missing from the corpus is named by its numbers. */
export function labelOf(address: Address, corpus: Corpus): string {
  const document = corpus.document(address.document);
  const prefix = document ? namePrefix(document.info, corpus) : address.document;
  const label = (number: string): string => {
    const unit = document && findUnit(document, number);
    return unit ? unitLabel(unit) : `第${number}条`;
  };
  const first = label(address.unit);
  if (address.through !== undefined) return `${prefix}${first}至${label(address.through)}`;
  return prefix + first + (address.paragraph === undefined ? '' : `第${formatNumeral(address.paragraph)}款`);
}

/** `第二十三条`, `第十条之一`, `第七项`, `第20项`: an item's own label is a mere number (`七、`, `20.`). */
export function unitLabel(unit: Unit): string {
  if (unit.kind === 'article') return unit.label.replace(/\s+/g, '');
  const numeral = unit.label.replace(/[\s、，,.．。:：()（）第项]/g, '');
  return `第${numeral === '' ? unit.number : numeral}项`;
}

/** The unit of that number; the first, where a damaged text has several. */
export function findUnit(document: CorpusDocument, number: string): Unit | undefined {
  return document.law.units.find((unit) => unit.number === number);
}

/**
 * From an address to the passage that stands there.
 */
import { fail, ok, type Result } from '../../result.ts';
import type { Address, Corpus, CorpusDocument, DocumentInfo, Unit } from '../types.ts';
import { findUnit, labelOf } from './label.ts';
import { noSuchUnit, type ReferenceProblem } from './problem.ts';

export interface PassageUnit {
  readonly address: Address;
  readonly kind: Unit['kind'];
  readonly number: string;
  readonly label: string;
  /** Headings above it, outermost first. */
  readonly path: readonly string[];
  /** Our caption (条旨), not the document's; null where we have none. */
  readonly caption: string | null;
  /** The selected paragraphs, verbatim, each with its 1-based number. */
  readonly paragraphs: readonly { readonly number: number; readonly text: string }[];
  /** How many paragraphs the whole unit has. */
  readonly count: number;
}

export interface Passage {
  readonly address: Address;
  readonly label: string;
  readonly document: DocumentInfo;
  /** One unit, or those of a range in the document's order; never empty. */
  readonly units: readonly PassageUnit[];
  /** The units before and after the passage; null at the ends of the document. */
  readonly previous: Address | null;
  readonly next: Address | null;
}

/** The passage at an address. Fails with `no-such-document`, `no-such-unit` or `no-such-paragraph`. */
export function resolve(address: Address, corpus: Corpus): Result<Passage, ReferenceProblem> {
  const document = corpus.document(address.document);
  if (!document) return fail({ code: 'no-such-document', name: address.document, nearest: [] });
  const { units } = document.law;
  const indexOf = (number: string): number => units.findIndex((unit) => unit.number === number);
  const first = indexOf(address.unit);
  const last = address.through === undefined ? first : indexOf(address.through);
  if (first < 0) return fail(noSuchUnit(document, address.unit, corpus));
  if (last < first) return fail(noSuchUnit(document, address.through ?? address.unit, corpus));
  const problem = missingParagraph(address, document);
  if (problem) return fail(problem);
  const at = (index: number): Address | null => {
    const unit = units[index];
    return unit ? { document: address.document, unit: unit.number } : null;
  };
  return ok({
    address,
    label: labelOf(address, corpus),
    document: document.info,
    units: units.slice(first, last + 1).map((unit) => passageUnit(unit, document, address.paragraph, corpus)),
    previous: at(first - 1),
    next: at(last + 1),
  });
}

function missingParagraph(address: Address, document: CorpusDocument): ReferenceProblem | null {
  const { unit, paragraph } = address;
  const count = findUnit(document, unit)?.paragraphs.length ?? 0;
  if (paragraph === undefined || (paragraph >= 1 && paragraph <= count)) return null;
  const whole = { document: address.document, unit };
  return {
    code: 'no-such-paragraph',
    ...whole,
    paragraph,
    count,
    nearest: count > 1 ? [{ ...whole, paragraph: count }, whole] : [whole],
  };
}

function passageUnit(
  unit: Unit,
  document: CorpusDocument,
  paragraph: number | undefined,
  corpus: Corpus,
): PassageUnit {
  const address = { document: document.info.id, unit: unit.number };
  return {
    address,
    kind: unit.kind,
    number: unit.number,
    label: labelOf(address, corpus),
    path: unit.path,
    caption: document.captions.get(unit.number) ?? null,
    paragraphs: unit.paragraphs
      .map((text, index) => ({ number: index + 1, text }))
      .filter(({ number }) => paragraph === undefined || number === paragraph),
    count: unit.paragraphs.length,
  };
}

/**
 * How people name the documents of a corpus: by title, alias, id, or a distinctive part of the id.
 */
import { fold } from '../fold.ts';
import type { Corpus, CorpusDocument, DocumentInfo } from '../types.ts';

interface Names {
  /** Keyed as `nameKey` makes it. A name that several documents claim is the first one's. */
  readonly documents: ReadonlyMap<string, CorpusDocument>;
  readonly longest: number;
}

const known = new WeakMap<Corpus, Names>();

function namesOf(corpus: Corpus): Names {
  const before = known.get(corpus);
  if (before) return before;
  const documents = new Map<string, CorpusDocument>();
  const claim = (name: string, document: CorpusDocument): void => {
    const key = nameKey(name);
    if (key !== '' && !documents.has(key)) documents.set(key, document);
  };
  for (const document of corpus.documents) claim(document.info.id, document);
  for (const document of corpus.documents)
    for (const name of [document.info.title, ...document.info.aliases]) claim(name, document);
  // `draft` of `ordinance-draft`, `plan` of `zgc-plan`: what the whole names have left free, and one document alone has.
  const parts = corpus.documents.flatMap((document) =>
    document.info.id.split('-').map((part) => ({ part, document })),
  );
  for (const [part, [only, ...others]] of Map.groupBy(parts, ({ part }) => part))
    if (only && others.length === 0 && !/^\d*$/.test(part)) claim(part, only.document);
  const names = { documents, longest: Math.max(0, ...[...documents.keys()].map((key) => key.length)) };
  known.set(corpus, names);
  return names;
}

/** A name as it is compared: folded, without spaces, quotes and brackets. */
export function nameKey(name: string): string {
  return fold(name).replace(/[\s《》〈〉<>()[\]"“”'‘’「」『』]/g, '');
}

/** The document of exactly this name. */
export function documentNamed(name: string, corpus: Corpus): CorpusDocument | undefined {
  return namesOf(corpus).documents.get(nameKey(name));
}

/** The longest document name that `text` (folded, without spaces) starts with, and its length there. */
export function nameAtStart(
  text: string,
  corpus: Corpus,
): { document: CorpusDocument; length: number } | null {
  const { documents, longest } = namesOf(corpus);
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const document = documents.get(text.slice(0, length));
    if (document) return { document, length };
  }
  return null;
}

/** The longest document name that `text` (folded, without spaces) ends with, and its length there. */
export function nameAtEnd(text: string, corpus: Corpus): { document: CorpusDocument; length: number } | null {
  const { documents, longest } = namesOf(corpus);
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const document = documents.get(text.slice(-length));
    if (document) return { document, length };
  }
  return null;
}

/** The documents whose titles are most like a name that is nobody's, likest first; none when nothing is alike. */
export function documentsLike(name: string, corpus: Corpus, limit: number): readonly CorpusDocument[] {
  const wanted = pairs(nameKey(name));
  return corpus.documents
    .map((document) => ({ document, likeness: overlap(wanted, pairs(nameKey(document.info.title))) }))
    .filter(({ likeness }) => likeness >= 0.4)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map(({ document }) => document);
}

function pairs(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** Sørensen–Dice: 1 for equal sets, 0 for sets without a common member. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * a.intersection(b).size) / (a.size + b.size);
}

/** What a label says before the number: nothing for the document that bare references mean, else its shortest sure name. */
export function namePrefix(info: DocumentInfo, corpus: Corpus): string {
  if (corpus.documents[0]?.info.id === info.id) return '';
  const alias = info.aliases.find((name) => documentNamed(name, corpus)?.info.id === info.id);
  return alias ?? `《${info.title}》`;
}

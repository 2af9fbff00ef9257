/**
 * The units of a corpus as a list to look things up in by their words: for autocomplete, and for what comes closest.
 */
import { fold } from '../fold.ts';
import type { Address, Corpus, CorpusDocument } from '../types.ts';
import { labelOf } from './label.ts';
import { readMarks } from './marks.ts';

export interface Entry {
  readonly address: Address;
  readonly label: string;
  /** Our caption, else the unit's own heading, else how its text begins. */
  readonly caption: string;
  /** Folded, without spaces. */
  readonly plain: { readonly label: string; readonly caption: string; readonly text: string };
}

/** Beyond so many units a list is no way to find one; search is. Units of later documents are listed when it is named. */
const MOST_UNITS = 3000;

const listed = new WeakMap<CorpusDocument, readonly Entry[]>();

/** The units of one document, in its order. */
export function entriesOf(document: CorpusDocument, corpus: Corpus): readonly Entry[] {
  const before = listed.get(document);
  if (before) return before;
  const entries = document.law.units.map((unit): Entry => {
    const address = { document: document.info.id, unit: unit.number };
    const label = labelOf(address, corpus);
    const text = unit.paragraphs.join('\n');
    const caption = document.captions.get(unit.number) ?? unit.heading ?? opening(text);
    return {
      address,
      label,
      caption,
      plain: { label: plain(label), caption: plain(caption), text: plain(text) },
    };
  });
  listed.set(document, entries);
  return entries;
}

const listedAll = new WeakMap<Corpus, readonly Entry[]>();

/** The units of the first documents, as many as a list may hold. */
export function entriesOfAll(corpus: Corpus): readonly Entry[] {
  const before = listedAll.get(corpus);
  if (before) return before;
  const entries: Entry[] = [];
  for (const document of corpus.documents) {
    if (entries.length + document.law.units.length > MOST_UNITS) break;
    entries.push(...entriesOf(document, corpus));
  }
  listedAll.set(corpus, entries);
  return entries;
}

/** How a text begins, for lists. */
export function opening(text: string): string {
  return text.length <= 20 ? text : `${text.slice(0, 19)}…`;
}

/** Folded, without spaces: how references and lists are compared. Between Arabic digits a space stays: 2 3 is not 23. */
export function plain(text: string): string {
  return fold(readMarks(text)).replace(/\s+/g, (gap, at: number, whole: string) =>
    /\d/.test(whole.charAt(at - 1)) && /\d/.test(whole.charAt(at + gap.length)) ? ' ' : '',
  );
}

/**
 * How well an entry's words answer `words`, each a list of ways to say it (folded): smaller is better, null for not at all.
 */
export function rankByWords(entry: Entry, words: readonly (readonly string[])[]): number | null {
  const { caption, text } = entry.plain;
  const all = (holds: (way: string) => boolean): boolean => words.every((ways) => ways.some(holds));
  if (all((way) => caption.startsWith(way))) return 0;
  if (all((way) => caption.includes(way))) return 1;
  if (all((way) => caption.includes(way) || text.includes(way))) return 2;
  return null;
}

/** The best `limit` entries; equals stay in the corpus's order. */
export function bestEntries(
  entries: readonly Entry[],
  rank: (entry: Entry) => number | null,
  limit: number,
): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((candidate): candidate is { entry: Entry; rank: number } => candidate.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ entry }) => entry);
}

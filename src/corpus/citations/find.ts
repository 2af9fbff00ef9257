/**
 * Citations: every place in a free text where passages are written out, and whose they are.
 *
 *   text → tighten → laws named · passages mentioned → whose → resolve
 *
 * A law that is named becomes the one that later numbers belong to. Before any law is named, a number means the document that
 * bare references mean.
 */

import { type EditionReading, editionBehind, editionOf } from '../address/edition.ts';
import { locate, type Mention } from '../address/mention.ts';
import { documentNamed } from '../address/names.ts';
import { parseAddress } from '../address/print.ts';
import type { ReferenceProblem } from '../address/problem.ts';
import type { Address, Corpus } from '../types.ts';
import { englishLawBefore, englishLawBehind } from './english.ts';
import { type Law, lawBefore, type NamedLaw, readNamedLaws } from './laws.ts';
import { type Place, readMention, START } from './mentions.ts';
import { tighten } from './tighten.ts';

/** What a citation leads to. */
type Target =
  | {
      readonly kind: 'passage';
      /** It exists. */
      readonly address: Address;
      /** No law was named: the document that bare references mean is taken. */
      readonly assumed: boolean;
    }
  /** The document is ours and has no such passage. */
  | { readonly kind: 'missing'; readonly document: string; readonly problem: ReferenceProblem }
  /** Another law, by the name the text has for it. */
  | { readonly kind: 'other'; readonly law: string };

export type Citation = Target & {
  /** UTF-16 offsets in the text as given, and what stands there: with the law's name, where it stands at the number. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
};

/** The citations of a text in its order, each paragraph of 第一款、第三款 by itself. Nothing in a text makes it throw. */
export function findCitations(text: string, corpus: Corpus): readonly Citation[] {
  const { text: tight, original } = tighten(text);
  const verbatim = (from: number, to: number): string => text.slice(...original(from, to));
  const named = readNamedLaws(tight, corpus);
  const written = findWritten(tight, named, corpus).flatMap(({ from, to, law, addresses, assumed }) => {
    const [start, end] = original(from, to);
    const place = { from: start, to: end, text: text.slice(start, end) };
    return 'other' in law
      ? [{ ...place, kind: 'other' as const, law: law.at ? verbatim(...law.at) : law.other }]
      : addresses.map((address) => ({ ...place, ...lookUp(address, assumed, corpus) }));
  });
  return [...findPrinted(text, corpus), ...written].sort((a, b) => a.from - b.from);
}

/** A place whose law is settled, in offsets of the tight text. */
interface Found extends Place {
  readonly law: Law;
  readonly assumed: boolean;
}

function findWritten(text: string, named: readonly NamedLaw[], corpus: Corpus): readonly Found[] {
  const [first] = corpus.documents;
  const found: Found[] = [];
  let last: NamedLaw | null = null;
  let done = 0;
  for (const { index: at } of text.matchAll(START)) {
    if (at < done || named.some(({ from, to }) => from < at && at < to)) continue;
    const english = /[a-z]/.test(text.charAt(at));
    const direct =
      lawBefore(text, at, named, corpus) ?? (english ? englishLawBefore(text, at, corpus) : null);
    const document = direct && ('other' in direct.law ? 'other' : direct.law.document);
    const reading = readMention(text, at, document);
    done = reading.to;
    if (reading.places === null) continue;
    last = direct ?? latest(last, named, at);
    const behind =
      editionCited(text, reading.to, { direct, last }, corpus) ??
      (english ? englishLawBehind(text, reading.to, corpus) : null);
    const law = behind?.law ?? last?.law ?? (first && { document: first });
    if (law === undefined) continue;
    const assumed = behind === null && last === null;
    const start = direct && behind === null ? direct.from : (reading.from ?? at);
    const end = behind?.to ?? reading.to;
    if ('other' in law) {
      found.push({ from: start, to: end, addresses: [], law, assumed });
      continue;
    }
    const places = reading.places(law.document);
    places.forEach((place, index) => {
      const from = index === 0 ? start : place.from;
      const to = index === places.length - 1 ? end : place.to;
      found.push({ from, to, addresses: place.addresses, law, assumed });
    });
  }
  return found;
}

/** The law that numbers belong to at `at`: the one named or cited last before it. */
function latest(last: NamedLaw | null, named: readonly NamedLaw[], at: number): NamedLaw | null {
  const before = named.findLast(({ to }) => to <= at) ?? null;
  return last && (before === null || before.to < last.to) ? last : before;
}

/** What an edition without parentheses may not be followed by: 第二十三条|草案第三十一条, 第二十三条在|草案里. */
const GOES_ON = /^(?:第|\d|[里中的上对与和及、])/;

/** 第三十一条(草案), 第31条草案: the edition behind the number, of the law that is named before it. */
function editionCited(
  text: string,
  at: number,
  { direct, last }: { readonly direct: NamedLaw | null; readonly last: NamedLaw | null },
  corpus: Corpus,
): NamedLaw | null {
  const rest = text.slice(at, at + 40);
  const edition = editionBehind(rest) ?? nameInBrackets(rest, corpus);
  if (!edition || (!rest.startsWith('(') && GOES_ON.test(rest.slice(edition.length)))) return null;
  const law = (direct ?? last)?.law;
  const base = law ?? (corpus.documents[0] && { document: corpus.documents[0] });
  // Another law's article stays that law's, in whatever edition.
  if (!base || 'other' in base) return null;
  const to = at + edition.length;
  const document =
    (direct ? null : documentNamed(edition.words, corpus)) ?? editionOf(base.document, edition.words, corpus);
  return { law: document ? { document } : { other: edition.words, at: [at, to] }, from: at, to };
}

/** 第20项(方案): one of ours by its name. */
function nameInBrackets(rest: string, corpus: Corpus): EditionReading | null {
  const [all = '', words = ''] = /^\(([^()]{2,20})\)/.exec(rest) ?? [];
  return documentNamed(words, corpus) ? { words, length: all.length } : null;
}

/** A passage by the printed form of its address: ordinance:23.2. Tried at the beginnings of words alone, of which a message has few long ones. */
const PRINTED = /(?<![\p{L}\p{N}-])[\p{L}\p{N}-]+:\d+(?:-\d+)*(?:\.\d+|\.\.\d+(?:-\d+)*)?/gu;

function findPrinted(text: string, corpus: Corpus): readonly Citation[] {
  return [...text.matchAll(PRINTED)].flatMap(({ 0: printed, index: from }) => {
    const address = parseAddress(printed);
    if (!address || !corpus.document(address.document)) return [];
    return [{ from, to: from + printed.length, text: printed, ...lookUp(address, false, corpus) }];
  });
}

function lookUp(mention: Mention, assumed: boolean, corpus: Corpus): Target {
  const address = locate(mention, corpus);
  return address.ok
    ? { kind: 'passage', address: address.value, assumed }
    : { kind: 'missing', document: mention.document, problem: address.error };
}

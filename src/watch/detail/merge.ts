import { hashOf } from '../../hash.ts';
import { earliest } from '../decide/herald.ts';
import { MAX_SUMMARY } from '../read/types.ts';
import type { Entry } from '../types.ts';
import type { Detail, DetailReader } from './types.ts';

/**
 * By what pages are read, to be counted on whenever the same page is read as something else: more of its days, another title, files
 * that were not seen before.
 */
export const READING = 3;

/** How an entry's own page was read so far; kept with its record. */
export interface PageState {
  /** Hash of the cleaned text and its facts; null while the page could not be read. */
  readonly textHash: string | null;
  /** By which reading, and by what its source says of its pages. */
  readonly reading?: string;
  /** Hashes of what may change, by which a revision says what did. */
  readonly parts?: Readonly<Record<'title' | 'text' | 'dates' | 'attachments', string>>;
}

/** What is kept of a page that was read; `reader` is its source's. Two readings have no hash in common. */
export function pageState(detail: Detail, reader: DetailReader = {}): PageState {
  const parts = {
    title: hashOf(detail.title ?? ''),
    text: hashOf(detail.text.replace(/\s+/g, '')),
    dates: hashOf(
      [detail.signedOn, detail.effectiveOn, detail.consultation?.from, detail.consultation?.until].join(' '),
    ),
    attachments: hashOf(...detail.attachments.map(({ url }) => url)),
  };
  const reading = hashOf(`${READING}`, JSON.stringify(reader));
  return { textHash: hashOf(reading, ...Object.values(parts)), reading, parts };
}

/** Whether a page was read before, and by the same reading: only then does what is other say that the page changed. */
export const isComparable = (before: PageState | undefined, after: PageState | undefined): boolean =>
  typeof before?.textHash === 'string' && before.reading === after?.reading;

/** Which parts of a page are not what they were; empty where that cannot be said. */
export function changedParts(before: PageState | undefined, after: PageState | undefined): string[] {
  const [was, is] = [before?.parts, after?.parts];
  if (was === undefined || is === undefined || !isComparable(before, after)) return [];
  return (['title', 'text', 'dates', 'attachments'] as const).filter((part) => was[part] !== is[part]);
}

const CUT = /(?:\.{3}|…+)$/;

/** An entry as its list and its own page together tell it: what linker and identity read. */
export function withDetail(written: Entry): Entry {
  if (written.detail === undefined) return written;
  const { detail, ...entry } = written;
  const docNumber = entry.docNumber ?? detail.docNumber;
  const isCut = CUT.test(entry.title) && detail.title?.startsWith(entry.title.replace(CUT, '').trim());
  const summary = detail.text.slice(0, MAX_SUMMARY) || entry.summary;
  return {
    ...entry,
    title: isCut && detail.title !== null ? detail.title : entry.title,
    // A page that was moved or changed keeps its first publication.
    date: earliest(entry.date, detail.published),
    ...(docNumber === null ? {} : { docNumber }),
    ...(summary === undefined ? {} : { summary }),
  };
}

import { hashOf } from '../../hash.ts';
import { ok, type Result } from '../../result.ts';
import { decodeText } from '../fetch/decode.ts';
import { canonicalUrl } from '../identity/canonicalise.ts';
import type { Entry, Reader } from '../types.ts';
import type { OlderPages } from './paging.ts';
import { readPage } from './read.ts';
import type { RawEntry, ReadFailure } from './types.ts';

/** A page as it came: its address, its bytes, and what its header says of them. */
export interface Page {
  readonly url: string;
  readonly body: Uint8Array;
  readonly contentType: string;
}

/** A list of entries with their identities; as `ReadPage` otherwise. */
export interface List {
  readonly entries: readonly Entry[];
  readonly notes: readonly string[];
  readonly older?: OlderPages;
}

/** By its source's own name for it, or else by its title. */
const nameless = ({ guid, title }: RawEntry, page: string): string =>
  `hash:${guid === undefined ? hashOf(page, title) : hashOf(page, 'guid', guid)}`;

/**
 * What has no address of its own is known by what its source knows it by. Where it was stored before under another identity, its title,
 * it shows the same document again: it folds into that and is told nobody.
 */
function toEntry(row: RawEntry, page: string): Entry {
  if (row.guid === undefined && row.url !== '') return { ...row, id: canonicalUrl(row.url) };
  const { guid: _, ...entry } = row;
  return row.url === ''
    ? { ...entry, id: nameless(row, page), url: page }
    : { ...entry, id: canonicalUrl(row.url) };
}

const withoutEllipsis = (title: string): string => title.replace(/(?:\.{3}|…+)$/, '');

/** Whether one title is the other, or the beginning of it. */
function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [withoutEllipsis(one), withoutEllipsis(other)];
  return a.startsWith(b) || b.startsWith(a);
}

const fragmentOf = (url: string): string => URL.parse(url)?.hash ?? '';
/** The front page of a site is no article. */
const FRONT_PAGE = /^https:\/\/[^/]+\/$/;

/** Identities for rows of one page that share an address: one for each, as far as there is something that tells their documents apart. */
function tellApart(rows: readonly RawEntry[], id: string, page: string): (row: RawEntry) => string {
  const [first, ...others] = rows;
  const isAsFirst = ({ title, guid }: RawEntry): boolean =>
    first !== undefined && isSameTitle(first.title, title) && first.guid === guid;
  if (others.every(isAsFirst)) return () => id;
  if (FRONT_PAGE.test(id) || id === canonicalUrl(page)) return (row) => nameless(row, page);
  // Where the address stands without a fragment too, those are places on the page: x.html, x.html#comments.
  const isNamedByFragment = !id.includes('#') && rows.every(({ url }) => fragmentOf(url) !== '');
  return ({ url }) => (isNamedByFragment ? `${id}${fragmentOf(url)}` : id);
}

const eachOnce = (entries: readonly Entry[]): Entry[] => {
  const byId = new Map<string, Entry>();
  for (const entry of entries) if (!byId.has(entry.id)) byId.set(entry.id, entry);
  return [...byId.values()];
};

/**
 * Entries with their identities, each once: rows that differ only in how their address is written are one, unless their titles say that
 * they are not.
 */
function toEntries(rows: readonly RawEntry[], page: string): Entry[] {
  const read = rows.map((row) => ({ row, entry: toEntry(row, page) }));
  const once = eachOnce(read.map(({ entry }) => entry));
  if (once.length === read.length) return once;
  const identities = new Map<string, (row: RawEntry) => string>();
  for (const [id, group] of Map.groupBy(read, ({ entry }) => entry.id))
    identities.set(
      id,
      tellApart(
        group.map(({ row }) => row),
        id,
        page,
      ),
    );
  return eachOnce(
    read.map(({ row, entry }) => ({ ...entry, id: identities.get(entry.id)?.(row) ?? entry.id })),
  );
}

/** Reads a list by its reader; without one, by what the page turns out to be. */
export async function readList(page: Page, reader: Reader | null): Promise<Result<List, ReadFailure>> {
  const read = await readPage(page.body, decodeText(page.body, page.contentType), page.url, reader);
  return read.ok ? ok({ ...read.value, entries: toEntries(read.value.entries, page.url) }) : read;
}

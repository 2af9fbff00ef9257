/**
 * Composing a measure from the entries that show one document, and improving a known one by them.
 */
import { isDeepStrictEqual } from 'node:util';
import { hashOf } from '../hash.ts';
import type { ArticleLink } from '../link/types.ts';
import type { Measure } from '../store/port.ts';
import { familyOf } from './family.ts';
import { isSameDocument } from './fold.ts';
import { guildOfFeed, plainName } from './namespace.ts';
import { type Candidate, openingOf } from './sift.ts';
import type { FeedDefinition } from './types.ts';

/** Entries that show one document, first published first. */
export type Group = readonly [Candidate, ...Candidate[]];

const RANKS = { watched: 0, doubtful: 1, relevant: 2 } as const;

/** The strongest that any of them shows. */
const relevanceOf = (group: Group): Measure['relevance'] =>
  group.reduce<Measure['relevance']>(
    (best, { relevance }) => (RANKS[relevance] > RANKS[best] ? relevance : best),
    group[0].relevance,
  );

/** Whether a group shows more in a document than was known. */
export const raises = (group: Group, { relevance }: Measure): boolean =>
  RANKS[relevanceOf(group)] > RANKS[relevance];

/** The best link to each article that any of the reposts shows, best first. */
function merge(links: readonly ArticleLink[]): ArticleLink[] {
  const best = new Map<number, ArticleLink>();
  for (const link of links)
    if (link.score > (best.get(link.number)?.score ?? -1)) best.set(link.number, link);
  return [...best.values()].sort((a, b) => b.score - a.score || a.number - b.number);
}

/** Links told and doubtful: an article that one of them tells is in doubt no more. */
function linksOf(group: Group, known?: Measure): Pick<Measure, 'links' | 'doubtful'> {
  const links = merge([...(known?.links ?? []), ...group.flatMap(({ result }) => result.articles)]);
  const told = new Set(links.map(({ number }) => number));
  const doubtful = merge([
    ...(known?.doubtful ?? []),
    ...group.flatMap(({ result }) => result.doubtful ?? []),
  ]).filter(({ number }) => !told.has(number));
  return { links, doubtful };
}

/** A new measure, with those of its identities that no other has. */
export function compose(
  group: Group,
  known: ReadonlyMap<string, Measure>,
  feed: FeedDefinition,
  now: Date,
): Measure {
  const [first] = group;
  const guildId = guildOfFeed(feed.id);
  const keys = [...new Set(group.flatMap((candidate) => candidate.keys))].filter((key) => !known.has(key));
  const docKey = keys.find((key) => plainName(key).startsWith('doc:'));
  return {
    id: hashOf('measure', docKey ?? `url:${first.id}`),
    keys,
    title: first.entry.title,
    issuer: first.issuer,
    docNumber: docNumberOf(group),
    url: first.entry.url,
    date: first.date,
    kind: first.result.kind,
    confidence: Math.max(...group.map(({ result }) => result.confidence)),
    relevance: relevanceOf(group),
    ...linksOf(group),
    text: group.map(({ written }) => openingOf(written)).find((text) => text !== '') ?? '',
    family: familyOf(first.entry.title, first.issuer),
    firstSeenAt: now.toISOString(),
    feedId: feed.id,
    guildId,
    ...daysOf(group),
  };
}

const docNumberOf = (group: Group): string | null =>
  group.find(({ docNumber }) => docNumber !== null)?.docNumber ?? null;

/** The days that the pages of a group tell, the first that does. */
function daysOf(group: Group): Pick<Measure, 'effectiveOn' | 'consultationUntil'> {
  const details = group.map(({ written }) => written.detail);
  const effectiveOn = details.find((detail) => detail?.effectiveOn)?.effectiveOn;
  const until = details.find((detail) => detail?.consultation)?.consultation?.until;
  return { ...(effectiveOn ? { effectiveOn } : {}), ...(until ? { consultationUntil: until } : {}) };
}

/** A known measure with what a group adds to it; null where that is nothing. Its own page has the last word on its days and text. */
export function improve(owner: Measure, group: Group): Measure | null {
  const days = daysOf(group);
  const own = group.find(({ entry }) => entry.url === owner.url);
  const first = raises(group, owner) ? (group.find(({ result }) => result.relevant) ?? group[0]) : null;
  const better: Measure = {
    ...owner,
    ...(own ? days : { ...days, ...owner }),
    ...linksOf(group, owner),
    ...(first && { relevance: relevanceOf(group), kind: first.result.kind }),
    confidence: Math.max(owner.confidence, first?.result.confidence ?? 0),
    text: (own?.written.detail && openingOf(own.written)) || owner.text || openingOf(group[0].written),
    docNumber: owner.docNumber ?? docNumberOf(group),
  };
  return isDeepStrictEqual(better, owner) ? null : better;
}

/** The known measure that a group is, by the strongest identity of the first that has one. */
export function ownerOf(
  group: Group,
  keysOf: (candidate: Candidate) => readonly string[],
  measures: ReadonlyMap<string, Measure>,
): Measure | null {
  for (const candidate of group) {
    for (const key of keysOf(candidate)) {
      const measure = measures.get(key);
      if (measure !== undefined && isSameDocument(plainName(key), candidate.date, measure.date))
        return measure;
    }
  }
  return null;
}

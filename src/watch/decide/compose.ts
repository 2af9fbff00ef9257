/**
 * Composing a measure from the entries that show one document, and improving a known one by them.
 */
import { isDeepStrictEqual } from 'node:util';
import { hashOf } from '../../hash.ts';
import type { ArticleLink } from '../../link/types.ts';
import type { Measure } from '../../store/port.ts';
import { familyOf } from '../identity/family.ts';
import { isCutOff, readTitle } from '../identity/identify.ts';
import { identityOf } from '../identity/keys.ts';
import { guildOfFeed, plainName } from '../namespace.ts';
import type { FeedDefinition } from '../types.ts';
import { type Candidate, openingOf } from './sift.ts';

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

/** The first title of a group that no list cut; undefined where all are. */
const wholeTitleOf = (group: Group): string | undefined =>
  group.find(({ entry }) => !isCutOff(entry.title))?.entry.title;

/** A new measure, with `keys` as its identities: those that no other has. */
export function compose(group: Group, keys: readonly string[], feed: FeedDefinition, now: Date): Measure {
  const [first] = group;
  const guildId = guildOfFeed(feed.id);
  const { links, doubtful } = linksOf(group);
  const title = wholeTitleOf(group) ?? first.entry.title;
  return {
    id: hashOf('measure', nameOf(first, keys)),
    keys,
    title,
    issuer: first.issuer,
    docNumber: docNumberOf(group),
    url: first.entry.url,
    date: first.date,
    kind: first.result.kind,
    confidence: Math.max(...group.map(({ result }) => result.confidence)),
    relevance: relevanceOf(group),
    links,
    doubtful,
    text: group.map(({ written }) => openingOf(written)).find((text) => text !== '') ?? '',
    family: familyOf(title, first.issuer),
    firstSeenAt: now.toISOString(),
    feedId: feed.id,
    guildId,
    ...daysOf(group),
  };
}

/** By which a measure is told from every other: its number, or the place it takes at its address. */
function nameOf({ id, entry }: Candidate, keys: readonly string[]): string {
  const docKey = keys.find((key) => plainName(key).startsWith('doc:'));
  if (docKey !== undefined) return docKey;
  const address = `url:${plainName(id)}`;
  const place = keys.map(plainName).find((key) => identityOf(key) === address);
  return `url:${id}${place === undefined ? ` ${readTitle(entry.title).core}` : place.slice(address.length)}`;
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
  const whole = isCutOff(owner.title) ? wholeTitleOf(group) : undefined;
  const better: Measure = {
    ...owner,
    ...(own ? days : { ...days, ...owner }),
    ...(whole === undefined ? {} : { title: whole, family: familyOf(whole, owner.issuer) }),
    ...linksOf(group, owner),
    ...(first && { relevance: relevanceOf(group), kind: first.result.kind }),
    confidence: Math.max(owner.confidence, first?.result.confidence ?? 0),
    text: (own?.written.detail && openingOf(own.written)) || owner.text || openingOf(group[0].written),
    docNumber: owner.docNumber ?? docNumberOf(group),
  };
  return isDeepStrictEqual(better, owner) ? null : better;
}

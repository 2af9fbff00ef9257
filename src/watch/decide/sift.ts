/**
 * Sifting: what one entry is by its own words, before it is known which document it shows.
 */
import { hasWords, matchTopic, type Subject } from '../../ledger/topic.ts';
import type { Guild } from '../../ledger/types.ts';
import type { EntryText, LinkResult } from '../../link/types.ts';
import type { EntryRecord, Measure, Reason } from '../../store/port.ts';
import { cleanText } from '../detail/clean.ts';
import { changedParts, isComparable, withDetail } from '../detail/merge.ts';
import { identify, normaliseTitle } from '../identity/identify.ts';
import { type Sighting, sightingOfEntry, sightingOfMeasure, withNumber } from '../identity/same.ts';
import { OPENING } from '../identity/sameText.ts';
import { textHashOf } from '../identity/textHash.ts';
import { guildOfFeed, ownName, plainName } from '../namespace.ts';
import type { Entry, FeedDefinition } from '../types.ts';

/** What the linker reads of an entry. */
export function entryText(written: Entry, feed: FeedDefinition): EntryText {
  const entry = withDetail(written);
  const { id, title, url, summary, date } = entry;
  const text: { -readonly [K in keyof EntryText]: EntryText[K] } = { id, title, url, source: feed.authority };
  if (summary !== undefined) text.body = summary;
  if (date !== null) text.date = date;
  return text;
}

/** How an entry is settled: all of its record but where and when. */
export type Ruling = Pick<EntryRecord, 'verdict' | 'reason' | 'measureId'>;

export const FIRST_SIGHT: Reason = { code: 'first-sight', about: {} };

/** An entry that says something of a document, with the identities of that. */
export interface Candidate {
  readonly id: string;
  readonly date: string | null;
  readonly keys: readonly string[];
  /** Keys by which it may be known, besides. */
  readonly former: readonly string[];
  /** The keys it would have if it were everybody's; empty where it is. */
  readonly publicKeys: readonly string[];
  readonly entry: Entry;
  readonly issuer: string | null;
  readonly docNumber: string | null;
  readonly result: LinkResult;
  readonly relevance: Measure['relevance'];
  /** As it was read, and settled before. */
  readonly written: Entry;
  readonly before: EntryRecord | undefined;
  /** The measure that it was settled as before. */
  readonly known: Measure | undefined;
  /** Whether it took the place of another document at its address. */
  readonly isSuccessor: boolean;
  /** What it says of its document; of a known one, what is known. */
  readonly sighting: Sighting;
}

type Keys = Pick<Candidate, 'keys' | 'former' | 'publicKeys' | 'docNumber' | 'issuer'>;

/** What is looked up is decided on at once. */
const asked = new WeakMap<Entry, { readonly feed: FeedDefinition; readonly keys: Keys }>();

/** The keys that an entry's document is known by here, and for a server's own those that it has for everybody. */
export function keysOf(entry: Entry, feed: FeedDefinition): Keys {
  const known = asked.get(entry);
  if (known?.feed === feed) return known.keys;
  const keys = readKeys(entry, feed);
  asked.set(entry, { feed, keys });
  return keys;
}

function readKeys(entry: Entry, feed: FeedDefinition): Keys {
  const guildId = guildOfFeed(feed.id);
  const { keys, former, docNumber, issuer } = identify({ ...entry, id: plainName(entry.id) }, feed);
  if (guildId === null) return { keys, former, publicKeys: [], docNumber, issuer };
  const own = (all: readonly string[]): readonly string[] => all.map((key) => ownName(guildId, key));
  return { keys: own(keys), former: own(former), publicKeys: [...keys, ...former], docNumber, issuer };
}

export const openingOf = ({ detail, summary = '' }: Entry): string =>
  (detail?.text || cleanText(summary)).slice(0, OPENING);

export interface Sifting {
  readonly feed: FeedDefinition;
  readonly link: (entry: Entry) => LinkResult;
  readonly isFirstSight: boolean;
  /** Those whose topics an entry of this source may be about. */
  readonly guilds: readonly Guild[];
  /** By id. */
  readonly measureOf: (id: string) => Measure | undefined;
  readonly now: Date;
}

/** Settles an entry that is no document to tell of, or names it a candidate. */
export function sift(
  written: Entry,
  before: EntryRecord | undefined,
  sifting: Sifting,
  isSuccessor = false,
): Ruling | Candidate {
  const { feed, link, isFirstSight, measureOf, now } = sifting;
  const result = link(written);
  if (!result.relevant && before !== undefined && before.verdict !== 'irrelevant')
    return revisionOf(before, written);
  const relevance = relevanceOf(written, result, sifting);
  if (relevance === null) {
    const refusal = result.refusal ?? 'subject';
    return isFirstSight
      ? { verdict: 'learned', reason: FIRST_SIGHT, measureId: null }
      : { verdict: 'irrelevant', reason: { code: 'irrelevant', about: { refusal } }, measureId: null };
  }
  const entry = withDetail(written);
  const { keys, former, publicKeys, docNumber: number } = keysOf(entry, feed);
  // What is about another document carries that document's number without being it.
  const isAbout = result.kind === 'interpretation' || result.kind === 'news';
  const isItsOwn = (key: string): boolean => !(isAbout && plainName(key).startsWith('doc:'));
  const docNumber = isAbout ? null : number;
  const issuer = issuerOf(written, feed);
  const known = before?.measureId ? measureOf(before.measureId) : undefined;
  const { title, url, date } = entry;
  const facts = { docNumber, title, issuer, url, date, kind: result.kind, text: openingOf(written) };
  return {
    id: entry.id,
    date: entry.date,
    keys: keys.filter(isItsOwn),
    former,
    publicKeys: publicKeys.filter(isItsOwn),
    entry,
    issuer,
    docNumber,
    result,
    relevance,
    before,
    written,
    known,
    isSuccessor,
    sighting: known ? withNumber(sightingOfMeasure(known, now), docNumber) : sightingOfEntry(facts, now),
  };
}

/** As its title, its own page, or else its source says. */
const issuerOf = (written: Entry, { authority }: FeedDefinition): string =>
  normaliseTitle(withDetail(written).title).issuer ?? written.detail?.issuer ?? authority;

/** Null: it means nothing to anybody. */
export function relevanceOf(
  written: Entry,
  { relevant, doubtful = [], kind }: LinkResult,
  { feed, guilds }: Pick<Sifting, 'feed' | 'guilds'>,
): Measure['relevance'] | null {
  if (relevant) return 'relevant';
  if (doubtful.length > 0) return 'doubtful';
  const topics = guilds.flatMap(({ topics }) => topics.filter(hasWords));
  if (topics.length === 0) return null;
  const { title } = withDetail(written);
  const issuer = issuerOf(written, feed);
  const subject: Subject = { title, text: openingOf(written), issuer, kind, articles: [] };
  return topics.some((topic) => matchTopic(topic, subject).matches) ? 'watched' : null;
}

/**
 * An entry seen before whose words changed; its page read for the first time, or by another reading than before, is none, but what it
 * was. What waits for a moderator goes on waiting.
 */
export function revisionOf(before: EntryRecord, written: Entry): Ruling {
  const { verdict, reason, measureId } = before;
  const { page, detail } = written;
  const isFirst = !before.entry.page?.textHash;
  const isReadAnew = !isComparable(before.entry.page, page) && before.textHash === textHashOf(written);
  if (detail !== undefined && (isFirst || isReadAnew)) {
    // What was changed then was told then.
    const { parts: _, ...about } = reason.about;
    return { verdict, reason: verdict === 'revision' ? { ...reason, about } : reason, measureId };
  }
  const parts = changedParts(before.entry.page, page).join(', ');
  const about = { seenAt: before.seenAt, ...(parts === '' ? {} : { parts }) };
  return {
    verdict: verdict === 'doubtful' ? 'doubtful' : 'revision',
    reason: { code: 'changed', about },
    measureId,
  };
}

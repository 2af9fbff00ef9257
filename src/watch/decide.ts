import { isDeepStrictEqual } from 'node:util';
import { hashOf } from '../hash.ts';
import type { ArticleLink, EntryText, LinkResult } from '../link/types.ts';
import type { Alert, Delivery, EntryRecord, Known, Lookup, Measure, Outcome, Reason } from '../store/port.ts';
import { cleanText } from './detail/clean.ts';
import { changedParts, withDetail } from './detail/merge.ts';
import { nextChecks } from './detail/recheck.ts';
import { dispatch } from './dispatch.ts';
import { foldReposts, isSameDocument } from './fold.ts';
import { assess } from './health.ts';
import { earliest, heralds, isOld, isSettled, newsDays, untoldOf } from './herald.ts';
import { identify, normaliseTitle } from './identify.ts';
import { nextCheck } from './schedule.ts';
import type { Entry, FeedDefinition, Visit } from './types.ts';

/**
 * What a visit means, given what is known: a pure function, called inside the transaction that writes its outcome.
 *
 *   visit failed ─────────────────────────────► come back later, later still each time
 *   entry ─ known, same text ─────────────────► nothing
 *         ─ known, other text ────────────────► revision (recorded, not told)
 *         ─ its source read for the first time ► learned (measure recorded, not told)
 *         ─ not about the ordinance ──────────► irrelevant
 *         ─ its document is known ────────────► repost (folded into the measure); told if nobody was and it is news here
 *         ─ dated long ago ───────────────────► learned
 *         ─ else ─────────────────────────────► told (alert, one delivery per target)
 */
export interface Deciding {
  readonly feed: FeedDefinition;
  readonly visit: Visit;
  readonly now: Date;
  /** 0…1, spreads visits over time. */
  readonly jitter: number;
  /** Pure; asked for new and changed entries alone. */
  readonly link: (entry: EntryText) => LinkResult;
}

/** All that a visit says something of, each once. */
const entriesOf = ({ entries, again = [] }: Visit): readonly Entry[] => [
  ...new Map([...again, ...entries].map((entry) => [entry.id, entry])).values(),
];

/** What the store must look up before `decide` can speak about a visit. */
export function lookupFor(feed: FeedDefinition, visit: Visit): Lookup {
  const entries = entriesOf(visit);
  return {
    feedId: feed.id,
    entryIds: entries.map(({ id }) => id),
    measureKeys: [...new Set(entries.flatMap((entry) => identify(withDetail(entry), feed).keys))],
  };
}

/** What the linker reads of an entry. */
export function entryText(written: Entry, feed: FeedDefinition): EntryText {
  const entry = withDetail(written);
  return {
    id: entry.id,
    title: entry.title,
    url: entry.url,
    source: feed.authority,
    ...(entry.summary === undefined ? {} : { body: entry.summary }),
    ...(entry.date === null ? {} : { date: entry.date }),
  };
}

const textHashOf = (entry: Entry): string =>
  hashOf(normaliseTitle(entry.title).core, cleanText(entry.summary ?? '').replace(/\s+/g, ''));

/** How an entry is settled: all of its record but where and when. */
type Ruling = Pick<EntryRecord, 'verdict' | 'reason' | 'measureId'>;

/** A relevant entry with the identities of its document. */
interface Candidate {
  readonly id: string;
  readonly date: string | null;
  readonly keys: readonly string[];
  readonly entry: Entry;
  readonly issuer: string | null;
  readonly docNumber: string | null;
  readonly result: LinkResult;
  /** As it was read, and settled before. */
  readonly written: Entry;
  readonly before: EntryRecord | undefined;
}

const FIRST_SIGHT: Reason = { code: 'first-sight', about: {} };

/** Settles an entry that is no document to tell of, or names it a candidate. */
function sift(
  written: Entry,
  before: EntryRecord | undefined,
  isFirstSight: boolean,
  { feed, link }: Deciding,
): Ruling | Candidate {
  const result = link(entryText(written, feed));
  if (!result.relevant) {
    if (before !== undefined && before.verdict !== 'irrelevant') return revisionOf(before, written);
    const refusal = result.refusal ?? 'subject';
    return isFirstSight
      ? { verdict: 'learned', reason: FIRST_SIGHT, measureId: null }
      : { verdict: 'irrelevant', reason: { code: 'irrelevant', about: { refusal } }, measureId: null };
  }
  const entry = withDetail(written);
  const identity = identify(entry, feed);
  // What is about another document carries that document's number without being it.
  const isAbout = result.kind === 'interpretation' || result.kind === 'news';
  return {
    id: entry.id,
    date: entry.date,
    keys: identity.keys.filter((key) => !(isAbout && key.startsWith('doc:'))),
    entry,
    issuer: normaliseTitle(entry.title).issuer ?? written.detail?.issuer ?? identity.issuer,
    docNumber: isAbout ? null : identity.docNumber,
    result,
    before,
    written,
  };
}

/** An entry seen before whose words changed; its page read for the first time is none, but what it was. */
function revisionOf(before: EntryRecord, { page, detail }: Entry): Ruling {
  const { verdict, reason, measureId } = before;
  if (detail !== undefined && !before.entry.page?.textHash) return { verdict, reason, measureId };
  const parts = changedParts(before.entry.page, page).join(', ');
  const about = { seenAt: before.seenAt, ...(parts === '' ? {} : { parts }) };
  return { verdict: 'revision', reason: { code: 'changed', about }, measureId };
}

/** The best link to each article that any of the reposts shows, best first. */
function mergeLinks(group: readonly Candidate[], known: readonly ArticleLink[] = []): ArticleLink[] {
  const best = new Map(known.map((link) => [link.number, link]));
  for (const link of group.flatMap(({ result }) => result.articles))
    if (link.score > (best.get(link.number)?.score ?? -1)) best.set(link.number, link);
  return [...best.values()].sort((a, b) => b.score - a.score || a.number - b.number);
}

function toMeasure(
  group: readonly [Candidate, ...Candidate[]],
  known: ReadonlyMap<string, Measure>,
  { feed, now }: Deciding,
): Measure {
  const [first] = group;
  const keys = [...new Set(group.flatMap((candidate) => candidate.keys))].filter((key) => !known.has(key));
  return {
    id: hashOf('measure', keys.find((key) => key.startsWith('doc:')) ?? `url:${first.id}`),
    keys,
    title: first.entry.title,
    issuer: first.issuer,
    docNumber: docNumberOf(group),
    url: first.entry.url,
    date: first.date,
    kind: first.result.kind,
    confidence: Math.max(...group.map(({ result }) => result.confidence)),
    links: mergeLinks(group),
    firstSeenAt: now.toISOString(),
    feedId: feed.id,
    ...daysOf(group),
  };
}

const docNumberOf = (group: readonly Candidate[]): string | null =>
  group.find(({ docNumber }) => docNumber !== null)?.docNumber ?? null;

/** The days that the pages of a group tell, the first that does. */
function daysOf(group: readonly Candidate[]): Pick<Measure, 'effectiveOn' | 'consultationUntil'> {
  const details = group.map(({ written }) => written.detail);
  const effectiveOn = details.find((detail) => detail?.effectiveOn)?.effectiveOn;
  const until = details.find((detail) => detail?.consultation)?.consultation?.until;
  return { ...(effectiveOn ? { effectiveOn } : {}), ...(until ? { consultationUntil: until } : {}) };
}

/** A known measure with what a group adds to it; null where that is nothing. Its own page has the last word on its days. */
function improve(owner: Measure, group: readonly Candidate[], links: readonly ArticleLink[]): Measure | null {
  const days = daysOf(group);
  const isOwn = group.some(({ entry }) => entry.url === owner.url);
  const better: Measure = {
    ...owner,
    ...(isOwn ? days : { ...days, ...owner }),
    links,
    docNumber: owner.docNumber ?? docNumberOf(group),
  };
  return isDeepStrictEqual(better, owner) ? null : better;
}

/** Whether all of a group was there when its source was first read. */
const isLearned = (group: readonly Candidate[]): boolean => group.some(({ before }) => isSettled(before));

/** Whether a new measure is told, and why or why not. */
function judge(
  measure: Measure,
  date: string | null,
  isFirstSight: boolean,
  { feed, now }: Pick<Deciding, 'feed' | 'now'>,
): Ruling {
  const measureId = measure.id;
  if (isFirstSight) return { verdict: 'learned', reason: FIRST_SIGHT, measureId };
  if (isOld(date, feed, now)) {
    const about = { date: date ?? '', days: newsDays(feed) };
    return { verdict: 'learned', reason: { code: 'old', about }, measureId };
  }
  const articles = measure.links.map(({ number }) => number);
  return { verdict: 'told', reason: { code: 'new', about: { articles: articles.join('、') } }, measureId };
}

/** The known measure that a group of reposts is, by the strongest identity of the first that has one. */
function ownerOf(group: readonly Candidate[], measures: ReadonlyMap<string, Measure>): Measure | null {
  for (const { keys, date } of group) {
    for (const key of keys) {
      const measure = measures.get(key);
      if (measure !== undefined && isSameDocument(key, date, measure.date)) return measure;
    }
  }
  return null;
}

/** Decides what a visit changes. The same visit decided again, in any order, tells nobody anything more. */
export function decide(known: Known, deciding: Deciding): Outcome {
  const { feed, visit, now, jitter } = deciding;
  const isFirstSight = known.feed.firstReadAt === null;
  const seenAt = now.toISOString();
  const records: EntryRecord[] = [];
  const entries = entriesOf(visit);
  const textHashes = new Map(entries.map((entry) => [entry.id, textHashOf(entry)]));
  const record = ({ detail: _, ...written }: Entry, ruling: Ruling): void => {
    const page = written.page ?? known.entries.get(written.id)?.entry.page;
    const entry = page === undefined ? written : { ...written, page };
    records.push({ entry, feedId: feed.id, seenAt, textHash: textHashes.get(entry.id) ?? '', ...ruling });
  };

  const candidates: Candidate[] = [];
  for (const entry of entries) {
    const before = known.entries.get(entry.id);
    // What another source showed first is known through that one, whatever words this one has for it, unless it meant nothing there,
    // or was only learned there and is news here.
    const isOthers = before !== undefined && before.feedId !== feed.id;
    const untold = isOthers ? untoldOf(before, known) : undefined;
    const isNewsHere = untold !== undefined && heralds(entry, before, untold, known.feed, feed, now);
    const isSameRow = before?.textHash === textHashes.get(entry.id);
    const isSamePage = entry.page === undefined || entry.page.textHash === before?.entry.page?.textHash;
    if (isSameRow && isSamePage && !isNewsHere) continue;
    if (isOthers && before.verdict !== 'irrelevant' && !isNewsHere) continue;
    const sifted = sift(entry, before, isFirstSight, deciding);
    if ('verdict' in sifted) {
      if (!isOthers) record(entry, sifted);
    } else candidates.push(sifted);
  }

  const measures: Measure[] = [];
  const addedKeys: { measureId: string; key: string }[] = [];
  const alerts: Alert[] = [];
  const deliveries: Delivery[] = [];
  const taken = new Map(known.measures);
  const alerted = new Set(known.alerted);
  for (const group of foldReposts(candidates)) {
    const owner = ownerOf(group, taken);
    const measure = owner ?? toMeasure(group, taken, deciding);
    const links = mergeLinks(group, owner?.links);
    const better = owner === null ? null : improve(owner, group, links);
    // Learned at another source's first reading, and news here.
    const isNewsHere =
      owner !== null &&
      !alerted.has(owner.id) &&
      group.every(({ written, before }) => heralds(written, before, owner, known.feed, feed, now));
    const ruling =
      owner === null || isNewsHere
        ? judge(
            better ?? measure,
            earliest(measure.date, group[0].date),
            isFirstSight || (!isNewsHere && isLearned(group)),
            deciding,
          )
        : null;
    const folded: Ruling = {
      verdict: isFirstSight ? 'learned' : 'repost',
      reason: { code: 'repost', about: { title: measure.title } },
      measureId: measure.id,
    };
    for (const candidate of group) {
      const { before, written } = candidate;
      if (candidate === group[0] && ruling !== null) record(written, ruling);
      else if (!isSettled(before)) record(written, folded);
      else if (before.feedId === feed.id) record(written, revisionOf(before, written));
    }
    if (better !== null) {
      // One of this very batch is written once, with its identities; a known one has them already.
      const at = measures.findIndex(({ id }) => id === better.id);
      if (at === -1) measures.push({ ...better, keys: [] });
      else measures[at] = better;
      for (const [key, known] of taken) if (known.id === better.id) taken.set(key, better);
    }
    for (const key of new Set(group.flatMap(({ keys }) => keys))) {
      if (taken.has(key)) continue;
      taken.set(key, better ?? measure);
      if (owner !== null) addedKeys.push({ measureId: owner.id, key });
    }
    if (owner === null) measures.push(measure);
    if (ruling?.verdict !== 'told') continue;
    const alert: Alert = { id: hashOf('alert', measure.id), measureId: measure.id, createdAt: seenAt };
    alerts.push(alert);
    alerted.add(measure.id);
    deliveries.push(...dispatch(alert, better ?? measure, known.subscriptions));
  }

  const failed = visit.status === 'failed' || visit.status === 'refused';
  const schedule = {
    paceMinutes: feed.paceMinutes,
    failures: failed ? known.feed.consecutiveFailures + 1 : 0,
    retryAfter: visit.retryAfter,
    freshFor: visit.freshFor,
    jitter,
  };
  const fresh = visit.entries.filter(({ id }) => !known.entries.has(id)).length;
  const { health, news } = assess({ before: known.feed, visit, fresh, now });
  const settled = new Map(records.map((one) => [one.entry.id, one]));
  const pages = nextChecks({
    before: known.feed.health?.pages ?? [],
    looks: visit.looks ?? [],
    learned: isFirstSight ? records : [],
    settledOf: (id) => settled.get(id) ?? known.entries.get(id),
    now,
  });
  return {
    health: { ...health, pages },
    ...(news === null ? {} : { news }),
    visit: {
      status: visit.status,
      ...(visit.cause === undefined ? {} : { cause: visit.cause }),
      validators: visit.validators,
      notes: visit.notes,
    },
    checkedAt: seenAt,
    nextCheckAt: nextCheck(now, schedule).toISOString(),
    entries: records,
    measures,
    addedKeys,
    alerts,
    deliveries,
  };
}

import { isHeard } from '../deliver/dispatch.ts';
import type { EntryText, LinkResult } from '../link/types.ts';
import type { EntryRecord, Known, Measure, Outcome } from '../store/port.ts';
import {
  type Announced,
  announceHealth,
  announceNews,
  announceRevision,
  joined,
  toldAlready,
} from './announce.ts';
import { arrivalsOf } from './arrivals.ts';
import { compose, type Group, improve, raises } from './compose.ts';
import { withDetail } from './detail/merge.ts';
import { nextChecks } from './detail/recheck.ts';
import { foldReposts } from './fold.ts';
import { assess } from './health.ts';
import { earliest, heralds, isSettled, untoldOf } from './herald.ts';
import { isLearned, judge } from './judge.ts';
import { entriesOf, hearing, isAsBefore } from './lookup.ts';
import { addressOf, decidedBy } from './moved.ts';
import { guildOfFeed } from './namespace.ts';
import { ownerOf } from './owner.ts';
import { openRegister } from './register.ts';
import { nextCheck } from './schedule.ts';
import { type Candidate, FIRST_SIGHT, type Ruling, revisionOf, sift } from './sift.ts';
import { isLearnedNothing, isOther, isSuccessor } from './succeed.ts';
import { textHashOf } from './textHash.ts';
import type { Entry, FeedDefinition, Visit } from './types.ts';

/**
 * What a visit means, given what is known: a pure function, called inside the transaction that writes its outcome.
 *
 *   visit failed ─────────────────────────────► come back later, later still each time
 *   entry ─ known, same text ─────────────────► nothing
 *         ─ known, other text ────────────────► revision; told to those who were told of its measure
 *         ─ known, other document ────────────► as if it had never been seen
 *         ─ its source read for the first time ► learned (measure recorded, not told)
 *         ─ was there then, though not shown ──► learned
 *         ─ of no concern ────────────────────► irrelevant
 *         ─ its document is known ────────────► repost (folded into the measure); told if nobody was and it is news here
 *         ─ dated long ago ───────────────────► learned
 *         ─ perhaps about the ordinance ──────► doubtful (shown to moderators)
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

/** Whether pages wait that could be read: those of a host that does not answer have time. */
const isHurried = ({ looks = [] }: Visit): boolean =>
  looks.some(({ result }) => result === 'waiting') && looks.every(({ result }) => result !== 'failed');

/** Everybody's measure that a group of a server's own source shows again; none from a source that the server does not hear. */
function publishedAs(group: Group, known: Known, guildId: string | null, now: Date): Measure | null {
  if (guildId === null) return null;
  const measure = ownerOf(group, ({ publicKeys }) => publicKeys, known.measures, now);
  const guild = known.guilds.get(guildId);
  return measure !== null && (guild === undefined || isHeard(measure, guild)) ? measure : null;
}

const MOVED =
  'It is read from another address, which shows another list: what is on it was learned, and not told.';

/** Whether another source's first reading learned what meant nothing there, and this one, read for longer, shows it only now. */
const isUnheard = (before: EntryRecord, { firstReadAt }: Known['feed']): boolean =>
  before.verdict === 'learned' &&
  isLearnedNothing(before) &&
  firstReadAt !== null &&
  firstReadAt < before.seenAt;

const withoutDetail = ({ detail: _, ...written }: Entry): Entry => written;

/** Decides what a visit changes. The same visit decided again, in any order, tells nobody anything more. */
export function decide(known: Known, deciding: Deciding): Outcome {
  const { feed, visit, now, jitter, link } = deciding;
  const state = decidedBy(feed, known.feed, visit);
  const isFirstSight = state.firstReadAt === null;
  const isAnew = state !== known.feed;
  const seenAt = now.toISOString();
  const byId = new Map(known.measures.values().map((measure) => [measure.id, measure]));
  const measureOf = (id: string): Measure | undefined => byId.get(id);
  // What a first reading learns is told nobody: words are not looked for in it.
  const learning = { feed, link, isFirstSight: true, guilds: [], measureOf, now };
  const sifting = isFirstSight ? learning : { ...learning, isFirstSight, guilds: hearing(feed, known) };
  const records: EntryRecord[] = [];
  const entries = entriesOf(visit);
  const arrivals = arrivalsOf(visit, state, known.entries, feed);
  const wasThere = ({ id }: Pick<Entry, 'id'>): boolean => arrivals.wereThere.has(id);
  /** Entries at whose address another document stands now. */
  const replaced = new Set<string>();
  const succeeds = (entry: Entry, before: EntryRecord): boolean => {
    // Of another source's page only what waits there is looked at.
    if (before.feedId !== feed.id)
      return before.verdict === 'doubtful' && isOther(withDetail(entry).title, before.entry.title);
    const measure = before.measureId === null ? undefined : measureOf(before.measureId);
    return isSuccessor(withDetail(entry), feed, before, measure, now);
  };
  const record = (visited: Entry, ruling: Ruling): void => {
    const written = visited.detail === undefined ? visited : withoutDetail(visited);
    const earlier = replaced.has(written.id) ? undefined : known.entries.get(written.id);
    const page = written.page ?? earlier?.entry.page;
    const entry = page === undefined ? written : { ...written, page };
    const { verdict, reason, measureId } = ruling;
    const textHash = textHashOf(entry);
    records.push({ entry, feedId: feed.id, seenAt, textHash, verdict, reason, measureId });
  };

  const candidates: Candidate[] = [];
  for (const entry of entries) {
    const earlier = known.entries.get(entry.id);
    // What another source showed first is known through that one, whatever words this one has for it, unless it meant nothing there
    // and means more here, or was only learned there and is news here.
    const isOthers = earlier !== undefined && earlier.feedId !== feed.id;
    const untold = isOthers ? untoldOf(earlier, known) : undefined;
    if (untold !== undefined && wasThere(entry)) {
      // Seen again, it is no longer told from what is new here: that it was there is kept.
      record(entry, { verdict: 'learned', reason: FIRST_SIGHT, measureId: untold.id });
      continue;
    }
    const isNewsHere = untold !== undefined && heralds(entry, earlier, untold, state, feed, now);
    const isAsItWas = earlier !== undefined && isAsBefore(entry, earlier);
    if (isAsItWas && !isNewsHere) continue;
    const isReplaced = earlier !== undefined && succeeds(entry, earlier);
    if (isReplaced) replaced.add(entry.id);
    const isNew = isReplaced || (isOthers && isUnheard(earlier, state));
    const isOpen = isNew || earlier?.verdict === 'irrelevant' || earlier?.verdict === 'doubtful';
    if (isOthers && !isOpen && !isNewsHere) continue;
    const before = isNew ? undefined : earlier;
    if (before?.measureId && measureOf(before.measureId) === undefined) {
      // Nothing says what has become of it: it stays what it was.
      if (!isOthers) record(entry, revisionOf(before, entry));
      continue;
    }
    const sifted = sift(entry, before, wasThere(entry) ? learning : sifting, isReplaced);
    if ('verdict' in sifted) {
      if (!isOthers) record(entry, sifted);
    } else if (!isOthers || earlier.verdict !== 'doubtful' || sifted.relevance === 'relevant')
      candidates.push(sifted);
  }

  /** Whether it is news here of a measure that all of this visit's rows of it are: those, too, that are as they were. */
  const isNewsOf = (measure: Measure, group: Group): boolean => {
    const rows = new Map(group.map(({ written, before }) => [written.id, { row: written, before }]));
    for (const row of entries) {
      const before = known.entries.get(row.id);
      if (before?.measureId === measure.id && !rows.has(row.id)) rows.set(row.id, { row, before });
    }
    return rows
      .values()
      .every(({ row, before }) => !wasThere(row) && heralds(row, before, measure, state, feed, now));
  };
  const register = openRegister(known.measures, now);
  const announced: Announced[] = [];
  const edits = new Set<string>();
  const alerted = new Set(known.alerted.keys());
  for (const group of foldReposts(candidates)) {
    const own = register.find(group);
    const published = own === null ? publishedAs(group, known, guildOfFeed(feed.id), now) : null;
    const owner = own ?? published;
    const measure = owner ?? compose(group, register.free(group), feed, now);
    // What is everybody's stays as it is, whatever a server's own source shows.
    const better = own === null ? null : improve(own, group);
    // Learned at another source's first reading, and news here.
    const isUntold = own !== null && own.relevance !== 'doubtful' && !alerted.has(own.id);
    const isNewsHere = isUntold && isNewsOf(own, group);
    const isMore = own !== null && raises(group, own);
    const wasNews = isNewsHere || (own !== null && own.relevance !== 'doubtful' && alerted.has(own.id));
    const ruling =
      owner === null || isNewsHere || isMore
        ? judge(
            better ?? measure,
            earliest(measure.date, group[0].date),
            isFirstSight || group.some(wasThere) || (!wasNews && isLearned(group, own)),
            deciding,
          )
        : null;
    const folded: Ruling = {
      verdict: isFirstSight ? 'learned' : 'repost',
      reason: { code: 'repost', about: { title: measure.title } },
      measureId: published === null ? measure.id : null,
    };
    for (const candidate of group) {
      const { before, written } = candidate;
      // What waited at another source, and is more here, is this document from now on.
      const isNew =
        !isSettled(before) ||
        isLearnedNothing(before) ||
        (before.verdict === 'doubtful' && before.feedId !== feed.id);
      if (candidate === group[0] && ruling !== null) record(written, ruling);
      else if (isNew) record(written, folded);
      else if (before.feedId === feed.id) record(written, revisionOf(before, written));
      if (own !== null && isNew) edits.add(own.id);
    }
    if (better !== null) {
      register.improve(better);
      edits.add(better.id);
    }
    if (own !== null) register.claim(better ?? own, group);
    else if (published === null) register.add(measure);
    if (ruling === null || ruling.verdict === 'learned') continue;
    const toldIn = toldAlready(group, known, now);
    const news = announceNews(better ?? measure, known, toldIn, now);
    announced.push(news);
    if (news.alerts.some(({ kind }) => kind === 'news')) alerted.add(measure.id);
  }

  for (const settled of records) {
    const before = known.entries.get(settled.entry.id);
    if (settled.verdict !== 'revision' || before === undefined) continue;
    const measure = register.named(settled.measureId);
    if (measure === undefined) continue;
    edits.add(measure.id);
    const since = known.alerted.get(measure.id);
    if (since === undefined) continue;
    const told = { since, revisions: known.revisions.get(measure.id) ?? [] };
    announced.push(announceRevision(measure, settled, before, told, known, now));
  }

  const failed = visit.status === 'failed' || visit.status === 'refused';
  const schedule = {
    paceMinutes: feed.paceMinutes,
    failures: failed ? known.feed.consecutiveFailures + 1 : 0,
    retryAfter: visit.retryAfter,
    freshFor: visit.freshFor,
    hurried: isHurried(visit),
    jitter,
  };
  const { health, news } = assess({ before: state, visit, arrivals, now });
  if (news !== null) announced.push(announceHealth(feed, news, known.guilds, now));
  const settled = new Map(records.map((one) => [one.entry.id, one]));
  const pages = nextChecks({
    before: state.health?.pages ?? [],
    looks: visit.looks ?? [],
    learned: isFirstSight ? records : [],
    settledOf: (id) => settled.get(id) ?? known.entries.get(id),
    now,
  });
  return {
    ...(isAnew ? { isAnew } : {}),
    health: {
      ...health,
      pages,
      address: visit.status === 'ok' ? addressOf(feed) : (health.address ?? addressOf(feed)),
      ...(isAnew ? { movedAt: seenAt } : {}),
    },
    ...(news === null ? {} : { news }),
    visit: {
      status: visit.status,
      ...(visit.cause === undefined ? {} : { cause: visit.cause }),
      validators: visit.validators,
      notes: isAnew ? [...visit.notes, MOVED] : visit.notes,
    },
    checkedAt: seenAt,
    nextCheckAt: nextCheck(now, schedule).toISOString(),
    entries: records,
    ...register.changes,
    ...joined(announced),
    edits: [...edits].filter((id) => byId.has(id)),
  };
}

import type { EntryRecord, Known, Outcome } from '../../store/port.ts';
import { nextChecks } from '../detail/recheck.ts';
import { assess } from '../health/health.ts';
import { addressOf } from '../health/moved.ts';
import { nextCheck } from '../health/schedule.ts';
import type { Visit } from '../types.ts';
import { type Announced, announceHealth, announceRevision, joined } from './announce.ts';
import { decideDocuments } from './decideDocuments.ts';
import { decideEntries } from './decideEntries.ts';
import { openRecords } from './records.ts';
import { openRegister, type Register } from './register.ts';
import { type Deciding, lookAt, type Sight } from './sight.ts';

/** Whether pages wait that could be read: those of a host that does not answer have time. */
const isHurried = ({ looks = [] }: Visit): boolean =>
  looks.some(({ result }) => result === 'waiting') && looks.every(({ result }) => result !== 'failed');

const MOVED =
  'It is read from another address, which shows another list: what is on it was learned, and not told.';

/** What is told of revisions among records, to those who were told of their measures; and which measures they are of. */
function decideRevisions(
  records: readonly EntryRecord[],
  { known, before, now }: Sight,
  register: Register,
): { readonly announced: readonly Announced[]; readonly edited: ReadonlySet<string> } {
  const announced: Announced[] = [];
  const edited = new Set<string>();
  for (const settled of records) {
    const earlier = before(settled.entry);
    if (settled.verdict !== 'revision' || earlier === undefined) continue;
    const measure = register.named(settled.measureId);
    if (measure === undefined) continue;
    edited.add(measure.id);
    const since = known.alerted.get(measure.id);
    if (since === undefined) continue;
    const told = { since, revisions: known.revisions.get(measure.id) ?? [] };
    announced.push(announceRevision(measure, settled, earlier, told, known, now));
  }
  return { announced, edited };
}

/**
 * What a visit means, given what is known, and so what it changes: a pure function, called inside the transaction that writes its
 * outcome. The same visit decided again, in any order, tells nobody anything more.
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
export function decide(known: Known, deciding: Deciding): Outcome {
  const { feed, visit, now, jitter } = deciding;
  const sight = lookAt(known, deciding);
  const { state, arrivals } = sight;
  const isAnew = state !== known.feed;
  const seenAt = now.toISOString();
  const records = openRecords(sight);
  const register = openRegister(known.measures, now);
  const candidates = decideEntries(sight, records);
  const documents = decideDocuments(candidates, sight, deciding, { records, register });
  const revisions = decideRevisions(records.all, sight, register);

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
  const told = news === null ? [] : [announceHealth(feed, news, known.guilds, now)];
  const pages = nextChecks({
    before: state.health?.pages ?? [],
    looks: visit.looks ?? [],
    learned: sight.isFirst ? records.all : [],
    settledOf: (id) => records.all.findLast(({ entry }) => entry.id === id) ?? known.entries.get(id),
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
    entries: records.all,
    ...register.changes,
    ...joined([...documents.announced, ...revisions.announced, ...told]),
    edits: [...documents.edited.union(revisions.edited)].filter((id) => sight.measureOf(id) !== undefined),
  };
}

import type { EntryRecord } from '../../store/port.ts';
import { withDetail } from '../detail/merge.ts';
import type { Entry } from '../types.ts';
import { heralds, untoldOf } from './herald.ts';
import { hearing, isAsBefore } from './lookup.ts';
import type { Records } from './records.ts';
import { type Candidate, FIRST_SIGHT, revisionOf, sift } from './sift.ts';
import type { Sight } from './sight.ts';
import { isLearnedNothing, isOther, isSuccessor } from './succeed.ts';

/** Whether another source's first reading learned what meant nothing there, and this one, read for longer, shows it only now. */
const isUnheard = (before: EntryRecord, { state: { firstReadAt } }: Sight): boolean =>
  before.verdict === 'learned' &&
  isLearnedNothing(before) &&
  firstReadAt !== null &&
  firstReadAt < before.seenAt;

/** Whether another document stands at an entry's address now. */
function succeeds(entry: Entry, before: EntryRecord, { feed, measureOf, now }: Sight): boolean {
  // Of another source's page only what waits there is looked at.
  if (before.feedId !== feed.id)
    return before.verdict === 'doubtful' && isOther(withDetail(entry).title, before.entry.title);
  const measure = before.measureId === null ? undefined : measureOf(before.measureId);
  return isSuccessor(withDetail(entry), feed, before, measure, now);
}

/** Settles those entries that are no document to tell of, by their own words; the others are candidates for one. */
export function decideEntries(sight: Sight, records: Records): readonly Candidate[] {
  const { feed, link, measureOf, now } = sight;
  // What a first reading learns is told nobody: words are not looked for in it.
  const learning = { feed, link, isFirstSight: true, guilds: [], measureOf, now };
  const sifting = sight.isFirst
    ? learning
    : { ...learning, isFirstSight: false, guilds: hearing(feed, sight.known) };
  const candidates: Candidate[] = [];
  for (const entry of sight.entries) {
    const earlier = sight.before(entry);
    const wasThere = sight.wasThere(entry);
    // What another source showed first is known through that one, whatever words this one has for it, unless it meant nothing there
    // and means more here, or was only learned there and is news here.
    const isOthers = earlier !== undefined && earlier.feedId !== feed.id;
    const untold = isOthers ? untoldOf(earlier, sight.known) : undefined;
    if (untold !== undefined && wasThere) {
      // Seen again, it is no longer told from what is new here: that it was there is kept.
      records.write(entry, { verdict: 'learned', reason: FIRST_SIGHT, measureId: untold.id });
      continue;
    }
    const isNewsHere = untold !== undefined && heralds(entry, earlier, untold, sight.state, feed, now);
    const isAsItWas = earlier !== undefined && isAsBefore(entry, earlier);
    if (isAsItWas && !isNewsHere) continue;
    const isReplaced = earlier !== undefined && succeeds(entry, earlier, sight);
    if (isReplaced) records.replace(entry);
    const isNew = isReplaced || (isOthers && isUnheard(earlier, sight));
    const isOpen = isNew || earlier?.verdict === 'irrelevant' || earlier?.verdict === 'doubtful';
    if (isOthers && !isOpen && !isNewsHere) continue;
    const before = isNew ? undefined : earlier;
    if (before?.measureId && measureOf(before.measureId) === undefined) {
      // Nothing says what has become of it: it stays what it was.
      if (!isOthers) records.write(entry, revisionOf(before, entry));
      continue;
    }
    const sifted = sift(entry, before, wasThere ? learning : sifting, isReplaced);
    if ('verdict' in sifted) {
      if (!isOthers) records.write(entry, sifted);
    } else if (!isOthers || earlier.verdict !== 'doubtful' || sifted.relevance === 'relevant')
      candidates.push(sifted);
  }
  return candidates;
}

import { isHeard } from '../../deliver/dispatch.ts';
import type { Measure } from '../../store/port.ts';
import { foldReposts } from '../identity/fold.ts';
import { ownerOf } from '../identity/owner.ts';
import { guildOfFeed } from '../namespace.ts';
import { type Announced, announceNews, toldAlready } from './announce.ts';
import { compose, type Group, improve, raises } from './compose.ts';
import { earliest, heralds, isSettled } from './herald.ts';
import { isLearned, judge } from './judge.ts';
import type { Records } from './records.ts';
import type { Register } from './register.ts';
import { type Candidate, type Ruling, revisionOf } from './sift.ts';
import type { Deciding, Sight } from './sight.ts';
import { isLearnedNothing } from './succeed.ts';

/** Everybody's measure that a group of a server's own source shows again; none from a source that the server does not hear. */
function publishedAs(group: Group, { known, feed, now }: Sight): Measure | null {
  const guildId = guildOfFeed(feed.id);
  if (guildId === null) return null;
  const measure = ownerOf(group, ({ publicKeys }) => publicKeys, known.measures, now);
  const guild = known.guilds.get(guildId);
  return measure !== null && (guild === undefined || isHeard(measure, guild)) ? measure : null;
}

/** Whether it is news here of a measure that all of this visit's rows of it are: those, too, that are as they were. */
function isNewsOf(measure: Measure, group: Group, sight: Sight): boolean {
  const { entries, before, wasThere, state, feed, now } = sight;
  const rows = new Map(group.map(({ written, before }) => [written.id, { row: written, before }]));
  for (const row of entries) {
    const earlier = before(row);
    if (earlier?.measureId === measure.id && !rows.has(row.id)) rows.set(row.id, { row, before: earlier });
  }
  return rows
    .values()
    .every(({ row, before }) => !wasThere(row) && heralds(row, before, measure, state, feed, now));
}

/** Whether a candidate was settled as nothing so far. What waited at another source, and is more here, is this document from now on. */
const isNewTo = ({ before }: Candidate, { feed }: Sight): boolean =>
  !isSettled(before) ||
  isLearnedNothing(before) ||
  (before.verdict === 'doubtful' && before.feedId !== feed.id);

/** Settles candidates as documents, known or new; what is told of them, and of which known ones there is more. */
export function decideDocuments(
  candidates: readonly Candidate[],
  sight: Sight,
  deciding: Deciding,
  { records, register }: { readonly records: Records; readonly register: Register },
): { readonly announced: readonly Announced[]; readonly edited: ReadonlySet<string> } {
  const { known, feed, now } = sight;
  const announced: Announced[] = [];
  const edited = new Set<string>();
  const alerted = new Set(known.alerted.keys());
  for (const group of foldReposts(candidates)) {
    const own = register.find(group);
    const published = own === null ? publishedAs(group, sight) : null;
    const owner = own ?? published;
    const measure = owner ?? compose(group, register.free(group), feed, now);
    // What is everybody's stays as it is, whatever a server's own source shows.
    const better = own === null ? null : improve(own, group);
    // Learned at another source's first reading, and news here.
    const isUntold = own !== null && own.relevance !== 'doubtful' && !alerted.has(own.id);
    const isNewsHere = isUntold && isNewsOf(own, group, sight);
    const isMore = own !== null && raises(group, own);
    const wasNews = isNewsHere || (own !== null && own.relevance !== 'doubtful' && alerted.has(own.id));
    const ruling =
      owner === null || isNewsHere || isMore
        ? judge(
            better ?? measure,
            earliest(measure.date, group[0].date),
            sight.isFirst || group.some(sight.wasThere) || (!wasNews && isLearned(group, own)),
            deciding,
          )
        : null;
    const folded: Ruling = {
      verdict: sight.isFirst ? 'learned' : 'repost',
      reason: { code: 'repost', about: { title: measure.title } },
      measureId: published === null ? measure.id : null,
    };
    for (const candidate of group) {
      const { before, written } = candidate;
      const isNew = isNewTo(candidate, sight);
      if (candidate === group[0] && ruling !== null) records.write(written, ruling);
      else if (isNew) records.write(written, folded);
      else if (before?.feedId === feed.id) records.write(written, revisionOf(before, written));
      if (own !== null && isNew) edited.add(own.id);
    }
    if (better !== null) {
      register.improve(better);
      edited.add(better.id);
    }
    if (own !== null) register.claim(better ?? own, group);
    else if (published === null) register.add(measure);
    if (ruling === null || ruling.verdict === 'learned') continue;
    const news = announceNews(better ?? measure, known, toldAlready(group, known, now), now);
    announced.push(news);
    if (news.alerts.some(({ kind }) => kind === 'news')) alerted.add(measure.id);
  }
  return { announced, edited };
}

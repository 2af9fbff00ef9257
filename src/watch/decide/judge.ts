import type { Measure } from '../../store/port.ts';
import type { Group } from './compose.ts';
import { isOld, isSettled, newsDays } from './herald.ts';
import { FIRST_SIGHT, type Ruling } from './sift.ts';
import type { Deciding } from './sight.ts';

/** Whether all of a group was there when its source was first read. */
export const isLearned = (group: Group, owner: Measure | null): boolean =>
  group.some(
    ({ before }) =>
      isSettled(before) &&
      before.verdict !== 'doubtful' &&
      // What a source shows again after its first reading waits with the doubtful measure that it is.
      !(owner?.relevance === 'doubtful' && before.verdict === 'repost'),
  );

/** Whether a new measure is told, and why or why not. */
export function judge(
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
  const of = (links: Measure['links']) => ({ articles: links.map(({ number }) => number).join('、') });
  switch (measure.relevance) {
    case 'relevant':
      return { verdict: 'told', reason: { code: 'new', about: of(measure.links) }, measureId };
    case 'doubtful':
      return { verdict: 'doubtful', reason: { code: 'doubtful', about: of(measure.doubtful) }, measureId };
    case 'watched':
      return { verdict: 'told', reason: { code: 'watched', about: {} }, measureId };
  }
}

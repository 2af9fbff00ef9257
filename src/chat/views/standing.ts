import type { Standing } from '../../watch/health/health.ts';
import type { FeedDefinition } from '../../watch/types.ts';
import { catalogue, type Translate } from '../catalogue/index.ts';
import { join, type Markdown } from '../markdown.ts';
import { showTime } from './time.ts';

/** Why a source cannot be read, in words; a cause without words of its own as it is. */
export function causeName(cause: string, t: Translate): string {
  if (`cause.${cause}` in catalogue) return t.of(`cause.${cause}`);
  const status = /^http-(\d{3})$/.exec(cause)?.[1];
  return status === undefined ? t('cause.other', { cause }) : t('cause.http', { status });
}

/** A number of days as people say it: 1, 7, 2.5. */
const days = (value: number): string => String(Math.round(value * 10) / 10);

function stateOf({ status, cause, failures, since, rhythmDays }: Standing, t: Translate): string {
  if (status === 'failing') return t('standing.failing', { failures, cause: causeName(cause ?? '', t) });
  if (status === 'quiet')
    return t('standing.quiet', { since: showTime(since ?? ''), days: days(rhythmDays ?? 0) });
  return t(`standing.${status}`);
}

/** One line: which source, and how it stands. */
export const standingLine = (standing: Standing, feed: FeedDefinition, t: Translate): Markdown =>
  t.md('feed.line', { name: feed.name, authority: feed.authority, state: stateOf(standing, t) });

/** All that is known of how a source stands. */
export function standingText(standing: Standing, feed: FeedDefinition, t: Translate): Markdown {
  const { lastSuccessAt, entries, rhythmDays, completeFrom, completeTo } = standing;
  return join([
    standingLine(standing, feed, t),
    lastSuccessAt === null
      ? t.md('standing.never')
      : t.md('standing.success', { time: showTime(lastSuccessAt), entries }),
    ...(rhythmDays === null ? [] : [t.md('standing.rhythm', { days: days(rhythmDays) })]),
    ...(completeFrom === null || completeTo === null
      ? []
      : [t.md('standing.complete', { from: showTime(completeFrom), to: showTime(completeTo) })]),
    ...(standing.movedAt === completeFrom && completeFrom !== null ? [t.md('standing.moved')] : []),
    ...(standing.isBehind ? [t.md('standing.behind')] : []),
  ]);
}

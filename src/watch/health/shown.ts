/**
 * What a source's list showed: a short mark of each row, in its order. An entry's record names only the source that showed it first;
 * whether this source showed it is known from here.
 */
import { crc32 } from 'node:zlib';
import type { FeedState } from '../../store/port.ts';
import { guildOfFeed, ownName, plainName } from '../namespace.ts';
import type { Entry, FeedDefinition } from '../types.ts';

/** Characters of a mark: 32 bits, by which one new row in ten million is taken for one of a few hundred. */
const MARK = 8;
/** Rows that are remembered: more than a list and five older pages have, in no more than a few kilobytes. */
const MOST_ROWS = 300;

export type Row = Pick<Entry, 'id'>;

const markOf = ({ id }: Row): string => crc32(id).toString(16).padStart(MARK, '0');

/** The marks of a list's rows, run together. */
export function printShown(rows: readonly Row[]): string {
  const shown = rows.slice(0, MOST_ROWS);
  const marks = Buffer.alloc((shown.length * MARK) / 2);
  for (const [at, { id }] of shown.entries()) marks.writeUInt32BE(crc32(id), (at * MARK) / 2);
  return marks.toString('hex');
}

const marksIn = (shown: string): string[] =>
  Array.from({ length: Math.floor(shown.length / MARK) }, (_, index) =>
    shown.slice(index * MARK, (index + 1) * MARK),
  );

/** Whether a list showed a row. */
export function shownIn(shown: string): (row: Row) => boolean {
  const marks = new Set(marksIn(shown));
  return (row) => marks.has(markOf(row));
}

/**
 * Whether rows reach back to what a list showed, so that nothing can have passed between unseen: their last one was there, or any of
 * the lower half is here. Rows kept at the top for months say nothing: they are followed by what is new; nor does a last row that is
 * not known say that something is missing, where one that was taken down let an older one slide in.
 */
export function reachesBack(rows: readonly Row[], shown: string): boolean {
  const marks = marksIn(shown);
  const last = rows.at(-1);
  if (last === undefined || marks.length === 0) return marks.length === 0;
  const lower = new Set(marks.slice(Math.floor(marks.length / 2)));
  return marks.includes(markOf(last)) || rows.some((row) => lower.has(markOf(row)));
}

/** Whether rows are those of a list that showed these, and not of another: most of them are here. */
export function isSameList(rows: readonly Row[], shown: string): boolean {
  const here = new Set(rows.map(markOf));
  const marks = marksIn(shown);
  return marks.filter((mark) => here.has(mark)).length * 2 > marks.length;
}

/** Which of these sources had an entry on their list when they were last read, whoever showed it first. `id` is of any room. */
export function sourcesShowing<T extends Pick<FeedDefinition, 'id'>>(
  id: string,
  feeds: readonly T[],
  states: readonly Pick<FeedState, 'feedId' | 'health'>[],
): readonly T[] {
  const shownBy = new Map(states.map(({ feedId, health }) => [feedId, health?.shown ?? '']));
  return feeds.filter((feed) =>
    shownIn(shownBy.get(feed.id) ?? '')({ id: ownName(guildOfFeed(feed.id), plainName(id)) }),
  );
}

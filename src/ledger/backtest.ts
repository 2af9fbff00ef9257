/**
 * Backtesting: what a topic would have told of what was read in the past.
 */
import { type Conditions, isNearMiss, matchTopic, type Subject, type TopicMatch } from './topic.ts';

/** Something read in the past. `date`: as published, or else when it was read. */
export interface Past {
  readonly title: string;
  readonly url: string;
  readonly date: string;
  readonly subject: Subject;
}

export interface Sample extends Pick<Past, 'title' | 'url' | 'date'> {
  readonly match: TopicMatch;
}

export interface Backtest {
  /** How much was held against the topic, and the earliest date among it. */
  readonly read: number;
  readonly since: string | null;
  readonly told: number;
  /** Of those told, how many a month (`2026-11`), the latest first. */
  readonly months: readonly (readonly [month: string, told: number])[];
  /** The latest first, a few. */
  readonly examples: readonly Sample[];
  readonly near: number;
  readonly nearMisses: readonly Sample[];
}

/** A backtest under way: what is held against the topic is not kept, but for the few that are shown. */
export interface Testing {
  hold(past: Past): void;
  result(): Backtest;
}

export function startBacktest(topic: Conditions, shown: number): Testing {
  let read = 0;
  let since: string | null = null;
  let told = 0;
  let near = 0;
  const months = new Map<string, number>();
  const examples: Sample[] = [];
  const nearMisses: Sample[] = [];
  return {
    hold({ title, url, date, subject }) {
      read += 1;
      if (since === null || date < since) since = date;
      const match = matchTopic(topic, subject);
      const sample = { title, url, date, match };
      if (match.matches) {
        told += 1;
        const month = date.slice(0, 7);
        months.set(month, (months.get(month) ?? 0) + 1);
        keepLatest(examples, sample, shown);
      } else if (isNearMiss(topic, match)) {
        near += 1;
        keepLatest(nearMisses, sample, shown);
      }
    },
    result: () => ({
      ...{ read, since, told, near, examples, nearMisses },
      months: [...months].sort(([one], [other]) => (one < other ? 1 : -1)),
    }),
  };
}

function keepLatest(kept: Sample[], sample: Sample, most: number): void {
  const later = kept.findIndex(({ date }) => date < sample.date);
  kept.splice(later === -1 ? kept.length : later, 0, sample);
  if (kept.length > most) kept.pop();
}

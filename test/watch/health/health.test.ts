import { describe, expect, it, test } from 'vitest';
import type { FeedState } from '../../../src/store/port.ts';
import {
  assess,
  type Health,
  type HealthNews,
  rhythmOf,
  standingOf,
} from '../../../src/watch/health/health.ts';
import type { Entry, Visit } from '../../../src/watch/types.ts';

const START = Date.parse('2026-03-01T00:00:00.000Z');
const day = (n: number): string => new Date(START + n * 86_400_000).toISOString();
const entries = (...dates: readonly (string | null)[]): Entry[] =>
  dates.map((date, n) => ({ id: `e${n}`, url: `https://kw.example/${n}`, title: `第${n}号`, date }));

/** A source that is visited once a day, as its store would keep it. */
class Source {
  state: FeedState = {
    feedId: 'kw',
    validators: {},
    firstReadAt: null,
    lastSuccessAt: null,
    lastCheckAt: null,
    nextCheckAt: day(0),
    consecutiveFailures: 0,
    lastCause: null,
  };
  readonly told: HealthNews[] = [];

  visit(n: number, visit: Pick<Visit, 'status' | 'cause' | 'entries'>, fresh = 0, isTorn = false): Health {
    const arrivals = { fresh, isTorn, isFilled: false, wereThere: new Set<string>() };
    const { health, news } = assess({ before: this.state, visit, arrivals, now: new Date(day(n)) });
    const good = visit.status === 'ok' || visit.status === 'unchanged';
    this.state = {
      ...this.state,
      health,
      firstReadAt: this.state.firstReadAt ?? (visit.status === 'ok' ? day(n) : null),
      lastSuccessAt: good ? day(n) : this.state.lastSuccessAt,
      consecutiveFailures: good ? 0 : this.state.consecutiveFailures + 1,
      lastCause: good ? null : (visit.cause ?? visit.status),
    };
    if (news !== null) this.told.push(news);
    return health;
  }
  ok = (n: number, fresh = 0, page = entries(null, null, null)) =>
    this.visit(n, { status: 'ok', entries: page }, fresh);
  torn = (n: number) => this.visit(n, { status: 'ok', entries: entries(null) }, 1, true);
  unchanged = (n: number) => this.visit(n, { status: 'unchanged', entries: [] });
  fail = (n: number, cause = 'http-403') => this.visit(n, { status: 'failed', cause, entries: [] });
  standing = (n: number) => standingOf(this.state, new Date(day(n)));
}

describe('a failing source', () => {
  it('is told of once, at the third failure in a row, with its cause and since when', () => {
    const source = new Source();
    source.ok(0, 3);
    for (const n of [1, 2, 3, 4, 5]) source.fail(n);
    expect(source.told).toEqual([{ kind: 'failing', cause: 'http-403', failures: 3, since: day(1) }]);
    expect(source.standing(5)).toMatchObject({
      status: 'failing',
      cause: 'http-403',
      failures: 5,
      since: day(1),
    });
  });

  it('is told of once when it is well again, with what was caught up', () => {
    const source = new Source();
    source.ok(0, 3);
    for (const n of [1, 2, 3]) source.fail(n);
    source.ok(4, 2);
    source.ok(5);
    expect(source.told.slice(1)).toEqual([{ kind: 'recovered', from: 'failing', entries: 2 }]);
    expect(source.standing(5)).toMatchObject({ status: 'ok', cause: null, since: null });
  });

  it('is well again though its page has not changed', () => {
    const source = new Source();
    source.ok(0, 3);
    for (const n of [1, 2, 3]) source.fail(n);
    source.unchanged(4);
    expect(source.told.at(-1)).toEqual({ kind: 'recovered', from: 'failing', entries: 0 });
  });

  it('that comes back before the third failure is not told of', () => {
    const source = new Source();
    source.ok(0, 3);
    for (const n of [1, 2]) source.fail(n);
    source.ok(3);
    for (const n of [4, 5]) source.fail(n);
    expect(source.told).toEqual([]);
  });

  it('that was never read is told of too', () => {
    const source = new Source();
    for (const n of [1, 2, 3]) source.fail(n, 'dns');
    expect(source.told).toMatchObject([{ kind: 'failing', cause: 'dns' }]);
  });
});

describe('a rhythm', () => {
  test.each([
    ['too few arrivals to know', [0, 7, 14, 21], null],
    ['weekly', [0, 7, 14, 21, 28], 7],
    ['weekly, though once a month passed without any', [0, 7, 14, 44, 51], 7],
    ['several a day, which is daily', [0, 0.1, 0.2, 0.3, 0.4], 1],
  ])('%s', (_, days, rhythm) => {
    expect(rhythmOf(days.map(day))).toBe(rhythm);
  });
});

describe('a silent source', () => {
  const monthly = entries(...[-120, -90, -60, -30, 0].map((n) => day(n).slice(0, 10)));

  it('is quiet beyond three of its rhythms, by the days on its page at first sight, and told of once', () => {
    const source = new Source();
    source.ok(0, 5, monthly);
    source.unchanged(90);
    expect(source.told).toEqual([]);
    for (const n of [91, 92, 93]) source.unchanged(n);
    expect(source.told).toEqual([{ kind: 'quiet', since: day(0), rhythmDays: 30 }]);
    expect(source.standing(93)).toMatchObject({ status: 'quiet', since: day(0), rhythmDays: 30 });
  });

  it('is told of again only after something new has come, of which is told once', () => {
    const source = new Source();
    source.ok(0, 5, monthly);
    source.unchanged(91);
    source.ok(95, 1, monthly);
    source.unchanged(96);
    expect(source.told.map(({ kind }) => kind)).toEqual(['quiet', 'recovered']);
    source.unchanged(400);
    expect(source.told.map(({ kind }) => kind)).toEqual(['quiet', 'recovered', 'quiet']);
  });

  it('that fails meanwhile and comes back is told of as quiet again, at most once a day, as long as nothing new comes', () => {
    const source = new Source();
    source.ok(0, 5, monthly);
    const kinds = () => source.told.map(({ kind }) => kind);
    const fail = (...days: number[]) => days.map((n) => source.fail(n));
    source.unchanged(91);
    fail(91.1, 91.2, 91.3);
    for (const n of [91.4, 91.5, 91.9]) source.unchanged(n);
    expect(kinds()).toEqual(['quiet', 'failing', 'recovered']);
    for (const n of [92, 92.1, 95]) source.unchanged(n);
    expect(source.told.slice(3)).toEqual([{ kind: 'quiet', since: day(0), rhythmDays: 30 }]);
    // Two failures are no news: it is as quiet as it was.
    fail(96, 96.1);
    source.unchanged(96.2);
    expect(kinds()).toHaveLength(4);
    fail(97, 97.1, 97.2);
    source.ok(97.3, 1, monthly);
    for (const n of [97.4, 99]) source.unchanged(n);
    expect(kinds().slice(4)).toEqual(['failing', 'recovered']);
  });

  it('that speaks daily may rest over the longest holidays', () => {
    const source = new Source();
    source.ok(0, 5, entries(...[-4, -3, -2, -1, 0].map((n) => day(n).slice(0, 10))));
    source.unchanged(10);
    expect(source.told).toEqual([]);
    source.unchanged(10.5);
    expect(source.told).toMatchObject([{ kind: 'quiet', rhythmDays: 1 }]);
  });

  it('whose rhythm nobody knows yet is never quiet, and dates yet to come count for nothing', () => {
    const source = new Source();
    source.ok(0, 5, entries(null, null, '2026-02-01', '2026-12-24', '2026-12-25'));
    source.unchanged(5000);
    expect(source.told).toEqual([]);
  });
});

describe('what is complete', () => {
  it('begins with the first reading and ends with the last visit that was read', () => {
    const source = new Source();
    source.ok(0, 3);
    source.ok(1, 1);
    source.fail(2);
    expect(source.standing(2)).toMatchObject({ completeFrom: day(0), completeTo: day(1) });
  });

  it('goes on where all on the page is new and yet joins what was there', () => {
    const source = new Source();
    source.ok(0, 3);
    source.ok(9, 3);
    expect(source.standing(9)).toMatchObject({ completeFrom: day(0), completeTo: day(9) });
  });

  it('begins anew where the page does not join what was there: some may have come and gone unseen', () => {
    const source = new Source();
    source.ok(0, 3);
    source.torn(9);
    expect(source.standing(9)).toMatchObject({ completeFrom: day(9), completeTo: day(9) });
  });

  it('is nothing before the first reading', () => {
    const source = new Source();
    source.fail(0);
    expect(source.standing(0)).toMatchObject({ status: 'failing', completeFrom: null, completeTo: null });
  });
});

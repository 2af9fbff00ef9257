import { expect, it } from 'vitest';
import type { PageState } from '../../../src/watch/detail/merge.ts';
import { type PageStanding, pageStanding } from '../../../src/watch/detail/pageStanding.ts';
import type { PageCheck } from '../../../src/watch/detail/recheck.ts';
import { sampleRecord } from '../../store/sample.ts';

const dueAt = '2026-11-23T00:00:00.000Z';
const read: PageState = { textHash: 'x' };
const unread: PageState = { textHash: null };

it.each<[PageStanding, PageState | undefined, Partial<PageCheck> | null, string]>([
  [{ state: 'none', nextAt: null, failures: 0 }, undefined, null, 'the list said enough'],
  [
    { state: 'waiting', nextAt: dueAt, failures: 0 },
    undefined,
    {},
    'learned at first sight, read the next day',
  ],
  [{ state: 'waiting', nextAt: dueAt, failures: 0 }, unread, {}, 'it had no turn yet'],
  [{ state: 'failed', nextAt: dueAt, failures: 3 }, unread, { failures: 3 }, 'tried again later'],
  [{ state: 'failed', nextAt: null, failures: 0 }, unread, null, 'given up'],
  [{ state: 'read', nextAt: null, failures: 0 }, read, null, 'read once'],
  [{ state: 'read', nextAt: dueAt, failures: 1 }, read, { failures: 1 }, 'read before, though not today'],
  [{ state: 'unsure', nextAt: dueAt, failures: 0 }, read, { seen: 'y' }, 'another text seen once'],
])('the page of an entry stands as %j', (standing, page, check, _why) => {
  const record = sampleRecord('a');
  const entry = page === undefined ? record.entry : { ...record.entry, page };
  const pages =
    check === null ? [] : [{ id: entry.id, dueAt, failures: 0, until: '2026-12-22T00:00:00.000Z', ...check }];
  const others = [{ id: 'other', dueAt, failures: 9, until: dueAt }];
  const health = {
    ...{ entries: 1, arrivals: [], failingSince: null, completeFrom: null, told: null },
    pages: [...others, ...pages],
  };
  expect(pageStanding({ entry }, { health })).toEqual(standing);
});

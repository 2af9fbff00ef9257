import { describe, expect, it } from 'vitest';
import { emptied } from '../../../src/watch/health/emptied.ts';
import { type Health, NEVER_READ } from '../../../src/watch/health/health.ts';
import type { Visit } from '../../../src/watch/types.ts';

const empty: Visit = { status: 'ok', entries: [], validators: { etag: '"1"' }, ms: 1, bytes: 1, notes: [] };
const full: Visit = { ...empty, entries: [{ id: 'e', url: 'https://a.cn/1', title: '一', date: null }] };
const had: Health = { ...NEVER_READ, entries: 3, shown: 'abcdefgh' };
const wasEmptied: Health = { ...had, entries: 0, isEmptied: true };

describe('an empty list', () => {
  it.each<[string, Visit, Health | undefined]>([
    ['one that has entries', full, wasEmptied],
    ['one that was never read', empty, undefined],
    ['one that never had entries', empty, { ...NEVER_READ, shown: '' }],
    ['one that an older version never saw entries on', empty, NEVER_READ],
    ['one that did not change', { ...empty, status: 'unchanged' }, wasEmptied],
    ['one that failed', { ...empty, status: 'failed', cause: 'timeout' }, wasEmptied],
  ])('is taken as it is where it is %s', (_, visit, health) => {
    expect(emptied(visit, health === undefined ? {} : { health })).toEqual(visit);
  });

  it.each<[string, Health]>([
    ['it had entries', had],
    ['an older version saw entries on it', { ...NEVER_READ, entries: 3 }],
  ])('is no failure yet the first time that %s, but is asked for in full again', (_, health) => {
    expect(emptied(empty, { health })).toMatchObject({
      status: 'ok',
      validators: {},
      notes: [expect.stringContaining('looked at again')],
    });
  });

  it('is a failure the second time, and says what it may be', () => {
    const visit = emptied(empty, { health: wasEmptied });
    expect(visit).toMatchObject({ status: 'failed', cause: 'no-rows', validators: {} });
    expect(visit.notes.join()).toContain('between two consultations');
  });
});

import type { FeedState } from '../../store/port.ts';
import type { Visit } from '../types.ts';

const ONCE =
  'The list is empty, though it had entries before: it is looked at again before that is believed.';
const EMPTY =
  'The list is empty again, though it had entries before: its interface may have changed, or nothing is on it for now, as between two consultations. It goes on being read.';

/**
 * A visit that found an empty list where there were entries before: once it may be a slip, and its validators are not kept, so that
 * the same answer does not pass for an unchanged page; twice in a row it is a failure (`no-rows`). A list that never had entries may
 * be empty for as long as it likes.
 */
export function emptied(visit: Visit, { health }: Pick<FeedState, 'health'>): Visit {
  if (visit.status !== 'ok' || visit.entries.length > 0) return visit;
  if (health?.isEmptied)
    return { ...visit, status: 'failed', cause: 'no-rows', validators: {}, notes: [...visit.notes, EMPTY] };
  return hadEntries(health) ? { ...visit, validators: {}, notes: [...visit.notes, ONCE] } : visit;
}

/** Whether a source showed entries when it was last read. */
export const hadEntries = (health: FeedState['health']): boolean =>
  health !== undefined && (health.entries > 0 || (health.shown ?? '') !== '');

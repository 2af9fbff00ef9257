import type { EntryRecord } from '../../store/port.ts';
import { textHashOf } from '../identity/textHash.ts';
import type { Entry } from '../types.ts';
import type { Ruling } from './sift.ts';
import type { Sight } from './sight.ts';

/** The records that a visit writes. */
export interface Records {
  readonly all: readonly EntryRecord[];
  write(entry: Entry, ruling: Ruling): void;
  /** Another document stands at an entry's address now: nothing of the earlier one's page is kept. */
  replace(entry: Entry): void;
}

const withoutDetail = ({ detail: _, ...written }: Entry): Entry => written;

export function openRecords({ before, feed, now }: Pick<Sight, 'before' | 'feed' | 'now'>): Records {
  const all: EntryRecord[] = [];
  const replaced = new Set<string>();
  const seenAt = now.toISOString();
  return {
    all,
    replace: ({ id }) => void replaced.add(id),
    write(visited, { verdict, reason, measureId }) {
      const written = visited.detail === undefined ? visited : withoutDetail(visited);
      const earlier = replaced.has(written.id) ? undefined : before(written);
      const page = written.page ?? earlier?.entry.page;
      const entry = page === undefined ? written : { ...written, page };
      all.push({ entry, feedId: feed.id, seenAt, textHash: textHashOf(entry), verdict, reason, measureId });
    },
  };
}

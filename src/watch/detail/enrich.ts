import type { LinkResult, Refusal } from '../../link/types.ts';
import type { Result } from '../../result.ts';
import type { EntryRecord } from '../../store/port.ts';
import type { ReadFailure } from '../read/types.ts';
import type { Entry, FeedDefinition, Visit } from '../types.ts';
import { pageState } from './merge.ts';
import type { Detail } from './types.ts';

/** Pages visited for one source at one time; what is left over has its turn at the next visits. */
const MOST_PAGES = 10;
/** A page that failed so often is not tried again: its entry stays decided on its title. */
const MOST_FAILURES = 3;
const UNREAD = { textHash: null };
const DAY = 86_400_000;
/** A told document's page is looked at again once a day for so long: after that it hardly changes. */
const REVISION_DAYS = 30;

/** Refusals that a text may overrule: nothing in the title says that the entry carries out no article. */
const OPEN: ReadonlySet<Refusal> = new Set(['subject', 'unknown-place']);

/** Whether an entry's page is worth a visit by what its title says. */
export const deservesVisit = (
  { relevant, refusal = 'subject' }: LinkResult,
  { level }: Pick<FeedDefinition, 'level'>,
): boolean => relevant || (level !== 'national' && OPEN.has(refusal));

export interface EnrichDeps {
  /** The current record of an entry. */
  readonly recordOf: (id: string) => Promise<EntryRecord | undefined>;
  readonly link: (entry: Entry) => LinkResult;
  readonly visitDetail: (url: string) => Promise<Result<Detail, ReadFailure>>;
  readonly now: Date;
  /** Pages looked at, by entry id. May be lost: they are then looked at a little more often. */
  readonly looks: Map<string, Look>;
}

export interface Look {
  readonly at: number;
  /** Visits in a row that failed. */
  readonly failures: number;
}

/** Whether a page that is known in some way is to be visited (again). */
function isDue(entry: Entry, before: EntryRecord, feed: FeedDefinition, deps: EnrichDeps): boolean {
  if (before.feedId !== feed.id) return false;
  const { page } = before.entry;
  const now = deps.now.getTime();
  const seenAt = Date.parse(before.seenAt);
  const { at, failures } = deps.looks.get(entry.id) ?? { at: seenAt, failures: 0 };
  if (now - seenAt > REVISION_DAYS * DAY || failures >= MOST_FAILURES) return false;
  if (page?.textHash) return before.measureId !== null && now - at >= DAY;
  // Never read: it failed or had no turn, or was learned by its title.
  return page !== undefined || before.measureId !== null;
}

/**
 * A visit with what the own pages of its entries say: of new ones that deserve it, of those that could not be read before, and once a
 * day of documents told lately. A page that fails takes nothing from its entry.
 */
export async function enrich(feed: FeedDefinition, visit: Visit, deps: EnrichDeps): Promise<Visit> {
  const wanted = new Map<string, EntryRecord | undefined>();
  const notes: string[] = [];
  for (const entry of visit.entries) {
    if (!/^https?:/.test(entry.id)) continue;
    const before = await deps.recordOf(entry.id);
    const isWanted =
      before === undefined ? deservesVisit(deps.link(entry), feed) : isDue(entry, before, feed, deps);
    if (isWanted) wanted.set(entry.id, before);
  }
  // What nobody has heard of goes first.
  const order = [...wanted].sort(([, a], [, b]) => Number(a !== undefined) - Number(b !== undefined));
  const turns = new Set(order.slice(0, MOST_PAGES).map(([id]) => id));
  const entries: Entry[] = [];
  for (const entry of visit.entries) {
    const before = wanted.get(entry.id);
    if (!wanted.has(entry.id)) entries.push(entry);
    else if (!turns.has(entry.id)) entries.push(before === undefined ? { ...entry, page: UNREAD } : entry);
    else {
      const read = await deps.visitDetail(entry.url);
      const failures = read.ok ? 0 : (deps.looks.get(entry.id)?.failures ?? 0) + 1;
      deps.looks.set(entry.id, { at: deps.now.getTime(), failures });
      if (!read.ok) notes.push(`${entry.url} could not be read (${read.error.cause}).`);
      if (read.ok) entries.push({ ...entry, detail: read.value, page: pageState(read.value) });
      else entries.push(before === undefined ? { ...entry, page: UNREAD } : entry);
    }
  }
  return { ...visit, entries, notes: [...visit.notes, ...notes] };
}

import type { LinkResult, Refusal } from '../../link/types.ts';
import type { Result } from '../../result.ts';
import type { EntryRecord } from '../../store/port.ts';
import { isPassing } from '../pageBack.ts';
import type { Entry, FeedDefinition, Visit } from '../types.ts';
import { isBelievable } from './believe.ts';
import { isComparable, pageState } from './merge.ts';
import { dueChecks, hasPage, type Look, type PageCheck } from './recheck.ts';
import type { Detail } from './types.ts';
import type { PageFailure } from './visit.ts';

/** Pages visited for one source at one time; what is left over has its turn at the next visits. */
const MOST_PAGES = 10;
const UNREAD = { textHash: null };

/** Refusals that a text may overrule: nothing in the title says that the entry carries out no article. */
const OPEN: ReadonlySet<Refusal> = new Set(['subject', 'unknown-place']);

/** Whether an entry's page is worth a visit by what its title says; one in doubt may be settled by its text. */
const deservesVisit = (
  { relevant, doubtful = [], refusal = 'subject' }: LinkResult,
  { level }: Pick<FeedDefinition, 'level'>,
): boolean => relevant || doubtful.length > 0 || (level !== 'national' && OPEN.has(refusal));

export interface EnrichDeps {
  /** The current record of an entry. */
  readonly recordOf: (id: string) => Promise<EntryRecord | undefined>;
  readonly link: (entry: Entry) => LinkResult;
  readonly visitDetail: (url: string) => Promise<Result<Detail, PageFailure>>;
  /** Whether one more page may be asked for in this tick; said yes, it is counted. */
  readonly mayVisit: (url: string) => boolean;
  /** The pages of this source that are to be looked at. */
  readonly checks: readonly PageCheck[];
  readonly now: Date;
}

/** A page to look at. */
interface Wanted {
  readonly entry: Entry;
  readonly isListed: boolean;
  /** Of an entry that was seen before: its record, and why it is looked at again. */
  readonly before?: { readonly record: EntryRecord; readonly check: PageCheck };
}

/** Whether an entry has a page that can be read: what a fragment names, `#/news/7` or `#id=7`, is a shell that only an interface fills. */
const isReadable = ({ id }: Entry, { detail }: FeedDefinition): boolean =>
  hasPage(id) && (detail?.json !== undefined || !id.includes('#'));

/** New entries that deserve it first, of which nobody has heard; then what is due, whether it is still on the list or not. */
async function choose(feed: FeedDefinition, visit: Visit, deps: EnrichDeps): Promise<Wanted[]> {
  const fresh: Wanted[] = [];
  const listed = new Map(visit.entries.map((entry) => [entry.id, entry]));
  for (const entry of visit.entries) {
    if (!isReadable(entry, feed) || (await deps.recordOf(entry.id)) !== undefined) continue;
    if (deservesVisit(deps.link(entry), feed)) fresh.push({ entry, isListed: true });
  }
  const due: Wanted[] = [];
  for (const check of dueChecks(deps.checks, deps.now)) {
    const record = await deps.recordOf(check.id);
    if (record === undefined || !isReadable(record.entry, feed)) continue;
    const entry = listed.get(check.id);
    due.push({ entry: entry ?? record.entry, isListed: entry !== undefined, before: { record, check } });
  }
  return [...fresh, ...due];
}

/**
 * A visit with what the own pages of its entries say: of new ones that deserve it, and of those that are due for another look, though
 * the list did not change or no longer has them (`again`). A page that fails takes nothing from its entry; a host that does not
 * answer is asked for no further page. What is not the document's is not read (`isBelievable`), and looked at again. Another text than
 * the known one is believed when it is seen a second time: a page that a site puts in another's place for an hour is no revision, nor
 * is one that never says the same twice.
 */
export async function enrich(feed: FeedDefinition, visit: Visit, deps: EnrichDeps): Promise<Visit> {
  // Where a list could not be reached, its pages cannot be either.
  if (visit.status === 'refused' || isPassing(visit.cause)) return visit;
  const looks: Look[] = [];
  const read = new Map<string, Entry>();
  const again: Entry[] = [];
  const notes: string[] = [];
  const silent = new Set<string | undefined>();
  let visited = 0;
  for (const { entry, isListed, before } of await choose(feed, visit, deps)) {
    const { id, url } = entry;
    const host = URL.parse(url)?.host;
    if (visited >= MOST_PAGES || silent.has(host) || !deps.mayVisit(url)) {
      looks.push({ id, result: 'waiting' });
      if (before === undefined) read.set(id, { ...entry, page: UNREAD });
      continue;
    }
    visited += 1;
    const answer = await deps.visitDetail(url);
    if (!answer.ok) {
      const { cause, retryAfter } = answer.error;
      looks.push({ id, result: 'failed', ...(retryAfter === undefined ? {} : { retryAfter }) });
      if (before === undefined) read.set(id, { ...entry, page: UNREAD });
      notes.push(`${url} could not be read (${cause}).`);
      if (isPassing(cause)) silent.add(host);
      continue;
    }
    const detail = answer.value;
    if (detail.isPartial) {
      // What it says by itself is something; the rest is asked for again.
      looks.push({ id, result: 'failed' });
      if (before === undefined) read.set(id, { ...entry, detail, page: UNREAD });
      notes.push(`A file of ${url} could not be read.`);
      continue;
    }
    const page = pageState(detail, feed.detail);
    const shown = before?.record.entry;
    const knownPage = isComparable(shown?.page, page) ? shown?.page : undefined;
    if (!isBelievable(detail, page, knownPage, [entry.title, shown?.title ?? entry.title])) {
      looks.push({ id, result: 'failed' });
      if (before === undefined) read.set(id, { ...entry, page: UNREAD });
      notes.push(`${url} shows something else in its document’s place.`);
      continue;
    }
    const known = knownPage?.textHash;
    if (known && page.textHash !== known && page.textHash !== before?.check.seen) {
      looks.push({ id, result: 'unsure', ...(page.textHash === null ? {} : { hash: page.textHash }) });
      continue;
    }
    const until = detail.consultation?.until;
    looks.push({ id, result: 'read', ...(until === undefined ? {} : { answersUntil: until }) });
    const full = { ...entry, detail, page };
    if (isListed) read.set(id, full);
    else again.push(full);
  }
  if (looks.length === 0) return visit;
  const entries = visit.entries.map((entry) => read.get(entry.id) ?? entry);
  return { ...visit, entries, again, looks, notes: [...visit.notes, ...notes] };
}

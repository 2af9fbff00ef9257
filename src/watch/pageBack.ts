import type { Entry, FeedDefinition, Visit } from './types.ts';

/** How far a source is read back in one visit: a site's whole archive is not ours to fetch. */
const MOST_PAGES = 5;

/** Failures that may be over at the next visit; any other is where a list ends (404) or what a site does not let us read. */
const PASSING = /^(?:timeout|dns|connection-\w+|bad-response|http-(?:429|5\d\d))$/;
export const isPassing = (cause: string | undefined): boolean => cause !== undefined && PASSING.test(cause);

/**
 * Reads a source's older pages until what was read reaches back to what the source showed before: after an outage, or a burst, the
 * first page alone would miss what has already left it. `visitPage` reads one page; one that gives nothing that was not on those
 * before ends it. The answer is the first page's visit with the entries of all, in the order of the list. Where an older page could not
 * be reached for now it is cut short, and without validators, so that the next visit reads the list in full and tries again.
 */
export async function pageBack(
  feed: FeedDefinition,
  first: Visit,
  isReached: (entries: readonly Entry[]) => boolean | Promise<boolean>,
  visitPage: (url: string) => Promise<Visit>,
): Promise<Visit> {
  const template = feed.olderPages ?? first.older?.template;
  if (template === undefined || first.status !== 'ok') return first;
  const last = Math.min(MOST_PAGES, first.older?.count ?? MOST_PAGES);
  const entries = new Map(first.entries.map((entry) => [entry.id, entry]));
  const notes = [...first.notes];
  for (let n = 1; n <= last && !(await isReached([...entries.values()])); n += 1) {
    const place = template.replaceAll('{n}', String(n)).replaceAll('{n+1}', String(n + 1));
    const url = URL.parse(place, feed.url);
    if (url === null) break;
    const page = await visitPage(url.href);
    if (isPassing(page.cause)) {
      notes.push(...page.notes, `That was an older page, ${url.href}: what it holds is missing so far.`);
      const { retryAfter = first.retryAfter } = page;
      const asked = retryAfter === undefined ? {} : { retryAfter };
      return { ...first, ...asked, entries: [...entries.values()], validators: {}, notes, isCutShort: true };
    }
    const newest = page.entries.filter(({ id }) => !entries.has(id));
    if (newest.length === 0) break;
    for (const entry of newest) entries.set(entry.id, entry);
    notes.push(
      `The list did not reach back to what was known; ${newest.length} more entries were read from ${url.href}.`,
    );
  }
  return { ...first, entries: [...entries.values()], notes };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { feeds } from '../../feeds/index.ts';
import { parseDefinition } from '../../src/watch/define.ts';
import { checkAddress } from '../../src/watch/fetch/address.ts';
import type { FeedDefinition } from '../../src/watch/types.ts';
import { readSaved } from '../../src/watch/visit.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/feeds');
const FEEDS = join(import.meta.dirname, '../../feeds');
/** As it was before this run, which writes a golden that is not there. */
const recorded = readdirSync(FIXTURES);
const pageOf = ({ id, reader }: FeedDefinition): string =>
  `${id}.${reader?.kind === 'json' ? 'json' : 'html'}`;
const now = () => new Date('2026-09-20T00:00:00Z');

describe('the built-in sources', () => {
  it('are one file each, and every file is named in the index', () => {
    const files = readdirSync(FEEDS).filter((name) => name !== 'index.ts');
    expect(feeds.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it('have a recorded page with its golden each, and nothing else is recorded', () => {
    expect(recorded.sort()).toEqual(feeds.flatMap((feed) => [pageOf(feed), `${feed.id}.golden.json`]).sort());
  });

  it.each(feeds.map((feed) => [feed.id, feed] as const))(
    '%s is well defined, and may be visited',
    async (_, feed) => {
      expect(await parseDefinition(feed)).toEqual({ ok: true, value: feed });
      expect(checkAddress(feed.url).ok).toBe(true);
      expect(checkAddress(feed.page).ok).toBe(true);
    },
  );

  it('that ask for a page by its number can be asked for the next', () => {
    const numbered = /[?&](?:p|page|pageNum)=1(?:&|$)/;
    const asking = feeds.filter(({ url }) => numbered.test(url));
    expect(asking.length).toBeGreaterThan(0);
    for (const { url, olderPages = '' } of asking)
      expect(URL.parse(olderPages.replaceAll('{n+1}', '1'), url)?.href).toBe(URL.parse(url)?.href);
  });

  it.each(feeds.map((feed) => [feed.id, feed] as const))(
    '%s gives what its recorded page holds',
    async (id, feed) => {
      const body = readFileSync(join(FIXTURES, pageOf(feed)));
      const visit = await readSaved({ body, url: feed.url, reader: feed.reader }, now);
      expect(visit).toMatchObject({ status: 'ok' });
      // In the order people read: the address last.
      const read = visit.entries.map(({ id: _, url, ...entry }) => ({ ...entry, url }));
      await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(
        join(FIXTURES, `${id}.golden.json`),
      );
      expect(new Set(visit.entries.map((entry) => entry.id)).size).toBe(read.length);
    },
  );
});

import type { Context } from '../../src/chat/command.ts';
import { type Backtest, startBacktest } from '../../src/ledger/backtest.ts';
import { see } from '../../src/ledger/see.ts';
import type { Conditions } from '../../src/ledger/topic.ts';
import type { Guild } from '../../src/ledger/types.ts';
import type { EntryRecord } from '../../src/store/port.ts';
import type { FeedDefinition } from '../../src/watch/types.ts';

/** Of each sort so many are shown. */
const shown = 5;
/** Read at a time; others have their turn in between. */
const pageSize = 100;
/** Of entries that are no measure so many are looked at, the newest. */
const entriesRead = 5000;

/** What a topic would have told in a server, of all that is stored. Only a page of it is in memory at a time. */
export async function backtest(
  topic: Conditions,
  guild: Guild,
  { store, feeds }: Pick<Context, 'store' | 'feeds'>,
): Promise<Backtest> {
  const testing = startBacktest(topic, shown);
  const filter = { relevance: ['relevant', 'doubtful', 'watched'], guildId: guild.id } as const;
  for (let offset = 0, total = 1; offset < total; offset += pageSize) {
    const page = await store.latestMeasures({ ...filter, limit: pageSize, offset });
    total = page.total;
    for (const measure of page.measures) {
      const { title, text, issuer, kind, url } = measure;
      const articles = see(measure, guild).links.map(({ number }) => number);
      const date = measure.date ?? measure.firstSeenAt;
      testing.hold({ title, url, date, subject: { title, text, issuer, kind, articles } });
    }
    await othersTurn();
  }

  const own = guild.feeds.flatMap(({ id, definition }) =>
    definition === null ? [] : [{ ...definition, id }],
  );
  const definitions = new Map([...feeds, ...own].map((feed) => [feed.id, feed]));
  const subjectOf = await createSubject();
  let after: EntryRecord | undefined;
  for (let looked = 0; looked < entriesRead; looked += pageSize) {
    const page = await store.otherEntries(pageSize, guild.id, after);
    after = page.at(-1);
    for (const record of page) {
      const feed = definitions.get(record.feedId);
      // A source that is watched no more brings nothing.
      if (feed === undefined) continue;
      const { title, url, date } = record.entry;
      testing.hold({ title, url, date: date ?? record.seenAt, subject: subjectOf(record, feed) });
    }
    if (page.length < pageSize) break;
    await othersTurn();
  }
  return testing.result();
}

const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** How entries that are no measure are held against a topic: with the kind and issuer they would have as one. */
async function createSubject() {
  const [{ classify }, { readEntry }, { normaliseTitle }] = await Promise.all([
    import('../../src/link/classify.ts'),
    import('../../src/link/read.ts'),
    import('../../src/watch/identity/identify.ts'),
  ]);
  return ({ entry }: EntryRecord, { authority }: FeedDefinition) => {
    const { id, title, summary } = entry;
    return {
      title,
      text: summary ?? '',
      issuer: normaliseTitle(title).issuer ?? authority,
      kind: classify(readEntry({ id, title, source: authority, ...(summary ? { body: summary } : {}) })),
      articles: [],
    };
  };
}

import { type Context, defineCommand } from '../src/chat/command.ts';
import { note, problem, type Reply, text } from '../src/chat/reply.ts';
import { guildOf } from '../src/chat/views/ledger.ts';
import { standingLine } from '../src/chat/views/standing.ts';
import { findWay, shownLines } from '../src/chat/views/way.ts';
import { neverRead } from '../src/watch/health/neverRead.ts';
import { sourcesShowing } from '../src/watch/health/shown.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

/** Readings of one entry shown at most: the first ones say little that the last do not. */
const stepsShown = 5;
const sourcesShown = 10;

export const why = defineCommand({
  name: 'why',
  access: 'everyone',
  audience: 'teams',
  options: { url: { type: 'string', required: true, maxLength: 2000 }, share: { type: 'boolean' } },

  async execute({ url: written }, context): Promise<Reply> {
    const { t, store, asker } = context;
    const url = written.trim();
    const way = await findWay(store, url, asker.guildId);
    if (way.length === 0) return noWay(url, context);
    const { showWay } = await import('./why/show.ts');
    const [feeds, states] = await Promise.all([feedsHere(context), store.feedStates()]);
    const showing = sourcesShowing(way[0]?.record.entry.id ?? '', feeds, states);
    return {
      tone: 'policy',
      blocks: [
        text(t.md('why.heading')),
        ...(await showWay(way.slice(0, stepsShown), context)),
        ...shownLines(showing, t).map((line) => text(line)),
        note(t.md('alert.derived')),
      ],
    };
  },
});

/** The first stage that said no to a page that was never read. */
async function noWay(url: string, context: Context): Promise<Reply> {
  const { t, store, now } = context;
  const found = neverRead(url, await feedsHere(context), await store.feedStates(), now);
  if (found.stage === 'not-url') return problem(t.md('why.not-url', { url }));
  if (found.stage === 'unwatched') return problem(t.md('why.unwatched', { host: found.host }));
  const nearby = found.sources.slice(0, sourcesShown);
  return {
    tone: 'problem',
    blocks: [
      text(t.md('why.unread')),
      ...nearby.map(({ feed, standing }) => text(standingLine(standing, feed, t))),
    ],
  };
}

/** Everybody's sources, and the server's own. */
const feedsHere = async (context: Context): Promise<readonly FeedDefinition[]> => [
  ...(await guildOf(context)).feeds.flatMap(({ definition }) => definition ?? []),
  ...context.feeds,
];

import type { Choices, Context } from '../../src/chat/command.ts';
import { clip, join, oneLine } from '../../src/chat/markdown.ts';
import { note, problem, type Reply, text } from '../../src/chat/reply.ts';
import { checkBlocks } from '../../src/chat/views/check.ts';
import { guildOf } from '../../src/chat/views/ledger.ts';
import { standingLine, standingText } from '../../src/chat/views/standing.ts';
import { type Standing, standingOf, unread } from '../../src/watch/health/health.ts';
import type { FeedDefinition } from '../../src/watch/types.ts';
import { findSource } from './name.ts';

const troubledShown = 15;

/** What the asker's server hears from: everybody's sources, and its own. */
async function sourcesOf(context: Context): Promise<readonly FeedDefinition[]> {
  return [...(await ownSources(context)), ...context.feeds];
}

const ownSources = async (context: Context): Promise<readonly FeedDefinition[]> =>
  (await guildOf(context)).feeds.flatMap(({ definition }) => (definition === null ? [] : [definition]));

/** The sources whose name, authority or id holds what is typed. */
function matching(feeds: readonly FeedDefinition[], typed: string): Choices {
  const wanted = typed.trim().toLowerCase();
  return feeds
    .map(({ id, name, authority, url }) => ({ name: `${name} — ${authority}`, value: id, url }))
    .filter(({ name, value, url }) => `${name} ${value} ${url}`.toLowerCase().includes(wanted));
}

export const suggest = async (typed: string, context: Context): Promise<Choices> =>
  matching(await sourcesOf(context), typed);

export const suggestOwn = async (typed: string, context: Context): Promise<Choices> =>
  matching(await ownSources(context), typed);

export async function suggestPaused(typed: string, context: Context): Promise<Choices> {
  const paused = new Set((await guildOf(context)).feeds.filter((feed) => feed.paused).map(({ id }) => id));
  return matching(
    (await sourcesOf(context)).filter(({ id }) => paused.has(id)),
    typed,
  );
}

export async function status(source: string | undefined, context: Context): Promise<Reply> {
  const { t, store, now } = context;
  const states = new Map((await store.feedStates()).map((state) => [state.feedId, state]));
  const all = (await sourcesOf(context)).map((feed) => {
    const state = states.get(feed.id);
    return { feed, standing: state ? standingOf(state, now) : unread(feed.id) };
  });
  if (source !== undefined) {
    const feed = findSource(
      all.map((one) => one.feed),
      source,
    );
    const found = all.find((one) => one.feed === feed);
    if (!found) return problem(t.md('feed.unknown', { source }));
    return { tone: 'plain', blocks: [text(standingText(found.standing, found.feed, t))] };
  }
  const count = (status: Standing['status']): number =>
    all.filter(({ standing }) => standing.status === status).length;
  const troubled = all.filter(({ standing: { status } }) => status === 'failing' || status === 'quiet');
  const rest = troubled.length - troubledShown;
  const counts = {
    ok: count('ok'),
    failing: count('failing'),
    quiet: count('quiet'),
    unread: count('unread'),
  };
  return {
    tone: 'plain',
    blocks: [
      text(t.md('feed.status.heading', { count: all.length, ...counts })),
      troubled.length === 0
        ? text(t.md('feed.status.well'))
        : text(
            join(
              troubled.slice(0, troubledShown).map(({ feed, standing }) => standingLine(standing, feed, t)),
            ),
          ),
      ...(rest > 0 ? [note(t.md('feed.status.more', { count: rest }))] : []),
    ],
  };
}

export async function check(written: string, context: Context): Promise<Reply> {
  const asked = written.trim();
  const own = findSource(await ownSources(context), asked);
  const ours = findSource(context.feeds, asked);
  const visit = own ? await context.check(own.url, own.reader) : await context.check(ours?.id ?? asked);
  const name = own?.name ?? ours?.name ?? clip(oneLine(asked), 100);
  return {
    tone: visit.cause === undefined ? 'plain' : 'problem',
    blocks: checkBlocks(visit, name, context.t),
  };
}

import { type Context, defineCommand } from '../src/chat/command.ts';
import { note, problem, type Reply, text } from '../src/chat/reply.ts';
import { standingLine } from '../src/chat/views/standing.ts';
import { findWay } from '../src/chat/views/way.ts';
import { canonicalUrl } from '../src/watch/canonicalise.ts';
import { standingOf } from '../src/watch/health.ts';

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
    if (way.length === 0) return neverRead(url, context);
    const { showWay } = await import('./why/show.ts');
    return {
      tone: 'policy',
      blocks: [
        text(t.md('why.heading')),
        ...(await showWay(way.slice(0, stepsShown), context)),
        note(t.md('alert.derived')),
      ],
    };
  },
});

const hostOf = (url: string): string => new URL(canonicalUrl(url)).host;

/** The first stage that said no to a page that was never read: no URL, not watched, or a source that cannot be read. */
async function neverRead(url: string, { t, store, feeds, now }: Context): Promise<Reply> {
  if (!URL.canParse(url)) return problem(t.md('why.not-url', { url }));
  const nearby = feeds.filter((feed) => URL.canParse(feed.url) && hostOf(feed.url) === hostOf(url));
  if (nearby.length === 0) return problem(t.md('why.unwatched', { host: new URL(url).host }));
  const states = new Map((await store.feedStates()).map((state) => [state.feedId, state]));
  return {
    tone: 'problem',
    blocks: [
      text(t.md('why.unread')),
      ...nearby.slice(0, sourcesShown).flatMap((feed) => {
        const state = states.get(feed.id);
        return state ? [text(standingLine(standingOf(state, now), feed, t))] : [];
      }),
    ],
  };
}

import { type Choices, type Command, type Context, defineSubcommand } from '../src/chat/command.ts';
import { clip, join, link, oneLine } from '../src/chat/markdown.ts';
import { note, type Reply, text } from '../src/chat/reply.ts';
import { causeName, standingLine, standingText } from '../src/chat/views/standing.ts';
import { showTime } from '../src/chat/views/time.ts';
import { type Standing, standingOf } from '../src/watch/health.ts';
import type { FeedDefinition } from '../src/watch/types.ts';

const troubledShown = 15;
const entriesShown = 10;

/** The watched sources whose name, authority or id holds what is typed. */
function suggest(typed: string, { feeds }: Context): Choices {
  const wanted = typed.trim().toLowerCase();
  return feeds
    .map(({ id, name, authority }) => ({ name: `${name} — ${authority}（${id}）`, value: id }))
    .filter(({ name }) => name.toLowerCase().includes(wanted));
}

const status = defineSubcommand({
  options: { source: { type: 'string', autocomplete: true, maxLength: 100 } },
  autocomplete: (_, typed, context) => suggest(typed, context),

  async execute({ source }, { t, store, feeds, now }): Promise<Reply> {
    const states = new Map((await store.feedStates()).map((state) => [state.feedId, state]));
    const all = feeds.flatMap((feed) => {
      const state = states.get(feed.id);
      return state ? [{ feed, standing: standingOf(state, now) }] : [];
    });
    if (source !== undefined) {
      const found = all.find(({ feed }) => feed.id === source);
      if (!found) return { tone: 'problem', blocks: [text(t.md('feed.unknown', { source }))] };
      return { tone: 'plain', blocks: [text(standingText(found.standing, found.feed, t))] };
    }
    const count = (status: Standing['status']): number =>
      all.filter(({ standing }) => standing.status === status).length;
    const troubled = all.filter(({ standing: { status } }) => status === 'failing' || status === 'quiet');
    const rest = troubled.length - troubledShown;
    return {
      tone: 'plain',
      blocks: [
        text(
          t.md('feed.status.heading', {
            count: all.length,
            ok: count('ok'),
            failing: count('failing'),
            quiet: count('quiet'),
            unread: count('unread'),
          }),
        ),
        ...(troubled.length === 0
          ? [text(t.md('feed.status.well'))]
          : [
              text(
                join(
                  troubled
                    .slice(0, troubledShown)
                    .map(({ feed, standing }) => standingLine(standing, feed, t)),
                ),
              ),
            ]),
        ...(rest > 0 ? [note(t.md('feed.status.more', { count: rest }))] : []),
      ],
    };
  },
});

const check = defineSubcommand({
  options: { source: { type: 'string', required: true, autocomplete: true, maxLength: 2000 } },
  autocomplete: (_, typed, context) => suggest(typed, context),

  async execute({ source: written }, { t, feeds, check }): Promise<Reply> {
    const source = written.trim();
    const { status, cause, entries, ms, bytes } = await check(source);
    const outcome =
      status === 'refused' || status === 'failed'
        ? t(`feed.check.${status}`, { cause: causeName(cause ?? status, t) })
        : t('feed.check.ok', { count: entries.length, kilobytes: Math.ceil(bytes / 1024), ms });
    const rest = entries.length - entriesShown;
    return {
      tone: cause === undefined ? 'plain' : 'problem',
      blocks: [
        text(t.md('feed.check.heading', { source: nameOf(source, feeds), outcome })),
        ...(entries.length === 0
          ? []
          : [
              text(
                join(
                  entries.slice(0, entriesShown).map(({ date, title, url }) =>
                    t.md('feed.check.entry', {
                      date: date === null ? '—' : showTime(date),
                      title: link(clip(oneLine(title), 120), url),
                    }),
                  ),
                ),
              ),
            ]),
        ...(rest > 0 ? [note(t.md('feed.check.more', { count: rest }))] : []),
      ],
    };
  },
});

const nameOf = (source: string, feeds: readonly FeedDefinition[]): string =>
  feeds.find(({ id }) => id === source)?.name ?? clip(oneLine(source), 100);

/** The sources that are watched. */
export const feed: Command = {
  name: 'feed',
  access: 'moderator',
  audience: 'moderators',
  subcommands: { status, check },
};

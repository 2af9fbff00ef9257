import type { Context } from '../../src/chat/command.ts';
import { join, link, type Markdown } from '../../src/chat/markdown.ts';
import { lastPage, readPage } from '../../src/chat/page.ts';
import { type Action, buttons, note, type Reply, text } from '../../src/chat/reply.ts';
import { guildOf } from '../../src/chat/views/ledger.ts';

const pageSize = 20;
/** Of an address that is linked. */
const longest = 150;

/** What this server hears from: its own sources first, then everybody's, with what is paused here. */
export async function list(typed: string, context: Context): Promise<Reply> {
  const { t, feeds } = context;
  const guild = await guildOf(context);
  const paused = new Set(guild.feeds.filter((feed) => feed.paused).map(({ id }) => id));
  const own = guild.feeds.flatMap(({ definition }) => (definition === null ? [] : [definition]));
  const all = [...own, ...feeds];
  const last = lastPage(all.length, pageSize);
  const page = Math.min(readPage(typed), last);
  const to = (page: number): Action => ({ command: 'feed', name: 'page', args: [String(page)] });
  const line = ({ id, name, authority, page: address }: (typeof all)[number], at: number): Markdown =>
    t.md(at < own.length ? 'feed.list.own' : 'feed.list.line', {
      name: address.length > longest ? name : link(name, address),
      authority,
      state: t(paused.has(id) ? 'feed.list.paused' : 'feed.list.watched'),
    });
  const shown = all.slice(page * pageSize, (page + 1) * pageSize);
  return {
    tone: 'plain',
    blocks: [
      text(t.md('feed.list.heading', { own: own.length, all: feeds.length, paused: paused.size })),
      ...(shown.length === 0 ? [] : [text(join(shown.map((feed, at) => line(feed, page * pageSize + at))))]),
      ...(last > 0 ? [note(t.md('article.page', { page: page + 1, pages: last + 1 }))] : []),
      ...(last > 0
        ? [
            buttons(
              { label: t('page.previous'), action: to(page - 1), disabled: page === 0 },
              { label: t('page.next'), action: to(page + 1), disabled: page === last },
            ),
          ]
        : []),
    ],
  };
}

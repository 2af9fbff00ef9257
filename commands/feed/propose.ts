import type { Context } from '../../src/chat/command.ts';
import { clip, oneLine } from '../../src/chat/markdown.ts';
import { buttons, note, problem, type Reply } from '../../src/chat/reply.ts';
import { checkBlocks } from '../../src/chat/views/check.ts';
import { causeName } from '../../src/chat/views/standing.ts';
import { addressOf, ownFeedId } from '../../src/ledger/ownFeed.ts';
import { parseReader } from '../../src/watch/define.ts';
import type { Reader } from '../../src/watch/types.ts';
import { limitReached } from './change.ts';
import { type Draft, keep, tidy, withoutPattern } from './draft.ts';

interface Given {
  readonly url: string;
  readonly name: string | undefined;
  readonly authority: string | undefined;
  readonly reader: string | undefined;
}

/** Reads a source once and shows what it gives, before it is saved. */
export async function add(given: Given, context: Context): Promise<Reply> {
  const { t, asker, store, feeds } = context;
  if (asker.guildId === null) return problem(t.md('settings.guild-only'));
  const url = addressOf(given.url.trim());
  const refused = await context.refuse(url);
  if (refused !== null) return problem(t.md('feed.refused', { why: causeName(refused.cause, t) }));
  const guild = await store.guild(asker.guildId);
  const known = feeds.find((feed) => [feed.url, feed.page].map(addressOf).includes(url));
  if (known) return problem(t.md('feed.known', { name: known.name }));
  const own = guild.feeds.find(({ id }) => id === ownFeedId(guild.id, url));
  if (own) return problem(t.md('feed.yours', { name: own.definition?.name ?? url }));
  const tooMany = limitReached(guild, context);
  if (tooMany) return tooMany;
  const host = URL.parse(url)?.hostname ?? url;
  const name = tidy(given.name ?? '') || tidy(host);
  const reader = await readerNamed(given.reader);
  return propose(
    { url, name, authority: tidy(given.authority ?? '') || name, reader, before: null },
    context,
  );
}

async function readerNamed(kind: string | undefined): Promise<Reader | null> {
  if (kind === 'rss') return { kind };
  if (kind !== 'json') return null;
  const reader = await parseReader(kind, undefined);
  return reader.ok ? withoutPattern(reader.value) : null;
}

/** Shows what a draft gives now, with what can be done about it. */
export async function propose(draft: Draft, context: Context): Promise<Reply> {
  const { t } = context;
  const visit = await context.check(draft.url, draft.reader);
  const key = await keep(draft, context);
  const works = visit.status === 'ok' && visit.entries.length > 0;
  return {
    tone: 'plain',
    blocks: [
      ...checkBlocks(visit, draft.name, t),
      ...visit.notes
        .slice(0, 3)
        .map((one) => note(t.md('measure.facts', { facts: clip(oneLine(one), 300) }))),
      note(t.md(works ? 'feed.propose' : 'feed.propose.broken')),
      buttons(
        {
          label: t(works ? 'feed.save' : 'feed.save.anyway'),
          style: works ? 'primary' : 'danger',
          action: { command: 'feed', name: 'save', args: [key] },
        },
        { label: t('feed.reader.edit'), action: { command: 'feed', name: 'reader', args: [key] } },
        { label: t('import.cancel'), action: { command: 'feed', name: 'cancel', args: [] } },
      ),
    ],
  };
}

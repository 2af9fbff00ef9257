import type { Context } from '../../src/chat/command.ts';
import { clip, oneLine } from '../../src/chat/markdown.ts';
import { buttons, note, problem, type Reply, text } from '../../src/chat/reply.ts';
import { limits } from '../../src/ledger/defaults.ts';
import { measuresIn } from '../../src/ledger/gather.ts';
import { defineOwnFeed } from '../../src/ledger/ownFeed.ts';
import type { Guild, GuildFeed } from '../../src/ledger/types.ts';
import type { Change } from '../../src/store/port.ts';
import { recall } from './draft.ts';
import { findSource } from './name.ts';

/** Saves a draft as a source of this server. */
export async function save(key: string, context: Context): Promise<Reply> {
  const { t, asker, store } = context;
  const draft = await recall(key, context);
  if (!draft || asker.guildId === null) return problem(t.md('feed.forgotten'));
  const guild = await store.guild(asker.guildId);
  const tooMany = draft.before === null ? limitReached(guild, context) : null;
  if (tooMany) return tooMany;
  const definition = defineOwnFeed(guild.id, draft);
  const after: GuildFeed = { id: definition.id, definition, paused: draft.before?.paused ?? false };
  const saved = await configure({ what: 'feed', id: after.id, before: draft.before, after }, context);
  return (
    saved ?? {
      tone: 'plain',
      blocks: [text(t.md('feed.saved', { name: definition.name })), note(t.md('settings.undo-hint'))],
    }
  );
}

/** Asks before a source goes, with what goes with it. */
export async function confirmRemoval(source: string, context: Context): Promise<Reply> {
  const { t, store, asker } = context;
  const found = await ownFeed(source, context);
  if (!found?.definition) return problem(t.md('feed.not-yours'));
  const filter = { relevance: ['relevant', 'doubtful', 'watched'], guildId: asker.guildId } as const;
  let count = 0;
  for await (const { feedId } of measuresIn(store, filter)) if (feedId === found.id) count += 1;
  return {
    tone: 'plain',
    blocks: [
      text(t.md('feed.remove.confirm', { name: found.definition.name, count })),
      buttons(
        {
          label: t('feed.remove'),
          style: 'danger',
          action: { command: 'feed', name: 'remove', args: [found.id] },
        },
        { label: t('import.cancel'), action: { command: 'feed', name: 'cancel', args: [] } },
      ),
    ],
  };
}

export async function remove(id: string, context: Context): Promise<Reply> {
  const { t } = context;
  const found = await ownFeed(id, context);
  if (!found?.definition) return problem(t.md('feed.not-yours'));
  const removed = await configure({ what: 'feed', id: found.id, before: found, after: null }, context);
  return (
    removed ?? {
      tone: 'plain',
      blocks: [text(t.md('feed.removed', { name: found.definition.name })), note(t.md('settings.undo-hint'))],
    }
  );
}

/** Stops or goes on hearing from a source, an own one or one of everybody's, in this server alone. */
export async function setPaused(source: string, paused: boolean, context: Context): Promise<Reply> {
  const { t, asker, store, feeds } = context;
  if (asker.guildId === null) return problem(t.md('settings.guild-only'));
  const guild = await store.guild(asker.guildId);
  const sources = [...guild.feeds.flatMap(({ definition }) => definition ?? []), ...feeds];
  const { id, name } = findSource(sources, source) ?? { id: source };
  const before = guild.feeds.find((feed) => feed.id === id) ?? null;
  if (name === undefined) return problem(t.md('feed.unknown', { source: clip(oneLine(source), 100) }));
  if ((before?.paused ?? false) === paused)
    return {
      tone: 'plain',
      blocks: [text(t.md(paused ? 'feed.paused.already' : 'feed.resumed.already', { name }))],
    };
  const definition = before?.definition ?? null;
  // One of everybody's that goes on has nothing set about it.
  const after: GuildFeed | null = definition === null && !paused ? null : { id, definition, paused };
  const saved = await configure({ what: 'feed', id, before, after }, context);
  return (
    saved ?? {
      tone: 'plain',
      blocks: [
        text(t.md(paused ? 'feed.paused' : 'feed.resumed', { name })),
        note(t.md('settings.undo-hint')),
      ],
    }
  );
}

/** Makes a change; a problem where somebody was faster, else null. */
async function configure(change: Change, { t, asker, store, now }: Context): Promise<Reply | null> {
  if (asker.guildId === null) return problem(t.md('settings.guild-only'));
  const made = await store.configure({ guildId: asker.guildId }, asker.userId, now.toISOString(), [change]);
  return made.ok ? null : problem(t.md('settings.stale'));
}

/** A problem where this server can add no further source, else null. */
export function limitReached({ feeds }: Guild, { t }: Context): Reply | null {
  const count = feeds.filter(({ definition }) => definition !== null).length;
  return count < limits.feeds ? null : problem(t.md('feed.too-many', { most: limits.feeds }));
}

/** The source of that name or address that this server added. */
export async function ownFeed(source: string, { asker, store }: Context): Promise<GuildFeed | undefined> {
  if (asker.guildId === null) return undefined;
  const { feeds } = await store.guild(asker.guildId);
  const found = findSource(
    feeds.flatMap(({ definition }) => definition ?? []),
    source,
  );
  return feeds.find(({ id }) => id === found?.id);
}

import type { Context } from '../../src/chat/command.ts';
import { clip, oneLine } from '../../src/chat/markdown.ts';
import { buttons, type Modal, note, problem, type Reply, text } from '../../src/chat/reply.ts';
import { checkBlocks } from '../../src/chat/views/check.ts';
import { causeName } from '../../src/chat/views/standing.ts';
import { hashOf } from '../../src/hash.ts';
import { limits } from '../../src/ledger/defaults.ts';
import { measuresIn } from '../../src/ledger/gather.ts';
import {
  addressOf,
  defineOwnFeed,
  isPlainSelector,
  type OwnFeed,
  ownFeedId,
} from '../../src/ledger/ownFeed.ts';
import type { Guild, GuildFeed } from '../../src/ledger/types.ts';
import type { Change } from '../../src/store/port.ts';
import { parseReader } from '../../src/watch/define.ts';
import type { Reader } from '../../src/watch/types.ts';
import { findSource } from './name.ts';

/** A source being written, until it is saved. */
interface Draft extends OwnFeed {
  /** The saved source that it changes, as it was when the change began; null: it is new. */
  readonly before: GuildFeed | null;
}

const keptMs = 3_600_000;
const cacheKey = (key: string, { asker }: Context): string => `feed:${asker.guildId}:${key}`;
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

/** Opens the form of a source that this server added. */
export async function edit(source: string, context: Context): Promise<Reply | Modal> {
  const found = await ownFeed(source, context);
  if (!found?.definition) return problem(context.t.md('feed.not-yours'));
  const { url, name, authority, reader } = found.definition;
  return form(await keep({ url, name, authority, reader, before: found }, context), context);
}

/** The form of a draft: how it is called and how it is read. */
export async function openReader(key: string, context: Context): Promise<Reply | Modal> {
  const draft = await recall(key, context);
  return draft ? form(key, context) : problem(context.t.md('feed.forgotten'));
}

async function form(key: string, context: Context): Promise<Reply | Modal> {
  const { t } = context;
  const draft = await recall(key, context);
  if (!draft) return problem(t.md('feed.forgotten'));
  const { reader } = draft;
  const selectors = reader === null || reader.kind === 'rss' ? '' : selectorLines(reader);
  return {
    action: { command: 'feed', name: 'reader', args: [key] },
    title: clip(t('feed.form.title'), 45),
    fields: [
      {
        id: 'name',
        label: t('feed.form.name'),
        type: 'line',
        value: draft.name,
        required: true,
        maxLength: 60,
      },
      {
        id: 'authority',
        label: t('feed.form.authority'),
        type: 'line',
        value: draft.authority,
        required: true,
        maxLength: 60,
      },
      {
        id: 'kind',
        label: t('feed.form.reader'),
        type: 'select',
        options: kinds.map((kind) => ({
          label: t(`feed.reader.${kind}`),
          value: kind,
          selected: kind === (reader?.kind ?? 'auto'),
        })),
      },
      {
        id: 'selectors',
        label: t('feed.form.selectors'),
        description: t('feed.form.selectors.description'),
        type: 'lines',
        value: selectors,
        required: false,
        maxLength: 1000,
      },
    ],
  };
}

const kinds = ['auto', 'rss', 'html', 'json'] as const;
const fields = ['item', 'title', 'link', 'date', 'docNumber', 'summary'] as const;

const selectorLines = (reader: Exclude<Reader, { readonly kind: 'rss' }>): string =>
  fields.flatMap((field) => (reader[field] === undefined ? [] : [`${field}: ${reader[field]}`])).join('\n');

/** What was filled in becomes the draft, which is tried at once. */
export async function fillReader(
  filled: Readonly<Record<string, string>>,
  key: string,
  context: Context,
): Promise<Reply> {
  const { t } = context;
  const draft = await recall(key, context);
  if (!draft) return problem(t.md('feed.forgotten'));
  const kind = kinds.find((one) => one === filled.kind) ?? 'auto';
  const lines = (filled.selectors ?? '').split('\n').filter((line) => line.trim() !== '');
  const selectors: Record<string, string> = {};
  for (const line of lines) {
    const [, name = '', value = ''] = /^\s*(\w+)\s*[:：]\s*(.+?)\s*$/.exec(line) ?? [];
    const field = fields.find((one) => one === name);
    if (field === undefined || !isPlainSelector(value))
      return problem(t.md('feed.bad-selector', { line: clip(oneLine(line), 80), fields: fields.join(' ') }));
    selectors[field] = value;
  }
  const isRead = kind === 'html' || kind === 'json';
  const reader = isRead ? await parseReader(kind, lines.length > 0 ? selectors : undefined) : null;
  if (reader?.ok === false)
    return problem(t.md('feed.bad-reader', { why: clip(oneLine(reader.error), 300) }));
  const name = tidy(filled.name ?? draft.name) || draft.name;
  return propose(
    {
      ...draft,
      name,
      authority: tidy(filled.authority ?? draft.authority) || name,
      // A regular expression is ours alone; what a page's links are is found without one as well.
      reader: kind === 'rss' ? { kind } : reader === null ? null : withoutPattern(reader.value),
    },
    context,
  );
}

/** A reader that needs a pattern of ours is left to the page. */
function withoutPattern(reader: Reader | null): Reader | null {
  if (reader === null || reader.kind === 'rss') return reader;
  return reader.linkPattern === undefined ? reader : null;
}

async function readerNamed(kind: string | undefined): Promise<Reader | null> {
  if (kind === 'rss') return { kind };
  if (kind !== 'json') return null;
  const reader = await parseReader(kind, undefined);
  return reader.ok ? withoutPattern(reader.value) : null;
}

/** Shows what a draft gives now, with what can be done about it. */
async function propose(draft: Draft, context: Context): Promise<Reply> {
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

function limitReached({ feeds }: Guild, { t }: Context): Reply | null {
  const count = feeds.filter(({ definition }) => definition !== null).length;
  return count < limits.feeds ? null : problem(t.md('feed.too-many', { most: limits.feeds }));
}

async function ownFeed(source: string, { asker, store }: Context): Promise<GuildFeed | undefined> {
  if (asker.guildId === null) return undefined;
  const { feeds } = await store.guild(asker.guildId);
  const found = findSource(
    feeds.flatMap(({ definition }) => definition ?? []),
    source,
  );
  return feeds.find(({ id }) => id === found?.id);
}

async function keep(draft: Draft, context: Context): Promise<string> {
  const key = hashOf('feed', context.asker.guildId ?? '', JSON.stringify(draft));
  await context.cache.set(cacheKey(key, context), draft, keptMs);
  return key;
}

const recall = (key: string, context: Context): Promise<Draft | undefined> =>
  context.cache.get<Draft>(cacheKey(key, context));

const tidy = (name: string): string => clip(oneLine(name), limits.nameLength);

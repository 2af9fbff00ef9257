import type { AttachmentValue, Context } from '../../src/chat/command.ts';
import { join } from '../../src/chat/markdown.ts';
import { buttons, note, problem, type Reply, text } from '../../src/chat/reply.ts';
import { changeText, findNames } from '../../src/chat/views/change.ts';
import { faultText } from '../../src/chat/views/importFault.ts';
import { hashOf } from '../../src/hash.ts';
import { dayIn } from '../../src/ledger/followUp.ts';
import type { ImportFault } from '../../src/ledger/transfer/fault.ts';
import { type ConfigurationFile, exportConfiguration } from '../../src/ledger/transfer/file.ts';
import { fromOpml, toOpml } from '../../src/ledger/transfer/opml.ts';
import { planImport } from '../../src/ledger/transfer/plan.ts';
import { fileLimit, fromYaml, toYaml } from '../../src/ledger/transfer/yaml.ts';
import type { Change } from '../../src/store/port.ts';

/** A preview waits so long for its confirmation. */
const keptMs = 15 * 60 * 1000;
const linesShown = 20;

/** What a preview was made of; the changes themselves are made anew when it is confirmed, and must come to the same. */
interface Kept {
  readonly guildId: string;
  readonly userId: string;
  readonly file: ConfigurationFile;
  readonly mode: 'merge' | 'replace';
  readonly changes: string;
}

/** Everything this server set, as a file. */
export async function exportAll(format: string, { t, asker, store, feeds, now }: Context): Promise<Reply> {
  const { guildId } = asker;
  if (guildId === null) return problem(t.md('settings.guild-only'));
  const guild = await store.guild(guildId);
  const subscriptions = await store.subscriptions({ guildId });
  const own = guild.feeds.flatMap(({ definition }) => (definition === null ? [] : [definition]));
  const day = dayIn(now.toISOString());
  const isOpml = format === 'opml';
  const name = isOpml ? `tiaoli-${day}.opml` : `tiaoli-${day}.yaml`;
  const written = isOpml
    ? toOpml(t('settings.opml-title'), [...own, ...feeds])
    : toYaml(exportConfiguration(guild, subscriptions));
  const counts = {
    topics: isOpml ? 0 : guild.topics.length,
    feeds: isOpml ? own.length + feeds.length : own.length,
    subscriptions: isOpml ? 0 : subscriptions.length,
  };
  return {
    tone: 'plain',
    blocks: [text(t.md('settings.exported', counts)), { type: 'file', file: name }],
    files: [{ name, bytes: new TextEncoder().encode(written) }],
  };
}

/** Reads a file and shows what it would change; nothing is changed yet. */
export async function preview(attachment: AttachmentValue, mode: string, context: Context): Promise<Reply> {
  const { t, asker, cache, store, feeds } = context;
  const { guildId, userId } = asker;
  if (guildId === null) return problem(t.md('settings.guild-only'));
  const read = await context.download(attachment, fileLimit);
  if (!read.ok) return problem(t.md(`import.${read.error}`, { limit: fileLimit / 1024 }));
  const isXml = /^\s*(?:\ufeff)?\s*</.test(read.value);
  const file = isXml ? fromOpml(read.value) : fromYaml(read.value);
  if (!file.ok) return faultsReply(file.error, context);
  const how = mode === 'replace' ? 'replace' : 'merge';
  const planned = await plan(file.value, how, guildId, context);
  if (!planned.ok) return faultsReply(planned.error, context);
  const changes = planned.value;
  if (changes.length === 0) return { tone: 'plain', blocks: [text(t.md('import.nothing'))] };
  const kept: Kept = { guildId, userId, file: file.value, mode: how, changes: fingerprint(changes) };
  const key = hashOf(JSON.stringify(kept));
  await cache.set(`import:${key}`, kept, keptMs);
  const called = await findNames(changes, { store, feeds, guildId });
  const rest = changes.length - linesShown;
  return {
    tone: 'plain',
    blocks: [
      text(t.md('import.preview', countsOf(changes))),
      text(join(changes.slice(0, linesShown).map((change) => changeText(change, t, called)))),
      ...(rest > 0 ? [note(t.md('import.faults.more', { count: rest }))] : []),
      buttons(
        {
          label: t('import.confirm'),
          style: changes.some(({ after }) => after === null) ? 'danger' : 'primary',
          action: { command: 'settings', name: 'import', args: [key] },
        },
        { label: t('import.cancel'), action: { command: 'settings', name: 'cancel', args: [] } },
      ),
    ],
  };
}

/** Makes all changes of a preview, or, where anything is not as it was shown, none. */
export async function confirm(key: string, context: Context): Promise<Reply> {
  const { t, asker, store, cache, now } = context;
  const kept = await cache.get<Kept>(`import:${key}`);
  if (!kept || kept.guildId !== asker.guildId || kept.userId !== asker.userId)
    return problem(t.md('import.gone'));
  const planned = await plan(kept.file, kept.mode, kept.guildId, context);
  if (!planned.ok) return faultsReply(planned.error, context);
  // Pressed twice, or done by another hand meanwhile.
  if (planned.value.length === 0) return { tone: 'plain', blocks: [text(t.md('import.nothing'))] };
  if (fingerprint(planned.value) !== kept.changes) return problem(t.md('settings.stale'));
  const made = await store.configure(
    { guildId: kept.guildId },
    asker.userId,
    now.toISOString(),
    planned.value,
  );
  if (!made.ok) return problem(t.md('settings.stale'));
  return { tone: 'plain', blocks: [text(t.md('import.done', { count: planned.value.length }))] };
}

async function plan(file: ConfigurationFile, mode: Kept['mode'], guildId: string, context: Context) {
  const { store, asker, now, corpus } = context;
  const articles = new Set(corpus.documents[0]?.law.units.map(({ number }) => number));
  const refused = new Map<string, string>();
  for (const { url } of file.feeds ?? []) {
    if (context.feeds.some((feed) => feed.url === url)) continue;
    const why = await context.refuse(url);
    if (why !== null) refused.set(url, why.cause);
  }
  return planImport(file, {
    guild: await store.guild(guildId),
    subscriptions: await store.subscriptions({ guildId }),
    by: asker.userId,
    at: now.toISOString(),
    isArticle: (number) => articles.has(String(number)),
    channel: (id) => {
      const channel = context.channel(id);
      if (channel === null) return null;
      return channel.kind === 'forum' ? 'forum' : channel.takesMessages ? 'message' : null;
    },
    sources: context.feeds,
    refused,
    mode,
  });
}

/** What changes come to, but for the instant at which new things are made. */
const fingerprint = (changes: readonly Change[]): string =>
  hashOf(
    JSON.stringify(changes, (name, value: unknown) =>
      name === 'createdAt' || name === 'pausedAt' ? undefined : value,
    ),
  );

const countsOf = (changes: readonly Change[]) => ({
  added: changes.filter(({ before }) => before === null).length,
  changed: changes.filter(({ before, after }) => before !== null && after !== null).length,
  removed: changes.filter(({ after }) => after === null).length,
});

function faultsReply(faults: readonly ImportFault[], { t }: Context): Reply {
  const rest = faults.length - linesShown;
  return problem(
    t.md('import.faults'),
    join(faults.slice(0, linesShown).map((fault) => t.md('measure.facts', { facts: faultText(fault, t) }))),
    ...(rest > 0 ? [t.md('import.faults.more', { count: rest })] : []),
  );
}

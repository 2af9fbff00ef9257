import type { Translate } from '../src/chat/catalogue/index.ts';
import { type Context, defineCommand } from '../src/chat/command.ts';
import { join, type Markdown } from '../src/chat/markdown.ts';
import { lastPage, readPage } from '../src/chat/page.ts';
import { type Action, buttons, note, problem, type Reply, text } from '../src/chat/reply.ts';
import type { actorText } from '../src/chat/views/change.ts';
import { showTime } from '../src/chat/views/time.ts';
import type { AuditEntry } from '../src/store/port.ts';

const pageSize = 8;
const linesShown = 12;

export const audit = defineCommand({
  name: 'audit',
  access: 'moderator',
  audience: 'moderators',
  options: {},
  execute: (_, context) => list(0, context),
  actions: {
    full: ([page = '0', at = '0'], context) => full(readPage(page), readPage(at), context),
    page: ([page = '0'], context) => list(readPage(page), context),
    ask: (_, context) => askToUndo(context),
    undo: ([id = ''], context) => undo(id, context),
  },
});

/** When, who and what, and whether it was taken back or took something back. */
function entryLine(entry: AuditEntry, what: Markdown, nameActor: typeof actorText, t: Translate): Markdown {
  const told =
    entry.undoneBy !== null
      ? t.md('audit.entry.undone', { what })
      : entry.undoes !== null
        ? t.md('audit.entry.undo', { what })
        : what;
  return t.md('audit.entry', { at: showTime(entry.at), by: nameActor(entry.by, t), what: told });
}

/** A page that is not there is the last one. */
async function list(page: number, context: Context): Promise<Reply> {
  const { t, asker, store, feeds } = context;
  if (asker.guildId === null) return problem(t.md('settings.guild-only'));
  const { auditWhat, actorText, findNames, isShortened } = await import('../src/chat/views/change.ts');
  const { entries, total } = await store.audits(asker.guildId, { limit: pageSize, offset: page * pageSize });
  if (total === 0) return { tone: 'plain', blocks: [text(t.md('audit.none'))] };
  if (entries.length === 0) return list(lastPage(total, pageSize), context);
  const changes = entries.flatMap((entry) => entry.changes);
  const called = await findNames(changes, { store, feeds, guildId: asker.guildId });
  const last = lastPage(total, pageSize);
  const to = (page: number): Action => ({ command: 'audit', name: 'page', args: [String(page)] });
  return {
    tone: 'plain',
    blocks: [
      text(t.md('audit.heading', { total })),
      text(join(entries.map((entry) => entryLine(entry, auditWhat(entry, t, called), actorText, t)))),
      ...(last > 0 ? [note(t.md('article.page', { page: page + 1, pages: last + 1 }))] : []),
      buttons(
        ...(last > 0
          ? [
              { label: t('page.previous'), action: to(page - 1), disabled: page === 0 },
              { label: t('page.next'), action: to(page + 1), disabled: page === last },
            ]
          : []),
        ...(entries.some(isShortened)
          ? [
              {
                label: t('audit.full'),
                action: { command: 'audit', name: 'full', args: [String(page), '0'] },
              },
            ]
          : []),
        { label: t('audit.undo'), action: { command: 'audit', name: 'ask', args: [] } },
      ),
    ],
  };
}

/** Every part of what a page's entries changed, none left out, so many lines at once. */
async function full(page: number, at: number, context: Context): Promise<Reply> {
  const { t, asker, store, feeds } = context;
  const { guildId } = asker;
  if (guildId === null) return problem(t.md('settings.guild-only'));
  const { auditLines, actorText, findNames } = await import('../src/chat/views/change.ts');
  const { entries } = await store.audits(guildId, { limit: pageSize, offset: page * pageSize });
  if (entries.length === 0) return list(page, context);
  const changes = entries.flatMap((entry) => entry.changes);
  const called = await findNames(changes, { store, feeds, guildId });
  const lines = entries.flatMap((entry) =>
    auditLines(entry, t, called).map((what) => entryLine(entry, what, actorText, t)),
  );
  const last = lastPage(lines.length, linesShown);
  const here = Math.min(at, last);
  const to = (at: number): Action => ({ command: 'audit', name: 'full', args: [String(page), String(at)] });
  return {
    tone: 'plain',
    blocks: [
      text(join(lines.slice(here * linesShown, (here + 1) * linesShown))),
      ...(last > 0 ? [note(t.md('article.page', { page: here + 1, pages: last + 1 }))] : []),
      buttons(
        ...(last > 0
          ? [
              { label: t('page.previous'), action: to(here - 1), disabled: here === 0 },
              { label: t('page.next'), action: to(here + 1), disabled: here === last },
            ]
          : []),
        { label: t('audit.back'), action: { command: 'audit', name: 'page', args: [String(page)] } },
      ),
    ],
  };
}

/** How far back the last change is looked for, behind changes that were taken back. */
const searched = 50;

/** The last change that stands: not taken back, and none that took one back. */
async function lastChange({ asker, store }: Context): Promise<AuditEntry | null> {
  if (asker.guildId === null) return null;
  const { entries } = await store.audits(asker.guildId, { limit: searched, offset: 0 });
  return entries.find(({ undoneBy, undoes }) => undoneBy === null && undoes === null) ?? null;
}

async function askToUndo(context: Context): Promise<Reply> {
  const { t, asker, store, feeds } = context;
  const entry = await lastChange(context);
  if (!entry || asker.guildId === null) return problem(t.md('audit.undo.nothing'));
  const { auditWhat, actorText, findNames } = await import('../src/chat/views/change.ts');
  const about = {
    by: actorText(entry.by, t),
    at: showTime(entry.at),
    count: entry.changes.length,
    what: auditWhat(entry, t, await findNames(entry.changes, { store, feeds, guildId: asker.guildId })),
  };
  return {
    tone: 'plain',
    blocks: [
      text(t.md('audit.undo.confirm', about)),
      buttons(
        {
          label: t('audit.undo.yes'),
          style: 'danger',
          action: { command: 'audit', name: 'undo', args: [entry.id] },
        },
        { label: t('import.cancel'), action: { command: 'audit', name: 'page', args: ['0'] } },
      ),
    ],
  };
}

/** Takes back the last change, if it still is the one that was shown. */
async function undo(id: string, context: Context): Promise<Reply> {
  const { t, asker, store, feeds, now } = context;
  const entry = await lastChange(context);
  if (!entry || asker.guildId === null) return problem(t.md('audit.undo.nothing'));
  if (entry.id !== id) return problem(t.md('audit.undo.stale'));
  const [{ reversed }, { effectOfChanges }] = await Promise.all([
    import('../src/ledger/change.ts'),
    import('./review/effect.ts'),
  ]);
  const owner = { guildId: asker.guildId };
  const undone = await store.configure(owner, asker.userId, now.toISOString(), reversed(entry.changes), {
    effect: await effectOfChanges(entry.changes, asker.guildId, context),
    undoes: entry.id,
  });
  if (!undone.ok) return problem(t.md('audit.undo.stale'));
  const { auditWhat, findNames } = await import('../src/chat/views/change.ts');
  const called = await findNames(entry.changes, { store, feeds, guildId: asker.guildId });
  return { tone: 'plain', blocks: [text(t.md('audit.undone')), text(auditWhat(entry, t, called))] };
}

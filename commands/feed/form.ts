import type { Context } from '../../src/chat/command.ts';
import { clip, oneLine } from '../../src/chat/markdown.ts';
import { type Modal, problem, type Reply } from '../../src/chat/reply.ts';
import { isPlainSelector } from '../../src/ledger/ownFeed.ts';
import { parseReader } from '../../src/watch/define.ts';
import type { Reader } from '../../src/watch/types.ts';
import { ownFeed } from './change.ts';
import { keep, recall, tidy, withoutPattern } from './draft.ts';
import { propose } from './propose.ts';

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

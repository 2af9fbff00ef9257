import type { Context } from '../../src/chat/command.ts';
import { join } from '../../src/chat/markdown.ts';
import { type Action, buttons, type Modal, problem, type Reply, text } from '../../src/chat/reply.ts';
import {
  backtestBlocks,
  conditionBlocks,
  faultLines,
  scopeForm,
  wordsForm,
} from '../../src/chat/views/topic.ts';
import { hashOf } from '../../src/hash.ts';
import { KINDS } from '../../src/ledger/readTopic.ts';
import type { Guild, Topic } from '../../src/ledger/types.ts';
import { backtest } from './backtest.ts';
import { blank, type Draft, keepDraft, readDraft, recallDraft } from './draft.ts';

const to = (name: string, ...args: readonly string[]): Action => ({ command: 'topic', name, args });

/** What a draft asks for and would have told, to be saved, gone on with or dropped. One without a name is asked for it when it is saved. */
export async function propose(draft: Draft, guild: Guild, context: Context): Promise<Reply> {
  const { t } = context;
  const key = await keepDraft(draft, guild.id, context);
  const isNamed = draft.name.trim() !== '';
  const read = readDraft(isNamed ? draft : { ...draft, name: '-' }, guild, context);
  const edit = [
    { label: t('topic.button.words'), action: to('words', key) },
    { label: t('topic.button.scope'), action: to('scope', key) },
  ];
  if (!read.ok)
    return {
      tone: 'problem',
      blocks: [
        text(
          join([
            t.md('topic.faults'),
            ...faultLines(read.error, t).map((fault) => t.md('topic.fault.line', { fault })),
          ]),
        ),
        buttons(...edit),
      ],
    };
  return {
    tone: 'plain',
    blocks: [
      text(isNamed ? t.md('topic.preview', { name: read.value.name }) : t.md('topic.preview.unnamed')),
      ...conditionBlocks(read.value, t),
      ...backtestBlocks(await backtest(read.value, guild, context), t),
      buttons(
        { label: t('topic.button.save'), style: 'primary', action: to(isNamed ? 'save' : 'words', key) },
        // To save one without a name opens the form with its words anyway.
        ...(isNamed ? edit : edit.slice(1)),
        { label: t('topic.button.cancel'), action: to('cancel') },
      ),
    ],
  };
}

export const draftGone = ({ t }: Context): Reply => ({
  tone: 'problem',
  blocks: [text(t.md('topic.draft-gone'))],
});

/** The form of a draft's name and words, and that of the rest; what is filled in comes back to `fillWords` and `fillScope`. */
export async function openWords(draft: Draft, guildId: string, context: Context): Promise<Modal> {
  return wordsForm(draft, to('words', await keepDraft(draft, guildId, context)), context.t);
}

export async function openScope(draft: Draft, guild: Guild, context: Context): Promise<Modal> {
  const key = await keepDraft(draft, guild.id, context);
  const read = readDraft({ ...blank, name: '-', kinds: draft.kinds }, { ...guild, topics: [] }, context);
  return scopeForm(draft, read.ok ? read.value.kinds : [], to('scope', key), context.t);
}

type Fields = Readonly<Record<string, string>>;

/** A draft that is no longer kept is begun anew with what was just written. */
export async function fillWords(fields: Fields, key: string, guild: Guild, context: Context): Promise<Reply> {
  const { name = '', any = '', all = '', none = '' } = fields;
  const draft = (await recallDraft(key, guild.id, context)) ?? blank;
  return propose({ ...draft, name, any, all, none }, guild, context);
}

export async function fillScope(fields: Fields, key: string, guild: Guild, context: Context): Promise<Reply> {
  const draft = await recallDraft(key, guild.id, context);
  if (draft === undefined) return draftGone(context);
  const { articles = '', issuers = '', kinds = '' } = fields;
  const chosen = KINDS.filter((kind) => kinds.split(',').includes(kind)).join('、');
  return propose({ ...draft, articles, issuers, kinds: chosen }, guild, context);
}

/** Saves a draft, unless somebody changed its topic since it was begun. */
export async function save(key: string, guild: Guild, context: Context): Promise<Reply> {
  const { t, store, asker, now } = context;
  const draft = await recallDraft(key, guild.id, context);
  if (draft === undefined) return draftGone(context);
  const read = readDraft(draft, guild, context);
  if (!read.ok) return propose(draft, guild, context);
  const at = now.toISOString();
  const id = draft.before?.id ?? hashOf('topic', guild.id, read.value.name, at);
  const after: Topic = { id, ...read.value };
  const saved = await store.configure({ guildId: guild.id }, asker.userId, at, [
    { what: 'topic', id, before: draft.before, after },
  ]);
  if (!saved.ok) return problem(t.md('topic.stale'));
  return {
    tone: 'plain',
    blocks: [
      text(t.md('topic.saved', { name: after.name })),
      buttons({ label: t('topic.button.show'), action: to('show', id) }),
    ],
  };
}

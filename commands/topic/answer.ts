/** What `/topic` answers; loaded when it is first asked for. */
import { suggestArticles } from '../../src/chat/articles.ts';
import type { Answer, Choices, Context } from '../../src/chat/command.ts';
import { suggestKinds } from '../../src/chat/kinds.ts';
import { readPage } from '../../src/chat/page.ts';
import { problem } from '../../src/chat/reply.ts';
import type { Guild, Topic } from '../../src/ledger/types.ts';
import { blank, type Draft, draftOf, recallDraft } from './draft.ts';
import { findTopic, isBuiltIn, notEditable, suggestTopics, unknownTopic } from './name.ts';
import * as drafts from './propose.ts';
import { confirmRemoval, remove } from './remove.ts';
import { listTopics, showTopic, testTopic } from './show.ts';

/** The conditions that were given, as they were typed. */
export type Given = Partial<Readonly<Record<Exclude<keyof Draft, 'name' | 'before'>, string | undefined>>>;
type Fields = Readonly<Record<string, string>>;
type Settled = Promise<Awaited<Answer>>;

/** Topics are a server's; there are none elsewhere. */
async function inServer(context: Context, answer: (guild: Guild) => Answer): Settled {
  const { asker, store, t } = context;
  if (asker.guildId === null) return problem(t.md('topic.server-only'));
  return answer(await store.guild(asker.guildId));
}

type OfTopic = (topic: Topic, guild: Guild) => Answer;

/** What is asked of a topic that is there. */
const withTopic = (typed: string, context: Context, answer: OfTopic): Settled =>
  inServer(context, (guild) => {
    const topic = findTopic(typed, guild, context);
    return topic ? answer(topic, guild) : unknownTopic(typed, context);
  });

/** What is asked of one that can be changed: a server's own. */
const withOwn = (typed: string, context: Context, answer: OfTopic): Settled =>
  withTopic(typed, context, (topic, guild) =>
    isBuiltIn(topic) ? notEditable(topic, context) : answer(topic, guild),
  );

/** What is done with a draft that is kept. */
const withDraft = (key: string, context: Context, answer: (draft: Draft, guild: Guild) => Answer): Settled =>
  inServer(context, async (guild) => {
    const draft = await recallDraft(key, guild.id, context);
    return draft === undefined ? drafts.draftGone(context) : answer(draft, guild);
  });

const draftFrom = (given: Given, name = ''): Draft => ({
  ...blank,
  name,
  ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
});

/** With nothing but a name given, a form asks for the rest. */
export const create = (name: string, given: Given, context: Context): Settled =>
  inServer(context, (guild) => {
    const draft = draftFrom(given, name);
    const isBare = Object.values(given).every((value) => value === undefined);
    return isBare ? drafts.openWords(draft, guild.id, context) : drafts.propose(draft, guild, context);
  });

export const edit = (name: string, context: Context): Settled =>
  withOwn(name, context, (topic, guild) => drafts.openWords(draftOf(topic), guild.id, context));

export const editScope = (name: string, context: Context): Settled =>
  withOwn(name, context, (topic, guild) => drafts.openScope(draftOf(topic), guild, context));

export const confirmDelete = (name: string, context: Context): Settled =>
  withOwn(name, context, (topic, guild) => confirmRemoval(topic, guild, context));

export const doDelete = (id: string, confirmed: string, context: Context): Settled =>
  withOwn(id, context, (topic, guild) => remove(topic, confirmed, guild, context));

export const show = (name: string, context: Context): Settled =>
  withTopic(name, context, (topic, guild) => showTopic(topic, guild, context));

export const test = (name: string, context: Context): Settled =>
  withTopic(name, context, (topic, guild) => testTopic(topic, guild, context));

export const testGiven = (given: Given, context: Context): Settled =>
  inServer(context, (guild) => drafts.propose(draftFrom(given), guild, context));

export const list = (which: string, page: string, context: Context): Settled =>
  inServer(context, (guild) =>
    listTopics(which === 'built-in' ? which : 'own', readPage(page), guild, context),
  );

export const openWords = (key: string, context: Context): Settled =>
  withDraft(key, context, (draft, guild) => drafts.openWords(draft, guild.id, context));

export const openScope = (key: string, context: Context): Settled =>
  withDraft(key, context, (draft, guild) => drafts.openScope(draft, guild, context));

export const fillWords = (fields: Fields, key: string, context: Context): Settled =>
  inServer(context, (guild) => drafts.fillWords(fields, key, guild, context));

export const fillScope = (fields: Fields, key: string, context: Context): Settled =>
  inServer(context, (guild) => drafts.fillScope(fields, key, guild, context));

export const save = (key: string, context: Context): Settled =>
  inServer(context, (guild) => drafts.save(key, guild, context));

/** Completes what is typed for an option; of names the built-in ones too where they can be meant. */
export async function suggest(
  option: string,
  typed: string,
  context: Context,
  builtIn: boolean,
): Promise<Choices> {
  if (option === 'articles') return suggestArticles(typed, context.corpus);
  if (option === 'kinds') return suggestKinds(typed, context.t);
  if (option === 'issuers') {
    const names = new Set(context.feeds.map(({ authority }) => authority));
    return [...names].filter((name) => name.includes(typed.trim())).map((name) => ({ name, value: name }));
  }
  if (option !== 'name' || context.asker.guildId === null) return [];
  return suggestTopics(typed, await context.store.guild(context.asker.guildId), context, builtIn);
}

import { readArticles } from '../../src/chat/articles.ts';
import type { Choices, Context } from '../../src/chat/command.ts';
import { type Reply, text } from '../../src/chat/reply.ts';
import { builtInTopics, sameWord, topicOf } from '../../src/ledger/topic.ts';
import type { Guild, Topic } from '../../src/ledger/types.ts';
import { holdsPart } from '../../src/ledger/word.ts';

/** A topic by its id or its name in any writing; a built-in one also by its article (`23`, `第二十三条`). */
export function findTopic(
  typed: string,
  guild: Guild,
  { corpus }: Pick<Context, 'corpus'>,
): Topic | undefined {
  const ordinance = corpus.documents[0];
  const wanted = typed.trim();
  const byName = (topics: readonly Topic[]) => topics.find(({ name }) => sameWord(name, wanted));
  const [article, ...more] = readArticles(wanted, corpus) ?? [];
  return (
    topicOf(wanted, guild, ordinance) ??
    byName(guild.topics) ??
    byName(builtInTopics(ordinance)) ??
    (article !== undefined && more.length === 0 ? topicOf(`article:${article}`, guild, ordinance) : undefined)
  );
}

/** The server's topics whose name holds what is typed, and after them, where asked for, the built-in ones. */
export function suggestTopics(
  typed: string,
  guild: Guild,
  { corpus }: Pick<Context, 'corpus'>,
  builtIn: boolean,
): Choices {
  const holds = (name: string): boolean => typed.trim() === '' || holdsPart(name, typed.trim());
  const ordinance = corpus.documents[0];
  const labels = new Map(ordinance?.law.units.map(({ number, label }) => [`article:${number}`, label]));
  return [
    ...guild.topics.map(({ id, name }) => ({ name, value: id })),
    ...(builtIn
      ? builtInTopics(ordinance).map(({ id, name }) => ({
          name: `${labels.get(id) ?? ''} ${name}`,
          value: id,
        }))
      : []),
  ].filter(({ name }) => holds(name));
}

export const unknownTopic = (name: string, { t }: Pick<Context, 't'>): Reply => ({
  tone: 'problem',
  blocks: [text(t.md('topic.unknown', { name }))],
});

export const notEditable = ({ name }: Topic, { t }: Pick<Context, 't'>): Reply => ({
  tone: 'problem',
  blocks: [text(t.md('topic.not-editable', { name }))],
});

export const isBuiltIn = ({ id }: Topic): boolean => id.startsWith('article:');

import type { Context } from '../../src/chat/command.ts';
import { clip, join } from '../../src/chat/markdown.ts';
import { lastPage } from '../../src/chat/page.ts';
import { type Action, type Block, buttons, note, type Reply, text } from '../../src/chat/reply.ts';
import { backtestBlocks, conditionBlocks, conditionLines } from '../../src/chat/views/topic.ts';
import { limits } from '../../src/ledger/defaults.ts';
import { builtInTopics } from '../../src/ledger/topic.ts';
import type { Guild, Topic } from '../../src/ledger/types.ts';
import { backtest } from './backtest.ts';
import { isBuiltIn } from './name.ts';

const to = (name: string, ...args: readonly string[]): Action => ({ command: 'topic', name, args });

/** All of a topic, and what can be done with it. */
export async function showTopic(topic: Topic, guild: Guild, context: Context): Promise<Reply> {
  const { t, store } = context;
  const followers = (await store.subscriptions({ guildId: guild.id })).filter(({ topics }) =>
    topics.includes(topic.id),
  );
  const [article] = topic.articles;
  return {
    tone: 'plain',
    blocks: [
      text(t.md('topic.heading', { name: topic.name })),
      ...(isBuiltIn(topic) ? await builtInBlocks(topic, context) : conditionBlocks(topic, t)),
      note(t.md('topic.followers', { count: followers.length })),
      isBuiltIn(topic)
        ? buttons(
            { label: t('topic.button.test'), action: to('test', topic.id) },
            {
              label: t('topic.button.article'),
              action: { command: 'article', name: 'show', args: [`ordinance:${article}`] },
            },
          )
        : buttons(
            { label: t('topic.button.words'), action: to('edit', topic.id) },
            { label: t('topic.button.scope'), action: to('edit-scope', topic.id) },
            { label: t('topic.button.test'), action: to('test', topic.id) },
            { label: t('topic.button.delete'), action: to('remove', topic.id) },
          ),
    ],
  };
}

async function builtInBlocks(topic: Topic, { t }: Context): Promise<readonly Block[]> {
  const { loadTopics } = await import('../../corpus/topics.ts');
  const [number = 0] = topic.articles;
  const { about = '', terms = [], scopes = [] } = loadTopics().get(number) ?? {};
  const words = [...terms, ...scopes].join(t('list.comma'));
  return [
    text(t.md('topic.built-in', { number, about })),
    ...(words === '' ? [] : [note(t.md('topic.built-in.terms', { terms: clip(words, 1500) }))]),
  ];
}

/** What a saved topic would have told. */
export async function testTopic(topic: Topic, guild: Guild, context: Context): Promise<Reply> {
  const { t } = context;
  return {
    tone: 'plain',
    blocks: [
      text(t.md('topic.heading', { name: topic.name })),
      ...conditionBlocks(topic, t),
      ...backtestBlocks(await backtest(topic, guild, context), t),
      buttons({ label: t('topic.button.show'), action: to('show', topic.id) }),
    ],
  };
}

const ownShown = 10;
/** As many as a select holds. */
const builtInShown = 25;
const conditionsLimit = 200;

/** A page of the server's topics, or of the built-in ones; a page that is not there is the last one. */
export function listTopics(which: 'own' | 'built-in', wanted: number, guild: Guild, context: Context): Reply {
  const { t, corpus } = context;
  const own = which === 'own';
  const builtIn = builtInTopics(corpus.documents[0]);
  const topics = own ? guild.topics : builtIn;
  const pageSize = own ? ownShown : builtInShown;
  const last = lastPage(topics.length, pageSize);
  const page = Math.min(wanted, last);
  const shown = topics.slice(page * pageSize, (page + 1) * pageSize);
  const nameOf = (topic: Topic): string => (own ? topic.name : `${topic.articles[0]} ${topic.name}`);
  return {
    tone: 'plain',
    blocks: [
      text(
        own
          ? t.md('topic.list.heading', { count: topics.length, most: limits.topics })
          : t.md('topic.list.built-in', { count: topics.length }),
      ),
      ...(shown.length === 0 ? [text(t.md('topic.list.none'))] : [text(lines())]),
      ...(last > 0 ? [note(t.md('article.page', { page: page + 1, pages: last + 1 }))] : []),
      ...(shown.length === 0
        ? []
        : [
            {
              type: 'select',
              action: to('show'),
              placeholder: t('topic.list.choose'),
              options: shown.map((topic) => ({ label: clip(nameOf(topic), 100), value: topic.id })),
            } as const,
          ]),
      buttons(
        ...(last > 0
          ? [
              {
                label: t('page.previous'),
                action: to('list', which, String(page - 1)),
                disabled: page === 0,
              },
              { label: t('page.next'), action: to('list', which, String(page + 1)), disabled: page === last },
            ]
          : []),
        own
          ? { label: t('topic.button.built-in'), action: to('list', 'built-in', '0') }
          : { label: t('topic.button.own'), action: to('list', 'own', '0') },
      ),
    ],
  };

  function lines() {
    return join(
      shown.map((topic) =>
        own
          ? t.md('topic.list.line', {
              name: topic.name,
              conditions: clip(conditionLines(topic, t).join(' · '), conditionsLimit),
            })
          : t.md('topic.list.built-in.line', { number: topic.articles[0] ?? 0, name: topic.name }),
      ),
    );
  }
}

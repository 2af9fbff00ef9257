import type { Context } from '../../src/chat/command.ts';
import { buttons, problem, type Reply, text } from '../../src/chat/reply.ts';
import type { Guild, Topic } from '../../src/ledger/types.ts';
import type { Change, Subscription } from '../../src/store/port.ts';

/** What becomes of a topic's subscriptions without it: to follow nothing would be to follow everything, so those that follow it alone end. */
async function followersOf({ id }: Topic, guild: Guild, { store }: Context) {
  const followers = (await store.subscriptions({ guildId: guild.id })).filter(({ topics }) =>
    topics.includes(id),
  );
  const isAlone = ({ articles, topics }: Subscription): boolean =>
    articles.length === 0 && topics.every((topic) => topic === id);
  return {
    ending: followers.filter(isAlone),
    narrowed: followers.filter((subscription) => !isAlone(subscription)),
  };
}

export async function confirmRemoval(topic: Topic, guild: Guild, context: Context): Promise<Reply> {
  const { t } = context;
  const { ending, narrowed } = await followersOf(topic, guild, context);
  const followers = ending.length + narrowed.length;
  const { name } = topic;
  return {
    tone: 'plain',
    blocks: [
      text(
        followers === 0
          ? t.md('topic.delete.confirm.unused', { name })
          : t.md('topic.delete.confirm', {
              ...{ name, followers },
              ...{ ending: ending.length, narrowed: narrowed.length },
            }),
      ),
      buttons(
        {
          label: t('topic.delete.button'),
          style: 'danger',
          action: {
            command: 'topic',
            name: 'delete',
            args: [topic.id, `${ending.length}.${narrowed.length}`],
          },
        },
        { label: t('topic.button.cancel'), action: { command: 'topic', name: 'cancel', args: [] } },
      ),
    ],
  };
}

/** Deletes a topic with what was `confirmed`; where more or fewer subscriptions follow it by now, that is to be confirmed again. */
export async function remove(
  topic: Topic,
  confirmed: string,
  guild: Guild,
  context: Context,
): Promise<Reply> {
  const { t, store, asker, now } = context;
  const { ending, narrowed } = await followersOf(topic, guild, context);
  if (confirmed !== `${ending.length}.${narrowed.length}`) return confirmRemoval(topic, guild, context);
  const changes: readonly Change[] = [
    { what: 'topic', id: topic.id, before: topic, after: null },
    ...ending.map((before): Change => ({ what: 'subscription', id: before.id, before, after: null })),
    ...narrowed.map((before): Change => {
      const after = { ...before, topics: before.topics.filter((id) => id !== topic.id) };
      return { what: 'subscription', id: before.id, before, after };
    }),
  ];
  const done = await store.configure({ guildId: guild.id }, asker.userId, now.toISOString(), changes);
  if (!done.ok) return problem(t.md('topic.stale'));
  return {
    tone: 'plain',
    blocks: [
      text(
        t.md('topic.delete.done', {
          name: topic.name,
          ...{ ending: ending.length, narrowed: narrowed.length },
        }),
      ),
    ],
  };
}

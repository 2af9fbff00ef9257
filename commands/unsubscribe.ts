import { defineCommand } from '../src/chat/command.ts';
import { type Reply, text } from '../src/chat/reply.ts';
import { ownerOf, scopeName, targetName } from '../src/chat/views/subscription.ts';
import { subscriptionsInSight } from './subscriptions.ts';

export const unsubscribe = defineCommand({
  name: 'unsubscribe',
  access: 'everyone',
  audience: 'subscribers',
  options: { subscription: { type: 'string', required: true, autocomplete: true, maxLength: 100 } },

  async execute({ subscription: id }, context): Promise<Reply> {
    const { t, asker, store, now } = context;
    const found = (await subscriptionsInSight(context)).find((subscription) => subscription.id === id);
    if (!found) return { tone: 'problem', blocks: [text(t.md('unsubscribe.none'))] };
    if (found.target.kind !== 'user' && !asker.moderator)
      return { tone: 'problem', blocks: [text(t.md('unsubscribe.moderators-only'))] };
    await store.configure(ownerOf(found.target), asker.userId, now.toISOString(), [
      { what: 'subscription', id, before: found, after: null },
    ]);
    const said = { target: targetName(found.target, t), scope: scopeName(found.articles, t) };
    return { tone: 'plain', blocks: [text(t.md('unsubscribe.done', said))] };
  },

  async autocomplete(_, typed, context) {
    const { t, asker, channelName } = context;
    return (await subscriptionsInSight(context))
      .filter(({ target }) => target.kind === 'user' || asker.moderator)
      .map(({ id, target, articles }) => {
        const place = target.kind === 'user' ? t('subscriptions.me') : `#${channelName(target.channelId)}`;
        return { name: `${place} — ${scopeName(articles, t)}`, value: id };
      })
      .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  },
});

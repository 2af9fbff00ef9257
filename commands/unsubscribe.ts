import { defineCommand } from '../src/chat/command.ts';
import { problem, type Reply, text } from '../src/chat/reply.ts';
import { ownerOf, scopeName, targetName } from '../src/chat/views/subscription.ts';
import { guildOf, mayChange, refusal, subscriptionsInSight } from './subscriptions/find.ts';

export const unsubscribe = defineCommand({
  name: 'unsubscribe',
  access: 'everyone',
  audience: 'subscribers',
  options: { subscription: { type: 'string', required: true, autocomplete: true, maxLength: 100 } },

  async execute({ subscription: id }, context): Promise<Reply> {
    const { t, asker, store, now } = context;
    const found = (await subscriptionsInSight(context)).find((subscription) => subscription.id === id);
    if (!found) return problem(t.md('unsubscribe.none'));
    if (!mayChange(found, context)) return problem(t.md('unsubscribe.moderators-only'));
    const ended = await store.configure(ownerOf(found.target), asker.userId, now.toISOString(), [
      { what: 'subscription', id, before: found, after: null },
    ]);
    if (!ended.ok) return refusal('settings.stale', context);
    const scope = scopeName(found, await guildOf(found, context), t);
    return {
      tone: 'plain',
      blocks: [text(t.md('unsubscribe.done', { target: targetName(found.target, t), scope }))],
    };
  },

  async autocomplete(_, typed, context) {
    const { t, channelName } = context;
    const mine = (await subscriptionsInSight(context)).filter((one) => mayChange(one, context));
    const choices = mine.map(async (one) => {
      const { id, target } = one;
      const place = target.kind === 'user' ? t('subscriptions.me') : `#${channelName(target.channelId)}`;
      return { name: `${place} — ${scopeName(one, await guildOf(one, context), t)}`, value: id };
    });
    return (await Promise.all(choices)).filter(({ name }) =>
      name.toLowerCase().includes(typed.trim().toLowerCase()),
    );
  },
});

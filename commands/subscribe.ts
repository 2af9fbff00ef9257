import { readArticles, suggestArticles } from '../src/chat/articles.ts';
import { type Context, defineCommand } from '../src/chat/command.ts';
import type { Markdown } from '../src/chat/markdown.ts';
import { note, type Reply, text } from '../src/chat/reply.ts';
import { scopeName, targetName } from '../src/chat/views/subscription.ts';
import { hashOf } from '../src/hash.ts';
import type { Subscription, Target } from '../src/store/port.ts';

export const subscribe = defineCommand({
  name: 'subscribe',
  access: 'everyone',
  audience: 'subscribers',
  options: {
    channel: { type: 'channel' },
    articles: { type: 'string', autocomplete: true, maxLength: 100 },
    me: { type: 'boolean' },
  },

  autocomplete: (_, typed, { corpus }) => suggestArticles(typed, corpus),

  async execute({ channel, articles, me }, context): Promise<Reply> {
    const { t, asker, corpus, store, now } = context;
    const followed = articles === undefined ? [] : readArticles(articles, corpus);
    if (followed === null)
      return problem(t.md('articles.unreadable', { articles: articles ?? '', last: lastArticle(context) }));

    let target: Target = { kind: 'user', userId: asker.userId };
    if (asker.guildId !== null && me !== true) {
      const place = channel ?? asker.channel;
      target = { kind: 'channel', guildId: asker.guildId, channelId: place.id };
      if (!asker.moderator) return problem(t.md('subscribe.moderators-only'));
      if (!place.takesMessages)
        return problem(t.md('subscribe.no-messages', { target: targetName(target, t) }));
      if (place.missing.length > 0)
        return problem(
          t.md('subscribe.missing-permissions', {
            target: targetName(target, t),
            permissions: new Intl.ListFormat(t.locale).format(
              place.missing.map((permission) => t(`permission.${permission}`)),
            ),
          }),
        );
    }

    const subscription: Subscription = {
      // The same target and scope are the same subscription, whoever asks and however often.
      id: hashOf(JSON.stringify([target, followed])),
      target,
      articles: followed,
      locale: t.locale,
      createdBy: asker.userId,
      createdAt: now.toISOString(),
      trouble: null,
    };
    const subscribed = await store.addSubscription(subscription);
    const said = { target: targetName(target, t), scope: scopeName(followed, t) };
    return {
      tone: 'plain',
      blocks: [text(t.md(`subscribe.${subscribed}`, said)), note(t.md('subscribe.list-hint'))],
    };
  },
});

const problem = (what: Markdown): Reply => ({ tone: 'problem', blocks: [text(what)] });

const lastArticle = ({ corpus }: Context): string => corpus.documents[0]?.law.units.at(-1)?.number ?? '';

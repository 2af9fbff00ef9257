import { readArticles, suggestArticles } from '../src/chat/articles.ts';
import { type Context, defineCommand } from '../src/chat/command.ts';
import type { Markdown } from '../src/chat/markdown.ts';
import { note, type Reply, text } from '../src/chat/reply.ts';
import { ownerOf, scopeName, targetName } from '../src/chat/views/subscription.ts';
import { hashOf } from '../src/hash.ts';
import type { Rhythm, Subscription, Target } from '../src/store/port.ts';

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
      topics: [],
      kinds: [],
      issuers: [],
      rhythm: atOnce,
      roleId: null,
      crosspost: false,
      pausedAt: null,
      locale: t.locale,
      createdBy: asker.userId,
      createdAt: now.toISOString(),
      trouble: null,
    };
    const owner = ownerOf(target);
    const before = (await store.subscriptions(owner)).find(({ id }) => id === subscription.id) ?? null;
    const after = before === null ? subscription : { ...before, locale: t.locale };
    const isChanged = before?.locale !== after.locale;
    // Where somebody else was faster, it is there.
    const { ok } = isChanged
      ? await store.configure(owner, asker.userId, now.toISOString(), [
          { what: 'subscription', id: subscription.id, before, after },
        ])
      : { ok: false };
    const subscribed = !ok ? 'known' : before === null ? 'new' : 'changed';
    const said = { target: targetName(target, t), scope: scopeName(followed, t) };
    return {
      tone: 'plain',
      blocks: [text(t.md(`subscribe.${subscribed}`, said)), note(t.md('subscribe.list-hint'))],
    };
  },
});

/** Told as soon as it is known. */
const atOnce: Rhythm = {
  mode: 'instant',
  at: '09:00',
  weekday: 1,
  atOnce: [],
  quietHours: null,
  workdaysOnly: false,
  timeZone: 'Asia/Shanghai',
};

const problem = (what: Markdown): Reply => ({ tone: 'problem', blocks: [text(what)] });

const lastArticle = ({ corpus }: Context): string => corpus.documents[0]?.law.units.at(-1)?.number ?? '';

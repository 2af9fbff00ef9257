import { type Context, defineCommand } from '../src/chat/command.ts';
import { join, type Markdown, md } from '../src/chat/markdown.ts';
import { note, type Reply, text } from '../src/chat/reply.ts';
import { scopeName, targetName, troubleName } from '../src/chat/views/subscription.ts';
import { showDate } from '../src/chat/views/time.ts';
import type { Subscription } from '../src/store/port.ts';

/** More would not be read, and would not fit a message. */
const shown = 30;

export const subscriptions = defineCommand({
  name: 'subscriptions',
  access: 'everyone',
  audience: 'subscribers',
  options: {},

  async execute(_, context): Promise<Reply> {
    const { t } = context;
    const all = await subscriptionsInSight(context);
    if (all.length === 0) return { tone: 'plain', blocks: [text(t.md('subscriptions.none'))] };
    return {
      tone: 'plain',
      blocks: [
        text(t.md('subscriptions.heading')),
        text(join(all.slice(0, shown).map((subscription) => line(subscription, context)))),
        ...(all.length > shown ? [note(t.md('subscriptions.more', { total: all.length, shown }))] : []),
        note(t.md('subscribe.list-hint')),
      ],
    };
  },
});

/** This server's subscriptions and the asker's own: what anyone here may see. */
export async function subscriptionsInSight({ asker, store }: Context): Promise<readonly Subscription[]> {
  const own = await store.subscriptions({ userId: asker.userId });
  const here = asker.guildId === null ? [] : await store.subscriptions({ guildId: asker.guildId });
  return [...here, ...own];
}

function line(subscription: Subscription, { t }: Context): Markdown {
  const trouble = troubleName(subscription, t);
  const said = t.md('subscriptions.line', {
    target: targetName(subscription.target, t),
    scope: scopeName(subscription.articles, t),
    since: showDate(subscription.createdAt),
  });
  return trouble === null ? md`• ${said}` : md`• ${said}\n  ${t.md('subscriptions.trouble', { trouble })}`;
}

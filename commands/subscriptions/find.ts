import type { Context } from '../../src/chat/command.ts';
import { type Reply, text } from '../../src/chat/reply.ts';
import { newGuild } from '../../src/ledger/defaults.ts';
import type { Guild } from '../../src/ledger/types.ts';
import type { Subscription } from '../../src/store/port.ts';

/** This server's subscriptions and the asker's own: what anyone here may see. */
export async function subscriptionsInSight({ asker, store }: Context): Promise<readonly Subscription[]> {
  const own = await store.subscriptions({ userId: asker.userId });
  const here = asker.guildId === null ? [] : await store.subscriptions({ guildId: asker.guildId });
  return [...here, ...own];
}

/** One's own anybody may change, a channel's its moderators. */
export const mayChange = ({ target }: Subscription, { asker }: Context): boolean =>
  target.kind === 'user' ? target.userId === asker.userId : asker.moderator;

export interface Found {
  readonly subscription: Subscription;
  /** As its target sees: a person sees as a server that set nothing. */
  readonly guild: Guild;
}

/** The server of a subscription in sight. */
export const guildOf = ({ target }: Subscription, { store }: Context): Guild | Promise<Guild> =>
  target.kind === 'user' ? newGuild('') : store.guild(target.guildId);

/** What is asked of a subscription in sight; ids are untrusted. */
export async function withSubscription<T>(
  id: string,
  context: Context,
  answer: (found: Found) => T | Promise<T>,
): Promise<T | Reply> {
  const subscription = (await subscriptionsInSight(context)).find((one) => one.id === id);
  if (subscription === undefined) return refusal('subscriptions.gone', context);
  return answer({ subscription, guild: await guildOf(subscription, context) });
}

/** What is asked of one that the asker may change. */
export const withOwn = <T>(
  id: string,
  context: Context,
  answer: (found: Found) => T | Promise<T>,
): Promise<T | Reply> =>
  withSubscription<T | Reply>(id, context, (found) =>
    mayChange(found.subscription, context)
      ? answer(found)
      : refusal('subscriptions.moderators-only', context),
  );

export const refusal = (
  key: 'subscriptions.gone' | 'subscriptions.moderators-only' | 'settings.stale',
  { t }: Context,
): Reply => ({ tone: 'problem', blocks: [text(t.md(key))] });

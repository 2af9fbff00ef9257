import type { Subscription, SubscriptionOwner, Target } from '../../store/port.ts';
import { articleList } from '../articles.ts';
import type { Translate } from '../catalogue/index.ts';
import { type Markdown, trusted } from '../markdown.ts';

/** A channel or oneself, as Discord shows it: `<#id>` is drawn as a link and pings nobody. */
export const targetName = (target: Target, t: Translate): Markdown =>
  target.kind !== 'user' ? trusted(`<#${target.channelId}>`) : t.md('subscriptions.me');

/** What a subscription follows, as part of a sentence. */
export const scopeName = (articles: readonly number[], t: Translate): string =>
  articles.length === 0
    ? t('subscribe.scope.all')
    : t('subscribe.scope.articles', { articles: articleList(articles) });

/** Why nothing reaches the target, in words; null when all is well. */
export const troubleName = ({ trouble }: Subscription, t: Translate): string | null =>
  trouble === null ? null : t.of(`trouble.${trouble}`);

/** Whose a target is: a server's, or a person's. */
export const ownerOf = (target: Target): SubscriptionOwner =>
  target.kind !== 'user' ? { guildId: target.guildId } : { userId: target.userId };

import type { Guild, QuietHours } from '../../ledger/types.ts';
import type { Rhythm, Subscription, SubscriptionOwner, Target } from '../../store/port.ts';
import { articleList } from '../articles.ts';
import type { Translate } from '../catalogue/index.ts';
import type { Asker } from '../command.ts';
import { clip, type Markdown, oneLine, trusted } from '../markdown.ts';

/** A channel or oneself, as Discord shows it: `<#id>` is drawn as a link and pings nobody. */
export const targetName = (target: Target, t: Translate): Markdown =>
  target.kind !== 'user' ? trusted(`<#${target.channelId}>`) : t.md('subscriptions.me');

/** What a topic is called in its server; where that is not at hand (null), that it is one of its own. */
export function topicName(id: string, guild: Pick<Guild, 'topics'> | null, t: Translate): string {
  const article = /^article:(\d+)$/.exec(id)?.[1];
  if (article !== undefined) return articleList([Number(article)], t);
  if (guild === null) return t('subscribe.topic.own');
  const name = guild.topics.find((topic) => topic.id === id)?.name;
  return name === undefined
    ? t('subscribe.topic.gone')
    : t('subscribe.topic.quoted', { name: oneLine(name) });
}

/** The longest list of names that is shown. */
const longest = 200;

/** What a subscription follows, as part of a sentence. */
export function scopeName(
  { articles, topics, kinds, issuers }: Pick<Subscription, 'articles' | 'topics' | 'kinds' | 'issuers'>,
  guild: Pick<Guild, 'topics'> | null,
  t: Translate,
): string {
  const list = (names: readonly string[]): string => clip(names.join(t('list.comma')), longest);
  const [first, ...more] = [
    ...(articles.length > 0 ? [t('subscribe.scope.articles', { articles: articleList(articles, t) })] : []),
    ...(topics.length > 0
      ? [t('subscribe.scope.topics', { topics: list(topics.map((id) => topicName(id, guild, t))) })]
      : []),
  ];
  return [
    first ?? t('subscribe.scope.all'),
    ...more.map((part) => t('subscribe.scope.or', { more: part })),
    ...(kinds.length > 0
      ? [t('subscribe.scope.kinds', { kinds: list(kinds.map((kind) => t(`kind.${kind}`))) })]
      : []),
    ...(issuers.length > 0 ? [t('subscribe.scope.issuers', { issuers: list(issuers.map(oneLine)) })] : []),
  ].join('');
}

/** When a subscription's alerts are sent, as part of a sentence. `guild`: whose quiet hours hold where it has none of its own. */
export function rhythmName(rhythm: Rhythm, guild: Guild | null, t: Translate): string {
  const { mode, at, atOnce, quietHours, workdaysOnly, timeZone } = rhythm;
  const told =
    mode === 'weekly'
      ? t('rhythm.weekly', { weekday: t.of(`weekday.${rhythm.weekday}`), at })
      : mode === 'daily'
        ? t('rhythm.daily', { at })
        : t('rhythm.instant');
  const kinds = atOnce.map((kind) => t(`kind.${kind}`)).join(t('list.comma'));
  const ofServer = quietHours === null ? (guild?.settings.quietHours ?? null) : null;
  return [
    mode === 'instant' || atOnce.length === 0 ? told : t('rhythm.two', { kinds, digest: told }),
    ...(quietHours === null ? [] : [quietName(quietHours, t)]),
    ...(ofServer === null ? [] : [t('rhythm.quiet.server', { from: ofServer.from, to: ofServer.to })]),
    ...(workdaysOnly ? [t('rhythm.workdays')] : []),
    ...(timeZone === 'Asia/Shanghai' ? [] : [t('rhythm.zone', { zone: timeZone })]),
  ].join('');
}

/** Hours that end as they begin are none. */
const quietName = ({ from, to }: QuietHours, t: Translate): string =>
  from === to ? t('rhythm.quiet.none') : t('rhythm.quiet', { from, to });

/** Why nothing reaches the target, in words; null when all is well. */
export const troubleName = ({ trouble }: Subscription, t: Translate): string | null =>
  trouble === null ? null : t.of(`trouble.${trouble}`);

/** Whose a target is: a server's, or a person's. */
export const ownerOf = (target: Target): SubscriptionOwner =>
  target.kind !== 'user' ? { guildId: target.guildId } : { userId: target.userId };

/** Whose subscriptions an asker may see: their server's, or in a direct message their own. */
export const ownerHere = ({ guildId, userId }: Pick<Asker, 'guildId' | 'userId'>): SubscriptionOwner =>
  guildId === null ? { userId } : { guildId };

import { isDeepStrictEqual } from 'node:util';
import { suggestArticles } from '../../src/chat/articles.ts';
import type { ChannelValue, Choices, Context, RoleValue } from '../../src/chat/command.ts';
import { suggestKinds } from '../../src/chat/kinds.ts';
import { type Markdown, trusted } from '../../src/chat/markdown.ts';
import { type Block, buttons, note, problem, type Reply, text } from '../../src/chat/reply.ts';
import { missingPermissions } from '../../src/chat/views/permissions.ts';
import { ownerOf, rhythmName, scopeName, targetName } from '../../src/chat/views/subscription.ts';
import { hashOf } from '../../src/hash.ts';
import { limits, newGuild } from '../../src/ledger/defaults.ts';
import { subscriptionId } from '../../src/ledger/subscriptionId.ts';
import type { Guild } from '../../src/ledger/types.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import type { Subscription, Target } from '../../src/store/port.ts';
import { resumedBlocks } from '../subscriptions/resumed.ts';
import { suggestTopics } from '../topic/name.ts';
import {
  type GivenRhythm,
  type GivenScope,
  isWithinQuiet,
  plainRhythm,
  readRhythm,
  readScope,
  type Scope,
} from './read.ts';

export interface Given extends GivenScope, GivenRhythm {
  readonly channel?: ChannelValue | undefined;
  readonly me?: boolean | undefined;
  readonly role?: RoleValue | undefined;
  readonly crosspost?: boolean | undefined;
  readonly language?: string | undefined;
}

/** Subscribes, or gives the subscription that is there what else was said of it. */
export async function subscribe(given: Given, context: Context): Promise<Reply> {
  const { t, asker, store, now } = context;
  const target = targetOf(given, context);
  if (!target.ok) return problem(target.error);
  const guild = target.value.kind === 'user' ? newGuild('') : await store.guild(target.value.guildId);
  const scope = readScope(given, guild, context);
  if (!scope.ok) return problem(scope.error);

  const owner = ownerOf(target.value);
  const all = await store.subscriptions(owner);
  const before = findSame(all, target.value, scope.value) ?? null;
  const [most, mine] = 'guildId' in owner ? [limits.subscriptions, false] : [limits.own, true];
  if (before === null && all.length >= most) return problem(t.md('subscribe.limit', { most }));

  // Its permissions are there: what failed for want of them need wait no longer.
  await store.hurry(target.value, now.toISOString());
  const base = before ?? fresh(all, target.value, scope.value, guild, context);
  const rhythm = readRhythm(given, base.rhythm, context);
  if (!rhythm.ok) return problem(rhythm.error);
  const after: Subscription = {
    ...base,
    rhythm: rhythm.value,
    roleId: given.role?.id ?? base.roleId,
    crosspost: given.crosspost ?? base.crosspost,
    // Whoever subscribes wants it sent.
    pausedAt: null,
    locale: localeGiven(given.language) ?? (mine ? null : guild.settings.locale) ?? t.locale,
  };
  const said = { target: targetName(target.value, t), scope: scopeName(after, guild, t) };
  const rhythmSaid = rhythmName(after.rhythm, mine ? null : guild, t);
  if (before !== null && isDeepStrictEqual(before, after))
    return answer(t.md('subscribe.known', said), after, guild, context);
  const since = before?.pausedAt ?? null;
  const found = { subscription: after, guild };
  const resumed = since === null ? [] : await resumedBlocks(found, since, context);
  const saved = await store.configure(owner, asker.userId, now.toISOString(), [
    { what: 'subscription', id: after.id, before, after },
  ]);
  if (!saved.ok) return problem(t.md('settings.stale'));
  const language = t(`settings.locale.${after.locale}`);
  const isOnlyResumed = isDeepStrictEqual(before && { ...before, pausedAt: null }, after);
  return answer(
    before === null
      ? t.md(mine ? 'subscribe.new.me' : 'subscribe.new', { ...said, rhythm: rhythmSaid })
      : isOnlyResumed
        ? t.md('subscribe.known', said)
        : t.md('subscribe.changed', { ...said, rhythm: rhythmSaid, language }),
    after,
    guild,
    context,
    ...resumed,
  );
}

const answer = (
  said: Markdown,
  { rhythm, roleId, crosspost }: Subscription,
  guild: Guild,
  { t }: Context,
  ...resumed: readonly Block[]
): Reply => ({
  tone: 'plain',
  blocks: [
    text(said),
    ...resumed,
    ...(roleId === null ? [] : [text(t.md('subscriptions.detail.role', { role: trusted(`<@&${roleId}>`) }))]),
    ...(crosspost ? [text(t.md('subscriptions.detail.crosspost'))] : []),
    ...(isWithinQuiet(rhythm, guild) ? [note(t.md('subscribe.quiet-digest'))] : []),
    note(t.md('subscribe.list-hint')),
  ],
});

const localeGiven = (value: string | undefined): Subscription['locale'] | null =>
  value === 'zh-CN' || value === 'zh-TW' || value === 'en' ? value : null;

/** Where alerts are to go, or what is in the way of it. */
function targetOf({ channel, me, role, crosspost }: Given, context: Context): Result<Target, Markdown> {
  const { t, asker } = context;
  if (asker.guildId === null || me === true) {
    const option = role !== undefined ? 'role' : crosspost === true ? 'crosspost' : null;
    if (option !== null)
      return fail(t.md('subscribe.server-only', { option: t(`command.subscribe.${option}.name`) }));
    return ok({ kind: 'user', userId: asker.userId });
  }
  if (!asker.moderator) return fail(t.md('subscribe.moderators-only'));
  const place = channel ?? asker.channel;
  const kind = place.kind === 'forum' ? 'forum' : 'channel';
  const target: Target = { kind, guildId: asker.guildId, channelId: place.id };
  if (kind === 'channel' && !place.takesMessages)
    return fail(t.md('subscribe.no-messages', { target: targetName(target, t) }));
  if (place.missing.length > 0) return fail(missingPermissions(place, t));
  if (crosspost === true && place.kind !== 'announcement')
    return fail(t.md('subscribe.not-announcement', { target: targetName(target, t) }));
  // Discord gives the role of everyone the server's own id.
  if (role?.id === asker.guildId) return fail(t.md('subscribe.everyone-role'));
  if (role?.mentionable === false)
    return fail(t.md('subscribe.role-not-mentionable', { role: trusted(`<@&${role.id}>`) }));
  return ok(target);
}

const sameSet = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

/** The subscription of a target to the same, however it came to be so. */
export const findSame = (
  all: readonly Subscription[],
  target: Target,
  { articles, topics, kinds, issuers }: Scope,
): Subscription | undefined =>
  all.find(
    (one) =>
      isDeepStrictEqual(one.target, target) &&
      sameSet(one.articles, articles) &&
      sameSet(one.topics, topics) &&
      sameSet(one.kinds, kinds) &&
      sameSet(one.issuers, issuers),
  );

/** A new one. Where one that follows something else by now has its id, it gets another. */
function fresh(
  all: readonly Subscription[],
  target: Target,
  scope: Scope,
  guild: Guild,
  { asker, t, now }: Context,
): Subscription {
  const createdAt = now.toISOString();
  const id = subscriptionId(target, scope);
  return {
    id: all.some((one) => one.id === id) ? hashOf(id, createdAt) : id,
    target,
    ...scope,
    rhythm: plainRhythm(guild.settings.timeZone),
    ...{ roleId: null, crosspost: false, pausedAt: null, locale: t.locale },
    ...{ createdBy: asker.userId, createdAt, trouble: null },
  };
}

/** Follows an article: for oneself, or, where one may say so, wherever one chooses. */
export function follow(articles: string, context: Context): Reply | Promise<Reply> {
  const { t, asker } = context;
  if (asker.guildId === null || !asker.moderator) return subscribe({ articles, me: true }, context);
  const scope = readScope({ articles }, newGuild(''), context);
  if (!scope.ok) return problem(scope.error);
  const action = (name: string) => ({ command: 'subscribe', name, args: [articles] });
  return {
    tone: 'plain',
    blocks: [
      text(t.md('subscribe.where', { scope: scopeName(scope.value, null, t) })),
      buttons(
        { label: t('subscribe.here'), action: action('here') },
        { label: t('subscriptions.me'), action: action('me') },
      ),
    ],
  };
}

export async function suggest(option: string, typed: string, context: Context): Promise<Choices> {
  const { asker, corpus, feeds, store, t } = context;
  if (option === 'articles') return suggestArticles(typed, corpus);
  if (option === 'kinds' || option === 'at-once') return suggestKinds(typed, t);
  if (option === 'issuers') {
    const names = new Set(feeds.map(({ authority }) => authority));
    return [...names].filter((name) => name.includes(typed.trim())).map((name) => ({ name, value: name }));
  }
  const guild = asker.guildId === null ? newGuild('') : await store.guild(asker.guildId);
  return suggestTopics(typed, guild, context, true);
}

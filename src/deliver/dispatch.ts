/**
 * Whom an alert goes to, and when: each subscription sees the measure as its server does. Servers are apart: what one set, or its own
 * source brought, moves nothing in another.
 */
import { hashOf } from '../hash.ts';
import { newGuild } from '../ledger/defaults.ts';
import { type Seen, see } from '../ledger/see.ts';
import { holdsIssuer, matchTopic, type Subject } from '../ledger/topic.ts';
import { subjectOf } from '../ledger/topicsOn.ts';
import type { Guild } from '../ledger/types.ts';
import type { EntryKind } from '../link/types.ts';
import type { Alert, Delivery, Measure, Replan, Rhythm, Subscription, Target } from '../store/port.ts';
import { dueAt, quietOf } from './rhythm.ts';

export interface Audience {
  readonly subscriptions: readonly Subscription[];
  /** By id; those that set anything. */
  readonly guilds: ReadonlyMap<string, Guild>;
}

const keyOf = (target: Target): string =>
  target.kind === 'user' ? `user:${target.userId}` : `${target.kind}:${target.channelId}`;

/** The server a target stands in; empty for a person, who sees as one that set nothing. */
const guildIdOf = (target: Target): string => (target.kind === 'user' ? '' : target.guildId);

/** One delivery of an alert to a target, now: what moderators and owners are told, whatever anybody follows. */
export const deliveryTo = (alert: Alert, target: Target, now: Date): Delivery => ({
  id: hashOf(alert.id, keyOf(target)),
  alertId: alert.id,
  subscriptionId: null,
  target,
  dueAt: now.toISOString(),
  digest: false,
});

/** How one server sees a measure, with what its topics are held against. */
export interface View {
  readonly guild: Guild;
  readonly seen: Seen;
  /** Whether the topic of this id is about the measure; an id that names none is about nothing. */
  readonly isAbout: (topicId: string) => boolean;
}

const BUILT_IN = /^article:(\d+)$/;

/** What topics are held against, by the articles that a server sees: one object each, whose text is made ready once. */
type Subjects = Map<string, Subject>;

export function viewOf(measure: Measure, guild: Guild, subjects: Subjects = new Map()): View {
  const seen = see(measure, guild);
  const articles = seen.links.map(({ number }) => number);
  const key = articles.join();
  const subject = subjects.get(key) ?? subjectOf(measure, seen);
  subjects.set(key, subject);
  const topics = new Map(guild.topics.map((topic) => [topic.id, topic]));
  const known = new Map<string, boolean>();
  const judge = (id: string): boolean => {
    const article = BUILT_IN.exec(id)?.[1];
    if (article !== undefined) return articles.includes(Number(article));
    const topic = topics.get(id);
    return topic !== undefined && matchTopic(topic, subject).matches;
  };
  const isAbout = (id: string): boolean => {
    const answer = known.get(id) ?? judge(id);
    known.set(id, answer);
    return answer;
  };
  return { guild, seen, isAbout };
}

/** Whether a server hears of a measure at all: it is everybody's or its own, and not from a source that it paused. */
export const isHeard = (
  { guildId, feedId }: Pick<Measure, 'guildId' | 'feedId'>,
  { id, feeds }: Pick<Guild, 'id' | 'feeds'>,
): boolean =>
  (guildId === null || guildId === id) && !feeds.some((feed) => feed.paused && feed.id === feedId);

/** Whether a subscription asks for a measure, paused or not. What a moderator withdrew nobody asks for. */
export function isFor(subscription: Subscription, measure: Measure, { guild, seen, isAbout }: View): boolean {
  const { articles, topics, kinds, issuers } = subscription;
  if (!isHeard(measure, guild)) return false;
  if (seen.decision !== null && seen.standing === 'kept') return false;
  if (kinds.length > 0 && !kinds.includes(measure.kind)) return false;
  if (!holdsIssuer(issuers, measure.issuer)) return false;
  if (articles.length === 0 && topics.length === 0) return seen.standing === 'told';
  return seen.links.some(({ number }) => articles.includes(number)) || topics.some(isAbout);
}

/** At once before later; then the older subscription. Its id settles ties, so that the order never depends on the store. */
const byTurn = (a: Ranked, b: Ranked): number =>
  Number(a.delivery.digest) - Number(b.delivery.digest) ||
  compare(a.delivery.dueAt, b.delivery.dueAt) ||
  compare(a.subscription.createdAt, b.subscription.createdAt) ||
  compare(a.subscription.id, b.subscription.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Ranked {
  readonly delivery: Pick<Delivery, 'dueAt' | 'digest'>;
  readonly subscription: Subscription;
}

/** What an alert tells of as rhythms see it: what a day draws near for waits for no digest. */
const kindOf = ({ kind }: Alert, measure: Measure): EntryKind | null =>
  kind === 'news' || kind === 'revision' ? measure.kind : null;

/** When what waits goes by the rhythms that those who ask for it have by now; what is about no measure has its own time. */
export const replan: Replan = ({ alert, measure }, askers, guild, now) => {
  if (measure === null) return null;
  // What is told later is planned from then.
  const from = new Date(alert.createdAt > now ? alert.createdAt : now);
  const kind = kindOf(alert, measure);
  const [first] = askers
    .map((subscription) => ({
      subscription,
      delivery: dueAt(subscription.rhythm, quietOf(subscription.rhythm, guild), kind, from),
    }))
    .sort(byTurn);
  return first ? { subscriptionId: first.subscription.id, ...first.delivery } : null;
};

/**
 * The deliveries of an alert about a measure: one for each subscription that asks for it, the soonest first. Those of one target share
 * their id, and the store keeps them as one. Ids depend on alert and target alone: dispatched again they are the same.
 */
export function dispatch(alert: Alert, measure: Measure, audience: Audience, now: Date): Delivery[] {
  const { subscriptions, guilds } = audience;
  const views = new Map<string, View>();
  const subjects: Subjects = new Map();
  const viewIn = (guildId: string): View => {
    const view = views.get(guildId) ?? viewOf(measure, guilds.get(guildId) ?? newGuild(guildId), subjects);
    views.set(guildId, view);
    return view;
  };
  const kind = kindOf(alert, measure);
  // Many have the same rhythm.
  const dues = new Map<string, ReturnType<typeof dueAt>>();
  const dueOf = (rhythm: Rhythm, guild: Guild | null): ReturnType<typeof dueAt> => {
    const quiet = quietOf(rhythm, guild);
    const key = JSON.stringify([rhythm, quiet]);
    const due = dues.get(key) ?? dueAt(rhythm, quiet, kind, now);
    dues.set(key, due);
    return due;
  };
  const ranked: (Ranked & { readonly delivery: Delivery })[] = [];
  for (const subscription of subscriptions) {
    const { target, rhythm } = subscription;
    if (subscription.pausedAt !== null) continue;
    const view = viewIn(guildIdOf(target));
    if (!isFor(subscription, measure, view)) continue;
    const guild = target.kind === 'user' ? null : view.guild;
    const due = dueOf(rhythm, guild);
    const delivery = { ...deliveryTo(alert, target, now), subscriptionId: subscription.id, ...due };
    ranked.push({ delivery, subscription });
  }
  return ranked.sort(byTurn).map(({ delivery }) => delivery);
}

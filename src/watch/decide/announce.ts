/**
 * What is told of a measure or a source, and to whom. The ids of alerts follow from what they tell: announced again they are the same.
 */
import { deliveryTo, dispatch, isHeard } from '../../deliver/dispatch.ts';
import { hashOf } from '../../hash.ts';
import { see } from '../../ledger/see.ts';
import type { Guild } from '../../ledger/types.ts';
import type { Alert, Delivery, EntryRecord, Instant, Known, Measure } from '../../store/port.ts';
import type { HealthNews } from '../health/health.ts';
import { normaliseTitle } from '../identity/identify.ts';
import { ownerOf } from '../identity/owner.ts';
import { guildOfFeed, ownName } from '../namespace.ts';
import { tidyTitle } from '../read/text.ts';
import { isDay } from '../read/titleWords.ts';
import type { FeedDefinition } from '../types.ts';
import type { Group } from './compose.ts';

export interface Announced {
  readonly alerts: readonly Alert[];
  readonly deliveries: readonly Delivery[];
  /** Ids of what was to be told later, and is not. */
  readonly withdrawn?: readonly string[];
}

export type Hearers = Pick<Known, 'subscriptions' | 'guilds'>;

export const joined = (parts: readonly Announced[]): Required<Announced> => ({
  alerts: parts.flatMap(({ alerts }) => alerts),
  deliveries: parts.flatMap(({ deliveries }) => deliveries),
  withdrawn: parts.flatMap(({ withdrawn = [] }) => withdrawn),
});

/**
 * A measure is news to those who follow it, and waits in the review channels of servers to which it is doubtful. Of one that is
 * doubtful by itself the alert is made where some server tells it all the same.
 */
export function announceNews(
  measure: Measure,
  hearers: Hearers,
  toldIn: ReadonlySet<string>,
  now: Date,
): Announced {
  const createdAt = now.toISOString();
  const news: Alert = {
    id: hashOf('alert', measure.id),
    kind: 'news',
    measureId: measure.id,
    createdAt,
    about: {},
  };
  // Whether there is news does not depend on what a server's own source told before.
  const all = dispatch(news, measure, hearers, now);
  const isNews = measure.relevance !== 'doubtful' || all.length > 0;
  const deliveries = all.filter(({ target }) => target.kind === 'user' || !toldIn.has(target.guildId));
  const reviews = [...hearers.guilds.values()].flatMap((guild) => announceReview(measure, guild, now));
  return joined([{ alerts: isNews ? [news] : [], deliveries }, ...reviews]);
}

function announceReview(measure: Measure, guild: Guild, now: Date): Announced[] {
  const { reviewChannelId: channelId } = guild.settings;
  if (channelId === null || !isHeard(measure, guild)) return [];
  if (see(measure, guild).standing !== 'review') return [];
  const alert: Alert = {
    id: hashOf('review', measure.id, guild.id),
    kind: 'review',
    measureId: measure.id,
    createdAt: now.toISOString(),
    about: {},
  };
  return [
    {
      alerts: [alert],
      deliveries: [deliveryTo(alert, { kind: 'channel', guildId: guild.id, channelId }, now)],
    },
  ];
}

/** A page that goes on changing is told of once a day. */
const CALM_MS = 86_400_000;

const PARTS = ['title', 'text', 'dates', 'attachments'] as const;
const listOf = (parts: ReadonlySet<string>): string => PARTS.filter((part) => parts.has(part)).join(',');

const coreOf = ({ entry }: EntryRecord): string => normaliseTitle(entry.title).core;

/** By which a page that shows again what it showed before is known. */
const stateOf = (record: EntryRecord): string => hashOf(coreOf(record), record.entry.page?.textHash ?? '');

/**
 * Whether a title has other words, and is not one that was read with the day of its row or with labels before: 办法09-15 and 标题：办法 are
 * 办法, but 办法2025 and 办法（更正） are not.
 */
function hasOtherWords(settled: EntryRecord, before: EntryRecord): boolean {
  if (coreOf(settled) === coreOf(before)) return false;
  const [title, was] = [settled.entry.title, tidyTitle(before.entry.title)];
  if (was === title) return false;
  return !(was.startsWith(title) || was.endsWith(title)) || !isDay(was.replace(title, ''));
}

/** What changed, as far as it can be said. */
function changedIn(settled: EntryRecord, before: EntryRecord): ReadonlySet<string> {
  const { parts = '' } = settled.reason.about;
  return new Set(
    [...String(parts).split(', '), ...(hasOtherWords(settled, before) ? ['title'] : [])].filter(Boolean),
  );
}

/** What was told of a measure so far: that there is news of it, and its changes, of which the last may wait to be told. */
export interface ToldBefore {
  readonly since: Instant;
  readonly revisions: readonly Alert[];
}

/**
 * That a measure's own page changed, to those who were there when it was told. Of another page that shows it nothing is told, nor where
 * it cannot be said what changed. Changes within a day of one that was told are told together once that day is over: what waits for
 * that is made ahead, grows by what else changes, and is withdrawn where the page is again as it was told.
 */
export function announceRevision(
  measure: Measure,
  settled: EntryRecord,
  before: EntryRecord,
  { since, revisions }: ToldBefore,
  { subscriptions, guilds }: Hearers,
  now: Date,
): Announced {
  const changed = changedIn(settled, before);
  if (settled.entry.url !== measure.url || changed.size === 0) return { alerts: [], deliveries: [] };
  const last = revisions.at(-1);
  const calmAt = last === undefined ? 0 : Date.parse(last.createdAt) + CALM_MS;
  const waiting = last !== undefined && last.createdAt > now.toISOString() ? last : undefined;
  const { from = stateOf(before), parts = '' } = waiting?.about ?? {};
  if (waiting !== undefined && from === stateOf(settled))
    return { alerts: [], deliveries: [], withdrawn: [waiting.id] };
  const nth = waiting === undefined ? revisions.length : revisions.length - 1;
  const alert: Alert = {
    id: hashOf('revision', measure.id, String(nth)),
    kind: 'revision',
    measureId: measure.id,
    createdAt: waiting?.createdAt ?? new Date(Math.max(now.getTime(), calmAt)).toISOString(),
    about: { parts: listOf(changed.union(new Set(String(parts).split(',')))), from },
  };
  const there = subscriptions.filter(({ createdAt }) => createdAt <= since);
  const deliveries = dispatch(alert, measure, { subscriptions: there, guilds }, new Date(alert.createdAt));
  const isWider = waiting !== undefined && alert.about.parts !== parts;
  return { alerts: [alert], deliveries, withdrawn: isWider ? [waiting.id] : [] };
}

/** How a source is, to the moderators of the servers it concerns. */
export function announceHealth(
  feed: FeedDefinition,
  news: HealthNews,
  guilds: Known['guilds'],
  now: Date,
): Announced {
  const { kind, ...facts } = news;
  const at: Instant = now.toISOString();
  const alert: Alert = {
    // A silence may be told of again after a failure; a failure has its own beginning.
    id: hashOf('source', feed.id, kind, kind === 'failing' ? news.since : at),
    kind: 'source',
    measureId: null,
    createdAt: at,
    about: { feed: feed.name, feedId: feed.id, news: kind, ...facts },
  };
  const source = { guildId: guildOfFeed(feed.id), feedId: feed.id };
  const deliveries = [...guilds.values()].flatMap((guild) => {
    const { reviewChannelId: channelId } = guild.settings;
    if (channelId === null || !isHeard(source, guild)) return [];
    return [deliveryTo(alert, { kind: 'channel', guildId: guild.id, channelId }, now)];
  });
  return { alerts: deliveries.length > 0 ? [alert] : [], deliveries };
}

/** Servers with sources of their own: the same document may have come from there before. */
export const guildsWithSources = (guilds: Iterable<Guild>): readonly string[] =>
  [...guilds].filter(({ feeds }) => feeds.some(({ definition }) => definition !== null)).map(({ id }) => id);

/** The servers that their own source told of everybody's document before, by its identities. */
export function toldAlready(
  group: Group,
  { guilds, measures, alerted }: Pick<Known, 'guilds' | 'measures' | 'alerted'>,
  now: Date,
): ReadonlySet<string> {
  const isTold = (guildId: string): boolean => {
    const there = ownerOf(group, ({ keys }) => keys.map((key) => ownName(guildId, key)), measures, now);
    return there !== null && alerted.has(there.id);
  };
  return new Set(guildsWithSources(guilds.values()).filter(isTold));
}

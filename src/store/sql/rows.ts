import type { ArticleLink, EntryKind } from '../../link/types.ts';
import type { Entry } from '../../watch/types.ts';
import type {
  Alert,
  EntryRecord,
  FeedState,
  Measure,
  Reason,
  Subscription,
  SubscriptionOwner,
  Target,
} from '../port.ts';
import type { NewRow, Row } from './schema.ts';

/** Rows to the words of the domain and back. What the database returns was written here: it is trusted to have that shape. */

export const printTarget = (target: Target): string =>
  target.kind === 'user' ? `user:${target.userId}` : `${target.kind}:${target.guildId}:${target.channelId}`;

export function parseTarget(text: string): Target {
  const [kind, first = '', second = ''] = text.split(':');
  return kind === 'user'
    ? { kind: 'user', userId: first }
    : { kind: kind === 'forum' ? 'forum' : 'channel', guildId: first, channelId: second };
}

export const printOwner = (owner: SubscriptionOwner | Target): string =>
  'guildId' in owner ? `guild:${owner.guildId}` : `user:${owner.userId}`;

export const toFeedRow = (feed: FeedState): NewRow<'feed'> => ({
  id: feed.feedId,
  validators: JSON.stringify(feed.validators),
  first_read_at: feed.firstReadAt,
  last_success_at: feed.lastSuccessAt,
  last_check_at: feed.lastCheckAt,
  next_check_at: feed.nextCheckAt,
  consecutive_failures: feed.consecutiveFailures,
  last_cause: feed.lastCause,
  last_notes: JSON.stringify(feed.lastNotes ?? []),
  health: feed.health === undefined ? null : JSON.stringify(feed.health),
});

export const fromFeedRow = (row: Row<'feed'>): FeedState => ({
  feedId: row.id,
  validators: JSON.parse(row.validators),
  firstReadAt: row.first_read_at,
  lastSuccessAt: row.last_success_at,
  lastCheckAt: row.last_check_at,
  nextCheckAt: row.next_check_at,
  consecutiveFailures: row.consecutive_failures,
  lastCause: row.last_cause,
  lastNotes: JSON.parse(row.last_notes),
  ...(row.health === null ? {} : { health: JSON.parse(row.health) }),
});

export const toEntryRow = (record: EntryRecord, revision: number): NewRow<'entry'> => ({
  id: record.entry.id,
  revision,
  feed_id: record.feedId,
  url: record.entry.url,
  seen_at: record.seenAt,
  verdict: record.verdict,
  reason: JSON.stringify(record.reason),
  measure_id: record.measureId,
  text_hash: record.textHash,
  body: printBody(record.entry),
});

/** What has a column of its own is not written twice. */
const printBody = (entry: Entry): string =>
  JSON.stringify({ ...entry, id: undefined, url: undefined, textHash: undefined });

export const fromEntryRow = (row: Row<'entry'>): EntryRecord => ({
  entry: { ...(JSON.parse(row.body) as Omit<Entry, 'id' | 'url'>), id: row.id, url: row.url },
  feedId: row.feed_id,
  seenAt: row.seen_at,
  verdict: row.verdict as EntryRecord['verdict'],
  reason: JSON.parse(row.reason) as Reason,
  measureId: row.measure_id,
  textHash: row.text_hash,
});

export const toMeasureRow = (measure: Measure): NewRow<'measure'> => ({
  id: measure.id,
  feed_id: measure.feedId,
  title: measure.title,
  issuer: measure.issuer,
  doc_number: measure.docNumber,
  url: measure.url,
  date: measure.date,
  day: beijingDay(measure.date ?? measure.firstSeenAt),
  kind: measure.kind,
  confidence: measure.confidence,
  first_seen_at: measure.firstSeenAt,
  effective_on: measure.effectiveOn ?? null,
  consultation_until: measure.consultationUntil ?? null,
  relevance: measure.relevance,
  text: measure.text,
  family: measure.family,
  guild_id: measure.guildId,
});

export const fromMeasureRow = (
  row: Row<'measure'>,
  keys: readonly string[],
  links: readonly Row<'measure_article'>[],
): Measure => ({
  id: row.id,
  keys,
  title: row.title,
  issuer: row.issuer,
  docNumber: row.doc_number,
  url: row.url,
  date: row.date,
  kind: row.kind as EntryKind,
  confidence: row.confidence,
  relevance: row.relevance as Measure['relevance'],
  links: links.filter(({ doubtful }) => doubtful === 0).map(fromLinkRow),
  doubtful: links.filter(({ doubtful }) => doubtful !== 0).map(fromLinkRow),
  text: row.text,
  family: row.family,
  firstSeenAt: row.first_seen_at,
  feedId: row.feed_id,
  guildId: row.guild_id,
  ...(row.effective_on === null ? {} : { effectiveOn: row.effective_on }),
  ...(row.consultation_until === null ? {} : { consultationUntil: row.consultation_until }),
});

/** Its links as rows: those told, then the doubtful ones. */
export const toLinkRows = ({ id, links, doubtful }: Measure): NewRow<'measure_article'>[] =>
  [...links, ...doubtful].map((link, position) => ({
    measure_id: id,
    position,
    number: link.number,
    score: link.score,
    link: link.link,
    why: link.why,
    doubtful: position < links.length ? 0 : 1,
    words: link.words === undefined ? null : JSON.stringify(link.words),
  }));

const fromLinkRow = (row: Row<'measure_article'>): ArticleLink => ({
  number: row.number,
  score: row.score,
  link: row.link as ArticleLink['link'],
  why: row.why,
  ...(row.words === null ? {} : { words: JSON.parse(row.words) }),
});

export function toSubscriptionRow(subscription: Subscription): NewRow<'subscription'> {
  const { topics, kinds, issuers, rhythm, roleId, crosspost } = subscription;
  return {
    id: subscription.id,
    target: printTarget(subscription.target),
    owner: printOwner(subscription.target),
    articles: JSON.stringify(subscription.articles),
    locale: subscription.locale,
    created_by: subscription.createdBy,
    created_at: subscription.createdAt,
    trouble: subscription.trouble,
    paused_at: subscription.pausedAt,
    wishes: JSON.stringify({ topics, kinds, issuers, rhythm, roleId, crosspost }),
  };
}

export const fromSubscriptionRow = (row: Row<'subscription'>): Subscription => ({
  id: row.id,
  target: parseTarget(row.target),
  articles: JSON.parse(row.articles),
  ...(JSON.parse(row.wishes) as Pick<
    Subscription,
    'topics' | 'kinds' | 'issuers' | 'rhythm' | 'roleId' | 'crosspost'
  >),
  pausedAt: row.paused_at,
  locale: row.locale as Subscription['locale'],
  createdBy: row.created_by,
  createdAt: row.created_at,
  trouble: row.trouble,
});

export const toAlertRow = (alert: Alert): NewRow<'alert'> => ({
  id: alert.id,
  kind: alert.kind,
  measure_id: alert.measureId,
  created_at: alert.createdAt,
  about: JSON.stringify(alert.about),
});

export const fromAlertRow = (row: Row<'alert'>): Alert => ({
  id: row.id,
  kind: row.kind as Alert['kind'],
  measureId: row.measure_id,
  createdAt: row.created_at,
  about: JSON.parse(row.about),
});

const EIGHT_HOURS_MS = 8 * 3_600_000;

/** The day in Beijing (UTC+8, no summer time) of an instant; a bare date stays what it is. */
function beijingDay(date: string): string {
  const time = Date.parse(date);
  if (/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(time)) return date;
  return new Date(time + EIGHT_HOURS_MS).toISOString().slice(0, 10);
}

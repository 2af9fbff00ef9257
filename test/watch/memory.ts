import { expect } from 'vitest';
import type { Guild } from '../../src/ledger/types.ts';
import type { LinkResult } from '../../src/link/types.ts';
import type {
  Alert,
  Delivery,
  EntryRecord,
  Known,
  Measure,
  Outcome,
  Subscription,
} from '../../src/store/port.ts';
import { decide } from '../../src/watch/decide/decide.ts';
import { lookupFor } from '../../src/watch/decide/lookup.ts';
import { withDetail } from '../../src/watch/detail/merge.ts';
import type { Health } from '../../src/watch/health/health.ts';
import { canonicalUrl } from '../../src/watch/identity/canonicalise.ts';
import { inItsRoom } from '../../src/watch/namespace.ts';
import type { Entry, FeedDefinition, Visit } from '../../src/watch/types.ts';
import { linkTo, subscriptionOf } from '../deliver/sample.ts';

export const NOW = new Date('2026-09-20T00:00:00Z');

export const feed = (id: string, part: Partial<FeedDefinition> = {}): FeedDefinition => ({
  id,
  name: id,
  authority: '北京市人民政府',
  level: 'municipal',
  page: 'https://www.beijing.gov.cn/',
  url: 'https://www.beijing.gov.cn/',
  reader: { kind: 'rss' },
  paceMinutes: 30,
  confidence: 'high',
  ...part,
});

/**
 * Stands for the linker: 概念验证 is article 23, 人才 article 45, 算力 doubtfully article 30; 解读 is an interpretation; all else is of no
 * concern.
 */
export const link = (written: Entry): LinkResult => {
  const { id, title, summary: body = '' } = withDetail(written);
  const words = { 概念验证: 23, 人才: 45 };
  const articles = Object.entries(words)
    .filter(([word]) => (title + body).includes(word))
    .map(([why, number]) => ({ number, score: 0.9, link: 'implements' as const, why }));
  const relevant = articles.length > 0;
  return {
    id,
    relevant,
    kind: title.includes('解读') ? 'interpretation' : 'measure',
    confidence: 0.9,
    articles,
    cites: [],
    ...((title + body).includes('算力') ? { doubtful: [linkTo(30, 0.4)] } : {}),
  };
};

export const entry = (url: string, title: string, part: Partial<Entry> = {}): Entry => ({
  id: canonicalUrl(url),
  url,
  title,
  date: '2026-09-18',
  ...part,
});

export const subscription = (id: string, articles: number[], channelId = id): Subscription =>
  subscriptionOf(id, { target: { kind: 'channel', guildId: '1', channelId }, articles });

/**
 * A store in memory that holds what `decide` may ask for, shows it what `lookupFor` asks for, and remembers what it answers, no kinder
 * than a real one: `decideStore.test.ts` holds them against each other.
 */
export class Memory {
  readonly entries = new Map<string, EntryRecord>();
  readonly measures = new Map<string, Measure>();
  /** By measure, when it was first told for its articles. */
  readonly raised = new Map<string, string>();
  readonly alerts = new Map<string, Alert>();
  /** Once for each alert and target. */
  readonly sent = new Map<string, Delivery>();
  /** When each source was first read. */
  readonly read = new Map<string, string>();
  readonly health = new Map<string, Health>();
  readonly subscriptions: Subscription[] = [subscription('all', [])];
  readonly guilds = new Map<string, Guild>();

  /** Of which there was news, in the order in which there was. */
  get told(): readonly string[] {
    return this.news.map(({ measureId }) => measureId ?? '');
  }

  private get news(): readonly Alert[] {
    return [...this.alerts.values()].filter(({ kind }) => kind === 'news');
  }

  private get revisions(): readonly Alert[] {
    const revisions = [...this.alerts.values()].filter(({ kind }) => kind === 'revision');
    return revisions.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  }

  /** Channels that were sent an alert of this kind. */
  channels(kind: Alert['kind']): readonly string[] {
    return [...this.sent.values()]
      .filter(({ alertId }) => this.alerts.get(alertId)?.kind === kind)
      .map(({ target }) => (target.kind === 'user' ? target.userId : target.channelId));
  }

  known(feedId: string, keys: Iterable<string> = this.measures.keys()): Known {
    const asked = new Set(keys);
    const health = this.health.get(feedId);
    return {
      feed: {
        feedId,
        validators: {},
        firstReadAt: this.read.get(feedId) ?? null,
        lastSuccessAt: null,
        lastCheckAt: null,
        nextCheckAt: '2026-01-01T00:00:00.000Z',
        consecutiveFailures: 0,
        lastCause: null,
        ...(health === undefined ? {} : { health }),
      },
      entries: this.entries,
      measures: new Map([...this.measures].filter(([key]) => asked.has(key))),
      alerted: new Map(
        this.news.map(({ measureId, createdAt }) => {
          const raisedAt = this.raised.get(measureId ?? '') ?? '';
          return [measureId ?? '', raisedAt > createdAt ? raisedAt : createdAt];
        }),
      ),
      revisions: Map.groupBy(this.revisions, ({ measureId }) => measureId ?? ''),
      subscriptions: this.subscriptions,
      guilds: this.guilds,
    };
  }

  /** What a visit changed, as a store says it. */
  visit(
    definition: FeedDefinition,
    entries: readonly Entry[],
    now = NOW,
    part: Partial<Visit> = {},
  ): Outcome {
    const bare: Visit = { status: 'ok', entries, validators: {}, ms: 1, bytes: 1, notes: [], ...part };
    const visit = inItsRoom(definition, bare);
    const deciding = { feed: definition, visit, now, jitter: 0, link };
    const { measureKeys, furtherKeys } = lookupFor(deciding);
    const keys = typeof measureKeys === 'function' ? measureKeys(this) : measureKeys;
    const further = furtherKeys?.(keys.filter((key) => this.measures.has(key))) ?? [];
    const outcome = decide(this.known(definition.id, [...keys, ...further]), deciding);
    for (const record of outcome.entries) this.entries.set(record.entry.id, record);
    for (const { measureId, verdict, reason, seenAt } of outcome.entries)
      if (measureId !== null && verdict === 'told' && reason.code === 'new' && !this.raised.has(measureId))
        this.raised.set(measureId, seenAt);
    for (const measure of outcome.measures) this.write(measure);
    for (const { measureId, key } of outcome.addedKeys) {
      const owner = this.measures.values().find(({ id }) => id === measureId);
      if (owner !== undefined) this.write({ ...owner, keys: [key] });
    }
    for (const id of outcome.withdrawn ?? []) {
      this.alerts.delete(id);
      for (const { id: sent, alertId } of this.sent.values()) if (alertId === id) this.sent.delete(sent);
    }
    const alerts = outcome.alerts.filter(({ id }) => !this.alerts.has(id));
    for (const alert of alerts) this.alerts.set(alert.id, alert);
    const deliveries = outcome.deliveries.filter(({ id }) => !this.sent.has(id));
    for (const delivery of deliveries) {
      expect(this.alerts.has(delivery.alertId)).toBe(true);
      this.sent.set(delivery.id, this.sent.get(delivery.id) ?? delivery);
    }
    if (outcome.health !== undefined) this.health.set(definition.id, outcome.health);
    if (outcome.isAnew || !this.read.has(definition.id)) this.read.set(definition.id, now.toISOString());
    return { ...outcome, alerts, deliveries };
  }

  /** Under the identities it has and gets, of which none may be another's. */
  private write(measure: Measure): void {
    const before = this.measures.values().find(({ id }) => id === measure.id);
    for (const key of measure.keys) expect(this.measures.get(key)?.id ?? measure.id).toBe(measure.id);
    const keys = [...new Set([...(before?.keys ?? []), ...measure.keys])];
    for (const key of keys) this.measures.set(key, { ...measure, keys });
  }
}

/** Where these sources are watched for long. */
export const watching = (...feeds: readonly FeedDefinition[]): Memory => {
  const memory = new Memory();
  for (const definition of feeds) memory.visit(definition, [], new Date('2026-01-01T00:00:00Z'));
  return memory;
};

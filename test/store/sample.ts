import type {
  Alert,
  Delivery,
  EntryRecord,
  Instant,
  Measure,
  Outcome,
  Store,
  Subscription,
  Target,
} from '../../src/store/port.ts';

/** Sample data in the domain's words; each maker takes what matters to its test and fills in the rest. */

export const START = Date.parse('2026-03-01T00:00:00.000Z');
/** The instant `seconds` after the start of all tests. */
export const at = (seconds: number): Instant => new Date(START + seconds * 1_000).toISOString();

export const FEED = 'kw-policies';

export const channel = (n: number, guildId = '900'): Target => ({
  kind: 'channel',
  guildId,
  channelId: `${1000 + n}`,
});

export const sampleSubscription = (id: string, part: Partial<Subscription> = {}): Subscription => ({
  id,
  target: channel(1),
  articles: [],
  locale: 'zh-CN',
  createdBy: '77',
  createdAt: at(0),
  trouble: null,
  ...part,
});

export const sampleMeasure = (id: string, part: Partial<Measure> = {}): Measure => ({
  id,
  keys: [`url:https://kw.example/${id}`],
  title: `关于${id}的通知`,
  issuer: '市科委',
  docNumber: null,
  url: `https://kw.example/${id}`,
  date: '2026-02-28',
  kind: 'measure',
  confidence: 0.9,
  links: [{ number: 23, score: 0.8, link: 'implements', why: '概念验证' }],
  firstSeenAt: at(0),
  feedId: FEED,
  ...part,
});

export const sampleRecord = (id: string, part: Partial<EntryRecord> = {}): EntryRecord => ({
  entry: {
    id: `https://kw.example/${id}`,
    url: `https://kw.example/${id}`,
    title: `关于${id}的通知`,
    date: '2026-02-28',
  },
  feedId: FEED,
  seenAt: at(0),
  verdict: 'told',
  reason: { code: 'new', about: { articles: '23' } },
  measureId: id,
  textHash: `hash-${id}`,
  ...part,
});

export const sampleOutcome = (part: Partial<Outcome> = {}): Outcome => ({
  visit: { status: 'ok', validators: {}, notes: [] },
  checkedAt: at(0),
  nextCheckAt: at(600),
  entries: [],
  measures: [],
  addedKeys: [],
  alerts: [],
  deliveries: [],
  ...part,
});

/** Everything one told measure brings: record, measure, alert, and a delivery to each subscription (`<measure>@<subscription>`). */
export function told(id: string, subscriptions: readonly Subscription[], checkedAt = at(0)): Outcome {
  const alert: Alert = { id: `alert-${id}`, measureId: id, createdAt: checkedAt };
  const deliveries: Delivery[] = subscriptions.map((subscription) => ({
    id: `${id}@${subscription.id}`,
    alertId: alert.id,
    subscriptionId: subscription.id,
    target: subscription.target,
  }));
  return sampleOutcome({
    checkedAt,
    entries: [sampleRecord(id, { seenAt: checkedAt })],
    measures: [sampleMeasure(id, { firstSeenAt: checkedAt })],
    alerts: [alert],
    deliveries,
  });
}

/** Commits an outcome whatever is known. */
export const write = (store: Store, outcome: Outcome): Promise<Outcome> =>
  store.commit({ feedId: FEED, entryIds: [], measureKeys: [] }, () => outcome);

/** A store with the feed registered and one subscription for each of `channels`. */
export async function subscribed(store: Store, channels: readonly number[]): Promise<Subscription[]> {
  await store.registerFeeds([FEED], at(0));
  const subscriptions = channels.map((n) => sampleSubscription(`s${n}`, { target: channel(n) }));
  for (const subscription of subscriptions) await store.addSubscription(subscription);
  return subscriptions;
}

import type {
  Alert,
  Delivery,
  EntryRecord,
  Instant,
  Measure,
  Outcome,
  Rhythm,
  Store,
  Subscription,
  SubscriptionOwner,
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

/** At once. */
export const sampleRhythm: Rhythm = {
  mode: 'instant',
  at: '09:00',
  weekday: 1,
  atOnce: [],
  quietHours: null,
  workdaysOnly: false,
  timeZone: 'Asia/Shanghai',
};

export const sampleSubscription = (id: string, part: Partial<Subscription> = {}): Subscription => ({
  id,
  target: channel(1),
  articles: [],
  topics: [],
  kinds: [],
  issuers: [],
  rhythm: sampleRhythm,
  roleId: null,
  crosspost: false,
  pausedAt: null,
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
  relevance: 'relevant',
  links: [{ number: 23, score: 0.8, link: 'implements', why: '概念验证' }],
  doubtful: [],
  text: '',
  family: null,
  firstSeenAt: at(0),
  feedId: FEED,
  guildId: null,
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
  edits: [],
  ...part,
});

export const sampleAlert = (id: string, part: Partial<Alert> = {}): Alert => ({
  id,
  kind: 'news',
  measureId: null,
  createdAt: at(0),
  about: {},
  ...part,
});

/** Due at once, of nobody's asking. */
export const sampleDelivery = (id: string, part: Partial<Delivery> = {}): Delivery => ({
  id,
  alertId: 'alert-a',
  subscriptionId: null,
  target: channel(1),
  dueAt: at(0),
  digest: false,
  ...part,
});

/** Everything one told measure brings: record, measure, alert, and a delivery to each subscription (`<measure>@<subscription>`). */
export function told(id: string, subscriptions: readonly Subscription[], checkedAt = at(0)): Outcome {
  const alert = sampleAlert(`alert-${id}`, { measureId: id, createdAt: checkedAt });
  const deliveries = subscriptions.map((subscription) =>
    sampleDelivery(`${id}@${subscription.id}`, {
      alertId: alert.id,
      subscriptionId: subscription.id,
      target: subscription.target,
      dueAt: checkedAt,
    }),
  );
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

const ownerOf = ({ target }: Subscription): SubscriptionOwner =>
  target.kind === 'user' ? { userId: target.userId } : { guildId: target.guildId };

/** Makes subscriptions that are not there. */
export async function subscribe(store: Store, ...subscriptions: readonly Subscription[]): Promise<void> {
  for (const some of Map.groupBy(subscriptions, (one) => JSON.stringify(ownerOf(one))).values()) {
    const [first] = some;
    if (!first) continue;
    const changes = some.map(
      (after) => ({ what: 'subscription', id: after.id, before: null, after }) as const,
    );
    const made = await store.configure(ownerOf(first), '77', at(0), changes);
    if (!made.ok) throw new Error(made.error);
  }
}

/** Ends a subscription, as it stands now. */
export async function unsubscribe(store: Store, id: string, owner: SubscriptionOwner): Promise<void> {
  const before = (await store.subscriptions(owner)).find((one) => one.id === id);
  if (!before) throw new Error(`no subscription ${id}`);
  await store.configure(owner, '77', at(0), [{ what: 'subscription', id, before, after: null }]);
}

/** A store with the feed registered and one subscription for each of `channels`. */
export async function subscribed(store: Store, channels: readonly number[]): Promise<Subscription[]> {
  await store.registerFeeds([FEED], at(0));
  const subscriptions = channels.map((n) => sampleSubscription(`s${n}`, { target: channel(n) }));
  await subscribe(store, ...subscriptions);
  return subscriptions;
}

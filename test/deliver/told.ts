import { openStore } from '../../src/store/open.ts';
import type { Alert, Measure, Outcome, Store, Subscription, Target } from '../../src/store/port.ts';
import { at, FEED, sampleMeasure, sampleOutcome, sampleRecord, write } from '../store/sample.ts';

/** A subscription to everything, told at once. */
export const subscriptionOf = (
  id: string,
  target: Target,
  part: Partial<Subscription> = {},
): Subscription => ({
  id,
  target,
  articles: [],
  topics: [],
  kinds: [],
  issuers: [],
  rhythm: {
    mode: 'instant',
    at: '09:00',
    weekday: 1,
    atOnce: [],
    quietHours: null,
    workdaysOnly: false,
    timeZone: 'Asia/Shanghai',
  },
  roleId: null,
  crosspost: false,
  pausedAt: null,
  locale: 'zh-CN',
  createdBy: '77',
  createdAt: at(0),
  trouble: null,
  ...part,
});

export const measureOf = (id: string, part: Partial<Measure> = {}): Measure => ({
  ...sampleMeasure(id),
  relevance: 'relevant',
  doubtful: [],
  text: '',
  family: null,
  guildId: null,
  ...part,
});

/** An empty store in memory that knows the feed. */
export async function memoryStore(): Promise<Store> {
  const opened = await openStore('file::memory:');
  if (!opened.ok) throw new Error(opened.error.code);
  await opened.value.registerFeeds([FEED], at(0));
  return opened.value;
}

export async function subscribe(store: Store, subscription: Subscription): Promise<void> {
  const { target } = subscription;
  const owner = target.kind === 'user' ? { userId: target.userId } : { guildId: target.guildId };
  const changes = [{ what: 'subscription', id: subscription.id, before: null, after: subscription } as const];
  const written = await store.configure(owner, '77', at(0), changes);
  if (!written.ok) throw new Error(written.error);
}

/** What telling a measure to these subscriptions brings; each delivery is called `<measure>@<subscription>`. */
export function tellingOf(
  measure: Measure,
  subscriptions: readonly Subscription[],
  part: { readonly digest?: boolean; readonly seconds?: number; readonly kind?: Alert['kind'] } = {},
): Outcome {
  const { digest = false, seconds = 0, kind = 'news' } = part;
  const alert: Alert = {
    id: `${kind}-${measure.id}`,
    kind,
    measureId: measure.id,
    createdAt: at(seconds),
    about: {},
  };
  return {
    ...sampleOutcome({
      checkedAt: at(seconds),
      entries: [sampleRecord(measure.id, { seenAt: at(seconds) })],
      measures: [measure],
      alerts: [alert],
      deliveries: subscriptions.map((subscription) => ({
        id: `${measure.id}@${subscription.id}`,
        alertId: alert.id,
        subscriptionId: subscription.id,
        target: subscription.target,
        dueAt: at(seconds),
        digest,
      })),
    }),
    edits: [],
  };
}

export const tell = (store: Store, ...told: Parameters<typeof tellingOf>): Promise<Outcome> =>
  write(store, tellingOf(...told));

/** The measure as it is now; what was sent of it is to be edited. */
export const change = (store: Store, measure: Measure): Promise<Outcome> =>
  write(store, { ...sampleOutcome({ measures: [measure] }), edits: [measure.id] });

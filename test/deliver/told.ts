import { openStore } from '../../src/store/open.ts';
import type { Alert, Measure, Outcome, Store, Subscription } from '../../src/store/port.ts';
import {
  at,
  FEED,
  sampleAlert,
  sampleDelivery,
  sampleOutcome,
  sampleRecord,
  write,
} from '../store/sample.ts';

/** An empty store in memory that knows the feed. */
export async function memoryStore(): Promise<Store> {
  const opened = await openStore('file::memory:');
  if (!opened.ok) throw new Error(opened.error.code);
  await opened.value.registerFeeds([FEED], at(0));
  return opened.value;
}

/** What telling a measure to these subscriptions brings; each delivery is called `<measure>@<subscription>`. */
export function tellingOf(
  measure: Measure,
  subscriptions: readonly Subscription[],
  part: { readonly digest?: boolean; readonly seconds?: number; readonly kind?: Alert['kind'] } = {},
): Outcome {
  const { digest = false, seconds = 0, kind = 'news' } = part;
  const alert = sampleAlert(`${kind}-${measure.id}`, {
    kind,
    measureId: measure.id,
    createdAt: at(seconds),
  });
  return sampleOutcome({
    checkedAt: at(seconds),
    entries: [sampleRecord(measure.id, { seenAt: at(seconds) })],
    measures: [measure],
    alerts: [alert],
    deliveries: subscriptions.map((subscription) =>
      sampleDelivery(`${measure.id}@${subscription.id}`, {
        alertId: alert.id,
        subscriptionId: subscription.id,
        target: subscription.target,
        dueAt: at(seconds),
        digest,
      }),
    ),
  });
}

export const tell = (store: Store, ...told: Parameters<typeof tellingOf>): Promise<Outcome> =>
  write(store, tellingOf(...told));

/** The measure as it is now; what was sent of it is to be edited. */
export const change = (store: Store, measure: Measure, checkedAt = at(0)): Promise<Outcome> =>
  write(store, sampleOutcome({ checkedAt, measures: [measure], edits: [measure.id] }));

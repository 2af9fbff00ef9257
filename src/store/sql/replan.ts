import type { Transaction } from 'kysely';
import type { Instant, Replan, SubscriptionOwner } from '../port.ts';
import { readItems } from './alerts.ts';
import { readOwned } from './configuration.ts';
import { readAskers } from './lease.ts';
import { reschedule } from './revive.ts';
import { parseTarget, printOwner } from './rows.ts';
import type { Tables } from './schema.ts';

/** A subscription has another rhythm: what waits for it and nobody has tried goes when all who ask for it want it by now. */
export async function replanWaiting(
  trx: Transaction<Tables>,
  owner: SubscriptionOwner,
  subscriptionId: string,
  replan: Replan,
  now: Instant,
): Promise<void> {
  const waiting = await trx
    .selectFrom('delivery')
    .innerJoin('delivery_subscription', 'delivery_subscription.delivery_id', 'delivery.id')
    .selectAll('delivery')
    .where('delivery_subscription.subscription_id', '=', subscriptionId)
    .where('delivery.revision', '=', 0)
    .where('delivery.state', 'in', ['pending', 'held'])
    .where('delivery.attempts', '=', 0)
    .orderBy('delivery.seq')
    .execute();
  if (waiting.length === 0) return;
  const items = await readItems(
    trx,
    waiting.map((row) => row.alert_id),
  );
  const askers = await readAskers(trx, waiting);
  const name = printOwner(owner);
  const guild = (await readOwned(trx, [name])).get(name)?.guild ?? null;
  for (const row of waiting) {
    const [item, asking] = [items.get(row.alert_id), askers.get(row.id)];
    const plan = item && asking ? replan(item, asking, guild, now) : null;
    // What is due by now keeps its place among the rest of that.
    const due = row.due_at > now ? row.due_at : now;
    if (plan === null || (plan.dueAt === due && plan.digest === (row.digest === 1))) continue;
    const { id, alert_id: alertId, state } = row;
    // What is held is in no lane until somebody who asks for it goes on.
    if (state === 'pending')
      await reschedule(trx, row, { ...plan, id, alertId, target: parseTarget(row.target) }, now);
    else
      await trx
        .updateTable('delivery')
        .set({ due_at: plan.dueAt, digest: plan.digest ? 1 : 0 })
        .where('id', '=', id)
        .execute();
  }
}

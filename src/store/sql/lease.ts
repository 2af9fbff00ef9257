import type { Kysely, Transaction } from 'kysely';
import { newGuild } from '../../ledger/defaults.ts';
import type { AlertItem, Instant, LeasedDelivery, Subscription, Target } from '../port.ts';
import { itemFor, readItems } from './alerts.ts';
import { gatherBatches } from './batch.ts';
import { inChunks } from './chunk.ts';
import type { Configuration, ConfigurationReader } from './configuration.ts';
import { readEarlier } from './earlier.ts';
import { advanceLane, joinLanes } from './lanes.ts';
import { fromSubscriptionRow, parseTarget } from './rows.ts';
import type { Row, Tables } from './schema.ts';

type Trx = Transaction<Tables>;

export async function leaseDeliveries(
  db: Kysely<Tables>,
  configuration: ConfigurationReader,
  now: Instant,
  n: number,
  leaseUntil: Instant,
): Promise<readonly LeasedDelivery[]> {
  return db.transaction().execute(async (trx) => {
    const leased: LeasedDelivery[] = [];
    while (leased.length < n) {
      const heads = await readHeads(trx, n - leased.length, now);
      if (heads.length === 0) break;
      const askers = await readAskers(trx, heads);
      const posts = await readPosts(trx, heads);
      const ready: Row<'delivery'>[] = [];
      for (const head of heads) {
        if (head.asked === 1 && askers.get(head.id)?.[0]?.pausedAt !== null) await shelve(trx, head, 'held');
        else if (head.revision > 0 && posts.get(head.id)?.message_id == null)
          await putBehind(trx, head, posts.get(head.id));
        else ready.push(head);
      }
      if (ready.length === 0) continue;
      const batches = await gatherBatches(trx, ready, posts, now);
      await take(trx, ready, batches, now, leaseUntil);
      const together = await readAskersOf(
        trx,
        'batch',
        ready.filter(({ id, revision }) => revision === 0 && batches.has(id)).map(({ id }) => id),
      );
      leased.push(...(await describe(trx, ready, { askers, together, posts, batches, configuration })));
    }
    return leased;
  });
}

/** What is to be sent next of the lanes whose time has come. */
async function readHeads(trx: Trx, n: number, now: Instant): Promise<Row<'delivery'>[]> {
  return trx
    .selectFrom('lane')
    .innerJoin('delivery', 'delivery.id', 'lane.delivery_id')
    .selectAll('delivery')
    .where('lane.due_at', '<=', now)
    .where((eb) => eb.or([eb('lane.lease_until', 'is', null), eb('lane.lease_until', '<=', now)]))
    .orderBy('lane.due_at')
    .orderBy('lane.seq')
    .limit(n)
    .execute();
}

/** The subscriptions that ask for each and are not paused, oldest first; paused ones where all are. */
export async function readAskers(
  trx: Trx,
  deliveries: readonly Row<'delivery'>[],
): Promise<ReadonlyMap<string, readonly Subscription[]>> {
  const askers = await readAskersOf(
    trx,
    'id',
    deliveries.map(({ id }) => id),
  );
  // Nobody asks for it any more, but for something that goes into the same message.
  const others = deliveries.filter(({ id, asked }) => asked === 1 && !askers.has(id));
  const together = await readAskersOf(
    trx,
    'batch',
    others.map(({ id }) => id),
  );
  return new Map([...askers, ...together]);
}

async function readAskersOf(
  trx: Trx,
  column: 'id' | 'batch',
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Subscription[]>> {
  const askers = new Map<string, Map<string, Subscription>>();
  for (const some of inChunks(ids)) {
    const rows = await trx
      .selectFrom('delivery')
      .innerJoin('delivery_subscription', 'delivery_subscription.delivery_id', 'delivery.id')
      .innerJoin('subscription', 'subscription.id', 'delivery_subscription.subscription_id')
      .selectAll('subscription')
      .select(`delivery.${column} as asked`)
      .where(`delivery.${column}`, 'in', some)
      .orderBy('subscription.created_at')
      .orderBy('subscription.id')
      .execute();
    for (const { asked, ...row } of rows) {
      const known = askers.get(asked ?? '') ?? new Map<string, Subscription>();
      askers.set(asked ?? '', known.set(row.id, fromSubscriptionRow(row)));
    }
  }
  return new Map([...askers].map(([id, known]) => [id, unpaused([...known.values()])]));
}

const unpaused = (subscriptions: readonly Subscription[]): readonly Subscription[] => {
  const going = subscriptions.filter(({ pausedAt }) => pausedAt === null);
  return going.length > 0 ? going : subscriptions;
};

/** By edit, the delivery whose message it edits. */
async function readPosts(
  trx: Trx,
  deliveries: readonly Row<'delivery'>[],
): Promise<ReadonlyMap<string, Row<'delivery'>>> {
  const posts = new Map<string, Row<'delivery'>>();
  for (const { id, alert_id, target, revision } of deliveries) {
    if (revision === 0) continue;
    const post = await trx
      .selectFrom('delivery')
      .selectAll()
      .where('alert_id', '=', alert_id)
      .where('target', '=', target)
      .where('revision', '=', 0)
      .executeTakeFirst();
    if (post) posts.set(id, post);
  }
  return posts;
}

/** Takes it out of its lane: until its subscription goes on, or because there is no message to edit. */
async function shelve(trx: Trx, { id, lane }: Row<'delivery'>, state: 'held' | 'cancelled'): Promise<void> {
  await trx
    .updateTable('delivery')
    .set({ state })
    .where((eb) => eb.or([eb('id', '=', id), eb('batch', '=', id)]))
    .execute();
  await advanceLane(trx, lane);
}

/**
 * An edit came up before its message, which went to another lane: it goes there, behind it, for that may have been written without our
 * knowing. What is not to be sent, or is but goes into another's message since, leaves nothing to edit.
 */
async function putBehind(trx: Trx, edit: Row<'delivery'>, post: Row<'delivery'> | undefined): Promise<void> {
  const isToBeSent = post?.state === 'pending' || post?.state === 'leased';
  if (!isToBeSent || (post.batch ?? post.id) !== post.id) return shelve(trx, edit, 'cancelled');
  const due_at = edit.due_at > post.due_at ? edit.due_at : post.due_at;
  await trx.updateTable('delivery').set({ lane: post.lane, due_at }).where('id', '=', edit.id).execute();
  await advanceLane(trx, edit.lane);
  await joinLanes(trx, [{ ...edit, lane: post.lane, due_at }]);
}

async function take(
  trx: Trx,
  heads: readonly Row<'delivery'>[],
  batches: ReadonlyMap<string, readonly { readonly id: string }[]>,
  now: Instant,
  leaseUntil: Instant,
): Promise<void> {
  const ids = heads.map(({ id }) => id);
  for (const some of inChunks(ids))
    await trx.updateTable('lane').set({ lease_until: leaseUntil }).where('delivery_id', 'in', some).execute();
  const others = heads
    .filter(({ revision }) => revision === 0)
    .flatMap(({ id }) => (batches.get(id) ?? []).map((one) => one.id));
  for (const some of inChunks([...new Set([...ids, ...others])]))
    await trx
      .updateTable('delivery')
      .set((eb) => ({
        state: 'leased',
        attempts: eb('attempts', '+', 1),
        fence: eb('fence', '+', 1),
        first_attempt_at: eb.fn.coalesce('first_attempt_at', eb.val(now)),
        // Until its end is recorded nobody knows whether it was written.
        open_from: eb.fn.coalesce('open_from', eb.val(now)),
        open_until: leaseUntil,
      }))
      .where('id', 'in', some)
      .execute();
}

interface Around {
  readonly askers: ReadonlyMap<string, readonly Subscription[]>;
  /** Of digests, those of everything in them. */
  readonly together: ReadonlyMap<string, readonly Subscription[]>;
  readonly posts: ReadonlyMap<string, Row<'delivery'>>;
  readonly batches: ReadonlyMap<string, readonly Row<'delivery'>[]>;
  readonly configuration: ConfigurationReader;
}

/** What the sender needs of each, as it was before it was taken. */
async function describe(
  trx: Trx,
  heads: readonly Row<'delivery'>[],
  { askers, together, posts, batches, configuration }: Around,
): Promise<LeasedDelivery[]> {
  const told = [...heads, ...[...batches.values()].flat()].map(({ alert_id }) => alert_id);
  const items = await readItems(trx, told);
  const earlier = await readEarlier(trx, heads, items);
  const { guilds } = await configuration(trx);
  return heads.map((head) => {
    const target = parseTarget(head.target);
    const guild = guildOf(target, guilds);
    const item = (alertId: string): AlertItem => {
      const known = items.get(alertId);
      if (!known) throw new Error(`delivery ${head.id} has lost its alert`);
      return itemFor(known, guild?.id ?? null);
    };
    const subscriptions = together.get(head.id) ?? askers.get(head.id) ?? [];
    const subscription = askers.get(head.id)?.[0] ?? null;
    const batch = batches.get(head.id);
    const post = posts.get(head.id);
    return {
      ...item(head.alert_id),
      id: head.id,
      alertId: head.alert_id,
      subscriptionId: subscription?.id ?? null,
      target,
      fence: head.fence + 1,
      priorAttempts: head.attempts,
      unsettled: head.open_from === null ? null : { from: head.open_from, until: head.open_until },
      subscription,
      subscriptions,
      guild,
      operation: operationOf(head, post),
      digest: batch === undefined ? null : batch.map(({ alert_id }) => item(alert_id)),
      earlier: earlier.get(head.id) ?? null,
    };
  });
}

const operationOf = (
  head: Row<'delivery'>,
  post: Row<'delivery'> | undefined,
): LeasedDelivery['operation'] => {
  const { message_id: messageId, thread_id: threadId } = post ?? head;
  if (messageId === null) return { kind: 'post' };
  return { kind: post === undefined ? 'publish' : 'edit', messageId, threadId };
};

const guildOf = (target: Target, guilds: Configuration['guilds']): LeasedDelivery['guild'] =>
  target.kind === 'user' ? null : (guilds.get(target.guildId) ?? newGuild(target.guildId));

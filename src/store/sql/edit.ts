import type { Transaction } from 'kysely';
import { hashOf } from '../../hash.ts';
import type { Instant } from '../port.ts';
import { inChunks } from './chunk.ts';
import { joinLanes } from './lanes.ts';
import { nextSeq } from './nextSeq.ts';
import { inServer } from './place.ts';
import { insertRows } from './prepared.ts';
import type { NewRow, Row, Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** Alerts whose messages show a measure as it is seen: they change with it. */
const SHOWING = ['news', 'review'];

/**
 * Has the messages of these measures' alerts edited to what is so now, in one server or everywhere: those that were sent, and those
 * on their way, right behind them. What is yet to be sent will show what is so by then.
 */
export async function enqueueEdits(
  trx: Trx,
  measureIds: readonly string[],
  now: Instant,
  guildId: string | null = null,
): Promise<void> {
  for (const some of inChunks([...new Set(measureIds)])) {
    const alerts = await trx
      .selectFrom('alert')
      .select('id')
      .where('measure_id', 'in', some)
      .where('kind', 'in', SHOWING)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    for (const { id } of alerts)
      for await (const posts of postsOf(trx, id, guildId)) await editPosts(trx, posts, now);
  }
}

/** Posts at a time: an alert may have gone to any number of targets. */
const PAGE = 500;

/** What of an alert was written, or may have been: by a try that failed, too. */
async function* postsOf(
  trx: Trx,
  alertId: string,
  guildId: string | null,
): AsyncGenerator<readonly Row<'delivery'>[]> {
  const posts = trx
    .selectFrom('delivery')
    .selectAll()
    .where('alert_id', '=', alertId)
    .where('revision', '=', 0)
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['sent', 'leased']),
        eb.and([eb('state', 'in', ['pending', 'held']), eb('attempts', '>', 0)]),
      ]),
    )
    .$if(guildId !== null, (query) => query.where(inServer(guildId ?? '')))
    .orderBy('target')
    .limit(PAGE);
  let last = '';
  for (;;) {
    const page = await posts.where('target', '>', last).execute();
    if (page.length > 0) yield page;
    last = page.at(-1)?.target ?? last;
    if (page.length < PAGE) return;
  }
}

/** Has the messages of these deliveries edited: those whose subscriptions have not all ended, and that no edit waits for already. */
export async function editPosts(trx: Trx, posts: readonly Row<'delivery'>[], now: Instant): Promise<void> {
  // What was sent in one message is edited with it.
  const named = await readBatchHeads(trx, posts);
  const before = await readEdits(trx, named);
  const askers = await readAskerIds(trx, named);
  const first = await nextSeq(trx);
  const edits: NewRow<'delivery'>[] = [];
  const asked: NewRow<'delivery_subscription'>[] = [];
  for (const post of named) {
    const { waits, last } = before.get(`${post.alert_id} ${post.target}`) ?? { waits: false, last: 0 };
    const asking = askers.get(post.id) ?? [];
    if (waits || (post.asked === 1 && asking.length === 0)) continue;
    const revision = last + 1;
    const id = hashOf('edit', post.id, String(revision));
    edits.push({
      ...post,
      id,
      seq: first + edits.length,
      revision,
      lane: post.state === 'sent' ? post.target : post.lane,
      // Never before what it edits.
      due_at: post.due_at > now ? post.due_at : now,
      digest: 0,
      batch: null,
      state: 'pending',
      attempts: 0,
      fence: 0,
      first_attempt_at: null,
      open_from: null,
      open_until: null,
      last_error: null,
      message_id: null,
      thread_id: null,
      sent_at: null,
    });
    for (const subscriptionId of asking) asked.push({ delivery_id: id, subscription_id: subscriptionId });
  }
  await insertRows(trx, 'delivery', edits);
  await insertRows(trx, 'delivery_subscription', asked);
  await joinLanes(trx, edits);
}

/** Each delivery, or the one in whose name its message was sent, once. */
async function readBatchHeads(trx: Trx, posts: readonly Row<'delivery'>[]): Promise<Row<'delivery'>[]> {
  const named = new Map(posts.filter(({ id, batch }) => (batch ?? id) === id).map((post) => [post.id, post]));
  const missing = posts.flatMap(({ batch }) => (batch === null || named.has(batch) ? [] : batch));
  for (const some of inChunks([...new Set(missing)])) {
    const rows = await trx.selectFrom('delivery').selectAll().where('id', 'in', some).execute();
    for (const row of rows) named.set(row.id, row);
  }
  return [...named.values()];
}

/** By alert and target, whether an edit waits to be made, and the number of the last. */
async function readEdits(
  trx: Trx,
  posts: readonly Row<'delivery'>[],
): Promise<ReadonlyMap<string, { readonly waits: boolean; readonly last: number }>> {
  const edits = new Map<string, { waits: boolean; last: number }>();
  for (const some of inChunks(posts)) {
    const rows = await trx
      .selectFrom('delivery')
      .select(['alert_id', 'target', 'state', 'revision'])
      .where('alert_id', 'in', [...new Set(some.map(({ alert_id }) => alert_id))])
      .where('target', 'in', [...new Set(some.map(({ target }) => target))])
      .where('revision', '>', 0)
      .execute();
    for (const { alert_id, target, state, revision } of rows) {
      const known = edits.get(`${alert_id} ${target}`) ?? { waits: false, last: 0 };
      edits.set(`${alert_id} ${target}`, {
        waits: known.waits || state === 'pending' || state === 'held',
        last: Math.max(known.last, revision),
      });
    }
  }
  return edits;
}

async function readAskerIds(
  trx: Trx,
  posts: readonly Row<'delivery'>[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const askers = new Map<string, string[]>();
  for (const some of inChunks(posts.map(({ id }) => id))) {
    const rows = await trx
      .selectFrom('delivery_subscription')
      .selectAll()
      .where('delivery_id', 'in', some)
      .execute();
    for (const { delivery_id, subscription_id } of rows) {
      const known = askers.get(delivery_id) ?? [];
      known.push(subscription_id);
      askers.set(delivery_id, known);
    }
  }
  return askers;
}

import type { Kysely } from 'kysely';
import type { FeedState, Instant, Settled } from '../port.ts';
import { inChunks } from './chunk.ts';
import { runPrepared } from './prepared.ts';
import { fromFeedRow, toFeedRow } from './rows.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

export async function registerFeeds(db: Db, feedIds: readonly string[], now: Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const ids of inChunks(feedIds)) {
      await trx
        .insertInto('feed')
        .values(ids.map((id) => toFeedRow(unread(id, now))))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    }
  });
}

const unread = (feedId: string, now: Instant): FeedState => ({
  feedId,
  validators: {},
  firstReadAt: null,
  lastSuccessAt: null,
  lastCheckAt: null,
  nextCheckAt: now,
  consecutiveFailures: 0,
  lastCause: null,
});

export async function dueFeeds(
  db: Db,
  feedIds: readonly string[],
  now: Instant,
): Promise<readonly FeedState[]> {
  const wanted = new Set(feedIds);
  const rows = await db
    .selectFrom('feed')
    .selectAll()
    .where('next_check_at', '<=', now)
    .orderBy('next_check_at')
    .orderBy('id')
    .execute();
  return rows.filter((row) => wanted.has(row.id)).map(fromFeedRow);
}

export async function feedStates(db: Db): Promise<readonly FeedState[]> {
  return (await db.selectFrom('feed').selectAll().orderBy('id').execute()).map(fromFeedRow);
}

/** Throws for a feed that was never registered. */
export async function writeFeed(db: Db, state: FeedState): Promise<void> {
  // Without its id: setting a parent key, even to what it is, makes the database look through all that refers to it.
  const { id, ...feed } = toFeedRow(state);
  const { numAffectedRows } = await runPrepared(
    db,
    'write feed',
    () => db.updateTable('feed').set(feed).where('id', '=', id),
    [...Object.values(feed), id],
  );
  if (numAffectedRows !== 1n) throw new Error(`no feed ${id} is registered`);
}

/** The feed after a visit. An unchanged page may renew its validators; a failed visit leaves them for the next try. */
export function settleVisit(
  known: FeedState,
  { visit, checkedAt, nextCheckAt, health, isAnew }: Settled,
): FeedState {
  const before = isAnew ? { ...known, validators: {}, firstReadAt: null } : known;
  const checked = {
    ...before,
    lastCheckAt: checkedAt,
    nextCheckAt,
    lastNotes: visit.notes,
    ...(health === undefined ? {} : { health }),
  };
  if (visit.status === 'ok' || visit.status === 'unchanged') {
    return {
      ...checked,
      validators: visit.status === 'ok' ? visit.validators : { ...before.validators, ...visit.validators },
      firstReadAt: before.firstReadAt ?? (visit.status === 'ok' ? checkedAt : null),
      lastSuccessAt: checkedAt,
      consecutiveFailures: 0,
      lastCause: null,
    };
  }
  return {
    ...checked,
    consecutiveFailures: before.consecutiveFailures + 1,
    lastCause: visit.cause ?? visit.status,
  };
}

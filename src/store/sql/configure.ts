import { isDeepStrictEqual } from 'node:util';
import type { Kysely, Transaction } from 'kysely';
import { hashOf } from '../../hash.ts';
import { defaultSettings } from '../../ledger/defaults.ts';
import { fail, ok, type Result } from '../../result.ts';
import type {
  AuditEntry,
  Change,
  Effect,
  Instant,
  Known,
  Store,
  Subscription,
  SubscriptionOwner,
} from '../port.ts';
import { writeNewAlerts } from './alerts.ts';
import { askNoMore, cancelMeasures } from './cancel.ts';
import { countChange, readOwned } from './configuration.ts';
import { enqueueEdits } from './edit.ts';
import { enqueue } from './enqueue.ts';
import { moveWaiting } from './move.ts';
import { release } from './release.ts';
import { fromSubscriptionRow, printOwner, printTarget, toSubscriptionRow } from './rows.ts';
import type { Tables } from './schema.ts';

type Trx = Transaction<Tables>;
type Options = Parameters<Store['configure']>[4];

/** Breaks off the transaction: something is not as whoever asks believes. */
class Stale extends Error {}

export async function configure(
  db: Kysely<Tables>,
  owner: SubscriptionOwner,
  by: string,
  at: Instant,
  changes: readonly Change[],
  options: Options = {},
): Promise<Result<AuditEntry | null, 'stale'>> {
  try {
    return ok(
      await db.transaction().execute(async (trx) => {
        // First, so that on a database of many writers whoever configures meanwhile waits.
        const number = await countChange(trx, [printOwner(owner)]);
        for (const change of changes) {
          if (change.what === 'subscription') await changeSubscription(trx, owner, change, at);
          else await changeSetting(trx, printOwner(owner), change);
        }
        if (options.effect) await sendOut(trx, owner, options.effect, at);
        return 'guildId' in owner
          ? writeAudit(trx, number, {
              guildId: owner.guildId,
              by,
              at,
              changes,
              undoes: options.undoes ?? null,
            })
          : null;
      }),
    );
  } catch (error) {
    if (error instanceof Stale) return fail('stale');
    throw error;
  }
}

/** What is not there and what is to be gone is null; settings that nobody made are the defaults. */
async function changeSetting(
  trx: Trx,
  owner: string,
  { what, id: named, before, after }: Exclude<Change, { readonly what: 'subscription' }>,
): Promise<void> {
  // There is one of each owner.
  const id = what === 'settings' ? '' : named;
  const row = await trx
    .selectFrom('configuration')
    .select('body')
    .where('owner', '=', owner)
    .where('what', '=', what)
    .where('id', '=', id)
    .executeTakeFirst();
  const absent = what === 'settings' ? defaultSettings : null;
  if (!isDeepStrictEqual(row ? JSON.parse(row.body) : absent, before ?? absent)) throw new Stale();
  if (after === null || isDeepStrictEqual(after, absent)) {
    await trx
      .deleteFrom('configuration')
      .where('owner', '=', owner)
      .where('what', '=', what)
      .where('id', '=', id)
      .execute();
    return;
  }
  const body = JSON.stringify(after);
  await trx
    .insertInto('configuration')
    .values({ owner, what, id, body })
    .onConflict((conflict) => conflict.columns(['owner', 'what', 'id']).doUpdateSet({ body }))
    .execute();
}

async function changeSubscription(
  trx: Trx,
  owner: SubscriptionOwner,
  { id, before, after }: Extract<Change, { readonly what: 'subscription' }>,
  now: Instant,
): Promise<void> {
  const row = await trx.selectFrom('subscription').selectAll().where('id', '=', id).executeTakeFirst();
  const current = row ? fromSubscriptionRow(row) : null;
  if (row && row.owner !== printOwner(owner)) throw new Stale();
  if (after !== null && printOwner(after.target) !== printOwner(owner)) throw new Stale();
  if (!isDeepStrictEqual(withoutTrouble(current), withoutTrouble(before))) throw new Stale();
  if (after === null) {
    if (row) await removeSubscription(trx, id);
    return;
  }
  const target = printTarget(after.target);
  const { id: _, trouble: __, ...columns } = toSubscriptionRow(after);
  // What is wrong with a target, its other subscriptions know.
  const known = row?.target === target ? row : await readTrouble(trx, target);
  const trouble = known ? known.trouble : row ? null : after.trouble;
  if (!row) {
    await trx
      .insertInto('subscription')
      .values({ ...columns, id, trouble })
      .execute();
    return;
  }
  await trx
    .updateTable('subscription')
    .set({ ...columns, trouble })
    .where('id', '=', id)
    .execute();
  if (row.target !== target) await moveWaiting(trx, id, row.target, after.target, now);
  if (before?.pausedAt !== null && after.pausedAt === null) await release(trx, id, now);
}

/** What is wrong with a target is for nobody to change. */
const withoutTrouble = (subscription: Subscription | null): Subscription | null =>
  subscription && { ...subscription, trouble: null };

async function readTrouble(
  trx: Trx,
  target: string,
): Promise<{ readonly trouble: string | null } | undefined> {
  return trx.selectFrom('subscription').select('trouble').where('target', '=', target).executeTakeFirst();
}

async function removeSubscription(trx: Trx, id: string): Promise<void> {
  await askNoMore(trx, id);
  await trx.deleteFrom('delivery_subscription').where('subscription_id', '=', id).execute();
  await trx.deleteFrom('subscription').where('id', '=', id).execute();
}

async function sendOut(
  trx: Trx,
  owner: SubscriptionOwner,
  effect: (after: Pick<Known, 'subscriptions'> & { readonly guild: AuditGuild }) => Effect,
  now: Instant,
): Promise<void> {
  const name = printOwner(owner);
  const owned = (await readOwned(trx, [name])).get(name);
  const { alerts, deliveries, edits, cancels } = effect({
    guild: owned?.guild ?? null,
    subscriptions: owned?.subscriptions ?? [],
  });
  if ('guildId' in owner) {
    await cancelMeasures(trx, cancels, owner.guildId);
    await enqueueEdits(trx, edits, now, owner.guildId);
  }
  await writeNewAlerts(trx, alerts);
  await enqueue(trx, deliveries, now);
}

type AuditGuild = Parameters<NonNullable<NonNullable<Options>['effect']>>[0]['guild'];

async function writeAudit(
  trx: Trx,
  number: number,
  entry: Omit<AuditEntry, 'id' | 'undoneBy'>,
): Promise<AuditEntry> {
  const id = hashOf('audit', entry.guildId, String(number));
  if (entry.undoes !== null) {
    const { numUpdatedRows } = await trx
      .updateTable('audit')
      .set({ undone_by: id })
      .where('id', '=', entry.undoes)
      .where('guild_id', '=', entry.guildId)
      .where('undone_by', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Stale();
  }
  await trx
    .insertInto('audit')
    .values({
      number,
      id,
      guild_id: entry.guildId,
      by: entry.by,
      at: entry.at,
      changes: JSON.stringify(entry.changes),
      undone_by: null,
      undoes: entry.undoes,
    })
    .execute();
  return { ...entry, id, undoneBy: null };
}

export async function readAudits(
  db: Kysely<Tables>,
  guildId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly entries: readonly AuditEntry[]; readonly total: number }> {
  const audits = db.selectFrom('audit').where('guild_id', '=', guildId);
  const { total } = await audits
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await audits.selectAll().orderBy('number', 'desc').limit(limit).offset(offset).execute();
  return {
    total: Number(total),
    entries: rows.map((row) => ({
      id: row.id,
      guildId: row.guild_id,
      by: row.by,
      at: row.at,
      changes: JSON.parse(row.changes),
      undoneBy: row.undone_by,
      undoes: row.undoes,
    })),
  };
}

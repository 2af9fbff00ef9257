import { isDeepStrictEqual } from 'node:util';
import type { Kysely, Transaction } from 'kysely';
import { defaultSettings } from '../../ledger/defaults.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { AuditEntry, Change, Instant, Replan, Store, SubscriptionOwner } from '../port.ts';
import { writeNewAlerts } from './alerts.ts';
import { writeAudit } from './audits.ts';
import { cancelMeasures } from './cancel.ts';
import { changeSubscription } from './changeSubscription.ts';
import { countChange, readOwned } from './configuration.ts';
import { enqueueEdits } from './edit.ts';
import { enqueue } from './enqueue.ts';
import { replanWaiting } from './replan.ts';
import { printOwner } from './rows.ts';
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
  { effect, replan, undoes }: Options = {},
): Promise<Result<AuditEntry | null, 'stale'>> {
  try {
    return ok(
      await db.transaction().execute(async (trx) => {
        // First, so that on a database of many writers whoever configures meanwhile waits.
        const number = await countChange(trx, [printOwner(owner)]);
        for (const change of changes) {
          const isMade =
            change.what === 'subscription'
              ? await changeSubscription(trx, owner, change, at, replan)
              : await changeSetting(trx, printOwner(owner), change);
          if (!isMade) throw new Stale();
        }
        if (replan && changes.some(movesQuietHours)) await replanAll(trx, owner, replan, at);
        if (effect) await sendOut(trx, owner, effect, at);
        if (!('guildId' in owner)) return null;
        const { guildId } = owner;
        const entry = await writeAudit(trx, number, {
          guildId,
          by,
          at,
          changes,
          undoes: undoes ?? null,
        });
        if (entry === null) throw new Stale();
        return entry;
      }),
    );
  } catch (error) {
    if (error instanceof Stale) return fail('stale');
    throw error;
  }
}

/**
 * False, with nothing written, where it is not as `before` says. What is not there and what is to be gone is null; settings that
 * nobody made are the defaults.
 */
async function changeSetting(
  trx: Trx,
  owner: string,
  { what, id: named, before, after }: Exclude<Change, { readonly what: 'subscription' }>,
): Promise<boolean> {
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
  const current = row ? { ...absent, ...JSON.parse(row.body) } : absent;
  if (!isDeepStrictEqual(current, before ?? absent)) return false;
  if (after === null || isDeepStrictEqual(after, absent)) {
    await trx
      .deleteFrom('configuration')
      .where('owner', '=', owner)
      .where('what', '=', what)
      .where('id', '=', id)
      .execute();
    return true;
  }
  const body = JSON.stringify(after);
  await trx
    .insertInto('configuration')
    .values({ owner, what, id, body })
    .onConflict((conflict) => conflict.columns(['owner', 'what', 'id']).doUpdateSet({ body }))
    .execute();
  return true;
}

/** Whether a change moves the hours in which a server wants to hear nothing. */
const movesQuietHours = ({ what, before, after }: Change): boolean => {
  if (what !== 'settings') return false;
  const [was, is] = [before ?? defaultSettings, after ?? defaultSettings];
  return was.timeZone !== is.timeZone || !isDeepStrictEqual(was.quietHours, is.quietHours);
};

/** What waits for any subscription of an owner goes by the hours of its server that hold now. */
async function replanAll(trx: Trx, owner: SubscriptionOwner, replan: Replan, now: Instant): Promise<void> {
  const name = printOwner(owner);
  for (const { id } of (await readOwned(trx, [name])).get(name)?.subscriptions ?? [])
    await replanWaiting(trx, owner, id, replan, now);
}

async function sendOut(
  trx: Trx,
  owner: SubscriptionOwner,
  effect: NonNullable<NonNullable<Options>['effect']>,
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

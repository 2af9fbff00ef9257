import type { Kysely, Transaction } from 'kysely';
import { newGuild } from '../../ledger/defaults.ts';
import type { Decision, Guild, GuildFeed, GuildSettings, Topic } from '../../ledger/types.ts';
import type { Known, Subscription } from '../port.ts';
import { inChunks } from './chunk.ts';
import { runPrepared } from './prepared.ts';
import { fromSubscriptionRow } from './rows.ts';
import type { Row, Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** What everybody set. */
export interface Configuration extends Pick<Known, 'guilds'> {
  /** Oldest first. */
  readonly subscriptions: () => readonly Subscription[];
}

/** Asked before its own transaction changes anything of it. */
export type ConfigurationReader = (db: Db) => Promise<Configuration>;

/** What one owner set; of one that set nothing but subscriptions, and of persons, `guild` is null. */
export interface Owned {
  readonly guild: Guild | null;
  readonly subscriptions: readonly Subscription[];
}

const GUILD = 'guild:';

/** All visits ask for it and it seldom changes: it is kept, and read again of those owners alone that changed something since. */
export function configurationReader(): ConfigurationReader {
  let count = -1;
  const guilds = new Map<string, Guild>();
  const subscriptionsOf = new Map<string, readonly Subscription[]>();
  let sorted: readonly Subscription[] | null = null;
  return async (db) => {
    const now = await readCount(db);
    if (now !== count) {
      for (const [owner, { guild, subscriptions }] of await readChanged(db, count)) {
        if (guild) guilds.set(guild.id, guild);
        else if (owner.startsWith(GUILD)) guilds.delete(owner.slice(GUILD.length));
        if (subscriptions.length > 0) subscriptionsOf.set(owner, subscriptions);
        else subscriptionsOf.delete(owner);
      }
      count = now;
      sorted = null;
    }
    return {
      guilds,
      subscriptions: () => {
        sorted ??= [...subscriptionsOf.values()].flat().sort(byAge);
        return sorted;
      },
    };
  };
}

const byAge = (a: Subscription, b: Subscription): number =>
  a.createdAt + a.id < b.createdAt + b.id ? -1 : 1;

async function readCount(db: Db): Promise<number> {
  const build = () => db.selectFrom('configuration_change').select('count');
  const [row] = (await runPrepared(db, 'configuration count', build, [])).rows;
  if (row === undefined) throw new Error('the count of what was set is gone');
  return row.count;
}

/** Everybody's at first; afterwards of those who changed something after change `since`. */
async function readChanged(db: Db, since: number): Promise<ReadonlyMap<string, Owned>> {
  if (since < 0) return readOwned(db, null);
  const rows = await db
    .selectFrom('configuration_owner')
    .select('owner')
    .where('change', '>', since)
    .execute();
  return readOwned(
    db,
    rows.map(({ owner }) => owner),
  );
}

/** What these owners set, each of them named; null: everybody's. */
export async function readOwned(
  db: Db,
  owners: readonly string[] | null,
): Promise<ReadonlyMap<string, Owned>> {
  const set: Row<'configuration'>[] = [];
  const subscriptions: Row<'subscription'>[] = [];
  for (const some of owners === null ? [null] : inChunks(owners)) {
    set.push(
      ...(await db
        .selectFrom('configuration')
        .selectAll()
        .$if(some !== null, (query) => query.where('owner', 'in', some ?? []))
        .orderBy('owner')
        .orderBy('what')
        .orderBy('id')
        .execute()),
    );
    subscriptions.push(
      ...(await db
        .selectFrom('subscription')
        .selectAll()
        .$if(some !== null, (query) => query.where('owner', 'in', some ?? []))
        .orderBy('created_at')
        .orderBy('id')
        .execute()),
    );
  }
  const setBy = Map.groupBy(set, ({ owner }) => owner);
  const subscribedBy = Map.groupBy(subscriptions, ({ owner }) => owner);
  return new Map(
    (owners ?? [...new Set([...setBy.keys(), ...subscribedBy.keys()])]).map((owner) => [
      owner,
      {
        guild: toGuild(owner, setBy.get(owner) ?? []),
        subscriptions: (subscribedBy.get(owner) ?? []).map(fromSubscriptionRow),
      },
    ]),
  );
}

function toGuild(owner: string, rows: readonly Row<'configuration'>[]): Guild | null {
  if (rows.length === 0 || !owner.startsWith(GUILD)) return null;
  const all = <T>(what: string): T[] =>
    rows.filter((row) => row.what === what).map((row) => JSON.parse(row.body) as T);
  const unset = newGuild(owner.slice(GUILD.length));
  return {
    id: unset.id,
    // What a later version lets them set is at first as if they had not.
    settings: { ...unset.settings, ...all<GuildSettings>('settings')[0] },
    topics: all<Topic>('topic'),
    feeds: all<GuildFeed>('feed'),
    decisions: all<Decision>('decision'),
  };
}

/** Says that these owners' configuration changed; returns the number of the change. */
export async function countChange(trx: Transaction<Tables>, owners: readonly string[]): Promise<number> {
  const { count } = await trx
    .updateTable('configuration_change')
    .set((eb) => ({ count: eb('count', '+', 1) }))
    .returning('count')
    .executeTakeFirstOrThrow();
  for (const some of inChunks([...new Set(owners)])) {
    await trx
      .insertInto('configuration_owner')
      .values(some.map((owner) => ({ owner, change: count })))
      .onConflict((conflict) =>
        conflict.column('owner').doUpdateSet((eb) => ({ change: eb.ref('excluded.change') })),
      )
      .execute();
  }
  return count;
}

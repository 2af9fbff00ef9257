import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';

/** What a subscription made before this has: what it follows at once, in the language it speaks, and nothing else asked for. */
const WISHES =
  '{"topics":[],"kinds":[],"issuers":[],"rhythm":{"mode":"instant","at":"09:00","weekday":1,"atOnce":[],"quietHours":null,' +
  '"workdaysOnly":false,"timeZone":"Asia/Shanghai"},"roleId":null,"crosspost":false}';

/**
 * What each server sets and who changed it; alerts of other kinds than news; deliveries that wait for their time, go together into
 * one message, or edit one that was sent.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await describeMeasures(db);
  await wishMore(db);
  await configure(db);
  await rebuildOutbox(db);
}

async function describeMeasures({ schema }: Kysely<Tables>): Promise<void> {
  const measure = () => schema.alterTable('measure');
  await measure()
    .addColumn('relevance', 'text', (c) => c.notNull().defaultTo('relevant'))
    .execute();
  await measure()
    .addColumn('text', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await measure().addColumn('family', 'text').execute();
  await measure().addColumn('guild_id', 'text').execute();
  for (const column of ['family', 'effective_on', 'consultation_until'])
    await schema.createIndex(`measure_${column}`).on('measure').column(column).execute();
  const article = () => schema.alterTable('measure_article');
  await article()
    .addColumn('doubtful', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await article().addColumn('words', 'text').execute();
  // Those of no measure, newest first, are found by it too.
  await schema.dropIndex('entry_measure').execute();
  await schema.createIndex('entry_measure').on('entry').columns(['measure_id', 'seen_at']).execute();
}

async function wishMore({ schema }: Kysely<Tables>): Promise<void> {
  const subscription = () => schema.alterTable('subscription');
  await subscription()
    .addColumn('wishes', 'text', (c) => c.notNull().defaultTo(WISHES))
    .execute();
  await subscription().addColumn('paused_at', 'text').execute();
}

async function configure(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('configuration')
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('configuration_pk', ['owner', 'what', 'id'])
    .execute();
  await schema.alterTable('subscription_change').renameTo('configuration_change').execute();
  await schema
    .createTable('configuration_owner')
    .addColumn('owner', 'text', (c) => c.primaryKey())
    .addColumn('change', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('configuration_owner_change').on('configuration_owner').column('change').execute();
  await schema
    .createTable('audit')
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('changes', 'text', (c) => c.notNull())
    .addColumn('undone_by', 'text')
    .addColumn('undoes', 'text')
    .execute();
  await schema.createIndex('audit_guild').on('audit').columns(['guild_id', 'number']).execute();
}

/** The old tables stand until the new ones are filled, and go before what they refer to. */
async function rebuildOutbox(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('new_alert')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('measure_id', 'text', (c) => c.references('measure.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .execute();
  await sql`insert into new_alert select id, 'news', measure_id, created_at, '{}' from alert`.execute(db);

  await schema
    .createTable('new_delivery')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull().unique())
    .addColumn('alert_id', 'text', (c) => c.notNull().references('new_alert.id'))
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('asked', 'integer', (c) => c.notNull())
    .addColumn('lane', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('digest', 'integer', (c) => c.notNull())
    .addColumn('batch', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('fence', 'integer', (c) => c.notNull())
    .addColumn('first_attempt_at', 'text')
    .addColumn('last_error', 'text')
    .addColumn('message_id', 'text')
    .addColumn('thread_id', 'text')
    .addColumn('sent_at', 'text')
    .execute();
  await sql`
    insert into new_delivery
    select delivery.id, seq, alert_id, target, 0, 1, lane, alert.created_at, 0, null, state, attempts, fence, first_attempt_at,
      last_error, message_id, null, sent_at
    from delivery join alert on alert.id = delivery.alert_id`.execute(db);

  await schema
    .createTable('new_delivery_subscription')
    .addColumn('delivery_id', 'text', (c) => c.notNull().references('new_delivery.id'))
    .addColumn('subscription_id', 'text', (c) => c.notNull().references('subscription.id'))
    .addPrimaryKeyConstraint('delivery_asker_pk', ['delivery_id', 'subscription_id'])
    .execute();
  await sql`insert into new_delivery_subscription select delivery_id, subscription_id from delivery_subscription`.execute(
    db,
  );

  await schema
    .createTable('new_lane')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('delivery_id', 'text', (c) => c.notNull().unique().references('new_delivery.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('lease_until', 'text')
    .execute();
  await sql`insert into new_lane select id, delivery_id, seq, due_at, lease_until from lane`.execute(db);

  for (const table of ['lane', 'delivery_subscription', 'delivery', 'alert'])
    await schema.dropTable(table).execute();
  for (const table of ['alert', 'delivery', 'delivery_subscription', 'lane'])
    await schema.alterTable(`new_${table}`).renameTo(table).execute();

  await schema.createIndex('alert_measure').on('alert').column('measure_id').execute();
  await schema
    .createIndex('delivery_once')
    .unique()
    .on('delivery')
    .columns(['alert_id', 'target', 'revision'])
    .execute();
  await schema
    .createIndex('delivery_queue')
    .on('delivery')
    .columns(['state', 'lane', 'due_at', 'seq'])
    .execute();
  await schema.createIndex('delivery_batch').on('delivery').column('batch').execute();
  await schema
    .createIndex('delivery_subscription_subscription')
    .on('delivery_subscription')
    .column('subscription_id')
    .execute();
  await schema.createIndex('lane_due').on('lane').columns(['due_at', 'seq']).execute();
}

import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';

/** Feeds, entries, measures with their articles, subscriptions, alerts and their deliveries. */
export async function up(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('feed')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('validators', 'text', (c) => c.notNull())
    .addColumn('first_read_at', 'text')
    .addColumn('last_success_at', 'text')
    .addColumn('last_check_at', 'text')
    .addColumn('next_check_at', 'text', (c) => c.notNull())
    .addColumn('consecutive_failures', 'integer', (c) => c.notNull())
    .addColumn('last_cause', 'text')
    .addColumn('last_notes', 'text', (c) => c.notNull())
    .execute();

  await schema
    .createTable('measure')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('feed_id', 'text', (c) => c.notNull().references('feed.id'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('issuer', 'text')
    .addColumn('doc_number', 'text')
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('date', 'text')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('confidence', 'double precision', (c) => c.notNull())
    .addColumn('first_seen_at', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('measure_latest')
    .on('measure')
    .columns(['day desc', 'first_seen_at desc', 'id'])
    .execute();
  await schema
    .createTable('measure_key')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('measure_id', 'text', (c) => c.notNull().references('measure.id'))
    .execute();
  await schema.createIndex('measure_key_measure').on('measure_key').column('measure_id').execute();
  await schema
    .createTable('measure_article')
    .addColumn('measure_id', 'text', (c) => c.notNull().references('measure.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('score', 'double precision', (c) => c.notNull())
    .addColumn('link', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('measure_article_pk', ['measure_id', 'position'])
    .execute();
  await schema
    .createIndex('measure_article_number')
    .on('measure_article')
    .columns(['number', 'measure_id'])
    .execute();

  await schema
    .createTable('entry')
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('feed_id', 'text', (c) => c.notNull().references('feed.id'))
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'text', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('measure_id', 'text', (c) => c.references('measure.id'))
    .addColumn('text_hash', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('entry_pk', ['id', 'revision'])
    .execute();
  await schema.createIndex('entry_url').on('entry').column('url').execute();
  await schema.createIndex('entry_measure').on('entry').column('measure_id').execute();

  await schema
    .createTable('subscription')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('articles', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('trouble', 'text')
    .execute();
  await schema.createIndex('subscription_target').on('subscription').column('target').execute();
  await schema.createIndex('subscription_owner').on('subscription').column('owner').execute();

  await schema
    .createTable('subscription_change')
    .addColumn('count', 'integer', (c) => c.notNull())
    .execute();
  // The table has another name by now.
  await sql`insert into subscription_change (count) values (0)`.execute(db);

  await schema
    .createTable('alert')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('measure_id', 'text', (c) => c.notNull().references('measure.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('alert_measure').on('alert').column('measure_id').execute();
  await schema
    .createTable('delivery')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull().unique())
    .addColumn('alert_id', 'text', (c) => c.notNull().references('alert.id'))
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('lane', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('fence', 'integer', (c) => c.notNull())
    .addColumn('first_attempt_at', 'text')
    .addColumn('last_error', 'text')
    .addColumn('message_id', 'text')
    .addColumn('sent_at', 'text')
    .addUniqueConstraint('delivery_once', ['alert_id', 'target'])
    .execute();
  await schema.createIndex('delivery_queue').on('delivery').columns(['state', 'lane', 'seq']).execute();
  await schema
    .createTable('delivery_subscription')
    .addColumn('delivery_id', 'text', (c) => c.notNull().references('delivery.id'))
    .addColumn('subscription_id', 'text', (c) => c.notNull().references('subscription.id'))
    .addPrimaryKeyConstraint('delivery_subscription_pk', ['delivery_id', 'subscription_id'])
    .execute();
  await schema
    .createIndex('delivery_subscription_subscription')
    .on('delivery_subscription')
    .column('subscription_id')
    .execute();
  await schema
    .createTable('lane')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('delivery_id', 'text', (c) => c.notNull().unique().references('delivery.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('lease_until', 'text')
    .execute();
  await schema.createIndex('lane_due').on('lane').columns(['due_at', 'seq']).execute();
}

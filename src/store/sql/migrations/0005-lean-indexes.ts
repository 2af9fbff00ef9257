import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';

/**
 * Indexes without the rows that nobody looks up by them: most entries have no measure, most measures none of these days. Of the
 * entries without a measure the latest are asked for.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  for (const name of ['entry_measure', 'measure_effective_on', 'measure_consultation_until'])
    await schema.dropIndex(name).execute();
  const measureId = sql.ref('measure_id');
  const entries = schema.createIndex('entry_measure').on('entry').column('measure_id');
  await entries.where(measureId, 'is not', null).execute();
  const others = schema.createIndex('entry_other').on('entry').column('seen_at');
  await others.where(measureId, 'is', null).execute();
  for (const day of ['effective_on', 'consultation_until']) {
    const days = schema.createIndex(`measure_${day}`).on('measure').column(day);
    await days.where(sql.ref(day), 'is not', null).execute();
  }
}

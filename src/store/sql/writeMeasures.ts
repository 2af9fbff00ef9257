import type { Transaction } from 'kysely';
import type { Measure, Outcome } from '../port.ts';
import { inChunks } from './chunk.ts';
import { readOwners } from './known.ts';
import { insertRows } from './prepared.ts';
import { toLinkRows, toMeasureRow } from './rows.ts';
import type { Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** New measures, and known ones anew: with their links, but with the first sight and the identities they have. */
export async function writeMeasures(
  trx: Trx,
  { measures, addedKeys }: Pick<Outcome, 'measures' | 'addedKeys'>,
): Promise<void> {
  for (const some of inChunks(measures)) {
    await trx
      .insertInto('measure')
      .values(some.map(toMeasureRow))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          title: eb.ref('excluded.title'),
          issuer: eb.ref('excluded.issuer'),
          doc_number: eb.ref('excluded.doc_number'),
          url: eb.ref('excluded.url'),
          date: eb.ref('excluded.date'),
          day: eb.ref('excluded.day'),
          kind: eb.ref('excluded.kind'),
          confidence: eb.ref('excluded.confidence'),
          effective_on: eb.ref('excluded.effective_on'),
          consultation_until: eb.ref('excluded.consultation_until'),
          relevance: eb.ref('excluded.relevance'),
          text: eb.ref('excluded.text'),
          family: eb.ref('excluded.family'),
        })),
      )
      .execute();
    await trx
      .deleteFrom('measure_article')
      .where(
        'measure_id',
        'in',
        some.map((measure) => measure.id),
      )
      .execute();
  }
  await insertRows(trx, 'measure_article', measures.flatMap(toLinkRows));
  await writeKeys(trx, [...measures.flatMap(keysOf), ...addedKeys]);
}

const keysOf = ({ id, keys }: Measure) => keys.map((key) => ({ measureId: id, key }));

/** A key that the same measure owns already is left alone; one that another owns breaks the primary key, and the transaction. */
async function writeKeys(
  trx: Trx,
  keys: readonly { readonly measureId: string; readonly key: string }[],
): Promise<void> {
  const owners = await readOwners(
    trx,
    keys.map(({ key }) => key),
  );
  const added = new Map(
    keys
      .filter(({ measureId, key }) => owners.get(key) !== measureId)
      .map(({ measureId, key }) => [`${measureId} ${key}`, { key, measure_id: measureId }]),
  );
  await insertRows(trx, 'measure_key', [...added.values()]);
}

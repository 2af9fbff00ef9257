import type { Transaction } from 'kysely';
import type { Measure, Outcome } from '../port.ts';
import { type Owners, readOwners } from './known.ts';
import { insertRows, selectIn } from './prepared.ts';
import { toLinkRows, toMeasureRow } from './rows.ts';
import type { NewRow, Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** What may change of a measure that is known: all but its first sight. */
const CHANGING = [
  'title',
  'issuer',
  'doc_number',
  'url',
  'date',
  'day',
  'kind',
  'confidence',
  'effective_on',
  'consultation_until',
  'relevance',
  'text',
  'family',
] as const;

/**
 * New measures, and known ones anew: with their links, but with the first sight and the identities they have. `owners` are those of the
 * keys that were looked up before, in this transaction.
 */
export async function writeMeasures(
  trx: Trx,
  { measures, addedKeys }: Pick<Outcome, 'measures' | 'addedKeys'>,
  owners: Owners,
): Promise<void> {
  await insertRows(trx, 'measure', measures.map(toMeasureRow), CHANGING);
  const ids = measures.map(({ id }) => id);
  await selectIn(trx, 'old links', ids, (list) =>
    trx.deleteFrom('measure_article').where('measure_id', 'in', list),
  );
  await insertRows(trx, 'measure_article', measures.flatMap(toLinkRows));
  await writeKeys(trx, [...measures.flatMap(keysOf), ...addedKeys], owners);
}

const keysOf = ({ id, keys }: Measure) => keys.map((key) => ({ measureId: id, key }));

/** A key that the same measure owns already is left alone; one that another owns breaks the primary key, and the transaction. */
async function writeKeys(
  trx: Trx,
  keys: readonly { readonly measureId: string; readonly key: string }[],
  known: Owners,
): Promise<void> {
  const others = keys.map(({ key }) => key).filter((key) => !known.has(key));
  const owners = new Map([...known, ...(await readOwners(trx, others))]);
  const added: NewRow<'measure_key'>[] = [];
  for (const { measureId, key } of keys) {
    const owner = owners.get(key) ?? null;
    if (owner === measureId) continue;
    added.push({ key, measure_id: measureId });
    if (owner === null) owners.set(key, measureId);
  }
  await insertRows(trx, 'measure_key', added);
}

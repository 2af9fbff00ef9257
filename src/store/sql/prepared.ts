import type { CompiledQuery, Kysely, Transaction } from 'kysely';
import type { NewRow, Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** Rows of one statement, most first: a few statements serve lists of every length, and the database keeps them prepared. */
const SIZES = [64, 8, 1] as const;

/** By what compiles them (one for each kind of database that is open), then by table, size and columns. */
const compiled = new WeakMap<object, Map<string, CompiledQuery>>();

/** Building a query costs more than running it: one for each table and size is built once. */
function insertion(
  db: Kysely<Tables>,
  table: keyof Tables,
  columns: readonly string[],
  size: number,
): CompiledQuery {
  const compiler = db.getExecutor().adapter;
  const queries = compiled.get(compiler) ?? new Map<string, CompiledQuery>();
  compiled.set(compiler, queries);
  const key = `${table} ${size} ${columns.join(' ')}`;
  const known = queries.get(key);
  if (known) return known;
  const row = Object.fromEntries(columns.map((column) => [column, '']));
  const query = db
    .insertInto(table)
    .values(Array<never>(size).fill(row as never))
    .compile();
  queries.set(key, query);
  return query;
}

/** Inserts rows that have the same columns. */
export async function insertRows<T extends keyof Tables>(
  trx: Trx,
  table: T,
  rows: readonly NewRow<T>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).sort();
  const valuesOf = (row: NewRow<T>): unknown[] => columns.map((column) => row[column as keyof NewRow<T>]);
  let start = 0;
  for (const size of SIZES)
    for (; rows.length - start >= size; start += size) {
      const parameters = rows.slice(start, start + size).flatMap(valuesOf);
      await trx.executeQuery({ ...insertion(trx, table, columns, size), parameters });
    }
}

import {
  type Compilable,
  CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  type QueryResult,
  sql,
  type Transaction,
} from 'kysely';
import type { NewRow, Tables } from './schema.ts';

type Trx = Transaction<Tables>;

/** By what compiles them (one for each kind of database that is open), then by what names them. */
const compiled = new WeakMap<object, Map<string, CompiledQuery<unknown>>>();

/**
 * A query that is built once: building one costs more than running it. `build` gives it with any values, `parameters` are those of
 * this run, in the order of the query; the database, too, keeps it prepared.
 */
export async function runPrepared<R>(
  db: Kysely<Tables>,
  name: string,
  build: () => Compilable<R>,
  parameters: readonly unknown[],
): Promise<QueryResult<R>> {
  const compiler = db.getExecutor().adapter;
  const queries = compiled.get(compiler) ?? new Map<string, CompiledQuery<unknown>>();
  compiled.set(compiler, queries);
  // Its text alone: what it was built of is many times as large.
  const known = queries.get(name) ?? CompiledQuery.raw(build().compile().sql);
  queries.set(name, known);
  const query = { ...known, parameters } as CompiledQuery<R>;
  return db.isTransaction ? (await connectionOf(db)).executeQuery<R>(query) : db.executeQuery<R>(query);
}

const connections = new WeakMap<object, DatabaseConnection>();

/** The connection that a transaction has to itself. To be handed it for each query anew costs more than many a query. */
async function connectionOf(trx: Kysely<Tables>): Promise<DatabaseConnection> {
  const known = connections.get(trx);
  if (known !== undefined) return known;
  const connection = await trx.getExecutor().provideConnection(async (own) => own);
  connections.set(trx, connection);
  return connection;
}

/** Rows of one statement, most first: a few statements serve lists of every length. */
const SIZES = [64, 32, 16, 8, 4, 2, 1] as const;

/** Inserts rows that have the same columns. Where `id` is there already, the columns `anew` are written; it is an error where none are. */
export async function insertRows<T extends keyof Tables>(
  trx: Trx,
  table: T,
  rows: readonly NewRow<T>[],
  anew: readonly (keyof NewRow<T> & string)[] = [],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).sort();
  const build = (size: number): Compilable => {
    const any = Object.fromEntries(columns.map((column) => [column, '']));
    const insert = trx.insertInto(table).values(Array<never>(size).fill(any as never));
    if (anew.length === 0) return insert;
    const changes = Object.fromEntries(anew.map((column) => [column, sql.ref(`excluded.${column}`)]));
    return insert.onConflict((conflict) => conflict.column('id' as never).doUpdateSet(changes as never));
  };
  let start = 0;
  for (const size of SIZES)
    for (; rows.length - start >= size; start += size) {
      const parameters: unknown[] = [];
      for (const row of rows.slice(start, start + size))
        for (const column of columns) parameters.push(row[column as keyof NewRow<T>]);
      const name = `insert ${table} ${size} ${columns.join(' ')} ${anew.join(' ')}`;
      await runPrepared(trx, name, () => build(size), parameters);
    }
}

/** Values of one `in (…)`, at most. */
const LONGEST = 512;

/**
 * The rows of a query for a list of values, which must be its only parameters; `name` names the query. A list is filled up with its
 * last value to a power of two, so that a few statements serve lists of every length.
 */
export async function selectIn<R>(
  db: Kysely<Tables>,
  name: string,
  values: readonly string[],
  build: (list: readonly string[]) => Compilable<R>,
): Promise<R[]> {
  const rows: R[] = [];
  for (let start = 0; start < values.length; start += LONGEST) {
    const some = values.slice(start, start + LONGEST);
    const length = 2 ** Math.ceil(Math.log2(some.length));
    const list = [...some, ...Array<string>(length - some.length).fill(some.at(-1) ?? '')];
    rows.push(...(await runPrepared(db, `${name} ${length}`, () => build(list), list)).rows);
  }
  return rows;
}

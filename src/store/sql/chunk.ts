/** Databases bound the parameters of one statement (SQLite 32,766, PostgreSQL 65,535): long lists go in pieces of this many. */
const CHUNK = 500;

export function* inChunks<T>(values: readonly T[]): Generator<T[]> {
  for (let start = 0; start < values.length; start += CHUNK) yield values.slice(start, start + CHUNK);
}

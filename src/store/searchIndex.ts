/**
 * The search index on SQLite's FTS5. Texts come cut into tokens; the engine keeps which unit holds which token and finds the
 * units that hold the most telling ones.
 */
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { Candidate, IndexedUnit, PlainUnit, SearchIndex } from '../corpus/search/port.ts';
import { tokenise } from '../corpus/search/tokenise.ts';
import type { DocumentStatus } from '../corpus/types.ts';

/** Units of one document have consecutive ids. `frequency` is what FTS5 could count itself, too slowly for frequent tokens. */
export const SCHEMA = `
  CREATE TABLE unit (
    id INTEGER PRIMARY KEY, document TEXT NOT NULL, number TEXT NOT NULL, position INTEGER NOT NULL,
    label TEXT NOT NULL, status TEXT NOT NULL, text TEXT NOT NULL,
    plain_caption TEXT NOT NULL, plain_keywords TEXT NOT NULL, plain_path TEXT NOT NULL, plain_text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX unit_place ON unit (document, position);
  CREATE VIRTUAL TABLE token USING fts5(
    caption, keywords, path, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"
  );
  INSERT INTO token (token, rank) VALUES ('rank', 'bm25(4.0, 4.0, 0.5, 1.0)');
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab(token, col);
  CREATE TABLE frequency (token TEXT PRIMARY KEY, units INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** An index that lives in memory, of these units. */
export function indexInMemory(units: Iterable<IndexedUnit>): SearchIndex {
  const database = new DatabaseSync(':memory:');
  database.exec(SCHEMA);
  const writer = writeIndex(database);
  writer.add(units);
  writer.count();
  return readIndex(database);
}

/** Writes to an index; the caller opens and ends the transaction. */
export function writeIndex(database: DatabaseSync) {
  const addUnit = database.prepare('INSERT INTO unit VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const addTokens = database.prepare(
    'INSERT INTO token (rowid, caption, keywords, path, body) VALUES (?, ?, ?, ?, ?)',
  );
  const dropTokens = database.prepare(
    'DELETE FROM token WHERE rowid IN (SELECT id FROM unit WHERE document = ?)',
  );
  const dropUnits = database.prepare('DELETE FROM unit WHERE document = ?');
  return {
    /** Adds the units of whole documents. */
    add(units: Iterable<IndexedUnit>): void {
      for (const { document, number, position, label, status, text, plain } of units) {
        const fields = [plain.caption, plain.keywords, plain.path, plain.text];
        const { lastInsertRowid } = addUnit.run(document, number, position, label, status, text, ...fields);
        addTokens.run(lastInsertRowid, ...fields.map((field) => tokenise(field).join(' ')));
      }
    },
    remove(document: string): void {
      dropTokens.run(document);
      dropUnits.run(document);
    },
    /** Counts the tokens anew; due once after all adding and removing. */
    count(): void {
      database.exec(`
        DELETE FROM frequency;
        INSERT INTO frequency SELECT term, doc FROM vocabulary WHERE col = 'body';
      `);
    },
  };
}

export function readIndex(database: DatabaseSync): SearchIndex {
  const frequency = database.prepare('SELECT units FROM frequency WHERE token = ?');
  const between = database.prepare(`
    SELECT substr(a.token, length($left) + 1) AS character
    FROM frequency AS a JOIN frequency AS b ON b.token = substr(a.token, length($left) + 1) || $right
    WHERE a.token > $left AND a.token < $left || char(0x10ffff)
    ORDER BY min(a.units, b.units) DESC, character LIMIT $limit`);
  const range = database.prepare(
    'SELECT min(id) AS first, max(id) AS last FROM unit WHERE document = ? AND position BETWEEN ? AND ?',
  );
  const candidates = database.prepare(`
    SELECT unit.id, document, number, status, plain_caption, plain_keywords, plain_path, plain_text
    FROM token JOIN unit ON unit.id = token.rowid
    WHERE token MATCH $match AND token.rowid BETWEEN $first AND $last AND ($status IS NULL OR status = $status)
    ORDER BY rank LIMIT $limit`);
  const unit = database.prepare('SELECT * FROM unit WHERE id = ?');
  return {
    size: Number(database.prepare('SELECT count(*) AS size FROM unit').get()?.size),
    frequencies: (tokens) =>
      new Map(
        tokens.flatMap((token) => {
          const row = frequency.get(token);
          return row ? [[token, Number(row.units)] as const] : [];
        }),
      ),
    between: (left, right, limit) => between.all({ left, right, limit }).map((row) => String(row.character)),
    candidates({ tokens, document, status, positions, among, limit }) {
      if (tokens.length === 0) return [];
      const [from, to] = positions ?? [0, Number.MAX_SAFE_INTEGER];
      const ids = document === undefined ? { first: 0, last: among } : range.get(document, from, to);
      return candidates
        .all({
          match: tokens.map(toTerm).join(' OR '),
          first: ids?.first ?? 0,
          last: ids?.last ?? 0,
          status: status ?? null,
          limit,
        })
        .map(toCandidate);
    },
    unit(id) {
      const row = unit.get(id);
      if (!row) throw new Error(`the search index holds no unit ${id}`);
      return toUnit(row);
    },
  };
}

/** A token as FTS5 asks for it; a character alone is the beginning of all pairs it begins. */
const toTerm = (token: string): string => (/^[^a-z0-9]$/u.test(token) ? `"${token}"*` : `"${token}"`);

type Row = Record<string, SQLOutputValue>;

const toPlain = (row: Row): PlainUnit => ({
  caption: String(row.plain_caption),
  keywords: String(row.plain_keywords),
  path: String(row.plain_path),
  text: String(row.plain_text),
});

const toCandidate = (row: Row): Candidate => ({
  id: Number(row.id),
  document: String(row.document),
  number: String(row.number),
  status: String(row.status) as DocumentStatus,
  plain: toPlain(row),
});

const toUnit = (row: Row): IndexedUnit => ({
  document: String(row.document),
  number: String(row.number),
  position: Number(row.position),
  label: String(row.label),
  status: String(row.status) as DocumentStatus,
  text: String(row.text),
  plain: toPlain(row),
});

/**
 * The search index on SQLite's FTS5. Texts come cut into tokens; the engine keeps which unit holds which token and finds the
 * units that hold the most telling ones.
 */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Candidate, IndexedUnit, PlainUnit, SearchIndex } from '../corpus/search/port.ts';
import { tokenise } from '../corpus/search/tokenise.ts';
import type { DocumentStatus } from '../corpus/types.ts';

const SCHEMA = `
  CREATE TABLE unit (
    id INTEGER PRIMARY KEY, document TEXT NOT NULL, number TEXT NOT NULL, position INTEGER NOT NULL,
    label TEXT NOT NULL, status TEXT NOT NULL, weight REAL NOT NULL, text TEXT NOT NULL,
    plain_caption TEXT NOT NULL, plain_path TEXT NOT NULL, plain_text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX unit_place ON unit (document, position);
  CREATE VIRTUAL TABLE token USING fts5(
    caption, path, body, content='', tokenize="unicode61 remove_diacritics 0"
  );
  INSERT INTO token (token, rank) VALUES ('rank', 'bm25(4.0, 0.5, 1.0)');
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab(token, col);
`;

/** An index that lives in memory, of these units. */
export function indexInMemory(units: Iterable<IndexedUnit>): SearchIndex {
  const database = new DatabaseSync(':memory:');
  database.exec(SCHEMA);
  addUnits(database, units);
  return read(database);
}

function addUnits(database: DatabaseSync, units: Iterable<IndexedUnit>): void {
  const addUnit = database.prepare('INSERT INTO unit VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const addTokens = database.prepare('INSERT INTO token (rowid, caption, path, body) VALUES (?, ?, ?, ?)');
  const tokens = (plain: string): string => tokenise(plain).join(' ');
  database.exec('BEGIN');
  for (const { address, position, label, status, weight, text, plain } of units) {
    const { caption, path } = plain;
    const { lastInsertRowid } = addUnit.run(
      ...[address.document, address.unit, position, label, status, weight, text],
      ...[caption, path, plain.text],
    );
    addTokens.run(lastInsertRowid, tokens(caption), tokens(path), tokens(plain.text));
  }
  database.exec('COMMIT');
}

function read(database: DatabaseSync): SearchIndex {
  const frequency = database.prepare("SELECT doc FROM vocabulary WHERE term = ? AND col = 'body'");
  const following = database.prepare(
    "SELECT term FROM vocabulary WHERE term >= ? AND term < ? AND col = 'body'",
  );
  const candidates = database.prepare(`
    SELECT unit.id, document, number, weight, plain_caption, plain_path, plain_text
    FROM token JOIN unit ON unit.id = token.rowid
    WHERE token MATCH $match
      AND ($document IS NULL OR document = $document) AND ($status IS NULL OR status = $status)
      AND position BETWEEN $first AND $last
    ORDER BY rank LIMIT $limit`);
  const unit = database.prepare('SELECT * FROM unit WHERE id = ?');
  const size = Number(database.prepare('SELECT count(*) AS size FROM unit').get()?.size);

  const frequencies = (tokens: readonly string[]): ReadonlyMap<string, number> => {
    const found = new Map<string, number>();
    for (const token of tokens) {
      const row = frequency.get(token);
      if (row) found.set(token, Number(row.doc));
    }
    return found;
  };
  return {
    size,
    frequencies,
    between(left, right) {
      const characters = following
        .all(left, `${left}\u{10ffff}`)
        .map((row) => String(row.term).slice(left.length))
        .filter((character) => character !== '');
      const known = frequencies(characters.map((character) => character + right));
      return characters.filter((character) => known.has(character + right));
    },
    candidates(tokens, { document, status, positions }, limit) {
      if (tokens.length === 0) return [];
      const rows = candidates.all({
        match: tokens.map(toTerm).join(' OR '),
        document: document ?? null,
        status: status ?? null,
        first: positions?.[0] ?? 0,
        last: positions?.[1] ?? Number.MAX_SAFE_INTEGER,
        limit,
      });
      return rows.map(toCandidate);
    },
    unit(id) {
      const row = unit.get(id);
      if (!row) throw new Error(`the search index holds no unit ${id}`);
      return toUnit(row);
    },
  };
}

/** A token; a character alone is the beginning of all pairs it begins. */
const toTerm = (token: string): string => (/^[^a-z0-9]$/u.test(token) ? `"${token}"*` : `"${token}"`);

type Row = Record<string, SQLInputValue>;

const toPlain = (row: Row): PlainUnit => ({
  caption: String(row.plain_caption),
  path: String(row.plain_path),
  text: String(row.plain_text),
});

const toCandidate = (row: Row): Candidate => ({
  id: Number(row.id),
  document: String(row.document),
  unit: String(row.number),
  weight: Number(row.weight),
  plain: toPlain(row),
});

const toUnit = (row: Row): IndexedUnit => ({
  address: { document: String(row.document), unit: String(row.number) },
  label: String(row.label),
  status: String(row.status) as DocumentStatus,
  position: Number(row.position),
  text: String(row.text),
  plain: toPlain(row),
  weight: Number(row.weight),
});

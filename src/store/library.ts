/**
 * A library: parsed documents and their search index in one file, taken in once and read from there on demand. It can be
 * made again from the texts at any time; a file of another version, or a damaged one, simply is.
 *
 * Any number of processes may have it open. Each reads it as it was when it was opened, whatever another takes in meanwhile;
 * who comes while another takes documents in waits for that, and has nothing left to do.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SearchIndex } from '../corpus/search/port.ts';
import { prepareUnits } from '../corpus/search/prepare.ts';
import type { Corpus, CorpusDocument, DocumentInfo, ParsedLaw } from '../corpus/types.ts';
import { fail, ok, type Result } from '../result.ts';
import type { StoreProblem } from './problem.ts';
import { readIndex, SCHEMA, writeIndex } from './searchIndex.ts';
import { describeProblem } from './sqlite/problem.ts';

/** Where a document comes from. */
export interface Source {
  /** The file or folder, for people. */
  readonly name: string;
  /** Differs when the text does, or what is made of it. */
  readonly fingerprint: string;
  /** The document; a sentence for people where there is none. */
  load(): Promise<Result<CorpusDocument, string>>;
}

export interface Library {
  /** The documents in the order of their sources. A law is read from the file when it is looked at. */
  readonly corpus: Corpus;
  readonly index: SearchIndex;
  /** Sources without a document. `message` is a sentence for people. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
  close(): void;
}

/** Documents taken in so far, of those that are new or changed. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Opens the library in `file`, made if missing, and brings it up to date: only sources that changed are loaded, and with them
 * those that had no document before. The database of something else is left as it is (`foreign`).
 */
export async function openLibrary(
  file: string,
  sources: readonly Source[],
  onProgress: OnProgress = () => undefined,
): Promise<Result<Library, StoreProblem>> {
  const opened = await tryToOpen(file, sources, onProgress);
  if (opened.ok || !['damaged', 'not-a-database'].includes(opened.error.code)) return opened;
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  return tryToOpen(file, sources, onProgress);
}

async function tryToOpen(
  file: string,
  sources: readonly Source[],
  onProgress: OnProgress,
): Promise<Result<Library, StoreProblem>> {
  let database: DatabaseSync | null = null;
  try {
    mkdirSync(dirname(file), { recursive: true });
    database = new DatabaseSync(file, OPTIONS);
    if (isForeign(database)) {
      database.close();
      return fail({ code: 'foreign', path: file, detail: '' });
    }
    // What one process takes in, the others need not see: each keeps to the state it began to read.
    database.exec('PRAGMA journal_mode = wal; PRAGMA synchronous = normal');
    await update(database, sources, onProgress);
    // The last to close a database empties its log, which after a first reading is as large as the library itself.
    database.close();
    database = new DatabaseSync(file, OPTIONS);
    return ok(read(database, sources));
  } catch (error) {
    if (database?.isOpen) database.close();
    const problem = describeProblem(error, file);
    if (!problem) throw error;
    return fail(problem);
  }
}

/** `tlib`, so that no other database is taken for one. */
const APPLICATION = 0x746c_6962;
const VERSION = 3;
const LIBRARY = `
  ${SCHEMA}
  CREATE TABLE source (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, document TEXT UNIQUE, problem TEXT) STRICT;
  CREATE TABLE document (id TEXT PRIMARY KEY, info TEXT NOT NULL, captions TEXT NOT NULL, keywords TEXT NOT NULL, law TEXT NOT NULL) STRICT;
  PRAGMA application_id = ${APPLICATION};
  PRAGMA user_version = ${VERSION};
`;
const OPTIONS = {
  /** Milliseconds to wait for another process that takes documents in. */
  timeout: 60_000,
  /** Deleting from FTS5 leaves the id of a row of its own as the last one inserted, which is more than a number holds. */
  readBigInts: true,
};

const pragma = (database: DatabaseSync, name: string): number =>
  Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);

function isForeign(database: DatabaseSync): boolean {
  const holds = Number(database.prepare('SELECT count(*) AS holds FROM sqlite_schema').get()?.holds) > 0;
  return holds && pragma(database, 'application_id') !== APPLICATION;
}

/** Takes in what is new or changed and drops what is gone, all or nothing. */
async function update(
  database: DatabaseSync,
  sources: readonly Source[],
  onProgress: OnProgress,
): Promise<void> {
  if (isUpToDate(database, sources)) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have done it while we waited.
    if (!isUpToDate(database, sources)) await takeIn(database, sources, onProgress);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** What the library holds, by the name of its source. */
type Known = ReadonlyMap<string, { readonly fingerprint: string; readonly failed: boolean }>;

function isUpToDate(database: DatabaseSync, sources: readonly Source[]): boolean {
  if (pragma(database, 'user_version') !== VERSION) return false;
  const known = readKnown(database);
  return (
    known.size === sources.length &&
    sources.every(({ name, fingerprint }) => known.get(name)?.fingerprint === fingerprint)
  );
}

function readKnown(database: DatabaseSync): Known {
  const rows = database.prepare('SELECT name, fingerprint, problem FROM source').all();
  return new Map(
    rows.map(({ name, fingerprint, problem }) => [
      String(name),
      { fingerprint: String(fingerprint), failed: problem !== null },
    ]),
  );
}

async function takeIn(
  database: DatabaseSync,
  sources: readonly Source[],
  onProgress: OnProgress,
): Promise<void> {
  const known: Known = pragma(database, 'user_version') === VERSION ? readKnown(database) : new Map();
  // What had an id that another document had may have it now.
  const changed = sources.filter(({ name, fingerprint }) => {
    const before = known.get(name);
    return before?.fingerprint !== fingerprint || before.failed;
  });
  // To begin anew takes a third of the time of removing nearly all one by one.
  const anew = changed.length >= sources.length / 2;
  const due = anew ? sources : changed;
  if (anew) {
    dropTables(database);
    database.exec(LIBRARY);
  }
  const write = writeLibrary(database);
  if (!anew) {
    const gone = new Set(known.keys()).difference(new Set(sources.map(({ name }) => name)));
    for (const name of gone) write.remove(name);
    for (const { name } of due) write.remove(name);
  }
  for (const [done, source] of due.entries()) {
    onProgress(done, due.length);
    write.add(source, await source.load());
  }
  write.count();
  onProgress(due.length, due.length);
}

/** Virtual tables first: they take the tables they are made of with them. */
function dropTables(database: DatabaseSync): void {
  const list = database.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY sql NOT LIKE 'CREATE VIRTUAL%' LIMIT 1",
  );
  for (let table = list.get(); table; table = list.get()) database.exec(`DROP TABLE "${String(table.name)}"`);
}

function writeLibrary(database: DatabaseSync) {
  const index = writeIndex(database);
  const documentOf = database.prepare('SELECT document FROM source WHERE name = ?');
  const holderOf = database.prepare('SELECT name FROM source WHERE document = ?');
  const addSource = database.prepare('INSERT INTO source VALUES (?, ?, ?, ?)');
  const addDocument = database.prepare('INSERT INTO document VALUES (?, ?, ?, ?, ?)');
  const dropSource = database.prepare('DELETE FROM source WHERE name = ?');
  const dropDocument = database.prepare('DELETE FROM document WHERE id = ?');
  return {
    add({ name, fingerprint }: Source, loaded: Result<CorpusDocument, string>): void {
      const refuse = (problem: string): unknown => addSource.run(name, fingerprint, null, problem);
      if (!loaded.ok) return void refuse(loaded.error);
      const { info, captions, keywords, law } = loaded.value;
      const holder = holderOf.get(info.id);
      if (holder) return void refuse(`${holder.name} has the id ${info.id} too.`);
      addSource.run(name, fingerprint, info.id, null);
      const about = [info, [...captions], [...(keywords ?? [])], law].map((part) => JSON.stringify(part));
      addDocument.run(info.id, ...about);
      index.add(prepareUnits(loaded.value));
    },
    remove(name: string): void {
      const document = documentOf.get(name)?.document;
      dropSource.run(name);
      if (typeof document !== 'string') return;
      dropDocument.run(document);
      index.remove(document);
    },
    count: index.count,
  };
}

function read(database: DatabaseSync, sources: readonly Source[]): Library {
  // Held until it is closed: the state that the next statement sees is what every later one will.
  database.exec('BEGIN');
  const rows = new Map(
    database
      .prepare(
        'SELECT name, problem, info, captions, keywords FROM source LEFT JOIN document ON document.id = source.document',
      )
      .all()
      .map((row) => [String(row.name), row]),
  );
  const lawOf = lawReader(database);
  const documents = new Map<string, CorpusDocument>();
  const problems: { file: string; message: string }[] = [];
  for (const { name } of sources) {
    const row = rows.get(name);
    if (typeof row?.problem === 'string') problems.push({ file: name, message: row.problem });
    if (typeof row?.info !== 'string') continue;
    const info: DocumentInfo = JSON.parse(row.info);
    const captions = new Map<string, string>(JSON.parse(String(row.captions)));
    const keywords = new Map<string, readonly string[]>(JSON.parse(String(row.keywords)));
    documents.set(info.id, {
      info,
      captions,
      keywords,
      get law() {
        return lawOf(info.id);
      },
    });
  }
  return {
    corpus: { documents: [...documents.values()], document: (id) => documents.get(id) },
    index: readIndex(database),
    problems,
    close: () => database.close(),
  };
}

/** So many laws stay in memory once they were looked at. */
const LAWS_AT_HAND = 32;

function lawReader(database: DatabaseSync): (id: string) => ParsedLaw {
  const select = database.prepare('SELECT law FROM document WHERE id = ?');
  const atHand = new Map<string, ParsedLaw>();
  return (id) => {
    const law: ParsedLaw = atHand.get(id) ?? JSON.parse(String(select.get(id)?.law));
    // The last looked at is the last to go.
    atHand.delete(id);
    atHand.set(id, law);
    const [oldest] = atHand.keys();
    if (atHand.size > LAWS_AT_HAND && oldest !== undefined) atHand.delete(oldest);
    return law;
  };
}

/**
 * A library: parsed documents and their search index in one file, taken in once and read from there on demand. It can be
 * made again from the texts at any time; a file of another version, or a damaged one, simply is.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SearchIndex } from '../corpus/search/port.ts';
import { prepareUnits } from '../corpus/search/prepare.ts';
import type { Corpus, CorpusDocument, DocumentInfo, ParsedLaw } from '../corpus/types.ts';
import type { Result } from '../result.ts';
import { readIndex, SCHEMA, writeIndex } from './searchIndex.ts';

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

/** Opens the library in `file`, made if missing, and brings it up to date: only sources that changed are loaded. */
export async function openLibrary(
  file: string,
  sources: readonly Source[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Library> {
  mkdirSync(dirname(file), { recursive: true });
  const database = openFile(file);
  try {
    await update(database, sources, onProgress);
    return read(database, sources);
  } catch (error) {
    database.close();
    throw error;
  }
}

const VERSION = 2;
const LIBRARY = `
  ${SCHEMA}
  CREATE TABLE source (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, document TEXT UNIQUE, problem TEXT) STRICT;
  CREATE TABLE document (id TEXT PRIMARY KEY, info TEXT NOT NULL, captions TEXT NOT NULL, keywords TEXT NOT NULL, law TEXT NOT NULL) STRICT;
  PRAGMA user_version = ${VERSION};
`;
const OPTIONS = {
  /** Milliseconds to wait for another process that takes documents in. */
  timeout: 60_000,
  /** Deleting from FTS5 leaves the id of a row of its own as the last one inserted, which is more than a number holds. */
  readBigInts: true,
};

function openFile(file: string): DatabaseSync {
  const existing = openExisting(file);
  if (existing) return existing;
  for (const suffix of ['', '-journal']) rmSync(file + suffix, { force: true });
  const database = new DatabaseSync(file, OPTIONS);
  database.exec(LIBRARY);
  return database;
}

/** Null for a file that is no library of this version. */
function openExisting(file: string): DatabaseSync | null {
  const database = new DatabaseSync(file, OPTIONS);
  try {
    if (Number(database.prepare('PRAGMA user_version').get()?.user_version) === VERSION) return database;
  } catch (error) {
    // SQLITE_NOTADB or SQLITE_CORRUPT; whatever else is wrong with the file will show when it is made anew.
    if (!(error instanceof Error && 'errcode' in error && [11, 26].includes(Number(error.errcode))))
      throw error;
  }
  database.close();
  return null;
}

/** Takes in what is new or changed and drops what is gone, all or nothing. */
async function update(
  database: DatabaseSync,
  sources: readonly Source[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const known = new Map(
    database
      .prepare('SELECT name, fingerprint FROM source')
      .all()
      .map((row) => [String(row.name), String(row.fingerprint)]),
  );
  const changed = sources.filter(({ name, fingerprint }) => known.get(name) !== fingerprint);
  const gone = new Set(known.keys()).difference(new Set(sources.map(({ name }) => name)));
  if (changed.length + gone.size === 0) return;
  const write = writeLibrary(database);
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const name of gone) write.remove(name);
    for (const { name } of changed) write.remove(name);
    for (const [done, source] of changed.entries()) {
      onProgress(done, changed.length);
      write.add(source, await source.load());
    }
    write.count();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
  onProgress(changed.length, changed.length);
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

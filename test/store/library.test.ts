import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareUnits } from '../../src/corpus/search/prepare.ts';
import { createSearch } from '../../src/corpus/search/search.ts';
import type { CorpusDocument } from '../../src/corpus/types.ts';
import { fail, ok } from '../../src/result.ts';
import { type Library, type OnProgress, openLibrary, type Source } from '../../src/store/library.ts';
import { indexInMemory } from '../../src/store/searchIndex.ts';
import { sample } from '../corpus/sample.ts';

let folder = '';
let library: Library | undefined;
const loaded: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'library-'));
  loaded.length = 0;
});
afterEach(async () => {
  close();
  await rm(folder, { recursive: true });
});

function close(): void {
  library?.close();
  library = undefined;
}

const source = (document: CorpusDocument, fingerprint = '1'): Source => ({
  name: document.info.id,
  fingerprint,
  load: async () => {
    loaded.push(document.info.id);
    return ok(document);
  },
});
const sources = sample.documents.map((document) => source(document));

const file = () => join(folder, 'deep', 'library.db');

async function openFile(...rest: [readonly Source[], onProgress?: OnProgress]): Promise<Library> {
  const opened = await openLibrary(file(), ...rest);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function open(from: readonly Source[] = sources, onProgress?: OnProgress) {
  close();
  library = await openFile(from, onProgress);
  return library;
}
const find = ({ corpus, index }: Library, query: string) => {
  const result = createSearch(corpus, index).search(query, { limit: 5 });
  return result.ok ? result.value.hits.map(({ label }) => label) : [];
};

describe('a library', () => {
  test('holds the documents as they were, in the order of their sources', async () => {
    const { corpus } = await open();
    expect(corpus.documents.map(({ info }) => info)).toEqual(sample.documents.map(({ info }) => info));
    for (const { info, law, captions } of sample.documents) {
      expect(corpus.document(info.id)?.law).toEqual(law);
      expect(corpus.document(info.id)?.captions).toEqual(captions);
    }
  });

  test('is searched like an index in memory', async () => {
    const { corpus, index } = await open();
    const inMemory = createSearch(sample, indexInMemory(sample.documents.flatMap(prepareUnits)));
    for (const query of ['绿卡', '数据开放共享', '软件', '永久居流', '10-1', '险'])
      expect(createSearch(corpus, index).search(query, { limit: 10 })).toEqual(
        inMemory.search(query, { limit: 10 }),
      );
  });

  test('loads nothing again when nothing changed', async () => {
    await open();
    loaded.length = 0;
    expect(find(await open(), '绿卡')[0]).toBe('第十条之一');
    expect(loaded).toEqual([]);
  });

  test('takes in what changed, and drops what is gone', async () => {
    await open();
    loaded.length = 0;
    const [ordinance, draft, plan] = sample.documents;
    if (!ordinance || !draft || !plan) throw new Error('the sample has three documents');
    const shorter = { ...plan, law: { ...plan.law, units: plan.law.units.slice(0, 1) } };
    const reopened = await open([source(ordinance), source(draft), source(shorter, '2')]);
    expect(loaded).toEqual(['data-plan']);
    expect(reopened.corpus.document('data-plan')?.law.units).toHaveLength(1);
    expect(reopened.corpus.document('joint-decision')).toBeUndefined();
    expect(find(reopened, '风投')).toEqual([]);
    expect(find(reopened, '软件')).toEqual([]);
    expect(find(reopened, '数据中心')[0]).toBe('方案第1项');
  });

  test('says how far it is', async () => {
    const heard: string[] = [];
    await open(sources, (done, total) => heard.push(`${done} of ${total}`));
    expect(heard).toEqual(['0 of 4', '1 of 4', '2 of 4', '3 of 4', '4 of 4']);
  });

  test('names the sources that are no document, and loads them again only when they change', async () => {
    const refused = { name: 'notes.txt', fingerprint: '1', load: async () => fail('This is no text.') };
    const problems = [{ file: 'notes.txt', message: 'This is no text.' }];
    expect((await open([...sources, refused])).problems).toEqual(problems);
    const untouched = { ...refused, load: () => Promise.reject(new Error('loaded again')) };
    expect((await open([...sources, untouched])).problems).toEqual(problems);
  });

  test('keeps the first of two documents with one id', async () => {
    const [first] = sample.documents;
    if (!first) throw new Error('the sample has documents');
    const { problems, corpus } = await open([source(first), { ...source(first), name: 'copy.md' }]);
    expect(problems).toEqual([{ file: 'copy.md', message: 'ordinance has the id ordinance too.' }]);
    expect(corpus.documents).toHaveLength(1);
  });

  test('keeps all it had when a load fails', async () => {
    await open();
    const broken = { name: 'late.md', fingerprint: '1', load: () => Promise.reject(new Error('disk gone')) };
    await expect(open([source(sample.documents[0] ?? fallback(), '2'), broken])).rejects.toThrow('disk gone');
    expect(find(await open(), '软件')[0]).toBe('决定第一项');
  });

  test('gives an id to the next document that has it when the first is gone', async () => {
    const [first] = sample.documents;
    if (!first) throw new Error('the sample has documents');
    const copy = { ...source(first), name: 'copy.md' };
    await open([source(first), copy]);
    const { corpus, problems } = await open([copy]);
    expect({ ids: corpus.documents.map(({ info }) => info.id), problems }).toEqual({
      ids: ['ordinance'],
      problems: [],
    });
  });

  test('stays as it was to whoever has it open, whatever another takes in meanwhile', async () => {
    const before = await openFile(sources);
    const [ordinance] = sources;
    const after = await openFile(ordinance ? [ordinance] : []);
    expect(after.corpus.documents).toHaveLength(1);
    expect(find(after, '软件')).toEqual([]);
    expect(find(before, '软件')[0]).toBe('决定第一项');
    expect(before.corpus.document('data-plan')?.law).toEqual(sample.document('data-plan')?.law);
    for (const each of [before, after]) each.close();
  });

  test('is made anew for another version, and in place', async () => {
    await open();
    close();
    const other = new DatabaseSync(file());
    other.exec('PRAGMA user_version = 1; ALTER TABLE document DROP COLUMN keywords');
    other.close();
    expect(find(await open(), '绿卡')[0]).toBe('第十条之一');
  });

  test('leaves the database of something else alone', async () => {
    await mkdir(join(folder, 'deep'));
    const other = new DatabaseSync(file());
    other.exec('CREATE TABLE precious (thing TEXT)');
    expect(await openLibrary(file(), sources)).toMatchObject({ ok: false, error: { code: 'foreign' } });
    expect(other.prepare('SELECT * FROM precious').all()).toEqual([]);
    other.close();
  });

  test('tells why a file cannot be opened', async () => {
    await mkdir(file(), { recursive: true });
    expect(await openLibrary(file(), sources)).toMatchObject({ ok: false, error: { path: file() } });
  });

  test('is made anew where the file is damaged or of another kind', async () => {
    await open();
    close();
    await writeFile(file(), 'no database at all, but longer than a header '.repeat(30));
    expect(find(await open(), '绿卡')[0]).toBe('第十条之一');
  });
});

function fallback(): never {
  throw new Error('the sample has documents');
}

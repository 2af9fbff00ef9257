import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { prepareUnits } from '../src/corpus/search/prepare.ts';
import type { CorpusDocument } from '../src/corpus/types.ts';
import { fail, ok, type Result } from '../src/result.ts';
import { type Library, type OnProgress, openLibrary, type Source } from '../src/store/library.ts';
import type { StoreProblem } from '../src/store/problem.ts';
import { loadCorpus } from './index.ts';
import { loadFile, loadFolder } from './load.ts';

/**
 * The built-in documents and, after them, those of a team's own folder in the order of their names: its `.md` and `.txt` files,
 * and its subfolders that are laid out like the built-in ones. However many they are, they are read into the library `file` once,
 * which is brought up to date afterwards.
 *
 * An entry that is no legal text, or cannot be read (a broken link, no permission), is one of the library's problems, and the
 * rest is there. A missing `extraDir` throws.
 */
export async function openCorpus(options: {
  readonly extraDir: string;
  readonly file: string;
  readonly onProgress?: OnProgress;
}): Promise<Result<Library, StoreProblem>> {
  const builtIn = (await loadCorpus()).corpus.documents.map(sourceOf);
  // What the built-in texts become shows how texts are read; when that changes, every text is read anew.
  const reading = digest(builtIn.map(({ fingerprint }) => fingerprint));
  const extra = await listSources(options.extraDir, reading);
  return openLibrary(options.file, [...builtIn, ...extra], options.onProgress);
}

function sourceOf(document: CorpusDocument): Source {
  const { info, captions, law } = document;
  const read = [info, [...captions], law, prepareUnits(document)];
  return { name: info.id, fingerprint: digest(read), load: async () => ok(document) };
}

async function listSources(folder: string, reading: string): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const name of (await readdir(folder)).sort()) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    const state = await orUnreadable(() => readState(path));
    if (state.ok && state.value === null) continue;
    sources.push({
      name: path,
      fingerprint: digest([reading, state]),
      load: async () =>
        state.ok ? orUnreadable(() => (state.value?.isFolder ? loadFolder(path) : loadFile(path))) : state,
    });
  }
  return sources;
}

/** What tells one state of a text, or of a folder with one, from another; null for a file of another kind. */
async function readState(path: string): Promise<Result<{ isFolder: boolean; marks: unknown } | null, never>> {
  const about = await stat(path);
  if (!about.isDirectory())
    return ok(['.md', '.txt'].includes(extname(path)) ? { isFolder: false, marks: markOf(about) } : null);
  const names = (await readdir(path)).sort();
  const marks = names.map(async (name) => [
    name,
    await orUnreadable(async () => ok(markOf(await stat(join(path, name))))),
  ]);
  return ok({ isFolder: true, marks: await Promise.all(marks) });
}

/** `ctimeMs` changes with permissions too: what could not be read is tried again when it may be. */
const markOf = ({ size, mtimeMs, ctimeMs }: Stats): readonly number[] => [size, mtimeMs, ctimeMs];

async function orUnreadable<T>(read: () => Promise<Result<T, string>>): Promise<Result<T, string>> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return fail(`The file cannot be read: ${error.message}`);
  }
}

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url');

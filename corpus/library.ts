import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { prepareUnits } from '../src/corpus/search/prepare.ts';
import type { CorpusDocument } from '../src/corpus/types.ts';
import { ok } from '../src/result.ts';
import { type Library, openLibrary, type Source } from '../src/store/library.ts';
import { loadCorpus } from './index.ts';
import { loadFile, loadFolder } from './load.ts';

/**
 * The built-in documents and those of a team's own folder, however large, in a library file that is made once and brought
 * up to date afterwards. A missing `extraDir` throws, as in `loadCorpus`.
 */
export async function openCorpus(options: {
  readonly extraDir: string;
  readonly file: string;
  /** Documents taken in so far, of those that are new or changed. */
  readonly onProgress?: (done: number, total: number) => void;
}): Promise<Library> {
  const builtIn = (await loadCorpus()).corpus.documents.map(sourceOf);
  // What the built-in texts become shows how texts are read; when that changes, every text is read anew.
  const reading = digest(builtIn.map(({ fingerprint }) => fingerprint).join());
  const extra = await listSources(options.extraDir, reading);
  return openLibrary(options.file, [...builtIn, ...extra], options.onProgress);
}

function sourceOf(document: CorpusDocument): Source {
  const { info, captions, law } = document;
  const read = [info, [...captions], law, prepareUnits(document)];
  const fingerprint = digest(JSON.stringify(read));
  return { name: info.id, fingerprint, load: async () => ok(document) };
}

/** As `readExtraDocuments` would read them. */
async function listSources(folder: string, reading: string): Promise<readonly Source[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sources: Source[] = [];
  for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, name);
    const about = await stat(path);
    if (name.startsWith('.')) continue;
    if (about.isDirectory()) {
      const parts = await Promise.all((await readdir(path)).map(async (part) => stat(join(path, part))));
      const marks = parts.map(({ size, mtimeMs }) => `${size}:${mtimeMs}`);
      sources.push({
        name: path,
        fingerprint: digest([reading, ...marks].join()),
        load: () => loadFolder(path),
      });
    } else if (['.md', '.txt'].includes(extname(name)))
      sources.push({
        name: path,
        fingerprint: digest([reading, about.size, about.mtimeMs].join()),
        load: () => loadFile(path),
      });
  }
  return sources;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

import { join } from 'node:path';
import type { Corpus, CorpusDocument } from '../src/corpus/types.ts';
import { loadFolder, readExtraDocuments } from './load.ts';

/** The documents that come with Tiaoli, one folder each. The first is the one that bare references mean. */
const DOCUMENTS = [
  'ordinance', //
  'ordinance-draft',
  'zgc-plan',
  'jjj-decision',
];

/** A file of a team's own folder that could not be taken in. `message` is a sentence for people. */
export interface CorpusProblem {
  readonly file: string;
  readonly message: string;
}

/**
 * Loads the built-in documents and, after them, those of a team's own folder.
 *
 * A missing or damaged built-in document throws: the installation is broken; and so does an `extraDir` that is
 * not there. A file in `extraDir` that is no legal text comes back as a problem, and the rest is loaded.
 */
export async function loadCorpus(
  options: { readonly extraDir?: string } = {},
): Promise<{ readonly corpus: Corpus; readonly problems: readonly CorpusProblem[] }> {
  const documents = new Map<string, CorpusDocument>();
  for (const id of DOCUMENTS) {
    const loaded = await loadFolder(join(import.meta.dirname, id));
    if (!loaded.ok) throw new Error(`built-in document ${id}: ${loaded.error}`);
    documents.set(id, loaded.value);
  }
  const problems: CorpusProblem[] = [];
  if (options.extraDir !== undefined)
    for await (const { file, loaded } of readExtraDocuments(options.extraDir)) {
      if (!loaded.ok) problems.push({ file, message: loaded.error });
      else if (documents.has(loaded.value.info.id))
        problems.push({ file, message: `Another document has the id ${loaded.value.info.id}.` });
      else documents.set(loaded.value.info.id, loaded.value);
    }
  return { corpus: { documents: [...documents.values()], document: (id) => documents.get(id) }, problems };
}

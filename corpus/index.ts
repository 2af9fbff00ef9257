import { join } from 'node:path';
import type { Corpus, CorpusDocument } from '../src/corpus/types.ts';
import { loadFolder } from './load.ts';

/** The documents that come with Tiaoli, one folder each. The first is the one that bare references mean. */
const DOCUMENTS = [
  'ordinance', //
  'ordinance-draft',
  'zgc-plan',
  'jjj-decision',
];

/** Loads the built-in documents. A missing or damaged one throws: the installation is broken. */
export async function loadCorpus(): Promise<{ readonly corpus: Corpus }> {
  const documents = new Map<string, CorpusDocument>();
  for (const id of DOCUMENTS) {
    const loaded = await loadFolder(join(import.meta.dirname, id), { ours: true });
    if (!loaded.ok) throw new Error(`built-in document ${id}: ${loaded.error}`);
    documents.set(id, loaded.value);
  }
  return { corpus: { documents: [...documents.values()], document: (id) => documents.get(id) } };
}

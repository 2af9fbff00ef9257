import { dirname, join } from 'node:path';
import { loadCorpus } from '../corpus/index.ts';
import type { Translate } from './chat/catalogue/index.ts';
import { storeSentence } from './chat/views/store.ts';
import { type Config, defaults } from './config.ts';
import { prepareUnits } from './corpus/search/prepare.ts';
import { createSearch, type Search } from './corpus/search/search.ts';
import type { Corpus } from './corpus/types.ts';
import { isFolder } from './isFolder.ts';
import type { Progress } from './progress.ts';
import { fail, ok, type Result } from './result.ts';
import { databasePath } from './store/open.ts';
import { indexInMemory } from './store/searchIndex.ts';

/** All texts and the search over them. */
export interface Texts extends Disposable {
  readonly corpus: Corpus;
  /** Of the built-in texts: made ready when something is first searched for. */
  readonly search: Search;
  /** What of the team's own folder is no document. `message` is a sentence for people. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

/**
 * Opens the built-in documents and, where `CORPUS_DIR` names a folder, those in it, which are read into `library.db` beside the
 * database first. A bot and the terminal's verbs may have them open at the same time. A sentence for the operator where the
 * folder is not there, or the library cannot be written.
 */
export async function openTexts(
  { corpusDir, databaseUrl }: Pick<Config, 'corpusDir' | 'databaseUrl'>,
  t: Translate,
  onProgress: Progress,
): Promise<Result<Texts, string>> {
  if (corpusDir === null) return ok(textsOf((await loadCorpus()).corpus));
  if (!(await isFolder(corpusDir)))
    return fail(
      t('config.line', { name: 'CORPUS_DIR', problem: t('config.directory', { value: corpusDir }) }),
    );
  const { openCorpus } = await import('../corpus/library.ts');
  const library = await openCorpus({ extraDir: corpusDir, file: libraryFile(databaseUrl), onProgress });
  if (!library.ok) return fail(storeSentence(library.error, t, 'CORPUS_DIR'));
  const { corpus, index, problems, close } = library.value;
  return ok({ corpus, search: createSearch(corpus, index), problems, [Symbol.dispose]: close });
}

/** The built-in texts, few enough to be held in memory and indexed anew each time. */
function textsOf(corpus: Corpus): Texts {
  let search: Search | null = null;
  return {
    corpus,
    search: {
      search(query, options) {
        search ??= createSearch(corpus, indexInMemory(corpus.documents.flatMap(prepareUnits)));
        return search.search(query, options);
      },
    },
    problems: [],
    [Symbol.dispose]: () => undefined,
  };
}

/** Beside the database; where that is no file, in the folder where it would be by default. */
const libraryFile = (databaseUrl: string): string =>
  join(dirname(databasePath(databaseUrl) ?? databasePath(defaults.databaseUrl) ?? ''), 'library.db');

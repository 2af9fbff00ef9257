import type { StoreProblem } from '../../store/open.ts';
import type { Translate } from '../catalogue/index.ts';

/** What the operator is told of a database that cannot be opened or copied; `name` is the variable or verb that said so. */
export const storeSentence = (
  { code, path, detail }: StoreProblem,
  t: Translate,
  name: 'DATABASE_URL' | 'CORPUS_DIR' | 'backup' = 'DATABASE_URL',
): string => t('config.line', { name, problem: t.of(`store.${code}`, { path, detail }) });

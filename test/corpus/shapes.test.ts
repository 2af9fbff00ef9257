import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { loadFolder } from '../../corpus/load.ts';

const { corpus } = await loadCorpus();

test.each(corpus.documents.map((document) => [document.info.id, document] as const))(
  'the files of %s are as those of others must be, and say the same when they are checked',
  async (id, document) => {
    const checked = await loadFolder(join(import.meta.dirname, '../../corpus', id));
    expect(checked).toEqual({ ok: true, value: document });
  },
);

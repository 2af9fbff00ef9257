import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCorpus } from '../../corpus/library.ts';
import { createSearch } from '../../src/corpus/search/search.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-'));
  await mkdir(join(folder, 'texts', 'parks'), { recursive: true });
  await write('rules.md', '# 样例市养蜂办法\n\n第一条 养蜂人应当登记。\n\n第二条 本办法自公布之日起施行。\n');
  await write('parks/text.txt', '样例市公园规定\n第一条 公园免费开放。\n');
  await write('parks/document.json', '{ "id": "park-rules", "status": "in-force" }');
});
afterAll(() => rm(folder, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(folder, 'texts', name), text);

/** Opens the folder, looks for `query` in it, closes. */
async function openAndFind(query: string) {
  const heard: number[] = [];
  const library = await openCorpus({
    extraDir: join(folder, 'texts'),
    file: join(folder, 'library.db'),
    onProgress: (_, total) => heard.push(total),
  });
  try {
    const found = createSearch(library.corpus, library.index).search(query, { limit: 3 });
    const labels = found.ok ? found.value.hits.map(({ label }) => label) : [];
    return { labels, ids: library.corpus.documents.map(({ info }) => info.id), taken: heard.at(-1) ?? 0 };
  } finally {
    library.close();
  }
}

describe("a team's folder", () => {
  test('is taken in beside the built-in documents, which come first', async () => {
    const { labels, ids, taken } = await openAndFind('养蜂');
    expect(labels[0]).toBe('《样例市养蜂办法》第一条');
    expect(ids).toEqual(['ordinance', 'ordinance-draft', 'zgc-plan', 'jjj-decision', 'park-rules', 'rules']);
    expect(taken).toBe(6);
  });

  test('is not read again', async () => {
    expect(await openAndFind('公园免费')).toMatchObject({ labels: ['《样例市公园规定》第一条'], taken: 0 });
  });

  test('is read again where a text changed', async () => {
    await write('rules.md', '# 样例市养蚕办法\n\n第一条 养蚕人应当登记。\n');
    await utimes(join(folder, 'texts', 'rules.md'), 1_700_000_000, 1_700_000_000);
    expect(await openAndFind('养蚕')).toMatchObject({ labels: ['《样例市养蚕办法》第一条'], taken: 1 });
    expect((await openAndFind('养蜂')).labels).toEqual([]);
  });
});

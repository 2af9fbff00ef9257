import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCorpus } from '../../corpus/library.ts';
import { createSearch } from '../../src/corpus/search/search.ts';
import type { Library } from '../../src/store/library.ts';

const text = '某市公园条例\n\n第一条 为了保护公园，制定本条例。\n\n第二条 本条例自公布之日起施行。\n';

let folder = '';
const opened: Library[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-'));
  await mkdir(texts());
});
afterEach(async () => {
  for (const library of opened.splice(0)) library.close();
  await rm(folder, { recursive: true });
});

const texts = (...names: readonly string[]): string => join(folder, 'texts', ...names);
const write = (name: string, content: string | Uint8Array) => writeFile(texts(name), content);

/** Opens the folder; `taken` texts were read for it. */
async function open() {
  let taken = 0;
  const library = await openCorpus({
    extraDir: texts(),
    file: join(folder, 'library.db'),
    onProgress: (_, total) => {
      taken = total;
    },
  });
  if (!library.ok) throw new Error(library.error.code);
  opened.push(library.value);
  const { corpus, index, problems } = library.value;
  const find = (query: string) => {
    const found = createSearch(corpus, index).search(query, { limit: 3 });
    return found.ok ? found.value.hits.map(({ label }) => label) : [];
  };
  return { corpus, find, problems, taken, own: corpus.documents.slice(4).map(({ info }) => info.id) };
}

describe("a team's own folder", () => {
  test('needs no more than a text: its id is the name of the file, its title stands in it', async () => {
    await write('公园 条例（2024）.txt', text);
    await write('notes.pdf', 'not looked at');
    const { corpus, problems } = await open();
    expect(problems).toEqual([]);
    expect(corpus.documents).toHaveLength(5);
    const own = corpus.document('公园-条例-2024');
    expect(own?.info).toEqual({
      id: '公园-条例-2024',
      title: '某市公园条例',
      aliases: [],
      issuer: null,
      status: 'unknown',
      dates: {},
      source: '公园 条例（2024）.txt',
      script: 'simplified',
    });
    expect(own?.law.units).toHaveLength(2);
  });

  test('may say more of a text in document.json and captions.json', async () => {
    await mkdir(texts('parks'));
    await write('parks/text.md', text);
    await write('parks/document.json', '{"aliases":["公园条例"],"status":"in-force"}');
    await write('parks/captions.json', '{"1":"目的"}');
    const own = (await open()).corpus.document('parks');
    expect(own?.info).toMatchObject({ title: '某市公园条例', aliases: ['公园条例'], status: 'in-force' });
    expect(own?.captions).toEqual(new Map([['1', '目的']]));
  });

  test('reads GB18030, and tells Traditional script', async () => {
    const gbk = Uint8Array.of(0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x20, 0xb9, 0xab, 0xd4, 0xb0, 0xa1, 0xa3);
    await write('gbk.txt', gbk);
    await write('trad.txt', '第一條 公園應當開放。\n\n第二條 本條例自公佈之日起施行。');
    const { corpus } = await open();
    expect(corpus.document('gbk')?.law.units[0]?.paragraphs).toEqual(['公园。']);
    expect(corpus.document('trad')?.info.script).toBe('traditional');
  });

  test('gives what cannot be taken in as a problem that names the file, and the rest is there', async () => {
    await write('good.txt', text);
    await write('ordinance.txt', text);
    await write('empty.txt', '');
    await write('binary.txt', Uint8Array.of(1, 0, 2, 0));
    await write('english.txt', 'An Act to make provision about parks.');
    await write('line.txt', '公'.repeat(600_000));
    await write('huge.txt', text);
    await truncate(texts('huge.txt'), 100_000_000);
    await mkdir(texts('wrong'));
    await write('wrong/text.md', text);
    await write('wrong/document.json', '{"status":"law"}');
    await mkdir(texts('without'));
    await symlink(texts('nowhere'), texts('broken.txt'));
    const { own, problems } = await open();
    expect(own).toEqual(['good']);
    expect(problems.map(({ file }) => file)).toEqual(
      [
        'binary.txt',
        'broken.txt',
        'empty.txt',
        'english.txt',
        'huge.txt',
        'line.txt',
        'ordinance.txt',
        'without',
        'wrong',
      ].map((name) => texts(name)),
    );
    for (const { message } of problems) expect(message).toMatch(/^\S.{10,}/s);
  });

  test('stands behind the built-in documents and is searched with them', async () => {
    await write(
      'bees.md',
      '# 样例市养蜂办法\n\n第一条 养蜂人应当登记。\n\n第二条 本办法自公布之日起施行。\n',
    );
    const { corpus, find, taken } = await open();
    expect(corpus.documents.map(({ info }) => info.id)).toEqual([
      ...['ordinance', 'ordinance-draft', 'zgc-plan', 'jjj-decision'],
      'bees',
    ]);
    expect(find('养蜂')[0]).toBe('《样例市养蜂办法》第一条');
    expect(taken).toBe(5);
  });

  test('is not read again while it stays as it is, problems included', async () => {
    await write('good.txt', text);
    await write('empty.txt', '');
    const first = await open();
    expect(await open()).toMatchObject({ taken: 0, own: ['good'], problems: first.problems });
  });

  test('is read again where a text changed', async () => {
    await write('rules.md', '# 样例市养蜂办法\n\n第一条 养蜂人应当登记。\n');
    await open();
    await write('rules.md', '# 样例市养蚕办法\n\n第一条 养蚕人应当登记。\n');
    await utimes(texts('rules.md'), 1_700_000_000, 1_700_000_000);
    const { find, taken } = await open();
    expect(taken).toBe(1);
    expect(find('养蚕')).toEqual(['《样例市养蚕办法》第一条']);
    expect(find('养蜂')).toEqual([]);
  });

  test.each([
    [
      'a broken link is mended',
      async () => symlink(texts('later.pdf'), texts('link.txt')),
      () => write('later.pdf', text),
    ],
    ['an empty text is written', () => write('link.txt', ''), () => write('link.txt', text)],
    [
      'a text that another stood in the way of is alone',
      async () => {
        await mkdir(texts('a'));
        await write('a/text.md', text);
        await write('a/document.json', '{"id":"link"}');
        await write('link.txt', text);
      },
      () => rm(texts('a'), { recursive: true }),
    ],
    [
      'a folder gets its text',
      async () => {
        await mkdir(texts('link'));
        await symlink(texts('nowhere'), texts('link', 'broken'));
      },
      () => write('link/text.md', text),
    ],
  ])('is taken in once %s', async (_, before, after) => {
    await before();
    expect((await open()).problems).toHaveLength(1);
    await after();
    expect(await open()).toMatchObject({ own: ['link'], problems: [] });
  });

  test('follows a text that is renamed', async () => {
    await write('old.txt', text);
    await open();
    await rename(texts('old.txt'), texts('new.txt'));
    expect((await open()).own).toEqual(['new']);
  });

  test('is read by one of several processes that open it at once, and the others wait for that', async () => {
    for (const name of 'abcdef') await write(`${name}.txt`, text);
    const program = join(import.meta.dirname, 'openProcess.ts');
    const file = join(folder, 'library.db');
    const outputs = await Promise.all(
      Array.from({ length: 3 }, () => promisify(execFile)(process.execPath, [program, texts(), file])),
    );
    const said = outputs.map(({ stdout }) => JSON.parse(stdout));
    expect(said.map(({ documents }) => documents)).toEqual([10, 10, 10]);
    expect(said.map(({ taken }) => taken).sort()).toEqual([0, 0, 10]);
  });
});

import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';

const text = '某市公园条例\n\n第一条 为了保护公园，制定本条例。\n\n第二条 本条例自公布之日起施行。\n';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the documents that come with Tiaoli', () => {
  test('are four, the ordinance first, with what is known of each', async () => {
    const { corpus, problems } = await loadCorpus();
    expect(problems).toEqual([]);
    expect(corpus.documents.map(({ info: { id, status, script } }) => [id, status, script])).toEqual([
      ['ordinance', 'in-force', 'simplified'],
      ['ordinance-draft', 'draft', 'simplified'],
      ['zgc-plan', 'plan', 'simplified'],
      ['jjj-decision', 'in-force', 'traditional'],
    ]);
    expect(corpus.document('ordinance')?.captions.get('75')).toBeTruthy();
    expect(corpus.document('ordinance-draft')?.info.draftOf).toBe('ordinance');
    expect(corpus.document('nothing')).toBeUndefined();
  });

  test('lend the decision, whose text has no title, the title that is known', async () => {
    const decision = (await loadCorpus()).corpus.document('jjj-decision');
    expect(decision?.law.title).toBe('北京市人民代表大会常务委员会关于推进京津冀协同创新共同体建设的决定');
    expect(decision?.law.kind).toBe('decision');
  });
});

describe("a team's own folder", () => {
  test('needs no more than a text: its id is the name of the file, its title stands in it', async () => {
    await writeFile(join(folder, '公园 条例（2024）.txt'), text);
    await writeFile(join(folder, 'notes.pdf'), 'not looked at');
    const { corpus, problems } = await loadCorpus({ extraDir: folder });
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
    await mkdir(join(folder, 'parks'));
    await writeFile(join(folder, 'parks', 'text.md'), text);
    await writeFile(join(folder, 'parks', 'document.json'), '{"aliases":["公园条例"],"status":"in-force"}');
    await writeFile(join(folder, 'parks', 'captions.json'), '{"1":"目的"}');
    const own = (await loadCorpus({ extraDir: folder })).corpus.document('parks');
    expect(own?.info).toMatchObject({ title: '某市公园条例', aliases: ['公园条例'], status: 'in-force' });
    expect(own?.captions).toEqual(new Map([['1', '目的']]));
  });

  test('reads GB18030, and tells Traditional script', async () => {
    const gbk = Uint8Array.of(0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x20, 0xb9, 0xab, 0xd4, 0xb0, 0xa1, 0xa3);
    await writeFile(join(folder, 'gbk.txt'), gbk);
    await writeFile(join(folder, 'trad.txt'), '第一條 公園應當開放。\n\n第二條 本條例自公佈之日起施行。');
    const { corpus } = await loadCorpus({ extraDir: folder });
    expect(corpus.document('gbk')?.law.units[0]?.paragraphs).toEqual(['公园。']);
    expect(corpus.document('trad')?.info.script).toBe('traditional');
  });

  test('gives what cannot be taken in as a problem that names the file, and the rest is there', async () => {
    await writeFile(join(folder, 'good.txt'), text);
    await writeFile(join(folder, 'ordinance.txt'), text);
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(join(folder, 'binary.txt'), Uint8Array.of(1, 0, 2, 0));
    await writeFile(join(folder, 'english.txt'), 'An Act to make provision about parks.');
    await writeFile(join(folder, 'line.txt'), '公'.repeat(600_000));
    await writeFile(join(folder, 'huge.txt'), text);
    await truncate(join(folder, 'huge.txt'), 100_000_000);
    await mkdir(join(folder, 'wrong'));
    await writeFile(join(folder, 'wrong', 'text.md'), text);
    await writeFile(join(folder, 'wrong', 'document.json'), '{"status":"law"}');
    await mkdir(join(folder, 'without'));
    await symlink(join(folder, 'nowhere'), join(folder, 'broken.txt'));
    const { corpus, problems } = await loadCorpus({ extraDir: folder });
    expect(corpus.documents.map(({ info }) => info.id).slice(4)).toEqual(['good']);
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
      ].map((name) => join(folder, name)),
    );
    for (const { message } of problems) expect(message).toMatch(/^\S.{10,}/s);
  });
});

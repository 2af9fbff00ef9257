import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const data = mkdtempSync(join(tmpdir(), 'tiaoli-cli-'));
afterAll(() => rmSync(data, { recursive: true }));

/** The command line as `npm run -s tiaoli -- …` runs it, in a folder of its own. */
function tiaoli(
  args: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number; out: string; errors: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'src/cli.ts'), ...args],
      { cwd: data, env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', ...environment }, maxBuffer: 1e8 },
      (error, out, errors) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, errors }),
    );
    child.stdin?.end(input);
  });
}

const json = async (args: readonly string[], input?: string) => {
  const { out, errors } = await tiaoli([...args, '--json'], input);
  expect(errors).toBe('');
  return JSON.parse(out);
};

describe('the command line', () => {
  it('parses a file, field for field as the contract has it', async () => {
    const law = await json(['parse', join(root, 'corpus/ordinance/text.md')]);
    expect(Object.keys(law)).toEqual(
      expect.arrayContaining(['title', 'dates', 'kind', 'preamble', 'outline', 'units', 'warnings']),
    );
    expect(law.units).toHaveLength(76);
    expect(law.units[22]).toMatchObject({
      kind: 'article',
      label: '第二十三条',
      number: '23',
      path: ['第三章 创新主体与创新活动'],
    });
    expect(law.outline[2]).toMatchObject({ level: 'chapter', label: '第三章', title: '创新主体与创新活动' });
  });

  it('parses standard input', async () => {
    const law = await json(
      ['parse', '-'],
      '某市办法\n\n第一条 为了规范管理，制定本办法。\n\n第二条 本办法自公布之日起施行。\n',
    );
    expect(law.units.map(({ number }: { number: string }) => number)).toEqual(['1', '2']);
  });

  it('refuses what is no legal text, by name and in a sentence', async () => {
    writeFileSync(join(data, 'picture.bin'), Buffer.from([0, 1, 2, 255, 0, 9]));
    const { code, out, errors } = await tiaoli(['parse', 'picture.bin', '--json']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toContain('picture.bin');
  });

  it('shows a passage, with its address and status', async () => {
    expect(await json(['article', '第二十三条第二款'])).toMatchObject({
      ...{ address: 'ordinance:23.2', document: 'ordinance', label: '第二十三条第二款', status: 'in-force' },
      paragraphs: [expect.stringContaining('科技领军企业')],
    });
  });

  it('fails helpfully for a reference that names nothing', async () => {
    const { code, out, errors } = await tiaoli(['article', '99', '--json']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toContain('第七十六条');
  });

  it('searches, best first', async () => {
    const { hits, ms } = await json(['search', '概念验证', '--limit', '3', '--doc', '条例']);
    expect(hits.length).toBeLessThanOrEqual(3);
    expect(hits[0]).toMatchObject({
      document: 'ordinance',
      address: expect.stringMatching(/^ordinance:\d+$/),
    });
    expect(hits[0].snippet).toContain('概念验证');
    expect(ms).toBeGreaterThanOrEqual(0);
  });

  it('compares, earlier edition first', async () => {
    const { pairs } = await json(['compare', '23']);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ draft: ['31'], final: ['23'], kind: 'changed' });
    expect(pairs[0].similarity).toBeGreaterThan(0.3);
    expect(pairs[0].redline[0]).toEqual({ op: '=', text: '本市强化企业科技创新主体地位，' });
    const all = await json(['compare']);
    expect(all.pairs).toHaveLength(81);
    expect((await tiaoli(['compare', '方案20'])).code).toBe(1);
  });

  it('sums up, each point with its address', async () => {
    const { address, points, ratio } = await json(['summary', '第四章']);
    expect(address).toBe('ordinance:38..47');
    expect(points[0]).toMatchObject({ source: 'ordinance:38.1', strength: '应当' });
    expect(ratio).toBeLessThan(0.5);
  });

  it('searches within a chapter and a status', async () => {
    const { hits } = await json([
      'search',
      '人才',
      '--doc',
      '草案',
      '--chapter',
      '第三章',
      '--status',
      'draft',
    ]);
    expect(hits.length).toBeGreaterThan(0);
    for (const { address } of hits) expect(address).toMatch(/^ordinance-draft:/);
    const { code, errors } = await tiaoli(['search', '人才', '--chapter', '第九章']);
    expect(code).toBe(1);
    expect(errors).toContain('第一章');
  });

  it("answers from a team's own folder like from the built-in documents, and names what it cannot read", async () => {
    mkdirSync(join(data, 'own'));
    writeFileSync(join(data, 'own', 'bees.txt'), '样例市养蜂办法\n\n第一条 养蜂人应当登记蜂箱。\n');
    writeFileSync(join(data, 'own', 'empty.md'), '');
    const own = (args: readonly string[]) => tiaoli([...args, '--json'], '', { CORPUS_DIR: 'own' });
    const searched = await own(['search', '蜂箱']);
    expect(JSON.parse(searched.out).hits[0]).toMatchObject({ address: 'bees:1', document: 'bees' });
    expect(searched.errors).toContain('empty.md');
    const shown = await own(['article', 'bees:1']);
    expect(JSON.parse(shown.out)).toMatchObject({ paragraphs: ['养蜂人应当登记蜂箱。'], status: 'unknown' });
    const missing = await tiaoli(['article', '1'], '', { CORPUS_DIR: 'nowhere' });
    expect(missing).toMatchObject({ code: 1, out: '', errors: expect.stringContaining('CORPUS_DIR') });
  });

  it('links each line of input, in order', async () => {
    const lines = [
      {
        id: 'a',
        title: '北京市概念验证平台建设管理办法',
        source: '北京市科学技术委员会',
        date: '2026-11-01',
      },
      { id: 'b', title: '关于召开机关党建工作会议的通知' },
    ];
    const { code, out } = await tiaoli(['link', '-'], lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(code).toBe(0);
    const [a, b] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(a).toMatchObject({ id: 'a', relevant: true, kind: 'measure', cites: [] });
    expect(a.articles[0]).toMatchObject({
      number: expect.any(Number),
      link: 'implements',
      why: expect.stringContaining('概念验证'),
    });
    expect(b).toMatchObject({ id: 'b', relevant: false, articles: [] });
  });

  it('names the line that is no entry', async () => {
    const { code, errors } = await tiaoli(['link', '-'], '{"id":"a","title":"x"}\n{"id":1}\n');
    expect(code).toBe(1);
    expect(errors).toContain('line 2');
  });

  it('checks a saved page of a known source', async () => {
    const page = join(root, 'test/fixtures/feeds/kw_zcwj.html');
    const visit = await json(['feed', 'check', '--file', page, '--url', 'kw_zcwj']);
    expect(visit.status).toBe('ok');
    expect(visit.entries[0]).toMatchObject({
      title: expect.any(String),
      date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  it('reads a saved page by selectors', async () => {
    writeFileSync(
      join(data, 'page.html'),
      '<html><ul><li class="n"><b>2026-11-02</b><a href="./a.html" title="全名">短</a></li></ul></html>',
    );
    const selectors = JSON.stringify({ item: 'li.n', title: 'a@title', link: 'a@href', date: 'b' });
    const visit = await json([
      'feed',
      'check',
      '--file',
      'page.html',
      '--url',
      'https://site.example/list/',
      '--selectors',
      selectors,
    ]);
    expect(visit.entries).toMatchObject([
      { title: '全名', url: 'https://site.example/list/a.html', date: '2026-11-02' },
    ]);
  });

  it('says what is wrong with a definition of the team’s own', async () => {
    mkdirSync(join(data, 'faulty'));
    const own = {
      id: 'own',
      url: 'https://a.example/',
      reader: { kind: 'rss' },
      headers: { 'x-from': '市科委' },
    };
    writeFileSync(join(data, 'faulty/own.json'), JSON.stringify(own));
    const { code, errors } = await tiaoli(['feed', 'check', 'own', '--json'], '', { FEEDS_DIR: 'faulty' });
    expect(code).toBe(1);
    expect(errors).toMatch(/own\.json.*headers\.x-from/);
  });

  it('refuses an address that is not visited, with its cause', async () => {
    const { code, out } = await tiaoli(['feed', 'check', 'http://169.254.169.254/latest/', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ status: 'refused', cause: 'private-address' });
  });

  it.each<[string, string, RegExp, object]>([
    ['whose site is not watched', 'https://a.example/x.html', /a\.example/, { stage: 'unwatched' }],
    ['that is no address', '条例', /https:\/\//, { stage: 'not-url' }],
    [
      'whose site is watched',
      'https://kw.beijing.gov.cn/zwgk/none.html',
      /never read[\s\S]*not read yet/,
      { stage: 'unread', sources: expect.arrayContaining([expect.objectContaining({ id: 'kw_zcwj' })]) },
    ],
  ])('says of a page %s that it was never read, and what said no', async (_, url, said, no) => {
    const [words, document] = await Promise.all([tiaoli(['why', url]), tiaoli(['why', url, '--json'])]);
    expect(words).toMatchObject({ code: 1, out: '', errors: expect.stringMatching(said) });
    expect(document).toMatchObject({ code: 1, errors: '' });
    expect(JSON.parse(document.out)).toMatchObject({ way: [], ...no });
  });

  it('says who must do what, by any name for who', async () => {
    const { duties } = await json(['duties', '审计局']);
    expect(duties).toEqual([
      {
        body: '审计机关',
        modal: '应当',
        action: '对市财政性资金设立的科技项目，创新经费管理和审计监督方式，避免重复性检查和评估',
        address: 'ordinance:50.3',
      },
    ]);
    const all = await json(['duties']);
    expect(all.bodies[0]).toEqual({ body: '本市', duties: 72, joins: 0 });
    expect(all.duties).toContainEqual(
      expect.objectContaining({ body: '市教育部门', role: 'joins', address: 'ordinance:61.1' }),
    );
    expect(all.duties).toContainEqual(
      expect.objectContaining({ body: '本市', stated: false, address: 'ordinance:12.2' }),
    );
    expect(await tiaoli(['duties', '火星科技局'])).toMatchObject({ code: 1, out: '' });
  });

  it('relates passages of other documents', async () => {
    const { address, related } = await json(['related', '第七十三条']);
    expect(address).toBe('ordinance:73');
    expect(related).toContainEqual(
      expect.objectContaining({
        address: 'zgc-plan:17',
        document: 'zgc-plan',
        shared: expect.arrayContaining(['高品质人才社区']),
      }),
    );
    expect(await tiaoli(['related', '第九十九条'])).toMatchObject({ code: 1, out: '' });
  });

  it('copies the database, and overwrites nothing', async () => {
    expect((await tiaoli(['backup', 'copy.db'])).code).toBe(0);
    const again = await tiaoli(['backup', 'copy.db']);
    expect(again.code).toBe(1);
    expect(again.errors).toContain('not overwritten');
  });

  it.each([
    [['bogus'], 'no verb'],
    [['parse'], 'missing'],
    [['search', 'x', '--limit', 'many'], '--limit'],
    [['search', 'x', '--status', 'law'], 'in-force'],
    [['article', '1', '--bogus'], '--bogus'],
    [['parse', 'a', 'b'], 'unexpected'],
    [['feed', 'check'], 'missing'],
    [[], 'Usage'],
  ])('%j is bad usage: 2, with what is wrong', async (args, words) => {
    const { code, errors } = await tiaoli(args);
    expect(code).toBe(2);
    expect(errors).toContain(words);
  });
});

describe('a configuration', () => {
  const own = { DATABASE_URL: `file:${join(data, 'configured.db')}` };
  const file = join(data, 'guilds.yaml');
  const written = `tiaoli: 1
guilds:
  '900000000000000001':
    tiaoli: 1
    topics: [{name: 算力, any: [算力, 智能计算]}]
    feeds: [{url: 'https://www.bjhd.gov.cn/list.html', name: 海淀, authority: 海淀区人民政府}]
    subscriptions: [{channel: '900000000000000002', topics: [算力], mode: daily}]
`;

  it('is put in from a file, previewed first if wished, and taken out as it was', async () => {
    writeFileSync(file, written);
    const preview = await tiaoli(['import', file, '--mode', 'preview'], '', own);
    expect(preview).toMatchObject({ code: 0, errors: '' });
    expect(preview.out).toContain('3 changes would be made');
    expect(JSON.parse((await tiaoli(['export', '--json'], '', own)).out)).toEqual({ tiaoli: 1, guilds: {} });

    const made = await tiaoli(['import', file], '', own);
    expect(made).toMatchObject({ code: 0, errors: '' });
    const exported = (await tiaoli(['export'], '', own)).out;
    expect(exported).toContain("channel: '900000000000000002'");
    writeFileSync(file, exported);
    expect((await tiaoli(['import', file, '--mode', 'replace'], '', own)).out).toContain('0 changes made');

    const opml = (await tiaoli(['export', '--format', 'opml'], '', own)).out;
    expect(opml).toContain('https://www.bjhd.gov.cn/list.html');
  });

  it('is refused whole where anything is wrong, with where', async () => {
    writeFileSync(file, written.replace('topics: [算力]', 'topics: [没有]'));
    const refused = await tiaoli(['import', file], '', own);
    expect(refused.code).toBe(1);
    expect(refused.errors).toContain('900000000000000001 subscriptions.0.topics: there is no topic “没有”');
    expect((await tiaoli(['import', file, '--mode', 'all'], '', own)).code).toBe(2);
    expect((await tiaoli(['import', file, '--guild', 'mine'], '', own)).code).toBe(2);
    expect((await tiaoli(['export', '--format', 'xml'], '', own)).code).toBe(2);
  });
});

describe('the ledger', () => {
  it('is empty, and says so, before anything was read', async () => {
    expect(await json(['measures'])).toEqual({ measures: [] });
    expect((await tiaoli(['measures', '34', '--format', 'csv'])).out).toContain('title,kind,issuer');
    expect((await tiaoli(['measures', '99'])).code).toBe(1);
    expect((await tiaoli(['measures', '--format', 'xml'])).code).toBe(2);
    const { totals } = await json(['coverage']);
    expect(totals).toMatchObject({ articles: 76, followUps: 0 });
  });
});

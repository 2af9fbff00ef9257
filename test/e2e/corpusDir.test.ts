import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folder, startTiaoli, type Tiaoli, textOf } from './tiaoli.ts';

const data = folder();
const texts = join(data, 'texts');
const start = () =>
  startTiaoli({ CORPUS_DIR: texts, DATABASE_URL: `file:${join(data, 'deep', 'tiaoli.db')}` });

let tiaoli: Tiaoli;
beforeAll(async () => {
  mkdirSync(join(texts, 'parks'), { recursive: true });
  writeFileSync(
    join(texts, '养蜂办法.txt'),
    '样例市养蜂管理办法\n\n第一章 总则\n\n第一条 为了规范养蜂活动，制定本办法。\n\n第二章 登记\n\n第二条 养蜂人应当向市园林绿化部门登记蜂箱。\n\n登记不收取费用。\n\n第三条 转场放蜂应当避让居民区。\n',
  );
  writeFileSync(
    join(texts, 'parks', 'text.md'),
    '# 样例市公园规定\n\n第一条 公园免费开放。\n\n第二条 公园内蜂箱应当设置警示标志。\n\n第三条 本规定自2025年1月1日起施行。\n',
  );
  writeFileSync(
    join(texts, 'parks', 'document.json'),
    '{"aliases":["公园规定"],"status":"in-force","dates":{"effective":"2025-01-01"}}',
  );
  writeFileSync(join(texts, 'broken.txt'), Uint8Array.of(1, 0, 2, 0));
  tiaoli = await start();
});
afterAll(async () => {
  await tiaoli[Symbol.asyncDispose]();
  rmSync(data, { recursive: true });
});

const ask = async (command: string, options: Record<string, string>): Promise<string> => {
  const { people, cast } = tiaoli.sandbox;
  const asked = { user: cast.users.member.id, channel: cast.channels.general.id, locale: 'zh-CN' as const };
  return textOf((await people.invoke({ ...asked, command, options })).message);
};

async function answersFromOwnTexts(): Promise<void> {
  const article = await ask('article', { ref: '公园规定第二条' });
  expect(article).toContain('> 公园内蜂箱应当设置警示标志。');
  expect(article).toContain('现行有效，自 2025-01-01 起施行');
  expect(article).toContain('`parks:2`');
  const paragraph = await ask('article', { ref: '样例市养蜂管理办法第二条第二款' });
  expect(paragraph).toContain('> 登记不收取费用。');
  expect(paragraph).toContain('效力状态未登记');

  const found = await ask('search', { query: '蜂箱登记' });
  expect(found).toContain('《样例市养蜂管理办法》第二条');
  expect(found).toContain('公园规定第二条');
  const within = await ask('search', { query: '蜂箱', document: '公园规定' });
  expect(within).toContain('公园规定第二条');
  expect(within).not.toContain('养蜂管理办法');

  const outline = await ask('outline', { document: '养蜂办法' });
  expect(outline).toContain('第二章 登记');
  expect(outline).toContain('第二条–第三条');

  expect(await ask('article', { ref: '75' })).toContain('制定具体政策措施');
}

describe("a team's own folder", () => {
  it('is answered from like the built-in documents', async () => {
    expect(tiaoli.textsRead).toBe(7);
    await answersFromOwnTexts();
  });

  it('has its broken file named in the log, which stops nothing', () => {
    expect(tiaoli.complaints).toEqual([expect.stringContaining(join(texts, 'broken.txt'))]);
  });

  it('is not read again at the next start, and answers as before', async () => {
    await tiaoli[Symbol.asyncDispose]();
    tiaoli = await start();
    expect(tiaoli.textsRead).toBe(0);
    await answersFromOwnTexts();
    expect(tiaoli.complaints).toEqual([expect.stringContaining('broken.txt')]);
  });
});

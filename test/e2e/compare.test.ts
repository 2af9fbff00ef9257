import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { component, startTiaoli, type Tiaoli, textOf } from './tiaoli.ts';

let tiaoli: Tiaoli;
beforeAll(async () => {
  tiaoli = await startTiaoli();
});
afterAll(async () => {
  await tiaoli[Symbol.asyncDispose]();
});

const who = (locale: 'zh-CN' | 'zh-TW' | 'en-US' = 'zh-CN') => {
  const { cast } = tiaoli.sandbox;
  return { user: cast.users.member.id, channel: cast.channels.general.id, locale };
};
const ask = async (
  command: string,
  options: Record<string, string | boolean>,
  locale?: 'zh-CN' | 'zh-TW' | 'en-US',
) => (await tiaoli.sandbox.people.invoke({ ...who(locale), command, options })).message;
const press = async (message: Awaited<ReturnType<typeof ask>>, label: string | RegExp) =>
  (
    await tiaoli.sandbox.people.press({
      ...who(),
      message: message?.id ?? '',
      customId: component(message ?? null, label),
    })
  ).message;

describe('/compare', () => {
  it('gives an overview with counts, the new Article 75, and a jump to every pair', async () => {
    const overview = await ask('compare', {});
    const text = textOf(overview);
    expect(text).toContain('原样保留 0 · 有改动 56 · 合并 10 · 拆分 2 · 新增 5 · 删去 8');
    expect(text).toMatch(/\*\*新增\*\*（5）[^*]*第七十五条/);
    expect(text).toContain('征求意见稿，不是法律');
    expect(text).toContain('不是官方对照表');
    const chosen = await tiaoli.sandbox.people.select({
      ...who(),
      message: overview?.id ?? '',
      customId: component(overview ?? null, /看一条的改动… 第一条–/),
      values: ['ordinance:22'],
    });
    expect(textOf(chosen.message)).toContain('### 草案第二十七条、草案第三十八条 → 第二十二条');
  });

  it('shows a pair paragraph by paragraph, readable without colour', async () => {
    const text = textOf(await ask('compare', { ref: '23' }));
    expect(text).toContain('**草案第三十一条第三款 → 第二十三条第四款** 有改动');
    expect(text).toContain('> 市国有资产监督管理部门__**应当**__健全鼓励国有企业研发的考核制度__**，探索');
    expect(text).toMatch(/民营~~科技~~企业/);
    expect(text).toContain('另：草案第三十九条第二款的内容移到了第二十三条第二款。');
  });

  it('finds the same pair from the draft, and goes on to its neighbours and back', async () => {
    const pair = await ask('compare', { ref: '草案31' });
    expect(textOf(pair)).toContain('### 草案第三十一条 → 第二十三条');
    expect(textOf(await press(pair, /第二十四条 ▶/))).toContain('### （无） → 第二十四条');
    expect(textOf(await press(pair, '总览'))).toContain('有改动 56');
  });

  it('does not call dropped what went into another article', async () => {
    const text = textOf(await ask('compare', { ref: '草案39' }));
    expect(text).toContain('**草案第三十九条第一款** 移到第十九条第二款');
    expect(text).not.toContain('删去\n');
  });

  it('tells the changes in words for those who listen to it', async () => {
    const pair = await ask('compare', { ref: '44', text: true });
    expect(textOf(pair)).toContain('人财物〔“自主”改为“支配”〕权和技术路线决定权');
    expect(textOf(pair)).not.toMatch(/~~|__/);
    expect(textOf(await press(pair, '带标记'))).toContain('~~自主~~__**支配**__');
  });

  it('says so where there is nothing to compare with, and compares what is named', async () => {
    expect(textOf(await ask('compare', { ref: '方案20' }))).toContain('没有另一个版本可以对照');
    expect(textOf(await ask('compare', { ref: '决定', with: '条例' }))).toContain('建设条例》：现行有效');
    expect(textOf(await ask('compare', { ref: '第八十条' }))).toContain('没有“第八十条”');
    expect(textOf(await ask('compare', { ref: '第四章' }, 'zh-TW'))).toContain('有改動');
  });
});

describe('/summary', () => {
  it('gives the points of an article with their places, marked as derived', async () => {
    const text = textOf(await ask('summary', { ref: '23' }));
    expect(text).toContain('• **第二十三条第四款** 市国有资产监督管理部门__应当__健全');
    expect(text).toContain('`ordinance:23.4`');
    expect(text).toContain('有省略');
    expect(text).toContain('以原文为准');
  });

  it('quotes a short article, and says so', async () => {
    const text = textOf(await ask('summary', { ref: '76' }));
    expect(text).toContain('本条例自2024年3月1日起施行。');
    expect(text).toContain('照录原文');
  });

  it('sums up a chapter, the ordinance by itself, and a plan, each with its rule', async () => {
    expect(textOf(await ask('summary', { ref: '第四章' }))).toMatch(
      /第四章 创新人才 · 摘要[\s\S]*再按约束强弱和篇幅选出/,
    );
    const ordinance = await ask('summary', {});
    expect(textOf(ordinance)).toMatch(/第一条第一款\*\* 为了.*\n.*第七十六条/);
    expect(textOf(await press(ordinance, '目录'))).toContain('第一章');
    expect(textOf(await ask('summary', { ref: '方案' }))).toContain('到 2027 年');
  });

  it('never lets the summary of a draft pass for law', async () => {
    expect(textOf(await ask('summary', { ref: '草案31' }))).toContain('征求意见稿，不是法律');
  });
});

it('complains of nothing', () => {
  expect(tiaoli.complaints).toEqual([]);
});

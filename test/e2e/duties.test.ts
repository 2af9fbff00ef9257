import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { component, startTiaoli, type Tiaoli, textOf } from './tiaoli.ts';

let tiaoli: Tiaoli;
beforeAll(async () => {
  tiaoli = await startTiaoli();
});
afterAll(async () => {
  await tiaoli[Symbol.asyncDispose]();
});

const who = (locale: 'zh-CN' | 'en-US' = 'zh-CN') => {
  const { cast } = tiaoli.sandbox;
  return { user: cast.users.member.id, channel: cast.channels.general.id, locale };
};
const ask = async (command: string, options: Record<string, string | boolean>, locale?: 'zh-CN' | 'en-US') =>
  (await tiaoli.sandbox.people.invoke({ ...who(locale), command, options })).message;

describe('the duties of a body', () => {
  it('are listed with their strength and place, under the name the law has for it', async () => {
    const text = textOf(await ask('duties', { body: '审计局' }));
    expect(text).toContain('审计机关 · 1 项');
    expect(text).toContain('“审计局”在法规里写作“审计机关”');
    expect(text).toContain('现行正式名称：北京市审计局');
    expect(text).toContain('**第五十条第三款**〔应当〕对市财政性资金设立的科技项目，创新经费管理');
    expect(text).toContain('现行有效');
  });

  it('turn their pages', async () => {
    const first = await ask('duties', { body: '市科委' });
    expect(textOf(first)).toContain('第 1/3 页');
    expect(textOf(first)).toContain(
      '《北京市人民代表大会常务委员会关于推进京津冀协同创新共同体建设的决定》1 项',
    );
    const next = await tiaoli.sandbox.people.press({
      ...who(),
      message: first?.id ?? '',
      customId: component(first ?? null, '下一页 ▶'),
    });
    expect(textOf(next.message)).toContain('第 2/3 页');
  });

  it('mark what the text says to nobody, and what a body is only called in for', async () => {
    expect(textOf(await ask('duties', { body: '本市' }))).toContain('（条文未写明主体）');
    expect(textOf(await ask('duties', { body: '市教委' }))).toContain('（受邀会同）');
  });

  it('are counted for every body when none is named', async () => {
    const text = textOf(await ask('duties', {}));
    expect(text).toContain('**市科学技术部门** 27 项');
    expect(text).toContain('没有写明主体的规定：第二条、第三条');
  });

  it('say so where a body has none, and where nobody has that name', async () => {
    expect(textOf(await ask('duties', { body: '药监局' }))).toContain('没有直接写给“药监局”的规定');
    const unknown = await tiaoli.sandbox.people.invoke({
      ...who(),
      command: 'duties',
      options: { body: '火星科技局', share: true },
    });
    expect(unknown.ephemeral).toBe(true);
    expect(textOf(unknown.message)).toContain('不认识“火星科技局”');
  });

  it('are suggested by short names while typed', async () => {
    const choices = await tiaoli.sandbox.people.autocomplete({
      ...who(),
      command: 'duties',
      options: { body: '经信' },
      focused: 'body',
    });
    expect(choices?.map(({ value }) => value)).toContain('市经济和信息化部门');
  });
});

describe('related passages', () => {
  it('are shown by document, with the words in common in bold in their own text', async () => {
    const text = textOf(await ask('related', { ref: '73' }));
    expect(text).toContain('与第七十三条讲同一件事的');
    expect(text).toContain('《中关村世界领先科技园区建设方案（2024—2027年）》');
    expect(text).toContain('**方案第17项** 共同的词：高品质人才社区');
    expect(text).toMatch(/> .*\*\*高品质人才社区\*\*/);
  });

  it('are told in the language of the asker, a wrong reference in private', async () => {
    expect(textOf(await ask('related', { ref: '76' }, 'en-US'))).toContain(
      'On the same subject as 第七十六条',
    );
    const wrong = await tiaoli.sandbox.people.invoke({
      ...who(),
      command: 'related',
      options: { ref: '99', share: true },
    });
    expect(wrong.ephemeral).toBe(true);
  });
});

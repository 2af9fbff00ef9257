import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { component, startTiaoli, type Tiaoli, textOf } from './tiaoli.ts';

let tiaoli: Tiaoli;
beforeAll(async () => {
  tiaoli = await startTiaoli();
});
afterAll(async () => {
  await tiaoli[Symbol.asyncDispose]();
});

const ask = (
  command: string,
  options: Record<string, string | boolean> = {},
  who: 'member' | 'moderator' = 'member',
) => {
  const { people, cast } = tiaoli.sandbox;
  return people.invoke({
    user: cast.users[who].id,
    channel: cast.channels.general.id,
    locale: 'zh-CN',
    command,
    options,
  });
};

describe('/article', () => {
  it('answers privately with the words of the law, its chapter, status and address', async () => {
    const { message, ephemeral } = await ask('article', { ref: '第七十五条' });
    expect(ephemeral).toBe(true);
    const text = textOf(message);
    expect(text).toContain('第七十五条');
    expect(text).toContain('> 市、区人民政府和有关部门应当根据本条例的规定，制定具体政策措施。');
    expect(text).toContain('第七章 附则');
    expect(text).toContain('现行有效，自 2024-03-01 起施行');
    expect(text).toContain('`ordinance:75`');
  });

  it('is shown to everyone when it is shared', async () => {
    const { ephemeral } = await ask('article', { ref: '75', share: true });
    expect(ephemeral).toBe(false);
  });

  it('shows a single paragraph, and its whole article at a press', async () => {
    const { people, cast } = tiaoli.sandbox;
    const shown = await ask('article', { ref: '72.2' });
    expect(textOf(shown.message)).toContain('本市探索海外高层次人才职称直接认定制度');
    expect(textOf(shown.message)).not.toContain('积分评估');
    const whole = await people.press({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN',
      message: shown.message?.id ?? '',
      customId: component(shown.message, '看整条'),
    });
    expect(whole.state).toBe('updated');
    expect(textOf(shown.message)).toContain('积分评估');
  });

  it('goes on to the next article in the same message', async () => {
    const { people, cast } = tiaoli.sandbox;
    const shown = await ask('article', { ref: '75' });
    const next = await people.press({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN',
      message: shown.message?.id ?? '',
      customId: component(shown.message, /第七十六条/),
    });
    expect(next.state).toBe('updated');
    expect(textOf(shown.message)).toContain('本条例自2024年3月1日起施行');
  });

  it('never lets a draft pass for law', async () => {
    expect(textOf((await ask('article', { ref: '草案第三十一条' })).message)).toContain(
      '征求意见稿，不是法律',
    );
  });

  it('leaves Traditional law text in its own characters', async () => {
    expect(textOf((await ask('article', { ref: '决定 七' })).message)).toMatch(/京津冀.*創新/s);
  });

  it('tells the asker, privately, when the reference names nothing, with what comes closest', async () => {
    const { message, ephemeral } = await ask('article', { ref: '第八十条', share: true });
    expect(ephemeral).toBe(true);
    expect(textOf(message)).toContain('没有“第八十条”');
    expect(textOf(message)).toContain('第七十六条');
  });

  it.each([
    ['', '请写出条号'],
    ['随便什么', '看不懂'],
    ['字'.repeat(6000), '6000'],
    ['第二十三条第九款', '没有'],
  ])('explains itself when asked for %.10s', async (ref, expected) => {
    const { people, cast } = tiaoli.sandbox;
    const { message, ephemeral } = await people.invoke({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN',
      command: 'article',
      options: { ref },
      forged: true,
    });
    expect(ephemeral).toBe(true);
    expect(textOf(message)).toContain(expected);
  });

  it('suggests articles with their captions while one types', async () => {
    const { people, cast } = tiaoli.sandbox;
    const choices = await people.autocomplete({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN',
      command: 'article',
      options: { ref: '7' },
      focused: 'ref',
    });
    expect(choices?.length).toBeGreaterThan(3);
    expect(choices?.map(({ name }) => name).join('\n')).toMatch(/第七十五条 \S+/);
  });
});

describe('/search', () => {
  it('ranks, marks what it found in bold, and says the status of each hit', async () => {
    const text = textOf((await ask('search', { query: '概念验证' })).message);
    expect(text).toContain('**概念验证**');
    expect(text).not.toMatch(/\S {2,}/);
    expect(text).toContain('现行有效');
  });

  it('finds Simplified law by Traditional and regional words', async () => {
    expect(textOf((await ask('search', { query: '永久居留積分評估' })).message)).toContain('第七十二条');
  });

  it('turns pages in place, and back', async () => {
    const { people, cast } = tiaoli.sandbox;
    const shown = await ask('search', { query: '人才' });
    const first = textOf(shown.message);
    expect(first).toMatch(/第 1\/\d+ 页/);
    const turn = (label: RegExp) =>
      people.press({
        user: cast.users.member.id,
        channel: cast.channels.general.id,
        locale: 'zh-CN',
        message: shown.message?.id ?? '',
        customId: component(shown.message, label),
      });
    await turn(/下一页/);
    expect(textOf(shown.message)).toMatch(/第 2\/\d+ 页/);
    expect(textOf(shown.message)).not.toBe(first);
    await turn(/上一页/);
    expect(textOf(shown.message)).toBe(first);
  });

  it('keeps to a document, a chapter and a status, on every page, and says so', async () => {
    const { people, cast } = tiaoli.sandbox;
    const filters = { document: '条例', chapter: '第三章', status: 'in-force' };
    const shown = await ask('search', { query: '创新', ...filters });
    const scope = '范围：北京国际科技创新中心建设条例 · 第三章 · 现行有效';
    expect(textOf(shown.message)).toContain(scope);
    const next = component(shown.message, /下一页/);
    expect(next).toBe('search|page|创新|ordinance|1|第三章|in-force');
    await people.press({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN',
      message: shown.message?.id ?? '',
      customId: next,
    });
    expect(textOf(shown.message)).toContain(scope);
    expect(textOf(shown.message)).toMatch(/第 2\/\d+ 页/);
    expect(textOf(shown.message)).not.toContain('征求意见稿');
  });

  it.each([
    ['第九章', '里没有“第九章”。它的章节：第一章、第二章'],
    ['章'.repeat(900), '它的章节'],
  ])('names the chapters there are when asked for %.5s', async (chapter, expected) => {
    expect(textOf((await ask('search', { query: '人才', chapter })).message)).toContain(expected);
  });

  it('refuses a status that is none, which only a forged button can name', async () => {
    const { people, cast } = tiaoli.sandbox;
    const shown = await ask('search', { query: '人才' });
    const { message } = await people.press({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN',
      message: shown.message?.id ?? '',
      customId: 'search|page|人才||0||law',
      forged: true,
    });
    expect(textOf(message)).toContain('没有“law”这种效力');
  });

  it.each([
    ['9999', '999999999999'],
    ['-3', '0'],
    ['x', '0'],
    ['9'.repeat(40), '9999'],
  ])('answers page %s as page %s, which is there', async (asked, same) => {
    const { people, cast } = tiaoli.sandbox;
    const shown = await ask('search', { query: '人才' });
    const page = async (number: string) => {
      const { message } = await people.press({
        user: cast.users.member.id,
        channel: cast.channels.general.id,
        locale: 'zh-CN',
        message: shown.message?.id ?? '',
        customId: `search|page|人才||${number}`,
        forged: true,
      });
      return textOf(message);
    };
    const text = await page(asked);
    expect(text).toMatch(asked.startsWith('9') ? /第 (\d+)\/\1 页/ : /第 1\/\d+ 页/);
    expect(text).toBe(await page(same));
  });

  it('suggests the headings of the document that is chosen', async () => {
    const { people, cast } = tiaoli.sandbox;
    const headings = async (options: Record<string, string>) =>
      (
        await people.autocomplete({
          user: cast.users.member.id,
          channel: cast.channels.general.id,
          locale: 'zh-CN',
          command: 'search',
          options: { query: '人才', ...options },
          focused: 'chapter',
        })
      )?.map(({ name, value }) => `${name} → ${value}`);
    expect(await headings({ chapter: '创新主体' })).toEqual(['第三章 创新主体与创新活动 → 第三章']);
    expect((await headings({ document: 'zgc-plan', chapter: '' }))?.length).toBeGreaterThan(2);
  });

  it('opens a hit from the menu', async () => {
    const { people, cast } = tiaoli.sandbox;
    const shown = await ask('search', { query: '概念验证' });
    await people.select({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN',
      message: shown.message?.id ?? '',
      customId: component(shown.message, '打开一条…'),
      values: ['ordinance:39'],
      forged: true,
    });
    expect(textOf(shown.message)).toContain('ordinance:39');
  });

  it.each([
    [' ', '请写出要找的词语'],
    ['字'.repeat(6000), '6000'],
    ['龘靐齉', '没有找到'],
  ])('answers %.6s with what to do', async (query, expected) => {
    expect(textOf((await ask('search', { query })).message)).toContain(expected);
  });
});

describe('a search too long for its buttons', () => {
  it('is kept, so that its pages turn all the same', async () => {
    const { people, cast } = tiaoli.sandbox;
    const query =
      '科技 创新 人才 企业 研发 资金 平台 服务 国际 合作 知识产权 成果 转化 机构 高校 院所 中关村 京津冀 金融';
    expect(query.length).toBeGreaterThan(50);
    const shown = await ask('search', {
      query,
      document: 'ordinance',
      chapter: '第三章',
      status: 'in-force',
    });
    const turned = await people.press({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN',
      message: shown.message?.id ?? '',
      customId: component(shown.message, /下一页/),
    });
    expect(turned.state).toBe('updated');
    expect(textOf(shown.message)).toMatch(/第 2\/\d+ 页/);
  });

  it('says so once it is no longer kept', async () => {
    const { people, cast } = tiaoli.sandbox;
    const shown = await ask('search', { query: '人才' });
    const gone = await people.press({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN',
      message: shown.message?.id ?? '',
      customId: 'search|kept|nothing|1',
      forged: true,
    });
    expect(textOf(gone.followUps[0] ?? gone.message)).toContain('请重新搜索');
  });
});

describe('/outline', () => {
  it('lists the chapters, and the articles of one with their captions', async () => {
    const { people, cast } = tiaoli.sandbox;
    const shown = await ask('outline');
    expect(textOf(shown.message)).toContain('第三章 创新主体与创新活动');
    await people.select({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN',
      message: shown.message?.id ?? '',
      customId: component(shown.message, '看其中一章…'),
      values: ['6'],
    });
    expect(textOf(shown.message)).toContain('第七十五条');
    expect(textOf(shown.message)).toContain('非官方文字');
  });

  it.each(['草案', '方案', '决定', 'ordinance'])('knows the document %s', async (document) => {
    const { message } = await ask('outline', { document });
    expect(textOf(message)).toContain('《');
  });
});

describe('every command', () => {
  it('speaks the language of the asker, and leaves law text in its own', async () => {
    const { people, cast } = tiaoli.sandbox;
    const { message } = await people.invoke({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'en-US',
      command: 'article',
      options: { ref: '75' },
    });
    expect(textOf(message)).toContain('in force since 2024-03-01');
    expect(textOf(message)).toContain('市、区人民政府和有关部门应当');
  });

  it('is listed in /help, with its documents and their status', async () => {
    const text = textOf((await ask('help')).message);
    for (const command of tiaoli.sandbox.world.commands.offeredIn(tiaoli.sandbox.cast.guilds.home.id))
      expect(text).toContain(
        `\`${command.type === 1 ? '/' : ''}${command.name_localizations?.['zh-CN'] ?? command.name}`,
      );
    expect(text).toContain('征求意见稿，不是法律');
  });

  it.each(
    (['zh-CN', 'zh-TW', 'en-US'] as const).flatMap((locale) =>
      (['member', 'moderator'] as const).map((who) => [locale, who] as const),
    ),
  )('is in /help in %s, for a %s, by the name and with the words of that language', async (locale, who) => {
    const { people, cast, world } = tiaoli.sandbox;
    const { message, ephemeral } = await people.invoke({
      user: cast.users[who].id,
      channel: cast.channels.general.id,
      locale,
      command: 'help',
    });
    expect(ephemeral).toBe(true);
    const text = textOf(message);
    for (const command of world.commands.offeredIn(cast.guilds.home.id)) {
      const slash = command.type === 1 ? '/' : '';
      expect(text).toContain(`\`${slash}${command.name_localizations?.[locale] ?? command.name}`);
      // A command of subcommands is told by each of them.
      const described = [command, ...(command.options ?? [])].filter(({ description }) => description !== '');
      expect(
        described.some((one) => text.includes(one.description_localizations?.[locale] ?? one.description)),
      ).toBe(command.type === 1);
    }
  });

  it('made no request the stand-in does not know, and nothing to complain of', () => {
    expect(tiaoli.sandbox.rest.unknownRoutes).toEqual([]);
    expect(tiaoli.complaints).toEqual([]);
  });
});

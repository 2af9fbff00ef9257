import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicMessages, startTiaoli, type Tiaoli, textOf, until } from './tiaoli.ts';

let tiaoli: Tiaoli;
beforeEach(async () => {
  tiaoli = await startTiaoli();
});
afterEach(async () => {
  await tiaoli[Symbol.asyncDispose]();
});

const ask = async (who: 'member' | 'moderator', command: string, options: Record<string, string> = {}) => {
  const { people, cast } = tiaoli.sandbox;
  const { message, ephemeral } = await people.invoke({
    user: cast.users[who].id,
    channel: cast.channels.general.id,
    locale: 'zh-CN',
    command,
    options,
    forged: true,
  });
  return { text: textOf(message), ephemeral };
};

const measure = {
  title: '关于印发《北京市概念验证平台建设管理办法》的通知',
  date: new Date().toISOString().slice(0, 10),
  path: '/zcwj/t20261101_1.html',
};

describe('/why', () => {
  it('tells the whole way of an entry: where it was read, what decided, the articles, where it was sent', async () => {
    await ask('moderator', 'subscribe');
    await tiaoli.bot.look();
    tiaoli.site.publish(measure);
    await tiaoli.bot.look();
    const { general } = tiaoli.sandbox.cast.channels;
    await until(tiaoli.sandbox, () => publicMessages(tiaoli.sandbox, general.id).length === 1);
    await tiaoli.bot.look();
    const url = `${tiaoli.site.origin}${measure.path}?utm_source=wechat`;
    const { text, ephemeral } = await ask('member', 'why', { url });
    expect(ephemeral).toBe(true);
    expect(text).toContain('概念验证平台');
    expect(text).toContain('读自“政策文件”');
    expect(text).toContain('新文件，涉及第');
    expect(text).toMatch(/落实\*\*第\S+条/);
    expect(text).toContain(`<#${general.id}>：已于`);
    expect(text).toContain('上次读时列表上有它的栏目：政策文件');
  });

  it('tells the first stage that said no', async () => {
    await tiaoli.bot.look();
    tiaoli.site.publish({ ...measure, title: '关于召开2026年度机关党建工作会议的通知' });
    await tiaoli.bot.look();
    const why = async (url: string) => (await ask('member', 'why', { url })).text;
    expect(await why(`${tiaoli.site.origin}${measure.path}`)).toContain('与条例无关');
    expect(await why(`${tiaoli.site.origin}/old/2.html`)).toContain('第一次读这个栏目时它已经在那里');
    expect(await why(`${tiaoli.site.origin}/elsewhere.html`)).toMatch(/没有读到过.*政策文件.*正常/s);
    expect(await why('https://www.example.org/a.html')).toContain(
      'www.example.org 上没有所留意的栏目。版主可以用',
    );
    expect(await why('条例')).toContain('不是完整的网址。请从浏览器');
  });
});

describe('/feed', () => {
  it('is for moderators', async () => {
    for (const command of ['feed status', 'feed check'])
      expect((await ask('member', command, { source: 'site' })).text).toContain('管理服务器');
    const { people, cast } = tiaoli.sandbox;
    const suggested = await people.autocomplete({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      command: 'feed check',
      options: { source: '' },
      focused: 'source',
      forged: true,
    });
    expect(suggested).toEqual([]);
  });

  it('status says that all is well, and of one source all that is known', async () => {
    expect((await ask('moderator', 'feed status')).text).toContain('还没读过 1');
    await tiaoli.bot.look();
    const { text } = await ask('moderator', 'feed status');
    expect(text).toContain('共 1 个：正常 1');
    expect(text).toContain('所有栏目都正常');
    const one = (await ask('moderator', 'feed status', { source: 'site' })).text;
    expect(one).toMatch(/上次读到：\S+ \S+，页上 2 条/);
    expect(one).toMatch(/从 .* 到 .* 没有遗漏/);
    expect((await ask('moderator', 'feed status', { source: 'nowhere' })).text).toContain(
      '没有栏目“nowhere”',
    );
  });

  it('status names a source that fails, and why', async () => {
    await tiaoli.site[Symbol.asyncDispose]();
    await tiaoli.bot.look();
    const { text } = await ask('moderator', 'feed status');
    expect(text).toContain('读不到 1');
    expect(text).toContain('**政策文件**');
    expect(text).toContain('连续 1 次读不到：服务器拒绝连接');
  });

  it('check shows what would be read, and keeps nothing of it', async () => {
    tiaoli.site.publish(measure);
    const { text } = await ask('moderator', 'feed check', { source: 'site' });
    expect(text).toContain('读到 3 条');
    expect(text).toContain('概念验证平台');
    expect((await ask('member', 'latest')).text).not.toContain('概念验证平台');
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data/', '内部网络的地址'],
    ['ftp://www.beijing.gov.cn/', '只访问 http 和 https'],
    ['https://www.beijing.gov.cn:8080/', '只访问 80 和 443'],
    ['那个栏目', '不是完整的网址'],
  ])('check of %s says why it is refused', async (source, reason) => {
    const { text } = await ask('moderator', 'feed check', { source });
    expect(text).toContain('不会去读');
    expect(text).toContain(reason);
    // Nothing but what was asked for is in English.
    expect(text.replace(source, '').replace('http 和 https', '')).not.toMatch(/[a-z]/i);
  });

  it('is listed by its subcommands in /help', async () => {
    const { text } = await ask('member', 'help');
    expect(text).toContain('/栏目 状况');
    expect(text).toContain('/栏目 试读');
  });

  it('suggests the watched sources while one types', async () => {
    const { people, cast } = tiaoli.sandbox;
    const choices = await people.autocomplete({
      user: cast.users.moderator.id,
      channel: cast.channels.general.id,
      command: 'feed check',
      options: { source: '政策' },
      focused: 'source',
    });
    expect(choices?.map(({ value }) => value)).toEqual(['site']);
  });
});

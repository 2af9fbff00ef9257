import { ChannelType, type LocaleString, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { component, publicMessages, startTiaoli, type Tiaoli, textOf, until } from './tiaoli.ts';

let tiaoli: Tiaoli;
beforeEach(async () => {
  tiaoli = await startTiaoli();
});
afterEach(async () => {
  await tiaoli[Symbol.asyncDispose]();
});

const measure = {
  title: '关于印发《北京市概念验证平台建设管理办法》的通知',
  date: new Date().toISOString().slice(0, 10),
  path: '/zcwj/t20261101_1.html',
};

const invoke = (
  who: 'member' | 'moderator',
  command: string,
  options: Record<string, string | boolean> = {},
  { channel = tiaoli.sandbox.cast.channels.general, locale = 'zh-CN' as LocaleString } = {},
) => {
  const { people, cast } = tiaoli.sandbox;
  return people.invoke({ user: cast.users[who].id, channel: channel.id, locale, command, options });
};

const posts = () => publicMessages(tiaoli.sandbox, tiaoli.sandbox.cast.channels.general.id);
const posted = (count: number) => until(tiaoli.sandbox, () => posts().length >= count);

describe('a subscribed channel', () => {
  it('is told of a new measure exactly once, with its articles, the reason and the official page', async () => {
    expect(textOf((await invoke('moderator', 'subscribe')).message)).toContain('已订阅');
    await tiaoli.bot.look();
    expect(posts()).toEqual([]);

    tiaoli.site.publish(measure);
    await tiaoli.bot.look();
    await posted(1);
    await tiaoli.bot.look();
    await tiaoli.bot.look();

    expect(posts()).toHaveLength(1);
    const [alert] = posts();
    const text = textOf(alert);
    expect(text).toContain('新的配套文件');
    expect(text).toContain('北京市概念验证平台建设管理办法');
    expect(text).toMatch(/落实\*\*第\S+条\*\*（\S+）\d+% — 依据：/);
    expect(JSON.stringify(alert?.components)).toContain(`${tiaoli.site.origin}${measure.path}`);
    expect(tiaoli.site.answers).toContain(304);
  });

  it('can ask why', async () => {
    await invoke('moderator', 'subscribe');
    await tiaoli.bot.look();
    tiaoli.site.publish(measure);
    await tiaoli.bot.look();
    await posted(1);
    const [alert] = posts();
    const { people, cast } = tiaoli.sandbox;
    const why = await people.press({
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN',
      message: alert?.id ?? '',
      customId: component(alert ?? null, '为何收到'),
    });
    expect(why.ephemeral).toBe(true);
    expect(textOf(why.message)).toContain('读自“政策文件”');
    expect(posts()).toHaveLength(1);
  });

  it('hears nothing of what was there at first sight, nor of what has nothing to do with the ordinance', async () => {
    await invoke('moderator', 'subscribe');
    tiaoli.site.publish(measure);
    await tiaoli.bot.look();
    tiaoli.site.publish({
      title: '关于召开2026年度机关党建工作会议的通知',
      date: measure.date,
      path: '/x.html',
    });
    await tiaoli.bot.look();
    expect(posts()).toEqual([]);
    expect(textOf((await invoke('member', 'latest')).message)).toContain('概念验证平台');
  });

  it('sees the last page of the list where a press asks for one beyond', async () => {
    const { people, cast } = tiaoli.sandbox;
    await tiaoli.bot.look();
    tiaoli.site.publish(measure);
    await tiaoli.bot.look();
    const { message } = await invoke('member', 'latest');
    const first = textOf(message);
    expect(first).toContain('概念验证平台');
    for (const page of ['99999', '-1', '9'.repeat(60)]) {
      const turned = await people.press({
        user: cast.users.member.id,
        channel: cast.channels.general.id,
        locale: 'zh-CN',
        message: message?.id ?? '',
        customId: `latest|page|${page}|`,
        forged: true,
      });
      expect(turned.state).toBe('updated');
      expect(textOf(turned.message)).toBe(first);
    }
  });

  it('hears only of the articles it follows', async () => {
    await invoke('moderator', 'subscribe', { articles: '76' });
    await tiaoli.bot.look();
    tiaoli.site.publish(measure);
    await tiaoli.bot.look();
    expect(posts()).toEqual([]);
  });

  it('is not told twice when it is subscribed twice', async () => {
    await invoke('moderator', 'subscribe');
    expect(textOf((await invoke('moderator', 'subscribe')).message)).toContain('已经订阅');
    await invoke('moderator', 'subscribe', { articles: '1-76' });
    await tiaoli.bot.look();
    tiaoli.site.publish(measure);
    await tiaoli.bot.look();
    await posted(1);
    await tiaoli.bot.look();
    expect(posts()).toHaveLength(1);
  });

  it('hears no more once it is unsubscribed', async () => {
    await invoke('moderator', 'subscribe');
    const { people, cast } = tiaoli.sandbox;
    const choices = await people.autocomplete({
      user: cast.users.moderator.id,
      channel: cast.channels.general.id,
      command: 'unsubscribe',
      options: { subscription: '' },
      focused: 'subscription',
    });
    const { message } = await invoke('moderator', 'unsubscribe', {
      subscription: String(choices?.[0]?.value),
    });
    expect(textOf(message)).toContain('已停止');
    await tiaoli.bot.look();
    tiaoli.site.publish(measure);
    await tiaoli.bot.look();
    expect(posts()).toEqual([]);
    expect(textOf((await invoke('member', 'subscriptions')).message)).toContain('还没有订阅');
  });

  it('is told in the language of who subscribed it last', async () => {
    const { general } = tiaoli.sandbox.cast.channels;
    const again = async (locale: LocaleString) =>
      textOf((await invoke('moderator', 'subscribe', {}, { channel: general, locale })).message);
    expect(await again('zh-CN')).toContain('已订阅');
    expect(await again('zh-CN')).toContain('已经订阅');
    expect(await again('en-US')).toContain('from now on its alerts are in English');
    expect(await again('en-US')).toContain('is already subscribed to every follow-up; nothing is told twice');
    expect(await again('zh-TW')).toContain('提醒改用繁體中文');
    await tiaoli.bot.look();
    tiaoli.site.publish(measure);
    await tiaoli.bot.look();
    await posted(1);
    expect(textOf(posts()[0])).toContain('條文關聯由本機器人推斷');
  });

  it('can subscribe again after it was unsubscribed', async () => {
    await invoke('moderator', 'subscribe');
    const { people, cast } = tiaoli.sandbox;
    const choices = await people.autocomplete({
      user: cast.users.moderator.id,
      channel: cast.channels.general.id,
      command: 'unsubscribe',
      options: { subscription: '' },
      focused: 'subscription',
    });
    await invoke('moderator', 'unsubscribe', { subscription: String(choices?.[0]?.value) });
    expect(textOf((await invoke('moderator', 'subscribe')).message)).toContain('已订阅');
  });
});

describe('a thread', () => {
  const openThread = () => {
    const { world, cast } = tiaoli.sandbox;
    return world.addChannel({
      name: '概念验证',
      type: ChannelType.PublicThread,
      guildId: cast.guilds.home.id,
      parentId: cast.channels.forum.id,
      thread: {
        ownerId: cast.users.moderator.id,
        archived: false,
        locked: false,
        autoArchiveMinutes: 1440,
        createdAt: new Date().toISOString(),
        archivedAt: new Date().toISOString(),
        messageCount: 0,
        members: new Set(),
        appliedTags: [],
      },
    });
  };

  it('is subscribed where it is asked for, and told', async () => {
    const thread = openThread();
    const { message } = await invoke('moderator', 'subscribe', {}, { channel: thread });
    expect(textOf(message)).toContain(`已订阅：<#${thread.id}>`);
    await tiaoli.bot.look();
    tiaoli.site.publish(measure);
    await tiaoli.bot.look();
    await until(tiaoli.sandbox, () => publicMessages(tiaoli.sandbox, thread.id).length === 1);
    expect(textOf(publicMessages(tiaoli.sandbox, thread.id)[0])).toContain('概念验证平台');
    expect(posts()).toEqual([]);
  });

  it('needs the right to write in threads, not that to write in the channel above it', async () => {
    const thread = openThread();
    const { world, cast } = tiaoli.sandbox;
    const subscribe = async () =>
      textOf((await invoke('moderator', 'subscribe', {}, { channel: thread })).message);
    world.overwrite(cast.channels.forum, cast.roles.bot.id, 0n, PermissionFlagsBits.SendMessagesInThreads);
    expect(await subscribe()).toContain('还缺少权限：在子区内发送消息。');
    world.overwrite(cast.channels.forum, cast.roles.bot.id, 0n, PermissionFlagsBits.SendMessages);
    expect(await subscribe()).toContain('已订阅');
  });

  it.each([
    [400, 50008],
    [403, 160005],
  ])('that Discord closes (%i, %i) is shown in the list, and its alert kept', async (status, code) => {
    const thread = openThread();
    await invoke('moderator', 'subscribe', {}, { channel: thread });
    await tiaoli.bot.look();
    const { faults } = tiaoli.sandbox.rest;
    const fault = faults.add({
      method: 'POST',
      path: `^/channels/${thread.id}/messages`,
      when: 'before',
      action: { kind: 'status', status, code },
    });
    tiaoli.site.publish(measure);
    await tiaoli.bot.look();
    await until(tiaoli.sandbox, () => fault.hits === 1);
    // What was met is written down after the answer came: asked until it is, or the test's time is up.
    const list = async () => textOf((await invoke('member', 'subscriptions')).message);
    while (!(await list()).includes('目前送不到'));
    expect(fault.hits).toBe(1);
  });
});

describe('rights', () => {
  it('let only moderators subscribe a channel, and tell a member what they can do instead', async () => {
    const { message, ephemeral } = await invoke('member', 'subscribe');
    expect(ephemeral).toBe(true);
    expect(textOf(message)).toContain('管理服务器');
  });

  it('let a member follow in a direct message', async () => {
    expect(textOf((await invoke('member', 'subscribe', { me: true })).message)).toContain('私信');
    await tiaoli.bot.look();
    tiaoli.site.publish(measure);
    await tiaoli.bot.look();
    const { world, cast } = tiaoli.sandbox;
    const direct = world.dmWith(cast.users.member.id);
    await until(tiaoli.sandbox, () => publicMessages(tiaoli.sandbox, direct.id).length === 1);
    expect(textOf(publicMessages(tiaoli.sandbox, direct.id)[0])).toContain('概念验证平台');
  });

  it('name what is missing in the asker’s language', async () => {
    const { general, readOnly } = tiaoli.sandbox.cast.channels;
    const refusal = async (locale: LocaleString) =>
      textOf(
        (await invoke('moderator', 'subscribe', { channel: readOnly.id }, { channel: general, locale }))
          .message,
      );
    expect(await refusal('zh-TW')).toContain('還缺少權限：傳送訊息。');
    expect(await refusal('en-US')).toContain('I still lack: Send Messages.');
  });

  it.each([
    ['readOnly', '还缺少权限：发送消息。'],
    ['hidden', '还缺少权限：查看频道。'],
  ] as const)(
    'refuse the %s channel before anything is saved, naming what is missing',
    async (name, sentence) => {
      const { cast } = tiaoli.sandbox;
      const { message } = await invoke('moderator', 'subscribe', { channel: cast.channels[name].id });
      expect(textOf(message)).toContain(sentence);
      expect(textOf((await invoke('moderator', 'subscriptions')).message)).toContain('还没有订阅');
    },
  );
});

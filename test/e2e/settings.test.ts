import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from './ask.ts';
import { startTiaoli, type Tiaoli, textOf } from './tiaoli.ts';

let tiaoli: Tiaoli;
let moderator: ReturnType<typeof person>;
beforeAll(async () => {
  tiaoli = await startTiaoli();
  moderator = person(tiaoli, 'moderator');
});
afterAll(async () => {
  await tiaoli[Symbol.asyncDispose]();
});

const text = async (exchange: ReturnType<typeof moderator.gives>) => textOf((await exchange).message);

/** The file of an answer, as Discord would hand it on. */
async function fileOf({ message }: Awaited<ReturnType<typeof moderator.gives>>): Promise<string> {
  const url = message?.attachments[0]?.url ?? '';
  return (await fetch(url)).text();
}

describe('/settings', () => {
  it('is for moderators, also where a client was made to send it', async () => {
    const { people, cast } = tiaoli.sandbox;
    const forged = {
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN' as const,
    };
    const answer = await people.invoke({ ...forged, command: 'settings show', options: {}, forged: true });
    expect(textOf(answer.message)).toContain('管理服务器');
  });

  it('changes what is given, keeps the rest, and says what was what', async () => {
    const first = await text(moderator.gives('settings show'));
    expect(first).toContain('**审核频道**：未设');
    expect(first).toContain('没有审核频道：');
    const { channels, roles } = tiaoli.sandbox.cast;
    const saved = await text(
      moderator.gives('settings edit', {
        review: channels.review.id,
        moderators: roles.deputies.id,
        quiet: '22:00 至 7:00',
        tell: 60,
      }),
    );
    expect(saved).toContain('提醒阈值 50% → 60%');
    expect(saved).toContain('整合');
    const shown = await text(moderator.gives('settings show'));
    expect(shown).toContain(`**审核频道**：<#${channels.review.id}>`);
    expect(shown).toContain('**免打扰**：22:00–07:00');
    expect(shown).toContain('**审核阈值**：25%');
  });

  it('gives the moderators’ rights to the role, and takes them back with it', async () => {
    const { people, cast } = tiaoli.sandbox;
    const forged = {
      user: cast.users.deputy.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN' as const,
    };
    const show = () => people.invoke({ ...forged, command: 'settings show', options: {}, forged: true });
    expect(textOf((await show()).message)).toContain('本服务器的设置');
    await moderator.gives('settings edit', { clear: 'moderatorRoleId' });
    expect(textOf((await show()).message)).toContain('管理服务器');
  });

  it.each<[Readonly<Record<string, string | number>>, string, string]>([
    [{ quiet: '25:00-07:00' }, '看不懂免打扰时间', 'hours no clock has'],
    [{ quiet: '晚上' }, '看不懂免打扰时间', 'no times'],
    [{ 'time-zone': 'Mars/Olympus' }, '没有时区', 'no place'],
    [{ doubt: 90 }, '不能高于', 'thresholds that cross'],
  ])('keeps everything as it was for %j (%s): %s', async (given, told) => {
    const before = await text(moderator.gives('settings show'));
    expect(await text(moderator.gives('settings edit', { ...given, language: 'en' }))).toContain(told);
    expect(await text(moderator.gives('settings show'))).toBe(before);
  });

  it('takes no channel it may not write in, and not everyone for the moderators', async () => {
    const { channels, guilds } = tiaoli.sandbox.cast;
    expect(await text(moderator.gives('settings edit', { review: channels.readOnly.id }))).toContain(
      '缺少权限',
    );
    const everyone = guilds.home.id;
    expect(await text(moderator.gives('settings edit', { moderators: everyone }))).toContain('@everyone');
  });
});

describe('/audit', () => {
  it('tells who changed what from what to what, and takes the last change back after asking', async () => {
    await moderator.gives('settings edit', { tell: 70 });
    const list = await moderator.gives('audit');
    expect(textOf(list.message)).toContain(`<@${tiaoli.sandbox.cast.users.moderator.id}>`);
    expect(textOf(list.message)).toContain('提醒阈值 60% → 70%');
    const asked = await moderator.presses(list.message, '撤销最近一次');
    expect(textOf(asked.message)).toContain('提醒阈值 60% → 70%');
    const undone = await moderator.presses(asked.message, '撤销');
    expect(textOf(undone.message)).toContain('已撤销');
    expect(await text(moderator.gives('settings show'))).toContain('**提醒阈值**：60%');
    const after = textOf((await moderator.gives('audit')).message);
    expect(after).toContain('（已撤销）');
    expect(after).toContain('撤销：');
  });

  it('takes nothing back that somebody changed since the question', async () => {
    await moderator.gives('settings edit', { tell: 71 });
    const asked = await moderator.presses((await moderator.gives('audit')).message, '撤销最近一次');
    await moderator.gives('settings edit', { tell: 72 });
    const late = await moderator.presses(asked.message, '撤销');
    expect(textOf(late.message)).toContain('撤销不了');
    expect(await text(moderator.gives('settings show'))).toContain('**提醒阈值**：72%');
  });

  it('says it in the words people use, never in ids of ours', async () => {
    await moderator.gives('settings edit', { quiet: '23:30-06:00', language: 'zh-TW' });
    await moderator.presses(
      (await moderator.gives('topic create', { name: '孵化', any: '孵化器' })).message,
      '保存',
    );
    await moderator.gives('subscribe', { topic: '孵化', mode: 'weekly', at: '09:00' });
    const told = textOf((await moderator.gives('audit')).message);
    expect(told).toContain('符合主题“孵化”的文件');
    expect(told).toMatch(/修改设置：语言 无 → 繁体中文；免打扰 .+ → 23:30–06:00/);
  });
});

describe('export and import', () => {
  it('puts back what was taken out: a preview first, then all of it at once, and one step back', async () => {
    const exported = await fileOf(await moderator.gives('settings export'));
    expect(exported).toContain('tell: 0.72');
    const changed = exported
      .replace('tell: 0.72', 'tell: 0.8')
      .replace('topics:\n', "topics:\n  - name: '算力'\n    any: ['算力', '智能计算']\n");
    const file = moderator.attaches('tiaoli.yaml', changed);
    const preview = await moderator.gives('settings import', { file });
    expect(textOf(preview.message)).toContain('新增 1 项，修改 1 项，删除 0 项');
    expect(await text(moderator.gives('settings show'))).toContain('72%');
    expect(textOf((await moderator.presses(preview.message, '导入')).message)).toContain('已导入：2 项');
    expect(await text(moderator.gives('settings show'))).toContain('80%');
    const asked = await moderator.presses((await moderator.gives('audit')).message, '撤销最近一次');
    await moderator.presses(asked.message, '撤销');
    expect(await text(moderator.gives('settings show'))).toContain('72%');
    expect(await fileOf(await moderator.gives('settings export'))).toBe(exported);
  });

  it.each([
    [
      "tiaoli: 1\nsubscriptions: [{channel: '1'}]",
      'subscriptions.0.channel：本服务器没有能发消息的频道 1',
      'no such channel',
    ],
    [
      'tiaoli: 1\nfeeds: [{url: "http://169.254.169.254/", name: a, authority: b, reader: {kind: rss}}]',
      'feeds.0.url：不会访问这个网址：内部网络的地址',
      'an address inside',
    ],
    ['tiaoli: [', '第 1 行第 10 列：缩进不对，或括号没有合上', 'no YAML'],
    ['tiaoli: 1\nsettings: {tell: 7}', 'settings.tell：最大是 0.95', 'out of bounds'],
  ])('refuses %j whole, and says where it is wrong: %s (%s)', async (content, where) => {
    const file = moderator.attaches('tiaoli.yaml', content);
    const refused = textOf((await moderator.gives('settings import', { file })).message);
    expect(refused).toContain('没有改变任何内容');
    expect(refused).toContain(where);
  });

  it('quotes of a hostile file no more than a line can hold', async () => {
    const file = moderator.attaches('tiaoli.yaml', `tiaoli: 1\n? ${'@everyone '.repeat(30_000)}\n: 1`);
    const { message } = await moderator.gives('settings import', { file });
    expect(textOf(message)).toContain('没有改变任何内容');
    expect(textOf(message).length).toBeLessThan(1000);
    expect(message?.mention_everyone).toBe(false);
  });

  it('calls topics and sources by their names before they are taken in', async () => {
    const { general } = tiaoli.sandbox.cast.channels;
    const { id, name } = tiaoli.site.feed;
    const file = moderator.attaches(
      'tiaoli.yaml',
      `tiaoli: 1\ntopics: [{name: 量子, any: [量子]}]\npausedSources: [${id}]\nsubscriptions: [{channel: '${general.id}', topics: [量子]}]`,
    );
    const shown = textOf((await moderator.gives('settings import', { file })).message);
    expect(shown).toContain(`暂停栏目“${name}”`);
    expect(shown).toContain('主题“量子”');
    expect(shown).toMatch(new RegExp(`<#${general.id}> .*量子`));
  });

  it('shows on the audit three changes of many, and at a press each of them', async () => {
    const names = ['甲一', '甲二', '甲三', '甲四', '甲五'];
    const topics = names.map((name) => `{name: ${name}, any: [${name}]}`).join(', ');
    const file = moderator.attaches('tiaoli.yaml', `tiaoli: 1\ntopics: [${topics}]`);
    await moderator.presses((await moderator.gives('settings import', { file })).message, '导入');
    const list = await moderator.gives('audit');
    expect(textOf(list.message)).toContain('等 5 项');
    expect(textOf(list.message)).not.toContain('甲五');
    const full = await moderator.presses(list.message, '全部');
    for (const name of names) expect(textOf(full.message)).toContain(`新增主题“${name}”`);
    const back = await moderator.presses(full.message, '返回记录');
    expect(textOf(back.message)).toContain('等 5 项');
  });

  it('takes no channel of another server', async () => {
    const { elsewhere } = tiaoli.sandbox.cast.channels;
    const file = moderator.attaches(
      'tiaoli.yaml',
      `tiaoli: 1\nsubscriptions: [{channel: '${elsewhere.id}'}]`,
    );
    expect(textOf((await moderator.gives('settings import', { file })).message)).toContain(
      `没有能发消息的频道 ${elsewhere.id}`,
    );
  });

  it('says so when the file changes nothing', async () => {
    const file = moderator.attaches('tiaoli.yaml', await fileOf(await moderator.gives('settings export')));
    expect(textOf((await moderator.gives('settings import', { file })).message)).toContain('没有要改的');
  });
});

it('met nothing that Discord would refuse', () => {
  expect(tiaoli.complaints).toEqual([]);
});

import { type APIMessage, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/ledger/defaults.ts';
import { person } from './ask.ts';
import { component, publicMessages, startTiaoli, type Tiaoli, textOf, until } from './tiaoli.ts';

let tiaoli: Tiaoli;
let moderator: ReturnType<typeof person>;
let member: ReturnType<typeof person>;
beforeEach(async () => {
  tiaoli = await startTiaoli();
  moderator = person(tiaoli, 'moderator');
  member = person(tiaoli, 'member');
});
afterEach(async () => {
  // What a closed channel keeps is for the operator to know.
  expect(tiaoli.complaints.filter((line) => !line.startsWith('not delivered, kept'))).toEqual([]);
  await tiaoli[Symbol.asyncDispose]();
});

type Given = Parameters<ReturnType<typeof person>['gives']>[1];
const today = new Date().toISOString().slice(0, 10);
const channels = () => tiaoli.sandbox.cast.channels;
const posts = (id = channels().general.id) => publicMessages(tiaoli.sandbox, id);
const posted = (count: number, id?: string) => until(tiaoli.sandbox, () => posts(id).length >= count);
const said = async (exchange: Promise<{ readonly message: APIMessage | null }>) =>
  textOf((await exchange).message);

const publish = (...titles: readonly string[]): void => {
  for (const title of titles)
    tiaoli.site.publish({ title, date: today, path: `/${encodeURIComponent(title)}.html` });
};
const MEASURE = '关于印发《北京市概念验证平台建设管理办法》的通知';
const DRAFT = '关于《北京市概念验证平台建设管理办法（修订征求意见稿）》公开征求意见的公告';
const NEWS = '关于印发《北京市技术转移机构建设管理办法》的通知';

/** Minutes until that time in Beijing, tomorrow or later on that weekday (1 Monday … 7 Sunday). */
function minutesTo(time: string, weekday?: number): number {
  const beijing = new Date(Date.now() + 8 * 3_600_000);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const target = new Date(beijing);
  target.setUTCHours(hours, minutes, 0, 0);
  while (target <= beijing || (weekday !== undefined && (target.getUTCDay() || 7) !== weekday))
    target.setUTCDate(target.getUTCDate() + 1);
  return Math.ceil((target.getTime() - beijing.getTime()) / 60_000);
}

/** The page of the only subscription. */
const open = async (who = moderator) => {
  const { message } = await who.gives('subscriptions');
  const [id = ''] = /"value":"([\w-]{22})"/.exec(JSON.stringify(message))?.slice(1) ?? [];
  return who.chooses(message, '选择一项，查看或修改', id);
};

describe('/subscribe', () => {
  it.each<[string, Given, string]>([
    [
      'articles, as people write them',
      { articles: '第三十条' },
      '将收到落实第30条的文件。发现后几分钟内送达',
    ],
    [
      'topics and kinds',
      { topic: 'article:23', kinds: '措施、征求意见' },
      '符合主题第23条的文件（只要措施、征求意见）',
    ],
    ['issuers', { issuers: '科学技术委员会' }, '全部配套文件（只要科学技术委员会发布的）'],
    ['a daily digest', { mode: 'daily', at: '8点半' }, '每天 08:30 汇总送达'],
    ['a weekly digest, by its day alone', { weekday: '5' }, '每周五 09:00 汇总送达'],
    [
      'two speeds',
      { mode: 'weekly', 'at-once': '措施' },
      '措施发现后几分钟内送达，其余每周一 09:00 汇总送达',
    ],
    [
      'quiet hours and workdays',
      { quiet: '22:00-07:00', workdays: true },
      '22:00–07:00 免打扰，只在工作日（含调休上班日）',
    ],
    ['no quiet hours whatever the server has', { quiet: '无' }, '发现后几分钟内送达，不设免打扰'],
    ['a digest in quiet hours', { at: '23:00', quiet: '22:00-07:00' }, '会等到免打扰结束再发'],
    ['oneself', { me: true, mode: 'daily' }, '已订阅：我会私信告诉你'],
  ])('takes %s', async (_, options, sentence) => {
    const exchange = await moderator.gives('subscribe', options);
    expect(textOf(exchange.message)).toContain(sentence);
    expect(exchange.ephemeral).toBe(true);
  });

  it('says that it publishes, and whom it mentions', async () => {
    const { announcements } = channels();
    const role = tiaoli.sandbox.cast.roles.readers.id;
    const options = { channel: announcements.id, crosspost: true, role };
    const told = textOf((await moderator.gives('subscribe', options)).message);
    expect(told).toContain('也发布给关注这个公告频道的服务器');
    expect(told).toContain(`**提及** <@&${role}>`);
  });

  it.each<[string, () => Given, string]>([
    ['an unknown article', () => ({ articles: '第九十九条' }), '看不懂条号“第九十九条”'],
    ['an unknown topic', () => ({ topic: '外星人' }), '没有主题“外星人”'],
    ['an unknown kind', () => ({ kinds: '小道消息' }), '看不懂类型“小道消息”。可以是：措施、征求意见'],
    ['no time', () => ({ at: '清晨' }), '看不懂时间“清晨”'],
    ['no hours', () => ({ quiet: '夜里' }), '看不懂免打扰时间“夜里”'],
    ['publishing what is no announcement', () => ({ crosspost: true }), '不是公告频道'],
    [
      'a role in a direct message',
      () => ({ me: true, role: tiaoli.sandbox.cast.roles.readers.id }),
      '“身份组”只能用于服务器',
    ],
    ['everyone', () => ({ role: tiaoli.sandbox.cast.guilds.home.id }), '不能提及 @everyone'],
    [
      'a role that cannot be mentioned',
      () => ({ role: tiaoli.sandbox.cast.roles.deputies.id }),
      '不会通知到它的成员',
    ],
  ])('refuses %s, says what to do, and saves nothing', async (_, options, sentence) => {
    expect(await said(moderator.gives('subscribe', options()))).toContain(sentence);
    expect(await said(moderator.gives('subscriptions'))).toContain('还没有订阅');
  });

  it('gives the one that is there what else was said of it, and keeps the rest', async () => {
    await moderator.gives('subscribe', { articles: '23', mode: 'daily' });
    const changed = await said(
      moderator.gives('subscribe', {
        articles: '23',
        workdays: true,
        role: tiaoli.sandbox.cast.roles.readers.id,
      }),
    );
    expect(changed).toContain('已经订阅了落实第23条的文件；从现在起');
    expect(changed).toContain('每天 09:00 汇总送达，只在工作日');
    expect(await said(moderator.gives('subscribe', { articles: '23' }))).toContain('不会重复提醒');
  });

  it('lets members follow for themselves, and whoever has the moderators’ role subscribe channels', async () => {
    expect(await said(member.gives('subscribe', { articles: '23' }))).toContain('需要“管理服务器”权限');
    expect(await said(member.gives('subscribe', { articles: '23', me: true }))).toContain(
      '已订阅：我会私信告诉你',
    );
    const deputy = person(tiaoli, 'deputy');
    expect(await said(deputy.gives('subscribe'))).toContain('需要“管理服务器”权限');
    await moderator.gives('settings edit', { moderators: tiaoli.sandbox.cast.roles.deputies.id });
    expect(await said(deputy.gives('subscribe'))).toContain('已订阅');
  });

  it('is one press away from an article: for a member themselves, for a moderator where they choose', async () => {
    const shown = async (who: typeof member) => (await who.gives('article', { ref: '23' })).message;
    expect(await said(member.presses(await shown(member), '🔔 关注本条'))).toContain(
      '已订阅：我会私信告诉你落实第23条的文件',
    );
    const asked = await moderator.presses(await shown(moderator), '🔔 关注本条');
    expect(textOf(asked.message)).toContain('发到哪里');
    expect(await said(moderator.presses(asked.message, '这个频道'))).toContain(
      `已订阅：<#${channels().general.id}> 将收到落实第23条的文件`,
    );
    expect(JSON.stringify((await member.gives('article', { ref: '草案23' })).message)).not.toContain(
      '关注本条',
    );
  });

  it('lets one person have so many and no more, and says how to make room', async () => {
    for (let article = 1; article <= limits.own; article += 1)
      await member.gives('subscribe', { me: true, articles: String(article) });
    expect(await said(member.gives('subscribe', { me: true }))).toContain('这里已有 50 项订阅，不能再多');
    expect(await said(member.gives('subscribe', { me: true, articles: '1' }))).toContain('已经订阅');
    const { message } = await member.gives('subscriptions');
    expect(textOf(message)).toContain('第 1 页，共 5 页');
    const turned = await member.presses(message, '下一页 ▶');
    expect(textOf(turned.message)).toContain('第11条');
  });

  it('makes a post in a forum for a measure, and mentions the role', async () => {
    const { forum } = channels();
    const role = tiaoli.sandbox.cast.roles.readers.id;
    expect(await said(moderator.gives('subscribe', { channel: forum.id, role }))).toContain(
      `已订阅：<#${forum.id}>`,
    );
    await tiaoli.bot.look();
    publish(MEASURE);
    const opened = until(tiaoli.sandbox, () =>
      [...tiaoli.sandbox.world.channels.values()].some(({ parentId }) => parentId === forum.id),
    );
    await tiaoli.bot.look();
    await opened;
    const post = [...tiaoli.sandbox.world.channels.values()].find(({ parentId }) => parentId === forum.id);
    expect(post?.name).toContain('概念验证平台');
    expect(JSON.stringify(posts(post?.id))).toContain(`<@&${role}>`);
  });

  it('tells some kinds at once and the rest with the digest, once each', async () => {
    await moderator.gives('subscribe', { mode: 'daily', at: '09:00', 'at-once': '措施' });
    await tiaoli.bot.look();
    publish(MEASURE, DRAFT);
    await tiaoli.bot.look();
    await posted(1);
    expect(posts().map(textOf)).toEqual([
      expect.stringContaining('《北京市概念验证平台建设管理办法》的通知'),
    ]);
    tiaoli.pass(minutesTo('09:00') + 1);
    publish(NEWS);
    await tiaoli.bot.look();
    await posted(3);
    const texts = posts().map(textOf);
    expect(texts.filter((text) => text.includes('修订征求意见稿'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('技术转移机构'))).toHaveLength(1);
    expect(texts).toHaveLength(3);
  });
});

describe('/subscriptions', () => {
  /** Presses what a message showed before. */
  const stale = (message: APIMessage | null, customId: string) =>
    tiaoli.sandbox.people.press({
      ...{ user: tiaoli.sandbox.cast.users.moderator.id, channel: channels().general.id, locale: 'zh-CN' },
      ...{ message: message?.id ?? '', customId, forged: true },
    });

  it('shows each with what it follows, when and how it fares, and one with all that is set', async () => {
    await moderator.gives('subscribe', { articles: '23', mode: 'weekly', quiet: '22:00-07:00' });
    const list = await said(member.gives('subscriptions'));
    expect(list).toContain('落实第23条的文件；每周一 09:00 汇总送达，22:00–07:00 免打扰');
    const page = await open();
    expect(textOf(page.message)).toContain('**内容** 落实第23条的文件');
    expect(textOf(page.message)).toContain('**语言** 简体中文');
  });

  it('changes when by a form', async () => {
    await moderator.gives('subscribe');
    const form = await moderator.presses((await open()).message, '改时间');
    expect(form.modal?.title).toBe('什么时候提醒');
    const saved = await moderator.fills(form, {
      mode: ['weekly'],
      when: '周五 18:00',
      'at-once': ['measure', 'consultation'],
      quiet: '22:00-07:00',
      days: ['workdays'],
    });
    expect(textOf(saved.message)).toContain('已保存');
    expect(textOf(saved.message)).toContain(
      '措施、征求意见发现后几分钟内送达，其余每周五 18:00 汇总送达，22:00–07:00 免打扰，只在工作日',
    );
    const wrong = await moderator.fills(await moderator.presses(saved.message, '改时间'), {
      mode: ['weekly'],
      when: '哪天',
      'at-once': [],
      quiet: '',
      days: ['all'],
    });
    expect(textOf(wrong.message)).toContain('看不懂时间“哪天”');
  });

  it('mentions a role no more where that is pressed', async () => {
    const role = tiaoli.sandbox.cast.roles.readers.id;
    await moderator.gives('subscribe', { role });
    const { message } = await open();
    expect(textOf(message)).toContain(`**提及** <@&${role}>`);
    expect(await said(moderator.presses(message, '不再提及'))).not.toContain('提及');
  });

  it('changes what by a form, but not to what another follows already', async () => {
    await moderator.gives('subscribe', { articles: '23' });
    const form = await moderator.presses((await open()).message, '改内容');
    const fields = { topics: '', kinds: ['notice'], issuers: '科学技术委员会' };
    const saved = await moderator.fills(form, { ...fields, articles: '24、30-32' });
    expect(textOf(saved.message)).toContain(
      '落实第24、30–32条的文件（只要申报通知）（只要科学技术委员会发布的）',
    );
    // What it followed before can be followed anew.
    expect(await said(moderator.gives('subscribe', { articles: '23' }))).toContain('已订阅');
    const again = await moderator.fills(await moderator.presses(saved.message, '改内容'), {
      ...{ articles: '23', topics: '', kinds: [], issuers: '' },
    });
    expect(textOf(again.message)).toContain('已经另有一项内容相同的订阅');
  });

  it('pauses, tells on resuming how much came meanwhile, and sends it as one digest, once', async () => {
    await moderator.gives('subscribe');
    await tiaoli.bot.look();
    const paused = await moderator.presses((await open()).message, '暂停');
    expect(textOf(paused.message)).toContain('已暂停');
    publish(MEASURE, NEWS);
    await tiaoli.bot.look();
    expect(await said(member.gives('subscriptions'))).toContain('⏸ 自');
    const resumed = await moderator.presses(paused.message, '恢复');
    expect(textOf(resumed.message)).toContain('暂停期间来了 2 份文件');
    expect(posts()).toEqual([]);
    const offered = component(resumed.message, '把这 2 份汇总发来');
    const sent = await moderator.presses(resumed.message, '把这 2 份汇总发来');
    expect(textOf(sent.message)).toContain('2 份文件的汇总马上发到');
    await posted(1);
    expect(textOf(posts()[0])).toContain('概念验证平台');
    expect(textOf(posts()[0])).toContain('技术转移机构');
    expect(await said(stale(sent.message, offered))).toContain('没有还没发过的文件');
    expect(posts()).toHaveLength(1);
  });

  it('goes on with one that was paused where it is subscribed again, says how much came, and offers it', async () => {
    await moderator.gives('subscribe');
    await tiaoli.bot.look();
    await moderator.presses((await open()).message, '暂停');
    publish(MEASURE);
    await tiaoli.bot.look();
    const resumed = await moderator.gives('subscribe');
    expect(textOf(resumed.message)).toContain('已恢复。暂停期间来了 1 份文件');
    expect(await said(moderator.gives('subscriptions'))).not.toContain('⏸');
    await moderator.presses(resumed.message, '把这 1 份汇总发来');
    await posted(1);
    expect(textOf(posts()[0])).toContain('概念验证平台');
    publish(NEWS);
    const next = posted(2);
    await tiaoli.bot.look();
    await next;
    expect(await said(moderator.gives('subscribe'))).not.toContain('已恢复');
  });

  it('sends a test', async () => {
    await moderator.gives('subscribe');
    const { message } = await open();
    const arrived = posted(1);
    expect(await said(moderator.presses(message, '发一条测试'))).toContain('测试消息马上发到');
    await arrived;
    expect(textOf(posts()[0])).toContain('测试');
  });

  it('ends one when that is confirmed', async () => {
    await moderator.gives('subscribe');
    const asked = await moderator.presses((await open()).message, '结束…');
    expect(textOf(asked.message)).toContain('要结束');
    const confirmed = component(asked.message, '结束订阅');
    expect(await said(moderator.presses(asked.message, '结束订阅'))).toContain('已停止');
    expect(await said(moderator.gives('subscriptions'))).toContain('还没有订阅');
    expect(await said(stale(asked.message, confirmed))).toContain('已经不在了');
  });

  it('lets a member look, and change nothing of a channel’s, whatever they forge', async () => {
    await moderator.gives('subscribe');
    const { message } = await open(member);
    expect(textOf(message)).toContain('**内容** 全部配套文件');
    expect(JSON.stringify(message)).not.toContain('暂停');
    const [, id] = /subscriptions\|\w+\|([\w-]{22})/.exec(JSON.stringify((await open()).message)) ?? [];
    const { people, cast } = tiaoli.sandbox;
    const press = (who: 'member' | 'stranger', action: string, channel = cast.channels.general.id) =>
      people.press({
        ...{ user: cast.users[who].id, channel, message: message?.id ?? '', forged: true },
        customId: `subscriptions|${action}|${id}`,
        locale: 'zh-CN',
      });
    for (const action of ['rhythm', 'scope', 'pause', 'resume', 'catch-up', 'test', 'end', 'really-end'])
      expect(await said(press('member', action)), action).toContain('需要“管理服务器”权限');
    expect(await said(moderator.gives('subscriptions'))).toContain('全部配套文件');
    expect(posts()).toEqual([]);
  });

  it('shows nothing of another server’s', async () => {
    await moderator.gives('subscribe');
    const stranger = person(tiaoli, 'stranger', { channel: 'elsewhere' });
    expect(await said(stranger.gives('subscriptions'))).toContain('还没有订阅');
    const own = (await stranger.gives('subscribe')).message;
    expect(textOf(own)).toContain('已订阅');
    const page = await open(stranger);
    const [, mine] = /subscriptions\|\w+\|([\w-]{22})/.exec(JSON.stringify((await open()).message)) ?? [];
    const { people, cast } = tiaoli.sandbox;
    for (const action of ['show', 'pause', 'really-end']) {
      const answered = people.press({
        ...{
          user: cast.users.stranger.id,
          channel: cast.channels.elsewhere.id,
          message: page.message?.id ?? '',
        },
        ...{ customId: `subscriptions|${action}|${mine}`, forged: true, locale: 'zh-CN' as const },
      });
      expect(await said(answered)).toContain('已经不在了');
    }
    expect(await said(moderator.gives('subscriptions'))).not.toContain('⏸');
  });
});

describe('a channel to which nothing gets through', () => {
  it('has a test at once, with what waited before it, when it is open again', async () => {
    const { world, cast } = tiaoli.sandbox;
    const { general } = cast.channels;
    await moderator.gives('subscribe');
    await tiaoli.bot.look();
    const { message } = await open();
    world.overwrite(general, cast.roles.bot.id, 0n, PermissionFlagsBits.SendMessages);
    publish(MEASURE);
    const failed = until(tiaoli.sandbox, () => tiaoli.complaints.length > 0);
    await tiaoli.bot.look();
    await failed;
    world.overwrite(general, cast.roles.bot.id, 0n, 0n);
    const arrived = posted(2);
    await moderator.presses(message, '发一条测试');
    await arrived;
    expect(posts().map(textOf).join()).toContain('概念验证平台');
  });

  it('is told of to whoever subscribed it and to the moderators, once, and has what was kept when it is repaired', async () => {
    const { world, cast } = tiaoli.sandbox;
    const { general, review } = cast.channels;
    await moderator.gives('settings edit', { review: review.id });
    await moderator.gives('subscribe');
    await tiaoli.bot.look();
    world.overwrite(general, cast.roles.bot.id, 0n, PermissionFlagsBits.SendMessages);
    publish(MEASURE);
    const direct = () =>
      [...world.channels.values()]
        .filter(({ recipients }) => recipients.includes(cast.users.moderator.id))
        .flatMap(({ id }) => posts(id));
    const told = until(tiaoli.sandbox, () => direct().length > 0 && posts(review.id).length > 0);
    await tiaoli.bot.look();
    await told;
    for (const [message] of [direct(), posts(review.id)])
      expect(textOf(message)).toContain(`<#${general.id}>`);
    expect(await said(member.gives('subscriptions'))).toContain('目前送不到');

    world.overwrite(general, cast.roles.bot.id, PermissionFlagsBits.SendMessages, 0n);
    tiaoli.pass(120);
    publish(NEWS);
    const repaired = posted(2);
    await tiaoli.bot.look();
    await repaired;
    expect(posts().map(textOf).join()).toContain('概念验证平台');
    expect(direct()).toHaveLength(1);
    expect(posts(review.id)).toHaveLength(1);
  });
});

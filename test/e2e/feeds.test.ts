import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from './ask.ts';
import { type Site, startSite } from './site.ts';
import { component, publicMessages, startTiaoli, type Tiaoli, textOf, until } from './tiaoli.ts';

let tiaoli: Tiaoli;
/** A site that anybody's moderators may name. */
let town: Site;
let moderator: ReturnType<typeof person>;
beforeAll(async () => {
  town = await startSite();
  tiaoli = await startTiaoli({}, [town.host]);
  moderator = person(tiaoli, 'moderator');
});
afterAll(async () => {
  await tiaoli[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});

const text = async (exchange: ReturnType<typeof moderator.gives>) => textOf((await exchange).message);

describe('/feed add', () => {
  it.each([
    ['http://127.0.0.1:80/list', '不会去读：内部网络的地址。', 'this machine'],
    ['http://169.254.169.254/latest/meta-data/', '不会去读：内部网络的地址。', 'a cloud’s own service'],
    ['file:///etc/passwd', '不会去读：只访问 http 和 https 地址。', 'no address of the web'],
    ['http://2130706433/', '不会去读', 'an address in disguise'],
    ['示例网站', '不会去读：不是完整的网址。', 'no URL'],
    ['https://user:pass@example.com/', '不会去读', 'user information'],
  ])('says why it does not visit %s, and saves nothing (%s; %s)', async (url, told) => {
    expect(await text(moderator.gives('feed add', { url }))).toContain(told);
    expect(await text(moderator.gives('feed list'))).toContain('本服务器添加 0 个');
  });

  it('does not visit for a moderator what the operator alone vouches for', async () => {
    const refused = await text(moderator.gives('feed add', { url: `${tiaoli.site.origin}/another/` }));
    expect(refused).toContain('不会去读');
    const checked = await text(moderator.gives('feed check', { source: `${tiaoli.site.origin}/another/` }));
    expect(checked).toContain('不会去读');
  });

  it('is for moderators alone, typed, forged or pressed', async () => {
    const { people, cast } = tiaoli.sandbox;
    const member = {
      user: cast.users.member.id,
      channel: cast.channels.general.id,
      locale: 'zh-CN' as const,
    };
    const typed = await people.invoke({ ...member, command: 'feed list', options: {}, forged: true });
    expect(textOf(typed.message)).toContain('管理服务器');
  });
});

describe('a source of everybody’s', () => {
  it('is paused for one server, and heard again', async () => {
    const source = tiaoli.site.feed.id;
    expect(await text(moderator.gives('feed edit', { source }))).toContain('没有这个本服务器添加的栏目');
    expect(await text(moderator.gives('feed pause', { source }))).toContain('已暂停');
    expect(await text(moderator.gives('feed pause', { source: tiaoli.site.feed.name }))).toContain(
      '已经是暂停的',
    );
    expect(await text(moderator.gives('feed status', { source: tiaoli.site.feed.name }))).toContain(
      '还没读过',
    );
    expect(await text(moderator.gives('feed list'))).toContain('⏸ 已暂停');
    expect(await text(moderator.gives('feed resume', { source }))).toContain('已恢复');
    expect(await text(moderator.gives('feed list'))).not.toContain('⏸ 已暂停');
    const audit = await text(moderator.gives('audit'));
    expect(audit).toContain(`暂停栏目“${tiaoli.site.feed.name}”`);
    expect(audit).toContain(`恢复栏目“${tiaoli.site.feed.name}”`);
  });
});

describe('a source of a server’s own', () => {
  const general = () => tiaoli.sandbox.cast.channels.general.id;

  /** The owner of another server knows the ids of all that is here, and gets nothing for it. */
  async function keepsOthersOut(ids: readonly string[]): Promise<void> {
    const { people, cast } = tiaoli.sandbox;
    const place = { user: cast.users.stranger.id, channel: cast.channels.elsewhere.id };
    const owner = person(tiaoli, 'stranger', { channel: 'elsewhere' });
    const [mine] = (await moderator.completes('feed status', 'source', '小镇')) ?? [];
    const source = String(mine?.value);
    expect(await owner.completes('feed status', 'source', '小镇')).toEqual([]);
    expect(await text(owner.gives('feed list'))).not.toContain('小镇');
    for (const command of ['feed status', 'feed check', 'feed edit', 'feed remove', 'feed pause'])
      expect(await text(owner.gives(command, { source })), command).not.toMatch(/小镇|促进未来产业/);
    const theirs = (await owner.gives('feed list')).message;
    const alert = publicMessages(tiaoli.sandbox, general())[0] ?? null;
    const forged = [
      `feed|remove|${source}`,
      ...ids,
      component(alert, '为何收到'),
      component(
        (await moderator.presses((await moderator.gives('audit')).message, '撤销最近一次')).message,
        '撤销',
      ),
    ];
    for (const customId of forged) {
      const answer = await people.press({
        ...{ ...place, locale: 'zh-CN' as const, forged: true },
        ...{ message: theirs?.id ?? '', customId },
      });
      expect(answer.modal, customId).toBeNull();
      expect(textOf(answer.message), customId).toMatch(/没有|过期|找不到/);
      expect(textOf(answer.message), customId).not.toMatch(/小镇|概念验证/);
    }
    expect(await text(moderator.gives('feed list'))).toContain('小镇政策');
  }

  it('is tried before it is saved, told to this server alone, changed in a form, and removed after asking', async () => {
    // What everybody's sources show, too, is theirs where they were read first.
    await tiaoli.bot.look();
    const url = `${town.origin}/list.html`;
    const tried = await moderator.gives('feed add', { url, name: '小镇', authority: '北京市海淀区人民政府' });
    expect(textOf(tried.message)).toContain('还没有保存');
    expect(await text(moderator.gives('feed list'))).toContain('本服务器添加 0 个');

    const opened = await moderator.presses(tried.message, '改读取方式…');
    expect(opened.modal?.title).toBe('栏目');
    const { people } = tiaoli.sandbox;
    const values = {
      name: '小镇政策',
      authority: '海淀区',
      kind: ['html'],
      selectors: 'item: ul.list > li\ntitle: a@title\nlink: a@href\ndate: span',
    };
    const retried = await people.submitModal(opened.id, values);
    expect(textOf(retried.message)).toContain('读到 2 条');
    expect(textOf(retried.message)).toContain('北京市促进未来产业创新发展实施方案');
    const ids = ['保存', '改读取方式…'].map((label) => component(retried.message, label));
    const saved = await moderator.presses(retried.message, '保存');
    expect(textOf(saved.message)).toContain('已保存“小镇政策”');
    expect(await text(moderator.gives('feed add', { url }))).toContain('已经添加过');
    const written = url.replace('http:', 'HTTP:').concat('#top');
    expect(await text(moderator.gives('feed add', { url: written }))).toContain('已经添加过');
    const [mine] = (await moderator.completes('feed status', 'source', '小镇')) ?? [];
    expect(await text(moderator.gives('feed status', { source: String(mine?.value) }))).toContain('小镇政策');

    await moderator.gives('subscribe');
    await tiaoli.bot.look();
    expect(publicMessages(tiaoli.sandbox, general())).toEqual([]);
    town.publish({
      title: '海淀区关于印发《概念验证平台建设管理办法》的通知',
      date: new Date().toISOString().slice(0, 10),
      path: '/new/1.html',
    });
    tiaoli.pass(60);
    await tiaoli.bot.look();
    await until(tiaoli.sandbox, () => publicMessages(tiaoli.sandbox, general()).length === 1);
    expect(textOf(publicMessages(tiaoli.sandbox, general())[0])).toContain('概念验证平台建设管理办法');

    const stranger = person(tiaoli, 'stranger', { channel: 'elsewhere' });
    expect(textOf((await stranger.gives('latest')).message)).not.toContain('概念验证平台');
    expect(await text(moderator.gives('latest'))).toContain('概念验证平台');

    await keepsOthersOut(ids);

    const source = 'guild_';
    const [choice] = (await moderator.completes('feed remove', 'source', '小镇')) ?? [];
    expect(String(choice?.value)).toContain(source);
    const asked = await moderator.gives('feed remove', { source: String(choice?.value) });
    expect(textOf(asked.message)).toContain('已从它记录的 1 份文件会保留');
    expect(textOf((await moderator.presses(asked.message, '删除')).message)).toContain('已删除');
    expect(await text(moderator.gives('feed list'))).toContain('本服务器添加 0 个');
  });
});

it('met nothing that Discord would refuse', () => {
  expect(tiaoli.complaints).toEqual([]);
});

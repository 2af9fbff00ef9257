import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from './ask.ts';
import { publicMessages, startTiaoli, type Tiaoli, textOf, until } from './tiaoli.ts';

let tiaoli: Tiaoli;
let moderator: ReturnType<typeof person>;
const today = new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  tiaoli = await startTiaoli();
  moderator = person(tiaoli, 'moderator');
  await tiaoli.bot.look();
  for (const [index, title] of [
    '关于印发《北京市算力基础设施建设实施方案》的通知',
    '关于开展算力基础设施项目申报工作的通知',
    '关于召开2026年度机关党建与算力保障工作会议的通知',
    '北京市公园绿地养护工作简报',
  ].entries())
    tiaoli.site.publish({ title, date: today, path: `/topic/${index}.html` });
  await tiaoli.bot.look();
});
afterAll(async () => {
  await tiaoli[Symbol.asyncDispose]();
});

const text = async (exchange: ReturnType<typeof moderator.gives>) => textOf((await exchange).message);
const saved = async (name: string, conditions: Readonly<Record<string, string>>) => {
  const shown = await moderator.gives('topic create', { name, ...conditions });
  return moderator.presses(shown.message, '保存');
};

describe('/topic', () => {
  it('shows before it is saved what a topic would have told, relevant or not, and what it nearly would', async () => {
    const { message } = await moderator.gives('topic create', {
      name: '算力',
      any: '算力、智算',
      kinds: '措施',
    });
    const shown = textOf(message);
    expect(shown).toContain('还没有保存');
    expect(shown).toContain('含任一词：算力、智算');
    expect(shown).toMatch(/会提醒 \*\*2\*\* 份，差一点的有 1 份/);
    expect(shown).toContain('算力基础设施建设实施方案');
    expect(shown).toContain('机关党建与算力保障');
    expect(shown).toMatch(/项目申报工作的通知.*差在：类型不同/);
    expect(shown).not.toContain('绿地养护');
    expect(await text(moderator.gives('topic list'))).toContain('还没有自己的主题');

    expect(await text(moderator.presses(message, '保存'))).toContain('已保存主题“算力”');
    expect(await text(moderator.gives('topic show', { name: '算力' }))).toContain('类型：措施');
  });

  it('matches in every writing, and what has nothing to do with the ordinance too', async () => {
    const { message } = await moderator.gives('topic test', { all: '算力、黨建' });
    expect(textOf(message)).toContain('机关党建与算力保障工作会议的通知](');
    expect(textOf(message)).toContain('含 算力、黨建');
    expect(await text(moderator.gives('topic test', { all: '算力、量子' }))).toContain('差在：没有 量子');
    const named = await moderator.presses(message, '保存');
    expect(named.modal?.title).toContain('名称和词语');
  });

  it('opens a form where only a name is given, and goes on from what is filled in', async () => {
    const form = await moderator.gives('topic create', { name: '绿地' });
    expect(form.modal?.title).toContain('名称和词语');
    const filled = await moderator.fills(form, { name: '绿地', any: '绿地\n公园', all: '', none: '' });
    expect(textOf(filled.message)).toContain('绿地养护工作简报');

    const scope = await moderator.presses(filled.message, '改条文和范围');
    const narrowed = await moderator.fills(scope, { articles: '23', kinds: ['measure'], issuers: '' });
    expect(textOf(narrowed.message)).toContain('落实：第23条');
    expect(await text(moderator.presses(narrowed.message, '取消'))).toContain('没有保存任何内容');
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['a name that is taken', '算力', { any: '芯片' }, '已经有叫“算力”的主题'],
    ['an article that is not there', '条', { articles: '99' }, '看不懂条号“99”'],
    ['a kind that is not there', '类', { kinds: '法律' }, '没有类型“法律”'],
    ['what contradicts itself', '反', { any: '算力', none: '算力' }, '永远不会有结果'],
    ['a word beyond the limit', '长', { any: '长'.repeat(50) }, '太长'],
  ])('refuses %s, says so, and lets it be corrected', async (_, name, conditions, fault) => {
    const refused = await moderator.gives('topic create', { name, ...conditions });
    expect(textOf(refused.message)).toContain(fault);
    const form = await moderator.presses(refused.message, '改名称和词语');
    expect(form.state).toBe('modal');
  });

  it('edits in a form filled with what is there, and refuses to overwrite what somebody changed meanwhile', async () => {
    await saved('芯片', { any: '芯片' });
    const first = await moderator.gives('topic edit', { name: '芯片' });
    expect(JSON.stringify(first.modal)).toContain('"value":"芯片"');
    const mine = await moderator.fills(first, { name: '芯片', any: '芯片、集成电路', all: '', none: '' });
    const second = await moderator.gives('topic edit', { name: '芯片' });
    const theirs = await moderator.fills(second, { name: '芯片', any: '半导体', all: '', none: '' });
    expect(await text(moderator.presses(theirs.message, '保存'))).toContain('已保存');
    expect(await text(moderator.presses(mine.message, '保存'))).toContain('刚刚被别人改过');
    expect(await text(moderator.gives('topic show', { name: '芯片' }))).toContain('半导体');
  });

  it('has a built-in topic for every article, which can be shown and not changed', async () => {
    expect(await text(moderator.gives('topic show', { name: '23' }))).toContain('内置主题');
    expect(await text(moderator.gives('topic edit', { name: '23' }))).toContain('不能修改');
    const list = await moderator.gives('topic list');
    expect(await text(moderator.presses(list.message, '内置主题'))).toContain('共 76 个');
    expect(await text(moderator.gives('topic show', { name: '没有的' }))).toContain('没有主题“没有的”');
  });

  it('deletes after asking, and says how many subscriptions follow it', async () => {
    await saved('待删', { any: '绿地' });
    const asked = await moderator.gives('topic delete', { name: '待删' });
    expect(textOf(asked.message)).toContain('没有订阅跟踪它');
    expect(await text(moderator.presses(asked.message, '删除'))).toContain('已删除主题“待删”');
    expect(await text(moderator.gives('topic show', { name: '待删' }))).toContain('没有主题');
  });

  it('has what has its words told to who follows it, the ordinance or not, and ends with them', async () => {
    await saved('绿地', { any: '綠地' });
    await moderator.gives('subscribe', { topic: '绿地' });
    const body = '现将有关情况通报如下。请各单位结合实际，抓好落实。';
    tiaoli.site.publish({ title: '本市绿地系统养护情况通报', date: today, path: '/topic/9.html', body });
    tiaoli.site.publish({ title: '本市公交线路调整情况通报', date: today, path: '/topic/10.html', body });
    await tiaoli.bot.look();
    const { general } = tiaoli.sandbox.cast.channels;
    const posts = () => publicMessages(tiaoli.sandbox, general.id).map(textOf);
    await until(tiaoli.sandbox, () => posts().length > 0);
    expect(posts()).toEqual([expect.stringContaining('绿地系统养护情况通报')]);

    expect(await text(moderator.gives('topic show', { name: '绿地' }))).toContain('跟踪它的订阅：1 项');
    const asked = await moderator.gives('topic delete', { name: '绿地' });
    expect(textOf(asked.message)).toContain('有 1 项：其中 1 项只跟踪它，将一并停止');
    expect(await text(moderator.presses(asked.message, '删除'))).toContain('停止了 1 项订阅');
    expect(await text(moderator.gives('subscriptions'))).toContain('还没有订阅');
  });

  it('completes names, articles and kinds while they are typed', async () => {
    const { people, cast } = tiaoli.sandbox;
    const at = { user: cast.users.moderator.id, channel: cast.channels.general.id, locale: 'zh-CN' as const };
    const offered = async (command: string, focused: string, typed: string) =>
      (await people.autocomplete({ ...at, command, focused, options: { [focused]: typed } }))?.map(
        ({ name }) => name,
      );
    expect(await offered('topic show', 'name', '算')).toContain('算力');
    expect(await offered('topic edit', 'name', '')).not.toContain(expect.stringContaining('第一条'));
    expect(await offered('topic create', 'kinds', '措施、')).toContain('措施、征求意见');
  });

  it('leaves nothing to complain of', () => {
    expect(tiaoli.complaints).toEqual([]);
  });
});

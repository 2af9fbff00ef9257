import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person } from './ask.ts';
import { publicMessages, startTiaoli, type Tiaoli, textOf, until } from './tiaoli.ts';

let tiaoli: Tiaoli;
let moderator: ReturnType<typeof person>;
let inReview: ReturnType<typeof person>;
let member: ReturnType<typeof person>;

const today = new Date().toISOString().slice(0, 10);
const title = '关于印发《北京市机器人工作规则》的通知';
const alike = '关于印发《北京市机器人管理规则》的通知';

const posts = () => publicMessages(tiaoli.sandbox, tiaoli.sandbox.cast.channels.general.id);
const reviews = () => publicMessages(tiaoli.sandbox, tiaoli.sandbox.cast.channels.review.id);
const text = async (exchange: ReturnType<typeof moderator.gives>) => textOf((await exchange).message);
const shows = (messages: typeof posts, what: string | RegExp) =>
  until(tiaoli.sandbox, () => messages().some((message) => textOf(message).match(what)));

async function publish(what: string, path: string): Promise<void> {
  tiaoli.site.publish({ title: what, date: today, path });
  await tiaoli.bot.look();
}

/** A server that tells nothing which a moderator did not look at, with a channel that follows everything. */
beforeEach(async () => {
  tiaoli = await startTiaoli();
  moderator = person(tiaoli, 'moderator');
  inReview = person(tiaoli, 'moderator', { channel: 'review' });
  member = person(tiaoli, 'member');
  await moderator.gives('subscribe');
  await tiaoli.bot.look();
});
afterEach(async () => {
  expect(tiaoli.complaints).toEqual([]);
  await tiaoli[Symbol.asyncDispose]();
});

const beStrict = () =>
  moderator.gives('settings edit', { tell: 95, review: tiaoli.sandbox.cast.channels.review.id });

describe('a doubtful measure', () => {
  beforeEach(async () => {
    await beStrict();
    await publish(title, '/review/1.html');
    await shows(reviews, '机器人工作规则');
  });

  it('waits for a moderator with its evidence, in the review channel and in /review, and tells nobody', async () => {
    expect(textOf(reviews()[0])).toMatch(/落实\*\*第\S+条\*\*（\S+）\d+% — 依据：/);
    expect(posts()).toEqual([]);
    const list = await text(moderator.gives('review'));
    expect(list).toContain('等着判断的文件：1 份');
    expect(list).toContain('机器人工作规则');
    const refused = await member.presses(reviews()[0] ?? null, '正确').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Error);
  });

  it('is told at once when a moderator says that it is right, and the review shows who said so', async () => {
    const settled = await inReview.presses(reviews()[0] ?? null, '正确');
    expect(textOf(settled.message)).toContain('提醒发往 1 处');
    await shows(posts, '版主已确认');
    expect(textOf(posts()[0])).toContain('版主认定');
    await shows(reviews, '已判断：正确');
    expect(textOf(reviews()[0])).toContain(`<@${tiaoli.sandbox.cast.users.moderator.id}>`);
    expect(await text(moderator.gives('review'))).toContain('没有等着判断的文件');
    expect(await text(moderator.gives('review', { show: 'decided' }))).toMatch(/学到：.*→ 第\S+条 ✓/);
    await tiaoli.bot.look();
    expect(posts()).toHaveLength(1);
    await inReview.presses(reviews()[0] ?? null, '撤销');
    await shows(posts, '正等版主重新判断');
  });

  it('is told to nobody when it is wrong; undone, it waits again', async () => {
    await inReview.presses(reviews()[0] ?? null, '不对');
    await shows(reviews, '已判断：不对');
    expect(posts()).toEqual([]);
    const undone = await inReview.presses(reviews()[0] ?? null, '撤销');
    expect(textOf(undone.message)).toContain('已撤销');
    await shows(reviews, '请判断');
    expect(await text(moderator.gives('review'))).toContain('等着判断的文件：1 份');
  });

  it('carries out the articles that a moderator chooses by chapter, or types', async () => {
    const review = reviews()[0] ?? null;
    const late = await inReview.presses(review, '其他条文…');
    const typing = await inReview.presses(review, '其他条文…');
    const picking = await inReview.presses(review, '其他条文…');
    const other = await inReview.chooses(picking.message, '换一章…', '3');
    const chosen = await inReview.chooses(other.message, /条文…$/, '40', '41');
    expect(textOf(chosen.message)).toContain('、40–41条');
    const settled = await inReview.presses(chosen.message, '就是这些');
    await shows(posts, '第四十一条');

    const refused = await inReview.presses(late.message, '就是这些');
    expect(textOf(refused.message ?? refused.followUps[0])).toContain('你的选择没有保存');
    await inReview.presses(settled.message, '撤销');
    const form = await inReview.presses(typing.message, '输入条号…');
    const typed = await inReview.fills(form, { articles: '23、34' });
    expect(textOf(typed.message)).toContain('第23、34条');
    await shows(posts, '第二十三条');
  });

  it('is settled once where two moderators press at the same time, and taken back once', async () => {
    const review = reviews()[0] ?? null;
    const owner = person(tiaoli, 'owner', { channel: 'review' });
    const both = await Promise.all([inReview.presses(review, '正确'), owner.presses(review, '不对')]);
    const answers = both.map(({ message }) => textOf(message));
    expect(answers.filter((answer) => answer.includes('已记下'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes('你的选择没有保存'))).toHaveLength(1);
    const [first, second] = both.map(({ message }) => message);
    await inReview.presses(first ?? null, '撤销');
    expect(await text(owner.presses(second ?? null, '撤销'))).toContain('别人改了判断');
    expect(await text(moderator.gives('review'))).toContain('等着判断的文件：1 份');
  });

  it('teaches the next that has the same words, visibly', async () => {
    await inReview.presses(reviews()[0] ?? null, '不对');
    await publish(alike, '/review/2.html');
    await shows(reviews, /机器人管理规则/);
    const next = reviews().find((message) => textOf(message).includes('机器人管理规则'));
    expect(textOf(next)).toMatch(/据本服务器 1 次判断，由 \d+% 下调/);
    expect(await text(moderator.gives('review'))).toContain('已从 1 次判断中学习');
  });
});

describe('an alert that was sent', () => {
  beforeEach(async () => {
    await publish(title, '/review/1.html');
    await shows(posts, '机器人工作规则');
  });

  it('is flagged by a member, waits for a moderator, and is withdrawn by one', async () => {
    await moderator.gives('settings edit', { review: tiaoli.sandbox.cast.channels.review.id });
    expect(await text(member.presses(posts()[0] ?? null, '不相关'))).toContain('已转给版主');
    expect(await text(member.presses(posts()[0] ?? null, '不相关'))).toContain('已经有人反映过');
    await shows(reviews, '认为它与条例无关');
    expect(textOf(reviews()[0])).toContain(`<@${tiaoli.sandbox.cast.users.member.id}>`);
    expect(textOf(reviews()[0])).not.toContain('先问版主');
    expect(await text(moderator.gives('review'))).toContain('🚩');

    const settled = await inReview.presses(reviews()[0] ?? null, '与条例无关');
    expect(textOf(settled.message)).toContain('标明作废');
    await shows(posts, '作废');
    expect(await text(member.gives('latest'))).not.toContain('机器人工作规则');

    await inReview.presses(settled.message, '撤销');
    await until(tiaoli.sandbox, () => !textOf(posts()[0]).includes('作废'));
    expect(posts()).toHaveLength(1);
    expect(await text(member.gives('latest'))).toContain('机器人工作规则');
  });

  it('is not put before moderators again once they settled it', async () => {
    const alert = posts()[0] ?? null;
    const offered = await moderator.presses(alert, '不相关');
    await moderator.presses(offered.message, '正确');
    expect(await text(member.presses(alert, '不相关'))).toContain('版主已经判断过');
    expect(await text(moderator.gives('review'))).toContain('没有等着判断的文件');
  });

  it('is listed in /review where there is no review channel', async () => {
    await member.presses(posts()[0] ?? null, '不相关');
    expect(await text(moderator.gives('review'))).toMatch(/🚩.*反映：与条例无关/);
  });

  it('is withdrawn in one server alone, and told again when /audit takes the decision back', async () => {
    const offered = await moderator.presses(posts()[0] ?? null, '不相关');
    await moderator.presses(offered.message, '不对');
    await shows(posts, '作废');
    const stranger = person(tiaoli, 'stranger', { channel: 'elsewhere' });
    expect(await text(stranger.gives('latest'))).toContain('机器人工作规则');
    const url = `${tiaoli.site.origin}/review/1.html`;
    expect(await text(moderator.gives('why', { url }))).toContain('判断：不对。');
    expect(await text(stranger.gives('why', { url }))).not.toContain('判断：不对');

    const audit = await moderator.gives('audit');
    expect(textOf(audit.message)).toMatch(/审核决定“[^”]*机器人工作规则[^”]*”/);
    const asked = await moderator.presses(audit.message, '撤销最近一次');
    await moderator.presses(asked.message, '撤销');
    await until(tiaoli.sandbox, () => !textOf(posts()[0]).includes('作废'));
    expect(await text(member.gives('latest'))).toContain('机器人工作规则');
  });

  it('can be settled by a moderator there and then', async () => {
    const offered = await moderator.presses(posts()[0] ?? null, '不相关');
    expect(offered.ephemeral).toBe(true);
    expect(await text(moderator.presses(offered.message, '不对'))).toContain('标明作废');
    await shows(posts, '作废');
  });
});

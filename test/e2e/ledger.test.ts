import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from './ask.ts';
import { type Site, startSite } from './site.ts';
import { publicMessages, startTiaoli, type Tiaoli, textOf, until } from './tiaoli.ts';

/**
 * From a page to the ledger: what official sites publish in one morning, and what each of it becomes.
 */
let tiaoli: Tiaoli;
let district: Site;
let moderator: ReturnType<typeof person>;
let member: ReturnType<typeof person>;

const day = (ahead = 0): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const closing = day(20);
const posts = () => publicMessages(tiaoli.sandbox, tiaoli.sandbox.cast.channels.general.id);
const reviews = () => publicMessages(tiaoli.sandbox, tiaoli.sandbox.cast.channels.review.id);
const text = async (exchange: ReturnType<typeof member.gives>) => textOf((await exchange).message);
const fileOf = async ({ message }: Awaited<ReturnType<typeof member.gives>>): Promise<Buffer> =>
  Buffer.from(await (await fetch(message?.attachments[0]?.url ?? '')).arrayBuffer());

const measure = '关于印发《北京市概念验证平台建设管理办法》的通知';
const consultation = '关于公开征求《北京市科技成果转化条例实施细则（征求意见稿）》意见的公告';
const nearMiss = '关于印发《北京市机器人工作规则》的通知';
const noise = '关于召开2026年度机关党建工作会议的通知';

beforeAll(async () => {
  district = await startSite();
  tiaoli = await startTiaoli({}, [district.host]);
  moderator = person(tiaoli, 'moderator');
  member = person(tiaoli, 'member');
  const { channels } = tiaoli.sandbox.cast;
  await moderator.gives('settings edit', { review: channels.review.id });
  await moderator.gives('subscribe');
  const tried = await moderator.gives('feed add', {
    url: `${district.origin}/list.html`,
    name: '海淀',
    authority: '北京市海淀区人民政府',
  });
  await moderator.presses(tried.message, /保存/);
  await tiaoli.bot.look();

  const { site } = tiaoli;
  site.publish({ title: noise, date: day(), path: '/a/1.html' });
  site.publish({
    title: measure,
    date: day(),
    path: '/a/2.html',
    body: '京科发〔2026〕31号\n为落实《北京国际科技创新中心建设条例》第三十二条，支持概念验证平台建设，制定本办法。\n本办法自2027年1月1日起施行。',
  });
  site.publish({ title: nearMiss, date: day(), path: '/a/3.html', body: '为做好有关工作，制定本规则。' });
  site.publish({
    title: consultation,
    date: day(),
    path: '/a/4.html',
    body: `为促进科技成果转化，我们起草了征求意见稿，现向社会公开征求意见。\n公开征集意见时间为：${day()}至${closing}。`,
  });
  await tiaoli.bot.look();
  await until(tiaoli.sandbox, () => posts().length >= 2 && reviews().length >= 1);
});
afterAll(async () => {
  await tiaoli[Symbol.asyncDispose]();
  await district[Symbol.asyncDispose]();
});

describe('what is published becomes', () => {
  it('an alert for a measure and one for a consultation, a review for a near miss, nothing for noise', () => {
    const told = posts().map(textOf);
    expect(told).toHaveLength(2);
    expect(told.filter((one) => one.includes('概念验证平台建设管理办法'))).toHaveLength(1);
    const asked = told.find((one) => one.includes('征求意见稿')) ?? '';
    expect(asked).toContain(closing);
    const waiting = reviews().map(textOf);
    expect(waiting).toHaveLength(1);
    expect(waiting[0]).toContain('机器人工作规则');
    expect([...told, ...waiting].join('')).not.toContain('党建');
  });

  it('one measure where it is published twice: no second alert, and no second line in the ledger', async () => {
    district.publish({ title: measure, date: day(), path: '/repost/1.html' });
    tiaoli.pass(60);
    await tiaoli.bot.look();
    await tiaoli.bot.look();
    expect(posts()).toHaveLength(2);
    expect(await text(member.gives('measures', { article: '32' }))).toMatch(/条例施行后 2 份/);
  });

  it('a measure when a moderator says so', async () => {
    const inReview = person(tiaoli, 'moderator', { channel: 'review' });
    await inReview.presses(reviews()[0] ?? null, '正确');
    await until(tiaoli.sandbox, () => posts().length === 3);
    expect(textOf(posts()[2])).toContain('机器人工作规则');
  });
});

describe('the ledger', () => {
  it('shows what carries out an article, with issuer, number, dates, evidence and the official page', async () => {
    const shown = await member.gives('measures', { article: '第三十二条' });
    const told = textOf(shown.message);
    expect(told).toContain('落实第三十二条的文件');
    expect(told).toContain('京科发〔2026〕31号');
    expect(told).toContain('2027-01-01 起施行');
    expect(told).toContain('依据：');
    expect(JSON.stringify(shown.message)).toContain(`${tiaoli.site.origin}/a/2.html`);
    expect(await text(member.gives('measures', { article: '76' }))).toContain('还没有发现落实第七十六条');
    expect(await text(member.gives('measures', { article: '77' }))).toContain(
      '看不懂条号“77”。请写第 1 至 76 条',
    );
  });

  it('counts them for all articles, in words and as a picture', async () => {
    const counted = await text(member.gives('coverage', { by: 'articles' }));
    expect(counted).toContain('第七章 附则');
    expect(counted).toMatch(/第三十二条 科技成果转化：\d+ 份/);
    expect(await text(member.gives('coverage', { by: 'places' }))).toContain('市级');
    expect(await text(member.gives('coverage', { by: 'departments' }))).toContain('科学技术部门');
    const picture = await member.gives('coverage');
    const png = await fileOf(picture);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(JSON.stringify(picture.message?.components)).toContain('第三章 创新主体与创新活动：16 条中');
  });

  it('is exported as a table and for programs', async () => {
    const csv = (await fileOf(await member.gives('measures', { export: 'csv' }))).toString();
    expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(5);
    expect(csv).toContain('京科发〔2026〕31号');
    const { derived, measures } = JSON.parse(
      (await fileOf(await member.gives('measures', { export: 'json' }))).toString(),
    );
    expect(derived).toBe(true);
    // The three of today, and one of 2023 that was there at first sight.
    expect(measures).toHaveLength(4);
  });

  it('narrows the latest by kind, issuer, topic and article', async () => {
    const latest = (options: Readonly<Record<string, string>>) => text(member.gives('latest', options));
    expect(await latest({ kind: 'consultation' })).not.toContain('概念验证平台');
    expect(await latest({ kind: 'consultation' })).toContain('征求意见稿');
    expect(await latest({ issuer: '科学技术委员会' })).toContain('概念验证平台');
    expect(await latest({ issuer: '教育委员会' })).toContain('还没有发现这样的文件');
    const [choice] = (await member.completes('latest', 'topic', '成果转化')) ?? [];
    expect(await latest({ topic: String(choice?.value) })).toContain('概念验证平台');
    expect(await latest({ topic: '科技成果转化' })).toContain('概念验证平台');
    expect(await latest({ topic: '第三十二条' })).toContain('概念验证平台');
    expect(await latest({ topic: 'nothing' })).toContain('没有主题');
  });

  it('is each server’s own: another sees by default thresholds, and nothing of this one’s decisions', async () => {
    const stranger = person(tiaoli, 'stranger', { channel: 'elsewhere' });
    const theirs = textOf((await stranger.gives('latest')).message);
    expect(theirs).toContain('概念验证平台');
    expect(theirs).not.toContain('版主');
  });
});

it('met nothing that Discord would refuse', () => {
  expect(tiaoli.complaints).toEqual([]);
});

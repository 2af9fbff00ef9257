import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from './ask.ts';
import { folder, publicMessages, startTiaoli, type Tiaoli, textOf, until } from './tiaoli.ts';

const root = join(import.meta.dirname, '../..');
const data = folder();
const DATABASE_URL = `file:${join(data, 'why.db')}`;
const today = new Date().toISOString().slice(0, 10);

const draft = '关于公开征求《北京市概念验证平台建设管理办法（征求意见稿）》意见的公告';
const measure = '关于印发《北京市概念验证平台建设管理办法》的通知';
const watched = '本市智算中心运行情况通报';
const doubted = '关于印发《北京市机器人工作规则》的通知';
const body = '现将有关情况通报如下。请各单位结合实际，抓好落实。';

let tiaoli: Tiaoli;
let moderator: ReturnType<typeof person>;
let member: ReturnType<typeof person>;
let stranger: ReturnType<typeof person>;

/** A server with a topic that one channel follows, a forum that follows an article, and a channel with a daily digest. */
beforeAll(async () => {
  tiaoli = await startTiaoli({ DATABASE_URL });
  moderator = person(tiaoli, 'moderator');
  member = person(tiaoli, 'member');
  stranger = person(tiaoli, 'stranger', { channel: 'elsewhere' });
  const { forum, announcements } = tiaoli.sandbox.cast.channels;
  for (const [name, any] of [
    ['算力', '算力、智算'],
    ['绿地', '绿地'],
  ] as const) {
    const draft = await moderator.gives('topic create', { name, any });
    await moderator.presses(draft.message, '保存');
  }
  await moderator.gives('subscribe', { topic: '算力' });
  await moderator.gives('subscribe', { channel: forum.id, articles: '1-76', kinds: '措施' });
  await moderator.gives('subscribe', { channel: announcements.id, mode: 'daily', at: '09:00' });
  await tiaoli.bot.look();
  for (const [title, path] of [
    [draft, '/why/1.html'],
    [measure, '/why/2.html'],
    [watched, '/why/3.html'],
  ] as const) {
    tiaoli.site.publish({ title, date: today, path, body });
    await tiaoli.bot.look();
  }
  await until(tiaoli.sandbox, () => posts().length === 1 && inForum().length > 0);
});
afterAll(async () => {
  expect(tiaoli.complaints).toEqual([]);
  await tiaoli[Symbol.asyncDispose]();
  rmSync(data, { recursive: true });
});

const posts = (): readonly APIMessage[] =>
  publicMessages(tiaoli.sandbox, tiaoli.sandbox.cast.channels.general.id);
const digests = (): readonly APIMessage[] =>
  publicMessages(tiaoli.sandbox, tiaoli.sandbox.cast.channels.announcements.id);
const forumPosts = () =>
  [...tiaoli.sandbox.world.channels.values()].filter(
    ({ parentId }) => parentId === tiaoli.sandbox.cast.channels.forum.id,
  );
const inForum = (): readonly APIMessage[] =>
  forumPosts().flatMap(({ id }) => publicMessages(tiaoli.sandbox, id));
const url = (path: string): string => `${tiaoli.site.origin}${path}`;
const text = async (exchange: ReturnType<typeof member.gives>) => textOf((await exchange).message);
const why = (path: string, who = member) => text(who.gives('why', { url: url(path) }));

describe('an alert told for a topic’s words alone', () => {
  it('says which topic and which words, and why this channel, in the language of whoever asks', async () => {
    const [alert = null] = posts();
    expect(textOf(alert)).toContain('是因为符合主题：“算力”（含 智算）');
    const said = await text(member.presses(alert, '为何收到'));
    expect(said).toContain('为何发到这里');
    expect(said).toMatch(/订阅（[^）]*“算力”.*）：符合主题“算力”（含 智算）/);
    const english = person(tiaoli, 'member', { locale: 'en-US' });
    expect(await text(english.presses(alert, '为何收到'))).toMatch(
      /Why it came here[\s\S]*it meets the topic “算力” \(has 智算\)/,
    );
  });

  it('is explained by /why with its topics, thresholds, page, and where it went', async () => {
    const said = await why('/why/3.html');
    expect(said).toContain('符合的主题：“算力”（含 智算）');
    expect(said).not.toContain('绿地');
    expect(said).toMatch(/没有条文达到审核阈值（\d+%）/);
    expect(said).toContain('正文页：没有读');
    expect(said).toContain(`<#${tiaoli.sandbox.cast.channels.general.id}>：已于`);
  });
});

describe('an alert told for its articles', () => {
  it('names in a forum’s post the subscription with its articles and kind', async () => {
    const { people, cast } = tiaoli.sandbox;
    const [post] = forumPosts();
    const [alert] = inForum();
    const customId = /latest\|why\|[^"]+/.exec(JSON.stringify(alert?.components))?.[0] ?? '';
    const pressed = await people.press({
      ...{ user: cast.users.member.id, channel: post?.id ?? '', locale: 'zh-CN' },
      ...{ message: alert?.id ?? '', customId },
    });
    expect(textOf(pressed.message)).toMatch(/：文件涉及第\S+条，类型是措施/);
  });

  it('is shown with the other documents of its policy, and with what waits for a digest', async () => {
    const said = await why('/why/2.html');
    expect(said).toMatch(/第\S+条达到提醒阈值（\d+%）/);
    expect(said).toMatch(/同一政策的其他文件：\n- \S+ · 征求意见 .*征求意见稿/);
    expect(said).toContain('不符合本服务器的任何主题');
    expect(said).toMatch(/正文页：已读，.* 再看有没有改动/);
    expect(said).toMatch(
      new RegExp(`<#${tiaoli.sandbox.cast.channels.announcements.id}>：等 \\S+ 09:00 的汇总`),
    );
  });

  it('shows another server nothing of this one', async () => {
    expect(await why('/why/2.html', stranger)).toContain('没有发到这里：还没有订阅');
    expect(await why('/why/3.html', stranger)).toContain('与条例无关');
    for (const path of ['/why/2.html', '/why/3.html'])
      expect(await why(path, stranger)).not.toMatch(/<#|“算力”|主题/);
  });

  it('is explained by a digest for each of its items', async () => {
    const nine = new Date(`${today}T01:00:00Z`).getTime();
    const minutes = ((nine - Date.now()) / 60_000 + 2 * 1440) % 1440;
    tiaoli.pass(Math.ceil(minutes) + 1);
    await tiaoli.bot.look();
    await until(tiaoli.sandbox, () => digests().length > 0);
    const inAnnouncements = person(tiaoli, 'member', { channel: 'announcements' });
    const [digest = null] = digests();
    const ids = [...JSON.stringify(digest?.components).matchAll(/"value":"([^"]+)"/g)].map(
      ([, id]) => id ?? '',
    );
    expect(ids).toHaveLength(2);
    for (const id of ids)
      expect(await text(inAnnouncements.chooses(digest, '为何收到其中一份', id))).toMatch(
        /订阅（.*）：它跟踪所有配套文件/,
      );
  });
});

describe('the command line', () => {
  const onCommandLine = (...options: readonly string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      execFile(
        process.execPath,
        [join(root, 'src/cli.ts'), 'why', url('/why/3.html'), ...options],
        { cwd: data, env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', DATABASE_URL } },
        (error, stdout) => (error ? reject(error) : resolve(stdout)),
      );
    });

  it('tells the operator of every server’s topics and eyes, by its id', async () => {
    const [json, words] = await Promise.all([onCommandLine('--json'), onCommandLine()]);
    const { home } = tiaoli.sandbox.cast.guilds;
    expect(JSON.parse(json).shownBy).toEqual([expect.any(String)]);
    expect(JSON.parse(json).way[0]).toMatchObject({
      record: { verdict: 'told', reason: { code: 'watched' } },
      measure: { relevance: 'watched', links: [] },
      page: { state: 'none' },
      topics: { [home.id]: [{ name: '算力', found: ['智算'] }] },
      servers: { [home.id]: { standing: 'kept', decision: null } },
      deliveries: [{ kind: 'news', state: 'sent', subscriptions: [expect.any(String)] }],
    });
    expect(words).toContain(`Topics of server ${home.id}: “算力” (has 智算)`);
    expect(words).toContain('sent at');
  });
});

describe('a doubtful document', () => {
  it('is shown where it waits, and then with who settled it and when', async () => {
    const { review } = tiaoli.sandbox.cast.channels;
    await moderator.gives('settings edit', { tell: 95, review: review.id });
    tiaoli.site.publish({ title: doubted, date: today, path: '/why/4.html', body });
    await tiaoli.bot.look();
    await until(tiaoli.sandbox, () => publicMessages(tiaoli.sandbox, review.id).length > 0);
    const waiting = await why('/why/4.html');
    expect(waiting).toMatch(/没有条文达到提醒阈值（95%）；第\S+条达到审核阈值/);
    expect(waiting).toMatch(/存疑的条文：\n落实/);
    expect(waiting).toContain(`<#${review.id}>（待审）：已于`);

    const inReview = person(tiaoli, 'moderator', { channel: 'review' });
    await inReview.presses(publicMessages(tiaoli.sandbox, review.id)[0] ?? null, '与条例无关');
    const settled = await why('/why/4.html');
    expect(settled).toContain(`版主 <@${tiaoli.sandbox.cast.users.moderator.id}> 于`);
    expect(settled).toContain('判断：与条例无关');
    expect(await why('/why/4.html', stranger)).not.toMatch(/判断：与条例无关|<#/);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { locales, translator } from '../../src/chat/catalogue/index.ts';
import { hereText, isHere } from '../../src/chat/views/here.ts';
import { seenLines, topicLines } from '../../src/chat/views/seen.ts';
import { afterLines, findWay, readingText, type Step } from '../../src/chat/views/way.ts';
import { see } from '../../src/ledger/see.ts';
import { topicsOn } from '../../src/ledger/topicsOn.ts';
import type { Decision } from '../../src/ledger/types.ts';
import { openStore } from '../../src/store/open.ts';
import type { DeliveryStanding, Store } from '../../src/store/port.ts';
import { canonicalUrl } from '../../src/watch/identity/canonicalise.ts';
import { guildOfFeed, ownName } from '../../src/watch/namespace.ts';
import { guildOf, linkTo, measureOf, subscriptionOf, topicOf } from '../deliver/sample.ts';
import {
  at,
  channel,
  FEED,
  sampleOutcome,
  sampleRecord,
  sampleSubscription,
  subscribe,
  subscribed,
  write,
} from '../store/sample.ts';

const { corpus } = await loadCorpus();
const t = translator('zh-CN');
const now = new Date('2026-11-22T00:00:00.000Z');
const showing = { feeds: [], corpus, now };

const standing = (part: Partial<DeliveryStanding> = {}): DeliveryStanding => ({
  ...{ id: 'd', kind: 'news', target: channel(1, '1'), subscriptions: ['a'], state: 'pending', attempts: 0 },
  ...{ messageId: null, threadId: null, sentAt: null, lastError: null, nextAttemptAt: null },
  ...{ dueAt: now.toISOString(), digest: false, edits: { made: 0, lastAt: null, waiting: false } },
  ...part,
});
const step = (part: Partial<Step> = {}): Step => ({
  ...{ record: sampleRecord('a'), measure: null, deliveries: [], page: null, family: [] },
  ...part,
});
const sent = { state: 'sent', sentAt: '2026-11-21T01:00:00.000Z', dueAt: null } as const;
const shown = (lines: readonly { readonly markdown: string }[]): string =>
  lines.map(({ markdown }) => markdown.replace(/\\/g, '')).join('\n');

describe('where something went', () => {
  it.each<[Partial<DeliveryStanding>, string]>([
    [{}, '等待发出'],
    [{ dueAt: null }, '订阅已暂停，恢复后再发'],
    [{ dueAt: '2026-11-23T01:00:00.000Z', digest: true }, '等 2026-11-23 09:00 的汇总'],
    [{ dueAt: '2026-11-22T23:00:00.000Z' }, '免打扰时段或休息日，等到 2026-11-23 07:00'],
    [
      { kind: 'revision', dueAt: '2026-11-22T23:00:00.000Z' },
      '同一文件的改动一天至多提醒一次，也不在免打扰时段或休息日提醒，等到 2026-11-23 07:00',
    ],
    [{ lastError: '50013', attempts: 2 }, '第 2 次未成（50013），还会再试'],
    [{ state: 'cancelled', dueAt: null }, '已退订，没有发出'],
    [sent, '已于 2026-11-21 09:00 发出'],
    [
      { ...sent, edits: { made: 2, lastAt: '2026-11-21T02:00:00.000Z', waiting: false } },
      '发出；之后更新过 2 次，最近在 2026-11-21 10:00',
    ],
    [{ ...sent, edits: { made: 0, lastAt: null, waiting: true } }, '发出；有一次更新等待发出'],
    [{ ...sent, kind: 'review' }, '<#1001>（待审）：'],
  ])('%j is said as %s', (part, said) => {
    expect(shown(afterLines(step({ deliveries: [standing(part)] }), showing, t))).toContain(said);
  });

  it('is told after the other documents of the policy', () => {
    const family = [{ ...measureOf({ id: 'x', title: '概念验证征求意见稿', kind: 'consultation' }) }];
    expect(shown(afterLines(step({ family }), showing, t))).toMatch(
      /同一政策的其他文件：\n- .*征求意见 \[概念验证征求意见稿\]/,
    );
  });
});

describe('the way of an entry', () => {
  const [MINE, THEIRS] = ['900', '901'];
  let store: Store;
  beforeEach(async () => {
    const opened = await openStore('file::memory:');
    if (!opened.ok) throw new Error(opened.error.code);
    store = opened.value;
    await subscribed(store, [1]);
    await subscribe(store, sampleSubscription('theirs', { target: channel(2, THEIRS) }));
  });
  afterEach(() => store.close());

  /** Read by each of these sources as it is written there; ids as `inItsRoom` makes them. */
  async function read(...sources: readonly (readonly [feedId: string, url: string])[]): Promise<void> {
    for (const [index, [feedId, url]] of sources.entries()) {
      await store.registerFeeds([feedId], at(0));
      const entry = { id: ownName(guildOfFeed(feedId), canonicalUrl(url)), url, title: '一', date: null };
      const record = sampleRecord('a', { feedId, entry, seenAt: at(index), measureId: null });
      await write(store, sampleOutcome({ entries: [record] }));
    }
  }
  const found = async (url: string, guildId?: string | null) =>
    (await findWay(store, url, guildId)).map(({ record }) => record.feedId);

  const own = `guild_${MINE}_x`;
  const theirs = `guild_${THEIRS}_x`;
  it.each([
    'http://www.kw.example/1.html',
    'https://www.kw.example/1.html',
    'http://kw.example/1.html',
    'http://www.kw.example/1.html?utm_source=x',
  ])('is found in everybody’s sources and a server’s own, newest first, by %s', async (url) => {
    const as = 'http://www.kw.example/1.html';
    await read([FEED, 'https://kw.example/1.html'], [own, as], [theirs, as]);
    expect(await found(url, MINE)).toEqual([own, FEED]);
    expect(await found(url, THEIRS)).toEqual([theirs, FEED]);
    expect(await found(url, null)).toEqual([FEED]);
    expect(await found(url)).toEqual([theirs, own, FEED]);
  });

  it('is empty where it was never read', async () => {
    await read([FEED, 'https://kw.example/1.html']);
    for (const asked of ['https://kw.example/2.html', '条例']) expect(await found(asked)).toEqual([]);
  });
});

describe('an entry’s own page', () => {
  const nextAt = '2026-11-23T01:00:00.000Z';
  it.each<[Step['page'], string]>([
    [null, ''],
    [{ state: 'none', nextAt: null, failures: 0 }, '没有读，按列表'],
    [{ state: 'read', nextAt: null, failures: 0 }, '已读。'],
    [{ state: 'read', nextAt, failures: 0 }, '已读，2026-11-23 09:00 再看'],
    [{ state: 'waiting', nextAt, failures: 0 }, '还没有读，排在 2026-11-23 09:00'],
    [{ state: 'failed', nextAt, failures: 3 }, '读了 3 次没有读到，2026-11-23 09:00 再试'],
    [{ state: 'failed', nextAt: null, failures: 0 }, '没有读到，按列表'],
    [{ state: 'unsure', nextAt, failures: 0 }, '见到一次不同的文字'],
  ])('%j is said as %s', (page, said) => {
    const text = shown([readingText(step({ page }), showing, t)]);
    expect(text).toContain(said);
    expect(text.includes('正文页')).toBe(page !== null);
  });
});

describe('how a server sees a measure', () => {
  const said: Decision = {
    ...{ measureId: 'm', verdict: 'right', articles: [23], examples: [], by: '77' },
    at: '2026-11-20T00:00:00.000Z',
  };
  const lines = (links: readonly number[], decisions: readonly Decision[] = [], review = 0.3): string => {
    const guild = guildOf('1', { decisions });
    const measure = measureOf({ links: [], doubtful: links.map((score, n) => linkTo(23 + n, score)) });
    const strict = { ...guild, settings: { ...guild.settings, tell: 0.6, review } };
    return shown(seenLines('m', see(measure, strict), strict, corpus, t));
  };

  it.each<[string, string]>([
    [lines([0.9]), '第23条达到提醒阈值（60%）'],
    [lines([0.9, 0.4]), '存疑的条文：'],
    [lines([0.4]), '没有条文达到提醒阈值（60%）；第23条达到审核阈值（30%）'],
    [lines([0.2]), '没有条文达到审核阈值（30%）'],
    [lines([0.4], [said]), '版主 <@77> 于 2026-11-20 08:00 判断：正确'],
    [lines([0.4], [{ ...said, verdict: 'flagged' }]), '有成员于 2026-11-20 08:00 反映'],
  ])('is said by thresholds and decisions: %s', (text, expected) => {
    expect(text).toContain(expected);
  });

  it('names its topics with the words found, and says that none is met', () => {
    const guild = guildOf('1', { topics: [topicOf('c', { name: '概念', any: ['概念验证', '中试'] })] });
    const measure = measureOf();
    const of = (topics: typeof guild.topics): string =>
      shown(topicLines(topicsOn(topics, measure, see(measure, guild)), guild, t));
    expect(of(guild.topics)).toBe('符合的主题：“概念”（含 概念验证）');
    expect(of([])).toBe('不符合本服务器的任何主题。');
  });
});

describe('why it came here', () => {
  const asker = { userId: '7', guildId: '1', channel: { id: '1001' } } as Parameters<typeof isHere>[1];
  it.each<[boolean, Parameters<typeof isHere>[0], Partial<typeof asker>, string]>([
    [true, standing(), {}, 'this channel'],
    [false, standing({ target: channel(2, '1') }), {}, 'another channel'],
    [false, standing({ target: channel(1, '2') }), {}, 'another server'],
    [true, standing({ target: channel(2, '1'), threadId: '1001' }), {}, 'its post in a forum'],
    [true, standing({ target: { kind: 'user', userId: '7' } }), { guildId: null }, 'one’s own messages'],
    [false, standing({ target: { kind: 'user', userId: '8' } }), { guildId: null }, 'another person’s'],
    [false, standing({ target: { kind: 'user', userId: '7' } }), {}, 'one’s own messages, asked in a server'],
  ])('%s: %s', (expected, delivery, who) => {
    expect(isHere(delivery, { ...asker, ...who })).toBe(expected);
  });

  const guild = guildOf('1', { topics: [topicOf('c', { name: '概念', any: ['概念验证'] })] });
  const here = {
    measure: measureOf(),
    guild,
    subscriptions: [
      subscriptionOf('a', { articles: [23], topics: ['c'] }),
      subscriptionOf('b', { articles: [5] }),
    ],
    deliveries: [standing({ subscriptions: ['a', 'b', 'gone'] }), standing({ kind: 'review' })],
  };

  it('names each subscription that asked for it and by what, and those that no longer would', () => {
    const text = shown([hereText(here, corpus.documents[0], t)]);
    expect(text).toContain('文件涉及第23条，符合主题“概念”（含 概念验证）');
    expect(text).toMatch(/按现在的设置或判断，它不再要/);
    expect(text).toContain('一项后来结束的订阅');
    expect(text).toContain('审核频道');
    expect(shown([hereText({ ...here, deliveries: [] }, corpus.documents[0], t)])).toContain('没有收到过');
  });

  it.each(locales)('is said in %s', (locale) => {
    expect(hereText(here, corpus.documents[0], translator(locale)).markdown).not.toMatch(/\{\w+\}/);
  });
});

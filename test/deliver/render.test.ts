import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../corpus/index.ts';
import { acceptMessage } from '../../sandbox/validate/message.ts';
import type { MessageBody } from '../../src/chat/fit.ts';
import { type Outgoing, partOf } from '../../src/chat/messenger.ts';
import { render } from '../../src/deliver/render.ts';
import { newGuild } from '../../src/ledger/defaults.ts';
import type { Decision } from '../../src/ledger/types.ts';
import type { Alert, LeasedDelivery, Measure, Subscription } from '../../src/store/port.ts';
import { at, sampleAlert, sampleMeasure, sampleSubscription } from '../store/sample.ts';
import { topicOf } from './sample.ts';

const { corpus } = await loadCorpus();

const measure = sampleMeasure('measure', {
  title: '关于印发《北京市概念验证平台建设管理办法》的通知',
  issuer: '北京市科学技术委员会',
  docNumber: '京科发〔2026〕7号',
  url: 'https://kw.beijing.gov.cn/zcwj/t20261101_1.html',
  date: '2026-11-01',
  links: [{ number: 39, score: 0.92, link: 'implements', why: '概念验证平台' }],
});
const target = { kind: 'channel', guildId: '1', channelId: '2' } as const;

const asking = (subscription: Subscription | null) => ({
  subscription,
  subscriptions: subscription === null ? [] : [subscription],
});
const deliveryOf = (part: Partial<LeasedDelivery> = {}): LeasedDelivery => ({
  id: 'delivery-id',
  alertId: 'alert',
  subscriptionId: 's',
  target,
  fence: 1,
  priorAttempts: 0,
  unsettled: null,
  alert: sampleAlert('alert', { measureId: measure.id, createdAt: '2026-11-01T02:00:00.000Z' }),
  measure,
  reposts: [],
  ...asking(sampleSubscription('s', { target })),
  guild: newGuild('1'),
  operation: { kind: 'post' },
  digest: null,
  earlier: null,
  ...part,
  ...(part.subscription === undefined ? {} : asking(part.subscription)),
  ...(part.subscriptions === undefined ? {} : { subscriptions: part.subscriptions }),
});
const told = (change: Partial<Measure>, part: Partial<LeasedDelivery> = {}): LeasedDelivery =>
  deliveryOf({ measure: { ...measure, ...change }, ...part });
const alertOf = (kind: Alert['kind'], about: Alert['about'] = {}): Pick<LeasedDelivery, 'alert'> => ({
  alert: sampleAlert('alert', { kind, about, measureId: measure.id, createdAt: at(0) }),
});
const decided = (
  verdict: Decision['verdict'],
  articles: readonly number[] = [],
): Partial<LeasedDelivery> => ({
  guild: {
    ...newGuild('1'),
    decisions: [{ measureId: measure.id, verdict, articles, examples: [], by: '3', at: at(0) }],
  },
  operation: { kind: 'edit', messageId: '9', threadId: null },
});

const inner = (body: MessageBody) => body.components.flatMap((container) => container.components);
const textOf = ({ body }: Pick<Outgoing, 'body'>): string =>
  inner(body)
    .map((part) => ('content' in part ? part.content : ''))
    .join('\n');
const fileOf = ({ body }: Outgoing): string =>
  (body.files ?? []).map(({ bytes }) => new TextDecoder().decode(bytes)).join('');
const show = async (delivery: LeasedDelivery): Promise<string> => textOf(await render(delivery, corpus));
const sent = async (delivery: LeasedDelivery): Promise<Outgoing> => {
  const out = await render(delivery, corpus);
  for (const body of [out.body, out.bare]) {
    const { files = [] } = body;
    const json = partOf(body, out.roleIds).body;
    // As strict as Discord.
    acceptMessage(
      JSON.parse(JSON.stringify(json)),
      files.map(({ name, bytes }, n) => ({ field: `files[${n}]`, name, type: 'text/plain', bytes })),
    );
    expect(JSON.stringify(json)).toMatch(/"custom_id":"[^"]*\|delivery-id"/);
  }
  return out;
};

describe('an alert', () => {
  it('says what it is, who issued it, when, and which articles it carries out with the words that show it', async () => {
    expect(await show(deliveryOf())).toBe(
      [
        '### 📢 新的配套文件 · 措施',
        '**[关于印发《北京市概念验证平台建设管理办法》的通知](<https://kw.beijing.gov.cn/zcwj/t20261101_1.html>)**',
        '措施 · 北京市科学技术委员会 · 京科发〔2026〕7号 · 2026\\-11\\-01 · 条例施行后发布',
        `落实**第三十九条**（${corpus.documents[0]?.captions.get('39')}）92% — 依据：概念验证平台`,
        '-# 条文关联由本机器人推断，以官方页面为准。',
        '',
        '',
      ].join('\n'),
    );
  });

  const computing = { ...topicOf('c', { name: '算力', any: ['算力', '智算'] }) };
  const watching = (part: Partial<LeasedDelivery> = {}): LeasedDelivery =>
    told(
      { title: '算力中心运行通报', relevance: 'watched', links: [] },
      {
        guild: { ...newGuild('1'), topics: [topicOf('o', { name: '通报', any: ['通报'] }), computing] },
        subscription: sampleSubscription('s', { target, topics: ['c'] }),
        ...part,
      },
    );

  it('told for a topic’s words alone says which topic it is and which words were found', async () => {
    const shown = await show(watching());
    expect(shown).toContain('你们关注的主题有新文件');
    expect(shown).toContain('看不出它落实条例的哪一条；发到这里，是因为符合主题：“算力”（含 算力）');
    expect(shown).not.toContain('“通报”');
  });

  it.each<[string, LeasedDelivery]>([
    ['it is told for its articles', watching({ measure: { ...measure, title: '算力中心运行通报' } })],
    [
      'it was taken back',
      watching({
        ...decided('irrelevant'),
        guild: { ...newGuild('1'), ...decided('irrelevant').guild, topics: [computing] },
      }),
    ],
  ])('names no topic as its only reason where %s', async (_, delivery) => {
    expect(await show(delivery)).not.toContain('是因为符合主题');
  });

  it('in a digest is named with its topic as well', async () => {
    const delivery = watching();
    const { alert, measure: told } = delivery;
    expect(await show({ ...delivery, digest: [{ alert, measure: told, reposts: [] }] })).toContain(
      '符合主题“算力”（含 算力）',
    );
  });

  it('opens up to three articles, says why, takes a "not relevant" and links the official page', async () => {
    const links = [39, 23, 24, 25].map((number) => ({ ...measure.links[0], number, score: 0.9 }) as const);
    const { body } = await sent(
      told({ links: links.map((one) => ({ ...one, link: 'implements', why: 'x' })) }),
    );
    const out = JSON.stringify(body);
    expect(out.match(/article\|show\|ordinance:\d+/g)).toEqual(
      [39, 23, 24].map((number) => `article|show|ordinance:${number}`),
    );
    expect(out).toContain('"custom_id":"latest|why|measure|delivery-id"');
    expect(out).toContain('"custom_id":"review|flag|measure"');
    expect(out).toContain('"url":"https://kw.beijing.gov.cn/zcwj/t20261101_1.html"');
  });

  it('asks no person for a moderator’s judgement', async () => {
    const person = deliveryOf({ target: { kind: 'user', userId: '5' }, guild: null });
    expect(JSON.stringify(await sent(person))).not.toContain('review|flag');
  });

  it.each([
    [told({ date: '2023-05-01' }), '条例施行前发布', 'an earlier measure'],
    [told({ date: null }), '日期不明', 'no date'],
    [told({ effectiveOn: '2026-12-01' }), '2026\\-12\\-01 起施行', 'when it takes effect'],
    [told({ consultationUntil: '2026-12-10' }), '征求意见至 2026\\-12\\-10', 'until when one may comment'],
    [told({ relevance: 'watched', links: [] }), '你们关注的主题有新文件', 'a topic’s words alone'],
    [deliveryOf(alertOf('revision', { parts: 'title,text' })), '改动：标题、正文', 'what was changed'],
    [deliveryOf(alertOf('revision', { parts: '' })), '改动：页面内容', 'that something was changed'],
    [deliveryOf(alertOf('closing', { day: '2026-12-10' })), '征求意见将于 2026\\-12\\-10 截止', 'a last day'],
    [deliveryOf(alertOf('effective', { day: '2026-12-01' })), '⏳ 2026\\-12\\-01 起施行', 'a first day'],
    [deliveryOf(decided('right', [39])), '版主已确认', 'a decision: right'],
    [deliveryOf(decided('other', [24])), '第二十四条', 'a decision: other articles'],
    [deliveryOf(decided('irrelevant')), '这条提醒作废', 'a decision: not relevant'],
    [
      deliveryOf({ reposts: [{ url: 'https://www.beijing.gov.cn/a.html', feedId: 'bj' }] }),
      '另见：[www.beijing.gov.cn](<https://www.beijing.gov.cn/a.html>)',
      'where else it was published',
    ],
    [
      deliveryOf({ operation: { kind: 'edit', messageId: '9', threadId: null } }),
      '已按最新情况更新',
      'an edit',
    ],
  ])('%# tells %3$s', async (delivery, sentence) => {
    await sent(delivery);
    expect(await show(delivery)).toContain(sentence);
  });

  it('speaks the language of its subscription, else of its server', async () => {
    const subscription = (locale: 'en' | 'zh-TW') => ({
      subscription: sampleSubscription('s', { target, locale }),
    });
    expect(await show(deliveryOf(subscription('en')))).toContain('New follow-up · measure');
    expect(await show(deliveryOf(subscription('zh-TW')))).toContain('新的配套文件');
    const guild = { ...newGuild('1'), settings: { ...newGuild('1').settings, locale: 'en' as const } };
    expect(await show(deliveryOf({ subscription: null, guild }))).toContain('New follow-up');
  });

  it('attaches the whole where the message has room for a part', async () => {
    const title = `开头${'很长'.repeat(1_000)}结尾`;
    const out = await sent(told({ title }));
    expect(textOf(out)).toContain('全文见附件');
    expect(fileOf(out)).toContain(title);
    expect(textOf({ body: out.bare })).toContain('附加文件');
    expect(fileOf(await sent(deliveryOf()))).toBe('');
  });

  it('mentions the subscription’s role and takes none from anywhere else', async () => {
    const roleId = '123456789012345678';
    const of = (id: string) =>
      render(deliveryOf({ subscription: sampleSubscription('s', { target, roleId: id }) }), corpus);
    expect((await of(roleId)).roleIds).toEqual([roleId]);
    expect((await of('1> @everyone <@&1')).roleIds).toEqual([]);
    expect((await render(deliveryOf({ subscription: null }), corpus)).roleIds).toEqual([]);
  });
});

describe('a digest', () => {
  const items = Array.from({ length: 10 }, (_, n) => ({
    alert: sampleAlert(`a${n}`, { createdAt: at(n * 86_400) }),
    measure: { ...measure, id: `m${n}`, title: `第${n}号文件` },
    reposts: [],
  }));
  const daily = {
    ...sampleSubscription('s', { target }),
    rhythm: { ...sampleSubscription('s').rhythm, mode: 'daily' as const },
  };

  it('has a line for each document, with kind, issuer, date and articles, and says of which days it is', async () => {
    const out = await sent(deliveryOf({ digest: items, subscription: daily }));
    expect(textOf(out)).toContain('每日汇总 · 10 份');
    expect(textOf(out)).toContain('2026\\-03\\-01 至 2026\\-03\\-10');
    for (const { measure } of items)
      expect(textOf(out)).toContain(`**[${measure.title}](<${measure.url}>)**`);
    expect(textOf(out)).toContain('措施 · 北京市科学技术委员会 · 2026\\-11\\-01 · 第39条');
    expect(JSON.stringify(out.body)).toContain('"custom_id":"latest|why|delivery-id"');
  });

  it('attaches what a line has no room for', async () => {
    const long = items.map((item) => ({ ...item, measure: { ...item.measure, title: '*'.repeat(10_000) } }));
    const out = await sent(deliveryOf({ digest: long, subscription: daily }));
    expect(fileOf(out).match(/\*{10000}/g)).toHaveLength(10);
  });

  const anyMeasure: fc.Arbitrary<Partial<Measure>> = fc.record({
    title: fc.string({ unit: fc.constantFrom('关', '字', '*', '😀'), maxLength: 130 }),
    issuer: fc.string({ unit: fc.constantFrom('市', '_', '〔'), maxLength: 60 }),
    url: fc.nat(320).map((length) => `https://kw.example/${'a'.repeat(length)}`),
    links: fc
      .uniqueArray(fc.integer({ min: 1, max: 75 }), { maxLength: 30 })
      .map((numbers) => numbers.map((number) => ({ number, score: 0.9, link: 'cites', why: '' }) as const)),
  });
  const anyTen = fc.array(anyMeasure, { minLength: 10, maxLength: 10 });

  it('fits one message of whatever ten documents, however many roles are mentioned', async () => {
    const roles = fc.constantFrom(0, 1, 60);
    await fc.assert(
      fc.asyncProperty(anyTen, roles, async (measures, count) => {
        const digest = items.map((item, n) => ({ ...item, measure: { ...item.measure, ...measures[n] } }));
        const subscriptions = Array.from({ length: count }, (_, n) => ({
          ...daily,
          roleId: `${10n ** 19n + BigInt(n)}`,
        }));
        const out = await sent(deliveryOf({ digest, subscriptions }));
        expect(out.roleIds).toHaveLength(Math.min(count, 50));
      }),
      { numRuns: 60 },
    );
  });

  it('fits although its lines leave no room but for a part of the mention', async () => {
    for (let more = 0; more < 60; more += 1) {
      const url = `https://kw.example/${'a'.repeat(260)}`;
      const title = (n: number): string => '字'.repeat(n === 0 ? more : 60);
      const digest = items.map((item, n) => ({
        ...item,
        measure: { ...item.measure, url, title: title(n) },
      }));
      await sent(deliveryOf({ digest, subscription: { ...daily, roleId: '12345678901234567890' } }));
    }
  });

  it('marks what was withdrawn since, and what is no longer there', async () => {
    const digest = [
      { ...items[0], measure, alert: sampleAlert('a'), reposts: [] },
      { alert: sampleAlert('b'), measure: null, reposts: [] },
    ];
    const shown = await show(deliveryOf({ digest, ...decided('irrelevant') }));
    expect(shown).toContain('〔已作废〕');
    expect(shown).toContain('2\\. 已不在记录中');
  });
});

describe('a notice', () => {
  const notice = (kind: Alert['kind'], about: Alert['about'] = {}): LeasedDelivery =>
    deliveryOf({
      ...alertOf(kind, about),
      measure: null,
      subscription: kind === 'test' ? sampleSubscription('s', { target, roleId: '77' }) : null,
    });

  it.each([
    [notice('test'), '这里收得到提醒', 'a test'],
    [notice('test'), '<@&77>', 'whom real alerts mention'],
    [
      notice('source', {
        feed: 'kw',
        name: '政策文件',
        authority: '市科委',
        news: 'failing',
        cause: 'http-403',
        failures: 3,
        since: at(0),
      }),
      '**政策文件（市科委）** 自',
      'a source that fails',
    ],
    [
      notice('source', {
        feed: 'kw',
        name: '政策文件',
        authority: '市科委',
        news: 'quiet',
        rhythmDays: 2.04,
        since: at(0),
      }),
      '平时约每 2 天',
      'a quiet one',
    ],
    [
      notice('source', {
        feed: 'kw',
        name: '政策文件',
        authority: '市科委',
        news: 'recovered',
        from: 'failing',
        entries: 4,
      }),
      '补读了 4 条',
      'a recovery',
    ],
    [
      notice('trouble', { trouble: 'no-permission', channelId: '55' }),
      '<#55> 目前收不到提醒：我在那里没有',
      'a trouble',
    ],
    [
      notice('trouble', { trouble: 'no-permission', channelId: '55' }),
      '频道设置 → 权限',
      'what to do about it',
    ],
    [notice('trouble', { trouble: 'gone' }), '换一个频道', 'what to do when it is gone'],
  ])('%# says %3$s in plain words', async (delivery, sentence) => {
    const out = await sent(delivery);
    expect(textOf(out)).toContain(sentence);
    expect(out.roleIds).toEqual([]);
  });

  it('speaks to a person in the language in which they subscribed', async () => {
    const delivery = notice('trouble', { trouble: 'gone', locale: 'en' });
    expect(await show({ ...delivery, guild: null, target: { kind: 'user', userId: '5' } })).toContain(
      'Alerts do not',
    );
  });

  it.each([
    'gone',
    'no-access',
    'no-permission',
    'no-history',
    'no-messages',
    'closed',
    'locked',
    'full',
    'tag-required',
  ])('has words for the trouble %s in every language', async (trouble) => {
    for (const locale of ['zh-CN', 'zh-TW', 'en'] as const) {
      const guild = { ...newGuild('1'), settings: { ...newGuild('1').settings, locale } };
      await sent({ ...notice('trouble', { trouble }), guild });
    }
  });

  it('puts a doubtful measure before moderators, to be settled with its buttons', async () => {
    const doubtful = {
      relevance: 'doubtful' as const,
      links: [],
      doubtful: measure.links.map((one) => ({ ...one, score: 0.45 })),
    };
    const out = await sent(told(doubtful, { ...alertOf('review'), subscription: null }));
    expect(JSON.stringify(out.body)).toMatch(/review\|settle\|measure\|right/);
  });
});

const HOSTILE: readonly (readonly [text: string, what: string])[] = [
  ['@everyone @here <@1> <@&2> <#3>', 'mentions'],
  ['＠everyone ＠here', 'full-width mentions'],
  ['**a** __b__ ~~c~~ ||d|| `e` ```f```', 'markup'],
  ['[领取补贴](https://evil.example)', 'masked links'],
  ['https://evil.example', 'bare links'],
  ['\u202Egnp.exe\u200B\uFEFF\u2066x\u2069', 'direction overrides and invisible characters'],
  ['# 标题\n> 引用\n- 列表\n1. 列表\n-# 小字', 'line markup'],
  ['）](<https://evil.example>) [', 'attempts to break out of the link'],
  ['</say:1> <t:1:R> <id:guide> <a:x:1> :smile:', 'commands, times, emoji'],
  ['字'.repeat(10_000), '10,000 characters'],
  ['*'.repeat(10_000), '10,000 characters to escape'],
  ['😀'.repeat(5_000), '5,000 characters of two units'],
  ['\ud83d', 'half a character'],
  ['', 'nothing at all'],
];

/** In every kind of message that shows what a page says. */
function everyMessageOf(hostile: string, url = measure.url): readonly LeasedDelivery[] {
  const change: Partial<Measure> = {
    title: hostile,
    issuer: hostile,
    docNumber: hostile,
    url,
    links: Array.from({ length: 76 }, (_, n) => ({
      number: n + 1,
      score: 0.9,
      link: 'implements',
      why: hostile,
    })),
  };
  const doubtful = {
    ...change,
    relevance: 'doubtful' as const,
    doubtful: change.links?.map((one) => ({ ...one, score: 0.45 })) ?? [],
    links: [],
  };
  const item = { alert: sampleAlert('a'), measure: { ...measure, ...change }, reposts: [] };
  const reposts = Array.from({ length: 20 }, () => ({ url, feedId: hostile }));
  return [
    told(change, { reposts }),
    told(change, alertOf('revision', { parts: hostile })),
    told(change, alertOf('closing', { day: hostile.slice(0, 40) })),
    told(change, { ...decided('right', [1, 2, 3]), ...alertOf('effective') }),
    told(doubtful, { ...alertOf('review', { flaggedBy: hostile }), subscription: null }),
    deliveryOf({ digest: Array.from({ length: 10 }, () => item) }),
    deliveryOf({
      ...alertOf('source', {
        feed: hostile,
        name: hostile,
        authority: hostile,
        news: 'failing',
        cause: hostile.slice(0, 100),
        failures: 1,
        since: at(0),
      }),
      measure: null,
    }),
  ];
}

describe('what a page says', () => {
  it.each(HOSTILE.map(([hostile, what]) => [what, hostile]))(
    'is shown harmlessly: %s',
    async (_, hostile) => {
      for (const delivery of everyMessageOf(hostile)) {
        const { body, bare } = await sent(delivery);
        for (const one of [body, bare]) {
          expect(one.allowed_mentions).toEqual({ parse: [] });
          const text = textOf({ body: one });
          expect(text.length).toBeLessThanOrEqual(4000);
          expect(text).not.toMatch(/(?<!\\)@(?!\d)/);
          expect(text).not.toMatch(/(?<!\\)<(?!https:\/\/kw\.beijing\.gov\.cn\/zcwj\/t20261101_1\.html>)/);
          expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/);
          // The only links are ours.
          expect(text.replaceAll(measure.url, '')).not.toMatch(/https?:\/\//);
        }
      }
    },
  );

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'not a url',
    `https://e.example/${'x'.repeat(5_000)}`,
  ])('is never linked to %.30s', async (url) => {
    for (const delivery of everyMessageOf('文件', url)) {
      const out = JSON.stringify((await sent(delivery)).body);
      expect(out).not.toContain('"url":"javascript');
      expect(out).not.toContain('](<');
    }
  });

  it('fits one message, whatever it is', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({
        unit: fc.constantFrom('*', '字', '\n', '@', '😀', '1.', '[', '\u202e'),
        maxLength: 12_000,
      }),
    );
    await fc.assert(
      fc.asyncProperty(text, async (hostile) => {
        for (const delivery of everyMessageOf(hostile)) await sent(delivery);
      }),
      { numRuns: 30 },
    );
  });
});

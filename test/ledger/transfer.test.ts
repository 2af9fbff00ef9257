import { describe, expect, test } from 'vitest';
import { locales, translator } from '../../src/chat/catalogue/index.ts';
import { faultText } from '../../src/chat/views/importFault.ts';
import { defaultSettings as defaults, newGuild } from '../../src/ledger/defaults.ts';
import { defineOwnFeed } from '../../src/ledger/ownFeed.ts';
import { subscriptionId } from '../../src/ledger/subscriptionId.ts';
import type { ImportFault } from '../../src/ledger/transfer/fault.ts';
import { type ConfigurationFile, exportConfiguration } from '../../src/ledger/transfer/file.ts';
import { fromOpml, toOpml } from '../../src/ledger/transfer/opml.ts';
import { type Importing, planImport } from '../../src/ledger/transfer/plan.ts';
import { fromServersYaml, fromYaml, toYaml } from '../../src/ledger/transfer/yaml.ts';
import type { Guild } from '../../src/ledger/types.ts';
import type { Subscription, Target } from '../../src/store/port.ts';

const target: Target = { kind: 'channel', guildId: '900000000000000001', channelId: '900000000000000002' };
const scope = { articles: [23, 34], topics: ['t1', 'article:30'], kinds: [], issuers: ['海淀'] };
const subscription: Subscription = {
  id: subscriptionId(target, scope),
  target,
  ...scope,
  rhythm: {
    mode: 'weekly',
    at: '08:30',
    weekday: 5,
    atOnce: ['measure'],
    quietHours: { from: '22:00', to: '07:00' },
    workdaysOnly: true,
    timeZone: 'Asia/Shanghai',
  },
  roleId: '900000000000000003',
  crosspost: false,
  pausedAt: null,
  locale: 'zh-CN',
  createdBy: '1',
  createdAt: '2026-11-01T00:00:00.000Z',
  trouble: null,
};
const feed = {
  url: 'https://www.bjhd.gov.cn/list.html',
  name: '海淀',
  authority: '海淀区人民政府',
  reader: { kind: 'html', item: 'ul.list > li', title: 'a', link: 'a@href', date: 'span' },
} as const;
const guild: Guild = {
  ...newGuild(target.guildId),
  topics: [
    {
      id: 't1',
      name: '算力',
      any: ['算力', '智能计算'],
      all: [],
      none: ['招标'],
      articles: [],
      kinds: [],
      issuers: [],
    },
  ],
  feeds: [
    {
      id: defineOwnFeed(target.guildId, feed).id,
      definition: defineOwnFeed(target.guildId, feed),
      paused: false,
    },
    { id: 'bj_kw', definition: null, paused: true },
  ],
};
const importing: Importing = {
  guild: newGuild(guild.id),
  subscriptions: [],
  by: '1',
  at: '2026-11-22T00:00:00.000Z',
  isArticle: (number) => number >= 1 && number <= 76,
  channel: (id) => (id === target.channelId ? 'message' : null),
  sources: [{ id: 'bj_kw', url: 'https://kw.beijing.gov.cn/list.html', page: 'https://kw.beijing.gov.cn/' }],
  refused: new Map([['http://127.0.0.1/x', 'private-address']]),
  mode: 'merge',
};
const plan = (file: ConfigurationFile, how: Partial<Importing> = {}) =>
  planImport(file, { ...importing, ...how });
const file = exportConfiguration(guild, [subscription]);
const { topics = [], subscriptions: exported = [] } = file;
const noTopic: ImportFault = { where: 'subscriptions.0.topics', code: 'no-topic', about: { topic: '算力' } };
const { moderatorRoleId: _role, reviewChannelId: _channel, ...plainSettings } = defaults;

/** The catalogue throws where a fault does not name what its words are about. */
const inEveryLanguage = (faults: readonly ImportFault[]) => {
  for (const locale of locales)
    for (const fault of faults) expect(faultText(fault, translator(locale))).not.toBe('');
};

describe('a configuration', () => {
  test('comes back from YAML as it was written, ids of Discord to the last digit', () => {
    const read = fromYaml(toYaml(file));
    expect(read).toEqual({ ok: true, value: file });
    expect(toYaml(file)).toContain("channel: '900000000000000002'");
  });

  test('put into a server that has nothing makes all of it, under the ids it had', () => {
    const planned = plan(file);
    expect(
      planned.ok && planned.value.map(({ what, before, after }) => [what, before !== null, after !== null]),
    ).toEqual([
      ['topic', false, true],
      ['feed', false, true],
      ['feed', false, true],
      ['subscription', false, true],
    ]);
  });

  test('put into the server it came from changes nothing', () => {
    expect(plan(file, { guild, subscriptions: [subscription] })).toEqual({ ok: true, value: [] });
  });

  test('takes nothing away unless all is to be replaced', () => {
    const empty = { ...file, topics: [], feeds: [], pausedSources: [], subscriptions: [] };
    const has = { guild, subscriptions: [subscription] };
    expect(plan(empty, has)).toEqual({ ok: true, value: [] });
    const replaced = plan(empty, { ...has, mode: 'replace' });
    expect(replaced.ok && replaced.value.map(({ what, after }) => [what, after])).toEqual([
      ['topic', null],
      ['feed', null],
      ['feed', null],
      ['subscription', null],
    ]);
  });

  test.each<[string, Partial<ConfigurationFile>, ImportFault]>([
    [
      'a channel of another server',
      { subscriptions: exported.map((s) => ({ ...s, channel: '7' })) },
      { where: 'subscriptions.0.channel', code: 'no-channel', about: { channel: '7' } },
    ],
    [
      'an article that is not there',
      { subscriptions: exported.map((s) => ({ ...s, articles: [99] })) },
      { where: 'subscriptions.0.articles', code: 'no-article', about: { article: 99 } },
    ],
    ['a topic that is not there', { topics: [] }, noTopic],
    [
      'an address that is not visited',
      { feeds: [{ ...feed, url: 'http://127.0.0.1/x', paused: false }] },
      { where: 'feeds.0.url', code: 'refused', about: { cause: 'private-address' } },
    ],
    [
      'a name that comes twice',
      { topics: [...topics, ...topics] },
      { where: 'topics.1', code: 'twice', about: {} },
    ],
    [
      'a subscription that comes twice, its topics in another order',
      {
        subscriptions: exported.flatMap((s) => [s, { ...s, topics: s.topics.toReversed(), mode: 'daily' }]),
      },
      { where: 'subscriptions.1', code: 'twice', about: {} },
    ],
    [
      'everyone mentioned',
      { subscriptions: exported.map((s) => ({ ...s, role: target.guildId })) },
      { where: 'subscriptions.0.role', code: 'everyone', about: {} },
    ],
    [
      'everyone a moderator',
      { settings: { ...plainSettings, moderatorRole: target.guildId, reviewChannel: null } },
      { where: 'settings.moderatorRole', code: 'everyone', about: {} },
    ],
    [
      'a source paused that nobody has, such as another server’s own',
      { pausedSources: ['guild_7_x'] },
      { where: 'pausedSources.0', code: 'no-source', about: { source: 'guild_7_x' } },
    ],
    [
      'a topic that asks for nothing',
      { topics: [{ name: '空', any: [], all: [], none: [], issuers: [], articles: [], kinds: [] }] },
      { where: 'topics.0', code: 'topic', about: { fault: 'empty' } },
    ],
  ])('with %s is refused whole, saying where', (_, part, fault) => {
    const planned = plan({ ...file, ...part });
    expect(!planned.ok && planned.error).toContainEqual(fault);
    if (!planned.ok) inEveryLanguage(planned.error);
  });
});

describe('replacing', () => {
  const has = { guild, subscriptions: [subscription], mode: 'replace' } as const;

  test('leaves alone the parts that the file does not have: of OPML all but the sources', () => {
    const opml = fromOpml(toOpml('来源', [defineOwnFeed(guild.id, { ...feed, url: 'https://b.cn/list' })]));
    const planned = opml.ok ? plan(opml.value, has) : opml;
    expect(planned.ok && planned.value.map(({ what, after }) => [what, after !== null])).toEqual([
      ['feed', false],
      ['feed', true],
    ]);
  });

  test('takes no topic away that a subscription left alone follows', () => {
    const planned = plan({ tiaoli: 1, topics: [] }, has);
    expect(!planned.ok && planned.error).toEqual([
      { where: 'topics', code: 'topic-followed', about: { channel: '900000000000000002' } },
    ]);
  });

  test('lets no subscription follow a topic that goes', () => {
    const planned = plan({ tiaoli: 1, topics: [], subscriptions: exported }, has);
    expect(!planned.ok && planned.error).toContainEqual(noTopic);
  });
});

test('knows a subscription again that follows something else than when its id was made', () => {
  const edited = { ...subscription, issuers: ['朝阳'] };
  const planned = plan(exportConfiguration(guild, [edited]), { guild, subscriptions: [edited] });
  expect(planned).toEqual({ ok: true, value: [] });
});

test('makes no two topics one, though one is called by now what the other was', () => {
  const [topic] = guild.topics;
  if (!topic) throw new Error('no topic');
  const first = plan({ tiaoli: 1, topics });
  const id = first.ok ? (first.value[0]?.id ?? '') : '';
  const renamed = { ...guild, topics: [{ ...topic, id, name: '智算' }] };
  const again = plan({ tiaoli: 1, topics }, { guild: renamed });
  expect(again.ok && again.value.map(({ before, after }) => [before, after !== null])).toEqual([
    [null, true],
  ]);
});

test('counts sources that are paused against no limit of sources added', () => {
  const sources = Array.from({ length: 60 }, (_, at) => ({
    id: `s${at}`,
    url: `https://a.cn/${at}`,
    page: '',
  }));
  const planned = plan({ tiaoli: 1, pausedSources: sources.map(({ id }) => id) }, { sources });
  expect(planned.ok && planned.value.length).toBe(60);
});

test('leaves out sources that every server has', () => {
  const feeds = [{ ...feed, url: 'https://kw.beijing.gov.cn/list.html', paused: false }];
  expect(plan({ ...file, topics: [], subscriptions: [], pausedSources: [], feeds })).toEqual({
    ok: true,
    value: [],
  });
});

const feedWith = (reader: string, url = 'https://a.cn'): string =>
  `tiaoli: 1\nfeeds: [{url: "${url}", name: a, authority: b, reader: {${reader}}}]`;
const subscribed = (rest: string): string => `tiaoli: 1\nsubscriptions: [{channel: '7', ${rest}}]`;

test.each<[text: string, fault: string, about: ImportFault['about'], why: string]>([
  ['5', ': type', { expected: 'object' }, 'no configuration at all'],
  ['topics: []', 'tiaoli: missing', {}, 'no version'],
  ['tiaoli: 2', 'tiaoli: choice', { options: '1' }, 'another version'],
  ['tiaoli: 1\nfoo: 1\nbar: 2', ': unknown-field', { fields: 'foo, bar' }, 'parts that are none'],
  ['tiaoli: 1\ntopics: 5', 'topics: type', { expected: 'array' }, 'not a list'],
  ['tiaoli: 1\nsubscriptions: [{}]', 'subscriptions.0.channel: missing', {}, 'no channel'],
  [
    'tiaoli: 1\nsubscriptions: [{channel: 900000000000000002}]',
    'subscriptions.0.channel: type',
    { expected: 'string' },
    'an id that lost digits, for it stands without quotes',
  ],
  ['tiaoli: 1\nsubscriptions: [{channel: news}]', 'subscriptions.0.channel: bad-id', {}, 'a name for an id'],
  [subscribed("at: '9:00'"), 'subscriptions.0.at: bad-time', {}, 'a time of one digit'],
  [subscribed('weekday: 8'), 'subscriptions.0.weekday: above', { most: 7 }, 'an eighth day'],
  [subscribed('weekday: 0'), 'subscriptions.0.weekday: below', { least: 1 }, 'a day before the first'],
  [subscribed('weekday: 1.5'), 'subscriptions.0.weekday: type', { expected: 'int' }, 'half a day'],
  [
    subscribed('mode: yearly'),
    'subscriptions.0.mode: choice',
    { options: 'instant, daily, weekly' },
    'no mode',
  ],
  [
    subscribed('crosspost: maybe'),
    'subscriptions.0.crosspost: type',
    { expected: 'boolean' },
    'no yes or no',
  ],
  [feedWith('kind: rss', 'file:///etc/passwd'), 'feeds.0.url: bad-url', {}, 'no address of the web'],
  [feedWith('kind: csv'), 'feeds.0.reader.kind: choice', { options: 'rss, html, json' }, 'no kind of reader'],
  [feedWith('kind: html, item: li, title: ""'), 'feeds.0.reader.title: empty', {}, 'a selector of nothing'],
  [
    feedWith(`kind: html, item: ${'a'.repeat(201)}`),
    'feeds.0.reader.item: too-long',
    { most: 200 },
    'a long one',
  ],
  [
    feedWith('kind: html, item: li, title: a, link: a, linkPattern: "(a+)+"'),
    'feeds.0.reader: unknown-field',
    { fields: 'linkPattern' },
    'a regular expression',
  ],
  [
    feedWith('kind: html, item: "div:has(~ div:has(~ div))", title: a, link: a'),
    'feeds.0.reader.item: bad-selector',
    {},
    'a selector that looks at a page again and again',
  ],
  ['tiaoli: 1\nsettings: {timeZone: Mars/Olympus}', 'settings.timeZone: bad-zone', {}, 'no time zone'],
  [
    'tiaoli: 1\nsettings: {tell: 0.3, review: 0.9}',
    'settings: thresholds-cross',
    {},
    'thresholds that cross',
  ],
  ['a: [', ': yaml-indent', { line: 1, column: 5 }, 'a bracket without its other'],
  ['a:\n\t- b', ': yaml-tab', { line: 2, column: 1 }, 'a tab'],
  ['a: "b', ': yaml-mark', { line: 1, column: 6 }, 'a quotation without an end'],
  ['a: 1\n---\nb: 1', ': yaml-documents', { line: 2, column: 1 }, 'two documents'],
  ['a: "\\q"', ': yaml', { line: 1, column: 5 }, 'anything else that is no YAML'],
  [
    'tiaoli: 1\ntopics: []\ntopics: []',
    ': key-twice',
    { key: 'topics', line: 3, column: 1 },
    'a part that comes twice',
  ],
  ['a: *b', ': yaml-aliases', {}, 'an alias of nothing'],
  [
    'a: &a [1,1,1]\nb: &b [*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]',
    ': yaml-aliases',
    {},
    'aliases that swell',
  ],
])('refuses %j and says what is wrong where: %s %j (%s)', (text, fault, about) => {
  const read = fromYaml(text);
  const [where = '', code = ''] = fault.split(': ');
  expect(!read.ok && read.error).toContainEqual({ where, code, about });
  if (!read.ok) inEveryLanguage(read.error);
});

test('refuses lists within lists without an end', () => {
  const read = fromYaml('['.repeat(200_000));
  expect(!read.ok && read.error.map(({ code }) => code)).toEqual(['yaml-deep']);
});

test.each([
  ['tiaoli: 1', 'guilds: missing', 'one server’s own file'],
  ['tiaoli: 1\nguilds: []', 'guilds: type', 'a list'],
  ['guilds: {mine: {tiaoli: 1}}', 'guilds.mine: bad-id', 'a name for an id'],
  ["guilds: {'7': {}}", 'guilds.7.tiaoli: missing', 'a fault within'],
  ["guilds: {'7': 5}", 'guilds.7: type', 'no configuration'],
])('refuses %j as several servers’ and says where: %s (%s)', (text, fault) => {
  const read = fromServersYaml(text);
  expect(!read.ok && read.error.map(({ where, code }) => `${where}: ${code}`)).toEqual([fault]);
});

test.each([
  ['keys', Array.from({ length: 60_000 }, (_, at) => `k${at}: 1`).join('\n')],
  ['marks', '&a '.repeat(150_000)],
])('is not held up by a file of nothing but %s', (_, text) => {
  expect(fromYaml(text).ok).toBe(false);
});

test('is not held up by words without number, each held against each', () => {
  const list = (mark: string): string =>
    JSON.stringify(Array.from({ length: 20_000 }, (_, at) => `${mark}${at}`));
  const read = fromYaml(`tiaoli: 1\ntopics: [{name: a, all: ${list('甲')}, none: ${list('乙')}}]`);
  expect(!read.ok && read.error).toEqual([
    { where: 'topics.0.all', code: 'too-many', about: { most: 60 } },
    { where: 'topics.0.none', code: 'too-many', about: { most: 60 } },
  ]);
});

test('is not held up by outlines within outlines', () => {
  expect(fromOpml(`<opml><body>${'<outline>'.repeat(55_000)}`).ok).toBe(false);
});

test('sources come back from OPML as they were, and those of a feed reader are taken', () => {
  const opml = toOpml('来源', [defineOwnFeed(guild.id, { ...feed, name: '海淀 <b>&"' })]);
  const read = fromOpml(opml);
  expect(read.ok && read.value.feeds).toEqual([{ ...feed, name: '海淀 <b>&"', paused: false }]);
  const other = fromOpml(
    '<opml version="1.0"><body><outline text="文件夹"><outline text="A" type="rss" xmlUrl="https://a.cn/rss.xml"/></outline></body></opml>',
  );
  expect(other.ok && other.value.feeds).toMatchObject([
    { url: 'https://a.cn/rss.xml', name: 'A', reader: { kind: 'rss' } },
  ]);
  expect(fromOpml('<html></html>').ok).toBe(false);
});

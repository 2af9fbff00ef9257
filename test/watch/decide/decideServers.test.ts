import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/ledger/defaults.ts';
import type { Guild } from '../../../src/ledger/types.ts';
import type { Alert, Measure, Outcome, Subscription } from '../../../src/store/port.ts';
import { decide } from '../../../src/watch/decide/decide.ts';
import { pageState } from '../../../src/watch/detail/merge.ts';
import type { Entry, FeedDefinition } from '../../../src/watch/types.ts';
import { guildOf, subscriptionOf, topicOf } from '../../deliver/sample.ts';
import { entry, feed, link, type Memory, NOW, watching } from '../memory.ts';

const A = feed('a');
const B = feed('b');
/** A source of server 1's own, and one of server 2's. */
const OWN = feed('guild_1_x');
const OTHERS = feed('guild_2_x');
const MEASURE = '关于支持概念验证平台建设的若干政策措施';
const DOUBTFUL = '关于支持算力券发放工作的若干政策措施';
const OTHER = '关于做好本市校车安全管理有关工作的通知';

const channel = (id: string, guildId: string, part: Partial<Subscription> = {}): Subscription =>
  subscriptionOf(id, { target: { kind: 'channel', guildId, channelId: id }, ...part });
const withSources = (id: string, ...feeds: readonly FeedDefinition[]): Guild =>
  guildOf(id, { feeds: feeds.map((definition) => ({ id: definition.id, definition, paused: false })) });
const reviewing = (id: string, part: Partial<Guild['settings']> = {}): Guild =>
  guildOf(id, { settings: { ...defaultSettings, reviewChannelId: `review${id}`, ...part } });

const inWorld = (
  guilds: readonly Guild[],
  subscriptions: readonly Subscription[],
  ...feeds: FeedDefinition[]
) => {
  const memory = watching(...feeds);
  for (const guild of guilds) memory.guilds.set(guild.id, guild);
  memory.subscriptions.splice(0, Number.POSITIVE_INFINITY, ...subscriptions);
  return memory;
};

describe('a doubtful entry', () => {
  const shown = [entry('https://a.cn/1', DOUBTFUL)];

  it('is kept as a doubtful measure and put before the moderators of every server that has a review channel', () => {
    const memory = inWorld([reviewing('1'), reviewing('2'), guildOf('3')], [channel('c', '1')], A);
    const outcome = memory.visit(A, shown);
    expect(outcome).toMatchObject({
      entries: [{ verdict: 'doubtful', reason: { code: 'doubtful', about: { articles: '30' } } }],
      measures: [{ relevance: 'doubtful', links: [], doubtful: [{ number: 30 }] }],
    });
    expect(memory.channels('review')).toEqual(['review1', 'review2']);
    expect(memory.channels('news')).toEqual([]);
    expect(memory.visit(A, shown)).toMatchObject({ entries: [], alerts: [] });
  });

  it('of a first reading, or of long ago, is put before nobody', () => {
    const memory = inWorld([reviewing('1')], []);
    memory.visit(A, shown);
    memory.visit(A, [entry('https://a.cn/2', `${DOUBTFUL}（二）`, { date: '2024-05-01' })]);
    expect([...memory.measures.values()].every(({ relevance }) => relevance === 'doubtful')).toBe(true);
    expect(memory.alerts.size).toBe(0);
  });

  it('is news in a server that asks for less certainty, and there alone', () => {
    const memory = inWorld(
      [reviewing('1', { tell: 0.3 }), reviewing('2')],
      [channel('c', '1'), channel('d', '2')],
      A,
    );
    memory.visit(A, shown);
    expect(memory.channels('news')).toEqual(['c']);
    expect(memory.channels('review')).toEqual(['review2']);
  });

  it.each<[string, FeedDefinition, string]>([
    ['its own source’s text', A, 'https://a.cn/1'],
    ['another source', B, 'https://b.cn/1'],
    ['another source under the same address', B, 'https://a.cn/1'],
  ])('that %s shows to be about the ordinance is told then, once', (_, where, url) => {
    const memory = inWorld([reviewing('1')], [channel('c', '1')], A, B);
    memory.visit(A, shown);
    const more = entry(url, DOUBTFUL, { summary: '支持概念验证平台' });
    const outcome = memory.visit(where, [more]);
    expect(outcome.measures).toMatchObject([{ relevance: 'relevant', links: [{ number: 23 }] }]);
    expect(outcome.edits).toHaveLength(1);
    expect(memory.channels('news')).toEqual(['c']);
    memory.visit(where, [more]);
    memory.visit(A, shown);
    expect(memory.told).toHaveLength(1);
    expect(memory.measures.values().every(({ relevance }) => relevance === 'relevant')).toBe(true);
  });
});

describe('a measure that is certain enough for most', () => {
  it('waits for the moderators of a server that wants more certainty', () => {
    const memory = inWorld([reviewing('1', { tell: 0.95 })], [channel('c', '1'), channel('d', '2')], A);
    memory.visit(A, [entry('https://a.cn/1', MEASURE)]);
    expect(memory.channels('news')).toEqual(['d']);
    expect(memory.channels('review')).toEqual(['review1']);
  });
});

describe('an entry that carries out nothing', () => {
  const buses = guildOf('1', { topics: [topicOf('t', { any: ['校車'] })] });
  const follower = channel('c', '1', { topics: ['t'] });

  it('but has the words of a topic is told to the topic’s followers alone', () => {
    const memory = inWorld([buses], [follower, channel('d', '1'), channel('e', '2')], A);
    const outcome = memory.visit(A, [entry('https://a.cn/1', OTHER)]);
    expect(outcome).toMatchObject({
      entries: [{ verdict: 'told', reason: { code: 'watched' } }],
      measures: [{ relevance: 'watched', links: [] }],
    });
    expect(memory.channels('news')).toEqual(['c']);
  });

  it('is found by words of its text, too', () => {
    const memory = inWorld([buses], [follower], A);
    memory.visit(A, [entry('https://a.cn/1', '关于安全管理的通知', { summary: '各校车公司：' })]);
    expect(memory.channels('news')).toEqual(['c']);
  });

  it('is of no concern where nobody watches for its words, or its server paused the source', () => {
    const memory = inWorld(
      [{ ...buses, feeds: [{ id: 'a', definition: null, paused: true }] }],
      [follower],
      A,
    );
    expect(memory.visit(A, [entry('https://a.cn/1', OTHER)])).toMatchObject({
      entries: [{ verdict: 'irrelevant' }],
      measures: [],
      alerts: [],
    });
  });

  it('and is found to be about the ordinance later is told to the others then', () => {
    const memory = inWorld([buses], [follower, channel('d', '2')], A, B);
    memory.visit(A, [entry('https://a.cn/1', OTHER)]);
    memory.visit(B, [entry('https://b.cn/1', OTHER, { summary: '支持概念验证' })]);
    expect(memory.channels('news').toSorted()).toEqual(['c', 'd']);
  });
});

describe('a measure that some were told of, and that means more later', () => {
  const page = (text: string): Partial<Entry> => {
    const detail = {
      ...{ title: null, issuer: null, docNumber: null, signedOn: null, published: null, effectiveOn: null },
      ...{ consultation: null, attachments: [], text },
    };
    return { detail, page: pageState(detail) };
  };
  const buses = topicOf('t', { any: ['校车'] });
  const everyone = [
    channel('topic', '1', { topics: ['t'] }),
    channel('both', '1', { topics: ['t'], articles: [23] }),
    channel('article', '1', { articles: [23] }),
    channel('all', '2'),
  ];
  const BOTH = '关于支持算力与校车工作的若干政策措施';

  it.each<[string, string, Partial<Guild['settings']>, string[], string[], string[], string[]]>([
    // The topic's followers in server 1, what its moderators are shown, and then who hears that it is about article 23.
    ['watched', OTHER, {}, ['topic', 'both'], [], ['article', 'all'], []],
    ['doubtful', BOTH, {}, ['topic', 'both'], ['review1'], ['article', 'all'], []],
    [
      'doubtful, and to stay so in its server',
      BOTH,
      { tell: 0.95 },
      ['topic', 'both'],
      ['review1'],
      ['all'],
      [],
    ],
    ['doubtful, put before moderators alone', DOUBTFUL, { tell: 0.95 }, [], ['review1'], ['all'], []],
    [
      'watched, and doubtful in its server',
      OTHER,
      { tell: 0.95 },
      ['topic', 'both'],
      [],
      ['all'],
      ['review1'],
    ],
  ])('(%s) is told then to those who were not, and edited for those who were', (...row) => {
    const [, title, settings, first, reviewed, then, reviewedThen] = row;
    const guilds = [{ ...reviewing('1', settings), topics: [buses] }];
    for (const [where, url] of [
      [A, 'https://a.cn/1'],
      [B, 'https://b.cn/1'],
    ] as const) {
      const memory = inWorld(guilds, everyone, A, B);
      const placesOf = ({ alerts: _, deliveries }: Outcome, kind: Alert['kind']): string[] => {
        const of = deliveries.filter(({ alertId }) => memory.alerts.get(alertId)?.kind === kind);
        return [...new Set(of.map(({ target }) => ('channelId' in target ? target.channelId : '')))];
      };
      const found = memory.visit(A, [entry('https://a.cn/1', title)]);
      expect(placesOf(found, 'news').toSorted()).toEqual(first.toSorted());
      expect(placesOf(found, 'review')).toEqual(reviewed);
      const [id = ''] = new Set([...memory.measures.values()].map((one) => one.id));
      const more = entry(url, title, page('支持概念验证平台。'));
      const raised = memory.visit(where, [more]);
      expect(placesOf(raised, 'news').toSorted()).toEqual(then.toSorted());
      expect(placesOf(raised, 'review')).toEqual(reviewedThen);
      expect(raised).toMatchObject({ edits: [id], measures: [{ id, relevance: 'relevant' }] });
      expect(memory.visit(where, [more])).toMatchObject({ alerts: [], deliveries: [], edits: [] });
      expect(memory.told).toEqual([id]);
    }
  });

  it('is told of its changes to those who subscribed before it meant more, and not to who came after', () => {
    const memory = inWorld([{ ...reviewing('1'), topics: [buses] }], everyone, A);
    const at = (hour: number) => new Date(NOW.getTime() + hour * 3_600_000);
    memory.visit(A, [entry('https://a.cn/1', OTHER)], at(0));
    memory.subscriptions.push(channel('between', '2', { createdAt: at(1).toISOString() }));
    memory.visit(A, [entry('https://a.cn/1', OTHER, page('支持概念验证平台。'))], at(2));
    memory.subscriptions.push(channel('after', '2', { createdAt: at(3).toISOString() }));
    memory.visit(A, [entry('https://a.cn/1', OTHER, page('第二版：支持概念验证平台。'))], at(4));
    expect(memory.channels('revision').toSorted()).toEqual(['all', 'article', 'between', 'both', 'topic']);
  });
});

describe('a server’s own source', () => {
  const followers = [
    channel('c', '1'),
    channel('d', '2'),
    subscriptionOf('u', { target: { kind: 'user', userId: 'u' } }),
  ];
  const world = (...feeds: FeedDefinition[]) =>
    inWorld([withSources('1', OWN), withSources('2', OTHERS)], followers, ...feeds);
  const shown = [entry('https://a.cn/1', MEASURE, { docNumber: '京科发〔2026〕1号' })];

  it('is heard in its server alone, and its measures are that server’s', () => {
    const memory = world(OWN);
    const outcome = memory.visit(OWN, shown);
    expect(outcome.measures).toMatchObject([{ guildId: '1' }]);
    for (const { keys } of outcome.measures) for (const key of keys) expect(key).toMatch(/^1\|/);
    expect(outcome.entries).toMatchObject([{ entry: { id: '1|https://a.cn/1', url: 'https://a.cn/1' } }]);
    expect(memory.channels('news')).toEqual(['c']);
  });

  it('is the same for two servers that watch the same page, each for itself', () => {
    const memory = world(OWN, OTHERS);
    memory.visit(OWN, shown);
    memory.visit(OTHERS, shown);
    expect(memory.channels('news')).toEqual(['c', 'd']);
    expect(new Set(memory.measures.values().map(({ id }) => id)).size).toBe(2);
  });

  it('tells nothing of what is everybody’s, changes nothing of it, and gives it no identity', () => {
    const memory = world(A, OWN);
    memory.visit(A, shown);
    const before = structuredClone([...memory.measures]);
    const outcome = memory.visit(OWN, [
      entry('https://evil.cn/1', '人才与概念验证：虚假的标题', { docNumber: '京科发〔2026〕1号' }),
    ]);
    expect(outcome).toMatchObject({
      entries: [{ verdict: 'repost', measureId: null, reason: { about: { title: MEASURE } } }],
      measures: [],
      addedKeys: [],
      alerts: [],
      edits: [],
    });
    expect([...memory.measures]).toEqual(before);
  });

  it('squats nothing: what it showed first is everybody’s news all the same, but not again in its server', () => {
    const memory = world(A, OWN);
    memory.visit(OWN, shown);
    const outcome = memory.visit(A, shown);
    expect(outcome.measures).toMatchObject([
      { guildId: null, keys: ['doc:京科发〔2026〕1号', ...Array(3).fill(expect.not.stringContaining('|'))] },
    ]);
    expect(memory.channels('news')).toEqual(['c', 'd', 'u']);
  });

  it('is heard of a document that everybody’s source shows where its server paused that source', () => {
    const memory = world(A, OWN);
    memory.guilds.set('1', {
      ...withSources('1', OWN),
      feeds: [
        { id: OWN.id, definition: OWN, paused: false },
        { id: 'a', definition: null, paused: true },
      ],
    });
    memory.visit(A, shown);
    expect(memory.channels('news')).toEqual(['d', 'u']);
    memory.visit(OWN, shown);
    expect(memory.channels('news')).toEqual(['d', 'u', 'c']);
  });

  it('is put before its own moderators alone, and watched for its own topics alone', () => {
    const topics = [topicOf('t', { any: ['校车'] })];
    const memory = inWorld(
      [
        { ...reviewing('1'), feeds: withSources('1', OWN).feeds },
        { ...reviewing('2'), topics },
      ],
      [channel('d', '2', { topics: ['t'] })],
      OWN,
    );
    memory.visit(OWN, [entry('https://x.cn/1', DOUBTFUL), entry('https://x.cn/2', OTHER)]);
    expect(memory.channels('review')).toEqual(['review1']);
    expect(memory.channels('news')).toEqual([]);
  });

  it('learns at its first reading, and tells nobody', () => {
    const memory = world();
    memory.visit(OWN, shown);
    expect(memory.alerts.size).toBe(0);
  });
});

describe('the health of a source', () => {
  const failing = (definition: FeedDefinition, guilds: readonly Guild[]) => {
    const memory = inWorld(guilds, []);
    const known = memory.known(definition.id);
    return decide(
      { ...known, feed: { ...known.feed, consecutiveFailures: 2 } },
      {
        feed: definition,
        visit: {
          status: 'failed',
          cause: 'timeout',
          entries: [],
          validators: {},
          ms: 1,
          bytes: 0,
          notes: [],
        },
        now: NOW,
        jitter: 0,
        link,
      },
    );
  };

  it('is told in the review channels of the servers that it concerns, once', () => {
    const paused = { ...reviewing('2'), feeds: [{ id: 'a', definition: null, paused: true }] };
    const outcome = failing(A, [reviewing('1'), paused, guildOf('3')]);
    expect(outcome).toMatchObject({
      alerts: [
        {
          kind: 'source',
          measureId: null,
          about: { feed: 'a', feedId: 'a', news: 'failing', cause: 'timeout', failures: 3 },
        },
      ],
      deliveries: [{ subscriptionId: null, target: { kind: 'channel', guildId: '1', channelId: 'review1' } }],
    });
  });

  it('of a server’s own is told there alone', () => {
    expect(failing(OWN, [reviewing('1'), reviewing('2')]).deliveries).toMatchObject([
      { target: { guildId: '1' } },
    ]);
    expect(failing(OTHERS, [reviewing('1')]).alerts).toEqual([]);
  });
});

describe('whatever is shown, by whomever', () => {
  const titles = [
    MEASURE,
    DOUBTFUL,
    OTHER,
    '关于支持算力平台与人才的若干政策措施',
    '人才引进落户管理办法实施细则',
    // Like-named ones.
    '北京市海淀区人民政府关于印发《概念验证平台支持办法（试行）》的通知',
    '北京市朝阳区人民政府关于印发《概念验证平台支持办法（试行）》的通知',
    '关于印发《概念验证平台支持办法（试行）》的通知',
  ];
  const looks = fc.array(
    fc.record({
      where: fc.constantFrom(A, B, OWN, OTHERS),
      entries: fc.array(
        fc.record({
          n: fc.integer({ min: 1, max: 4 }),
          title: fc.constantFrom(...titles),
          docNumber: fc.constantFrom('京科发〔2026〕1号', '京科发〔2026〕2号', undefined),
          date: fc.constantFrom('2026-09-18', '2026-09-19', null),
          summary: fc.constantFrom('支持概念验证', undefined),
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 8 },
  );
  type Look = {
    readonly n: number;
    readonly title: string;
    readonly docNumber: string | undefined;
    readonly date: string | null;
    readonly summary: string | undefined;
  };
  const build = (all: readonly Look[]): Entry[] =>
    [...new Map(all.map((one) => [one.n, one])).values()].map(({ n, title, docNumber, date, summary }) =>
      entry(`https://a.cn/${n}`, title, {
        date,
        ...(docNumber === undefined ? {} : { docNumber }),
        ...(summary === undefined ? {} : { summary }),
      }),
    );
  const everyone = [
    channel('c', '1'),
    channel('t', '1', { topics: ['t'] }),
    channel('d', '2'),
    channel('e', '3'),
    subscriptionOf('u', { target: { kind: 'user', userId: 'u' } }),
  ];
  const guilds = [
    { ...reviewing('1'), feeds: withSources('1', OWN).feeds, topics: [topicOf('t', { any: ['校车'] })] },
    { ...reviewing('2', { tell: 0.3 }), feeds: withSources('2', OTHERS).feeds },
  ];
  const world = () => inWorld(guilds, everyone, A, B, OWN, OTHERS);
  const publicPart = (memory: Memory) => ({
    measures: [...memory.measures].filter(([, { guildId }]) => guildId === null),
    entries: [...memory.entries].filter(([, { feedId }]) => feedId === 'a' || feedId === 'b'),
    told: [...memory.sent.values()]
      .filter(({ target }) => target.kind === 'user' || target.guildId === '3')
      .map(({ id }) => id),
  });

  it('a source of a server’s own changes nothing of what is everybody’s, nor of what others hear', () => {
    fc.assert(
      fc.property(looks, (visits) => {
        const [all, without] = [world(), world()];
        for (const { where, entries } of visits) {
          all.visit(where, build(entries));
          if (where === A || where === B) without.visit(where, build(entries));
        }
        expect(publicPart(all)).toEqual(publicPart(without));
      }),
    );
  });

  it('no measure of one server’s own is sent to another', () => {
    fc.assert(
      fc.property(looks, (visits) => {
        const memory = world();
        for (const { where, entries } of visits) memory.visit(where, build(entries));
        const byId = new Map<string | null, Measure>(memory.measures.values().map((one) => [one.id, one]));
        for (const { alertId, target } of memory.sent.values()) {
          const guildId = byId.get(memory.alerts.get(alertId)?.measureId ?? null)?.guildId ?? null;
          if (guildId !== null) expect(target).toMatchObject({ guildId });
        }
      }),
    );
  });

  it('nothing more is told when all of it is shown again', () => {
    fc.assert(
      fc.property(looks, (visits) => {
        const memory = world();
        const last = new Map(visits.map(({ where, entries }) => [where, build(entries)]));
        for (const { where, entries } of visits) memory.visit(where, build(entries));
        const told = memory.told.length;
        const sent = memory.channels('news').length;
        for (const [where, entries] of last) memory.visit(where, entries.toReversed());
        for (const [where, entries] of last) memory.visit(where, entries);
        expect(memory.told.length).toBe(told);
        expect(memory.channels('news').length).toBe(sent);
      }),
    );
  });
});
